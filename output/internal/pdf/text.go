package pdf

import (
	"math"

	"github.com/go-text/typesetting/font"
)

// Glyph is a shape of a line of text: its place is its distance from the line's
// left end and its height above the baseline, in em.
type Glyph struct {
	Face    *font.Face // nil: a box stands for a character that no font has
	ID      font.GID
	X, Y    float64
	Width   float64 // of a box
	Stretch float64 // horizontal; 1 leaves it as it is
	Text    string  // the characters that it shows; "" for the further glyphs of a cluster
}

// Drawable tells whether the glyph has an outline. Others, such as colored
// pictures, are to be replaced by boxes.
func (g Glyph) Drawable() bool {
	if g.Face == nil {
		return true
	}
	_, ok := g.Face.GlyphData(g.ID).(font.GlyphOutline)
	return ok
}

// typeface turns glyphs into the codes of fonts in the file.
type typeface interface {
	// code is the glyph's code, the name of the font that has it among the
	// page's resources, and its width there in thousandths of an em.
	code(g Glyph) (code int, name string, width float64)
	// digits is how many hexadecimal digits a code has.
	digits() int
	write(f *file) []resource
}

// resource is a font under its name.
type resource struct {
	name string
	ref  ref
}

// Text draws a line of text whose left end stands at (x, y), on the baseline.
func (p *Page) Text(x, y, size float64, c Color, glyphs []Glyph) {
	if len(glyphs) == 0 {
		return
	}
	p.openArtifact()
	p.setFill(c)
	p.op("BT")
	r := &run{p: p, x: x, y: y, size: size}
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n].Text == "" {
			n++
		}
		r.cluster(glyphs[:n])
		glyphs = glyphs[n:]
	}
	r.flush()
	p.op("ET")
}

// run is glyphs under way to one TJ operator (9.4.3).
type run struct {
	p          *Page
	x, y, size float64 // of the line
	name       string  // the font's; "" where nothing is under way
	rise       float64
	stretch    float64
	pen        float64 // where the next glyph would stand, in em of the line
	shown      []byte  // the operand
	open       bool    // a string of the operand is open
}

// cluster shows characters that belong together. Where they take several glyphs,
// the text stands beside them (14.9.4).
func (r *run) cluster(glyphs []Glyph) {
	span := len(glyphs) > 1 && glyphs[0].Text != ""
	if span {
		r.flush()
		r.p.content = append(r.p.content, "/Span<</ActualText<FEFF"+utf16hex(glyphs[0].Text)+">>>BDC\n"...)
	}
	parts := []rune(glyphs[0].Text)
	for i, g := range glyphs {
		if span { // for readers that do not look at the text beside: each glyph has its share of it
			n := min(1, len(parts))
			if i == len(glyphs)-1 {
				n = len(parts)
			}
			g.Text, parts = string(parts[:n]), parts[n:]
		}
		r.glyph(g)
	}
	if span {
		r.flush()
		r.p.op("EMC")
	}
}

func (r *run) glyph(g Glyph) {
	face := r.p.doc.fonts.face(g.Face)
	code, name, width := face.code(g)
	if r.name != name || r.rise != g.Y || r.stretch != g.Stretch {
		r.flush()
		r.begin(g, name)
	}
	if move := math.Round((r.pen - g.X) / r.stretch * 1000); move != 0 {
		r.close()
		r.shown = appendNumber(r.shown, move)
		r.pen -= move * r.stretch / 1000
	}
	if !r.open {
		r.shown, r.open = append(r.shown, '<'), true
	}
	const hex = "0123456789ABCDEF"
	for shift := 4 * (face.digits() - 1); shift >= 0; shift -= 4 {
		r.shown = append(r.shown, hex[code>>shift&15])
	}
	r.pen += width / 1000 * g.Stretch
}

// begin sets font, stretch and place for a new run.
func (r *run) begin(g Glyph, name string) {
	r.name, r.rise, r.stretch, r.pen = name, g.Y, g.Stretch, g.X
	p, s := r.p, &r.p.state
	if key := name + numbers(r.size); s.font != key {
		s.font = key
		p.op("/"+name, r.size, "Tf")
	}
	if s.stretch != g.Stretch {
		s.stretch = g.Stretch
		p.op("", g.Stretch*100, "Tz")
	}
	p.op("1 0 0 -1", r.x+g.X*r.size, r.y-g.Y*r.size, "Tm")
}

func (r *run) close() {
	if r.open {
		r.shown, r.open = append(r.shown, '>'), false
	}
}

func (r *run) flush() {
	r.close()
	if len(r.shown) > 0 {
		p := r.p
		p.content = append(append(append(p.content, '['), r.shown...), "]TJ\n"...)
	}
	r.shown, r.name = r.shown[:0], ""
}
