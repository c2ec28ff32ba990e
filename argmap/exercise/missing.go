package exercise

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/lint"
)

var missingType = &Type{
	Name: "missing", Title: "What is left unsaid?", Use: "finding the assumption that an argument needs",
	make: makeMissing,
}

var missingItems = sizes{1, 2, 2, 3, 4}

// incomplete is an argument without one of its premises.
type incomplete struct {
	of   *argmap.Argument
	gone *argmap.Claim
}

func makeMissing(mk *maker) error {
	m := mk.part(wish{most: sizes{9, 14, 24, 40, 60}, has: func(m *argmap.Map) bool { return len(mk.incompletes(m)) > 0 }})
	if m == nil {
		if !slices.ContainsFunc(mk.whole.Arguments, func(a *argmap.Argument) bool { return !a.OnStep() && len(a.Premises) > 1 }) {
			return tooSmall("no argument of the map has two premises")
		}
		return tooSmall("beside an argument with two premises it needs two claims that bear on something else")
	}
	mk.paper.Ask = "A premise of the argument is left out. Which of the claims is it?"
	for i, item := range mk.drawIncompletes(m) {
		mk.missingItem(strconv.Itoa(i+1), item)
	}
	return nil
}

func (mk *maker) missingItem(id string, item incomplete) {
	mk.key.Claims[id] = item.gone.ID
	about := missingParts(item)
	if mk.paper.Level < 3 && mk.whole.English() {
		if words := danglers(item); len(words) > 0 {
			about = append(about, Part{"hint", "It speaks of " + strings.Join(words, ", ") + "."})
		}
	}
	why := fmt.Sprintf("Without %s there is a hole in %s.", quoted(item.gone), stepFrom(others(item.of, item.gone), item.of))
	if mk.paper.Level >= 4 {
		mk.field(Field{ID: id + ".words", About: about, Prompt: "In your own words, what is left unsaid?", Open: true}, "", item.gone.Text)
		about = nil
	}
	wrong := mk.missingDistractors(item)
	texts := append([]string{item.gone.Text}, wrong...)
	shuffle(mk, texts)
	var options []Option
	right := ""
	for i, text := range texts {
		options = append(options, Option{Letter(i), text})
		if text == item.gone.Text {
			right = Letter(i)
		}
	}
	mk.field(Field{ID: id, About: about, Prompt: "The missing premise is", Options: options}, why, right)
}

func missingParts(item incomplete) []Part {
	var parts []Part
	for _, p := range others(item.of, item.gone) {
		parts = append(parts, Part{"premise", p.Text})
	}
	parts = append(parts, Part{"premise", "…"})
	word := map[argmap.Kind]string{argmap.Support: "so", argmap.Attack: "so it is not true that"}[item.of.Kind]
	return append(parts, Part{word, targetClaim(item.of).Text})
}

// incompletes lists what can be asked about: of every argument with several premises, an
// implicit one, or any where none is implicit.
func (mk *maker) incompletes(m *argmap.Map) []incomplete {
	var list []incomplete
	for _, implicit := range []bool{true, false} {
		for _, a := range m.Arguments {
			if a.OnStep() || len(a.Premises) < 2 || implicit != slices.ContainsFunc(a.Premises, isImplicit) {
				continue
			}
			for _, c := range a.Premises {
				if item := (incomplete{a, c}); c.Implicit == implicit && len(mk.safe(item)) >= 2 {
					list = append(list, item)
				}
			}
		}
	}
	return list
}

func isImplicit(c *argmap.Claim) bool { return c.Implicit }

