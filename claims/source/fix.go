package source

import (
	"slices"
	"strings"
)

// Apply makes the fixes of the diagnostics that are about a file, in the order of
// their places, and returns the new text with the number of fixes made. A fix
// that touches what an earlier one has changed is left for another run.
func Apply(f *File, ds Diagnostics) (text string, made int) {
	var edits []Edit
	for _, d := range ds {
		if d.Fix == nil || d.File != f || !apart(edits, d.Fix.Edits) {
			continue
		}
		edits = append(edits, d.Fix.Edits...)
		made++
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.Span.Start - b.Span.Start })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(f.Text[at:e.Span.Start])
		b.WriteString(e.Text)
		at = e.Span.End
	}
	b.WriteString(f.Text[at:])
	return b.String(), made
}

// apart tells whether no new edit touches one of those made.
func apart(made, new []Edit) bool {
	for _, n := range new {
		for _, e := range made {
			if n.Span.Start <= e.Span.End && e.Span.Start <= n.Span.End {
				return false
			}
		}
	}
	return true
}
