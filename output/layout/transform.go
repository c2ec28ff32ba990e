package layout

// Until is the drawing at a stage of its reveal: what appears later is left out,
// and nothing moves. It shares its parts with the drawing.
func (d *Drawing) Until(stage int) *Drawing {
	part := *d
	part.Regions, part.Frames, part.Boxes, part.Connectors = nil, nil, nil, nil
	for _, r := range d.Regions {
		if r.Stage <= stage {
			part.Regions = append(part.Regions, r)
		}
	}
	for _, f := range d.Frames {
		if f.Stage <= stage {
			part.Frames = append(part.Frames, f)
		}
	}
	for _, b := range d.Boxes {
		if b.Stage <= stage {
			part.Boxes = append(part.Boxes, b)
		}
	}
	for _, c := range d.Connectors {
		if c.Stage <= stage {
			part.Connectors = append(part.Connectors, c)
		}
	}
	return &part
}

// scale multiplies every length of the drawing.
func (d *Drawing) scale(by float64) {
	d.Width, d.Height, d.TextSize = d.Width*by, d.Height*by, d.TextSize*by
	d.Scale *= by
	rect := func(r *Rect) { r.X, r.Y, r.W, r.H = r.X*by, r.Y*by, r.W*by, r.H*by }
	lines := func(ls []Line) {
		for i := range ls {
			l := &ls[i]
			l.X, l.Y, l.Width, l.Size = l.X*by, l.Y*by, l.Width*by, l.Size*by
		}
	}
	d.each(rect, lines, func(p *Point) { p.X, p.Y = p.X*by, p.Y*by })
	for _, c := range d.Connectors {
		c.Radius *= by
	}
}

// Move moves everything on the drawing, and not its edges.
func (d *Drawing) Move(x, y float64) {
	rect := func(r *Rect) { r.X, r.Y = r.X+x, r.Y+y }
	lines := func(ls []Line) {
		for i := range ls {
			ls[i].X, ls[i].Y = ls[i].X+x, ls[i].Y+y
		}
	}
	d.each(rect, lines, func(p *Point) { p.X, p.Y = p.X+x, p.Y+y })
}

func (d *Drawing) each(rect func(*Rect), lines func([]Line), point func(*Point)) {
	for _, r := range d.Regions {
		rect(&r.Rect)
		lines(r.Title)
	}
	for _, f := range d.Frames {
		rect(&f.Rect)
		lines(f.Heading)
	}
	for _, b := range d.Boxes {
		rect(&b.Rect)
		lines(b.Lines)
	}
	for _, c := range d.Connectors {
		for i := range c.Points {
			point(&c.Points[i])
		}
	}
	lines(d.Captions)
}
