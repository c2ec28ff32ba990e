package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var unreachable = &Rule{
	Code:     "unreachable",
	Family:   Structure,
	Severity: source.Warning,
	Title:    "every claim bears on the thesis",
	Why: "A map is about one thesis. A claim that stands under `claims:` and is used nowhere says nothing for it or against it: use it " +
		"with `ref:` where it belongs, or leave it out. Definitions and asides may stay; tag them `aside` to say that it is meant.",
	Bad: `thesis:
  claim: The bridge should be closed.
  because: [Its cables are rusting.]
claims:
  - The bridge was built in 1931.
`,
	Good: `thesis:
  claim: The bridge should be closed.
  because: [Its cables are rusting.]
claims:
  - {claim: The bridge was built in 1931., tags: aside}
`,
	check: func(p *pass) {
		if p.m.Thesis == nil {
			return
		}
		for _, c := range p.m.Claims {
			if c.Decl.Nested || p.reach()[c] || hasTag(c, "aside") || hasTag(c, "definition") || len(c.Pro)+len(c.Con) > 0 {
				continue // one with arguments of its own is reported by second-thesis
			}
			p.report(textOf(c), "use it with `ref:` where it bears on something, tag it `aside`, or leave it out",
				"the claim bears on nothing that leads to the thesis")
		}
	},
}

func hasTag(c *argmap.Claim, tag string) bool {
	for _, t := range c.Tags {
		if t == tag {
			return true
		}
	}
	return false
}

// below adds to seen a claim and everything that hangs on it, and returns it.
func below(c *argmap.Claim, seen map[*argmap.Claim]bool) map[*argmap.Claim]bool {
	rest := []*argmap.Claim{c}
	for len(rest) > 0 {
		c := rest[len(rest)-1]
		rest = rest[:len(rest)-1]
		if seen[c] {
			continue
		}
		seen[c] = true
		for _, list := range [][]*argmap.Argument{c.Pro, c.Con} {
			for _, a := range list {
				for _, u := range usesOf(a) {
					rest = append(rest, u.premise)
				}
			}
		}
	}
	return seen
}