// drawIncompletes draws as many as the level asks for: one of an argument, implicit
// premises first, and none that another item shows.
func (mk *maker) drawIncompletes(m *argmap.Map) []incomplete {
	all := mk.incompletes(m)
	shuffle(mk, all)
	slices.SortStableFunc(all, func(a, b incomplete) int {
		return map[bool]int{true: 0, false: 1}[a.gone.Implicit] - map[bool]int{true: 0, false: 1}[b.gone.Implicit]
	})
	var drawn []incomplete
	shown, gone := map[*argmap.Claim]bool{}, map[*argmap.Claim]bool{}
	for _, item := range all {
		shows := append(others(item.of, item.gone), targetClaim(item.of))
		clash := shown[item.gone] || gone[item.gone] || slices.ContainsFunc(shows, func(c *argmap.Claim) bool { return gone[c] }) ||
			slices.ContainsFunc(drawn, func(d incomplete) bool { return d.of == item.of })
		if clash || len(drawn) == mk.count(missingItems) {
			continue
		}
		drawn = append(drawn, item)
		gone[item.gone] = true
		for _, c := range shows {
			shown[c] = true
		}
	}
	return drawn
}

// missingDistractors are up to three wrong answers: from far away for beginners, later
// from near by.
func (mk *maker) missingDistractors(item incomplete) []string {
	list := mk.safe(item)
	shuffle(mk, list)
	slices.SortStableFunc(list, func(a, b *argmap.Claim) int {
		d := mk.distance(a, item.gone) - mk.distance(b, item.gone)
		if mk.paper.Level < 3 {
			return -d
		}
		return d
	})
	list = list[:min(len(list), max(3, len(list)/2))]
	shuffle(mk, list)
	var texts []string
	for _, c := range list[:min(len(list), 3)] {
		texts = append(texts, c.Text)
	}
	return texts
}

// safe are the claims of the whole map that are no right answer: they do not bear on the
// same claim, do not follow from it, and do not speak for the missing premise.
func (mk *maker) safe(item incomplete) []*argmap.Claim {
	on := targetClaim(item.of)
	barred := map[string]bool{mk.plain(item.gone): true}
	for e := mk.index.Entry(on.ID); e != nil; e = mk.index.Under(e) {
		barred[mk.plain(e.Claim)] = true
	}
	for _, c := range mk.whole.Claims {
		if mk.speaksFor(c, item.gone) || slices.ContainsFunc(c.Uses, func(a *argmap.Argument) bool { return targetClaim(a).ID == on.ID }) {
			barred[mk.plain(c)] = true
		}
	}
	var list []*argmap.Claim
	for _, c := range mk.whole.Claims {
		if !barred[mk.plain(c)] {
			barred[mk.plain(c)] = true
			list = append(list, c)
		}
	}
	return list
}

// speaksFor tells whether a claim stands on a branch of reasons for another.
func (mk *maker) speaksFor(c, other *argmap.Claim) bool {
	for e := mk.index.Entry(c.ID); e != nil; e = mk.index.Under(e) {
		if on := mk.index.Under(e); on != nil && on.Claim.ID == other.ID {
			return mk.index.Above(e).Argument.Kind == argmap.Support
		}
	}
	return false
}

// distance is how many claims lie between two in the whole map, by way of the one under
// which both stand.
func (mk *maker) distance(a, b *argmap.Claim) int {
	far := map[*argmap.Entry]int{}
	n := 0
	for e := mk.index.Entry(a.ID); e != nil; e = mk.index.Under(e) {
		far[e] = n
		n++
	}
	m := 0
	for e := mk.index.Entry(b.ID); e != nil; e = mk.index.Under(e) {
		if d, ok := far[e]; ok {
			return d + m
		}
		m++
	}
	return n + m
}

// danglers are the words of the missing premise that stand only once in what is left of
// the argument. They point to what it must speak of: the Rabbit Rule and that of holding
// hands of the Austhink tutorials.
func danglers(item incomplete) []string {
	count := map[string]int{}
	for _, c := range append(others(item.of, item.gone), targetClaim(item.of)) {
		for _, w := range lint.ContentWords(c.Text) {
			count[w.Stem]++
		}
	}
	var words []string
	for _, w := range lint.ContentWords(item.gone.Text) {
		if count[w.Stem] == 1 {
			words = append(words, "“"+w.Written+"”")
		}
	}
	return words
}
