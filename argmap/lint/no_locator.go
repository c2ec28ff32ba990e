package lint

import (
	"github.com/argmap/argmap/claims/source"
)

var noLocator = &Rule{
	Code:     "no-locator",
	Family:   Evidence,
	Severity: source.Info,
	Title:    "evidence says where in its source it stands",
	Why: "A source without a place sends the reader through the whole work, and hides a misreading. Add the page, the paragraph or " +
		"the minute: `vet p. 3`, `vet ¶2`.",
	Bad: `sources: {vet: {title: Dogs at night}}
thesis: {claim: Dogs dream., evidence: vet}
`,
	Good: `sources: {vet: {title: Dogs at night}}
thesis: {claim: Dogs dream., evidence: vet p. 3}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				if e.Source != nil && e.At == "" && e.URL == "" {
					p.report(e.Decl.Span, "add the page, paragraph or minute: `"+e.Source.ID+" p. 3`", "the evidence does not say where in its source it stands")
				}
			}
		}
	},
}
