package pdf

// Path is lines to fill or to stroke. The zero value is empty.
type Path struct{ ops []byte }

func (p *Path) op(name byte, at ...float64) {
	for _, v := range at {
		p.ops = append(appendNumber(p.ops, v), ' ')
	}
	p.ops = append(p.ops, name, '\n')
}

// MoveTo begins a contour.
func (p *Path) MoveTo(x, y float64) { p.op('m', x, y) }

// LineTo draws a straight line on from the contour's end.
func (p *Path) LineTo(x, y float64) { p.op('l', x, y) }

// CurveTo draws a cubic curve on from the contour's end.
func (p *Path) CurveTo(x1, y1, x2, y2, x, y float64) { p.op('c', x1, y1, x2, y2, x, y) }

// Close draws a line back to where the contour began.
func (p *Path) Close() { p.op('h') }

// RoundRect adds a rectangle whose corners are quarter circles.
func (p *Path) RoundRect(r Rect, radius float64) {
	if radius <= 0 {
		p.op('m', r.X, r.Y)
		p.op('l', r.X+r.W, r.Y)
		p.op('l', r.X+r.W, r.Y+r.H)
		p.op('l', r.X, r.Y+r.H)
		p.Close()
		return
	}
	const kappa = 0.5522847498
	c := min(radius, r.W/2, r.H/2)
	k := c * (1 - kappa)
	x, y, right, bottom := r.X, r.Y, r.X+r.W, r.Y+r.H
	p.MoveTo(x+c, y)
	p.LineTo(right-c, y)
	p.CurveTo(right-k, y, right, y+k, right, y+c)
	p.LineTo(right, bottom-c)
	p.CurveTo(right, bottom-k, right-k, bottom, right-c, bottom)
	p.LineTo(x+c, bottom)
	p.CurveTo(x+k, bottom, x, bottom-k, x, bottom-c)
	p.LineTo(x, y+c)
	p.CurveTo(x, y+k, x+k, y, x+c, y)
	p.Close()
}

// Pen is how a line is drawn. The zero value draws none.
type Pen struct {
	Color Color
	Width float64
	Dash  []float64 // drawn and blank lengths in turn; nil: solid
}

// Fill fills the path, its inner contours by the nonzero winding rule.
func (p *Page) Fill(path *Path, c Color) {
	p.openArtifact()
	p.setFill(c)
	p.content = append(append(p.content, path.ops...), "f\n"...)
}

// Stroke draws the path's line.
func (p *Page) Stroke(path *Path, pen Pen) {
	p.openArtifact()
	p.setPen(pen)
	p.content = append(append(p.content, path.ops...), "S\n"...)
}

// FillStroke fills the path, and draws its line over that.
func (p *Page) FillStroke(path *Path, c Color, pen Pen) {
	p.openArtifact()
	p.setFill(c)
	p.setPen(pen)
	p.content = append(append(p.content, path.ops...), "B\n"...)
}

func (p *Page) setFill(c Color) {
	if p.state.fill != c {
		p.state.fill = c
		p.color(c, "rg")
	}
}

func (p *Page) color(c Color, op string) {
	p.op("", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255, op)
}

func (p *Page) setPen(pen Pen) {
	if p.state.stroke != pen.Color {
		p.state.stroke = pen.Color
		p.color(pen.Color, "RG")
	}
	if p.state.width != pen.Width {
		p.state.width = pen.Width
		p.op("", pen.Width, "w")
	}
	if dash := numbers(pen.Dash...); p.state.dash != dash {
		p.state.dash = dash
		p.op("[" + dash + "] 0 d")
	}
}
