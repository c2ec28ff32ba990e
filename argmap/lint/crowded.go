package lint

import "github.com/argmap/argmap/claims/source"

// How many premises an argument, and how many arguments a claim may have before
// the rule asks for a layer between.
const (
	mostPremises  = 5
	mostArguments = 6
)

var crowded = &Rule{
	Code:     "crowded",
	Family:   Structure,
	Severity: source.Info,
	Title:    "no claim has more arguments, and no argument more premises, than one can weigh",
	Why: "Seven reasons in a row are a list, not a case: nobody can weigh them against one another, and some of them are reasons for others. Put a claim " +
		"between that says what some of them have in common. The same holds of an argument with more than five premises.",
	Bad:  "thesis:\n  claim: Claim 0 stands.\n  because:\n" + numbered(mostArguments+1),
	Good: "thesis:\n  claim: Claim 0 stands.\n  because:\n" + numbered(mostArguments),
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if n := max(len(c.Pro), len(c.Con)); n > mostArguments {
				p.report(textOf(c), "put a claim between that says what some of them have in common", "%d arguments bear on this claim side by side", n)
			}
		}
		for _, a := range p.m.Arguments {
			if n := len(a.Premises); n > mostPremises {
				p.report(place(a, a.Premises[0]), "split the argument into steps", "this argument has %d premises", n)
			}
		}
	},
}
