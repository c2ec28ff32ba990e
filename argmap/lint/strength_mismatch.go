package lint

import (
	"strconv"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// strongFrom is the number from which a strength counts as strong.
const strongFrom = 0.75

var strengthMismatch = &Rule{
	Code:     "strength-mismatch",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "an argument is no stronger than its weakest premise",
	Why: "Linked premises carry only together: if one gives way, all do. An argument marked strong whose premise has neither evidence nor a reason, or only " +
		"weak ones, is marked by hope. Support the premise, or mark the argument weaker.",
	Bad: `thesis:
  claim: The bridge should be closed.
  because:
    - premises: [The cables are rusting., Rusting cables snap.]
      strength: strong
`,
	Good: `thesis:
  claim: The bridge should be closed.
  because:
    - premises: [The cables are rusting., Rusting cables snap.]
      strength: weak
`,
	check: func(p *pass) {
		for _, a := range p.m.Arguments {
			if !strong(a.Strength) {
				continue
			}
			for _, c := range a.Premises {
				if weakest(c) {
					p.report(a.Decl.Strength.Span, "support that premise, or mark the argument weaker", "the argument is marked strong, and one of its premises is not")
					p.see(c, "the weak premise")
					break
				}
			}
		}
	},
}

func strong(strength string) bool {
	v, err := strconv.ParseFloat(strength, 64)
	return strength == "strong" || err == nil && v >= strongFrom
}

// weakTo is the number up to which a strength counts as weak.
const weakTo = 1.0 / 3

func weak(strength string) bool {
	v, err := strconv.ParseFloat(strength, 64)
	return strength == "weak" || err == nil && v <= weakTo
}

// weakest tells whether a claim has nothing to stand on, or only what is marked
// weak or is somebody's word. What the analyst supplies is judged elsewhere.
func weakest(c *argmap.Claim) bool {
	if c.Implicit || shown(c) {
		return false
	}
	for _, a := range c.Pro {
		if !weak(a.Strength) {
			return false
		}
	}
	return true
}
