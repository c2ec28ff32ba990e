package lint

import "github.com/argmap/argmap/claims/source"

var bolderThanQuote = &Rule{
	Code:     "bolder-than-quote",
	Family:   Wording,
	Severity: source.Warning,
	English:  true,
	Title:    "a claim is no surer than what it quotes",
	Why: "The source says “is said to”, “it seems”, “may”; the claim that rests on it says flatly that it is so. That is how rumours become facts. Carry the " +
		"hedge over into the claim, or quote the passage where the source commits itself.",
	Bad: `sources: {paper: {title: The Daily}}
thesis: {claim: The minister took the money., evidence: {source: paper, at: p. 1, quote: the minister may have taken the money}}
`,
	Good: `sources: {paper: {title: The Daily}}
thesis: {claim: The minister may have taken the money., evidence: {source: paper, at: p. 1, quote: the minister may have taken the money}}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if p.soft(p.wordsOf(c)) {
				continue
			}
			if _, n := weaselAt(p.wordsOf(c)); n > 0 {
				continue
			}
			for _, e := range c.Evidence {
				ws := wordsOf(e.Quote)
				i, n := hedged(ws)
				if n == 0 {
					i, n = weaselAt(ws)
				}
				if n == 0 {
					continue
				}
				at := e.Decl.Quote.Span
				p.report(spanIn(p.m.Source, at, e.Quote, ws[i].start, ws[i+n-1].end), "carry the hedge over into the claim, or quote where the source commits itself",
					"the source says “%s”, and the claim says it flatly", e.Quote[ws[i].start:ws[i+n-1].end])
				p.see(c, "the claim")
			}
		}
	},
}
