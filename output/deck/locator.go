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
	shown := map[string]bool{}
	o.Each(func(e *argmap.Entry) {
		e.Short = "–\n–\n–" // every claim is as large as any other
		shown[e.Claim.ID] = true
	}, nil)
	opts := layout.Options{Direction: p.opts.Direction, FixedDirection: p.opts.FixedDirection, Evidence: layout.EvidenceNone, Fonts: p.opts.Fonts,
		Width: layout.MinWidth, FixedWidth: true,
		Fit: &layout.Page{Name: "locator", Width: locatorWide, Height: locatorHigh}}
	d, err := layout.Layout(p.ctx, o, opts)
	if err != nil {
		return err
	}
	d.Move(Width-margin-locatorWide, locatorTop)
	for _, s := range p.slides {
		if s.Drawing != nil && (s.Kind != KindOverview || len(p.outline.Roots) > 1) {
			s.Locator = locate(d, p.places(s, shown))
		}
	}
	return nil
}

// places are the ids of the claims that the locator marks for a slide: those on it,
// and for one whose level the small map does not reach, the nearest above that is
// shown.
func (p *planner) places(s *Slide, shown map[string]bool) map[string]bool {
	here := map[string]bool{}
	for _, b := range s.Drawing.Boxes {
		if b.Claim == nil || b.Again {
			continue
		}
		e := p.index.Entry(b.Claim.ID)
		for e != nil && !shown[e.Claim.ID] {
			e = p.index.Under(e)
		}
		if e != nil {
			here[e.Claim.ID] = true
		}
	}
	return here
}

// locate draws the small map with the claims that are on the slide marked.
func locate(d *layout.Drawing, here map[string]bool) *Locator {
	l := &Locator{Rect: layout.Rect{X: Width - margin - locatorWide, Y: locatorTop, W: locatorWide, H: locatorHigh}}
	for _, f := range d.Frames {
		l.Dots = append(l.Dots, Dot{Rect: f.Rect, Role: f.Role, Frame: true})
	}
	for _, b := range d.Boxes {
		l.Dots = append(l.Dots, Dot{Rect: b.Rect, Role: b.Role, Here: b.Claim != nil && here[b.Claim.ID] && !b.Again})
	}
	return l
}
