package lint

import "github.com/argmap/argmap/claims/source"

var firstPerson = &Rule{
	Code:     "first-person",
	Family:   Wording,
	Severity: source.Warning,
	English:  true,
	Title:    "a claim is about its subject, not about its author",
	Why: "“I think that the bridge is unsafe” is true as soon as the author thinks so, whatever the state of the bridge. The map is to weigh the bridge: " +
		"leave the author out. If it matters who says so, that is evidence, and goes there.",
	Bad:  "thesis: In my opinion the bridge is unsafe.\n",
	Good: "thesis: The bridge is unsafe.\n",
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			ws := p.wordsOf(c)
			for i, w := range ws {
				first := w.lower == "my" || w.lower == "myself" || w.lower == "me" || w.capital && (w.lower == "i" && ownPronoun(ws, i) || w.lower == "i'm" || w.lower == "i've" || w.lower == "i'd")
				if w.quoted || !first && !(w.lower == "personally") && !weThink(ws, i) {
					continue
				}
				p.reportWords(c, i, i+1, "leave the author out: claim the thing itself", "the claim speaks of its author")
				break
			}
		}
	},
}

// ownPronoun tells the pronoun I from a numeral: "Elizabeth I", "World War I".
func ownPronoun(ws []word, i int) bool {
	return i == 0 || !ws[i-1].capital || i == 1 && (ws[0].is(stopWords) || ws[0].is(subordinates) || ws[0].is(prepositions))
}

func weThink(ws []word, i int) bool {
	if ws[i].lower == "our" && i+1 < len(ws) {
		return ws[i+1].lower == "view" || ws[i+1].lower == "opinion"
	}
	if ws[i].lower != "we" || i+1 == len(ws) {
		return false
	}
	switch ws[i+1].lower {
	case "think", "believe", "feel", "hold", "maintain", "argue", "contend", "suggest", "consider", "find", "hope", "doubt", "know", "submit", "propose", "assess", "conclude", "urge", "expect", "regard", "fear", "see", "judge", "recommend", "claim":
		return true
	}
	return false
}
