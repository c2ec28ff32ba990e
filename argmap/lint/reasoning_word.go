package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var reasoningWord = &Rule{
	Code:     "reasoning-word",
	Family:   Wording,
	Severity: source.Warning,
	English:  true,
	Title:    "the lines of a map reason, not its boxes",
	Why: "“Because”, “therefore” and “so” inside a box hide an argument that the map should show: the reason cannot be attacked apart from what it " +
		"supports. Split the claim, and let `because:` say what the word said. At a claim's start such a word is superfluous: the line has said it. " +
		"What happened because of what may stand in one box, as long as the map treats it as one fact.",
	Bad: `thesis:
  claim: Dogs should be kept on a lead because they frighten children.
  because:
    - Therefore, parents avoid parks.
`,
	Good: `thesis:
  claim: Dogs should be kept on a lead.
  because:
    - claim: Dogs that run free frighten children.
    - Parents avoid parks.
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			ws := p.wordsOf(c)
			if n := openingConnective(ws); n > 0 {
				d := p.reportWords(c, 0, n, "leave the word out: the line above says it", "the claim opens with “%s”", c.Text[ws[0].start:ws[n-1].end])
				d.Fix = withoutOpening(p.m.Source, c, ws, n)
				continue
			}
			if i, n := innerReasoning(ws); n > 0 {
				p.reportWords(c, i, i+n, "split the claim in two, the one under `because:` of the other", "“%s” reasons inside the claim", c.Text[ws[i].start:ws[i+n-1].end])
			}
		}
	},
}

var (
	openers = phrasesOf(`therefore|thus|hence|consequently|accordingly|as a result|for this reason|for that reason|it follows that|which is why|
		that is why|this is why|however|nevertheless|nonetheless|moreover|furthermore|but|and|or|also|yet|in conclusion|to conclude|all in all|in addition|additionally|after all|for example|for instance|on the other hand`)
	inner = phrasesOf(`therefore|consequently|it follows that|which shows that|which proves that|which means that|which shows|
		which proves|which means|given that|for this reason|for that reason|that is why|which is why|as a result|this is why|this shows|this proves|
		this means|proving that|showing that|and so|and thus|and hence|and therefore|seeing that|inasmuch as`)
)

// openingConnective is how many words of a connective open the text.
func openingConnective(ws []word) int {
	if len(ws) < 3 {
		return 0
	}
	n := openers.at(ws, 0)
	if n > 0 && n < len(ws) && !connects(ws, n) {
		return 0
	}
	switch {
	case n == 0 && ws[0].lower == "so" && (ws[1].comma || ws[1].is(determiners) && !ws[1].is(crowdWords) || ws[1].is(pronouns)):
		return 1
	case n == 0 && ws[0].lower == "because", n == 1 && ws[0].lower == "yet" && !ws[1].comma && !ws[1].is(determiners):
		return 0
	case n > 0 && n < len(ws):
		return n
	}
	return 0
}

// connects tells an opening word that joins the claim to another from one that
// belongs to its own sentence: "However hard it rains", "But for the ivy".
func connects(ws []word, n int) bool {
	next := ws[n]
	switch ws[0].lower {
	case "however", "yet", "also", "still", "after", "for", "in", "on", "additionally":
		return next.comma
	case "but":
		return next.lower != "for"
	case "and", "or":
		return next.lower != "so" && !auxiliaries[next.lower]
	case "thus", "hence":
		return next.lower != "far" && next.lower != "spoke"
	}
	return true
}

// innerReasoning finds a word that reasons inside the text: where it stands and
// of how many words it is.
func innerReasoning(ws []word) (at, n int) {
	for i := range ws {
		w := ws[i]
		if w.quoted || i == 0 && w.lower != "because" && w.lower != "since" && w.lower != "given" {
			continue
		}
		if n := inner.at(ws, i); n > 0 && (w.lower != "as" && w.lower != "which" || w.comma) {
			return i, n
		}
		next := word{}
		if i+1 < len(ws) {
			next = ws[i+1]
		}
		switch w.lower {
		case "thus", "hence":
			if next.lower != "far" && (w.comma || ws[i-1].lower == "and") {
				return i, 1
			}
		case "so":
			if w.comma && (next.is(determiners) && next.lower != "much" && next.lower != "many" && next.lower != "few" || next.is(pronouns) || next.capital || plural(next.lower)) {
				return i, 1
			}
		case "because":
			if next.lower != "of" && (i == 0 || judges(ws[:i])) {
				return i, 1
			}
		case "since":
			if causalSince(ws, i) {
				return i, 1
			}
		}
	}
	return 0, 0
}

// judges tells whether words that stand before a "because" judge, predict or
// prescribe, so that what follows is a reason, and not tell what happened.
func judges(ws []word) bool {
	for _, w := range ws {
		if w.is(prescriptive) || w.is(modals) || w.lower == "is" || w.lower == "are" || w.lower == "deserve" || w.lower == "deserves" {
			return true
		}
	}
	return false
}

// causalSince tells a "since" that gives a reason from one that tells the time.
func causalSince(ws []word, i int) bool {
	if i+2 >= len(ws) || ws[i+1].lower == "when" {
		return false
	}
	for _, w := range ws {
		if w.lower == "has" || w.lower == "have" || w.lower == "had" || w.lower == "ever" {
			return false
		}
	}
	for j := i + 1; j < len(ws) && j < i+9; j++ {
		if j > i+1 && ws[j].comma {
			break
		}
		if finite(ws, j) > 0 {
			return i > 0 && ws[i].comma || i == 0 || ws[i+1].is(pronouns) || ws[i+1].is(determiners)
		}
	}
	return false
}

// withoutOpening takes the first words off a claim.
func withoutOpening(file *source.File, c *argmap.Claim, ws []word, n int) *source.Fix {
	rest := c.Text[ws[n].start:]
	if strings.Trim(c.Text[ws[n-1].end:ws[n].start], " ,") != "" { // a bracket or a quotation begins
		return nil
	}
	if utf8.RuneLen([]rune(rest)[0]) != 1 { // leave letters with accents to the author
		return nil
	}
	span := spanIn(file, textOf(c), c.Text, ws[0].start, ws[n].start+1)
	if span == textOf(c) || file.Slice(span) != c.Text[ws[0].start:ws[n].start+1] {
		return nil
	}
	return &source.Fix{Message: "leave the word out", Edits: []source.Edit{{Span: span, Text: strings.ToUpper(rest[:1])}}}
}
