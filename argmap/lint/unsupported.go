package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var unsupported = &Rule{
	Code:     "unsupported",
	Family:   Evidence,
	Severity: source.Info,
	Title:    "what a map rests on has evidence",
	Why: "A reason that nothing supports is an assertion: the map rests on it, and a reader must take it on trust. Name a source under " +
		"`evidence:`, give a reason, or mark the claim `implicit: true` if it is common ground that you supply. " +
		"The rule speaks once a file names any evidence at all, since a first sketch names none.",
	Bad: `sources: {vet: {title: Dogs at night}}
thesis:
  claim: Dogs dream.
  because:
    - claim: Dogs twitch in their sleep.
      evidence: vet p. 3
    - Dogs bark in their sleep.
`,
	Good: `sources: {vet: {title: Dogs at night}}
thesis:
  claim: Dogs dream.
  because:
    - claim: Dogs twitch in their sleep.
      evidence: vet p. 3
    - claim: Dogs bark in their sleep.
      evidence: vet p. 4
`,
	check: func(p *pass) {
		any := false
		for _, c := range p.m.Claims {
			any = any || len(c.Evidence) > 0
		}
		for _, c := range p.m.Claims {
			if any && c != p.m.Thesis && supports(c) && !c.Implicit && len(c.Evidence) == 0 && len(c.Pro) == 0 {
				p.report(textOf(c), "name a source under `evidence:`, or give a reason", "nothing supports this premise of a reason")
			}
		}
	},
}

// supports tells whether the claim is a premise of a reason.
func supports(c *argmap.Claim) bool {
	for _, a := range c.Uses {
		if a.Kind == argmap.Support {
			return true
		}
	}
	return false
}
