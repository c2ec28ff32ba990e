package argdown_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

// TestParse reads every NAME.argdown of the archives in testdata/parse and compares
// its tree, and what is said about it, with NAME.want. ARGMAP_UPDATE=1 writes the
// wants anew.
func TestParse(t *testing.T) { golden.Archives(t, "testdata/parse/*.txtar", ".argdown", describe) }

func describe(t *testing.T, name, text string) string {
	t.Helper()
	src := source.NewFile(name, text)
	doc, diags := argdown.Parse(src)
	checkTree(t, src, doc)
	d := &dumper{}
	if doc.Frontmatter != nil {
		d.line(0, "frontmatter %q", doc.Frontmatter.YAML)
	}
	for _, b := range doc.Blocks {
		d.block(0, b)
	}
	for _, c := range doc.Comments {
		d.line(0, "comment %q", c.Text)
	}
	if len(diags) > 0 {
		d.b.WriteString("\n")
		if err := source.Print(&d.b, diags, source.PrintOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	return d.b.String()
}

type dumper struct{ b strings.Builder }

func (d *dumper) line(depth int, format string, args ...any) {
	d.b.WriteString(strings.TrimRight(strings.Repeat("  ", depth)+fmt.Sprintf(format, args...), " ") + "\n")
}

func (d *dumper) block(depth int, b argdown.Block) {
	switch b := b.(type) {
	case *argdown.Heading:
		d.line(depth, "heading %d %s%s", b.Level, content(b.Content), data(b.Data))
	case *argdown.Statement:
		d.line(depth, "statement%s %s%s", title(b.Form, b.Title, "[]"), content(b.Content), data(b.Data))
		d.relations(depth+1, b.Relations)
	case *argdown.Argument:
		d.line(depth, "argument%s %s%s", title(b.Form, b.Title, "<>"), content(b.Content), data(b.Data))
		d.relations(depth+1, b.Relations)
	case *argdown.List:
		d.line(depth, "list ordered=%v", b.Ordered)
		for _, item := range b.Items {
			d.block(depth+1, item)
		}
	case *argdown.Reconstruction:
		d.line(depth, "reconstruction")
		for _, l := range b.Lines {
			if inf := l.Inference; inf != nil {
				rules := ""
				for _, r := range inf.Rules {
					rules += fmt.Sprintf(" %q", r.Value)
				}
				d.line(depth+1, "inference%s%s", rules, data(inf.Data))
				d.relations(depth+2, inf.Relations)
			}
			d.line(depth+1, "(%s)", l.Number.Value)
			d.block(depth+2, l.Statement)
		}
	}
}

func (d *dumper) relations(depth int, list []*argdown.Relation) {
	for _, r := range list {
		sign := [...]string{"support", "attack", "undercut", "contradiction"}[r.Sign]
		if r.Downward {
			sign += " downward"
		}
		d.line(depth, "%s %s", r.Written.Value, sign)
		d.block(depth+1, r.Member)
	}
}

func title(f argdown.Form, t argdown.Text, brackets string) string {
	switch f {
	case argdown.Definition:
		return " " + brackets[:1] + t.Value + brackets[1:] + ":"
	case argdown.Reference:
		return " " + brackets[:1] + t.Value + brackets[1:]
	}
	return ""
}

func content(c argdown.Content) string {
	s := ""
	for _, in := range c {
		switch in.Kind {
		case argdown.Plain:
			s += fmt.Sprintf("%q ", in.Text)
		case argdown.Bold, argdown.Italic:
			s += [...]string{"", "bold(", "italic("}[in.Kind] + strings.TrimSpace(content(in.Inner)) + ") "
		case argdown.Link:
			s += fmt.Sprintf("link(%q %s) ", in.Text, in.URL)
		default:
			s += fmt.Sprintf("%s(%s) ", [...]string{"", "", "", "", "tag", "statement", "argument"}[in.Kind], in.Text)
		}
	}
	return strings.TrimSpace(s)
}

func data(d *argdown.Data) string {
	if d == nil {
		return ""
	}
	return fmt.Sprintf(" data(%s)", strings.Join(strings.Fields(d.YAML), " "))
}

// checkTree wants every span inside the text, in order, and texts of titles where
// they say they are.
func checkTree(t *testing.T, src *source.File, doc *argdown.Document) {
	t.Helper()
	last := 0
	for _, b := range doc.Blocks {
		s := b.Place()
		if s.Start < last || s.End < s.Start || s.End > len(src.Text) {
			t.Errorf("a %T at %v, after %d, in a text of %d bytes", b, s, last, len(src.Text))
		}
		last = s.Start
	}
}

// FuzzParse reads anything, and wants a tree that stands in the text.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"[A]: text\n  + <B>: why\n    - [C]\n", "<A>\n\n(1) p\n(2) q\n-- MP {uses: [1]} --\n(3) c\n  <_ <D>\n", "===\ntitle: x\n===\n\n# H {isGroup: false}\n\n* a\n* b #tag\n",
		"He said [sic] a < b {x} **c // d\n/* e", "\\[A\\] https://x.org/y // z\n- w\n(1) v", "[A]: {a: 1}\n {b:\n\n 2}\n>< [B]\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := source.NewFile("f.argdown", text)
		doc, diags := argdown.Parse(src)
		checkTree(t, src, doc)
		for _, d := range diags {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(src.Text) {
				t.Errorf("%s at %v", d.Code, d.Span)
			}
		}
		argdown.ParseCompat(src)
	})
}

// TestFixes mends every document of the archives by what the diagnostics offer: it says
// the same, and nothing is left to mend.
func TestFixes(t *testing.T) {
	archives, _ := filepath.Glob("testdata/parse/*.txtar")
	fixed := 0
	for _, path := range archives {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range ar.Files {
			if !strings.HasSuffix(f.Name, ".argdown") {
				continue
			}
			src := source.NewFile(f.Name, string(f.Data))
			doc, diags := argdown.Parse(src)
			text, made := source.Apply(src, diags)
			for round := 0; made > 0 && round < 10; round++ {
				fixed += made
				next := source.NewFile(f.Name, text)
				_, diags = argdown.Parse(next)
				text, made = source.Apply(next, diags)
			}
			again, _ := argdown.Parse(source.NewFile(f.Name, text))
			if d := cmp.Diff(dumped(doc), dumped(again)); d != "" || made > 0 {
				t.Errorf("%s says something else when it is mended (-before +after):\n%s\n%s", f.Name, text, d)
			}
		}
	}
	if fixed < 10 {
		t.Errorf("only %d fixes are tried", fixed)
	}
}

// TestParseCompat reads addresses as Argdown does: a comment in running text, and
// whole in a link.
func TestParseCompat(t *testing.T) {
	doc, _ := argdown.ParseCompat(source.NewFile("a.argdown", "See https://example.org, or [here](https://example.org/a).\n\nSee [here](https://example.org/a). x.E.y\n"))
	if got, want := dumped(doc), "statement \"See https:\"\nstatement \"See \" link(\"here\" https://example.org/a) \". x∃y\"\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
