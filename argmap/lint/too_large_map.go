package lint

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// mostClaims is how many claims readers keep in mind: Dwyer, Hogan and Stewart
// (2010, doi:10.1016/j.tsc.2009.05.001) found maps of 50 statements harder than
// maps of 30.
const mostClaims = 50

var tooLarge = &Rule{
	Code:     "too-large-map",
	Family:   Structure,
	Severity: source.Info,
	Title:    "a map can be taken in",
	Why: "Readers follow maps of thirty claims; at fifty and more they lose the thread, and the words get small on any page. Show one branch " +
		"at a time, or make maps of their own of the branches that can stand alone. A map that is kept for reference may be larger.",
	Bad:  "thesis:\n  claim: Claim 0 stands.\n  because:\n" + numbered(mostClaims),
	Good: "thesis:\n  claim: Claim 0 stands.\n  because:\n" + numbered(5),
	check: func(p *pass) {
		if n := len(p.m.Claims); n > mostClaims && p.m.Thesis != nil {
			p.report(textOf(p.m.Thesis), "show one branch at a time, or split the map", "the map has %d claims, more than readers take in", n)
		}
	},
}

// numbered writes that many reasons.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("    - Number " + strings.Repeat("i", i+1) + " stands too.\n")
	}
	return b.String()
}
