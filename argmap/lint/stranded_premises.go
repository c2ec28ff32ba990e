package lint

import (
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var strandedPremises = &Rule{
	Code:     "stranded-premises",
	Family:   Structure,
	Severity: source.Info,
	English:  true,
	Title:    "premises that need one another stand in one argument",
	Why: "Two reasons that only work together are co-premises: apart, each is half an argument, and an objection to one leaves the other standing " +
		"as if nothing had happened. The test: suppose one is false; if the other then gives no support at all, put both under one `premises:`. " +
		"The rule asks where two lone reasons share a word that nothing else in the map has.",
	Bad: `thesis:
  claim: The harbour must be dredged.
  because:
    - The new tankers draw twelve metres.
    - The shipyard has ordered tankers for this coast.
`,
	Good: `thesis:
  claim: The harbour must be dredged.
  because:
    - premises:
        - The new tankers draw twelve metres.
        - The shipyard has ordered tankers for this coast.
`,
	check: func(p *pass) {
		users := map[string][]*argmap.Claim{}
		for _, c := range p.m.Claims {
			for _, w := range p.contentOf(c) {
				users[w] = append(users[w], c)
			}
		}
		for _, c := range p.m.Claims {
			for _, list := range [][]*argmap.Argument{c.Pro, c.Con} {
				for i, a := range list {
					p.strandedPair(c, list[:i], a, users)
				}
			}
		}
	},
}

// strandedPair reports an argument that shares a rare word with one of those
// before it.
func (p *pass) strandedPair(target *argmap.Claim, before []*argmap.Argument, a *argmap.Argument, users map[string][]*argmap.Claim) {
	if len(a.Premises) != 1 || len(a.Pro)+len(a.Con) > 0 {
		return
	}
	c := a.Premises[0]
	for _, b := range before {
		if len(b.Premises) != 1 || b.Premises[0] == c || len(b.Pro)+len(b.Con) > 0 {
			continue
		}
		other := b.Premises[0]
		for _, w := range p.contentOf(c) {
			if len(users[w]) != 2 || !slices.Contains(users[w], other) || slices.Contains(p.contentOf(target), w) || len(w) < 4 || numberWords[w] || jaccardOf(p.contentOf(c), p.contentOf(other)) >= leastLike {
				continue
			}
			p.report(textOf(c), "if neither carries anything alone, put both under one `premises:`", "are this reason and another halves of one argument? They share “%s”", w)
			p.see(other, "the other one")
			return
		}
	}
}
