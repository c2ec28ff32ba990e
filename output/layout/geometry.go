package layout

// Measures of the picture, in points at a drawing's own size. Writers scale them
// by Drawing.Scale and use no others, so that every format shows the same lines.
const (
	TextSize    = 12.0 // a claim's text
	SmallSize   = 9.5  // evidence, marks
	HeadingSize = 9.5  // the word on a frame
	TitleSize   = 10.5 // a region's title

	FrameCorner  = 6.0 // radii
	BoxCorner    = 3.0
	RegionCorner = 8.0

	FrameLine     = 1.75 // widths of lines
	BoxLine       = 0.75
	ImplicitLine  = 1.25
	ThesisLine    = 2.5
	RegionLine    = 1.0
	ConnectorLine = 1.75

	HeadLength = 8.0 // an arrowhead, from its tip
	HeadWidth  = 8.0
	BarGap     = 3.0 // from the target to the bar that stands for an arrowhead on an objection
	BarLength  = 2.5 // of the bar, along the line
)

// Dash patterns: drawn and blank lengths in points. Solid lines have none.
var (
	objectionDash = []float64{6, 3.5}
	implicitDash  = []float64{4, 3}
	againDash     = []float64{1.5, 2.5}
)

// Dash is the pattern of the frame's border, in points at the drawing's own size
// before scaling; nil for a solid line.
func (f *Frame) Dash() []float64 { return roleDash(f.Role) }

// Dash is the pattern of the connector, as for a frame.
func (c *Connector) Dash() []float64 { return roleDash(c.Role) }

// Dash is the pattern of the box's border, as for a frame.
func (b *Box) Dash() []float64 {
	switch {
	case b.Again:
		return againDash
	case b.Implicit:
		return implicitDash
	}
	return nil
}

// LineWidth is the width of the box's border, in the same points.
func (b *Box) LineWidth() float64 {
	switch {
	case b.Role == RoleThesis:
		return ThesisLine
	case b.Implicit || b.Again:
		return ImplicitLine
	}
	return BoxLine
}

func roleDash(r Role) []float64 {
	if r == RoleObjection {
		return objectionDash
	}
	return nil
}

// sizes are those of a picture's texts, before it is scaled.
type sizes struct{ text, small, heading, title float64 }

func (o Options) sizes() sizes {
	if o.Even {
		return sizes{TextSize, TextSize, TextSize, TextSize}
	}
	return sizes{TextSize, SmallSize, HeadingSize, TitleSize}
}

// Inner measures that no writer needs.
const (
	lineHeight    = 1.25 // of the text's size
	noteGap       = 3.0  // between a claim's text and its small lines
	headingGap    = 4.0  // under the word on a frame
	gutter        = 18.0 // along a frame's end, where undercuts and backings meet it
	stackIndent   = 16.0 // room for the trunk beside a stack
	forkOffset    = 9.0  // a target's reasons and objections leave it this far from its middle
	cornerRadius  = 6.0
	laneGap       = 9.0
	regionTitleUp = 4.0 // above and below a region's title
)

// gaps are the blank spaces of a picture, in points.
type gaps struct {
	boxX, boxY float64 // between a box's border and its text
	frame      float64 // between a frame's border and its boxes, and between them
	sibling    float64 // between neighbours on a rank
	tree       float64 // between the trees of different roots
	margin     float64
	stack      float64 // between the frames of a stack
	trunk      float64 // from a rank to the first lane: the arrowhead and a bit of line
	drop       float64 // from the last lane to the next rank
	straight   float64 // between ranks that need no lane
	region     float64 // between a region's border and what it holds
}

var (
	roomy = gaps{boxX: 8, boxY: 7, frame: 6, sibling: 18, tree: 44, margin: 18, stack: 12, trunk: 20, drop: 14, straight: 28, region: 10}
	tight = gaps{boxX: 5, boxY: 3.5, frame: 4, sibling: 8, tree: 20, margin: 6, stack: 6, trunk: 17, drop: 10, straight: 22, region: 6}
)

func (o Options) gaps() gaps {
	if o.tight {
		return tight
	}
	return roomy
}
