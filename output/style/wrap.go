package style

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Line is one line of a wrapped text.
type Line struct {
	Text  string
	Width float64 // in points
	RTL   bool    // the paragraph reads from right to left
}

const softHyphen = '\u00AD'

// Collapse makes every run of white space one blank and takes off those at the
// ends, as Wrap does; no-break spaces stay. Line breaks are blanks too.
func Collapse(text string) string {
	return strings.Join(strings.FieldsFunc(text, breakingSpace), " ")
}

func breakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u2007' && r != '\u202F'
}

// Wrap breaks a text into lines no longer than width points, where Unicode allows
// it (UAX #14); a word longer than a line is broken between grapheme clusters
// (UAX #29), after a sign such as / or - where it has one. A line break in the
// text is kept. A text without a visible character has one empty line. The lines
// are remembered, and must not be changed.
func (f *Fonts) Wrap(text string, cut Font, size, width float64) []Line {
	key := wrapKey{text, cut, size, width}
	lines, ok := f.wrapped[key]
	if !ok {
		lines = f.wrap(text, cut, size, width)
		if f.wrapped == nil {
			f.wrapped = map[wrapKey][]Line{}
		}
		f.wrapped[key] = lines
	}
	return lines
}

func (f *Fonts) wrap(text string, cut Font, size, width float64) []Line {
	var lines []Line
	for paragraph := range strings.SplitSeq(text, "\n") {
		paragraph = strings.TrimRight(Collapse(paragraph), " "+string(softHyphen))
		if paragraph == "" {
			continue
		}
		w := &wrapper{f: f, cut: cut, em: width / size, pieces: f.pieces(paragraph)}
		rtl := rightToLeft(paragraph)
		for _, l := range w.lines() {
			lines = append(lines, Line{l, f.Width(l, cut, size), rtl})
		}
	}
	if lines == nil {
		return []Line{{}}
	}
	return lines
}

// pieces cuts a paragraph where it may be broken. A piece has the blank that
// follows it.
func (f *Fonts) pieces(paragraph string) []string {
	var list []string
	f.seg.Init([]rune(paragraph))
	for it := f.seg.LineIterator(); it.Next(); {
		list = append(list, string(it.Line().Text))
	}
	return list
}

// rightToLeft tells the direction of a paragraph by its first strong character
// (UAX #9, rules P2 and P3).
func rightToLeft(paragraph string) bool {
	for _, r := range paragraph {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

type wrapper struct {
	f      *Fonts
	cut    Font
	em     float64 // length of a line, in em
	pieces []string
}

// lines breaks greedily, and once more into a little less where that spares the
// reader a last line of a short word.
func (w *wrapper) lines() []string {
	const shortest = 0.25 // of a line
	lines := w.greedy(w.em)
	if n := len(lines); n > 1 && w.length(lines[n-1]) < shortest*w.em {
		for narrower := 0.96; narrower > 0.7; narrower -= 0.05 {
			again := w.greedy(w.em * narrower)
			if len(again) > n {
				break
			}
			if w.length(again[n-1]) >= shortest*w.em {
				return again
			}
		}
	}
	return lines
}

func (w *wrapper) length(line string) float64 { return w.f.Width(line, w.cut, 1) }

func (w *wrapper) greedy(em float64) []string {
	var lines []string
	var l openLine
	for _, p := range w.pieces {
		if l.text != "" && w.extended(&l, p) > em {
			lines = append(lines, shown(l.text))
			l = openLine{}
		}
		for l.text == "" && (len(p) > longPiece || w.length(shown(p)) > em) {
			head := w.broken(p, em)
			if head == p { // no room for the hyphen alone
				p = strings.TrimSuffix(p, string(softHyphen))
				break
			}
			lines = append(lines, shown(head))
			p = p[len(head):]
		}
		w.add(&l, p)
	}
	return append(lines, shown(l.text))
}

// longPiece is how many bytes of a word are measured at once. What is longer is
// broken without having been measured whole, since it is measured again for every line.
const longPiece = 1024

// openLine is a line that may get longer. It knows the length of what is closed,
// so that a line is not measured anew for every piece that it gets.
type openLine struct {
	text   string
	closed float64 // em of everything up to the last blank and the blank
	word   string  // behind the last blank
}

// extended is the length that the line would have with one more piece.
func (w *wrapper) extended(l *openLine, piece string) float64 {
	piece = strings.TrimRight(piece, " ")
	if strings.Contains(piece, " ") || strings.ContainsRune(l.word+piece, softHyphen) {
		return w.length(shown(l.text + piece))
	}
	return l.closed + w.f.word(l.word+piece, w.cut)
}

func (w *wrapper) add(l *openLine, piece string) {
	l.text += piece
	l.word += piece
	if i := strings.LastIndexByte(l.word, ' '); i >= 0 {
		l.closed += w.length(shown(l.word[:i])) + w.f.word(" ", w.cut)
		l.word = l.word[i+1:]
	}
}

// shown is a line as it stands on the picture: without the blank at its end, and
// with a hyphen only for a soft hyphen that it ends in.
func shown(line string) string {
	line = strings.TrimRight(line, " ")
	hyphen := strings.HasSuffix(line, string(softHyphen))
	line = strings.ReplaceAll(line, string(softHyphen), "")
	if hyphen {
		line += "-"
	}
	return line
}

// broken is as much of the piece's beginning as fits, at least one cluster.
func (w *wrapper) broken(piece string, em float64) string {
	for some := 64; ; some *= 2 { // bytes: a line or two
		begin := beginning(piece, some)
		if end, fits := w.breakAt(begin, em); !fits || begin == piece {
			return piece[:end]
		}
	}
}

// beginning is at most so many bytes of the text, whole characters.
func beginning(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// breakAt is where the text is broken so that what is before fits, and whether all
// of it does.
func (w *wrapper) breakAt(text string, em float64) (end int, fits bool) {
	w.f.seg.Init([]rune(text))
	length, sign := 0.0, 0
	for it := w.f.seg.GraphemeIterator(); it.Next(); {
		c := string(it.Grapheme().Text)
		length += w.f.word(c, w.cut)
		if end > 0 && length > em {
			if sign > end/2 {
				end = sign
			}
			return end, false
		}
		end += len(c)
		if strings.ContainsAny(c, "/-._?&=,;") {
			sign = end
		}
	}
	return end, true
}
