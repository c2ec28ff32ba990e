package lint

import (
	"strings"
	"unicode"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var duplicateClaim = &Rule{
	Code:     "duplicate-claim",
	Family:   Structure,
	Severity: source.Warning,
	Title:    "a claim stands in the map once",
	Why: "Two boxes with the same words are one claim to a reader, but two to the map: a reason given to one of them does not help the " +
		"other, and an objection met in one place stays open in the other. Declare the claim once with an `id`, and use it again with `ref:`.",
	Bad: `thesis:
  claim: Cats make good pets.
  because:
    - claim: Cats are quiet.
    - claim: Flats suit cats.
      because: ["Cats are quiet!"]
`,
	Good: `thesis:
  claim: Cats make good pets.
  because:
    - {id: quiet, claim: Cats are quiet.}
    - claim: Flats suit cats.
      because: [{ref: quiet}]
`,
	check: func(p *pass) {
		first := map[string]*argmap.Claim{}
		for _, c := range p.m.Claims {
			key := sameWords(c.Text)
			if key == "" {
				continue
			}
			if before := first[key]; before != nil {
				d := p.report(textOf(c), "give the first one an id and write `ref:` here", "this claim stands in the map already")
				d.Related = []source.Related{{Message: "first written here", Span: textOf(before)}}
				if before.Named && c.Decl.Nested && c.Decl.Span == c.Decl.Text.Span && len(c.Pro)+len(c.Con) == 0 {
					d.Hint = "write `ref: " + before.ID + "` here"
					d.Fix = &source.Fix{Message: "use the first one again", Edits: []source.Edit{{Span: c.Decl.Span, Text: "{ref: " + before.ID + "}"}}}
				}
				continue
			}
			first[key] = c
		}
	},
}

// sameWords is a text without case, punctuation and white space: two claims of
// equal words are equal.
func sameWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("<>=≤≥±+%#", r)
	}), " ")
}
