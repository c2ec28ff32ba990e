package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var unusedSource = &Rule{
	Code:     "unused-source",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "every source is used",
	Why: "A source that no evidence names looks like support and is none. Name it where a claim rests on it, or take it off the list; a " +
		"reading list belongs elsewhere.",
	Bad: `sources:
  vet: {title: Dogs at night}
  zoo: {title: Beasts by day}
thesis: {claim: Dogs dream., evidence: vet p. 3}
`,
	Good: `sources:
  vet: {title: Dogs at night}
thesis: {claim: Dogs dream., evidence: vet p. 3}
`,
	check: func(p *pass) {
		used := map[*argmap.Source]bool{}
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				used[e.Source] = true
			}
		}
		for _, s := range p.m.Sources {
			for from := s.DerivesFrom; from != nil; from = from.DerivesFrom {
				used[from] = true
			}
		}
		for _, s := range p.m.Sources {
			if !used[s] && s.Decl.In == nil {
				at := s.Decl.ID.Span
				p.report(at, "name it where a claim rests on it, or take it off the list", "no evidence names the source %s", s.ID)
			}
		}
	},
}
