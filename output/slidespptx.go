package output

import (
	"io"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/deck"
	"github.com/argmap/argmap/output/internal/pptx"
	"github.com/argmap/argmap/output/layout"
)

// PPTXSlides is a talk whose slides are made of shapes that can be edited, with
// notes for the speaker.
var PPTXSlides = &SlideFormat{Name: "pptx", Title: "PowerPoint deck", Ext: ".pptx", Binary: true,
	Use: "talks that are edited further", write: writePPTXSlides}

func writePPTXSlides(w io.Writer, j *Job, d *deck.Deck, _ string) ([]Picture, source.Diagnostics, error) {
	p := newPPTXPainter(j)
	file := p.presentation(&layout.Drawing{Title: d.Title}, layout.Page{Width: deck.Width, Height: deck.Height})
	byID := map[string]*pptx.Slide{}
	for _, s := range d.Slides {
		slide := &pptx.Slide{Title: s.Title}
		byID["#"+s.ID] = slide
		file.Slides = append(file.Slides, slide)
	}
	p.link = func(url string) *pptx.Link {
		if to := byID[url]; to != nil {
			return &pptx.Link{Slide: to}
		}
		return pptxLink(url)
	}
	for i, s := range d.Slides {
		p.slide(file.Slides[i], s)
		if s.Drawing != nil {
			file.Slides[i].Notes = append(p.notes(s.Drawing), j.asked[s]...)
		} else {
			file.Slides[i].Notes = j.slideNotes(s)
		}
	}
	return nil, nil, pptx.Write(w, file)
}

// slide puts everything that stands on a slide of the deck onto one of the file, in
// reading order.
func (p *pptxPainter) slide(to *pptx.Slide, s *deck.Slide) {
	for _, t := range s.Texts {
		switch t.Role {
		case deck.RoleTitle:
			to.TitleAt, to.TitleSize = pptx.Rect(t.Rect), t.Lines[0].Size
		case deck.RoleCrumbs, deck.RoleBody:
			p.texts(to, t)
		}
	}
	if s.Drawing != nil {
		p.paint(to, s.Drawing, pptxPlacement{scale: 1})
	}
	p.locator(to, s.Locator)
	for _, t := range s.Texts {
		if t.Role == deck.RoleNumber {
			p.texts(to, t)
		}
	}
}

func (p *pptxPainter) texts(to *pptx.Slide, t *deck.Text) {
	name := map[deck.Role]string{deck.RoleCrumbs: "Way", deck.RoleNumber: "Number"}[t.Role]
	if name == "" {
		name = "Text"
	}
	g := &pptxPainting{pptxPainter: p, d: &layout.Drawing{Scale: 1, Captions: t.Lines}, at: pptxPlacement{scale: 1}, slide: to}
	for _, b := range g.captions() {
		b.Name = name
		if t.Role == deck.RoleBody {
			b.W = t.X + t.W - b.X
		}
		to.Shapes = append(to.Shapes, b)
	}
}

// locator adds the small map as one group without words.
func (p *pptxPainter) locator(to *pptx.Slide, l *deck.Locator) {
	if l == nil {
		return
	}
	group := &pptx.Group{Label: pptx.Label{Name: "Where this is on the whole map", Decorative: true}}
	for _, d := range l.Dots {
		fill, line := dotInk(p.theme, d)
		ink := pptx.Color(fill)
		group.Shapes = append(group.Shapes, &pptx.Box{Label: pptx.Label{Name: "Claim", Decorative: true}, Rect: pptx.Rect(d.Rect),
			Fill: &ink, Line: &pptx.Line{Color: pptx.Color(line), Width: dotLine(d)}})
	}
	to.Shapes = append(to.Shapes, group)
}
