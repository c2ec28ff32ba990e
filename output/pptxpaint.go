package output

import (
	"math"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/internal/pptx"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// pptxFont has the widths of Liberation Sans, with which texts were measured, and
// is there wherever PowerPoint is.
const pptxFont = "Arial"

// pptxPainter puts drawings onto slides.
type pptxPainter struct {
	theme  style.Theme
	lang   string
	places pptxPlaces
	steps  bool

	// link is what a link of the drawing leads to; nil: nowhere.
	link func(url string) *pptx.Link
}

func newPPTXPainter(j *Job) *pptxPainter {
	p := &pptxPainter{theme: j.theme(), lang: j.Map().Lang, places: newPPTXPlaces(j.Outline), steps: j.Steps, link: pptxLink}
	if p.lang == "" {
		p.lang = "en-US"
	}
	return p
}

// pptxLink follows links that lead out of the file. A claim that is argued
// elsewhere is on the same slide.
func pptxLink(url string) *pptx.Link {
	if url == "" || url[0] == '#' {
		return nil
	}
	return &pptx.Link{URL: url}
}

// pptxPlacement is where a drawing stands on a slide.
type pptxPlacement struct {
	x, y, scale float64
	bare        bool // without text: a map too small to be read, which shows where something is
}

// pptxPainting is one drawing on its way onto one slide.
type pptxPainting struct {
	*pptxPainter
	d      *layout.Drawing
	at     pptxPlacement
	slide  *pptx.Slide
	boxes  map[*argmap.Claim]*pptx.Box // where each claim stands with its arguments
	frames map[*argmap.Argument]*pptx.Box
	stages map[int][]pptx.Shape
	lines  map[*argmap.Argument]*layout.Connector
}

// paint adds the drawing's shapes to the slide, and what each click reveals. It
// returns the shapes of the claims, for links and marks.
func (p *pptxPainter) paint(slide *pptx.Slide, d *layout.Drawing, at pptxPlacement) map[*argmap.Claim]*pptx.Box {
	g := &pptxPainting{pptxPainter: p, d: d, at: at, slide: slide, boxes: map[*argmap.Claim]*pptx.Box{}, frames: map[*argmap.Argument]*pptx.Box{},
		stages: map[int][]pptx.Shape{}, lines: map[*argmap.Argument]*layout.Connector{}}
	for _, c := range d.Connectors {
		if c.Argument != nil {
			g.lines[c.Argument] = c
		}
	}
	for _, r := range d.Regions {
		g.add(g.region(r), r.Stage)
	}
	g.contents()
	g.legend()
	if p.steps {
		for stage := 1; stage <= d.Stages; stage++ {
			if shapes := g.stages[stage]; len(shapes) > 0 {
				slide.Clicks = append(slide.Clicks, shapes)
			}
		}
	}
	return g.boxes
}

func (g *pptxPainting) add(s pptx.Shape, stage int) {
	g.slide.Shapes = append(g.slide.Shapes, s)
	if stage > 0 {
		g.stages[stage] = append(g.stages[stage], s)
	}
}

// contents adds claims and arguments in reading order: an argument's frame, what
// stands in it, and the connector that it hangs on.
func (g *pptxPainting) contents() {
	frames := g.d.Frames
	for i := 0; i < len(g.d.Boxes) && g.d.Boxes[i].Claim != nil; {
		a := g.d.Boxes[i].Argument
		if a == nil {
			g.add(g.claim(g.d.Boxes[i]), g.d.Boxes[i].Stage)
			i++
			continue
		}
		start := i
		for ; i < len(g.d.Boxes) && g.d.Boxes[i].Argument == a; i++ {
		}
		g.argument(frames[0], g.d.Boxes[start:i])
		frames = frames[1:]
		if c := g.lines[a]; c != nil {
			g.add(g.connector(c), c.Stage)
		}
	}
}

// argument adds a frame and its claims, as one group where they come at once.
func (g *pptxPainting) argument(f *layout.Frame, boxes []*layout.Box) {
	shapes, together := []pptx.Shape{g.frame(f)}, true
	for _, b := range boxes {
		shapes = append(shapes, g.claim(b))
		together = together && (b.Stage == f.Stage || !g.steps)
	}
	if together {
		label := pptx.Label{Name: g.places.name(f.Argument), Alt: g.places.argument(f.Argument)}
		g.add(&pptx.Group{Label: label, Shapes: shapes}, f.Stage)
		return
	}
	g.add(shapes[0], f.Stage)
	for i, b := range boxes {
		g.add(shapes[i+1], b.Stage)
	}
}

// legend adds what belongs to no claim and no argument.
func (g *pptxPainting) legend() {
	decorative := pptx.Label{Name: "Legend", Decorative: true}
	for _, f := range g.d.Frames {
		if f.Argument == nil {
			b := g.frame(f)
			b.Label = decorative
			g.add(b, 0)
		}
	}
	for _, b := range g.d.Boxes {
		if b.Claim == nil {
			shape := g.boxShape(b)
			shape.Label = decorative
			g.add(shape, 0)
		}
	}
	for _, c := range g.d.Connectors {
		if c.Argument == nil {
			g.add(g.connector(c), 0)
		}
	}
	for _, b := range g.captions() {
		g.add(b, 0)
	}
}

func (g *pptxPainting) region(r *layout.Region) *pptx.Box {
	t := g.theme.Region
	b := g.rect(r.Rect, layout.RegionCorner, t, layout.RegionLine, pptx.Solid)
	b.Label = pptx.Label{Name: "Region " + r.Group.Title, Alt: "Region: " + r.Group.Title}
	b.Text = g.text(r.Rect, r.Title, "", true)
	return b
}

func (g *pptxPainting) frame(f *layout.Frame) *pptx.Box {
	opposes := f.Role == layout.RoleObjection
	b := g.rect(f.Rect, layout.FrameCorner, g.theme.Role(opposes), layout.FrameLine, pptxDash(f.Role))
	b.Text = g.text(f.Rect, f.Heading, "", false)
	if f.Argument != nil {
		b.Label = pptx.Label{Name: "Frame of " + g.places.name(f.Argument), Alt: says(f.Argument)}
		g.frames[f.Argument] = b
	}
	return b
}

// pptxDash tells objections from reasons by their lines.
func pptxDash(r layout.Role) pptx.Dash {
	if r == layout.RoleObjection {
		return pptx.Dashes
	}
	return pptx.Solid
}

func (g *pptxPainting) claim(b *layout.Box) *pptx.Box {
	shape := g.boxShape(b)
	shape.Label = g.places.claim(b)
	shape.Text = g.text(b.Rect, b.Lines, b.Claim.Text, false)
	if g.boxes[b.Claim] == nil || !b.Again {
		g.boxes[b.Claim] = shape
	}
	return shape
}

func (g *pptxPainting) boxShape(b *layout.Box) *pptx.Box {
	dash := pptx.Solid
	switch {
	case b.Again:
		dash = pptx.Dots
	case b.Implicit:
		dash = pptx.ShortDash
	}
	look := style.Look{Line: boxLine(g.theme, b), Fill: g.theme.Box}
	return g.rect(b.Rect, layout.BoxCorner, look, b.LineWidth(), dash)
}

func (g *pptxPainting) rect(r layout.Rect, corner float64, look style.Look, width float64, dash pptx.Dash) *pptx.Box {
	k := g.d.Scale * g.at.scale
	fill := pptx.Color(look.Fill)
	return &pptx.Box{Rect: g.place(r), Corner: corner * k, Fill: &fill,
		Line: &pptx.Line{Color: pptx.Color(look.Line), Width: width * k, Dash: dash}}
}

func (g *pptxPainting) place(r layout.Rect) pptx.Rect {
	k := g.at.scale
	return pptx.Rect{X: g.at.x + r.X*k, Y: g.at.y + r.Y*k, W: r.W * k, H: r.H * k}
}

// connector is the whole way from the target to the frame. Connectors that share a
// part of it lie on one another there, and begin in the same place, so that their
// dashes do too.
func (g *pptxPainting) connector(c *layout.Connector) *pptx.Connector {
	opposes, k := c.Role == layout.RoleObjection, g.d.Scale*g.at.scale
	line := pptx.Line{Color: pptx.Color(g.theme.Role(opposes).Line), Width: layout.ConnectorLine * k, Dash: pptxDash(c.Role)}
	line.Head, line.HeadSize = pptx.Triangle, layout.HeadLength*k
	if opposes { // no program has a bar
		line.Head, line.HeadSize = pptx.Round, 0.75*layout.HeadLength*k
	}
	if c.Bars > 0 {
		line.Tail = line.Head
	}
	out := &pptx.Connector{Label: pptx.Label{Name: "Connector", Decorative: true}, Line: line}
	for _, p := range c.Points {
		r := g.place(layout.Rect{X: p.X, Y: p.Y})
		out.Points = append(out.Points, pptx.Point{X: r.X, Y: r.Y})
	}
	if c.Argument == nil {
		return out
	}
	out.Name += " of " + g.places.name(c.Argument)
	out.End = pptxGlue(g.frames[c.Argument], out.Points[len(out.Points)-1])
	switch t := c.Argument.Target.(type) {
	case *argmap.Claim:
		out.Start = pptxGlue(g.boxes[t], out.Points[0])
	case *argmap.Argument:
		out.Start = pptxGlue(g.frames[t], out.Points[0])
	}
	return out
}

// pptxGlue holds a connector where it meets the box: in the middle of a side, or at a
// site that is made there.
func pptxGlue(b *pptx.Box, at pptx.Point) pptx.Glue {
	if b == nil || b.W <= 0 || b.H <= 0 {
		return pptx.Glue{}
	}
	const near = 0.004 // of a side
	share := pptx.Point{X: (at.X - b.X) / b.W, Y: (at.Y - b.Y) / b.H}
	for _, v := range []*float64{&share.X, &share.Y} {
		for _, edge := range []float64{0, 0.5, 1} {
			if math.Abs(*v-edge) < near {
				*v = edge
			}
		}
	}
	sites := append([]pptx.Point{{X: 0.5, Y: 0}, {X: 0, Y: 0.5}, {X: 0.5, Y: 1}, {X: 1, Y: 0.5}}, b.Sites...)
	for i, s := range sites {
		if math.Abs(s.X-share.X) < near && math.Abs(s.Y-share.Y) < near {
			return pptx.Glue{To: b, Site: i}
		}
	}
	b.Sites = append(b.Sites, share)
	return pptx.Glue{To: b, Site: len(sites)}
}
