// Package layout turns a Map into a Drawing: every box placed, every connector
// routed, every text broken into lines, in points from the top left.
//
// Graphviz, through go-graphviz alone, says on which rank a thing stands and in
// which order the things of a rank follow one another; this package gives it the
// sizes and draws everything else out of its answer. It must not know of any
// file format: a writer needs the Drawing and a palette, and decides nothing.
package layout

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/style"
)

// Drawing is a map with everything placed. Lists are in reading order: a claim,
// then each argument for it with all that hangs below, then each against it.
type Drawing struct {
	Width, Height float64 // in points, margins included
	Title         string  // never empty
	Description   string  // what a reader who cannot see the picture should know first
	Lang          string  // BCP 47; "" where the file does not say
	TextSize      float64 // of a claim's text, in points, at the drawing's own size
	Scale         float64 // what the measures of geometry.go are to be multiplied by; 1 unless fitted to a page

	Stages int // the last stage of a stepwise reveal; 0: all of it is there from the beginning

	Regions    []*Region // outer ones before those inside them
	Frames     []*Frame
	Boxes      []*Box
	Connectors []*Connector
	Captions   []Line // text that belongs to none of them: the legend's words
}

// Point is a place in points from the top left.
type Point struct{ X, Y float64 }

// Rect is an upright rectangle.
type Rect struct{ X, Y, W, H float64 }

// Line is one line of text, ready to draw.
type Line struct {
	Text      string
	X, Y      float64 // of the left end of the baseline, whatever the direction of the script
	Width     float64 // as measured
	Size      float64
	Font      style.Font
	Ink       Ink
	Next      string // what the text has between this line and the next: " ", "" inside a word, "\n" at a text's end
	Continues bool   // the next line stands beside it, on the same baseline
	RTL       bool   // the line reads from right to left: it ends at X and begins at X+Width
	URL       string // "" or a link that may be followed; see argmap.SafeURL
}

// Ink says what a text is for, so that a palette can colour it.
type Ink int

const (
	InkText      Ink = iota // a claim's own text
	InkMuted                // evidence, notes
	InkReason               // the word on a reason's frame
	InkObjection            // the word on an objection's frame
	InkRegion               // a region's title
)

// Role says what a shape stands for, so that a palette can colour it.
type Role int

const (
	RoleClaim     Role = iota // a claim that is no premise of anything drawn, not the thesis
	RoleThesis                // the claim that the map is about
	RoleReason                // blue, solid
	RoleObjection             // vermillion, dashed
)

// Region is a titled group: it holds what belongs to it and nothing else.
type Region struct {
	Rect
	Group *argmap.Group
	Title []Line
	Stage int // when a stepwise reveal shows it; 0: from the beginning
}

// Frame is an argument: its word and the boxes of its premises stand inside.
type Frame struct {
	Rect
	Argument *argmap.Argument // nil in the legend
	Role     Role             // RoleReason or RoleObjection
	Heading  []Line
	Stage    int // as a Region's
}

// Box is a claim.
type Box struct {
	Rect
	Claim    *argmap.Claim    // nil in the legend
	Argument *argmap.Argument // the argument in whose frame it stands; nil outside frames
	Role     Role
	Implicit bool
	Again    bool   // the claim stands elsewhere too, and its own reasons hang there
	Lines    []Line // text, evidence and marks, top to bottom
	Stage    int    // as a Region's
}

// Connector joins an argument to its target.
type Connector struct {
	Argument *argmap.Argument // nil in the legend
	Role     Role
	Points   []Point // upright and level pieces from the target to the frame; corners are rounded by Radius
	Radius   float64
	Begin    int  // the corner from which it is drawn; before it runs on a neighbour's line. 0: from the arrowhead on
	Bars     int  // across the line at the frame: 1 between contraries, 2 between contradictories
	Step     bool // it meets the target argument's frame: an undercut or backing
	Stage    int  // as a Region's
}
