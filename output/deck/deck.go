// Package deck makes a talk of a map: slides on which nothing is too small to be
// read from the back row, each with what it shows placed in points.
//
// A slide is a drawing and some texts. The package must not know of any file
// format: a writer draws what stands on the slides, and decides nothing.
package deck

import (
	"context"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
)

// Measures of a slide, in points. It is as large as PowerPoint's wide one.
const (
	Width  = 960.0
	Height = 540.0

	SmallestText = 14.0 // on any slide
)

// Deck is the slides of a talk.
type Deck struct {
	Title  string
	Lang   string // BCP 47; "" where the file does not say
	Slides []*Slide
}

// Kind is what a slide is for.
type Kind int

const (
	KindTitle    Kind = iota
	KindOverview      // the thesis and its first arguments
	KindArgument      // one argument, or a claim with some of its arguments
	KindText          // a claim that is too long for any map
	KindSides         // for and against, side by side
	KindSources
)

// Slide is one slide. Places are in points from its top left.
type Slide struct {
	Kind    Kind
	ID      string // "slide-3": what links to it name behind "#"
	Title   string // what it is called in outlines and alt texts; unlike what stands on it, never empty
	Texts   []*Text
	Drawing *layout.Drawing // as large as the slide; nil on slides of text
	Locator *Locator        // nil where the drawing shows the whole map, and on slides of text

	// Shown are the entries whose claims the slide is about, for speaker notes.
	Shown []*argmap.Entry
}

// Role says what a text is for.
type Role int

const (
	RoleBody Role = iota
	RoleTitle
	RoleCrumbs // where one is in the argument
	RoleNumber // of the slide
)

// Text is a paragraph or several on a slide.
type Text struct {
	Role Role
	layout.Rect
	Lines []layout.Line
}

// Locator is a small map of the whole argument without words.
type Locator struct {
	layout.Rect
	Dots []Dot // frames before the claims in them
}

// Dot is a frame or a claim on a locator.
type Dot struct {
	layout.Rect
	Role  layout.Role
	Frame bool
	Here  bool // it is on the slide
}

// Make plans the slides of a map or of a part of it.
func Make(ctx context.Context, o *argmap.Outline, opts layout.Options) (*Deck, error) {
	p := newPlanner(ctx, o, opts)
	if err := p.plan(); err != nil {
		return nil, err
	}
	if err := p.finish(); err != nil {
		return nil, err
	}
	return &Deck{Title: o.Map.Heading(), Lang: o.Map.Lang, Slides: p.slides}, nil
}

// SmallestText is the size of the smallest text on the slide, in points; 0 where
// there is none.
func (s *Slide) SmallestText() float64 {
	least := 0.0
	see := func(lines []layout.Line) {
		for _, l := range lines {
			if l.Text != "" && (least == 0 || l.Size < least) {
				least = l.Size
			}
		}
	}
	for _, t := range s.Texts {
		see(t.Lines)
	}
	if d := s.Drawing; d != nil {
		see(d.Captions)
		for _, r := range d.Regions {
			see(r.Title)
		}
		for _, f := range d.Frames {
			see(f.Heading)
		}
		for _, b := range d.Boxes {
			see(b.Lines)
		}
	}
	return least
}

// MapPlace is where a slide's map stands.
func MapPlace() layout.Rect {
	return layout.Rect{X: margin, Y: mapTop, W: Width - 2*margin, H: Height - mapTop - mapBottom}
}
