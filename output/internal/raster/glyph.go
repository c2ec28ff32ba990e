package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Glyph is a character's shape with its place: the origin of its outline, in
// pixels.
type Glyph struct {
	Face    *font.Face
	ID      font.GID
	Size    float64 // pixels per em
	Stretch float64 // horizontal; 1 leaves it as it is
	At      Point
}

// subpixels is how many places within a pixel a glyph may have: enough for even
// spacing, few enough to draw each glyph rarely.
const subpixels = 4

type maskKey struct {
	face          *font.Face
	id            font.GID
	size, stretch float64
	phase         int
}

// mask is a drawn glyph, and where its origin is seen from the image's.
type mask struct {
	alpha  *image.Alpha // nil: nothing to see
	origin image.Point
}

// Draw draws a glyph. It is false for one that has no outline, a colored picture
// for example.
func (c *Canvas) Draw(g Glyph, ink color.RGBA) bool {
	x := math.Floor(g.At.X*subpixels+0.5) / subpixels
	whole := math.Floor(x)
	key := maskKey{g.Face, g.ID, g.Size, g.Stretch, int((x - whole) * subpixels)}
	m, known := c.masks[key]
	if !known {
		path, ok := outline(g, x-whole)
		if !ok {
			return false
		}
		m = c.mask(path)
		c.masks[key] = m
	}
	if m.alpha == nil {
		return true
	}
	at := image.Pt(int(whole), int(math.Floor(g.At.Y+0.5))).Add(m.origin)
	draw.DrawMask(c.Image, m.alpha.Bounds().Add(at), image.NewUniform(ink), image.Point{}, m.alpha, image.Point{}, draw.Over)
	return true
}

func (c *Canvas) mask(p *Path) mask {
	bounds := p.bounds()
	if bounds.Empty() {
		return mask{}
	}
	c.trace(p, bounds)
	alpha := image.NewAlpha(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	c.scan.Draw(alpha, alpha.Bounds(), image.Opaque, image.Point{})
	return mask{alpha, bounds.Min}
}

// outline is the glyph's path around its origin, moved right by a part of a pixel.
func outline(g Glyph, phase float64) (*Path, bool) {
	data, ok := g.Face.GlyphData(g.ID).(font.GlyphOutline)
	if !ok {
		return nil, false
	}
	k := g.Size / float64(g.Face.Upem())
	pt := func(p opentype.SegmentPoint) Point {
		return Point{phase + float64(p.X)*k*g.Stretch, -float64(p.Y) * k}
	}
	var path Path
	for _, s := range data.Segments {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			path.MoveTo(pt(s.Args[0]))
		case opentype.SegmentOpLineTo:
			path.LineTo(pt(s.Args[0]))
		case opentype.SegmentOpQuadTo:
			path.QuadTo(pt(s.Args[0]), pt(s.Args[1]))
		case opentype.SegmentOpCubeTo:
			path.CubeTo(pt(s.Args[0]), pt(s.Args[1]), pt(s.Args[2]))
		}
	}
	return &path, true
}
