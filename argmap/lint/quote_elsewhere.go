package lint

import (
	"slices"

	"github.com/argmap/argmap/claims/fulltext"
	"github.com/argmap/argmap/claims/source"
)

var quoteElsewhere = &Rule{
	Code:     "quote-elsewhere",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "a quote stands where the evidence says",
	Why: "The quote is in the source, but not at the place that is given: whoever looks it up finds another passage, and may think that it was made up. " +
		"`--fix` puts the right place in. Where the quote has no place yet, the rule gives it.",
	Bad: `sources: {vet: {title: Dogs at night, file: vet.txt}}
thesis: {claim: Dogs dream., evidence: {source: vet, at: ¶2, quote: the dog twitched all morning}}
`,
	Good: `sources: {vet: {title: Dogs at night, file: vet.txt}}
thesis: {claim: Dogs dream., evidence: {source: vet, at: ¶1, quote: the dog twitched all morning}}
`,
	Beside: vetText,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				text := p.Texts[e.Source]
				if text == nil || e.Quote == "" {
					continue
				}
				at, ok := fulltext.ParseLocator(e.At)
				places := text.Find(e.Quote)
				if !ok || len(places) == 0 || slices.ContainsFunc(places, func(place fulltext.Place) bool {
					covers, known := text.Covers(at, place)
					return covers || !known
				}) {
					continue
				}
				right := places[0].In(at[0].Kind)
				d := p.report(e.Decl.At.Span, "write "+right, "the quote stands in %s, not in %s", right, e.At)
				d.Related = []source.Related{{Message: "the quote", Span: e.Decl.Quote.Span}}
				if len(places) == 1 && len(at) == 1 {
					d.Fix = &source.Fix{Message: "write " + right, Edits: []source.Edit{{Span: e.Decl.At.Span, Text: right}}}
				}
			}
		}
	},
}
