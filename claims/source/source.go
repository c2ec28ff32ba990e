// Package source knows texts and places in them: a file with its lines, spans of
// bytes, positions for people, and the diagnostics that point at them.
//
// It is a leaf. It must not know what a claim is, which format a file is in, or
// where a message will be shown; every other package may import it.
package source

import (
	"sort"
	"unicode/utf8"
)

// File is a text under a name. The zero value is an empty, unnamed text.
type File struct {
	Name string // as the user gave it; "-" for standard input
	Text string // valid UTF-8; see NewFile

	lines []int // byte offset of each line's first byte
	runes []int // byte offset of every runeStride-th character, so that long lines cost no more than short ones

	parts  []Part // what a spliced text is made of; nil: it stands in a file as it is
	starts []int  // where each begins
}

// Span is a half-open range of byte offsets into a File's Text. The zero Span
// points at the start of the file.
type Span struct{ Start, End int }

// Position is a place for people: both numbers count from 1, and Col counts
// characters (Unicode code points), not bytes.
type Position struct{ Line, Col int }

// NewFile returns the file of that name and text. Lines end at "\n"; a "\r"
// before it belongs to the line.
func NewFile(name, text string) *File {
	f := &File{Name: name, Text: text, lines: []int{0}}
	n := 0
	for i, r := range text {
		if n%runeStride == 0 {
			f.runes = append(f.runes, i)
		}
		if n++; r == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

const runeStride = 256

// runeAt is how many characters stand before a byte offset.
func (f *File) runeAt(offset int) int {
	i := sort.SearchInts(f.runes, offset+1) - 1
	if i < 0 {
		return 0
	}
	return i*runeStride + utf8.RuneCountInString(f.Text[f.runes[i]:offset])
}

// byteAt is the byte offset of the character with that number, from 0; the text's end
// where there are fewer.
func (f *File) byteAt(n int) int {
	if n/runeStride >= len(f.runes) {
		return len(f.Text)
	}
	offset := f.runes[n/runeStride]
	for range n % runeStride {
		_, size := utf8.DecodeRuneInString(f.Text[offset:])
		offset += size
	}
	return offset
}

// Lines is the number of lines; a text without a line break has one.
func (f *File) Lines() int { return max(1, len(f.lines)) }

// Line returns the text of the line with that number (from 1), without its line
// break, or "" where there is no such line.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	start, end := f.lines[n-1], len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n] - 1
	}
	if end > start && f.Text[end-1] == '\r' {
		end--
	}
	return f.Text[start:end]
}

// Position tells the line and column of a byte offset; offsets outside the text
// are taken to its nearest end.
func (f *File) Position(offset int) Position {
	offset = min(max(offset, 0), len(f.Text))
	if len(f.lines) == 0 {
		return Position{1, 1}
	}
	line := sort.SearchInts(f.lines, offset+1)
	return Position{line, f.runeAt(offset) - f.runeAt(f.lines[line-1]) + 1}
}

// Offset is the inverse of Position. Columns past the end of a line give the
// line's end, lines past the last one the end of the text.
func (f *File) Offset(p Position) int {
	if p.Line < 1 || len(f.lines) == 0 {
		return 0
	}
	if p.Line > len(f.lines) {
		return len(f.Text)
	}
	start := f.lines[p.Line-1]
	if p.Col <= 1 {
		return start
	}
	return min(f.byteAt(f.runeAt(start)+p.Col-1), start+len(f.Line(p.Line)))
}

// Slice returns the text of a span, cut to what the file has.
func (f *File) Slice(s Span) string {
	start := min(max(s.Start, 0), len(f.Text))
	return f.Text[start:min(max(s.End, start), len(f.Text))]
}
