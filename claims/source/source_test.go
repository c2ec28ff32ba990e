package source_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/argmap/argmap/claims/source"
	"pgregory.net/rapid"
)

func ExamplePrint() {
	file := source.NewFile("pets.yaml", "thesis:\n  clam: Cats make good pets.\n")
	source.Print(os.Stdout, source.Diagnostics{{
		Severity: source.Error, Code: "unknown-key", Message: "a claim has no key `clam`",
		Hint: "did you mean `claim`?", File: file, Span: source.Span{Start: 10, End: 14},
	}}, source.PrintOptions{})
	// Output:
	// pets.yaml:2:3: error: a claim has no key `clam` [unknown-key]
	//       clam: Cats make good pets.
	//       ^~~~
	//   hint: did you mean `claim`?
}

// TestPositions takes every offset at a character's start to a line and column
// and back.
func TestPositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", "中", "😀", "\n", "\r\n", " "})).Draw(t, "text"), "")
		f := source.NewFile("f", text)
		for i := range text + "\n" {
			p := f.Position(i)
			if strings.HasPrefix(text[min(i, len(text)):], "\n") && i > 0 && text[i-1] == '\r' {
				continue // the end of a line is before its \r
			}
			if back := f.Offset(p); back != i {
				t.Fatalf("offset %d of %q is %v, which is offset %d", i, text, p, back)
			}
		}
	})
}

func TestSuggest(t *testing.T) {
	known := []string{"claim", "because", "but", "evidence", "id"}
	for word, want := range map[string]string{
		"clam": "claim", "becuase": "because", "Because": "because", "evidense": "evidence", "butt": "but",
		"colour": "", "": "", "x": "", "di": "id", "claim": "",
		strings.Repeat("because", 100): "",
	} {
		if got := source.Suggest(word, known); got != want {
			t.Errorf("Suggest(%.20q) = %q, want %q", word, got, want)
		}
	}
}

// TestPrintSafe wants nothing in a terminal that a claims file could play with.
func TestPrintSafe(t *testing.T) {
	text := "thesis: \x1b[31mred\x1b[0m \u202eback\u202c \x00 \u2028 tags \U000e0041\n"
	var b bytes.Buffer
	source.Print(&b, source.Diagnostics{{Message: text, Hint: text, Code: "code", File: source.NewFile(text, text), Span: source.Span{Start: 8, End: 30}}}, source.PrintOptions{})
	for _, r := range b.String() {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x2028 && r <= 0x202e || r >= 0xe0000 {
			t.Errorf("%U is printed", r)
		}
	}
}

// TestPrintMax counts what it does not show.
func TestPrintMax(t *testing.T) {
	var b bytes.Buffer
	ds := source.Diagnostics{{Message: "one"}, {Message: "two"}, {Message: "three"}, {Severity: source.Warning, Message: "four"}}
	source.Print(&b, ds, source.PrintOptions{Max: 1})
	if got, want := b.String(), "error: one\n… and 2 more errors, 1 more warning not shown\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	b.Reset()
	ds = source.Diagnostics{{Severity: source.Info, Message: "advice"}, {Severity: source.Warning, Message: "warning"}, {Message: "error"}}
	source.Print(&b, ds, source.PrintOptions{Max: 2})
	if got, want := b.String(), "warning: warning\nerror: error\n… and 1 more info not shown\n"; got != want {
		t.Errorf("the gravest are not shown: got %q, want %q", got, want)
	}
}

// TestLongLine shows a line of any length around the place that is meant.
func TestLongLine(t *testing.T) {
	text := strings.Repeat("中文 and words, ", 5000)
	at := strings.Index(text[len(text)/2:], "words") + len(text)/2
	var b bytes.Buffer
	source.Print(&b, source.Diagnostics{{Message: "here", File: source.NewFile("f", text), Span: source.Span{Start: at, End: at + 5}}}, source.PrintOptions{})
	lines := strings.Split(b.String(), "\n")
	if len(lines) < 3 || len([]rune(lines[1])) > 120 {
		t.Fatalf("printed %d lines, the second of %d characters", len(lines), len([]rune(lines[1])))
	}
	caret := strings.IndexByte(lines[2], '^')
	for i, r := range lines[1] {
		if caret <= 0 {
			if !strings.HasPrefix(lines[1][i:], "words") {
				t.Errorf("the caret points at %q", lines[1][i:])
			}
			break
		}
		caret -= source.RuneWidth(r) // Chinese signs are two columns wide
	}
	if !strings.HasSuffix(lines[2], "^~~~~") {
		t.Errorf("marks are %q", lines[2])
	}
}

