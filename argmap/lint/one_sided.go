package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var oneSided = &Rule{
	Code:     "one-sided",
	Family:   Structure,
	Severity: source.Info,
	Title:    "a map looks at both sides",
	Why: "A case without a single objection has not been tested. Ask what somebody who disagrees would say to the thesis, to its " +
		"weakest premise, and to the step between them; write it down under `but:`, and answer it if you can.",
	Bad: `thesis:
  claim: Dogs dream.
  because: [Dogs twitch in their sleep.]
`,
	Good: `thesis:
  claim: Dogs dream.
  because: [Dogs twitch in their sleep.]
  but: [Twitching is a reflex that needs no dream.]
`,
	check: func(p *pass) {
		if p.m.Thesis == nil || len(p.m.Arguments) == 0 {
			return
		}
		pro, con := 0, 0
		for _, a := range p.m.Arguments {
			if a.Kind == argmap.Attack {
				con++
			} else {
				pro++
			}
		}
		switch {
		case con == 0:
			p.report(textOf(p.m.Thesis), "say what somebody who disagrees would answer, under `but:`", "the map has no objection")
		case pro == 0:
			p.report(textOf(p.m.Thesis), "say what speaks for the thesis, under `because:`", "the map has objections and no reason")
		}
	},
}
