// Package raster turns shapes into pixels: filled and stroked paths, and glyphs,
// with smooth edges.
//
// It knows pixels only; it must not know of maps, points or palettes.
package raster

import "math"

// Point is a place in pixels from the top left of the image.
type Point struct{ X, Y float64 }

// Path is a list of contours. The zero value is empty.
type Path struct{ contours []contour }

type contour struct {
	points []Point
	closed bool
}

// flatness is how far, in pixels, a curve may run from the lines that stand for it.
const flatness = 0.05

func (p *Path) last() *contour { return &p.contours[len(p.contours)-1] }

// MoveTo begins a contour.
func (p *Path) MoveTo(to Point) { p.contours = append(p.contours, contour{points: []Point{to}}) }

// LineTo draws a straight line on from the contour's end.
func (p *Path) LineTo(to Point) { p.last().points = append(p.last().points, to) }

// CubeTo draws a cubic curve on from the contour's end.
func (p *Path) CubeTo(c1, c2, to Point) {
	c := p.last()
	from := c.points[len(c.points)-1]
	bend := math.Hypot(from.X-2*c1.X+c2.X, from.Y-2*c1.Y+c2.Y) + math.Hypot(c1.X-2*c2.X+to.X, c1.Y-2*c2.Y+to.Y)
	n := min(max(int(math.Ceil(math.Sqrt(bend/flatness))), 1), 64)
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		s := 1 - t
		a, b, d, e := s*s*s, 3*s*s*t, 3*s*t*t, t*t*t
		c.points = append(c.points, Point{a*from.X + b*c1.X + d*c2.X + e*to.X, a*from.Y + b*c1.Y + d*c2.Y + e*to.Y})
	}
}

// QuadTo draws a quadratic curve on from the contour's end.
func (p *Path) QuadTo(c1, to Point) {
	c := p.last()
	from := c.points[len(c.points)-1]
	third := func(a Point) Point { return Point{a.X + (c1.X-a.X)*2/3, a.Y + (c1.Y-a.Y)*2/3} }
	p.CubeTo(third(from), third(to), to)
}

// Close draws a line back to where the contour began.
func (p *Path) Close() { p.last().closed = true }

// RoundRect adds a rectangle whose corners are quarter circles.
func (p *Path) RoundRect(x, y, w, h, radius float64) {
	const kappa = 0.5522847498
	r := min(radius, w/2, h/2)
	k := r * (1 - kappa)
	p.MoveTo(Point{x + r, y})
	p.LineTo(Point{x + w - r, y})
	p.CubeTo(Point{x + w - k, y}, Point{x + w, y + k}, Point{x + w, y + r})
	p.LineTo(Point{x + w, y + h - r})
	p.CubeTo(Point{x + w, y + h - k}, Point{x + w - k, y + h}, Point{x + w - r, y + h})
	p.LineTo(Point{x + r, y + h})
	p.CubeTo(Point{x + k, y + h}, Point{x, y + h - k}, Point{x, y + h - r})
	p.LineTo(Point{x, y + r})
	p.CubeTo(Point{x, y + k}, Point{x + k, y}, Point{x + r, y})
	p.Close()
}

// Stroke is the outline of the path's line, to be filled. Dashes are drawn and
// blank lengths in turn; none is a solid line. Ends are cut off square.
func (p *Path) Stroke(width float64, dashes []float64) *Path {
	var out Path
	for _, c := range p.contours {
		pts := tidied(c.points)
		if c.closed && len(pts) > 0 {
			pts = tidied(append(pts, pts[0]))
		}
		if len(pts) < 2 {
			continue
		}
		if len(dashes) == 0 && c.closed {
			out.ring(pts[:len(pts)-1], width/2)
			continue
		}
		for _, piece := range dashed(pts, dashes) {
			out.ribbon(piece, width/2)
		}
	}
	return &out
}

// tidied is the points without those that stand on their neighbours.
func tidied(points []Point) []Point {
	var out []Point
	for _, p := range points {
		if len(out) == 0 || math.Hypot(p.X-out[len(out)-1].X, p.Y-out[len(out)-1].Y) > 1e-6 {
			out = append(out, p)
		}
	}
	return out
}

// dashed cuts a line into its drawn pieces.
func dashed(points []Point, dashes []float64) [][]Point {
	total := 0.0
	for _, d := range dashes {
		total += d
	}
	if total <= 0 {
		return [][]Point{points}
	}
	var pieces [][]Point
	var piece []Point
	at, left := 0, dashes[0]
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		done := 0.0
		if at%2 == 0 && piece == nil {
			piece = []Point{a}
		}
		for length-done > left {
			done += left
			p := Point{a.X + (b.X-a.X)*done/length, a.Y + (b.Y-a.Y)*done/length}
			if at%2 == 0 {
				pieces, piece = append(pieces, append(piece, p)), nil
			} else {
				piece = []Point{p}
			}
			at = (at + 1) % len(dashes)
			left = dashes[at]
		}
		left -= length - done
		if at%2 == 0 {
			piece = append(piece, b)
		}
	}
	if len(piece) > 1 {
		pieces = append(pieces, piece)
	}
	return pieces
}

// ring adds both edges of a closed line, the inner one backwards.
func (out *Path) ring(points []Point, half float64) {
	n := len(points)
	outer, inner := make([]Point, n), make([]Point, n)
	for i, p := range points {
		dx, dy := offset(points[(i+n-1)%n], p, points[(i+1)%n], half)
		outer[i] = Point{p.X + dx, p.Y + dy}
		inner[n-1-i] = Point{p.X - dx, p.Y - dy}
	}
	out.contours = append(out.contours, contour{outer, true}, contour{inner, true})
}

// ribbon adds the edge around an open line.
func (out *Path) ribbon(points []Point, half float64) {
	points = tidied(points)
	n := len(points)
	if n < 2 {
		return
	}
	edge := make([]Point, 2*n)
	for i, p := range points {
		before, after := p, p
		if i > 0 {
			before = points[i-1]
		}
		if i < n-1 {
			after = points[i+1]
		}
		dx, dy := offset(before, p, after, half)
		edge[i] = Point{p.X + dx, p.Y + dy}
		edge[2*n-1-i] = Point{p.X - dx, p.Y - dy}
	}
	out.contours = append(out.contours, contour{edge, true})
}

// offset is the way from a corner to the edge of a line that wide on either side,
// mitred; where one neighbour is the point itself, square to the other.
func offset(before, at, after Point, half float64) (dx, dy float64) {
	ax, ay := unit(before, at)
	bx, by := unit(at, after)
	if ax == 0 && ay == 0 {
		ax, ay = bx, by
	}
	if bx == 0 && by == 0 {
		bx, by = ax, ay
	}
	nx, ny := -(ay + by), ax+bx
	length := math.Hypot(nx, ny)
	if length < 1e-9 {
		return -ay * half, ax * half
	}
	nx, ny = nx/length, ny/length
	cos := max(nx*-ay+ny*ax, 0.35) // limits the miter of sharp corners
	return nx * half / cos, ny * half / cos
}

func unit(a, b Point) (x, y float64) {
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	if d == 0 {
		return 0, 0
	}
	return (b.X - a.X) / d, (b.Y - a.Y) / d
}
