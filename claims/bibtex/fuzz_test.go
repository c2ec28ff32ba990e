package bibtex_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/bibtex"
	"github.com/argmap/argmap/claims/source"
	"golang.org/x/tools/txtar"
)

// FuzzParse wants of any text: no crash, the same answer twice, every span inside
// the text, values that are valid text and not empty, and no key, variable or list
// of names twice.
func FuzzParse(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range ar.Files {
			if strings.HasSuffix(file.Name, ".bib") {
				f.Add(string(file.Data))
			}
		}
	}
	f.Add("@book{k\xe9, title={Caf\xe9 \x93\\'\xe9}, author={\xc5, \\\xe9}}")
	f.Add("@string{A\xed = }")
	f.Add("@book(Crossref=00key@Book(0\x000key,")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		entries, diags := bibtex.Parse(source.NewFile("in.bib", text))
		if first, again := describe("in.bib", text), describe("in.bib", text); first != again {
			t.Fatal("two readings differ")
		}
		checkSpans(t, len(text), entries, diags)
		keys := map[string]bool{}
		for _, e := range entries {
			if e.Key != "" && keys[e.Key] {
				t.Errorf("two entries have the key %q", e.Key)
			}
			keys[e.Key] = true
			checkEntry(t, e)
		}
		for _, d := range diags {
			checkText(t, "message", d.Message)
			checkText(t, "hint", d.Hint+".")
		}
	})
}

func checkEntry(t *testing.T, e *bibtex.Entry) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range e.Variables {
		if seen[v.Name] {
			t.Errorf("%s: %q is there twice", e.Key, v.Name)
		}
		seen[v.Name] = true
		checkText(t, v.Name, v.Value)
	}
	for _, list := range e.Names {
		if seen[list.Variable] {
			t.Errorf("%s: %q is there twice", e.Key, list.Variable)
		}
		seen[list.Variable] = true
		if len(list.Names) == 0 && !list.Others {
			t.Errorf("%s: %s has no names", e.Key, list.Variable)
		}
		for _, n := range list.Names {
			checkText(t, list.Variable, n.Family+n.Given+n.Literal)
			if (n.Literal == "") == (n.Family == "") || n.Literal != "" && n.Given != "" {
				t.Errorf("%s: %+v is neither a person nor an institution", e.Key, n)
			}
		}
	}
	checkText(t, "type", e.Type)
	if !utf8.ValidString(e.Key) {
		t.Errorf("the key %q is not valid", e.Key)
	}
}

// checkText wants a text on one line, in valid UTF-8.
func checkText(t *testing.T, what, s string) {
	t.Helper()
	if s == "" || !utf8.ValidString(s) || strings.ContainsAny(s, "\n\r\t\x00") {
		t.Errorf("%s is %q", what, s)
	}
}
