package output

import (
	"bufio"
	"io"

	"github.com/argmap/argmap/output/deck"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// slidePicture is the picture of a slide, or of a part of it.
type slidePicture struct {
	crop   layout.Rect // the part of the slide
	texts  bool        // the slide's own texts too: its title, its way, what stands on slides without a map
	prefix string      // of the ids in it
	talk   bool        // it stands in a talk: nothing in it has the focus
	grow   bool        // parts say at which stage they appear
	until  int         // the last stage that is drawn; -1: all
}

// writeSlideSVG writes the slide's drawing as an svg element.
func writeSlideSVG(w io.Writer, j *Job, sl *deck.Slide, p slidePicture) error {
	s := &svgWriter{Writer: bufio.NewWriterSize(w, 1<<14), theme: j.theme(), prefix: p.prefix, talk: p.talk, grow: p.grow}
	s.d = &layout.Drawing{Width: deck.Width, Height: deck.Height, Scale: 1}
	if sl.Drawing != nil {
		s.d = sl.Drawing
		if p.until >= 0 {
			s.d = s.d.Until(p.until)
		}
	}
	s.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\" role=\"img\" aria-label=\"%s\" font-family=\"%s\">\n",
		num(p.crop.W), num(p.crop.H), num(p.crop.X), num(p.crop.Y), num(p.crop.W), num(p.crop.H), escape(slideAlt(sl)), fontFamily)
	if p.texts {
		for _, t := range sl.Texts {
			s.lines(t.Lines)
		}
		s.locator(sl.Locator)
	}
	s.parts()
	s.printf("</svg>\n")
	return s.Flush()
}

// locator draws the small map on which dark claims are those on the slide.
func (s *svgWriter) locator(l *deck.Locator) {
	if l == nil {
		return
	}
	s.printf("<g class=\"am-locator\">\n")
	for _, d := range l.Dots {
		fill, line := dotInk(s.theme, d)
		s.printf("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>\n",
			num(d.X), num(d.Y), num(d.W), num(d.H), fill, line, num(dotLine(d)))
	}
	s.printf("</g>\n")
}

// writeLocatorSVG writes the small map as a picture of its own.
func writeLocatorSVG(w io.Writer, j *Job, l *deck.Locator) error {
	s := &svgWriter{Writer: bufio.NewWriter(w), theme: j.theme()}
	s.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\" role=\"img\" aria-label=\"Where this is on the whole map\">\n",
		num(l.W), num(l.H), num(l.X), num(l.Y), num(l.W), num(l.H))
	s.locator(l)
	s.printf("</svg>\n")
	return s.Flush()
}

// dotLine is how thick a dot's border is, in points: less where it would cover the
// dot.
func dotLine(d deck.Dot) float64 { return max(0.1, min(0.5, 0.12*min(d.W, d.H))) }

// dotInk is the ground and border of a dot on a locator: what is on the slide is
// filled with the color that its border has.
func dotInk(t style.Theme, d deck.Dot) (fill, line style.Color) {
	look := t.Role(d.Role == layout.RoleObjection)
	fill, line = t.Box, look.Line
	switch {
	case d.Frame:
		fill = look.Fill
	case d.Role == layout.RoleThesis || d.Role == layout.RoleClaim:
		line = t.ThesisLine
	}
	if d.Here {
		fill = line
	}
	return fill, line
}
