package layout

import "math"

// Segment is a piece of a path. The zero Op moves without drawing.
type Segment struct {
	Op Op
	To Point
	C1 Point // control points of a cubic curve
	C2 Point
}

// Op is what a Segment does.
type Op int

const (
	MoveTo Op = iota
	LineTo
	CurveTo
)

// kappa is how far along its tangents a cubic curve has its control points to
// follow a quarter of a circle.
const kappa = 0.5522847498

// Path is the connector's line as far as it is drawn, toward the frame, its
// corners rounded.
func (c *Connector) Path() []Segment {
	pts := c.trimmed()
	var path []Segment
	if c.Begin == 0 {
		path = append(path, Segment{Op: MoveTo, To: pts[0]})
	}
	for i := max(c.Begin, 1); i < len(pts)-1; i++ {
		a, p, b := pts[i-1], pts[i], pts[i+1]
		r := min(c.Radius, distance(a, p)/2, distance(p, b)/2)
		in, out := toward(p, a, r), toward(p, b, r)
		op := LineTo
		if i == c.Begin {
			op = MoveTo
		}
		path = append(path, Segment{Op: op, To: in}, Segment{
			Op: CurveTo, To: out, C1: toward(in, p, r*kappa), C2: toward(out, p, r*kappa),
		})
	}
	return append(path, Segment{Op: LineTo, To: pts[len(pts)-1]})
}

// trimmed is the connector's points with its ends moved back behind the heads, so
// that the line does not show beside them.
func (c *Connector) trimmed() []Point {
	pts := append([]Point(nil), c.Points...)
	back := c.headLength() * 0.9
	if d := distance(pts[0], pts[1]); back < d {
		pts[0] = toward(pts[0], pts[1], back)
	}
	if last := len(pts) - 1; c.Bars > 0 {
		pts[last] = toward(pts[last], pts[last-1], c.size(BarGap))
	}
	return pts
}

// Heads are the shapes at the connector's ends, to be filled in the line's colour: at
// the target a triangle where an argument supports, a bar across the line, a little
// off the target, where it opposes; at the frame the bars of a conflict. A connector
// that shares another's line has none at the target.
func (c *Connector) Heads() [][]Point {
	var heads [][]Point
	if c.Begin == 0 {
		heads = append(heads, c.arrow())
	}
	end, before := c.Points[len(c.Points)-1], c.Points[len(c.Points)-2]
	for i := range c.Bars {
		heads = append(heads, c.bar(end, before, BarGap+float64(i)*(BarGap+BarLength)))
	}
	return heads
}

func (c *Connector) arrow() []Point {
	tip, next := c.Points[0], c.Points[1]
	if c.Role == RoleObjection {
		return c.bar(tip, next, BarGap)
	}
	base := toward(tip, next, c.headLength())
	side := c.side(tip, next)
	return []Point{tip, {base.X + side.X, base.Y + side.Y}, {base.X - side.X, base.Y - side.Y}}
}

// bar is a bar across the line that far from its end.
func (c *Connector) bar(end, next Point, off float64) []Point {
	near, far, side := toward(end, next, c.size(off)), toward(end, next, c.size(off+BarLength)), c.side(end, next)
	return []Point{
		{near.X + side.X, near.Y + side.Y}, {near.X - side.X, near.Y - side.Y},
		{far.X - side.X, far.Y - side.Y}, {far.X + side.X, far.Y + side.Y},
	}
}

// side is half of a head's width, across the line at its end.
func (c *Connector) side(end, next Point) Point {
	d := distance(end, next)
	if d == 0 {
		return Point{}
	}
	half := c.size(HeadWidth) / 2 / d
	return Point{-(next.Y - end.Y) * half, (next.X - end.X) * half}
}

func (c *Connector) headLength() float64 {
	if c.Role == RoleObjection {
		return c.size(BarGap + BarLength)
	}
	return c.size(HeadLength)
}

// size turns a measure of geometry.go into one of this connector's drawing.
func (c *Connector) size(measure float64) float64 { return measure * c.Radius / cornerRadius }

func distance(a, b Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

// toward is the point that far from a on the way to b.
func toward(a, b Point, far float64) Point {
	d := distance(a, b)
	if d == 0 {
		return a
	}
	return Point{a.X + (b.X-a.X)*far/d, a.Y + (b.Y-a.Y)*far/d}
}
