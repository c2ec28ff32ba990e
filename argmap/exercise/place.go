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
	m := mk.part(wish{most: mapSizes, has: threeClaims})
	if m == nil {
		return errThreeClaims()
	}
	mk.paper.Ask = "The map shows how the argument is built, and not what it says. Write into each box the letter of the claim that belongs there. " + mk.eachOnce()
	mk.gaps(m, m.Claims)
	return nil
}

func threeClaims(m *argmap.Map) bool { return len(m.Claims) >= 3 }

func errThreeClaims() error {
	return tooSmall("it needs a thesis and two claims that bear on it, all of different words")
}

// eachOnce says how often a letter of the bank is used.
func (mk *maker) eachOnce() string {
	if mk.paper.Level < distractorLevel {
		return "Each letter is used once."
	}
	return "No letter is used twice, and some may be left over."
}

// gaps makes the paper's map of a part, with some of its claims left out, which the
// bank holds. Nothing on that map tells what stood in a gap. Where the map looks the same
// with the claims of two gaps exchanged, either is right in both.
func (mk *maker) gaps(m *argmap.Map, out []*argmap.Claim) {
	gone := map[*argmap.Claim]string{}
	for _, c := range out {
		gone[c] = "?"
	}
	bank, letters := mk.lettered(slices.Concat(out, mk.distractors(m)))
	mk.paper.Bank = bank
	outline := m.Outline()
	looks := looksOf(outline.Roots[0], gone)
	outline.Each(func(e *argmap.Entry) {
		if gone[e.Claim] == "" {
			return
		}
		id := strconv.Itoa(len(mk.paper.Fields) + 1)
		gone[e.Claim] = id
		mk.key.Claims[id] = e.Claim.ID
		right := []string{letters[e.Claim]}
		for _, c := range out {
			if c != e.Claim && looks[c] == looks[e.Claim] {
				right = append(right, letters[c])
			}
		}
		mk.field(Field{ID: id}, whyPlace(e.Claim), right...)
	}, nil)
	ids := 0
	c := copier{most: len(m.Claims), dress: func(from *argmap.Claim, to *claims.Claim) {
		ids++
		to.ID.Value = fmt.Sprintf("c%d", ids)
		if id := gone[from]; id != "" {
			to.Text.Value, to.Implicit = "("+id+")", false
			mk.paper.Gaps[to.ID.Value] = id
		}
	}}
	mk.draw(c.copy(outline.Roots[0]))
}

// draw builds the paper's map.
func (mk *maker) draw(file *claims.File) {
	file.Lang.Value = mk.whole.Lang
	mk.paper.Map, _ = argmap.Build(file)
}

// distractorLevel is the level from which there are wrong answers among the claims to choose from.
const distractorLevel = 4

// distractors are claims of the map that stand in no gap: none below distractorLevel.
// They bear on nothing of the part directly, since they could stand there too.
func (mk *maker) distractors(m *argmap.Map) []*argmap.Claim {
	if mk.paper.Level < distractorLevel {
		return nil
	}
	in, texts := map[string]bool{}, map[string]bool{}
	for _, c := range m.Claims {
		in[c.ID], texts[plain(c.Text)] = true, true
	}
	var list []*argmap.Claim
	for _, c := range mk.whole.Claims {
		fits := slices.ContainsFunc(c.Uses, func(a *argmap.Argument) bool { return in[targetClaim(a).ID] })
		if !in[c.ID] && !texts[plain(c.Text)] && !fits {
			texts[plain(c.Text)] = true
			list = append(list, c)
		}
	}
	shuffle(mk, list)
	return list[:min(len(list), mk.paper.Level-2)]
}

// targetClaim is the claim that an argument bears on, by however many steps.
func targetClaim(a *argmap.Argument) *argmap.Claim {
	for {
		switch t := a.Target.(type) {
		case *argmap.Claim:
			return t
		case *argmap.Argument:
			a = t
		}
	}
}
