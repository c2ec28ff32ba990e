package exercise

import "github.com/argmap/argmap/argmap"

var blanksType = &Type{
	Name: "blanks", Title: "Fill the gaps", Use: "reading a map closely: what must stand here, given all that stands around it",
	make: makeBlanks,
}

var blanksGaps = sizes{2, 3, 4, 6, 8}

func makeBlanks(mk *maker) error {
	m := mk.part(wish{most: mapSizes, has: threeClaims})
	if m == nil {
		return errThreeClaims()
	}
	mk.paper.Ask = "Some boxes of the map are empty. Write into each the letter of the claim that belongs there. " + mk.eachOnce()
	mk.gaps(m, mk.drawGaps(m, min(mk.count(blanksGaps), len(m.Claims)-1)))
	return nil
}

// drawGaps draws claims by lot, the deeper ones more often, since what is above them
// leaves less to guess. The thesis stays where it is for beginners.
func (mk *maker) drawGaps(m *argmap.Map, n int) []*argmap.Claim {
	var urn []*argmap.Claim // a claim is in it as often as it is steps deep, and once more
	x := argmap.NewIndex(m.Outline())
	for _, c := range m.Claims {
		if c == m.Thesis && mk.paper.Level < 3 {
			continue
		}
		for e := x.Entry(c.ID); e != nil; e = x.Under(e) {
			urn = append(urn, c)
		}
	}
	drawn := map[*argmap.Claim]bool{}
	for len(drawn) < n {
		drawn[urn[mk.rng.IntN(len(urn))]] = true
	}
	var out []*argmap.Claim
	for _, c := range m.Claims {
		if drawn[c] {
			out = append(out, c)
		}
	}
	return out
}