// TestApply makes the fixes that do not touch one another, and leaves the others.
func TestApply(t *testing.T) {
	f := source.NewFile("f", "clam: yes it: is")
	fix := func(start, end int, text string) source.Diagnostic {
		return source.Diagnostic{File: f, Fix: &source.Fix{Edits: []source.Edit{{Span: source.Span{Start: start, End: end}, Text: text}}}}
	}
	text, made := source.Apply(f, source.Diagnostics{fix(6, 16, `"yes it: is"`), {Message: "no fix"}, fix(0, 4, "claim"), fix(10, 12, "lost"),
		{File: source.NewFile("other", ""), Fix: &source.Fix{Edits: []source.Edit{{}}}}})
	if text != `claim: "yes it: is"` || made != 2 {
		t.Errorf("%d fixes made %q", made, text)
	}
}

// TestSplice finds the places of a spliced text in the files that it was made of.
func TestSplice(t *testing.T) {
	span := func(start, end int) source.Span { return source.Span{Start: start, End: end} }
	outer, inner := source.NewFile("outer", "one\n@two\nthree\n"), source.NewFile("inner", "zwei\ndrei\n")
	f := source.Splice("outer", []source.Part{{File: outer, Span: span(0, 4)}, {File: inner, Span: span(0, 5)}, {File: outer, Span: span(9, 15)}})
	if f.Text != "one\nzwei\nthree\n" {
		t.Fatalf("spliced as %q", f.Text)
	}
	for word, want := range map[string]*source.File{"one": outer, "zwei": inner, "three": outer} {
		at := strings.Index(f.Text, word)
		file, place := f.Origin(span(at, at+len(word)))
		if file != want || file.Slice(place) != word {
			t.Errorf("%s comes from %s: %q", word, file.Name, file.Slice(place))
		}
	}
	at := strings.Index(f.Text, "zwei")
	edits := []source.Edit{{Span: span(at, at+1), Text: "Z"}}
	ds := source.Diagnostics{{File: f, Span: span(at, at+4), Related: []source.Related{{Span: span(0, 3)}}, Fix: &source.Fix{Edits: edits}}}.Located()
	if d := ds[0]; d.File != inner || d.Related[0].File != outer || d.Related[0].Span.End != 3 || d.Fix.Edits[0].Span.Start != 0 {
		t.Errorf("located as %+v", d)
	}
}

// TestPlacesInLongLines finds every place of a text whose lines are long, and in no more
// time than it takes to count the characters once.
func TestPlacesInLongLines(t *testing.T) {
	text := strings.Repeat("ä€x\r", 300) + "\r\n" + strings.Repeat("y😀", 400) + "\n\n" + strings.Repeat("z", 600)
	f := source.NewFile("long.txt", text)
	line, col := 1, 1
	for i, r := range text {
		if got := f.Position(i); got != (source.Position{Line: line, Col: col}) {
			t.Fatalf("byte %d is at %v, not %d:%d", i, got, line, col)
		}
		if got := f.Offset(source.Position{Line: line, Col: col}); got != min(i, strings.Index(text, "\r\n")) && line == 1 || line > 1 && got != i {
			t.Fatalf("%d:%d is byte %d, not %d", line, col, got, i)
		}
		if col++; r == '\n' {
			line, col = line+1, 1
		}
	}
	long := source.NewFile("line.txt", strings.Repeat("é", 1<<20))
	start := time.Now()
	for i := range 100_000 {
		long.Offset(source.Position{Line: 1, Col: 1<<20 - i})
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("100,000 places at the end of a line of a million characters take %v", took)
	}
}
