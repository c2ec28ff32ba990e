package export

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

// reading is the text of a block as Argdown reads it, blanks and all.
type reading struct {
	text   string
	said   bool // there is a text, be it empty
	ranges []*span
	end    int // behind its last sign, a line break among them
}

// span is a part of a text that is more than text.
type span struct {
	kind        string
	start, stop int    // of the first and the last sign, in UTF-16
	key, value  string // what it leads to
}

func (r reading) list() []any {
	list := []any{}
	for _, s := range r.ranges {
		o := object{{"type", s.kind}, {"start", s.start}, {"stop", s.stop}}
		o.text(s.key, s.value)
		list = append(list, o)
	}
	return list
}

// read is the reading of a heading, a statement or an argument.
func (e *exporter) read(b argdown.Block) reading {
	if r, known := e.readings[b]; known {
		return r
	}
	t := &text{exporter: e}
	switch b := b.(type) {
	case *argdown.Heading:
		t.element(argdown.Definition, b.Span.Start+b.Level+1, b.Span, b.Content, b.Data, false)
	case *argdown.Statement:
		t.element(b.Form, behind(b.Form, b.Title, b.Span), b.Span, b.Content, b.Data, len(b.Relations) > 0)
	case *argdown.Argument:
		t.element(b.Form, behind(b.Form, b.Title, b.Span), b.Span, b.Content, b.Data, len(b.Relations) > 0)
	}
	r := reading{text: t.String(), said: t.said, ranges: t.ranges, end: t.last}
	e.readings[b] = r
	return r
}

// behind is where the text of an element begins.
func behind(f argdown.Form, title argdown.Text, all source.Span) int {
	switch f {
	case argdown.Definition:
		return title.Span.End + 1
	case argdown.Reference:
		return title.Span.End
	}
	return all.Start
}

// text reads running text by the rules of Argdown's lexer, which passes over some
// blanks and keeps others.
type text struct {
	*exporter
	strings.Builder
	length  int // in UTF-16
	said    bool
	newline bool // a line break came last
	last    int  // behind the last sign
	ranges  []*span
	open    []*span // of emphasis
}

// element reads a text from start, and what follows it down to its relations.
func (t *text) element(f argdown.Form, start int, all source.Span, c argdown.Content, d *argdown.Data, relations bool) {
	t.last = start
	limit := blanks(t.src(), all.End)
	if d != nil {
		limit = d.Span.Start
	}
	t.run(c, start, limit)
	if !t.newline && d == nil {
		t.take(limit)
	}
	if f == argdown.Reference && (d != nil || relations) {
		t.rest()
	}
	t.newline = false
	if d != nil {
		t.last = d.Span.End
		t.take(t.last)
	}
	if relations && (d != nil || f == argdown.Reference) {
		t.rest()
	}
}

// take reads the line break at pos, unless it makes an empty line.
func (t *text) take(pos int) {
	if end := t.lineBreak(pos); end > 0 {
		t.newline, t.last = true, end
	}
}

// rest makes a blank of a line break, if one came last.
func (t *text) rest() {
	if t.newline && !strings.HasSuffix(t.String(), " ") {
		t.put(" ")
	}
	t.said = t.said || t.newline
	t.newline = false
}

func (t *text) put(s string) {
	t.WriteString(s)
	for _, r := range s {
		t.length += utf16.RuneLen(r)
	}
	t.said = true
}

// sign begins a sign: a line break before it is a blank.
func (t *text) sign(end int) {
	t.rest()
	t.last = end
}

// run reads content that stands between two places.
func (t *text) run(c argdown.Content, pos, end int) {
	for _, in := range c {
		if in.Kind != argdown.Plain && !t.cut(in) {
			t.plain(pos, in.Span.Start)
			pos = t.inline(in)
		}
	}
	t.plain(pos, end)
}

// cut tells whether a line break cuts a mention, which to Argdown is text then.
func (t *text) cut(in argdown.Inline) bool {
	return (in.Kind == argdown.StatementMention || in.Kind == argdown.ArgumentMention) && strings.ContainsAny(t.src()[in.Span.Start:in.Span.End], "\r\n")
}

