package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// TestCrowdedMap keeps one line from filling the memory: it relates every argument for
// [q] to every argument from [p].
func TestCrowdedMap(t *testing.T) {
	var b strings.Builder
	b.WriteString("===\nselection: {statementSelectionMode: not-used-in-argument}\n===\n\n")
	for i := range 2000 {
		fmt.Fprintf(&b, "<A%d>\n\n(1) [p]\n----\n(2) [q]\n\n", i)
	}
	b.WriteString("[q]\n  +> [p]\n")
	d, _ := argdown.Parse(source.NewFile("crowded.argdown", b.String()))
	m, diagnostics := model.Build(d)
	if n := len(m.Map.Edges); n == 0 || n > 200_000 {
		t.Errorf("the map has %d edges", n)
	}
	for _, d := range diagnostics {
		if d.Code == "too-many-edges" {
			return
		}
	}
	t.Error("nothing is said of the edges that are not drawn")
}
