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

// trimmed is the connector's points with the first moved back behind the
// arrowhead, so that the line's end does not show beside the tip.
func (c *Connector) trimmed() []Point {
	pts := append([]Point(nil), c.Points...)
	back := c.headLength() * 0.9
	if d := distance(pts[0], pts[1]); back < d {
		pts[0] = toward(pts[0], pts[1], back)
	}
	return pts
}

// Arrow is the arrowhead, to be filled in the line's colour: a triangle where an
// argument supports, a bar across the line, a little off the target, where it opposes. It is nil for a
// connector that shares another's.
func (c *Connector) Arrow() []Point {
	if c.Begin > 0 {
		return nil
	}
	tip, half := c.Points[0], c.size(HeadWidth)/2
	base := toward(tip, c.Points[1], c.headLength())
	side := Point{-(base.Y - tip.Y) / c.headLength() * half, (base.X - tip.X) / c.headLength() * half}
	if c.Role == RoleObjection {
		tip = toward(tip, base, c.size(BarGap))
		return []Point{
			{tip.X + side.X, tip.Y + side.Y}, {tip.X - side.X, tip.Y - side.Y},
			{base.X - side.X, base.Y - side.Y}, {base.X + side.X, base.Y + side.Y},
		}
	}
	return []Point{tip, {base.X + side.X, base.Y + side.Y}, {base.X - side.X, base.Y - side.Y}}
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
