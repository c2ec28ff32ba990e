package exercise

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
)

var placeType = &Type{
	Name: "place", Title: "Put the claims in their places", Use: "seeing what bears on what, with the structure given",
	make: makePlace,
}

func makePlace(mk *maker) error {
	m := mk.part()
	if len(m.Claims) < 3 {
		return tooSmall("the thesis needs two claims beside it")
	}
	mk.paper.Ask = "The map shows how the argument is built, and not what it says. Write into each box the letter of the claim that belongs there."
	mk.gaps(m, m.Claims)
	return nil
}

// gaps makes the paper's map of a part, with some of its claims left out, which the
// bank holds. Nothing on that map tells what stood in a gap.
func (mk *maker) gaps(m *argmap.Map, out []*argmap.Claim) {
	gone := map[*argmap.Claim]string{}
	for _, c := range out {
		gone[c] = "?"
	}
	bank, letters := mk.lettered(slices.Concat(out, mk.distractors(m)))
	mk.paper.Bank = bank
	outline := m.Outline()
	number := 0
	outline.Each(func(e *argmap.Entry) {
		if gone[e.Claim] == "" {
			return
		}
		number++
		id := strconv.Itoa(number)
		gone[e.Claim] = id
		mk.key.Claims[id] = e.Claim.ID
		mk.field(Field{ID: id}, whyPlace(e.Claim), letters[e.Claim])
	}, nil)
	ids := 0
	file := copyOf(outline.Roots[0], len(m.Claims), func(from *argmap.Claim, to *claims.Claim) {
		ids++
		to.ID.Value = fmt.Sprintf("c%d", ids)
		if id := gone[from]; id != "" {
			to.Text.Value, to.Implicit = "("+id+")", false
			mk.paper.Gaps[to.ID.Value] = id
		}
	})
	mk.paper.Map, _ = argmap.Build(file)
}

// distractors are claims of the map that stand in no gap: none below level 4.
func (mk *maker) distractors(m *argmap.Map) []*argmap.Claim {
	if mk.paper.Level < 4 {
		return nil
	}
	in := map[string]bool{}
	for _, c := range m.Claims {
		in[c.ID] = true
	}
	var others []*argmap.Claim
	for _, c := range mk.whole.Claims {
		if !in[c.ID] {
			others = append(others, c)
		}
	}
	mk.rng.Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
	return others[:min(len(others), mk.paper.Level-2)]
}

// whyPlace says what a claim does where it stands.
func whyPlace(c *argmap.Claim) string {
	if len(c.Uses) == 0 {
		return fmt.Sprintf("“%s” is what everything else is about.", c.Text)
	}
	a := c.Uses[0]
	verb := map[argmap.Kind]string{argmap.Support: "supports", argmap.Attack: "opposes"}[a.Kind]
	what := ""
	switch t := a.Target.(type) {
	case *argmap.Claim:
		what = "“" + t.Text + "”"
	case *argmap.Argument:
		verb = map[argmap.Kind]string{argmap.Support: "backs", argmap.Attack: "doubts"}[a.Kind]
		what = "the step from “" + t.Premises[0].Text + "”"
	}
	if len(a.Premises) == 1 {
		return fmt.Sprintf("“%s” %s %s.", c.Text, verb, what)
	}
	return fmt.Sprintf("“%s” %s %s only together with the other premises of its argument.", c.Text, verb, what)
}
