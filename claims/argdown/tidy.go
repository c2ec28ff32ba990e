package argdown

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// Tidy returns the document in its canonical layout: relations indented by two
// blanks a level, texts in line with their first letter, one blank line between
// blocks and none inside. Nothing but blanks and blank lines changes, and nothing of
// what the document says: words, comments and the breaks of lines stay, and so does
// what stands between braces, equals signs or the ends of a comment. Tidying the
// result changes nothing more.
func Tidy(src *source.File) string {
	if strings.ContainsAny(src.Text, string([]byte{maskComment, maskData})) {
		return src.Text // it cannot be told from what the parser has masked
	}
	src = source.NewFile(src.Name, strings.TrimPrefix(src.Text, byteOrderMark))
	t := &tidier{p: &parser{src: src, notes: &notes{}}, lineBreak: "\n"}
	t.p.read()
	if n := strings.IndexByte(src.Text, '\n'); n > 0 && src.Text[n-1] == '\r' {
		t.lineBreak = "\r\n"
	}
	t.collect()
	t.separate()
	t.indent()
	t.indentComments()
	t.p.notes.sortGaps()
	for _, r := range t.rows {
		t.write(r)
	}
	return t.b.String()
}

type tidier struct {
	p         *parser
	rows      []*row
	lineBreak string
	b         strings.Builder
	gap       int // the one to be written next
}

// row is a line that is not blank.
type row struct {
	line
	note   *note // nil: a comment alone, or more of what is above
	blanks int   // lines above it
	before int   // columns before all that stands in it
	behind int   // columns between a comment that it begins with and its body
}

// alone tells whether nothing but comments, or front matter, stands in the line.
func (r *row) alone() bool { return r.line.blank }

// collect makes the rows of the text's lines.
func (t *tidier) collect() {
	notes, above := t.p.notes.lines, 0
	for _, l := range t.p.lines() {
		if l.blank && !l.comment {
			above++
			continue
		}
		r := &row{line: l, blanks: above}
		if len(notes) > 0 && notes[0].body == l.body && !l.blank {
			r.note, notes = &notes[0], notes[1:]
		}
		t.rows, above = append(t.rows, r), 0
	}
}

// separate puts one blank line between blocks, above the comments that lead them,
// and takes out those inside a reconstruction, but for one between two inferences,
// of which the second would close the first.
func (t *tidier) separate() {
	spread, keep := t.p.notes.spread, 0
	lead := 0          // the first row since the last with a body
	parted := false    // by a blank line since then
	inference := false // the last step was one
	for i, r := range t.rows {
		for len(spread) > 0 && spread[0][0] < r.start {
			keep, spread = max(keep, spread[0][1]), spread[1:]
		}
		parted = parted || r.blanks > 0
		switch more := r.note == nil || !r.note.begins; {
		case r.start < keep:
		case !r.alone() && more && lead == i && !(inference && inferenceSign.MatchString(t.p.body(r.line))):
			r.blanks = 0
		default:
			r.blanks = min(r.blanks, 1)
		}
		if r.alone() {
			continue
		}
		if r.note != nil && r.note.begins && !parted {
			t.rows[lead].blanks = 1
		}
		if r.note != nil && r.note.depth == 0 {
			inference = r.note.in == inReconstruction && r.note.sign == 0
		}
		lead, parted = i+1, false
	}
	if len(t.rows) > 1 && t.p.doc.Frontmatter != nil {
		t.rows[1].blanks = max(t.rows[1].blanks, 1)
	}
	if len(t.rows) > 0 {
		t.rows[0].blanks = 0
	}
}

// indent places the rows with a body. Where a line goes on with a text it is in line
// with that, unless it would be read as something else there.
func (t *tidier) indent() {
	var above note
	for _, r := range t.rows {
		switch {
		case r.alone():
		case r.note != nil:
			above = *r.note
			r.before = 2 * above.depth
			if r.comment {
				r.before, r.behind = 0, max(1, r.before)
			}
		default:
			r.before, r.behind = 2*above.depth, 1
			if above.sign > 0 {
				r.before += above.sign + 1
			}
			switch {
			case relates(t.p.body(r.line)) != "":
				r.before, r.behind = 0, 0
			case r.before == 0 && above.in == inText && t.p.titled(r.line):
				r.before, r.behind = 2, 2
			}
		}
	}
}

// indentComments places comments alone: like the line below, or where none follows
// like the line above, unless they stood at the margin.
func (t *tidier) indentComments() {
	for i := len(t.rows) - 1; i >= 0; i-- {
		below := i + 1
		for i > 0 && t.rows[i].alone() && t.rows[i].blanks == 0 && t.rows[i-1].alone() {
			i--
		}
		column := 0
		switch r := t.rows[i]; {
		case !r.alone():
			continue
		case below < len(t.rows) && t.rows[below].blanks == 0:
			column = t.rows[below].before
		case i > 0 && r.blanks == 0 && isBlank(t.p.src.Text[r.start]):
			column = t.rows[i-1].before
		}
		for _, r := range t.rows[i:below] {
			r.before = column
		}
	}
}

func (t *tidier) write(r *row) {
	t.b.WriteString(strings.Repeat(t.lineBreak, r.blanks))
	t.b.WriteString(strings.Repeat(" ", r.before))
	if r.comment {
		t.b.WriteString(strings.Trim(t.p.src.Text[r.start:r.body], blanks))
		if !r.alone() {
			t.b.WriteString(strings.Repeat(" ", r.behind))
		}
	}
	t.copy(r.body, r.body+len(strings.TrimRight(t.p.src.Text[r.body:r.end], blanks)))
	t.b.WriteString(t.lineBreak)
}

// copy writes a stretch of the text with one blank in each gap. It puts none where
// there is none before a slash, which might make a comment of it, and leaves those
// before comments, which may stand in a column.
func (t *tidier) copy(start, end int) {
	text, gaps := t.p.src.Text, t.p.notes.gaps
	for ; t.gap < len(gaps) && gaps[t.gap] < end; t.gap++ {
		at := gaps[t.gap]
		if at < start {
			continue
		}
		t.b.WriteString(text[start:at])
		for start = at; start < end && isBlank(text[start]); start++ {
		}
		switch {
		case start > at && t.p.masked[start] == maskComment:
			start = at
		case start > at || text[start] != '/':
			t.b.WriteByte(' ')
		}
	}
	t.b.WriteString(text[start:end])
}
