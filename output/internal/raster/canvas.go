package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// Canvas is an image to draw on. It is not safe for concurrent use.
type Canvas struct {
	Image *image.RGBA
	scan  vector.Rasterizer
	masks map[maskKey]mask
}

// NewCanvas makes an image of that size in one color.
func NewCanvas(width, height int, ground color.RGBA) *Canvas {
	c := &Canvas{Image: image.NewRGBA(image.Rect(0, 0, width, height)), masks: map[maskKey]mask{}}
	draw.Draw(c.Image, c.Image.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	return c
}

// Fill fills the contours of a path, those that run the other way round inside
// another cut out of it.
func (c *Canvas) Fill(p *Path, ink color.RGBA) {
	bounds := p.bounds().Intersect(c.Image.Bounds())
	if bounds.Empty() {
		return
	}
	c.trace(p, bounds)
	c.scan.Draw(c.Image, bounds, image.NewUniform(ink), image.Point{})
}

// trace gives the path to the scan converter, its origin at that of the bounds.
func (c *Canvas) trace(p *Path, bounds image.Rectangle) {
	c.scan.Reset(bounds.Dx(), bounds.Dy())
	x0, y0 := float64(bounds.Min.X), float64(bounds.Min.Y)
	for _, ct := range p.contours {
		for i, pt := range ct.points {
			x, y := float32(pt.X-x0), float32(pt.Y-y0)
			if i == 0 {
				c.scan.MoveTo(x, y)
			} else {
				c.scan.LineTo(x, y)
			}
		}
		c.scan.ClosePath()
	}
}

func (p *Path) bounds() image.Rectangle {
	lo, hi := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, c := range p.contours {
		for _, pt := range c.points {
			lo, hi = Point{min(lo.X, pt.X), min(lo.Y, pt.Y)}, Point{max(hi.X, pt.X), max(hi.Y, pt.Y)}
		}
	}
	if lo.X > hi.X {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(lo.X)), int(math.Floor(lo.Y)), int(math.Ceil(hi.X)), int(math.Ceil(hi.Y)))
}
