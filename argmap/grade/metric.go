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
//	         stand in the right branch about the thesis all the same; claims of the key
//	         that are missing
//	flips    claims that bear on the right thing, the wrong way
//	regroup  over the claims that bear on one thing one way in both maps: by how many more
//	         the arguments become if either partition is cut along the other, which is the
//	         number of splits and merges between the two
//	extra    claims that the key does not have
//	score    1 − (moves·Moves + flips·Flips + regroup·Groups + extra·Extra) / worst
//	worst    n · max(Moves, Flips, 2·Groups), for n claims that are judged
//
// and at least 0. No answer without extra claims costs more than worst: a claim that is
// moved is neither flipped nor regrouped, nor is one that is flipped, and k claims of one
// cell are regrouped by no more than 2k − 2.

// Cost is what went wrong in a map, counted.
type Cost struct {
	Moves   float64 // half ones among them
	Flips   int
	Regroup int
	Extra   int
}

// total is the cost in the rubric's weights.
func (c Cost) total(by *Rubric) float64 {
	return c.Moves*by.Moves + float64(c.Flips)*by.Flips + float64(c.Regroup)*by.Groups + float64(c.Extra)*by.Extra
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
	numbers     map[*argmap.Claim]string // the key's, for people
	cost        Cost
}

// compare judges a map whose claims are paired with the key's. Only claims that judged
// says yes of count.
func compare(key, answer *argmap.Map, pairs []Pair, by *Rubric, judged func(*argmap.Claim) bool) *Result {
	x := &comparison{key: key, answer: answer, by: by, theirs: map[*argmap.Claim]*argmap.Claim{}, ours: map[*argmap.Claim]*argmap.Claim{}, numbers: numbersOf(key)}
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
	n := 0
	for _, c := range key.Claims {
		if judged(c) {
			n++
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
	if worst := float64(n) * max(by.Moves, by.Flips, 2*by.Groups); worst > 0 {
		r.Score = max(0, 1-x.cost.total(by)/worst)
	}
	return r
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
	it := &Item{ID: x.number(c), Claim: c.ID, Weight: 1, Credit: 1, Answer: says(c)}
	d := x.theirs[c]
	switch {
	case d == nil:
		it.Credit, it.Feedback = 0, "a claim of the text is missing from the map"
		x.cost.Moves++
	case !x.sameTarget(c, d):
		it.Credit, it.Feedback = 0, x.elsewhere(c, d)
		lost := 1.0
		if x.sameBranch(c, d) {
			lost, it.Credit = 1-x.by.Half, x.by.Half
			it.Feedback = "“" + d.Text + "” is in the right branch, and bears on something else in it"
		}
		x.cost.Moves += lost
	case use(c) != nil && use(c).Kind != use(d).Kind:
		it.Credit = 1 - x.by.flipShare()
		it.Feedback = "“" + d.Text + "” stands where it belongs, and bears on it the other way: suppose it is true, and ask whether there is then more or less to be said for what is above"
		x.cost.Flips++
	}
	return it
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
func (x *comparison) elsewhere(c, d *argmap.Claim) string {
	switch {
	case use(c) == nil:
		return "“" + d.Text + "” is a reason for nothing: ask what the whole text is there to show"
	case use(d) == nil:
		return "“" + d.Text + "” bears on something: ask for whom it would be news, and what they would then believe more, or less"
	case use(d).OnStep():
		return "“" + d.Text + "” does not speak of this step: ask which sentence would be doubtful if it were true"
	}
	return "“" + d.Text + "” bears on something else: read it with “" + targetText(use(d)) + "” and ask whether one is a reason to believe, or to doubt, the other"
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

// sameTarget tells whether a claim of the answer bears on what its partner in the key
// bears on, or both on nothing.
func (x *comparison) sameTarget(c, d *argmap.Claim) bool {
	if use(c) == nil || use(d) == nil {
		thesis := (c == x.key.Thesis) == (d == x.answer.Thesis)
		return use(c) == nil && use(d) == nil && thesis
	}
	switch t := use(c).Target.(type) {
	case *argmap.Claim:
		other, ok := use(d).Target.(*argmap.Claim)
		return ok && x.theirs[t] != nil && x.theirs[t] == other
	case *argmap.Argument:
		other, ok := use(d).Target.(*argmap.Argument)
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

// sameBranch tells whether a claim stands under the same argument about the thesis in
// both maps, which other premises or targets on the way tell.
func (x *comparison) sameBranch(c, d *argmap.Claim) bool {
	a, b := branch(x.key, c), branch(x.answer, d)
	return a != nil && b != nil && x.share(a, b, c)
}

// branch is the argument about the thesis under which a claim stands, or nil.
func branch(m *argmap.Map, c *argmap.Claim) *argmap.Argument {
	seen := map[argmap.Target]bool{}
	var at argmap.Target = c
	for !seen[at] {
		seen[at] = true
		var a *argmap.Argument
		switch t := at.(type) {
		case *argmap.Claim:
			a = use(t)
		case *argmap.Argument:
			a = t
		}
		if a == nil || a.Target == argmap.Target(m.Thesis) {
			return a
		}
		at = a.Target
	}
	return nil
}

// regroup counts splits and merges, and says of every argument that is taken apart or
// mixed what is wrong with it.
func (x *comparison) regroup(items []*Item) {
	byClaim := map[string]*Item{}
	for _, it := range items {
		byClaim[it.Claim] = it
	}
	kept := func(c *argmap.Claim) bool { // bears on the right thing the right way
		d := x.theirs[c]
		return d != nil && use(c) != nil && x.sameTarget(c, d) && use(c).Kind == use(d).Kind
	}
	type block struct{ ours, theirs *argmap.Argument }
	ours, theirs, both := map[*argmap.Argument]int{}, map[*argmap.Argument]int{}, map[block]int{}
	for _, c := range x.key.Claims {
		if kept(c) {
			a, b := use(c), use(x.theirs[c])
			ours[a]++
			theirs[b]++
			both[block{a, b}]++
		}
	}
	x.cost.Regroup = 2*len(both) - len(ours) - len(theirs)
	for _, c := range x.key.Claims {
		it := byClaim[c.ID]
		if it == nil || !kept(c) {
			continue
		}
		a, b := use(c), use(x.theirs[c])
		switch n := both[block{a, b}]; {
		case n < ours[a]:
			it.Credit = 1 - x.by.groupShare()
			it.Feedback = fmt.Sprintf("“%s” carries what it bears on only together with %s: they are co-premises, and stand in one argument", x.theirs[c].Text, x.partners(c, b))
		case n < theirs[b]:
			it.Credit = 1 - x.by.groupShare()
			it.Feedback = fmt.Sprintf("“%s” says something on its own: suppose that the others in its argument are false, and it still stands", x.theirs[c].Text)
		}
	}
}

// partners names the premises that a claim is parted from.
func (x *comparison) partners(c *argmap.Claim, from *argmap.Argument) string {
	var list []string
	for _, p := range use(c).Premises {
		if d := x.theirs[p]; p != c && d != nil && !slices.Contains(from.Premises, d) {
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
