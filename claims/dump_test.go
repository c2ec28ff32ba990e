package claims_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/argmap/argmap/claims"
)

// dump writes what a file declares: claims with their own keys, and under each
// the arguments for and against it.
func dump(b *bytes.Buffer, f *claims.File) {
	d := dumper{b: b, file: f}
	if !f.Title.IsZero() {
		fmt.Fprintf(b, "title %q\n", f.Title.Value)
	}
	if !f.Lang.IsZero() {
		fmt.Fprintf(b, "lang %s\n", f.Lang.Value)
	}
	for _, t := range f.Terms {
		fmt.Fprintf(b, "term %s%s\n", t.Word.Value, tags(t.Aliases))
	}
	for _, t := range f.Bibliography {
		fmt.Fprintf(b, "bibliography %s\n", t.Value)
	}
	for _, s := range f.Sources {
		d.source(s)
	}
	for _, c := range f.Claims {
		switch {
		case c == f.Thesis:
			d.claim(0, "thesis ", c)
		case !c.Nested:
			d.claim(0, "claim ", c)
		}
	}
}

type dumper struct {
	b    *bytes.Buffer
	file *claims.File
}

func (d dumper) line(depth int, format string, args ...any) {
	line := fmt.Sprintf(strings.Repeat("  ", depth)+format, args...)
	d.b.WriteString(strings.TrimRight(line, " ") + "\n")
}

func pairs(kv ...any) string {
	var b strings.Builder
	for i := 0; i < len(kv); i += 2 {
		if t := kv[i+1].(claims.Text); !t.IsZero() {
			fmt.Fprintf(&b, " %s=%q", kv[i], t.Value)
		}
	}
	return b.String()
}

func tags(list []claims.Text) string {
	var b strings.Builder
	for _, t := range list {
		b.WriteString(" #" + t.Value)
	}
	return b.String()
}

func (d dumper) source(s *claims.Source) {
	d.line(0, "source %s%s", s.ID.Value, pairs("type", s.Type, "title", s.Title, "issued", s.Issued, "url", s.URL, "file", s.File, "derives-from", s.DerivesFrom))
	for _, n := range s.Author {
		d.line(1, "author %s|%s|%s", n.Family, n.Given, n.Literal)
	}
	for _, f := range s.Fields {
		d.line(1, "%s %q", f.Key, f.Value.Value)
	}
}

func (d dumper) claim(depth int, word string, c *claims.Claim) {
	extra := pairs("id", c.ID, "label", c.Label, "group", c.Group, "note", c.Note, "step", c.Step) + tags(c.Tags)
	if c.Implicit {
		extra += " implicit"
	}
	d.line(depth, "%s%q%s", word, c.Text.Value, extra)
	for _, e := range c.Evidence {
		d.line(depth+1, "evidence%s", pairs("source", e.Source, "at", e.At, "kind", e.Kind, "quote", e.Quote, "url", e.URL, "note", e.Note))
		d.answers(depth+2, e.Answers)
	}
	d.answers(depth+1, c.Answers)
	for _, a := range d.file.Arguments {
		if a.Target.Claim == c {
			d.argument(depth+1, a)
		}
	}
}

func (d dumper) answers(depth int, answers []*claims.Answer) {
	for _, a := range answers {
		d.line(depth, "answer %s %q", a.Question.Value, a.Text.Value)
	}
}

func (d dumper) argument(depth int, a *claims.Argument) {
	d.line(depth, "%s%s%s", a.Kind, pairs("id", a.ID, "label", a.Label, "scheme", a.Scheme, "conflict", a.Conflict, "strength", a.Strength, "note", a.Note, "step", a.Step), tags(a.Tags))
	d.answers(depth+1, a.Answers)
	for _, p := range a.Premises {
		if p.Claim != nil {
			d.claim(depth+1, "", p.Claim)
		} else {
			d.line(depth+1, "ref %s", p.Name.Value)
		}
	}
	for _, step := range d.file.Arguments {
		if step.Target.Argument == a {
			d.argument(depth+1, step)
		}
	}
}
