package yamltree_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"golang.org/x/tools/txtar"
)

// FuzzTidy lays out any text. It never panics, and what it does not refuse says the
// same, holds every comment and is laid out already.
func FuzzTidy(f *testing.F) {
	for _, text := range claimsTexts(f) {
		f.Add(text, 100)
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
	f.Fuzz(func(t *testing.T, text string, width int) {
		if len(text) > 1<<16 {
			return
		}
		style := narrow
		style.Width = width
		checkTidy(t, text, style)
		if _, diags := yamltree.Tidy(source.NewFile("in.yaml", text), style); os.Getenv("ARGMAP_STRICT") != "" && diags != nil {
			for _, d := range diags {
				if strings.Contains(d.Message, "the layout would change") {
					t.Fatalf("%v\n%s", d, text)
				}
			}
		}
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
