package claims_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"golang.org/x/tools/txtar"
)

// FuzzNative wants of any text: no crash, the same answer twice, and every span
// inside the text; and of a text without a diagnostic that each claim's words
// stand in the file in the order in which they are drawn. A text without an error
// declares the same when it is laid out canonically.
func FuzzNative(f *testing.F) {
	paths, _ := filepath.Glob("testdata/native/*.txtar")
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range ar.Files {
			if strings.HasSuffix(file.Name, ".yaml") {
				f.Add(string(file.Data))
			}
		}
	}
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		file, diags := claims.ForName("yaml").Parse(source.NewFile("in.yaml", text))
		if first, again := describe("in.yaml", text), describe("in.yaml", text); first != again {
			t.Fatal("two readings differ")
		}
		checkSpans(t, file, diags)
		if len(diags) == 0 {
			checkWords(t, file)
		}
		checkTidy(t, text)
	})
}

func checkSpans(t *testing.T, file *claims.File, diags source.Diagnostics) {
	t.Helper()
	check := func(what string, s source.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(file.Source.Text) {
			t.Errorf("%s: span %v is outside the text of %d bytes", what, s, len(file.Source.Text))
		}
	}
	for _, d := range diags {
		check(d.Code, d.Span)
		for _, r := range d.Related {
			check(d.Code, r.Span)
		}
		if d.Fix != nil {
			for _, e := range d.Fix.Edits {
				check(d.Code, e.Span)
			}
		}
	}
	for _, c := range file.Claims {
		check("claim", c.Span)
		check("claim's text", c.Text.Span)
		for _, e := range c.Evidence {
			check("evidence", e.Span)
			check("source", e.Source.Span)
			check("locator", e.At.Span)
		}
	}
	for _, a := range file.Arguments {
		check("argument", a.Span)
		for _, p := range a.Premises {
			check("premise", p.Span)
		}
	}
}

// checkWords wants the letters of each claim's text in the file, inside the span
// it names. Quoted texts may write them with escapes.
func checkWords(t *testing.T, file *claims.File) {
	t.Helper()
	for _, c := range file.Claims {
		written := file.Source.Slice(c.Text.Span)
		if strings.HasPrefix(written, `"`) || strings.HasPrefix(written, "'") {
			continue
		}
		if c.Text.IsZero() {
			t.Errorf("a claim without a text, and no word about it")
		}
		for word := range strings.FieldsSeq(c.Text.Value) {
			i := strings.Index(written, word)
			if i < 0 {
				t.Errorf("%q of the claim %q does not stand in %q", word, c.Text.Value, written)
				break
			}
			written = written[i+len(word):]
		}
	}
}

// TestExamplesAreClean reads what ships inside the binary.
func TestExamplesAreClean(t *testing.T) {
	for _, name := range examples.Names() {
		text, ok := examples.Text(name)
		if !ok {
			t.Fatal(name + " is listed and not there")
		}
		file, diags := claims.ForName("yaml").Parse(source.NewFile(name, text))
		for _, d := range diags {
			t.Error(d)
		}
		checkSpans(t, file, diags)
		checkWords(t, file)
	}
}
