package output

import (
	"slices"

	"github.com/go-text/typesetting/font"

	"github.com/argmap/argmap/output/internal/pdf"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// lines paints texts, the lines of each in one paragraph of the element.
func (s *pdfSheet) lines(lines []layout.Line, to *pdf.Element) {
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n-1].Next != "\n" {
			n++
		}
		s.paragraph(lines[:n], to)
		lines = lines[n:]
	}
}

// paragraph paints those of a text's lines that are seen.
func (s *pdfSheet) paragraph(lines []layout.Line, to *pdf.Element) {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l layout.Line) bool { return !meets(lineRect(l), s.window) })
	if len(lines) == 0 {
		return
	}
	to = to.Add("P")
	if slices.ContainsFunc(lines, func(l layout.Line) bool { return l.RTL }) {
		to.Text = joined(lines) // the glyphs stand in the order in which they are seen
	}
	url := lines[0].URL
	if url != "" {
		to = to.Add("Link")
	}
	s.page.Begin(to)
	for _, l := range lines {
		_, c := lineInk(s.theme, l)
		s.page.Text(l.X, l.Y, l.Size, pdf.Color(c), s.glyphs(l))
	}
	s.page.End()
	if url == "" {
		return
	}
	for _, l := range lines {
		if l.Width > 0 {
			s.page.Link(pdf.Rect(lineRect(l)), url, to)
		}
	}
}

// glyphs shapes a line. Where the text goes on behind a blank, the blank stands at
// the line's end, so that the words do not run together when they are read.
func (s *pdfSheet) glyphs(l layout.Line) []pdf.Glyph {
	key := shapeKey{l.Text, l.Font, l.RTL}
	list, known := s.shaped[key]
	if !known {
		for _, g := range s.fonts.Shape(l.Text, l.Font, l.RTL, s.fallback.Face) {
			list = append(list, s.glyph(g))
		}
		s.shaped[key] = list
	}
	if l.Next != " " || l.Size <= 0 {
		return list
	}
	face := s.fonts.Face(l.Font)
	id, _ := face.NominalGlyph(' ')
	blank := pdf.Glyph{Face: face, ID: id, X: l.Width / l.Size, Stretch: 1, Text: " "}
	if l.RTL {
		blank.X = -s.fonts.Width(" ", l.Font, 1)
		return append([]pdf.Glyph{blank}, list...)
	}
	return append(slices.Clip(list), blank)
}

// glyph makes a box of a glyph that no font has or that has no outline.
func (p *pdfPainter) glyph(g style.Glyph) pdf.Glyph {
	out := pdf.Glyph{Face: g.Face, ID: g.ID, X: g.X, Y: g.Y, Width: g.Width, Stretch: g.Stretch, Text: g.Text}
	if g.Missing == 0 && p.hasOutline(g.Face, g.ID) {
		return out
	}
	if g.Missing != 0 && !slices.Contains(p.missing, g.Missing) {
		p.missing = append(p.missing, g.Missing)
	}
	out.Face, out.ID, out.Stretch = nil, 0, 1
	return out
}

func (p *pdfPainter) hasOutline(face *font.Face, id font.GID) bool {
	key := glyphKey{face, id}
	has, known := p.drawable[key]
	if !known {
		_, has = face.GlyphData(id).(font.GlyphOutline)
		p.drawable[key] = has
	}
	return has
}
