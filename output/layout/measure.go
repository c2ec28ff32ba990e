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
}

// NewMeasurer measures as a layout with these options would.
func NewMeasurer(opts Options) *Measurer { return newMeasurer(style.NewFonts(), opts) }

func newMeasurer(fonts *style.Fonts, opts Options) *Measurer {
	return &Measurer{fonts, opts, opts.gaps()}
}

// Width is the width of a claim's box, in points.
func (ms *Measurer) Width() float64 {
	if ms.opts.Width == 0 {
		return DefaultWidth
	}
	return ms.opts.Width
}

// Box measures a claim: its lines from the box's top left, and its height.
func (ms *Measurer) Box(e *argmap.Entry, thesis bool) (lines []Line, height float64) {
	font := style.Regular
	if thesis {
		font = style.Bold
	}
	c := &column{ms: ms, x: ms.gaps.boxX, y: ms.gaps.boxY, width: ms.Width() - 2*ms.gaps.boxX}
	text := e.Claim.Text
	if ms.opts.Numbers && e.Number != "" {
		c.numbered(e.Number, text, font)
	} else {
		c.add(text, font, TextSize, InkText, "")
	}
	c.y += noteGap
	before := len(c.lines)
	if e.Claim.Implicit {
		c.add("implicit", style.Italic, SmallSize, InkMuted, "")
	}
	if e.Again {
		link := "#claim-" + e.Claim.ID
		if e.Away {
			link = ""
		}
		c.add(ms.againMark(e), style.Italic, SmallSize, InkMuted, link)
	} else {
		for _, ev := range ms.evidence(e.Claim) {
			c.add(ev.text, style.Regular, SmallSize, InkMuted, ev.link)
		}
	}
	if mark := LeftOut(e); mark != "" {
		c.add(mark, style.Italic, SmallSize, InkMuted, "")
	}
	if len(c.lines) == before {
		c.y -= noteGap
	}
	return c.lines, c.y + ms.gaps.boxY
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

// LeftOut says in a line what a view leaves out around a claim: "↑ premise of
// reason 1 for the thesis · +44 elsewhere · +7 below".
func LeftOut(e *argmap.Entry) string {
	var parts []string
	if e.Above != nil {
		parts = append(parts, "↑ premise of "+Place(e.Above))
	}
	if e.Elsewhere > 0 {
		parts = append(parts, fmt.Sprintf("+%d elsewhere", e.Elsewhere))
	}
	if e.Hidden > 0 {
		parts = append(parts, fmt.Sprintf("+%d below", e.Hidden))
	}
	return strings.Join(parts, " · ")
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

type evidenceLine struct{ text, link string }

// evidence is what to write under a claim. In the short style, pieces of one
// source share a line.
func (ms *Measurer) evidence(c *argmap.Claim) []evidenceLine {
	var lines []evidenceLine
	var last *argmap.Evidence
	for _, e := range c.Evidence {
		switch {
		case ms.opts.Evidence == EvidenceNone:
			return nil
		case ms.opts.Evidence == EvidenceFull:
			lines = append(lines, evidenceLine{fullEvidence(e), e.Link()})
			continue
		case last != nil && e.Source != nil && e.Source == last.Source && e.At != "" && e.Link() == last.Link():
			lines[len(lines)-1].text += "; " + e.At
		default:
			lines = append(lines, evidenceLine{e.Cite(), e.Link()})
		}
		last = e
	}
	return lines
}

func fullEvidence(e *argmap.Evidence) string {
	s := e.Cite()
	if e.Kind != "" && s != e.Kind {
		s += " (" + e.Kind + ")"
	}
	if e.Quote != "" && !strings.Contains(s, e.Quote) {
		s += ": “" + e.Quote + "”"
	}
	if e.Note != "" && !strings.Contains(s, e.Note) {
		s += ". " + e.Note
	}
	return s
}

// heading measures the words on a frame that is w wide.
func (ms *Measurer) heading(s *argmap.Step, w float64) ([]Line, float64) {
	a, ink := s.Argument, InkReason
	if a.Kind == argmap.Attack {
		ink = InkObjection
	}
	c := &column{ms: ms, x: ms.gaps.frame + 2, y: ms.gaps.frame - 1, width: w - 2*ms.gaps.frame - 4}
	words := Heading(a)
	if s.Hidden > 0 {
		words += fmt.Sprintf(" · +%d on the step", s.Hidden)
	}
	c.add(words, style.Bold, HeadingSize, ink, "")
	return c.lines, c.y + headingGap
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
	}
	for _, more := range []string{a.Label, strings.ReplaceAll(a.Scheme, "-", " "), a.Strength} {
		if more != "" {
			words += " · " + more
		}
	}
	return words
}

// column sets texts one under another.
type column struct {
	ms    *Measurer
	lines []Line
	x, y  float64 // the next line's left and top
	width float64
}

func (c *column) add(text string, font style.Font, size float64, ink Ink, link string) {
	start := len(c.lines)
	for _, l := range c.ms.fonts.Wrap(text, font, size, c.width) {
		c.line(l, font, size, ink, link)
	}
	joint(c.lines[start:], text)
}

// joint notes what the text has between each of its lines and the next.
func joint(lines []Line, text string) {
	rest := style.Collapse(text)
	for i := range lines {
		l := &lines[i]
		after, ok := strings.CutPrefix(rest, l.Text)
		if !ok { // a hyphen shown for a soft one
			after = strings.TrimPrefix(rest, strings.TrimSuffix(l.Text, "-"))
		}
		rest = strings.TrimPrefix(after, " ")
		if rest != after {
			l.Next = " "
		}
	}
	if len(lines) > 0 {
		lines[len(lines)-1].Next = "\n"
	}
}

func (c *column) line(l style.Line, font style.Font, size float64, ink Ink, link string) {
	line := Line{Text: l.Text, X: c.x, Y: c.y + baseline(size), Width: l.Width, Size: size,
		Font: font, Ink: ink, RTL: l.RTL, URL: link}
	if l.RTL {
		line.X = c.x + c.width - l.Width
	}
	c.lines = append(c.lines, line)
	c.y += size * lineHeight
}

// numbered sets a claim's text behind its number, in one paragraph.
func (c *column) numbered(number, text string, font style.Font) {
	prefix := number + "\u00a0"
	start := len(c.lines)
	for i, l := range c.ms.fonts.Wrap(prefix+text, font, TextSize, c.width) {
		rest, ok := strings.CutPrefix(l.Text, prefix)
		if i > 0 || !ok || l.RTL {
			c.line(l, font, TextSize, InkText, "")
			continue
		}
		c.line(style.Line{Text: number, Width: c.ms.fonts.Width(number, font, TextSize)}, font, TextSize, InkMuted, "")
		c.lines[start].Next = " "
		if start++; rest != "" {
			c.lines[start-1].Continues = true
			c.y -= TextSize * lineHeight
			w := c.ms.fonts.Width(prefix, font, TextSize)
			c.line(style.Line{Text: rest, Width: l.Width - w}, font, TextSize, InkText, "")
			c.lines[start].X += w
		}
		prefix = ""
	}
	joint(c.lines[start:], prefix+text)
}

// baseline is how far below its top a line of that size has its baseline.
func baseline(size float64) float64 {
	const ascent, descent = 0.905, 0.212 // of Liberation Sans, in em
	return size * ((lineHeight-ascent-descent)/2 + ascent)
}
