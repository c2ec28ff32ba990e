package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var oneSided = &Rule{
	Code:     "one-sided",
	Severity: source.Info,
	Title:    "a map looks at both sides",
	Why: "A case without a single objection has not been tested. Ask what somebody who disagrees would say to the thesis, to its " +
		"weakest premise, and to the step between them; write it down under `but:`, and answer it if you can.",
	Bad: `thesis:
  claim: Dogs dream.
  because: [They twitch in their sleep.]
`,
	Good: `thesis:
  claim: Dogs dream.
  because: [They twitch in their sleep.]
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

var unanswered = &Rule{
	Code:     "unanswered",
	Severity: source.Info,
	Title:    "an objection to the thesis is met or conceded",
	Why: "An objection to the thesis that nobody answers is where a reader stops. Answer it under its own `but:`, or concede it: tag it " +
		"`conceded`, so that it is seen to be left standing on purpose.",
	Bad: `thesis:
  claim: Dogs dream.
  because: [They twitch in their sleep.]
  but: [Nobody has asked a dog.]
`,
	Good: `thesis:
  claim: Dogs dream.
  because: [They twitch in their sleep.]
  but:
    - claim: Nobody has asked a dog.
      but: [Sleepers who cannot be asked dream too.]
`,
	check: func(p *pass) {
		if p.m.Thesis == nil {
			return
		}
		for _, a := range p.m.Thesis.Con {
			answered := len(a.Con) > 0
			for _, c := range a.Premises {
				answered = answered || len(c.Con) > 0 || hasTag(c, "conceded")
			}
			for _, tag := range a.Tags {
				answered = answered || tag == "conceded"
			}
			if !answered {
				p.report(place(a, a.Premises[0]), "answer it under its own `but:`, or tag it `conceded`", "nothing answers this objection to the thesis")
			}
		}
	},
}
