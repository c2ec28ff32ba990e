package layout

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/style"
)

// Measures of the list of references, in points.
const (
	referencesGap   = 18.0  // above the list
	referenceGap    = 4.0   // between its entries
	referenceIndent = 14.0  // of the second and further lines
	referencesWidth = 420.0 // of the list, at least, where the map is narrower
	referencesWide  = 720.0 // and at most, since longer lines are hard to read
)

// addReferences lists under the map the works that its evidence names.
func addReferences(d *Drawing, ms *Measurer, sources []*argmap.Source) {
	if len(sources) == 0 {
		return
	}
	margin := ms.gaps.margin
	d.Width = max(d.Width, referencesWidth+2*margin)
	c := &Column{ms: ms, x: margin, Y: d.Height - margin + referencesGap, width: min(d.Width-2*margin, referencesWide)}
	c.Add("Sources", Lettering{style.Bold, ms.sizes.small, InkText, ""})
	for _, s := range sources {
		c.Y += referenceGap
		c.Reference(s, ms.sizes.small)
	}
	d.Captions = append(d.Captions, c.Lines...)
	d.Height = c.Y + margin
}

// Reference sets one source with a hanging indent, and its link on a line of its own.
func (c *Column) Reference(s *argmap.Source, size float64) {
	x, width, start := c.x, c.width, len(c.Lines)
	text := s.Reference()
	for i, l := range c.ms.fonts.Wrap(text, style.Regular, size, width-referenceIndent) {
		if i == 1 {
			c.x, c.width = x+referenceIndent, width-referenceIndent
		}
		c.line(l, Lettering{style.Regular, size, InkText, s.Link()})
	}
	joint(c.Lines[start:], text)
	c.x, c.width = x+referenceIndent, width-referenceIndent
	if link := s.Link(); link != "" {
		c.Add(link, Lettering{style.Regular, size, InkMuted, link})
	}
	c.x, c.width = x, width
}
