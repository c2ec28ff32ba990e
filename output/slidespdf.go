package output

import (
	"io"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/deck"
	"github.com/argmap/argmap/output/internal/pdf"
	"github.com/argmap/argmap/output/layout"
)

// PDFSlides is a talk as pages: one for each slide, or for each part of it that
// is shown one after another.
var PDFSlides = &SlideFormat{Name: "pdf", Title: "PDF deck", Ext: ".pdf", Binary: true,
	Use: "showing anywhere, handing out", write: writePDFSlides}

func writePDFSlides(w io.Writer, j *Job, d *deck.Deck, _ string) ([]Picture, source.Diagnostics, error) {
	p, err := newPDFPainter(j, d.Title)
	if err != nil {
		return nil, nil, err
	}
	for _, sl := range d.Slides {
		last := 0
		if j.Steps && sl.Drawing != nil {
			last = sl.Drawing.Stages
		}
		for stage := range last + 1 {
			s := p.sheet(layout.Page{Width: deck.Width, Height: deck.Height})
			if stage == 0 {
				s.doc.SetDest(sl.ID, s.page.Dest(pdf.Rect{W: deck.Width, H: deck.Height}))
			}
			if !j.Steps && sl.Drawing != nil {
				stage = sl.Drawing.Stages
			}
			s.slide(sl, stage)
		}
		p.doc.Bookmarks = append(p.doc.Bookmarks, &pdf.Bookmark{Title: sl.Title, Dest: sl.ID})
	}
	notices, err := p.finish(w)
	return nil, notices, err
}

// slide paints a slide as it is at a stage.
func (s *pdfSheet) slide(sl *deck.Slide, stage int) {
	s.ground()
	s.window = layout.Rect{W: deck.Width, H: deck.Height}
	for _, t := range sl.Texts {
		switch t.Role {
		case deck.RoleTitle:
			s.paragraph(t.Lines, s.part.Add(pdfTitleRole(sl.Kind)))
		case deck.RoleCrumbs, deck.RoleBody:
			s.lines(t.Lines, s.part)
		}
	}
	s.locator(sl.Locator)
	if sl.Drawing != nil {
		s.drawing(sl.Drawing, pdfView{Scale: 1, Stage: stage})
	}
	for _, t := range sl.Texts {
		if t.Role == deck.RoleNumber {
			s.lines(t.Lines, s.part)
		}
	}
}

func pdfTitleRole(k deck.Kind) string {
	if k == deck.KindTitle {
		return "H1"
	}
	return "H2"
}

// locator paints the small map, which says nothing to those who hear the page read.
func (s *pdfSheet) locator(l *deck.Locator) {
	if l == nil {
		return
	}
	s.scale = 1
	for _, d := range l.Dots {
		fill, line := dotInk(s.theme, d)
		s.rect(d.Rect, 0, fill, pdf.Pen{Color: pdf.Color(line), Width: dotLine(d)})
	}
}
