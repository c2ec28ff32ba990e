package layout

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/style"
)

// Measurer breaks texts into lines. It is not safe for concurrent use.
type Measurer struct {
	fonts *style.Fonts
	opts  Options
	gaps  gaps
	sizes sizes
}

// NewMeasurer measures as a layout with these options would.
func NewMeasurer(opts Options) *Measurer { return newMeasurer(opts.fonts(), opts) }

func newMeasurer(fonts *style.Fonts, opts Options) *Measurer {
	return &Measurer{fonts, opts, opts.gaps(), opts.sizes()}
}

// Width is the width of a claim's box, in points.
func (ms *Measurer) Width() float64 {
	if ms.opts.Width == 0 {
		return DefaultWidth
	}
	return ms.opts.Width
}

// TextWidth is the length of a line of text in points.
func (ms *Measurer) TextWidth(text string, font style.Font, size float64) float64 {
	return ms.fonts.Width(text, font, size)
}

// Box measures a claim: its lines from the box's top left, and its height.
func (ms *Measurer) Box(e *argmap.Entry, thesis bool) (lines []Line, height float64) {
	font := style.Regular
	if thesis {
		font = style.Bold
	}
	c := &Column{ms: ms, x: ms.gaps.boxX, Y: ms.gaps.boxY, width: ms.Width() - 2*ms.gaps.boxX}
	text := e.Text()
	if ms.opts.Numbers && e.Number != "" {
		c.numbered(e.Number, text, font)
	} else {
		c.Add(text, Lettering{font, TextSize, InkText, ""})
	}
	c.Y += noteGap
	before := len(c.Lines)
	if e.Claim.Implicit {
		c.Add("implicit", Lettering{style.Italic, ms.sizes.small, InkMuted, ""})
	}
	if e.Again {
		link := "#claim-" + e.Claim.ID
		if e.Away {
			link = ""
		}
		c.Add(ms.againMark(e), Lettering{style.Italic, ms.sizes.small, InkMuted, link})
	} else {
		for _, ev := range EvidenceLines(e.Claim, ms.opts.Evidence) {
			c.Add(ev.Text, Lettering{style.Regular, ms.sizes.small, InkMuted, ev.URL})
		}
	}
	if !e.Again {
		for _, mark := range ms.opts.Marks[e.Claim] {
			c.Add(mark, Lettering{style.Italic, ms.sizes.small, InkMuted, ""})
		}
	}
	for _, mark := range LeftOut(e) {
		c.Add(mark, Lettering{style.Italic, ms.sizes.small, InkMuted, ""})
	}
	if len(c.Lines) == before {
		c.Y -= noteGap
	}
	height = c.Y + ms.gaps.boxY
	if ms.opts.Room != nil {
		height = max(height, ms.opts.Room(e.Claim))
	}
	return c.Lines, height
}

func (ms *Measurer) againMark(e *argmap.Entry) string {
	if ms.opts.Numbers && e.Home.Number != "" {
		return "repeated: argued at " + e.Home.Number + away(e)
	}
	return "repeated: argued elsewhere" + away(e)
}

func away(e *argmap.Entry) string {
	if e.Away {
		return ", not shown here"
	}
	return ""
}

// LeftOut says in a line or two what a view leaves out around a claim: "↑ premise
// of reason 1 for the thesis", "+44 elsewhere · +7 below".
func LeftOut(e *argmap.Entry) []string {
	var lines, parts []string
	if e.Above != nil {
		lines = append(lines, "↑ premise of "+Place(e.Above))
	}
	if e.Elsewhere > 0 {
		parts = append(parts, fmt.Sprintf("+%d elsewhere", e.Elsewhere))
	}
	if e.Hidden > 0 {
		parts = append(parts, fmt.Sprintf("+%d below", e.Hidden))
	}
	if len(parts) > 0 {
		lines = append(lines, strings.Join(parts, " · "))
	}
	return lines
}

// Place says where an argument stands in its map: "reason 1 for the thesis",
// "undercut 2.S1 of the step of 2".
func Place(s *argmap.Step) string {
	above := ""
	if i := strings.LastIndexByte(s.Number, '.'); i >= 0 {
		above = s.Number[:i]
	}
	role := s.Argument.Role()
	link := map[argmap.Role]string{argmap.Reason: "for", argmap.Objection: "to", argmap.Rebuttal: "to", argmap.Undercut: "of", argmap.Backing: "of"}[role]
	switch {
	case above == "":
		above = "the thesis"
	case s.Argument.OnStep():
		above = "the step of " + above
	}
	return role.String() + " " + s.Number + " " + link + " " + above
}

// EvidenceLine is what a line under a claim says of its evidence, and where that
// can be read: a link that is safe to follow, or "".
type EvidenceLine struct{ Text, URL string }

// EvidenceLines is what to write under a claim. In the short style, pieces of one
// source share a line.
func EvidenceLines(c *argmap.Claim, how EvidenceStyle) []EvidenceLine {
	var lines []EvidenceLine
	var last *argmap.Evidence
	for _, e := range c.Evidence {
		switch {
		case how == EvidenceNone:
			return nil
		case how == EvidenceFull:
			lines = append(lines, EvidenceLine{e.Full(), e.Link()})
			continue
		case last != nil && e.Source != nil && e.Source == last.Source && e.At != "" && e.Link() == last.Link():
			lines[len(lines)-1].Text += "; " + e.At
		default:
			lines = append(lines, EvidenceLine{e.Cite(), e.Link()})
		}
		last = e
	}
	return lines
}

// heading measures the words on a frame that is w wide.
func (ms *Measurer) heading(s *argmap.Step, w float64) ([]Line, float64) {
	a, ink := s.Argument, InkReason
	if a.Kind == argmap.Attack {
		ink = InkObjection
	}
	c := &Column{ms: ms, x: ms.gaps.frame + 2, Y: ms.gaps.frame - 1, width: w - 2*ms.gaps.frame - 4}
	words := Heading(a)
	if s.Hidden > 0 {
		words += fmt.Sprintf(" · +%d on the step", s.Hidden)
	}
	c.Add(words, Lettering{style.Bold, ms.sizes.heading, ink, ""})
	for _, mark := range ms.opts.Marks[a] {
		c.Add(mark, Lettering{style.Italic, ms.sizes.small, ink, ""})
	}
	return c.Lines, c.Y + headingGap
}

// Heading is the words on an argument's frame: what it does to its target, its
// label, its scheme, its strength.
func Heading(a *argmap.Argument) string {
	words := a.Kind.String()
	switch {
	case a.OnStep() && a.Kind == argmap.Attack:
		words = "but: doubts the step"
	case a.OnStep():
		words = "because: backs the step"
	case a.Conflict != "":
		words += ": " + a.Conflict
	}
	for _, more := range []string{a.Label, strings.ReplaceAll(a.Scheme, "-", " "), a.Strength} {
		if more != "" {
			words += " · " + more
		}
	}
	return words
}
