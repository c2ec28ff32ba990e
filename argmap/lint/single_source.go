package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// severalPieces is how many pieces of evidence a map has at least before it can be
// said to lean on one source.
const severalPieces = 3

var singleSource = &Rule{
	Code:     "single-source",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "a case rests on more than one source",
	Why: "Where every piece of evidence leads back to one source, the case is as good as that source, however many boxes it fills. Look for somebody who saw the " +
		"same thing from elsewhere. A map that only analyses one text does this by its nature: then the rule says what the text is worth. Sources that derive " +
		"from one another (`derives-from:`) count as one. (Intelligence analysts are held to the same: ICD 203.)",
	Bad: `sources: {paper: {title: The Daily}}
thesis:
  claim: The minister took the money.
  evidence: paper p. 1
  because:
    - {claim: The sender named the minister., evidence: paper p. 2}
    - {claim: The money was found., evidence: paper p. 3}
`,
	Good: `sources: {paper: {title: The Daily}, court: {title: Records of the court}}
thesis:
  claim: The minister took the money.
  evidence: paper p. 1
  because:
    - {claim: The sender named the minister., evidence: court p. 2}
    - {claim: The money was found., evidence: paper p. 3}
`,
	check: func(p *pass) {
		roots := map[*argmap.Source]int{}
		var one *argmap.Source
		n := 0
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				if e.Source != nil {
					one = e.Source.Root()
					roots[one]++
					n++
				} else if e.URL != "" {
					return // a place of its own
				}
			}
		}
		if len(roots) == 1 && n >= severalPieces {
			p.report(one.Decl.ID.Span, "look for a source that knows the same from elsewhere", "all %d pieces of evidence rest on one source, %s", n, one.Short()).File = one.In(p.m)
		}
	},
}
