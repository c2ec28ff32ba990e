package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

// TestDoubts holds what is said of doubtful documents.
func TestDoubts(t *testing.T) {
	golden.Archives(t, "testdata/doubts/*.txtar", ".argdown", func(t *testing.T, name, text string) string {
		f := source.NewFile(name, text)
		d, _ := argdown.Parse(f)
		_, doubts := model.Build(d)
		var b strings.Builder
		for _, d := range doubts {
			at := f.Position(d.Span.Start)
			fmt.Fprintf(&b, "%d:%d %v: %s [%s] %q\n  %s\n", at.Line, at.Col, d.Severity, d.Message, d.Code, f.Slice(d.Span), d.Hint)
			for _, r := range d.Related {
				at := f.Position(r.Span.Start)
				fmt.Fprintf(&b, "  %d:%d %s\n", at.Line, at.Col, r.Message)
			}
		}
		return b.String()
	})
}
