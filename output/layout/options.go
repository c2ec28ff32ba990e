package layout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/style"
)

// Direction says where the reasons for a claim lie as seen from the claim. The
// zero value is Down: the thesis on top.
type Direction int

const (
	Down Direction = iota
	Up
	Right
	Left
)

var directionNames = []string{"down", "up", "right", "left"}

// DirectionNames lists the names that ParseDirection knows.
func DirectionNames() []string { return slices.Clone(directionNames) }

func (d Direction) String() string { return directionNames[d] }

// ParseDirection reads a direction's name.
func ParseDirection(name string) (Direction, error) {
	if i := slices.Index(directionNames, name); i >= 0 {
		return Direction(i), nil
	}
	return 0, fmt.Errorf("no direction is called %q", name)
}

// sideways tells whether ranks follow one another from side to side.
func (d Direction) sideways() bool { return d == Right || d == Left }

// EvidenceStyle says how much of a claim's evidence stands under its text.
type EvidenceStyle int

const (
	EvidenceShort EvidenceStyle = iota // source and locator
	EvidenceFull                       // kind and quote too
	EvidenceNone
)

var evidenceNames = []string{"short", "full", "none"}

// EvidenceNames lists the names that ParseEvidence knows.
func EvidenceNames() []string { return slices.Clone(evidenceNames) }

// ParseEvidence reads an evidence style's name.
func ParseEvidence(name string) (EvidenceStyle, error) {
	if i := slices.Index(evidenceNames, name); i >= 0 {
		return EvidenceStyle(i), nil
	}
	return 0, fmt.Errorf("no evidence style is called %q", name)
}

// Bounds of Options.Width.
const (
	MinWidth     = 80.0
	MaxWidth     = 600.0
	DefaultWidth = 176.0
)

// Options says how a map is laid out. The zero value is the usual picture.
type Options struct {
	Direction  Direction
	Width      float64 // of a claim's box, in points; 0: DefaultWidth
	Stacked    bool    // arguments for one target on which nothing hangs stand on top of one another
	Numbers    bool    // claims carry their outline numbers
	Evidence   EvidenceStyle
	Legend     bool
	References bool         // list under the map the works that evidence names
	Even       bool         // all texts have one size, for slides, on which the smallest one counts
	Steps      bool         // every connector is drawn whole, so that it stands by itself before its neighbours appear
	Fonts      *style.Fonts // that have measured such texts before; nil: new ones
	Fit        *Page        // find the largest text on such a page; Fixed… say what must not be tried

	Room    func(*argmap.Claim) float64 // how high a claim's box is at least, in points; nil: as high as its text
	Largest float64                     // with Fit: the size in points that text is not made larger than; 0: largestFit

	// Marks are further small lines: under a *argmap.Claim, and under the word on the
	// frame of an *argmap.Argument.
	Marks map[any][]string

	FixedDirection bool // with Fit: keep Direction
	FixedWidth     bool // with Fit: keep Width

	tight bool // less blank space, for maps that must fit
}

func (o Options) fonts() *style.Fonts {
	if o.Fonts == nil {
		return style.NewFonts()
	}
	return o.Fonts
}

// Page is a page or slide to fit a drawing on, in points.
type Page struct {
	Name          string // "16:9"
	Width, Height float64
}

// Pages lists the pages with names. Slides are as wide or high as PowerPoint's
// (13.33 x 7.5 in, 10 x 7.5 in); paper lies on its side where that is how maps
// are printed.
func Pages() []Page {
	return []Page{
		{"16:9", 960, 540},
		{"4:3", 720, 540},
		{"a4", 841.89, 595.28},
		{"a3", 1190.55, 841.89},
		{"letter", 792, 612},
		{"a4-portrait", 595.28, 841.89},
		{"letter-portrait", 612, 792},
	}
}

// ParsePage reads a page's name, or WxH: two lengths in points, or with the unit
// in, mm, cm or pt ("13.33x7.5in", "800x600").
func ParsePage(text string) (*Page, error) {
	name := strings.ToLower(strings.TrimSpace(text))
	for _, p := range Pages() {
		if p.Name == name {
			return &p, nil
		}
	}
	body, unit := name, 1.0
	for _, u := range []struct {
		suffix string
		points float64
	}{{"in", 72}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"pt", 1}} {
		if rest, ok := strings.CutSuffix(name, u.suffix); ok {
			body, unit = rest, u.points
		}
	}
	w, h, ok := strings.Cut(body, "x")
	width, err1 := strconv.ParseFloat(strings.TrimSpace(w), 64)
	height, err2 := strconv.ParseFloat(strings.TrimSpace(h), 64)
	if !ok || err1 != nil || err2 != nil {
		return nil, fmt.Errorf("no page is called %q", text)
	}
	p := &Page{text, width * unit, height * unit}
	if !(p.Width >= 72 && p.Height >= 72 && p.Width <= 14400 && p.Height <= 14400) {
		return nil, fmt.Errorf("a page is 1 to 200 inches wide and high, not %s", text)
	}
	return p, nil
}
