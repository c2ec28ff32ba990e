package lint

import "github.com/argmap/argmap/claims/source"

var noSource = &Rule{
	Code:     "no-source",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "evidence names its source",
	Why: "A quotation, a statistic, an expert without a source cannot be checked, and what cannot be checked is an assertion in a better suit. List the work under `sources:` " +
		"and name it. A remark that is no evidence belongs under `note:`.",
	Bad: `thesis: {claim: Dogs dream., evidence: {kind: statistic, note: nine in ten of them}}
`,
	Good: `sources: {vet: {title: Dogs at night}}
thesis: {claim: Dogs dream., evidence: {source: vet, at: p. 3, kind: statistic, note: nine in ten of them}}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				if e.Source == nil && e.URL == "" && e.Decl.Source.IsZero() {
					p.report(e.Decl.Span, "list the work under `sources:` and name it: `{source: ID, at: p. 3}`", "the evidence does not say where it comes from")
				}
			}
		}
	},
}
