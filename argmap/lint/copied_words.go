package lint

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// copiedRun is how many words in a row make a copy.
const copiedRun = 8

var copiedWords = &Rule{
	Code:     "copied-words",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "a claim is in the map's own words",
	Why: "Eight words in a row that stand in the source are a quotation, and want quotation marks or `quote:`. There is more to it than manners: whoever can say a claim in " +
		"words of his own has understood it, and copied sentences bring their pronouns, hedges and reasons along.",
	Bad: `sources: {vet: {title: Dogs at night, file: vet.txt}}
thesis: {claim: "The dog twitched all morning, and it barked twice before it woke up.", evidence: vet ¶1}
`,
	Good: `sources: {vet: {title: Dogs at night, file: vet.txt}}
thesis: {claim: Dogs move and bark in their sleep., evidence: {source: vet, at: ¶1, quote: it barked twice before it woke up}}
`,
	Beside: vetText,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			for i, e := range c.Evidence {
				text := p.Texts[e.Source]
				if text == nil || slices.ContainsFunc(c.Evidence[:i], func(before *argmap.Evidence) bool { return before.Source == e.Source }) {
					continue
				}
				if run, ok := text.LongestCommon(p.unquoted(c), copiedRun); ok {
					p.report(textOf(c), "say it in words of your own, and keep the source's under `quote:`", "the words %s stand in the source %s, %s", quoted(run.Text), e.Source.ID, run.Place)
				}
			}
		}
	},
}

// unquoted is a claim's text with a stroke for every word in quotation marks.
func (p *pass) unquoted(c *argmap.Claim) string {
	var b strings.Builder
	at := 0
	for _, w := range p.wordsOf(c) {
		b.WriteString(c.Text[at:w.start])
		if w.quoted {
			b.WriteString("|")
		} else {
			b.WriteString(c.Text[w.start:w.end])
		}
		at = w.end
	}
	return b.String() + c.Text[at:]
}
