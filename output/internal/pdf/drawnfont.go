package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// drawn is a typeface whose file is not at hand, or is not TrueType: its glyphs
// become the procedures of Type 3 fonts (9.6.5). A nil face has only boxes.
type drawn struct {
	set   *fontSet
	face  *font.Face
	fonts []*drawnFont
	codes map[glyphKey]drawnCode
}

type drawnCode struct {
	code  int
	name  string
	width float64 // in thousandths of an em
}

// drawnFont is as many glyphs as a simple font holds.
type drawnFont struct {
	name   string
	glyphs []Glyph // of codes 1 and on
	widths []float64
}

const perDrawnFont = 255

// boxUpem is the units per em of boxes.
const boxUpem = 1000

func (d *drawn) upem() float64 {
	if d.face == nil {
		return boxUpem
	}
	return float64(d.face.Upem())
}

func (d *drawn) digits() int { return 2 }

func (d *drawn) code(g Glyph) (code int, name string, width float64) {
	key := glyphKey{id: g.ID, text: g.Text}
	if d.face == nil {
		key.width = g.Width
	}
	c, ok := d.codes[key]
	if !ok {
		c = d.add(g)
		d.codes[key] = c
	}
	return c.code, c.name, c.width
}

func (d *drawn) add(g Glyph) drawnCode {
	n := len(d.fonts)
	if n == 0 || len(d.fonts[n-1].glyphs) == perDrawnFont {
		d.fonts = append(d.fonts, &drawnFont{name: d.set.name()})
		n++
	}
	f := d.fonts[n-1]
	width := g.Width * boxUpem
	if d.face != nil {
		width = float64(d.face.HorizontalAdvance(g.ID))
	}
	width = math.Round(width)
	f.glyphs, f.widths = append(f.glyphs, g), append(f.widths, width)
	return drawnCode{len(f.glyphs), f.name, width * 1000 / d.upem()}
}

func (d *drawn) write(f *file) []resource {
	var list []resource
	for _, font := range d.fonts {
		list = append(list, resource{font.name, d.writeFont(f, font)})
	}
	return list
}

func (d *drawn) writeFont(f *file, font *drawnFont) ref {
	var procs, names strings.Builder
	var maps []mapping
	bounds := emptyBounds()
	for i, g := range font.glyphs {
		shape, inner := d.shape(g)
		bounds.add(inner.left, inner.bottom)
		bounds.add(inner.right, inner.top)
		head := numbers(font.widths[i], 0, inner.left, inner.bottom, inner.right, inner.top) + " d1\n"
		fmt.Fprintf(&procs, "/g%d %v", i+1, f.stream("", append([]byte(head), shape...)))
		fmt.Fprintf(&names, "/g%d", i+1)
		maps = append(maps, mapping{i + 1, g.Text})
	}
	scale := strconv.FormatFloat(1/d.upem(), 'f', 8, 64)
	descriptor := f.add(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/ItalicAngle 0>>", font.name))
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type3/Name/%s/FontBBox[%s]/FontMatrix[%s 0 0 %s 0 0]/Resources<<>>"+
		"/FirstChar 1/LastChar %d/Widths[%s]/Encoding<</Type/Encoding/Differences[1%s]>>/CharProcs<<%s>>/ToUnicode %v/FontDescriptor %v>>",
		font.name, numbers(bounds.left, bounds.bottom, bounds.right, bounds.top), scale, scale,
		len(font.glyphs), numbers(font.widths...), names.String(), procs.String(), f.unicodeMap(d.digits(), maps), descriptor))
}

// shape is the glyph's procedure without its head, and what it covers.
func (d *drawn) shape(g Glyph) ([]byte, bounds) {
	if d.face == nil {
		return boxShape(g.Width * boxUpem)
	}
	outline, _ := d.face.GlyphData(g.ID).(font.GlyphOutline)
	o := &outliner{bounds: emptyBounds()}
	for _, s := range outline.Segments {
		o.segment(s)
	}
	if len(o.path.ops) == 0 {
		return nil, bounds{}
	}
	return append(o.path.ops, "f\n"...), o.bounds
}

// boxShape is the outline of a box over most of that width.
func boxShape(width float64) ([]byte, bounds) {
	const height, pen = 0.7 * boxUpem, boxUpem / 14.0
	var path Path
	path.RoundRect(Rect{0.1 * width, 0, 0.8 * width, height}, 0)
	ops := append(appendNumber(nil, pen), " w\n"...)
	return append(append(ops, path.ops...), "S\n"...),
		bounds{0.1*width - pen/2, -pen / 2, 0.9*width + pen/2, height + pen/2}
}

type bounds struct{ left, bottom, right, top float64 }

// emptyBounds cover nothing.
func emptyBounds() bounds {
	return bounds{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func (b *bounds) add(x, y float64) {
	b.left, b.bottom, b.right, b.top = min(b.left, x), min(b.bottom, y), max(b.right, x), max(b.top, y)
}

// outliner turns the segments of an outline into a path.
type outliner struct {
	path   Path
	x, y   float64 // the contour's end
	bounds bounds
}

func (o *outliner) segment(s opentype.Segment) {
	at := func(i int) (x, y float64) {
		x, y = float64(s.Args[i].X), float64(s.Args[i].Y)
		o.bounds.add(x, y)
		return x, y
	}
	switch s.Op {
	case opentype.SegmentOpMoveTo:
		o.x, o.y = at(0)
		o.path.MoveTo(o.x, o.y)
	case opentype.SegmentOpLineTo:
		o.x, o.y = at(0)
		o.path.LineTo(o.x, o.y)
	case opentype.SegmentOpQuadTo:
		cx, cy := at(0)
		x, y := at(1)
		o.path.CurveTo(o.x+(cx-o.x)*2/3, o.y+(cy-o.y)*2/3, x+(cx-x)*2/3, y+(cy-y)*2/3, x, y)
		o.x, o.y = x, y
	case opentype.SegmentOpCubeTo:
		x1, y1 := at(0)
		x2, y2 := at(1)
		o.x, o.y = at(2)
		o.path.CurveTo(x1, y1, x2, y2, o.x, o.y)
	}
}
