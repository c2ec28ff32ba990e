package deck

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
)

// Measures of the locator, in points, and how many claims it shows at most: more
// would be dust.
const (
	locatorWide = 190.0
	locatorHigh = 64.0
	locatorTop  = 16.0
	mostDots    = 150
)

// locators puts a small map of the whole argument on every slide with a drawing of
// a part. A large map shows its upper levels.
func (p *planner) locators() error {
	o := p.outline
	for levels := 8; levels > 0; levels-- {
		part := &argmap.Outline{Map: o.Map}
		claims := 0
		for _, e := range o.Roots {
			part.Roots = append(part.Roots, copyEntry(e, levels))
		}
		part.Each(func(*argmap.Entry) { claims++ }, nil)
		if o = part; claims <= mostDots {
			break
		}
	}
	o.Each(func(e *argmap.Entry) { e.Short = "–" }, nil) // every claim is as large as any other
	opts := layout.Options{Direction: p.opts.Direction, FixedDirection: p.opts.FixedDirection, Evidence: layout.EvidenceNone, Fonts: p.opts.Fonts,
		Fit: &layout.Page{Name: "locator", Width: locatorWide, Height: locatorHigh}}
	d, err := layout.Layout(p.ctx, o, opts)
	if err != nil {
		return err
	}
	d.Move(Width-margin-locatorWide, locatorTop)
	for _, s := range p.slides {
		if s.Drawing != nil && (s.Kind != KindOverview || len(p.outline.Roots) > 1) {
			s.Locator = locate(d, s)
		}
	}
	return nil
}

// locate marks on the small map what is on the slide: the claims, and those below
// whose level the small map does not go.
func locate(d *layout.Drawing, s *Slide) *Locator {
	here := map[*argmap.Claim]bool{}
	for _, b := range s.Drawing.Boxes {
		if b.Claim != nil {
			here[b.Claim] = true
		}
	}
	l := &Locator{Rect: layout.Rect{X: Width - margin - locatorWide, Y: locatorTop, W: locatorWide, H: locatorHigh}}
	for _, f := range d.Frames {
		l.Dots = append(l.Dots, Dot{Rect: f.Rect, Role: f.Role, Frame: true})
	}
	for _, b := range d.Boxes {
		l.Dots = append(l.Dots, Dot{Rect: b.Rect, Role: b.Role, Here: here[b.Claim] && !b.Again})
	}
	return l
}
