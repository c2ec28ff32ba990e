package fulltext

import (
	"bytes"
	"math"
	"strings"
	"unicode"
)

// builder puts a text together from the pieces that a file's markup leaves.
type builder struct {
	t    Text
	body []byte

	from    int // where the block that is being written begins
	section int32
	marked  int // offset of the last mark
	line    int // on which the next byte stands if no mark says otherwise
}

func newBuilder(source string) *builder {
	return &builder{section: -1, line: 1, t: Text{lines: countLines(source), firstPage: 1, end: -1}}
}

// write adds a piece to the block; its first byte stands on that line of the file.
func (b *builder) write(s string, line int) {
	if s == "" {
		return
	}
	if n := len(b.body); len(b.t.marks) == 0 || line != b.line || n-b.marked > markEvery {
		b.t.marks = append(b.t.marks, mark{int32(n), int32(line)})
		b.marked = n
	}
	b.body = append(b.body, s...)
	b.line = line + strings.Count(s, "\n")
}

// space adds white space that is in the markup, not in the file's text.
func (b *builder) space(s string) {
	b.body = append(b.body, s...)
	b.line = math.MinInt // the next piece gets a mark
}

// pending is what was written of the block so far.
func (b *builder) pending() []byte { return b.body[b.from:] }

// cut takes back what was written from an offset on.
func (b *builder) cut(from int) {
	b.body = b.body[:from]
	for len(b.t.marks) > 0 && int(b.t.marks[len(b.t.marks)-1].at) >= from {
		b.t.marks = b.t.marks[:len(b.t.marks)-1]
	}
	b.marked, b.line = 0, math.MinInt
}

// end closes the block, which vanishes where it is blank. A heading of level 1 or
// more begins a section; level 0 is no heading.
func (b *builder) end(r role, level int) {
	text := bytes.TrimLeftFunc(b.body[b.from:], unicode.IsSpace)
	start := len(b.body) - len(text)
	text = bytes.TrimRightFunc(text, unicode.IsSpace)
	if len(text) > 0 {
		if level > 0 {
			b.section = b.t.addSection(level, strings.Join(strings.Fields(string(text)), " "))
		}
		b.t.blocks = append(b.t.blocks, block{
			start: int32(start), end: int32(start + len(text)), section: b.section, time: -1, role: r,
		})
		b.space("\n\n")
	}
	b.from = len(b.body)
}

// text is what was written, with its sections numbered.
func (b *builder) text() *Text {
	b.t.body = string(b.body)
	if len(b.t.marks) == 0 {
		b.t.marks = []mark{{0, 1}}
	}
	b.t.numberSections(true)
	return &b.t
}
