package pptx

import (
	"fmt"
	"math"
	"strings"
)

// connector writes a straight connector as such. LibreOffice 7 and others take
// connectors with corners their own way, through whatever stands there, so these
// stand in the file twice (part 3, 9.5 AlternateContent): glued, for programs that
// know a vocabulary of PowerPoint 2016's, and as a line that cannot be mistaken.
func (w *slideWriter) connector(c *Connector) {
	if len(corners(c.Points)) <= 2 {
		w.glued(c)
		return
	}
	w.raw(`<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
		`<mc:Choice xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex" Requires="cx1">`)
	w.glued(c)
	w.raw(`</mc:Choice><mc:Fallback><p:sp><p:nvSpPr>`)
	w.properties(c, c.Label, nil)
	w.printf(`<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>%s<a:noFill/>`, freeform(corners(c.Points)))
	w.line(&c.Line)
	w.raw(`</p:spPr></p:sp></mc:Fallback></mc:AlternateContent>`)
}

func (w *slideWriter) glued(c *Connector) {
	w.raw(`<p:cxnSp><p:nvCxnSpPr>`)
	w.properties(c, c.Label, nil)
	w.raw(`<p:cNvCxnSpPr>`)
	w.glue("stCxn", c.Start)
	w.glue("endCxn", c.End)
	w.printf(`</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>%s`, c.geometry())
	w.line(&c.Line)
	w.raw(`</p:spPr></p:cxnSp>`)
}

func (w *slideWriter) glue(element markup, g Glue) {
	if id, ok := w.ids[g.To]; ok && g.To != nil {
		w.printf(`<a:%s id="%d" idx="%d"/>`, element, id, g.Site)
	}
}

// geometry is the preset that takes the connector's way. Presets begin at the left,
// going right, and end below; turned and flipped they begin in any direction.
func (c *Connector) geometry() markup {
	pts := corners(c.Points)
	if len(pts) < 2 {
		return `<a:prstGeom prst="line"><a:avLst/></a:prstGeom>`
	}
	begin, end := pts[0], pts[len(pts)-1]
	if len(pts) == 2 {
		turn := markup("")
		if end.X < begin.X {
			turn += ` flipH="1"`
		}
		if end.Y < begin.Y {
			turn += ` flipV="1"`
		}
		return xfrm(span(begin, end), turn) + preset("straightConnector1")
	}
	q := newQuarter(pts[0], pts[1])
	local := make([]Point, len(pts)) // as seen along the first piece, from its beginning
	for i, p := range pts {
		local[i] = q.local(Point{p.X - begin.X, p.Y - begin.Y})
	}
	last := local[len(local)-1]
	turn := markup(fmt.Sprintf(` rot="%d"`, q*5400000))
	if last.Y < 0 {
		turn += ` flipV="1"`
	}
	w, h := last.X, math.Abs(last.Y)
	const least = 1.0 // point: places are shares of the height, and of nothing there are none
	if len(pts) == 5 {
		h = max(h, least)
	}
	across := math.Copysign(1, last.Y)
	if w < least || len(pts) > 5 {
		return freeform(pts)
	}
	middle := Point{(begin.X + end.X) / 2, (begin.Y + end.Y) / 2}
	form := ""
	switch len(pts) {
	case 3:
		form = string(preset("bentConnector2"))
	case 4:
		form = string(preset("bentConnector3", local[1].X/w))
	case 5:
		form = string(preset("bentConnector4", local[1].X/w, local[2].Y*across/h))
	}
	return xfrm(Rect{middle.X - w/2, middle.Y - h/2, w, h}, turn) + markup(form)
}

// preset names a form and its adjustments, shares of its width or height.
func preset(name string, adjust ...float64) markup {
	list := ""
	for i, a := range adjust {
		list += fmt.Sprintf(`<a:gd name="adj%d" fmla="val %.0f"/>`, i+1, a*100000)
	}
	return markup(`<a:prstGeom prst="` + name + `"><a:avLst>` + list + `</a:avLst></a:prstGeom>`)
}

// quarter is a direction in quarter turns, clockwise from the right.
type quarter int

func newQuarter(from, to Point) quarter {
	dx, dy := to.X-from.X, to.Y-from.Y
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx >= 0:
		return 0
	case math.Abs(dx) >= math.Abs(dy):
		return 2
	case dy > 0:
		return 1
	}
	return 3
}

// local turns a distance back, so that the direction becomes the right.
func (q quarter) local(p Point) Point {
	for range q {
		p = Point{p.Y, -p.X}
	}
	return p
}

// corners leaves out the points between which a line goes straight on.
func corners(points []Point) []Point {
	const same = 0.01
	var list []Point
	for _, p := range points {
		n := len(list)
		if n > 0 && math.Hypot(p.X-list[n-1].X, p.Y-list[n-1].Y) < same {
			continue
		}
		if n > 1 {
			a, b := list[n-2], list[n-1]
			if math.Abs(a.X-b.X) < same && math.Abs(b.X-p.X) < same || math.Abs(a.Y-b.Y) < same && math.Abs(b.Y-p.Y) < same {
				list[n-1] = p
				continue
			}
		}
		list = append(list, p)
	}
	return list
}

func span(a, b Point) Rect {
	return Rect{min(a.X, b.X), min(a.Y, b.Y), math.Abs(a.X - b.X), math.Abs(a.Y - b.Y)}
}

// freeform is a way that no preset takes.
func freeform(pts []Point) markup {
	r := Rect{pts[0].X, pts[0].Y, 0, 0}
	for _, p := range pts {
		right, bottom := max(r.X+r.W, p.X), max(r.Y+r.H, p.Y)
		r.X, r.Y = min(r.X, p.X), min(r.Y, p.Y)
		r.W, r.H = right-r.X, bottom-r.Y
	}
	var path strings.Builder
	for i, p := range pts {
		op := "lnTo"
		if i == 0 {
			op = "moveTo"
		}
		fmt.Fprintf(&path, `<a:%s><a:pt x="%d" y="%d"/></a:%s>`, op, emu(p.X-r.X), emu(p.Y-r.Y), op)
	}
	return xfrm(r, "") + markup(fmt.Sprintf(`<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>`+
		`<a:pathLst><a:path w="%d" h="%d" fill="none">%s</a:path></a:pathLst></a:custGeom>`, emu(r.W), emu(r.H), path.String()))
}
