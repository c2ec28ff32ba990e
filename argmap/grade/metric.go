package grade

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
)

// The metric of two maps that share their claims. It is exact and takes one pass, since
// claims are told by their ids and need not be searched for. What a claim bears on is a
// claim, or the step of an argument, which is known by any of its premises. Then
//
//	moves    claims that bear on something else than in the key, half of one where they
//	         stand in the right branch about the thesis, of several, all the same; claims of the key
//	         that are missing
//	flips    claims that bear on the right thing, the wrong way
//	regroup  over the claims that bear on one thing one way in both maps: by how many more
//	         the arguments become if either partition is cut along the other, which is the
//	         number of splits and merges between the two
//	extra    claims that the key does not have, and further places of those that it has
//	score    1 − (moves·Moves + flips·Flips + regroup·Groups + extra·Extra) / worst
//	worst    n · max(Moves, Flips, 2·Groups), for n places of claims that are judged
//
// A claim has a place for each argument that it is a premise of, and one where it is of
// none. Places are paired, not counted off, so that the order of a file does not matter:
// first those that agree the most. Fields of the rubric weigh claims: by w_c where a sum
// has one for each, over the sum of those weights.
//
// The score is at least 0. No answer without extra claims costs more than worst: a claim that is
// moved is neither flipped nor regrouped, nor is one that is flipped, and k claims of one
// cell are regrouped by no more than 2k − 2.

// Cost is what went wrong in a map, counted.
type Cost struct {
	Moves   float64 // half ones among them
	Flips   int
	Regroup int
	Extra   int
}

// Pair is a claim of the key and the claim of the answer that was taken for it.
type Pair struct {
	Key, Answer *argmap.Claim
	Sure        float64 // from 0 to 1; 1: they have one id
}

// comparison is two maps side by side.
type comparison struct {
	key, answer *argmap.Map
	by          *Rubric
	theirs      map[*argmap.Claim]*argmap.Claim // the answer's claims by the key's
	ours        map[*argmap.Claim]*argmap.Claim
	numbers     map[*argmap.Claim]string  // the key's, for people
	places      map[*argmap.Claim][]place // of the key's claims that are in both maps
	cost        Cost
}

// place is an argument of the key that a claim is a premise of, and the one of the answer
// that stands for it. Either is nil where the claim bears on nothing there.
type place struct{ ours, theirs *argmap.Argument }

// compare judges a map whose claims are paired with the key's. Only claims that judged
// says yes of count.
func compare(key, answer *argmap.Map, pairs []Pair, by *Rubric, judged func(*argmap.Claim) bool) *Result {
	x := &comparison{key: key, answer: answer, by: by, theirs: map[*argmap.Claim]*argmap.Claim{}, ours: map[*argmap.Claim]*argmap.Claim{}, numbers: numbersOf(key), places: map[*argmap.Claim][]place{}}
	r := &Result{Key: key, Pairs: pairs}
	if r.Pairs == nil {
		r.Pairs = []Pair{}
	}
	for _, p := range pairs {
		x.theirs[p.Key], x.ours[p.Answer] = p.Answer, p.Key
		if p.Sure < sureEnough {
			r.Human = append(r.Human, fmt.Sprintf("“%s” was taken for “%s”, with a likeness of %.0f %%", p.Answer.Text, p.Key.Text, p.Sure*100))
		}
	}
	for _, c := range key.Claims {
		if d := x.theirs[c]; d != nil {
			x.pairPlaces(c, d)
		}
	}
	for _, c := range key.Claims {
		if judged(c) {
			r.Items = append(r.Items, x.item(c))
		}
	}
	x.regroup(r.Items)
	for _, c := range answer.Claims {
		if x.ours[c] == nil {
			x.cost.Extra++
		}
	}
	r.Lost = x.cost
	x.score(r)
	return r
}

