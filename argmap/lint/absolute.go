package lint

import (
	"slices"

	"github.com/argmap/argmap/claims/source"
)

var absolute = &Rule{
	Code:     "absolute",
	Family:   Wording,
	Severity: source.Info,
	English:  true,
	Title:    "“always”, “never”, “all” and “nobody” are meant",
	Why: "One counterexample refutes an “always”, and there mostly is one; the argument seldom needs that much. Say “mostly” or “in the cases at hand” if " +
		"that is enough for the conclusion. If everything is really meant, keep the word: it is easy to attack, and that is a virtue.",
	Bad:  "thesis: Children always copy what they see.\n",
	Good: "thesis: Children often copy what they see.\n",
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			ws := p.wordsOf(c)
			if i := absoluteAt(ws); i >= 0 {
				p.reportWords(c, i, i+1, "keep it if every single case is meant; otherwise say how many", "“%s” can be refuted by one case", c.Text[ws[i].start:ws[i].end])
			}
		}
	},
}

var (
	spans = setOf(`day days week weeks year years month months morning mornings evening evenings night nights monday tuesday wednesday
		thursday friday saturday sunday summer winter spring autumn hour time other along single the of others these those its their his her our but in`)
)

// absoluteAt finds a word that admits no exception, or -1.
func absoluteAt(ws []word) int {
	if slices.ContainsFunc(ws, func(w word) bool { return w.lower == "unless" }) {
		return -1 // an exception is named
	}
	for i, w := range ws {
		if w.quoted || i > 0 && (ws[i-1].lower == "not" || ws[i-1].lower == "nearly" || ws[i-1].lower == "almost") {
			continue
		}
		next, before := word{}, word{}
		if i+1 < len(ws) {
			next = ws[i+1]
		}
		if i > 0 {
			before = ws[i-1]
		}
		if isAbsolute(ws, i, before, next) {
			return i
		}
	}
	return -1
}

func isAbsolute(ws []word, i int, before, next word) bool {
	switch w := ws[i]; w.lower {
	case "always", "invariably", "whenever":
		return true
	case "never":
		return before.lower == "has" || before.lower == "have" || before.lower == "will" || before.lower == "can" || before.lower == "is" || before.lower == "are" || verbs[next.lower] || presentForm(next.lower)
	case "all", "every":
		return !ofNamed(ws, i) && next.lower != "" && !next.is(spans) && !next.is(numberWords) && !next.capital && before.lower != "at" && before.lower != "after" && before.lower != "above" &&
			before.lower != "of" && !past(ws) && !(next.lower[0] >= '0' && next.lower[0] <= '9')
	case "everyone", "everybody", "nobody", "none", "everything", "nothing":
		return i < 2 && !past(ws) && next.lower != "but" && next.lower != "of" && next.lower != "in" && next.lower != "else"
	case "no":
		return i == 0 && !ofNamed(ws, i) && !past(ws) && next.lower != "longer" && next.lower != "more" && next.lower != "doubt" || i == 0 && next.lower == "one" && !past(ws)
	case "only":
		return i == 0 && !past(ws) && len(next.lower) > 3 && next.lower[len(next.lower)-1] == 's'
	case "impossible":
		return before.lower == "is" || before.lower == "are"
	case "without":
		return next.lower == "exception"
	}
	return false
}

// ofNamed tells whether the group that a word speaks of is one that has a name:
// "no zoo in Aldmark".
func ofNamed(ws []word, i int) bool {
	for j := i + 2; j < len(ws) && j < i+5; j++ {
		if ws[j-1].is(prepositions) && ws[j].capital || j > i+2 && ws[j-2].is(prepositions) && ws[j-1].is(determiners) && ws[j].capital {
			return true
		}
	}
	return false
}

// past tells whether the text tells of something that is over: its first finite
// verb is a past tense.
func past(ws []word) bool {
	for i, w := range ws {
		switch {
		case w.lower == "was" || w.lower == "were" || w.lower == "had" || w.lower == "did" || w.lower == "didn't" || w.lower == "wasn't":
			return true
		case auxiliaries[w.lower]:
			return false
		case i > 0 && irregularPasts[w.lower]:
			return true
		case i > 0 && len(w.lower) > 4 && w.lower[len(w.lower)-2:] == "ed" && finite(ws, i) > 0:
			return true
		case i > 0 && finite(ws, i) > 0:
			return false
		}
	}
	return false
}

func presentForm(lower string) bool {
	return isVerbForm(lower) && lower[len(lower)-1] == 's'
}
