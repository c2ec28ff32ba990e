package lint

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

var notAStatement = &Rule{
	Code:     "not-a-statement",
	Family:   Wording,
	Severity: source.Warning,
	English:  true,
	Title:    "a claim can be true or false",
	Why: "A question, a command, a wish can be neither true nor false, and nothing can support or oppose it. Behind a rhetorical question stands a " +
		"claim: write that. A command becomes a claim with “should”: not “Close the bridge!” but “The bridge should be closed.”",
	Bad: `thesis:
  claim: Close the bridge!
  because:
    - Who would trust these cables?
`,
	Good: `thesis:
  claim: The bridge should be closed.
  because:
    - Nobody who knows the cables trusts them.
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			ws := p.wordsOf(c)
			text := strings.TrimRight(c.Text, " \"'”’)")
			switch {
			case len(ws) == 0:
			case text != c.Text && !strings.ContainsAny(c.Text[:1], "\"'“‘(") && strings.ContainsAny(text[len(text)-1:], "?!"):
				// the words of others end so
			case strings.HasSuffix(text, "?"):
				p.report(textOf(c), "write the claim that the question stands for", "the claim is a question")
			case strings.HasSuffix(text, "!"):
				p.report(textOf(c), "write it as a sentence that can be true or false", "the claim is a call")
			case imperative(ws):
				p.report(textOf(c), "say with “should” what ought to be done", "the claim is a command")
			case strings.HasPrefix(strings.ToLower(text), "if only "), strings.HasPrefix(text, "May ") && len(ws) > 1 && (ws[1].is(determiners) || ws[1].is(pronouns)), strings.HasPrefix(strings.ToLower(text), "would that "):
				p.report(textOf(c), "write it as a sentence that can be true or false", "the claim is a wish")
			}
		}
	},
}

var commands = setOf(`abolish act allow ask avoid ban be begin bring build buy call cancel choose close compare consider cut defend do don't drop end ensure
	expand find fund get give go hire hold imagine invest keep leave let listen look make move never note open pay please prevent protect put
	raise read recall reduce reject remember remove repair replace save see sell send shut spend start stop suppose support take tell think
	try vote wait`)

// alsoNouns are commands that may be nouns as well: "Support for the plan has grown."
var alsoNouns = setOf(`act ask ban call cut drop end find fund give help hire hold leave look move note open pay start stop support trust try vote wait save shut`)

// orders are verbs that open nothing but commands.
var orders = setOf(`abolish introduce legalise legalize ensure reject impose forbid expand scrap dismantle reinstate`)

// imperative tells whether the words begin with a command: a verb and what it
// acts on, with no finite verb right behind.
func imperative(ws []word) bool {
	if len(ws) < 2 || !ws[0].is(commands) && !ws[0].is(orders) {
		return false
	}
	next := ws[1]
	if ws[0].is(orders) {
		return !slices.ContainsFunc(ws[1:], func(w word) bool { return auxiliaries[w.lower] })
	}
	if ws[0].lower == "save" && next.lower == "for" || next.capital && next.end-next.start == 1 {
		return false // "Save for one roof", "Act V"
	}
	if ws[0].lower == "never" {
		return verbs[next.lower]
	}
	if next.lower == "that" && (ws[0].lower == "suppose" || ws[0].lower == "note" || ws[0].lower == "remember") || ws[0].lower == "please" || ws[0].lower == "let" || ws[0].lower == "don't" {
		return true
	}
	if finite(ws, 1) > 1 {
		return false
	}
	for i := range ws {
		if ws[0].is(alsoNouns) && (next.is(prepositions) || next.capital) && i > 0 && finite(ws, i) == 2 {
			return false // the first word is a noun
		}
	}
	return next.is(determiners) || next.is(pronouns) || next.is(prepositions) || next.lower == "not" || next.capital || verbLike(next.lower) ||
		plural(next.lower) && !isVerbForm(next.lower) && (len(ws) == 2 || ws[2].is(prepositions) || ws[2].is(determiners))
}