// score sets what the items are worth, and all of them.
func (x *comparison) score(r *Result) {
	worst, lost, whole := max(x.by.Moves, x.by.Flips, 2*x.by.Groups), float64(x.cost.Extra)*x.by.Extra, 0.0
	for _, it := range r.Items {
		most := worst * float64(max(1, len(claimOf(x.key, it.Claim).Uses)))
		it.Credit = max(0, 1-it.lost/most)
		lost, whole = lost+it.Weight*it.lost, whole+it.Weight*most
	}
	if whole > 0 {
		r.Score = max(0, 1-lost/whole)
	}
}

func numbersOf(m *argmap.Map) map[*argmap.Claim]string {
	numbers := map[*argmap.Claim]string{}
	m.Outline().Each(func(e *argmap.Entry) {
		if !e.Again {
			numbers[e.Claim] = e.Number
		}
	}, nil)
	return numbers
}

// item judges where a claim stands and which way it bears on that.
func (x *comparison) item(c *argmap.Claim) *Item {
	it := &Item{ID: x.number(c), Claim: c.ID, Weight: 1, Answer: says(c)}
	it.Weight = x.by.weight(it)
	d := x.theirs[c]
	if d == nil {
		it.Feedback = "a claim of the text is missing from the map"
		x.cost.Moves += float64(max(1, len(c.Uses)))
		it.lost = float64(max(1, len(c.Uses))) * x.by.Moves
		return it
	}
	before := x.cost
	for _, p := range x.places[c] {
		if feedback := x.judge(c, d, p); it.Feedback == "" {
			it.Feedback = feedback
		}
	}
	it.lost = (x.cost.Moves-before.Moves)*x.by.Moves + float64(x.cost.Flips-before.Flips)*x.by.Flips
	x.cost.Extra += max(0, len(d.Uses)-max(1, len(c.Uses)))
	return it
}

// judge counts what is wrong with one place of a claim, and says what to think about.
func (x *comparison) judge(c, d *argmap.Claim, p place) (feedback string) {
	switch {
	case !x.sameTarget(p):
		if x.sameBranch(c, p) {
			x.cost.Moves += 1 - x.by.Half
			return "“" + d.Text + "” is in the right branch, and bears on something else in it"
		}
		x.cost.Moves++
		return x.elsewhere(d, p)
	case p.ours == nil && (c == x.key.Thesis) != (d == x.answer.Thesis):
		x.cost.Moves++
		return x.elsewhere(d, p)
	case p.ours != nil && p.ours.Kind != p.theirs.Kind:
		x.cost.Flips++
		return "“" + d.Text + "” stands where it belongs, and bears on it the other way: suppose it is true, and ask whether there is then more or less to be said for what is above"
	}
	return ""
}

// pairPlaces pairs the places that a claim has in both maps: those with a premise in common
// beside it first, then those on one target one way, then those on one target, then those
// in one branch, then what is left.
func (x *comparison) pairPlaces(c, d *argmap.Claim) {
	left := slices.Clone(d.Uses)
	places := make([]place, max(1, len(c.Uses)))
	for i := range c.Uses {
		places[i].ours = c.Uses[i]
	}
	for _, fits := range []func(place) bool{
		func(p place) bool { return x.kept(p) && x.share(p.ours, p.theirs, c) },
		x.kept, x.sameTarget,
		func(p place) bool { return x.sameBranch(c, p) },
		func(place) bool { return true },
	} {
		for i, p := range places {
			if p.theirs != nil {
				continue
			}
			at := slices.IndexFunc(left, func(a *argmap.Argument) bool { return fits(place{p.ours, a}) })
			if at >= 0 {
				places[i].theirs = left[at]
				left = slices.Delete(left, at, at+1)
			}
		}
	}
	x.places[c] = places
}

// kept tells whether a place is the right one, the right way.
func (x *comparison) kept(p place) bool {
	return p.ours != nil && p.theirs != nil && x.sameTarget(p) && p.ours.Kind == p.theirs.Kind
}

