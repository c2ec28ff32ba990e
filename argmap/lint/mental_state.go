package lint

import (
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var mentalState = &Rule{
	Code:     "mental-state",
	Family:   Evidence,
	Severity: source.Info,
	English:  true,
	Title:    "what others want, fear and know is shown, not told",
	Why: "Nobody sees into a government, a leader or a firm. “Beijing fears”, “the owner wanted” is a conclusion from what they did and said, and the map " +
		"should show from what. Give the deeds as reasons (the scheme `intent` has the questions to ask), or the words as evidence. An assertion by " +
		"somebody who cannot know counts for nothing here.",
	Bad: `thesis:
  claim: The strait will stay open.
  because: [Vastria fears a blockade.]
`,
	Good: `thesis:
  claim: The strait will stay open.
  because:
    - claim: Vastria fears a blockade.
      because: [Vastria has bought grain for two years.]
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if len(c.Pro) > 0 || shown(c) {
				continue
			}
			if i := mindAt(p.wordsOf(c)); i >= 0 {
				p.reportWords(c, i, i+1, "give what they did or said, from which this follows", "how is it known what goes on in somebody's mind?")
			}
		}
	},
}

// shown tells whether a claim has evidence that is more than somebody's word.
func shown(c *argmap.Claim) bool {
	for _, e := range c.Evidence {
		switch e.Kind {
		case "assertion", "common-belief", "opinion":
		default:
			return true
		}
	}
	return false
}

// mindAt finds a verb or adjective that says what an agent has in mind, or -1.
func mindAt(ws []word) int {
	for i := 1; i < len(ws); i++ {
		w := ws[i]
		if w.quoted || w.is(reporting) || w.is(subordinates) || w.lower == "to" && i < 3 {
			return -1
		}
		state := w.is(mentalStates) && ws[i-1].is(auxiliaries) || w.lower == "idea" && ws[i-1].lower == "no" || w.lower == "intention" && ws[i-1].lower == "no" || w.lower == "face" && (ws[i-1].lower == "lost" || ws[i-1].lower == "lose")
		noun := i+1 < len(ws) && (ws[i+1].lower == "of" && baseMental[w.lower] || ws[i+1].lower == "between" || w.lower == "trust" && ws[i+1].lower == "in" || finite(ws, i+1) > 0)
		passive := ws[i-1].lower == "is" || ws[i-1].lower == "are" || ws[i-1].lower == "was" || ws[i-1].lower == "were" || ws[i-1].lower == "been"
		verb := w.is(mentalVerbs) && !noun && !(passive && !verbLike(w.lower)) && !ws[i-1].is(determiners) && !ws[i-1].is(prepositions) && ws[i-1].lower != "of"
		if !state && !verb {
			continue
		}
		if agent(ws[:i]) {
			return i
		}
		return -1
	}
	return -1
}

// person tells whether a word has an ending of words for people: -er, -or, -ist, -ess, -man.
func person(lower string) bool {
	for _, end := range []string{"ter", "ver", "ner", "tor", "sor", "ist", "ress", "man", "woman", "ant"} {
		if len(lower) > len(end)+2 && strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

// agent tells whether the words before a verb name one who has a mind: a proper
// name, or a word for an office or a body.
func agent(ws []word) bool {
	for i, w := range ws {
		if w.lower == "nobody" || w.lower == "everyone" || w.lower == "everybody" || w.is(crowds) {
			return false
		}
		if w.is(agents) || w.capital && i > 0 {
			return true
		}
	}
	w := ws[0]
	n := len(w.lower)
	if w.lower == "the" && len(ws) > 1 && person(ws[1].lower) {
		return true
	}
	return w.capital && !w.is(determiners) && !w.is(pronouns) && !w.is(stopWords) && w.lower[n-1] != 's' && !isVerbForm(w.lower) && (!verbLike(w.lower) || len(ws) > 1 && ws[1].is(auxiliaries)) || w.lower == "he" || w.lower == "she"
}
