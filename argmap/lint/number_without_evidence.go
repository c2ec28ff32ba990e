package lint

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

var numberWithoutEvidence = &Rule{
	Code:     "number-without-evidence",
	Family:   Evidence,
	Severity: source.Info,
	English:  true,
	Title:    "a figure has a source",
	Why: "A number persuades because it looks measured. Who counted, when, and what? Without a source nobody can ask, and a wrong figure goes on from text to " +
		"text. Name the source under `evidence:`, or give the reasons from which the figure follows.",
	Bad: `thesis:
  claim: The town needs a second bridge.
  because: [Traffic has grown by 40 per cent.]
`,
	Good: `sources: {count: {title: Traffic census}}
thesis:
  claim: The town needs a second bridge.
  because: [{claim: Traffic has grown by 40 per cent., evidence: count p. 2}]
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if len(c.Evidence) > 0 || len(c.Pro) > 0 || c.Implicit {
				continue
			}
			if i := figureAt(c.Text, p.wordsOf(c)); i >= 0 {
				p.reportWords(c, i, i+1, "name a source under `evidence:`, or give the reasons from which it follows", "where does this figure come from?")
			}
		}
	},
}

var (
	units = setOf(`per percent cent km kilometres kilometers miles metres meters euros dollars pounds crowns tons tonnes hours minutes days weeks months
		years people children pupils students visitors voters families households jobs cars cases times degrees deaths patients seats votes homes
		houses ships men women residents books companies firms schools hectares acres litres points seasons soldiers`)
	labelled = setOf(`article section chapter page number no act route line paragraph clause room gate channel bus grade class form rule war world
		january february march april may june july august september october november december year since in by until before after`)
	shares    = setOf(`half third quarter fifth tenth thirds quarters fifths tenths dozen dozens`)
	multiples = setOf(`doubled tripled trebled quadrupled halved double triple twice thrice`)
	large     = setOf(`hundred hundreds thousand thousands million millions billion billions twenty thirty forty fifty sixty seventy eighty ninety`)
)

// figureAt finds a figure that is neither a date nor a name's number, or -1.
func figureAt(text string, ws []word) int {
	for i, w := range ws {
		if w.quoted {
			continue
		}
		before, next := word{}, word{}
		if i > 0 {
			before = ws[i-1]
		}
		if i+1 < len(ws) {
			next = ws[i+1]
		}
		switch {
		case w.lower[0] >= '0' && w.lower[0] <= '9':
			if digitsAreFigure(text, w, before, next) {
				return i
			}
		case w.is(multiples):
			if w.lower != "twice" && w.lower != "double" || next.lower == "as" || next.lower == "the" || next.lower == "that" || next.is(prepositions) {
				return i
			}
		case w.is(shares):
			if next.lower == "of" || next.lower == "the" || w.lower != "half" && w.lower != "third" && w.lower != "quarter" && before.is(numberWords) || w.lower == "dozen" || w.lower == "half" && next.lower == "a" {
				return i
			}
		case w.is(large), numberWords[w.lower] && next.is(units), numberWords[w.lower] && next.lower == "in", numberWords[w.lower] && next.lower == "to", numberWords[w.lower] && next.lower == "out":
			if !ordinalName(before) {
				return i
			}
		}
	}
	return -1
}

func ordinalName(before word) bool { return before.lower == "chapter" || before.lower == "article" }

// digitsAreFigure tells 40 %, 1,200 and 12 km from years, dates, clock times and
// the numbers of articles and streets.
func digitsAreFigure(text string, w, before, next word) bool {
	digits := strings.TrimFunc(w.lower, func(r rune) bool { return r < '0' || r > '9' })
	rest := text[w.end:]
	sign := ""
	if w.start > 0 {
		sign = text[:w.start]
	}
	switch {
	case strings.HasPrefix(strings.TrimLeft(rest, " "), "%") || strings.HasSuffix(sign, "$") || strings.HasSuffix(sign, "€") || strings.HasSuffix(sign, "£"):
		return true
	case next.is(units):
		return true
	case strings.HasPrefix(rest, ":"), strings.HasSuffix(sign, ":"), before.lower == "at" && len(digits) <= 2:
		return false
	case len(digits) == 4 && digits == w.lower && (digits[0] == '1' || digits[:2] == "20"): // a year
		return false
	case len(w.lower) > len(digits): // 1920s, 5th, 3,000
		return strings.ContainsAny(w.lower, ",.") && strings.Trim(w.lower, "0123456789,.") == ""
	case before.capital && !before.stop || before.is(labelled) && len(digits) < 3 || next.capital:
		return false
	}
	return true
}
