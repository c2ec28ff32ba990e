package lint

import (
	"github.com/argmap/argmap/claims/source"
)

var contradiction = &Rule{
	Code:     "contradiction",
	Family:   Structure,
	Severity: source.Warning,
	English:  true,
	Title:    "nothing rests on a claim in one place and on its denial in another",
	Why: "When one reason rests on a claim and another on its denial, at most one of the two can be sound, and a critic needs nothing else. Decide " +
		"which of the two the map needs; where the second answers the first, make it an objection to it; if both are true of different things, say in each claim of what.",
	Bad: `thesis:
  claim: The town should build the tunnel.
  because:
    - The present ferry is used by commuters.
    - claim: The ferry can be given up.
      because: [The present ferry is not used by commuters.]
`,
	Good: `thesis:
  claim: The town should build the tunnel.
  because:
    - The present ferry is used by commuters in winter.
    - claim: The ferry can be given up.
      because: [Summer guests do not need the ferry.]
`,
	check: func(p *pass) {
		for _, pair := range p.alike() {
			a, b := pair.first, pair.second
			if negative(p.wordsOf(a)) != negative(p.wordsOf(b)) && supports(a) && supports(b) && !bearsOn(a, b) && !bearsOn(b, a) {
				p.report(textOf(b), "decide which of the two the map needs, make the one an objection to the other, or say of what each is true", "the claim denies another that is also used as support")
				p.see(a, "the other one")
			}
		}
	},
}
