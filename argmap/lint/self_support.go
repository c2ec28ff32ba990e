package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var selfSupport = &Rule{
	Code:     "self-support",
	Family:   Structure,
	Severity: source.Error,
	Title:    "a claim is no premise of its own",
	Why: "A claim that is used to support or to oppose itself moves nobody: whoever doubts it doubts the premise as well. Mostly the `ref:` " +
		"names the wrong claim, or the same sentence was written twice. Ask what somebody who does not accept the claim yet could accept, " +
		"and write that.",
	Bad: `thesis:
  claim: The oracle is always right.
  id: right
  because:
    - ref: right
`,
	Good: `thesis:
  claim: The oracle is always right.
  because:
    - What the oracle foretold has come to pass.
`,
	check: func(p *pass) {
		for _, a := range p.m.Arguments {
			target := targetClaim(a)
			for _, c := range a.Premises {
				if c == target || sameWords(c.Text) == sameWords(target.Text) && sameWords(c.Text) != "" {
					p.report(place(a, c), "write a premise that somebody can accept who does not accept the claim yet", "the claim is a premise of its own")
					p.see(target, "the claim")
				}
			}
		}
	},
}

// targetClaim is the claim that an argument bears on, through the step of another
// argument where it is about one.
func targetClaim(a *argmap.Argument) *argmap.Claim {
	for {
		switch t := a.Target.(type) {
		case *argmap.Claim:
			return t
		case *argmap.Argument:
			a = t
		}
	}
}
