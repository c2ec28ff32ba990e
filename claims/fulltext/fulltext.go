// Package fulltext knows the full text of a source: its paragraphs, pages,
// sections and lines, and where in it a quote stands.
//
// It is a leaf. It must not know what a claim or a piece of evidence is, nor
// where a text comes from: it gets bytes and a name, and opens no file.
//
// # What is counted
//
// People count a text's paragraphs from the first one of its body, so titles,
// dates, authors, headings, menus and closing notes have no number; quotes are
// found in them all the same. The comment of number says which rule decides.
//
// # What is the same
//
// A quote is compared with the text as a reader would: white space, the shape of
// quotation marks and dashes, a word broken at the end of a line and Unicode's
// compatibility forms make no difference, letters and other punctuation do.
package fulltext

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
)

// ErrFormat is wrapped by the error for a file in a format that is not read.
var ErrFormat = errors.New("not a format that full texts are read from")

// MaxSize is the size of the largest file that Read takes, in bytes.
const MaxSize = 16 << 20

// Text is a source's text, taken apart. It does not change, and may be used by
// several goroutines at once; indexes are made when they are first needed.
type Text struct {
	body     string
	blocks   []block // in order, apart from each other, none empty
	marks    []mark  // in order; the first is at 0
	pages    []int32 // offset of each page's first byte; empty: no page marks
	sections []section
	marked   bool // the sections are those of the markup, none guessed

	firstPage  int // number of the first page
	paragraphs int
	lines      int
	end        int32 // the last time in the text, in seconds; -1: no times

	folded func() folded
	words  func() *words
}

// block is a run of text that stands by itself: a paragraph, a heading, a cell.
type block struct {
	start, end int32 // in Text.body, white space trimmed
	number     int32 // from 1; 0: not counted
	section    int32 // index into Text.sections; -1: before the first
	time       int32 // when it begins, in seconds; -1: not known
	role       role
}

// mark says on which line of the file the body's byte at that offset stands;
// every line feed between it and the next mark begins another line.
type mark struct{ at, line int32 }

// format is one kind of file that can be read.
type format struct {
	exts []string
	read func(data []byte) *Text
}

func formats() []format {
	return []format{
		{[]string{".txt", ".text"}, readPlain},
		{[]string{".md", ".markdown"}, readMarkdown},
		{[]string{".html", ".htm", ".xhtml"}, readHTML},
		{[]string{".vtt", ".srt"}, readSubtitles},
	}
}

// Extensions lists the extensions of the files that can be read, with their dots.
func Extensions() []string {
	var exts []string
	for _, f := range formats() {
		exts = append(exts, f.exts...)
	}
	return exts
}

// Read takes a text apart. The name's extension says what it is; a name without
// one is plain text. Bytes that are no text are replaced by U+FFFD, so errors
// speak of the format (ErrFormat) and of the size alone.
func Read(name string, data []byte) (*Text, error) {
	ext := strings.ToLower(filepath.Ext(name))
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%s: larger than %d MiB", name, MaxSize>>20)
	}
	if ext == "" || ext == "." {
		return readPlain(data), nil
	}
	for _, f := range formats() {
		if slices.Contains(f.exts, ext) {
			return f.read(data), nil
		}
	}
	return nil, fmt.Errorf("%s: %q is %w; those read are %s", name, ext, ErrFormat, strings.Join(Extensions(), " "))
}

// finish counts what is to be counted, once body and blocks are complete.
func (t *Text) finish() *Text {
	t.paragraphs = number(t.blocks, t.body)
	t.joinPages()
	t.folded = sync.OnceValue(func() folded { return fold(t.body) })
	t.words = sync.OnceValue(func() *words { return indexWords(t.body) })
	return t
}

// String is the text as it was read, without markup: what a Place's offsets
// point into. For plain text in UTF-8 it is the file itself, but for times,
// page numbers and running heads, which are taken out.
func (t *Text) String() string { return t.body }

// Paragraphs is the number of paragraphs that are counted.
func (t *Text) Paragraphs() int { return t.paragraphs }

// Pages is the number of pages, 0 where the text has no page marks.
func (t *Text) Pages() int { return len(t.pages) }

// Lines is the number of lines of the file.
func (t *Text) Lines() int { return t.lines }

// Paragraph returns the words of the paragraph with that number (from 1), white
// space folded, or "" where there is none.
func (t *Text) Paragraph(n int) string {
	if n < 1 || n > t.paragraphs {
		return ""
	}
	var parts []string // more than one where a page ends inside the paragraph
	for _, b := range t.blocks {
		if int(b.number) == n {
			parts = append(parts, t.passage(int(b.start), int(b.end)))
		}
	}
	return strings.Join(parts, " ")
}

// blockAt is the index of the last block that begins at or before the offset, -1
// before the first.
func (t *Text) blockAt(offset int) int {
	return sort.Search(len(t.blocks), func(i int) bool { return int(t.blocks[i].start) > offset }) - 1
}

// pageAt is the number of the page, 0 where there are no page marks.
func (t *Text) pageAt(offset int) int {
	if len(t.pages) == 0 {
		return 0
	}
	i := sort.Search(len(t.pages), func(i int) bool { return int(t.pages[i]) > offset }) - 1
	return t.firstPage + i
}

// lineAt is the line of the file on which the byte at that offset stands.
func (t *Text) lineAt(offset int) int {
	i, found := slices.BinarySearchFunc(t.marks, int32(offset), func(m mark, at int32) int { return cmp.Compare(m.at, at) })
	if !found {
		i--
	}
	if i < 0 {
		return 0
	}
	m := t.marks[i]
	return int(m.line) + strings.Count(t.body[m.at:offset], "\n")
}

// passage returns a stretch of the body for people: white space folded, and no
// break after a hyphen at the end of a line.
func (t *Text) passage(start, end int) string {
	s := strings.ReplaceAll(t.body[start:end], "\u00ad", "")
	return strings.Join(strings.Fields(brokenWord.ReplaceAllString(s, "$1-$2")), " ")
}

var brokenWord = regexp.MustCompile(`(\pL)-[ \t]*\n\s*(\pL)`)
