package lint

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

var incompleteSource = &Rule{
	Code:     "incomplete-source",
	Family:   Evidence,
	Severity: source.Info,
	Title:    "a source can be found again",
	Why: "Author, title and year are what somebody needs to find a source, and what the list of references under a map shows. An institution can be the " +
		"author. Where one of them is really unknown, say so in the source's `note:`.",
	Bad: `sources: {survey: {title: How Millbrook Sleeps}}
thesis: {claim: Pupils sleep too little., evidence: survey p. 2}
`,
	Good: `sources: {survey: {author: Student Council, title: How Millbrook Sleeps, issued: 2024}}
thesis: {claim: Pupils sleep too little., evidence: survey p. 2}
`,
	check: func(p *pass) {
		for _, s := range p.m.Sources {
			var missing []string
			if len(s.Decl.Author) == 0 && s.Field("editor") == "" && s.Field("publisher") == "" {
				missing = append(missing, "author")
			}
			if s.Decl.Title.IsZero() {
				missing = append(missing, "title")
			}
			if s.Decl.Issued.IsZero() {
				missing = append(missing, "issued")
			}
			if len(missing) > 0 && s.Field("note") == "" {
				p.report(s.Decl.ID.Span, "add `"+strings.Join(missing, "`, `")+"`, or say in its `note:` that it is unknown", "the source %s has no %s", s.ID, strings.Join(missing, " or ")).File = s.In(p.m)
			}
		}
	},
}
