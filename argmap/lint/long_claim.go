package lint

import "github.com/argmap/argmap/claims/source"

// mostWords is how many words a claim may have.
const mostWords = 30

var longClaim = &Rule{
	Code:     "long-claim",
	Family:   Wording,
	Severity: source.Info,
	Title:    "a claim can be read at a glance",
	Why: "A claim of more than thirty words is mostly two claims, or a claim with its reason inside, and on a picture it is a grey block. Cut what the " +
		"argument does not need; give the rest boxes of its own, or put it into `note:`. A `label:` helps where space is short.",
	Bad: `thesis: The old bridge over the river, which was built in the year of the great flood by an engineer from the capital whose name nobody remembers, should be closed to all traffic except bicycles before the winter.
`,
	Good: `thesis: {claim: The old bridge should be closed to motor traffic before the winter., note: It was built after the flood.}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if n := len(p.wordsOf(c)); n > mostWords {
				p.report(textOf(c), "cut what the argument does not need, or give it a box of its own", "the claim has %d words", n)
			}
		}
	},
}
