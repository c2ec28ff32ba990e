package lint

import "github.com/argmap/argmap/claims/source"

var secondThesis = &Rule{
	Code:     "second-thesis",
	Family:   Structure,
	Severity: source.Warning,
	Title:    "a map has one thesis",
	Why: "A claim with arguments of its own that bears on nothing else is a second thesis: the map becomes two maps that share a page, and a " +
		"reader looks in vain for what joins them. Say with `ref:` where it bears on the case, give it a file of its own, or tag it `aside` if it " +
		"is meant to stand apart.",
	Bad: `thesis:
  claim: The bridge should be closed.
  because: [Its cables are rusting.]
claims:
  - claim: The ferry should run at night.
    because: [Many people work late.]
`,
	Good: `thesis:
  claim: The bridge should be closed.
  because: [Its cables are rusting.]
claims:
  - claim: The ferry should run at night.
    tags: aside
    because: [Many people work late.]
`,
	check: func(p *pass) {
		if p.m.Thesis == nil {
			return
		}
		for _, c := range p.m.Claims {
			if c.Decl.Nested || p.reach()[c] || hasTag(c, "aside") || hasTag(c, "definition") || len(c.Uses) > 0 || len(c.Pro)+len(c.Con) == 0 {
				continue
			}
			p.report(textOf(c), "use it with `ref:` where it bears on the case, tag it `aside`, or give it a file of its own",
				"the map has a second thesis")
			p.see(p.m.Thesis, "the thesis")
		}
	},
}
