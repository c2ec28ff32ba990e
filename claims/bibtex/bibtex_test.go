package bibtex_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/bibtex"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

func Example() {
	entries, diags := bibtex.Parse(source.NewFile("refs.bib", `
@article{goedel1931,
  author  = {G{\"o}del, Kurt},
  title   = {{\"U}ber formal unentscheidbare S{\"a}tze},
  journal = {Monatshefte f{\"u}r Mathematik und Physik},
  pages   = {173--198}
  year    = 1931,
}`))
	for _, e := range entries {
		fmt.Println(e.Key, e.Type)
		for _, list := range e.Names {
			for _, n := range list.Names {
				fmt.Println(" ", list.Variable, n.Family, n.Given)
			}
		}
		for _, v := range e.Variables {
			fmt.Println(" ", v.Name, v.Value)
		}
	}
	fmt.Println(diags[0])
	// Output:
	// goedel1931 article-journal
	//   author Gödel Kurt
	//   title Über formal unentscheidbare Sätze
	//   container-title Monatshefte für Mathematik und Physik
	//   page 173–198
	//   issued 1931
	// refs.bib:6:23: warning: there is no comma behind `pages` [bib-syntax]
}

// TestArchives reads every NAME.bib of the archives in testdata and compares the
// entries and what is said about the file with NAME.want. A NAME.quoted holds the
// same as Go string literals, for bytes that no editor keeps. ARGMAP_UPDATE=1
// writes the wants anew.
func TestArchives(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", ".bib", func(_ *testing.T, name, text string) string { return describe(name, text) })
}

// describe is a file's entries, a variable a line, and its diagnostics.
func describe(name, text string) string {
	entries, diags := bibtex.Parse(source.NewFile(name, text))
	var b bytes.Buffer
	for _, e := range entries {
		fmt.Fprintf(&b, "%s (%s)\n", strings.Join(append([]string{e.Key}, e.Aliases...), " = "), e.Type)
		for _, list := range e.Names {
			var names []string
			for _, n := range list.Names {
				names = append(names, describeName(n))
			}
			if list.Others {
				names = append(names, "and others")
			}
			fmt.Fprintf(&b, "  %s: %s\n", list.Variable, strings.Join(names, "; "))
		}
		for _, v := range e.Variables {
			fmt.Fprintf(&b, "  %s: %s\n", v.Name, v.Value)
		}
	}
	if len(diags) > 0 {
		b.WriteString("\n")
		if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
			panic(err)
		}
	}
	return b.String()
}

func describeName(n bibtex.Name) string {
	switch {
	case n.Literal != "":
		return "{" + n.Literal + "}"
	case n.Given == "":
		return n.Family
	}
	return n.Family + ", " + n.Given
}

// TestEveryCodeIsShown wants each code in an archive, or in the list of inputs too
// large for one.
func TestEveryCodeIsShown(t *testing.T) {
	shown := map[string]bool{}
	paths, _ := filepath.Glob("testdata/*.txtar")
	code := regexp.MustCompile(`(?m)^\S+: (?:error|warning): .* \[([a-z0-9-]+)\]$`)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllSubmatch(data, -1) {
			shown[string(m[1])] = true
		}
	}
	for _, b := range bounds() {
		shown[b.code] = true // TestBounds sees to it
	}
	for name, value := range golden.Constants(t, "codes.go") {
		if !shown[value] {
			t.Errorf("no archive shows %s (%s)", name, value)
		}
	}
}
