package lint

import (
	"github.com/argmap/argmap/claims/source"
)

var passThrough = &Rule{
	Code:     "pass-through",
	Family:   Structure,
	Severity: source.Info,
	English:  true,
	Title:    "every layer adds something",
	Why: "A claim that rests on one premise, which says nearly the same in other words, is a rung without a step: the map grows longer and not " +
		"stronger. Take one of the two out, or write what leads from the one to the other as a second premise.",
	Bad: `thesis:
  claim: The library should open on Sundays.
  because:
    - claim: Workers find no time to visit the library on weekdays.
      because:
        - On weekdays workers have no time to visit the library.
`,
	Good: `thesis:
  claim: The library should open on Sundays.
  because:
    - claim: Workers find no time to visit the library on weekdays.
      because:
        - Most shifts in the town end after the library has closed.
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if len(c.Uses) == 0 || len(c.Pro) != 1 || len(c.Con) != 0 || len(c.Pro[0].Premises) != 1 {
				continue
			}
			if below := c.Pro[0].Premises[0]; below != c && p.saysAgain(below, c, false) {
				p.report(textOf(c), "take one of the two out, or say what leads from the one to the other", "this layer adds nothing to the claim below it")
				p.see(below, "the claim below")
			}
		}
	},
}
