package exercise

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/argmap/argmap/argmap"
)

var linkedType = &Type{
	Name: "linked", Title: "Linked or convergent?", Use: "telling premises that need each other from reasons that stand alone",
	make: makeLinked,
}

var linkedItems = sizes{3, 4, 6, 8, 10}

// pair is two premises on one target: of one argument, or of two of the same kind.
type pair struct {
	a, b   *argmap.Claim
	of     *argmap.Argument // the argument of a
	linked bool             // and of b
}

func makeLinked(mk *maker) error {
	m := mk.part(wish{most: sizes{9, 14, 24, 40, 60}, has: func(m *argmap.Map) bool {
		linked, apart := pairsOf(m)
		return len(linked) > 0 && len(apart) > 0
	}})
	if m == nil {
		return tooSmall("no part of it has both an argument with two premises and two reasons (or objections) about one claim")
	}
	mk.paper.Ask = "Suppose one of the two premises is false. Does the other still say something for (or against) the claim, or does it only together with the first?"
	options := []Option{
		{"L", "linked: premises of one argument, which carry it only together"},
		{"C", "convergent: of two arguments, each of which stands without the other"},
	}
	for i, p := range mk.drawPairs(m) {
		word := map[argmap.Kind]string{argmap.Support: "both for", argmap.Attack: "both against"}[p.of.Kind]
		parts := []Part{{"premise", p.a.Text}, {"premise", p.b.Text}, {word, targetClaim(p.of).Text}}
		key := "C"
		if p.linked {
			key = "L"
		}
		mk.field(Field{ID: strconv.Itoa(i + 1), About: parts, Prompt: "The premises are", Options: options}, whyPair(p), key)
	}
	return nil
}

// drawPairs draws pairs by lot, of both kinds, of which none is in the majority by rule.
func (mk *maker) drawPairs(m *argmap.Map) []pair {
	linked, apart := pairsOf(m)
	shuffle(mk, linked)
	shuffle(mk, apart)
	n := min(mk.count(linkedItems), len(linked)+len(apart))
	least, most := max(1, n-len(apart)), min(len(linked), n-1)
	share := min(max(n/3+mk.rng.IntN(n/3+2), least), most)
	items := slices.Concat(linked[:share], apart[:n-share])
	shuffle(mk, items)
	for i, p := range items {
		if mk.rng.IntN(2) == 0 {
			items[i].a, items[i].b = p.b, p.a
		}
	}
	return items
}

// pairsOf lists the pairs of a map: of an argument, one of its neighbouring premises
// each; of two arguments, their first ones.
func pairsOf(m *argmap.Map) (linked, apart []pair) {
	for i, a := range m.Arguments {
		if a.OnStep() {
			continue
		}
		for j := 1; j < len(a.Premises); j++ {
			linked = append(linked, pair{a.Premises[j-1], a.Premises[j], a, true})
		}
		for _, b := range m.Arguments[i+1:] {
			if b.Kind == a.Kind && b.Target == a.Target {
				apart = append(apart, pair{a.Premises[0], b.Premises[0], a, false})
			}
		}
	}
	return linked, apart
}

func whyPair(p pair) string {
	if p.linked {
		return fmt.Sprintf("Without %s, %s says nothing about %s: they are co-premises.", quoted(p.a), quoted(p.b), quoted(targetClaim(p.of)))
	}
	verb := map[argmap.Kind]string{argmap.Support: "for", argmap.Attack: "against"}[p.of.Kind]
	return fmt.Sprintf("Even if %s were false, %s would speak %s %s: they belong to two arguments.", quoted(p.a), quoted(p.b), verb, quoted(targetClaim(p.of)))
}
