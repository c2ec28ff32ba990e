package yamltree_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"
)

// FuzzTidy lays out any text. It never panics, and what it does not refuse says the
// same, holds every comment and is laid out already.
func FuzzTidy(f *testing.F) {
	for _, text := range claimsTexts(f) {
		f.Add(text[:min(len(text), 2<<10)], 100)
	}
	paths, err := filepath.Glob("testdata/tidy/*.txtar")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		for _, file := range txtar.Parse([]byte(readFile(f, path))).Files {
			if filepath.Ext(file.Name) == ".yaml" {
				f.Add(string(file.Data), 20)
			}
		}
	}
	written := rapid.Custom(func(t *rapid.T) string {
		text, _ := handwritten(t)
		return text
	})
	for seed := range 50 {
		f.Add(written.Example(seed), 60)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		if len(text) > 8<<10 {
			return
		}
		style := narrow
		style.Width = width
		checkTidy(t, text, style)
	})
}

// BenchmarkTidy lays out a file of 5 MB.
func BenchmarkTidy(b *testing.B) {
	example := readFile(b, "../examples/zoo-elephants.yaml")
	_, thesis, _ := strings.Cut(example, "\nthesis:\n")
	thesis, _, _ = strings.Cut(thesis, "\nclaims:")
	item := "  - " + strings.ReplaceAll(strings.TrimSpace(thesis), "\n", "\n  ") + "\n"
	text := "claims:\n" + strings.Repeat(item, 5<<20/len(item))
	src := source.NewFile("in.yaml", text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, diags := yamltree.Tidy(src, narrow); diags != nil {
			b.Fatal(diags)
		}
	}
}
