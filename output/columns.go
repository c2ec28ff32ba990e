package output

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/go-text/typesetting/segmenter"
)

// Texts in columns: what a terminal, or a typewriter's typeface, gives a character.

// columns is how many columns a text takes.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n += source.RuneWidth(r)
	}
	return n
}

// fold breaks a cleaned text into lines of at most first columns and then at most
// rest, where Unicode allows it (UAX #14), and a word longer than a line between
// grapheme clusters. It never returns fewer than one line.
func fold(text string, first, rest int) []string {
	f := folder{room: max(first, 1), rest: max(rest, 1)}
	var words, clusters segmenter.Segmenter
	words.Init([]rune(text))
	for it := words.LineIterator(); it.Next(); {
		piece := string(it.Line().Text)
		if f.add(piece) {
			continue
		}
		clusters.Init([]rune(piece))
		for it := clusters.GraphemeIterator(); it.Next(); {
			if c := string(it.Grapheme().Text); !f.add(c) { // wider than any line
				if f.used > 0 {
					f.end()
				}
				f.put(c)
			}
		}
	}
	return append(f.lines, strings.TrimRight(f.line.String(), " "))
}

type folder struct {
	lines      []string
	line       strings.Builder
	used       int // columns of line
	room, rest int // columns of this line, and of those behind it
}

// add puts a piece on this line or the next, and tells whether it fits one.
func (f *folder) add(piece string) bool {
	width := columns(strings.TrimRight(piece, " "))
	if f.used+width > f.room {
		if f.used == 0 && f.room >= f.rest || width > f.rest {
			return false
		}
		f.end()
	}
	f.put(piece)
	return true
}

// end begins the next line.
func (f *folder) end() {
	f.lines = append(f.lines, strings.TrimRight(f.line.String(), " "))
	f.line.Reset()
	f.used, f.room = 0, f.rest
}

func (f *folder) put(piece string) {
	f.line.WriteString(piece)
	f.used += columns(piece)
}

// hang writes a text as lines under one another: lead before the first, rest
// before the others.
func hang(text, lead, rest string, width int) string {
	var b strings.Builder
	for i, line := range fold(text, width-columns(lead), width-columns(rest)) {
		if i > 0 {
			lead = "\n" + rest
		}
		b.WriteString(strings.TrimRight(lead+line, " "))
	}
	return b.String() + "\n"
}

// Fold breaks a text into lines of at most so many columns of a terminal, where Unicode
// allows it.
func Fold(text string, width int) []string { return fold(text, width, width) }
