package lint

import "github.com/argmap/argmap/claims/source"

var scopeShift = &Rule{
	Code:     "scope-shift",
	Family:   Wording,
	Severity: source.Info,
	English:  true,
	Title:    "a conclusion is no wider than its premises",
	Why: "From one case, or from some, nothing follows for all. Where a conclusion says “all”, “always” or “most” and what it rests on speaks of a few, or of one day, " +
		"the step is a generalisation, and the question is whether the cases are typical. Narrow the conclusion, or add the premise that says why they are.",
	Bad: `thesis:
  claim: Most visitors come by train.
  because:
    - One morning in June the station was full of visitors.
`,
	Good: `thesis:
  claim: Some visitors come by train.
  because:
    - One morning in June the station was full of visitors.
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			at := wideAt(p.wordsOf(c))
			if at < 0 || len(c.Pro) != 1 || past(p.wordsOf(c)) {
				continue
			}
			narrow := false
			for _, premise := range c.Pro[0].Premises {
				if wideAt(p.wordsOf(premise)) >= 0 || premise.Implicit {
					narrow = false
					break
				}
				narrow = narrow || isNarrow(p.wordsOf(premise))
			}
			if narrow {
				p.reportWords(c, at, at+1, "narrow the conclusion, or say why the cases are typical", "the claim is wider than what it rests on")
				p.see(c.Pro[0].Premises[0], "which speaks of less")
			}
		}
	},
}

// wideAt finds a word that speaks of all or most cases, or -1.
func wideAt(ws []word) int {
	for i, w := range ws {
		if !w.quoted && w.is(universals) && !(w.lower == "all" && i > 0 && (ws[i-1].lower == "at" || ws[i-1].lower == "after")) && !(w.lower == "no" && i+1 < len(ws) && ws[i+1].lower == "longer") {
			return i
		}
	}
	return -1
}

// isNarrow tells whether a text speaks of some cases or of a single one: by a
// word such as "one", by a year, or by being told in the past.
func isNarrow(ws []word) bool {
	for i, w := range ws {
		if w.is(narrows) && w.lower != "a" && w.lower != "an" || i > 0 && len(w.lower) == 4 && (w.lower[:2] == "19" || w.lower[:2] == "20" || w.lower[:2] == "18") {
			return true
		}
	}
	return past(ws)
}
