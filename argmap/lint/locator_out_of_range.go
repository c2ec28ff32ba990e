package lint

import (
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/fulltext"
	"github.com/argmap/argmap/claims/source"
)

var locatorOutOfRange = &Rule{
	Code:     "locator-out-of-range",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "the place that evidence names is in its source",
	Why: "A page that the work does not have is a slip of the pen or of the memory, and the reader who looks it up will trust the rest less. The rule compares " +
		"locators with the source's `file:`, and pages with its `page:` or `number-of-pages:`.",
	Bad: `sources: {paper: {title: The Daily, number-of-pages: 24}}
thesis: {claim: The minister took the money., evidence: paper p. 42}
`,
	Good: `sources: {paper: {title: The Daily, number-of-pages: 24}}
thesis: {claim: The minister took the money., evidence: paper p. 12}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				at, ok := fulltext.ParseLocator(e.At)
				if e.Source == nil || !ok {
					continue
				}
				if message, hint := p.outside(e.Source, at); message != "" {
					p.report(e.Decl.At.Span, hint, "%s", message)
				}
			}
		}
	},
}

// outside says which of the locators a source does not have, and what it has.
func (p *pass) outside(s *argmap.Source, at []fulltext.Locator) (message, hint string) {
	text := p.Texts[s]
	for _, l := range at {
		if text != nil {
			if has, known := text.Has(l); known {
				if !has {
					return l.String() + " is not in the source " + s.ID, "the text has " + text.Extent(l.Kind)
				}
				continue
			}
		}
		if l.Kind != fulltext.Page {
			continue
		}
		if first, last, ok := pagesOf(s); ok && (l.First < first || l.First > last || l.Last > last && l.Last != fulltext.Open) {
			return l.String() + " is not in the source " + s.ID, "its pages are " + strconv.Itoa(first) + " to " + strconv.Itoa(last)
		}
	}
	return "", ""
}

// pagesOf are the first and last page of a source by its own account.
func pagesOf(s *argmap.Source) (first, last int, ok bool) {
	if from, to, found := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(s.Field("page")), "-"); found {
		a, errA := strconv.Atoi(strings.TrimSpace(from))
		b, errB := strconv.Atoi(strings.TrimSpace(to))
		if errA == nil && errB == nil && a <= b {
			return a, b, true
		}
	}
	if n, err := strconv.Atoi(s.Field("number-of-pages")); err == nil && n > 0 {
		return 1, n, true
	}
	return 0, 0, false
}
