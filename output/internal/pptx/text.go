package pptx

// Text is what a box says. It is wrapped in the box's width less the insets, at
// the sizes that it names: nothing is shrunk to fit.
type Text struct {
	Paragraphs []Paragraph
	Insets     Insets // from the box's outline, whatever its corners
	Anchor     Anchor
	NoWrap     bool
}

// Insets are blank room inside a box.
type Insets struct{ Left, Top, Right, Bottom float64 }

// Anchor is where a text stands that is less high than its box.
type Anchor string

const (
	AnchorTop    Anchor = "t"
	AnchorMiddle Anchor = "ctr"
	AnchorBottom Anchor = "b"
)

// Paragraph is runs in one flow.
type Paragraph struct {
	Runs       []Run
	LineHeight float64 // exact; 0: as the font has it
	Before     float64 // blank room above
	First      float64 // how far from the inset its first line begins
	Indent     float64 // and how far its other lines
	RTL        bool
	Centered   bool
}

// Run is a text in one style. A line feed in it breaks the line, not the paragraph.
type Run struct {
	Text         string
	Size         float64
	Bold, Italic bool
	Color        Color // not of a link, which has the theme's
	Link         *Link
	Lang         string // BCP 47; "": the presentation's
}
