package source

import "sort"

// Severity says how much a diagnostic matters. The zero value is Error, so that
// a forgotten severity is never too mild.
type Severity int

const (
	Error   Severity = iota // the file does not mean what its author thinks
	Warning                 // it means something, perhaps not what was meant
	Info                    // worth knowing
)

func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "info"
	}
}

// Diagnostic is one thing to say about a user's text.
type Diagnostic struct {
	Severity Severity
	Code     string // stable, kebab-case: "unknown-key"
	Message  string // lower case, no full stop, no position
	Hint     string // what to do now; "" where nobody can tell
	File     *File  // nil: about no text in particular
	Span     Span
	Related  []Related
	Fix      *Fix // nil: no mechanical fix
}

// Related points at another place that the message speaks of.
type Related struct {
	Message string // "first used here"
	File    *File  // nil: the diagnostic's own file
	Span    Span
}

// Fix is the edit that would mend what the diagnostic reports.
type Fix struct {
	Message string // "quote the text"
	Edits   []Edit // in the order of their spans, not overlapping
}

// Edit replaces a span by a text.
type Edit struct {
	Span Span
	Text string
}

// Diagnostics is a list of diagnostics; nil is the empty list. It is not an
// error: a list that holds warnings alone is no failure.
type Diagnostics []Diagnostic

// HasErrors tells whether one of the diagnostics is an Error.
func (ds Diagnostics) HasErrors() bool {
	for _, d := range ds {
		if d.Severity == Error {
			return true
		}
	}
	return false
}

// Sort puts the diagnostics in the order of their places, and keeps the order
// in which those of one place were made.
func (ds Diagnostics) Sort() {
	sort.SliceStable(ds, func(i, j int) bool {
		a, b := ds[i], ds[j]
		if a.Span.Start != b.Span.Start {
			return a.Span.Start < b.Span.Start
		}
		return a.Span.End < b.Span.End
	})
}