// number is a claim's number in the key's map, for people.
func (x *comparison) number(c *argmap.Claim) string {
	if c == x.key.Thesis {
		return "thesis"
	}
	if n := x.numbers[c]; n != "" {
		return n
	}
	return c.ID
}

// elsewhere says of a claim that it bears on something else.
func (x *comparison) elsewhere(d *argmap.Claim, p place) string {
	switch {
	case p.ours == nil:
		return "“" + d.Text + "” is a reason for nothing: ask what the whole text is there to show"
	case p.theirs == nil:
		return "“" + d.Text + "” bears on something: ask for whom it would be news, and what they would then believe more, or less"
	case p.theirs.OnStep():
		return "“" + d.Text + "” does not speak of this step: ask which sentence would be doubtful if it were true"
	}
	return "“" + d.Text + "” bears on something else: read it with “" + targetText(p.theirs) + "” and ask whether one is a reason to believe, or to doubt, the other"
}

// use is the argument that a claim stands in, the first where there are several; nil where
// it bears on nothing.
func use(c *argmap.Claim) *argmap.Argument {
	if len(c.Uses) == 0 {
		return nil
	}
	return c.Uses[0]
}

func targetText(a *argmap.Argument) string {
	switch t := a.Target.(type) {
	case *argmap.Claim:
		return t.Text
	case *argmap.Argument:
		return t.Premises[0].Text
	}
	return ""
}

// sameTarget tells whether two arguments bear on one thing, or both places on nothing.
func (x *comparison) sameTarget(p place) bool {
	if p.ours == nil || p.theirs == nil {
		return p.ours == nil && p.theirs == nil
	}
	switch t := p.ours.Target.(type) {
	case *argmap.Claim:
		other, ok := p.theirs.Target.(*argmap.Claim)
		return ok && x.theirs[t] != nil && x.theirs[t] == other
	case *argmap.Argument:
		other, ok := p.theirs.Target.(*argmap.Argument)
		return ok && x.share(t, other, nil)
	}
	return false
}

// share tells whether two arguments have a premise in common, but for one.
func (x *comparison) share(a, b *argmap.Argument, but *argmap.Claim) bool {
	return slices.ContainsFunc(a.Premises, func(p *argmap.Claim) bool {
		return p != but && x.theirs[p] != nil && slices.Contains(b.Premises, x.theirs[p])
	})
}

// sameBranch tells whether a claim stands under the same argument about the thesis at both
// places, which other premises or targets on the way tell.
func (x *comparison) sameBranch(c *argmap.Claim, p place) bool {
	a, b := branchOf(x.key, p.ours), branchOf(x.answer, p.theirs)
	return forked(x.key) && a != nil && b != nil && x.share(a, b, c)
}

// forked tells whether a map has branches to choose from: where there is one alone,
// everything is in the right one.
func forked(m *argmap.Map) bool { return m.Thesis != nil && len(m.Thesis.Pro)+len(m.Thesis.Con) > 1 }

// branch is the argument about the thesis under which a claim stands, or nil.
func branch(m *argmap.Map, c *argmap.Claim) *argmap.Argument { return branchOf(m, use(c)) }

// branchOf is the argument about the thesis above an argument, itself or nil.
func branchOf(m *argmap.Map, a *argmap.Argument) *argmap.Argument {
	seen := map[*argmap.Argument]bool{}
	for a != nil && a.Target != argmap.Target(m.Thesis) && !seen[a] {
		seen[a] = true
		switch t := a.Target.(type) {
		case *argmap.Claim:
			a = use(t)
		case *argmap.Argument:
			a = t
		}
	}
	if a == nil || a.Target != argmap.Target(m.Thesis) {
		return nil
	}
	return a
}

