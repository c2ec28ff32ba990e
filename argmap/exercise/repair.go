package exercise

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
)

var repairType = &Type{
	Name: "repair", Title: "Find the fault", Use: "checking a map against the rules of mapping",
	make: makeRepair,
}

// faults are what can be wrong with a map, in the order of the sheet. Which of them are
// made depends on the map, and on the level.
func faults() []fault {
	return []fault{
		{"wrong way: what is for a claim is drawn as against it, or the other way round", 1, flip},
		{"circle: a claim is a reason for itself", 1, runInCircle},
		{"wrong place: a claim bears on another claim than it is drawn at", 1, move},
		{"reasoning in a box: one box holds a claim and the reason for it", 1, putInBox},
		{"stranded co-premise: what carries a claim only together is drawn as reasons apart", 2, strand},
		{"strange bedfellows: reasons that stand alone are drawn as premises of one", 2, bedTogether},
	}
}

// fault is a fault of a map. seed makes it in the copy; false where it cannot.
type fault struct {
	text string
	from int // the level from which it is made
	seed func(*faulty) bool
}

// faulty is the copy of a map in which a fault is made.
type faulty struct {
	*copier
	mk  *maker
	m   *argmap.Map
	at  []*claims.Claim // where the fault is
	why string
	as  map[*claims.Claim]*argmap.Claim // what the copies are copies of
}

func makeRepair(mk *maker) error {
	m := mk.part(wish{most: sizes{6, 9, 14, 20, 30}, has: func(m *argmap.Map) bool {
		return threeClaims(m) && !slices.ContainsFunc(m.Claims, func(c *argmap.Claim) bool { return reasonsInside(c.Text) })
	}})
	if m == nil {
		return tooSmall("it needs a thesis and two claims that bear on it, all of different words and none with a “because” in it")
	}
	all := faults()
	var options []Option
	for i, f := range all {
		options = append(options, Option{strconv.Itoa(i + 1), f.text})
	}
	for _, i := range mk.rng.Perm(len(all)) {
		f := &faulty{mk: mk, m: m, as: map[*claims.Claim]*argmap.Claim{}}
		f.copier = &copier{most: len(m.Claims), dress: func(from *argmap.Claim, to *claims.Claim) { f.as[to] = from }}
		f.copy(m.Outline().Roots[0])
		if all[i].from > mk.paper.Level || !all[i].seed(f) {
			continue
		}
		mk.paper.Ask = "Somebody has drawn this map with one fault in it. What is the fault, and where?"
		boxes, where := f.letter()
		mk.field(Field{ID: "1", Prompt: "The fault is", Options: options}, f.why, options[i].Key)
		mk.field(Field{ID: "2", Prompt: "It concerns (any one claim of those that it concerns)", Options: boxes}, f.why, where...)
		return nil
	}
	return tooSmall("none of its arguments is about a claim") // flip finds one otherwise
}

// letter puts everything into the order in which it is read, gives every box a letter,
// and draws the map. It returns the boxes, and the letters of those where the fault is.
func (f *faulty) letter() (boxes []Option, where []string) {
	m, _ := argmap.Build(f.file)
	f.file.Claims, f.file.Arguments = nil, nil
	m.Outline().Each(func(e *argmap.Entry) {
		c, letter := e.Claim.Decl, Letter(len(boxes))
		boxes = append(boxes, Option{letter, c.Text.Value})
		if slices.Contains(f.at, c) {
			where = append(where, letter)
		}
		f.mk.key.Claims[letter] = f.as[c].ID
		c.ID.Value, c.Text.Value = fmt.Sprintf("c%d", len(boxes)), letter+": "+c.Text.Value
		f.file.Claims = append(f.file.Claims, c)
	}, func(s *argmap.Step) { f.file.Arguments = append(f.file.Arguments, s.Argument.Decl) })
	f.mk.draw(f.file)
	return boxes, where
}

// claimsOf are the copies of claims.
func (f *faulty) claimsOf(cs []*argmap.Claim) []*claims.Claim {
	var list []*claims.Claim
	for _, c := range cs {
		list = append(list, f.to[c])
	}
	return list
}

// arguments are those about claims that fit, in an order drawn by lot.
func (f *faulty) arguments(fits func(*argmap.Argument) bool) []*argmap.Argument {
	var list []*argmap.Argument
	for _, a := range f.m.Arguments {
		if !a.OnStep() && fits(a) {
			list = append(list, a)
		}
	}
	shuffle(f.mk, list)
	return list
}

