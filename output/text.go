package output

import (
	"bufio"
	"io"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// Text is the map as a tree for the terminal. It has no color: a sign and a word
// say what speaks for and what against. A branch too deep for the width goes on
// further down, from the left, under its number.
var Text = &Format{Name: "text", Title: "text tree", Ext: ".txt", MIME: "text/plain",
	Use: "terminals, mail, screen readers", writeMap: writeText}

// narrowest is the least number of columns that a branch leaves for its texts.
const narrowest = 36

type treeWriter struct {
	*bufio.Writer
	job    *Job
	width  int
	listed map[string]bool // links that the list of sources has
	later  []*branch       // what is too deep for the width
}

func writeText(w io.Writer, j *Job) (source.Diagnostics, error) {
	t := &treeWriter{Writer: bufio.NewWriter(w), job: j, width: j.Columns, listed: map[string]bool{}}
	if t.width <= 0 {
		t.width = DefaultColumns
	}
	sources := j.references()
	for _, s := range sources {
		t.listed[reference(s).URL] = true
	}
	t.puts(hang(clean(j.Map().Heading()), "", "", t.width))
	for _, b := range branches(j.Outline) {
		t.puts("\n")
		t.branch(b, "", "")
	}
	for len(t.later) > 0 {
		b := t.later[0]
		t.later = t.later[1:]
		t.puts("\n" + hang(b.number+", continued", "", "", t.width))
		t.below(b, "")
	}
	if len(sources) > 0 {
		t.puts("\nSources\n")
		t.puts(sourceList(sources, t.width))
	}
	return nil, t.Flush()
}

func (t *treeWriter) puts(text string) { _, _ = t.WriteString(text) } // Flush reports what fails

// branch writes a branch: lead stands before its first line, rest before all
// others.
func (t *treeWriter) branch(b *branch, lead, rest string) {
	indent := max(3, min(columns(b.number)+1, 8))
	guide := rest + strings.Repeat(" ", indent)
	if len(b.below) > 0 {
		guide = rest + "│" + strings.Repeat(" ", indent-1)
	}
	t.puts(hang(t.says(b), lead, guide, t.width))
	for _, l := range t.job.lines(b) {
		text := l.text
		if l.label != "evidence" {
			text = l.label + ": " + text
		}
		if l.url != "" && !t.listed[l.url] && !strings.Contains(text, l.url) {
			text += " <" + l.url + ">"
		}
		t.puts(hang(text, guide+"└ ", guide+"  ", t.width))
	}
	if columns(rest)+3+narrowest > t.width && len(rest) > 0 && len(b.below) > 0 {
		t.puts(hang("… "+b.number+" goes on below", rest+"└─ ", rest+"   ", t.width))
		t.later = append(t.later, b)
		return
	}
	t.below(b, rest)
}

func (t *treeWriter) below(b *branch, rest string) {
	for i, c := range b.below {
		if i == len(b.below)-1 {
			t.branch(c, rest+"└─ ", rest+"   ")
		} else {
			t.branch(c, rest+"├─ ", rest+"│  ")
		}
	}
}

// says is a branch's number, what it does to what it hangs on, and its claim.
func (t *treeWriter) says(b *branch) string {
	var words []string
	if b.number != "" {
		words = append(words, b.number)
	}
	if b.step != nil {
		a := b.step.Argument
		sign := map[argmap.Kind]string{argmap.Support: "+ ", argmap.Attack: "- "}[a.Kind]
		colon := ""
		if b.entry != nil {
			colon = ":"
		}
		words = append(words, sign+heading(a)+colon)
	}
	if b.entry != nil {
		if b.entry.Claim.Implicit {
			words = append(words, "[implicit]")
		}
		words = append(words, clean(b.entry.Claim.Text))
	}
	return bracketed(strings.Join(words, " "), b.marks())
}

// sourceList lists sources with hanging indents.
func sourceList(sources []*argmap.Source, width int) string {
	var b strings.Builder
	for _, s := range sources {
		r := reference(s)
		if r.URL != "" {
			r.Text += " <" + r.URL + ">"
		}
		b.WriteString(hang(r.Text, "  ", "    ", width))
	}
	return b.String()
}