// groups are the claims that bear on the right thing the right way, counted by the argument
// that they stand in: the key's, the answer's, and both.
type groups struct {
	ours, theirs map[*argmap.Argument]int
	both         map[place]int
}

func (x *comparison) groups() groups {
	g := groups{map[*argmap.Argument]int{}, map[*argmap.Argument]int{}, map[place]int{}}
	for _, c := range x.key.Claims {
		for _, p := range x.places[c] {
			if x.kept(p) {
				g.ours[p.ours]++
				g.theirs[p.theirs]++
				g.both[p]++
			}
		}
	}
	return g
}

// cell is what arguments bear on, and which way.
type cell struct {
	target argmap.Target
	kind   argmap.Kind
}

func cellOf(p place) cell { return cell{p.ours.Target, p.ours.Kind} }

// steps are the splits and merges between the two partitions of every cell.
func (g groups) steps() map[cell]int {
	steps := map[cell]int{}
	ours, theirs := map[*argmap.Argument]bool{}, map[*argmap.Argument]bool{}
	for p := range g.both {
		steps[cellOf(p)] += 2
		if !ours[p.ours] {
			steps[cellOf(p)]--
		}
		if !theirs[p.theirs] {
			steps[cellOf(p)]--
		}
		ours[p.ours], theirs[p.theirs] = true, true
	}
	return steps
}

// regroup counts splits and merges, lets the claims of a cell that they are about share
// what they cost, and says of each of them what is wrong with its argument.
func (x *comparison) regroup(items []*Item) {
	g := x.groups()
	x.cost.Regroup = 2*len(g.both) - len(g.ours) - len(g.theirs)
	if x.cost.Regroup == 0 {
		return
	}
	steps, sharers := g.steps(), map[cell]int{}
	regrouped := func(p place) bool { return g.both[p] < g.ours[p.ours] || g.both[p] < g.theirs[p.theirs] }
	for p, n := range g.both {
		if regrouped(p) {
			sharers[cellOf(p)] += n
		}
	}
	byClaim := map[string]*Item{}
	for _, it := range items {
		byClaim[it.Claim] = it
	}
	for _, c := range x.key.Claims {
		for _, p := range x.places[c] {
			it := byClaim[c.ID]
			if it == nil || !x.kept(p) || !regrouped(p) {
				continue
			}
			it.lost += float64(steps[cellOf(p)]) * x.by.Groups / float64(sharers[cellOf(p)])
			it.Feedback = fmt.Sprintf("“%s” says something on its own: suppose that the others in its argument are false, and it still stands", x.theirs[c].Text)
			if g.both[p] < g.ours[p.ours] {
				it.Feedback = fmt.Sprintf("“%s” carries what it bears on only together with %s: they are co-premises, and stand in one argument", x.theirs[c].Text, x.partners(c, p))
			}
		}
	}
}

// partners names the premises that a claim is parted from.
func (x *comparison) partners(c *argmap.Claim, at place) string {
	var list []string
	for _, p := range at.ours.Premises {
		if d := x.theirs[p]; p != c && d != nil && !slices.Contains(at.theirs.Premises, d) {
			list = append(list, "“"+d.Text+"”")
		}
	}
	return strings.Join(list, " and ")
}

// says is where a claim belongs, in a sentence.
func says(c *argmap.Claim) string {
	a := use(c)
	if a == nil {
		return "“" + c.Text + "” is what the others lead to"
	}
	verb := map[argmap.Kind]string{argmap.Support: "supports", argmap.Attack: "opposes"}[a.Kind]
	what := "“" + targetText(a) + "”"
	if a.OnStep() {
		verb = map[argmap.Kind]string{argmap.Support: "backs", argmap.Attack: "doubts"}[a.Kind]
		what = "the step from " + what
	}
	s := "“" + c.Text + "” " + verb + " " + what
	for _, p := range a.Premises {
		if p != c {
			s += ", together with “" + p.Text + "”"
		}
	}
	return s
}
