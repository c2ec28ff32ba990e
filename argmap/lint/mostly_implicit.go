package lint

import "github.com/argmap/argmap/claims/source"

// mostImplicit is the share of implicit claims up to which a map is still its
// author's, in maps of at least leastClaims claims.
const (
	mostImplicit = 0.5
	leastClaims  = 5
)

var mostlyImplicit = &Rule{
	Code:     "mostly-implicit",
	Family:   Structure,
	Severity: source.Info,
	Title:    "a map shows what was said",
	Why: "Charity supplies what a text leaves out; too much of it writes another text. Where more than half of the claims are the analyst's, the " +
		"map is mostly a reconstruction, and should say so, or be cut back to the premises without which the steps make no sense.",
	Bad: `thesis:
  claim: Clubs should pay.
  because:
    - premises:
        - Clubs use the field.
        - {claim: Users wear a field down., implicit: true}
        - {claim: Wear costs money., implicit: true}
        - {claim: The town has no money., implicit: true}
        - {claim: Whoever causes a cost should pay it., implicit: true}
`,
	Good: `thesis:
  claim: Clubs should pay.
  because:
    - premises:
        - Clubs use the field.
        - {claim: Whoever causes a cost should pay it., implicit: true}
`,
	check: func(p *pass) {
		n := 0
		for _, c := range p.m.Claims {
			if c.Implicit {
				n++
			}
		}
		if all := len(p.m.Claims); p.m.Thesis != nil && all >= leastClaims && float64(n) > mostImplicit*float64(all) {
			p.report(textOf(p.m.Thesis), "leave out what the steps do not need, or say in the title that the map is a reconstruction", "%d of %d claims are implicit", n, all)
		}
	},
}