// flip draws a reason as an objection, or an objection as a reason.
func flip(f *faulty) bool {
	list := f.arguments(func(*argmap.Argument) bool { return true })
	if len(list) == 0 {
		return false
	}
	a := list[0]
	f.args[a].Kind = argmap.Support + argmap.Attack - a.Kind
	f.at = f.claimsOf(a.Premises)
	drawn := map[argmap.Kind]string{argmap.Support: "as if against it", argmap.Attack: "as if for it"}[a.Kind]
	verb := map[argmap.Kind]string{argmap.Support: "support", argmap.Attack: "oppose"}[a.Kind]
	if len(a.Premises) == 1 {
		verb += "s"
	}
	f.why = fmt.Sprintf("%s %s %s, and the map draws this %s.", listed(a.Premises), verb, quoted(targetClaim(a)), drawn)
	return true
}

// strand takes a premise out of its argument, and makes a reason of its own of it.
func strand(f *faulty) bool {
	list := f.arguments(func(a *argmap.Argument) bool { return len(a.Premises) > 1 })
	if len(list) == 0 {
		return false
	}
	a := list[0]
	i := f.mk.rng.IntN(len(a.Premises))
	lone, rest := a.Premises[i], others(a, a.Premises[i])
	from := f.args[a]
	from.Premises = slices.Delete(from.Premises, i, i+1)
	alone := &claims.Argument{Kind: a.Kind, Target: from.Target, Premises: []claims.Ref{{Claim: f.to[lone]}}}
	f.file.Arguments = slices.Insert(f.file.Arguments, slices.Index(f.file.Arguments, from)+f.mk.rng.IntN(2), alone)
	f.at = f.claimsOf(a.Premises)
	f.why = fmt.Sprintf("%s %s only together with %s: they are co-premises, and belong into one argument.", quoted(lone), bears(a), listed(rest))
	return true
}

// bedTogether makes one argument of two.
func bedTogether(f *faulty) bool {
	for _, a := range f.arguments(func(a *argmap.Argument) bool { return len(a.Premises) < 3 }) {
		fits := f.arguments(func(b *argmap.Argument) bool {
			return b != a && b.Kind == a.Kind && b.Target == a.Target && len(b.Premises) < 3
		})
		if len(fits) == 0 {
			continue
		}
		b := fits[0]
		into, gone := f.args[a], f.args[b]
		into.Premises = append(into.Premises, gone.Premises...)
		f.file.Arguments = slices.DeleteFunc(f.file.Arguments, func(x *claims.Argument) bool { return x == gone })
		for _, x := range f.file.Arguments {
			if x.Target.Argument == gone {
				x.Target.Argument = into
			}
		}
		f.at = f.claimsOf(slices.Concat(a.Premises, b.Premises))
		way := map[argmap.Kind]string{argmap.Support: "for", argmap.Attack: "against"}[a.Kind]
		f.why = fmt.Sprintf("If %s were false, %s would still speak %s %s: they are two arguments, not one.", listed(a.Premises), listed(b.Premises), way, quoted(targetClaim(a)))
		return true
	}
	return false
}

// move hangs an argument on a claim that it has nothing to do with.
func move(f *faulty) bool {
	for _, a := range f.arguments(func(*argmap.Argument) bool { return true }) {
		to := f.strangers(a)
		if len(to) == 0 {
			continue
		}
		wrong := to[f.mk.rng.IntN(len(to))]
		f.args[a].Target = claims.Ref{Claim: f.to[wrong]}
		f.at = f.claimsOf(a.Premises)
		f.why = fmt.Sprintf("What is said with %s is that it %s; about %s it says nothing.", listed(a.Premises), bears(a), quoted(wrong))
		return true
	}
	return false
}

// strangers are the claims that an argument has nothing to do with: not below it, nor
// above, where it could be said to bear by way of its target, nor beside its target in one
// argument; those far from its target, where there are any.
func (f *faulty) strangers(a *argmap.Argument) []*argmap.Claim {
	x := argmap.NewIndex(f.m.Outline())
	on := targetClaim(a)
	var far, near []*argmap.Claim
	for _, c := range f.m.Claims {
		if below(x, c, a) || isUnder(x, on, c) || len(c.Uses) > 0 && slices.Contains(c.Uses[0].Premises, on) {
			continue
		}
		switch d := f.mk.distance(f.mk.index.Entry(on.ID).Claim, f.mk.index.Entry(c.ID).Claim); {
		case d > 2:
			far = append(far, c)
		case d > 1:
			near = append(near, c)
		}
	}
	if len(far) > 0 {
		return far
	}
	return near
}

