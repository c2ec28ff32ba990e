package worksheet

import (
	"fmt"
	"math"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
)

// gapHeight is how high a box is to be written into, in points at the size of a drawing
// that is not fitted.
const gapHeight = 48.0

const captionHeight = 20.0

// cutMap is the paper's map, in parts where it is too large for a page; none where there
// is no map.
func (pr *press) cutMap() ([]*argmap.Outline, error) {
	if pr.paper.Map == nil {
		return nil, nil
	}
	var parts []*argmap.Outline
	for _, root := range pr.paper.Map.Outline().Roots {
		more, err := pr.parts(branch{root: root})
		if err != nil {
			return nil, err
		}
		parts = append(parts, more...)
	}
	if pr.key != nil {
		for _, o := range parts {
			pr.fillIn(o)
		}
	}
	return parts, nil
}

// maps sets the parts of a map.
func (pr *press) maps(parts []*argmap.Outline) error {
	for i, o := range parts {
		caption := ""
		if len(parts) > 1 {
			caption = fmt.Sprintf("The map, part %d of %d", i+1, len(parts))
			if i > 0 {
				caption += ": what bears on " + pr.named(o.Roots[0].Claim)
			}
		}
		if err := pr.mapPart(o, caption, captionAbove(parts)); err != nil {
			return err
		}
	}
	return nil
}

// captionAbove is the room for captions, which parts have where there are several.
func captionAbove(parts []*argmap.Outline) float64 {
	if len(parts) > 1 {
		return captionHeight
	}
	return 0
}

// named is how a caption names a claim: by its gap, its letter or its first words.
func (pr *press) named(c *argmap.Claim) string {
	const most = 60 // runes
	text := []rune(clean(c.Text))
	if len(text) > most {
		return "“" + string(text[:most]) + "…”"
	}
	if pr.paper.Gaps[c.ID] != "" {
		return string(text)
	}
	return "“" + string(text) + "”"
}

// mapPart puts a part on the page where it fits, else on the next, and on its side where
// it is wide.
func (pr *press) mapPart(o *argmap.Outline, caption string, above float64) error {
	if d, err := pr.drawn(o, pr.rest(above)); err != nil || d != nil {
		return pr.place(o, d, caption, pr.page, false, err)
	}
	if d, err := pr.drawn(o, pr.uprightRoom(above)); err != nil || d != nil {
		return pr.place(o, d, caption, pr.page, true, err)
	}
	lying := layout.Page{Width: pr.page.Height, Height: pr.page.Width}
	d, err := pr.fitted(o, pr.lyingRoom(above))
	if err == nil && d.TextSize < smallest {
		pr.notices = append(pr.notices, source.Diagnostic{Severity: source.Warning, Code: "text-small",
			Message: fmt.Sprintf("a part of the map of seed %d cannot be cut further, and its text is %.1f pt", pr.paper.Seed, d.TextSize),
			Hint:    "shorten its longest claims, or take a lower level"})
	}
	return pr.place(o, d, caption, lying, true, err)
}

// rest is the room on the page under way, below a caption; none on a page on its side.
func (pr *press) rest(above float64) layout.Page {
	if pr.leaf.size != pr.page {
		return layout.Page{}
	}
	return layout.Page{Width: pr.width(), Height: pr.bottom() - pr.y - above}
}

// uprightRoom is the room on an empty page, below a caption.
func (pr *press) uprightRoom(above float64) layout.Page {
	return layout.Page{Width: pr.width(), Height: pr.page.Height - marginTop - marginBottom - above}
}

// lyingRoom is the room on a page on its side, below a caption.
func (pr *press) lyingRoom(above float64) layout.Page {
	return layout.Page{Width: pr.page.Height - 2*marginX, Height: pr.page.Width - marginTop - marginBottom - above}
}

// place paints a drawing below its caption.
func (pr *press) place(o *argmap.Outline, d *layout.Drawing, caption string, size layout.Page, turn bool, err error) error {
	if err != nil {
		return err
	}
	if turn {
		pr.turn(size)
	}
	if caption != "" {
		b := pr.block()
		b.text(0, caption, layout.Lettering{Size: textSize})
		b.level = 2
		pr.paint(b)
		pr.y += captionHeight
	}
	pr.leaf.Drawing(o, d, (size.Width-d.Width)/2, pr.y)
	pr.y += d.Height + paragraphGap
	return nil
}

// fillIn writes what is right into the gaps.
func (pr *press) fillIn(o *argmap.Outline) {
	o.Each(func(e *argmap.Entry) {
		if id := pr.paper.Gaps[e.Claim.ID]; id != "" {
			e.Short = clean(e.Claim.Text) + " " + answerOf(pr.key.Field(id))
		}
	}, nil)
}

// smallest is the text that a map has at least, in points.
const smallest = smallSize - 1e-6

// drawn draws an outline in a room; nil where its text would be too small.
func (pr *press) drawn(o *argmap.Outline, room layout.Page) (*layout.Drawing, error) {
	if room.Width < 100 || room.Height < 80 {
		return nil, nil
	}
	d, err := pr.fitted(o, room)
	if err != nil || d.TextSize < smallest {
		return nil, err
	}
	return d, nil
}

// fitted draws an outline as large as a room allows, and no larger than usual, with
// nothing around it.
func (pr *press) fitted(o *argmap.Outline, room layout.Page) (*layout.Drawing, error) {
	d, err := layout.Layout(pr.ctx, o, layout.Options{Fit: &room, Largest: layout.TextSize, Even: true, Evidence: layout.EvidenceNone, Fonts: pr.fonts,
		Room: func(c *argmap.Claim) float64 {
			if pr.paper.Gaps[c.ID] != "" {
				return gapHeight
			}
			return 0
		}})
	if err != nil {
		return nil, err
	}
	crop(d)
	return d, nil
}

// crop takes the blank edges off a drawing.
func crop(d *layout.Drawing) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	see := func(r layout.Rect) {
		left, top = min(left, r.X), min(top, r.Y)
		right, bottom = max(right, r.X+r.W), max(bottom, r.Y+r.H)
	}
	for _, f := range d.Frames {
		see(f.Rect)
	}
	for _, b := range d.Boxes {
		see(b.Rect)
	}
	for _, c := range d.Connectors {
		for _, p := range c.Points {
			see(layout.Rect{X: p.X, Y: p.Y})
		}
	}
	const line = 2.0
	d.Move(line-left, line-top)
	d.Width, d.Height = right-left+2*line, bottom-top+2*line
}
