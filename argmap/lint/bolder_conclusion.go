package lint

import "github.com/argmap/argmap/claims/source"

var bolderConclusion = &Rule{
	Code:     "bolder-conclusion",
	Family:   Wording,
	Severity: source.Warning,
	English:  true,
	Title:    "a conclusion is no surer than its premises",
	Why: "From “perhaps” follows at most “perhaps”. Where everything that a claim rests on is hedged and the claim itself is not, certainty has been made " +
		"out of nothing on the way up. Hedge the conclusion, or find a premise that needs no hedge. (Analytic standards ask the same of intelligence " +
		"reports: US Intelligence Community Directive 203 wants the confidence in a judgment expressed.)",
	Bad: `thesis:
  claim: The minister took the money.
  because:
    - The minister may have known the sender.
`,
	Good: `thesis:
  claim: Perhaps the minister took the money.
  because:
    - The minister may have known the sender.
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if len(c.Pro) != 1 || p.soft(p.wordsOf(c)) {
				continue
			}
			all := true
			for _, premise := range c.Pro[0].Premises {
				_, n := hedged(p.wordsOf(premise))
				all = all && n > 0
			}
			if all {
				p.report(textOf(c), "hedge it as its premises are, or find one that needs no hedge", "the claim is bolder than everything it rests on")
				p.see(c.Pro[0].Premises[0], "hedged here")
			}
		}
	},
}

// soft tells whether a claim is hedged, or says no more than that something can be.
func (p *pass) soft(ws []word) bool {
	if _, n := hedged(ws); n > 0 {
		return true
	}
	for _, w := range ws {
		switch w.lower {
		case "may", "might", "could", "can", "possible", "risk", "likely", "danger", "chance", "should", "ought":
			return true
		}
	}
	return false
}
