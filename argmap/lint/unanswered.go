package lint

import (
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var unanswered = &Rule{
	Code:     "unanswered",
	Family:   Structure,
	Severity: source.Info,
	Title:    "objections near the thesis are met or conceded",
	Why: "An objection that nobody answers, to the thesis or to a premise or step that carries it, is where a reader stops. Answer it under its own `but:`, or concede it: tag it " +
		"`conceded`, so that it is seen to be left standing on purpose.",
	Bad: `thesis:
  claim: Dogs dream.
  because: [Dogs twitch in their sleep.]
  but: [Nobody has asked a dog.]
`,
	Good: `thesis:
  claim: Dogs dream.
  because: [Dogs twitch in their sleep.]
  but:
    - claim: Nobody has asked a dog.
      but: [Sleepers who cannot be asked dream too.]
`,
	check: func(p *pass) {
		if p.m.Thesis == nil {
			return
		}
		check := func(con []*argmap.Argument, what string) {
			for _, a := range con {
				if !answered(a) {
					p.report(place(a, a.Premises[0]), "answer it under its own `but:`, or tag it `conceded`", "nothing answers this objection to %s", what)
				}
			}
		}
		check(p.m.Thesis.Con, "the thesis")
		for _, a := range p.m.Thesis.Pro {
			check(a.Con, "a step that leads to the thesis")
			for _, c := range a.Premises {
				if len(c.Uses) > 0 && c.Uses[0] == a {
					check(c.Con, "a premise of the thesis")
				}
			}
		}
	},
}

// answered tells whether anything opposes an argument's premises or step, or the
// author concedes it.
func answered(a *argmap.Argument) bool {
	if len(a.Con) > 0 || slices.Contains(a.Tags, "conceded") {
		return true
	}
	return slices.ContainsFunc(a.Premises, func(c *argmap.Claim) bool { return len(c.Con) > 0 || hasTag(c, "conceded") })
}
