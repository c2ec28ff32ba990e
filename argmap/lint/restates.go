package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var restates = &Rule{
	Code:     "restates",
	Family:   Structure,
	Severity: source.Warning,
	English:  true,
	Title:    "a premise says more than its conclusion",
	Why: "A reason in nearly the words of the claim it supports gives nobody a reason: it is the claim again. Ask “how do you know?” and write " +
		"the answer to that; if there is none, the claim is one that the map takes on trust, and should be seen to be.",
	Bad: `thesis:
  claim: Private cars cause most noise in the old town.
  because:
    - Most noise in the old town is caused by private cars.
`,
	Good: `thesis:
  claim: Private cars cause most noise in the old town.
  because:
    - On the first Sunday without cars the meters in the market fell by half.
`,
	check: func(p *pass) {
		for _, a := range p.m.Arguments {
			target, ok := a.Target.(*argmap.Claim)
			if !ok || a.Kind != argmap.Support {
				continue
			}
			for _, c := range a.Premises {
				if c != target && p.saysAgain(c, target, len(a.Premises) > 1) && sameWords(c.Text) != sameWords(target.Text) {
					p.report(textOf(c), "answer the question “how do you know?”, or take this layer out", "the premise says again what its conclusion says")
					p.see(target, "the conclusion")
				}
			}
		}
	},
}

// saysAgain tells whether two claims have nearly the same content words and the
// same figures, and neither denies what the other says. Linked premises share
// words with their conclusion by right, so that more is asked of them.
func (f *facts) saysAgain(c, target *argmap.Claim, linked bool) bool {
	a, b := f.contentOf(c), f.contentOf(target)
	if min(len(a), len(b)) < fewestWords || negative(f.wordsOf(c)) != negative(f.wordsOf(target)) || !f.sameNumbers(c, target) {
		return false
	}
	least := 0.6
	if linked {
		least = 0.8
	}
	return jaccardOf(a, b) >= least
}
