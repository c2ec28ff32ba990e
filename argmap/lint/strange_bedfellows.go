package lint

import (
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var strangeBedfellows = &Rule{
	Code:     "strange-bedfellows",
	Family:   Structure,
	Severity: source.Info,
	English:  true,
	Title:    "premises of one argument need one another",
	Why: "Independent points crammed into one argument fall together: whoever refutes one is seen to have refuted all. The test: suppose one is " +
		"false; if the others still support the claim, they are reasons of their own, and each gets an item of its own under `because:`. " +
		"The rule asks where the stated premises share no word with one another, and no implicit premise joins them.",
	Bad: `thesis:
  claim: The castle is worth a visit.
  because:
    - premises:
        - The castle gardens bloom until October.
        - Children enter the castle free of charge.
        - The trains from the city run hourly.
`,
	Good: `thesis:
  claim: The castle is worth a visit.
  because:
    - The castle gardens bloom until October.
    - Children enter the castle free of charge.
`,
	check: func(p *pass) {
		for _, a := range p.m.Arguments {
			if len(a.Premises) < 2 || a.OnStep() || slices.ContainsFunc(a.Premises, func(c *argmap.Claim) bool { return c.Implicit || len(c.Uses) > 1 }) {
				continue
			}
			if p.allApart(a.Premises, p.contentOf(targetClaim(a))) && len(a.Pro)+len(a.Con) == 0 {
				d := p.report(place(a, a.Premises[0]), "if each carries something alone, give each an item of its own; otherwise write the premise that joins them",
					"do these premises need one another? They share no word")
				for _, c := range a.Premises[1:] {
					d.Related = append(d.Related, source.Related{Message: "a premise of the same argument", Span: place(a, c)})
				}
			}
		}
	},
}

// allApart tells whether no two of the claims share a content word but those of
// their target, and two at least share one with that.
func (p *pass) allApart(cs []*argmap.Claim, target []string) bool {
	seen := map[string]bool{}
	near := 0
	for _, c := range cs {
		if len(without(p.contentOf(c), target)) < len(p.contentOf(c)) {
			near++
		}
		for _, w := range p.contentOf(c) {
			if slices.Contains(target, w) {
				continue
			}
			if seen[w] {
				return false
			}
		}
		for _, w := range p.contentOf(c) {
			seen[w] = true
		}
	}
	return near >= 2
}