// isUnder tells whether a claim is another, or stands somewhere below it.
func isUnder(x *argmap.Index, c, top *argmap.Claim) bool {
	for e := x.Entry(c.ID); e != nil; e = x.Under(e) {
		if e.Claim == top {
			return true
		}
	}
	return false
}

// below tells whether a claim is a premise of an argument, or stands somewhere below one,
// or below the argument's step.
func below(x *argmap.Index, c *argmap.Claim, a *argmap.Argument) bool {
	for e := x.Entry(c.ID); e != nil; e = x.Under(e) {
		for s := x.Above(e); s != nil; _, s = x.On(s) {
			if s.Argument == a {
				return true
			}
		}
	}
	return false
}

// runInCircle repeats a claim as a reason below itself: directly under it for beginners,
// later under a reason for it, where there is one.
func runInCircle(f *faulty) bool {
	list := slices.Clone(f.m.Claims)
	shuffle(f.mk, list)
	if f.mk.paper.Level >= 3 {
		slices.SortStableFunc(list, func(a, b *argmap.Claim) int { return min(len(b.Pro), 1) - min(len(a.Pro), 1) })
	}
	c := list[0]
	loop := []*argmap.Claim{c}
	for f.mk.paper.Level >= 3 && len(loop[len(loop)-1].Pro) > 0 {
		pro := loop[len(loop)-1].Pro
		premises := pro[f.mk.rng.IntN(len(pro))].Premises
		loop = append(loop, premises[f.mk.rng.IntN(len(premises))])
	}
	again := &claims.Claim{Text: claims.Text{Value: c.Text}, Implicit: c.Implicit, Nested: true}
	f.as[again] = c
	f.file.Claims = append(f.file.Claims, again)
	reason := &claims.Argument{Premises: []claims.Ref{{Claim: again}}, Target: claims.Ref{Claim: f.to[loop[len(loop)-1]]}}
	f.file.Arguments = slices.Insert(f.file.Arguments, f.mk.rng.IntN(len(f.file.Arguments)+1), reason)
	f.at = append(f.claimsOf(loop), again)
	f.why = fmt.Sprintf("%s comes back as a reason below itself: who doubts it is given no reason to believe it.", quoted(c))
	return true
}

// putInBox joins a claim with its reason in one box. It knows English only.
func putInBox(f *faulty) bool {
	if !f.m.English() {
		return false
	}
	for _, a := range f.arguments(func(a *argmap.Argument) bool {
		return a.Kind == argmap.Support && len(a.Premises) == 1 && len(a.Pro)+len(a.Con) == 0 && len(a.Premises[0].Pro)+len(a.Premises[0].Con) == 0 && len(f.m.Claims) > 2
	}) {
		reason, on := a.Premises[0], targetClaim(a)
		text := strings.TrimRight(on.Text, ". ")
		if strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
			continue
		}
		f.to[on].Text.Value = text + " because " + f.midSentence(reason.Text)
		f.file.Claims = slices.DeleteFunc(f.file.Claims, func(c *claims.Claim) bool { return c == f.to[reason] })
		f.file.Arguments = slices.DeleteFunc(f.file.Arguments, func(x *claims.Argument) bool { return x == f.args[a] })
		f.at = f.claimsOf([]*argmap.Claim{on})
		f.why = fmt.Sprintf("“Because” belongs to the lines of a map: %s is a claim of its own, and a reason for %s.", quoted(reason), quoted(on))
		return true
	}
	return false
}

// reasonsInside tells whether an English text has a word in it that joins two claims to
// an argument.
func reasonsInside(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' })
	return slices.ContainsFunc(words, func(w string) bool { return w == "because" || w == "therefore" || w == "hence" || w == "thus" })
}

// midSentence is a sentence's text inside another: without a capital where its first word
// is none that has one everywhere, as far as the map or a list of common words tells.
func (f *faulty) midSentence(text string) string {
	first, _, _ := strings.Cut(text, " ")
	small := strings.ToLower(first)
	known := slices.Contains(strings.Fields(smallWords), small)
	for _, c := range f.mk.whole.Claims {
		known = known || slices.Contains(wordsBehindFirst(c.Text), small)
	}
	if known {
		return small + text[len(first):]
	}
	return text
}

// smallWords are words that many sentences begin with.
const smallWords = `a an the this that these those it he she they we you no not some many most few all every each any both either neither
	more less one two three in on at by for from of to with without when where if as only even nothing nobody there here his her its their our
	other another such people`

// wordsBehindFirst are the words of a text that do not begin it.
func wordsBehindFirst(text string) []string {
	_, rest, _ := strings.Cut(text, " ")
	return strings.Fields(rest)
}
