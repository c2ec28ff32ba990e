package output

import (
	"fmt"
	"io"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/internal/pptx"
	"github.com/argmap/argmap/output/layout"
)

// PPTX is the drawing on one slide (ECMA-376), as shapes that can be moved and
// written over: a claim is one shape with its text in it, and connectors are
// glued to what they join.
var PPTX = &Format{Name: "pptx", Title: "PowerPoint slide", Ext: ".pptx",
	MIME: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	Use:  "slides that can be edited", Binary: true, Stepped: true, Paged: true, writeDrawing: writePPTX}

// pptxLargest is the largest text, in points, to which a small map is blown up.
const pptxLargest = 28.0

func writePPTX(w io.Writer, j *Job, d *layout.Drawing) (source.Diagnostics, error) {
	p := newPPTXPainter(j)
	size, at := pptxPlace(j, d)
	slide := &pptx.Slide{Title: d.Title}
	p.paint(slide, d, at)
	slide.Notes = p.notes(d)
	file := p.presentation(d, size)
	file.Slides = []*pptx.Slide{slide}
	return pptxNotices(d, at), pptx.Write(w, file)
}

// presentation is an empty file for slides of that size.
func (p *pptxPainter) presentation(d *layout.Drawing, size layout.Page) *pptx.Presentation {
	t := p.theme
	file := &pptx.Presentation{Title: d.Title, Lang: p.lang, Width: size.Width, Height: size.Height}
	file.Theme = pptx.Theme{Name: "Argument map", Font: pptxFont, Text: pptx.Color(t.Text), Ground: pptx.Color(t.Ground),
		Text2: pptx.Color(t.Muted), Back2: pptx.Color(t.Region.Fill), Link: pptx.Color(t.Link),
		Accents: [6]pptx.Color{pptx.Color(t.Reason.Line), pptx.Color(t.Objection.Line), pptx.Color(t.Region.Line),
			pptx.Color(t.Reason.Ink), pptx.Color(t.Objection.Ink), pptx.Color(t.BoxLine)}}
	return file
}

// pptxPlace is the size of the slide and the drawing's place on it: the middle of
// the page that the job asks for, or else a slide of the drawing's own size.
func pptxPlace(j *Job, d *layout.Drawing) (layout.Page, pptxPlacement) {
	if j.Page != nil {
		scale := min(j.Page.Width/d.Width, j.Page.Height/d.Height, max(1, pptxLargest/d.TextSize))
		return *j.Page, pptxCentered(*j.Page, d, scale)
	}
	scale := min(1, pptx.MaxSide/d.Width, pptx.MaxSide/d.Height)
	page := layout.Page{Width: pptx.Side(d.Width * scale), Height: pptx.Side(d.Height * scale)}
	return page, pptxCentered(page, d, scale)
}

func pptxCentered(page layout.Page, d *layout.Drawing, scale float64) pptxPlacement {
	return pptxPlacement{x: (page.Width - d.Width*scale) / 2, y: (page.Height - d.Height*scale) / 2, scale: scale}
}

// pptxNotices tells of text that came out smaller than anybody asked for.
func pptxNotices(d *layout.Drawing, at pptxPlacement) source.Diagnostics {
	text := d.TextSize * at.scale
	small := layout.SmallSize * d.Scale * at.scale
	hint := "make a talk of it with argmap slides, or write SVG, which has no largest size"
	switch {
	case small < pptx.MinText:
		return source.Diagnostics{{Severity: source.Warning, Code: "text-overflows",
			Message: fmt.Sprintf("the map is too large for a slide: its text would be %.2g pt, PowerPoint has none below %g pt, and it will not fit its boxes", text, pptx.MinText),
			Hint:    hint}}
	case at.scale < 0.999:
		return source.Diagnostics{{Severity: source.Warning, Code: "scale-lowered",
			Message: fmt.Sprintf("the text is %.2g pt instead of %.3g: the map is larger than its slide", text, d.TextSize),
			Hint:    hint}}
	}
	return nil
}
