package model_test

import (
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// FuzzBuild looks for a document that has no meaning: one that stops us, loses a
// statement, or draws an edge from nowhere.
func FuzzBuild(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	more, _ := filepath.Glob("testdata/doubts/*.txtar")
	for _, path := range append(paths, more...) {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range ar.Files {
			if filepath.Ext(file.Name) == ".argdown" {
				f.Add(string(file.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := source.NewFile("fuzz.argdown", text)
		d, _ := argdown.Parse(src)
		m, diagnostics := model.Build(d)
		for _, d := range diagnostics {
			if d.Span.Start < 0 || d.Span.End > len(text) || d.Span.Start > d.Span.End || d.Message == "" {
				t.Errorf("%s points at %v of %d bytes", d.Code, d.Span, len(text))
			}
		}
		kept := map[*argdown.Statement]bool{}
		for _, c := range m.Classes {
			for _, member := range c.Members {
				if member.Class != c {
					t.Errorf("a member of [%s] is one of [%s]", c.Title, member.Class.Title)
				}
				kept[member.Statement] = true
			}
		}
		if n := statements(d.Blocks); len(kept) != n {
			t.Errorf("%d of %d statements are in the model", len(kept), n)
		}
		for _, e := range m.Map.Edges {
			for _, p := range []model.Point{e.From, e.To} {
				if p.Group == nil && !slices.Contains(m.Map.Nodes, p.Node) {
					t.Error("an edge joins what is not in the map")
				}
			}
		}
	})
}

// statements counts the statements in blocks and below them.
func statements(blocks []argdown.Block) int {
	n := 0
	relations := func(list []*argdown.Relation) {
		for _, r := range list {
			n += statements([]argdown.Block{r.Member})
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *argdown.Statement:
			n++
			relations(b.Relations)
		case *argdown.Argument:
			relations(b.Relations)
		case *argdown.List:
			n += statements(b.Items)
		case *argdown.Reconstruction:
			for _, line := range b.Lines {
				n += statements([]argdown.Block{line.Statement})
				if line.Inference != nil {
					relations(line.Inference.Relations)
				}
			}
		}
	}
	return n
}
