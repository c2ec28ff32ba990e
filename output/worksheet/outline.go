package worksheet

import (
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
)

// row is a line of a map as an indented outline: a claim, or an argument before its
// several premises. An argument of one premise shares its line.
type row struct {
	depth int
	word  string        // what the argument does: "because"; "" before the thesis and premises in a row of several
	claim *argmap.Claim // nil: its premises follow
}

// rowsOf is a map as an outline.
func rowsOf(m *argmap.Map) []row {
	var rows []row
	var steps func([]*argmap.Step, int)
	entry := func(e *argmap.Entry, word string, depth int) {
		rows = append(rows, row{depth, word, e.Claim})
		steps(e.Children, depth+1)
	}
	steps = func(list []*argmap.Step, depth int) {
		for _, s := range list {
			word := clean(layout.Heading(s.Argument))
			if len(s.Premises) == 1 {
				entry(s.Premises[0], word, depth)
			} else {
				rows = append(rows, row{depth, word + ", together", nil})
				for _, p := range s.Premises {
					entry(p, "", depth+1)
				}
			}
			steps(s.Children, depth+1)
		}
	}
	for _, e := range m.Outline().Roots {
		entry(e, "", 0)
	}
	return rows
}

// lead is what stands before a row's claim.
func (r row) lead() string {
	if r.word == "" || strings.HasSuffix(r.word, ":") {
		return r.word
	}
	return r.word + ":"
}
