// Package pptx writes PowerPoint presentations: PresentationML in its transitional
// form (ECMA-376 5th edition, parts 1 and 4) inside an OPC package (part 2).
//
// It is a leaf that knows slides, shapes and texts, and nothing of maps. Lengths
// are points, from the top left. Shapes refer to one another by pointer; ids,
// relationships and parts are the writer's business, so that none can dangle.
package pptx

// Presentation is a file.
type Presentation struct {
	Title         string
	Lang          string // BCP 47 tag of texts that name none; "" leaves it to the reader's program
	Width, Height float64
	Theme         Theme
	Slides        []*Slide
}

// Limits of a slide's sides (part 1, 19.7.3 ST_SlideSizeCoordinate) and of the
// size of a text (20.1.10.69 ST_TextFontSize). What lies outside is moved to them.
const (
	MinSide = 72.0
	MaxSide = 4032.0
	MinText = 1.0
	MaxText = 4000.0
)

// Theme is what new shapes and texts look like when somebody goes on with the file.
// Shapes name their own colors, so that they keep them in a presentation of another theme.
type Theme struct {
	Name         string
	Font         string // of all texts
	Text, Ground Color
	Text2, Back2 Color
	Accents      [6]Color
	Link         Color // of every hyperlink
}

// Color is an opaque sRGB color.
type Color struct{ R, G, B uint8 }

// Rect is an upright rectangle.
type Rect struct{ X, Y, W, H float64 }

// Point is a place.
type Point struct{ X, Y float64 }

// Slide is one slide. Its shapes stand from back to front, which is the order in
// which they are read aloud.
type Slide struct {
	Title      string // for the outline view and for screen readers; "" makes a slide without one
	TitleAt    Rect   // where the title is shown; zero: above the slide, where nobody sees it
	TitleSize  float64
	Background *Color // nil: the theme's ground
	Shapes     []Shape
	Notes      []string  // the speaker's, a paragraph each
	Clicks     [][]Shape // what appears with each click; what stands in none is there from the beginning
}

// Shape is a *Box, a *Connector or a *Group.
type Shape interface{ isShape() }

func (*Box) isShape()       {}
func (*Connector) isShape() {}
func (*Group) isShape()     {}

// Label is how a shape is named and described to those who cannot see it.
type Label struct {
	Name       string // in the selection pane
	Alt        string
	Decorative bool // it says nothing that is not said elsewhere: screen readers pass over it
}

// Box is a rectangle, perhaps with text in it.
type Box struct {
	Label
	Rect
	Corner float64 // radius
	Fill   *Color  // nil: none
	Line   *Line   // nil: none
	Text   *Text   // nil: none
	Link   *Link   // of the whole box
	Sites  []Point // where connectors can be glued beside the middles of its sides, in shares of its width and height
}

// Line is how a border or connector is drawn.
type Line struct {
	Color    Color
	Width    float64
	Dash     Dash
	Head     Head    // at a connector's start
	Tail     Head    // at its end
	HeadSize float64 // their length, as near as the format comes to it
}

// Dash is a pattern that every program knows (20.1.10.49 ST_PresetLineDashVal).
type Dash string

const (
	Solid     Dash = ""
	Dashes    Dash = "dash"
	ShortDash Dash = "sysDash"
	Dots      Dash = "sysDot"
)

// Head is a line's end (20.1.10.33 ST_LineEndType).
type Head string

const (
	NoHead   Head = ""
	Triangle Head = "triangle"
	Round    Head = "oval"
)

// Connector is a line that stays with the shapes it is glued to. Its points are
// joined by upright and level pieces, of which there are at most four.
type Connector struct {
	Label
	Line   Line
	Points []Point
	Start  Glue
	End    Glue
}

// Glue is where an end of a connector is held.
type Glue struct {
	To   *Box // nil, or not on the slide: it is free
	Site int  // Top, …, or FirstSite + an index of the box's Sites
}

// The connection sites that every box has.
const (
	Top = iota
	Left
	Bottom
	Right
	FirstSite
)

// Group is shapes that are moved together.
type Group struct {
	Label
	Shapes []Shape
}

// Link is where a click leads: to a URL, absolute or relative to the file, or to a
// slide of the same presentation. The URL must be safe to follow: it is escaped
// here, not judged.
type Link struct {
	URL   string
	Slide *Slide
}
