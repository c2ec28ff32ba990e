package lint

import "github.com/argmap/argmap/claims/source"

// cruxLoad is the share of the case from which an unstated premise is a crux.
const cruxLoad = 0.5

var unstatedCrux = &Rule{
	Code:     "unstated-crux",
	Family:   Structure,
	Severity: source.Info,
	Title:    "what the case hangs on is argued for",
	Why: "An implicit premise that half of the case or more rests on is where the argument is decided, and nobody has said it, let alone argued " +
		"for it. Look there first: is it true, would the author accept it, what would an opponent say? Give it evidence or a reason, or let the map show that it " +
		"has none. The share is worked out by dividing the thesis evenly among its reasons, and so on down; premises of one argument carry all of it.",
	Bad: `thesis:
  claim: The patron will drop its client.
  because:
    - premises:
        - The patron distrusts its client.
        - {claim: A patron drops a client that it distrusts., implicit: true}
`,
	Good: `thesis:
  claim: The patron will drop its client.
  because:
    - premises:
        - The patron distrusts its client.
        - claim: A patron drops a client that it distrusts.
          implicit: true
          because: [The patron dropped two clients in this way before.]
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if share := p.loadOf(c); c != p.m.Thesis && c.Implicit && len(c.Pro) == 0 && len(c.Evidence) == 0 && share >= cruxLoad {
				p.report(textOf(c), "give it evidence or a reason, or leave it as the question that the case turns on",
					"%.0f %% of the case rests on this unstated premise, and nothing supports it", 100*share)
			}
		}
	},
}