// inline reads more than plain text and a blank behind it, and tells where that ends.
func (t *text) inline(in argdown.Inline) int {
	t.rest()
	src := t.src()
	end := in.Span.End
	blank := ""
	if end < len(src) && (src[end] == ' ' || src[end] == '\t') {
		blank = src[end : end+1]
	}
	only := strings.TrimSuffix(blank, "\t")
	s := &span{start: t.length, stop: t.length}
	switch in.Kind {
	case argdown.Bold, argdown.Italic:
		t.emphasis(in, s)
		t.put(only)
	case argdown.Link:
		s.kind, s.key, s.value = "link", "url", in.URL
		shown, _, _ := strings.Cut(src[in.Span.Start+1:end], "](")
		t.put(shown)
		s.stop = t.length - 1
		t.put(only)
	default:
		s.kind, s.key, s.value = inlineKinds[in.Kind], "title", in.Text
		if in.Kind == argdown.Tag {
			if s.key = "tag"; t.removeTags() {
				t.last = end + len(blank)
				return t.last
			}
		}
		t.put(src[in.Span.Start:end] + blank)
		s.stop = t.length - 1
	}
	if in.Kind != argdown.Bold && in.Kind != argdown.Italic {
		t.ranges = append(t.ranges, s)
	}
	t.last = end + len(blank)
	return t.last
}

var inlineKinds = map[argdown.Kind]string{
	argdown.Tag: "tag", argdown.StatementMention: "statement-mention", argdown.ArgumentMention: "argument-mention",
}

// emphasis reads what is in bold or italics. Where a shortcode stands in it, it is the
// shortcode's end that Argdown writes down.
func (t *text) emphasis(in argdown.Inline, s *span) {
	signs := 1
	s.kind = "italic"
	if in.Kind == argdown.Bold {
		s.kind, signs = "bold", 2
	}
	t.ranges, t.open = append(t.ranges, s), append(t.open, s)
	t.run(in.Inner, in.Span.Start+signs, in.Span.End-signs)
	t.newline = false
	t.open[len(t.open)-1].stop = max(0, t.length-1)
	t.open = t.open[:len(t.open)-1]
}

// plain reads plain text between two places.
func (t *text) plain(pos, end int) {
	src := t.src()
	for pos < end {
		if e := t.comments[pos]; e > 0 {
			pos = t.comment(e)
			continue
		}
		rest := src[pos:end]
		switch n := len(rest) - len(strings.TrimLeft(rest, " \t")); {
		case newline(rest[n:]) > 0:
			pos += n + newline(rest[n:])
			t.newline, t.last = true, pos
		case n > 0:
			pos += n
		default:
			n, s := t.token(pos, rest)
			pos += n
			t.sign(pos)
			t.put(s)
		}
	}
}

// comment passes over a comment and, where it stands on lines of its own, over the
// break behind it. It tells where that ends.
func (t *text) comment(end int) int {
	if !t.newline {
		return end
	}
	if next := t.lineBreak(end); next > 0 {
		return next
	}
	return end
}

const control = "\\@#*_[],.:;</>-\r\n(){}"

// token is how many bytes the sign at the beginning of rest has, and what it says.
func (t *text) token(pos int, rest string) (int, string) {
	switch rest[0] {
	case '\\':
		if len(rest) > 1 {
			_, size := utf8.DecodeRuneInString(rest[1:])
			n := 1 + size
			for n < len(rest) && rest[n] == ' ' {
				n++
			}
			return n, rest[1:n]
		}
	case '.', ':':
		if n := shortcode(rest); n > 0 {
			return t.shortcode(pos, rest, n)
		}
	}
	n := strings.IndexAny(rest, control)
	switch {
	case n < 0:
		n = len(rest)
	case n == 0:
		n = 1
		if len(rest) > 1 && (rest[1] == ' ' || rest[1] == '\t') {
			n = 2
		}
	}
	return n, rest[:n]
}

// shortcode is how long what may be a shortcode at the beginning of rest is: from a
// dot or colon to the next, without blanks; 0 where there is none.
func shortcode(rest string) int {
	for i, r := range rest[1:] {
		if unicode.IsSpace(r) || r == '\uFEFF' {
			break
		}
		if i > 0 && r == rune(rest[0]) {
			return i + 2
		}
	}
	return 0
}

// shortcode reads one with the blank behind it, which may be none: then it stands for
// itself.
func (t *text) shortcode(pos int, rest string, n int) (int, string) {
	blank := ""
	if n < len(rest) && (rest[n] == ' ' || rest[n] == '\t') {
		blank = rest[n : n+1]
	}
	before, _ := utf8.DecodeLastRuneInString(t.src()[:pos])
	s := t.m.Document.Shortcode(rest[:n])
	if s == "" || unicode.IsLetter(before) || unicode.IsDigit(before) {
		return n + len(blank), rest[:n] + blank
	}
	t.open = append(t.open, &span{}) // Argdown closes it in the place of the emphasis around it
	return n + len(blank), s + strings.TrimSuffix(blank, "\t")
}
