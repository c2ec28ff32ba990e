package layout

import (
	"strings"

	"github.com/argmap/argmap/output/style"
)

// Column sets texts one under another.
type Column struct {
	ms    *Measurer
	Lines []Line
	x, Y  float64 // the next line's left and top
	width float64
}

// Lettering is how a text is set.
type Lettering struct {
	Font style.Font
	Size float64
	Ink  Ink
	Link string // "" or a link that may be followed
}

// Column is a column that begins at a place.
func (ms *Measurer) Column(x, y, width float64) *Column {
	return &Column{ms: ms, x: x, Y: y, width: width}
}

// Add sets a paragraph.
func (c *Column) Add(text string, as Lettering) {
	start := len(c.Lines)
	for _, l := range c.ms.fonts.Wrap(text, as.Font, as.Size, c.width) {
		c.line(l, as)
	}
	joint(c.Lines[start:], text)
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

func (c *Column) line(l style.Line, as Lettering) {
	line := Line{Text: l.Text, X: c.x, Y: c.Y + baseline(as.Size), Width: l.Width, Size: as.Size,
		Font: as.Font, Ink: as.Ink, RTL: l.RTL, URL: as.Link}
	if l.RTL {
		line.X = c.x + c.width - l.Width
	}
	c.Lines = append(c.Lines, line)
	c.Y += as.Size * lineHeight
}

// numbered sets a claim's text behind its number, in one paragraph.
func (c *Column) numbered(number, text string, font style.Font) {
	prefix := number + "\u00a0"
	start := len(c.Lines)
	for i, l := range c.ms.fonts.Wrap(prefix+text, font, TextSize, c.width) {
		rest, ok := strings.CutPrefix(l.Text, prefix)
		if i > 0 || !ok || l.RTL {
			c.line(l, Lettering{font, TextSize, InkText, ""})
			continue
		}
		c.line(style.Line{Text: number, Width: c.ms.fonts.Width(number, font, TextSize)}, Lettering{font, TextSize, InkMuted, ""})
		c.Lines[start].Next = " "
		if start++; rest != "" {
			c.Lines[start-1].Continues = true
			c.Y -= TextSize * lineHeight
			w := c.ms.fonts.Width(prefix, font, TextSize)
			c.line(style.Line{Text: rest, Width: l.Width - w}, Lettering{font, TextSize, InkText, ""})
			c.Lines[start].X += w
		}
		prefix = ""
	}
	joint(c.Lines[start:], prefix+text)
}

// baseline is how far below its top a line of that size has its baseline.
func baseline(size float64) float64 {
	const ascent, descent = 0.905, 0.212 // of Liberation Sans, in em
	return size * ((lineHeight-ascent-descent)/2 + ascent)
}
