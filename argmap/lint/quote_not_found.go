package lint

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/fulltext"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
)

var quoteNotFound = &Rule{
	Code:     "quote-not-found",
	Family:   Evidence,
	Severity: source.Error,
	Title:    "a quote stands in its source, word for word",
	Why: "Quotation marks promise the author's own words. The quote is looked for in the source's `file:`; white space, the shape of quotation marks, hyphens and " +
		"dashes make no difference, and “…” stands for words left out. Where a passage is nearly the same, the difference is shown, and `--fix` puts the source's words in. " +
		"Where nothing is like it, the quote is a paraphrase, or from another work.",
	Bad: `sources: {vet: {title: Dogs at night, file: vet.txt}}
thesis: {claim: Dogs dream., evidence: {source: vet, at: ¶1, quote: the dog twitched all night}}
`,
	Good: `sources: {vet: {title: Dogs at night, file: vet.txt}}
thesis: {claim: Dogs dream., evidence: {source: vet, at: ¶1, quote: the dog twitched all morning}}
`,
	Beside: vetText,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				text := p.Texts[e.Source]
				if text == nil || e.Quote == "" || len(text.Find(e.Quote)) > 0 {
					continue
				}
				p.reportQuote(text, e)
			}
		}
	},
}

// vetText is the source that the examples of the rules about quotes quote.
const vetText = `Last winter I watched a kennel for a month. On most nights the dog twitched all morning, and it barked twice before it woke up.

In the summer I came back. Nothing of the kind was to be seen, and the keeper told me that dogs do not dream in the heat.
`

func (p *pass) reportQuote(text *fulltext.Text, e *argmap.Evidence) {
	at := e.Decl.Quote.Span
	near, ok := text.Nearest(e.Quote)
	if !ok {
		p.report(at, "quote the source's own words, or say it in `note:`", "the quote is not in the source %s", e.Source.ID)
		return
	}
	if !slices.ContainsFunc(near.Pieces, func(piece fulltext.Piece) bool { return piece.Op != fulltext.Same }) {
		p.report(at, "quote the parts in the order in which they stand, or as quotes of their own", "the quote's parts are in the source %s, in another order", e.Source.ID)
		return
	}
	d := p.report(at, "the source's words are [-so-], the quote's {+so+}: "+near.Diff(4), "the quote is not in the source %s in these words; like it is %s", e.Source.ID, near.Place)
	if sameEnds(near.Text, e.Quote) {
		d.Fix = &source.Fix{Message: "quote the source's own words", Edits: []source.Edit{{Span: at, Text: yamltree.DoubleQuoted(near.Text)}}}
	}
}

// sameEnds tells whether a passage begins and ends with the words that the quote
// begins and ends with, and nothing is left out of the quote: otherwise the
// passage may hold more or less than was meant.
func sameEnds(passage, quote string) bool {
	a, b := wordsOf(passage), wordsOf(quote)
	return len(a) > 0 && len(b) > 0 && a[0].lower == b[0].lower && a[len(a)-1].lower == b[len(b)-1].lower &&
		!strings.Contains(quote, "…") && !strings.Contains(quote, "...") && !strings.Contains(quote, "[")
}
