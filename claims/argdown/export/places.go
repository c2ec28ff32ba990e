package export

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
)

// lines finds places as Argdown counts them: lines from 1, and columns from 1 in UTF-16.
type lines struct {
	text   string
	starts []int
}

type position struct{ line, column int }

func newLines(text string) lines {
	l := lines{text: text, starts: []int{0}}
	for i := 0; i < len(text); i++ {
		if n := newline(text[i:]); n > 0 {
			i += n - 1
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

func (l lines) position(offset int) position {
	line := sort.SearchInts(l.starts, offset+1)
	column := 1
	for _, r := range l.text[l.starts[line-1]:offset] {
		column += utf16.RuneLen(r)
	}
	return position{line, column}
}

// last is the place of the last sign before an end.
func (l lines) last(end int) position {
	end = min(end, len(l.text)) // a heading without words ends behind the text
	line := sort.SearchInts(l.starts, max(end, 1))
	column := 0
	for _, r := range l.text[l.starts[line-1]:end] {
		column += utf16.RuneLen(r)
	}
	return position{line, column}
}

// indented is a place with the blanks before it in its line.
func (l lines) indented(offset int) int { return len(strings.TrimRight(l.text[:offset], " \t")) }

func (e *exporter) src() string { return e.lines.text }

func (e *exporter) removeTags() bool {
	settings, _ := e.m.Settings["model"].(model.Data)
	remove, _ := settings["removeTagsFromText"].(bool)
	return remove
}

// newline is how long the line break at the beginning of a text is; 0: there is none.
func newline(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case s != "" && (s[0] == '\n' || s[0] == '\r'):
		return 1
	}
	return 0
}

// blanks is where the blanks at pos end.
func blanks(s string, pos int) int {
	for pos < len(s) && (s[pos] == ' ' || s[pos] == '\t') {
		pos++
	}
	return pos
}

// lineBreak is where the line break at pos ends, blanks and comments before it passed
// over; 0 where there is none, or an empty line.
func (e *exporter) lineBreak(pos int) int {
	src := e.src()
	pos = blanks(src, pos)
	for e.comments[pos] > 0 {
		pos = blanks(src, e.comments[pos])
	}
	n := newline(src[pos:])
	if n == 0 || newline(src[blanks(src, pos+n):]) > 0 {
		return 0
	}
	return pos + n
}

// end is where a block ends with all that hangs below it.
func (e *exporter) end(b argdown.Block) int {
	for {
		var below []*argdown.Relation
		switch t := b.(type) {
		case *argdown.Statement:
			below = t.Relations
		case *argdown.Argument:
			below = t.Relations
		case *argdown.List:
			b = t.Items[len(t.Items)-1]
			continue
		case *argdown.Reconstruction:
			if len(t.Lines) == 0 {
				return t.Span.End
			}
			b = t.Lines[len(t.Lines)-1].Statement
			continue
		}
		if len(below) == 0 {
			return e.read(b).end
		}
		b = below[len(below)-1].Member
	}
}

// inferenceEnd is where the step to a conclusion ends, undercuts and all.
func (e *exporter) inferenceEnd(in *argdown.Inference) int {
	if n := len(in.Relations); n > 0 {
		return e.end(in.Relations[n-1].Member)
	}
	if end := e.lineBreak(in.Span.End); end > 0 {
		return end
	}
	return in.Span.End
}

// trim is a text without the blanks around it, in the sense of JavaScript.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u0085' || r == '\uFEFF' })
}
