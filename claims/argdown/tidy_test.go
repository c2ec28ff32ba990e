package argdown_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

// TestTidy lays out every NAME.argdown of the archives in testdata/tidy and compares
// the layout with NAME.want. ARGMAP_UPDATE=1 writes the wants anew.
func TestTidy(t *testing.T) {
	golden.Archives(t, "testdata/tidy/*.txtar", ".argdown", func(t *testing.T, name, text string) string {
		checkTidy(t, name, text)
		return argdown.Tidy(source.NewFile(name, text))
	})
}

// said is all that a document says, without places. Blanks at the end of a comment
// are no part of it.
func said(t *testing.T, name, text string) string {
	t.Helper()
	doc, _ := argdown.Parse(source.NewFile(name, text))
	doc.Source = nil
	for i, c := range doc.Comments {
		doc.Comments[i].Text = strings.TrimRight(c.Text, " \t\r")
	}
	exact, err := json.MarshalIndent(doc, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return dumped(doc) + spans.ReplaceAllString(string(exact), "")
}

var spans = regexp.MustCompile(`"(?:Span|Inside)": \{\s*"Start": \d+,\s*"End": \d+\s*\}`)

// checkTidy wants of a layout that it says the same, differs in nothing but blanks,
// ends in one line break, and is its own layout.
func checkTidy(t *testing.T, name, text string) {
	t.Helper()
	tidy := argdown.Tidy(source.NewFile(name, text))
	if before, after := said(t, name, text), said(t, name, tidy); before != after {
		d := cmp.Diff(before, after)
		t.Errorf("%s says something else in its layout (-before +after):\n%s\nof\n%s\nlaid out as\n%s", name, d, text, tidy)
	}
	if d := cmp.Diff(inked(text), inked(tidy)); d != "" {
		t.Errorf("the layout of %s has other words:\n%s", name, d)
	}
	if again := argdown.Tidy(source.NewFile(name, tidy)); again != tidy {
		t.Errorf("the layout of %s is laid out anew:\n%s\nof\n%s", name, cmp.Diff(tidy, again), text)
	}
	if tidy != "" && (!strings.HasSuffix(tidy, "\n") || strings.HasSuffix(tidy, "\n\n") || strings.HasSuffix(tidy, "\n\r\n")) {
		t.Errorf("%s does not end in one line break: %q", name, tidy)
	}
}

// inked is a text without what leaves no ink.
func inked(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\ufeff' {
			return -1
		}
		return r
	}, text)
}

// documents are the Argdown documents of every archive.
func documents(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"testdata/tidy/*.txtar", "testdata/parse/*.txtar", "model/testdata/*.txtar", "model/testdata/doubts/*.txtar", "../testdata/argdown/*.txtar"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range txtar.Parse(data).Files {
				if filepath.Ext(f.Name) == ".argdown" {
					texts[path+":"+f.Name] = string(f.Data)
				}
			}
		}
	}
	if len(texts) < 60 {
		t.Errorf("only %d documents", len(texts))
	}
	return texts
}

// TestTidyKeeps lays out every document there is, with both kinds of line breaks,
// and what Print makes of it, which is laid out already.
func TestTidyKeeps(t *testing.T) {
	for name, text := range documents(t) {
		checkTidy(t, name, text)
		crlf := strings.ReplaceAll(text, "\n", "\r\n")
		checkTidy(t, name+" with CRLF", crlf)
		tidy := argdown.Tidy(source.NewFile(name, crlf))
		if strings.Count(tidy, "\n") != strings.Count(tidy, "\r\n") {
			t.Errorf("%s loses line breaks: %q", name, tidy)
		}
		doc, _ := argdown.Parse(source.NewFile(name, text))
		printed := argdown.Print(doc)
		if d := cmp.Diff(printed, argdown.Tidy(source.NewFile(name, printed))); d != "" {
			t.Errorf("%s is printed in another layout (-printed +tidied):\n%s", name, d)
		}
	}
}

// TestTidyTexts lays out what no archive can hold.
func TestTidyTexts(t *testing.T) {
	for text, want := range map[string]string{
		"":                                      "",
		" \n\t\n":                               "",
		"\ufeff# H\n":                           "# H\n",
		"\ufeff===\na: 1\n===\nx":               "===\na: 1\n===\n\nx\n",
		"a \t\r\n\r\n\r\n  b":                   "a\r\n\r\nb\r\n",
		"a\x01\n  + \x02b\n\n\n":                "a\x01\n  + \x02b\n\n\n",
		"(1) a\n--MP ,  R{uses: [1]}---\n(2) b": "(1) a\n-- MP ,  R {uses: [1]} ---\n(2) b\n",
		"/* c */[A]: x\n \t+ y // z ":           "/* c */ [A]: x\n  + y // z\n",
	} {
		if got := argdown.Tidy(source.NewFile("a.argdown", text)); got != want {
			t.Errorf("%q is laid out as %q, not %q", text, got, want)
		}
	}
}

// FuzzTidy lays out anything.
func FuzzTidy(f *testing.F) {
	for _, text := range documents(f) {
		f.Add(text[:min(len(text), 1<<10)])
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !strings.ContainsAny(text, "\x01\x02") {
			checkTidy(t, "f.argdown", text)
		}
	})
}
