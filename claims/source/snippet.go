package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

const (
	snippetIndent = "    "
	snippetWidth  = 100 // columns of a line that are shown at most
	snippetLead   = 30  // columns kept before the span where a line is cut
	tabWidth      = 4
	lineBytes     = 4 << 10 // longer lines are cut before they are measured
)

// snippet writes the first line of the span, and underlines what the span has of
// it. Lines too long for a terminal are shown around the span's start.
func (p *printer) snippet(f *File, at Span, color string) {
	if f == nil || f.Text == "" {
		return
	}
	pos := f.Position(at.Start)
	line := f.Line(pos.Line)
	lineStart := f.Offset(Position{pos.Line, 1})
	start := min(max(at.Start-lineStart, 0), len(line))
	end := min(max(at.End-lineStart, start), len(line))
	line, start, end, cutLeft, cutRight := nearby(line, start, end)

	cells, s, e := measure(line, start, end)
	from, to := window(cells, s, e)
	cutLeft = cutLeft || from > 0
	cutRight = cutRight || to < len(cells)
	if cutLeft {
		cells = append([]cell{{"…", 1}}, cells[from:to]...)
		s, e = s-from+1, e-from+1
	} else {
		cells = cells[:to]
	}
	e = max(min(e, len(cells)), s)
	var text, under strings.Builder
	for i, c := range cells {
		text.WriteString(c.text)
		switch {
		case i < s:
			under.WriteString(strings.Repeat(" ", c.width))
		case i < e:
			under.WriteString(strings.Repeat("~", c.width))
		}
	}
	if cutRight {
		text.WriteString("…")
	}
	p.underlined(text.String(), under.String(), s, cells, color)
}

// underlined writes a line and its marks, the first of which becomes a caret; a
// span of no width gets the caret alone.
func (p *printer) underlined(text, under string, s int, cells []cell, color string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	lead := 0
	for _, c := range cells[:min(s, len(cells))] {
		lead += c.width
	}
	marks := "^"
	if len(under) > lead {
		marks += under[lead+1:]
	}
	p.buf.WriteString(snippetIndent + strings.TrimRight(text, " ") + "\n")
	p.buf.WriteString(snippetIndent + strings.Repeat(" ", lead))
	p.paint(color, marks)
	p.buf.WriteByte('\n')
}

// nearby cuts a very long line to the bytes around the span, at characters'
// bounds, and tells on which sides something is left out.
func nearby(line string, start, end int) (cut string, s, e int, left, right bool) {
	from, to := 0, len(line)
	if start > lineBytes {
		from = start - lineBytes/2
		for from < start && !utf8.RuneStart(line[from]) {
			from++
		}
	}
	if to-start > lineBytes {
		to = start + lineBytes/2
		for to < len(line) && !utf8.RuneStart(line[to]) {
			to++
		}
	}
	return line[from:to], start - from, min(end, to) - from, from > 0, to < len(line)
}

// cell is what is shown for one character.
type cell struct {
	text  string
	width int // columns
}

// measure breaks a line into cells, and gives the indices of the cells between
// which the byte range stands.
func measure(line string, start, end int) (cells []cell, s, e int) {
	s, e = -1, -1
	col := 0
	for i, r := range line {
		if s < 0 && i >= start {
			s = len(cells)
		}
		if e < 0 && i >= end {
			e = len(cells)
		}
		c := cellOf(r, col)
		cells = append(cells, c)
		col += c.width
	}
	if s < 0 {
		s = len(cells)
	}
	if e < 0 {
		e = len(cells)
	}
	return cells, s, e
}

func cellOf(r rune, col int) cell {
	if r == '\t' {
		n := tabWidth - col%tabWidth
		return cell{strings.Repeat(" ", n), n}
	}
	r = visible(r)
	return cell{string(r), RuneWidth(r)}
}

// RuneWidth is the number of columns that a terminal gives to a character: two
// for East Asian wide ones, none for combining and invisible ones.
func RuneWidth(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// window chooses the cells to show of a line: all where they fit, otherwise
// those around the span's start.
func window(cells []cell, s, e int) (from, to int) {
	total, spanned := 0, 0
	for i, c := range cells {
		total += c.width
		if i >= s && i < e {
			spanned += c.width
		}
	}
	if total <= snippetWidth {
		return 0, len(cells)
	}
	lead := snippetLead
	if spanned+lead < snippetWidth { // a short span may stand further right
		lead = (snippetWidth - spanned) / 2
	}
	from = s
	for w := 0; from > 0 && w+cells[from-1].width <= lead; {
		from--
		w += cells[from].width
	}
	to = from
	for w := 0; to < len(cells) && w+cells[to].width <= snippetWidth; to++ {
		w += cells[to].width
	}
	for w := 0; to == len(cells) && from > 0; from-- { // use the room that is left
		w = 0
		for _, c := range cells[from-1 : to] {
			w += c.width
		}
		if w > snippetWidth {
			break
		}
	}
	return from, to
}
