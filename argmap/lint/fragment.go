package lint

import (
	"strings"
	"unicode"

	"github.com/argmap/argmap/claims/source"
)

var fragment = &Rule{
	Code:     "fragment",
	Family:   Wording,
	Severity: source.Info,
	English:  true,
	Title:    "a claim is a full sentence",
	Why: "“Rising costs” is a heading: does the author say that costs rise, that they will, that they matter? Only a sentence with a verb can be true or " +
		"false, and only then can a reader agree or object. Say of what you are claiming what.",
	Bad: `thesis:
  claim: The town should close the pool.
  because: [Rising costs]
`,
	Good: `thesis:
  claim: The town should close the pool.
  because: [The costs of the pool have doubled since 2015.]
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if isFragment(c.Text, p.wordsOf(c)) {
				p.report(textOf(c), "write a full sentence: say of something what it does or is", "the claim is no full sentence")
			}
		}
	},
}

// longestFragment is how many words a text may have that is looked at: longer
// texts without a verb that the lists know are sentences with a rare verb.
const longestFragment = 12

func isFragment(text string, ws []word) bool {
	if len(ws) == 0 || len(ws) > longestFragment || !latin(text) || strings.ContainsAny(text, "?!=<>≥≤") {
		return false
	}
	if len(ws) == 1 {
		return true
	}
	if ws[0].is(subjects) || ws[0].lower == "i" || ws[0].lower == "we" || ws[0].lower == "you" {
		return false
	}
	closed := strings.HasSuffix(strings.TrimRight(text, `"'”’)`), ".")
	if closed && len(ws) > 1 && plural(ws[0].lower) && !ws[1].is(prepositions) {
		return false // "Dogs bark.": what follows a plural may be any verb
	}
	for i := range ws {
		switch finite(ws, i) {
		case 2:
			return false
		case 1:
			if closed || i > 1 {
				return false
			}
		}
	}
	if imperative(ws) {
		return false
	}
	return !closed || !unknownVerb(ws)
}

// unknownVerb tells whether a word that no list has may be a verb: one in -s
// behind a noun, at the end or before something that a verb takes.
func unknownVerb(ws []word) bool {
	for i := 1; i < len(ws); i++ {
		w, before := ws[i].lower, ws[i-1].lower
		if len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "'s") || determiners[before] || prepositions[before] ||
			verbLike(before) || strings.HasSuffix(before, "er") || before == "old" || before == "new" {
			continue
		}
		if i+1 == len(ws) || ws[i+1].is(determiners) || ws[i+1].is(prepositions) && ws[i+1].lower != "of" || ws[i+1].is(pronouns) || strings.HasSuffix(ws[i+1].lower, "ly") || i == 1 {
			return true
		}
	}
	return false
}

// latin tells whether the text is in Latin letters, for which alone the lists hold.
func latin(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}
