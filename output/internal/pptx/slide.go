package pptx

import "fmt"

// slideWriter writes one slide. The order in which it is filled is the order of
// the ids.
type slideWriter struct {
	*doc
	p     *Presentation
	slide *Slide
	rels  relations
	ids   map[Shape]int
	next  int                 // id
	parts func(*Slide) string // the slide's part, relative to this one's folder; "" for a slide of another presentation
}

const (
	treeID  = 1
	titleID = 2
)

func (p *Presentation) slidePart(s *Slide, number int, parts func(*Slide) string) *part {
	w := &slideWriter{doc: newDoc(), p: p, slide: s, ids: map[Shape]int{}, next: titleID + 1, parts: parts}
	w.number(s.Shapes)
	layout := "../slideLayouts/slideLayout1.xml"
	if s.Title == "" {
		layout = "../slideLayouts/slideLayout2.xml"
	}
	w.rels.add(relation{kind: "slideLayout", target: layout})
	w.raw(`<p:sld` + namespaces + `><p:cSld>`)
	if s.Background != nil {
		w.printf(`<p:bg><p:bgPr>%s<a:effectLst/></p:bgPr></p:bg>`, solid(*s.Background))
	}
	w.raw(treeHead)
	if s.Title != "" {
		w.title()
	}
	w.shapes(s.Shapes)
	w.raw(`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`)
	w.timing()
	w.raw(`</p:sld>`)
	return &part{name: fmt.Sprintf("ppt/slides/slide%d.xml", number), kind: presentationML + "slide+xml", content: w.Bytes(), rels: w.rels}
}

const treeHead = `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
	`<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`

func (w *slideWriter) number(shapes []Shape) {
	for _, s := range shapes {
		w.ids[s] = w.next
		w.next++
		if g, ok := s.(*Group); ok {
			w.number(g.Shapes)
		}
	}
}

// title writes the title's placeholder, above the slide where it is not to be seen:
// PowerPoint's own way of giving a slide a title for screen readers and outlines.
func (w *slideWriter) title() {
	s := w.slide
	at, size := s.TitleAt, s.TitleSize
	if at == (Rect{}) {
		at, size = Rect{0, -40, w.p.Width, 32}, 18
	}
	if size == 0 {
		size = 24
	}
	w.printf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>`, titleID)
	w.printf(`<p:spPr>%s</p:spPr>`, xfrm(at, ""))
	w.raw(`<p:txBody><a:bodyPr lIns="0" rIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>`)
	w.paragraph(Paragraph{Runs: []Run{{Text: s.Title, Size: size, Bold: true, Color: w.p.Theme.Text}}})
	w.raw(`</p:txBody></p:sp>`)
}

func (w *slideWriter) shapes(shapes []Shape) {
	for _, s := range shapes {
		switch s := s.(type) {
		case *Box:
			w.box(s)
		case *Connector:
			w.connector(s)
		case *Group:
			w.group(s)
		}
	}
}

// xfrm is a shape's place (20.1.7.6); turn is its attributes for turning it.
func xfrm(r Rect, turn markup) markup {
	return markup(fmt.Sprintf(`<a:xfrm%s><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`,
		turn, emu(r.X), emu(r.Y), emu(max(r.W, 0)), emu(max(r.H, 0))))
}

// properties writes what every kind of shape begins with (20.1.2.2.8 cNvPr).
func (w *slideWriter) properties(s Shape, l Label, link *Link) {
	name := l.Name
	if name == "" {
		name = fmt.Sprint("Shape ", w.ids[s])
	}
	w.printf(`<p:cNvPr id="%d" name="%s"`, w.ids[s], name)
	if l.Alt != "" {
		w.printf(` descr="%s"`, l.Alt)
	}
	w.raw(`>`)
	w.link(link)
	if l.Decorative {
		w.raw(`<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative` +
			` xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`)
	}
	w.raw(`</p:cNvPr>`)
}

// link writes where a click leads, or nothing where there is no such place.
func (w *slideWriter) link(l *Link) {
	switch {
	case l == nil:
	case l.Slide != nil:
		if target := w.parts(l.Slide); target != "" {
			w.printf(`<a:hlinkClick r:id="%s" action="ppaction://hlinksldjump"/>`, w.rels.add(relation{kind: "slide", target: target}))
		}
	case l.URL != "":
		w.printf(`<a:hlinkClick r:id="%s"/>`, w.rels.add(relation{kind: "hyperlink", target: uri(l.URL), external: true}))
	}
}

// group writes shapes that are moved together. Its own coordinates are the slide's.
func (w *slideWriter) group(g *Group) {
	w.raw(`<p:grpSp><p:nvGrpSpPr>`)
	w.properties(g, g.Label, nil)
	w.raw(`<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>`)
	r := bounds(g.Shapes)
	x, y, cx, cy := emu(r.X), emu(r.Y), emu(r.W), emu(r.H)
	w.printf(`<p:grpSpPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/><a:chOff x="%d" y="%d"/><a:chExt cx="%d" cy="%d"/></a:xfrm></p:grpSpPr>`,
		x, y, cx, cy, x, y, cx, cy)
	w.shapes(g.Shapes)
	w.raw(`</p:grpSp>`)
}

// bounds is the rectangle around all the shapes.
func bounds(shapes []Shape) Rect {
	var all *Rect
	add := func(r Rect) {
		if all == nil {
			all = &r
			return
		}
		right, bottom := max(all.X+all.W, r.X+r.W), max(all.Y+all.H, r.Y+r.H)
		all.X, all.Y = min(all.X, r.X), min(all.Y, r.Y)
		all.W, all.H = right-all.X, bottom-all.Y
	}
	for _, s := range shapes {
		switch s := s.(type) {
		case *Box:
			add(s.Rect)
		case *Connector:
			for _, p := range s.Points {
				add(Rect{p.X, p.Y, 0, 0})
			}
		case *Group:
			add(bounds(s.Shapes))
		}
	}
	if all == nil {
		return Rect{}
	}
	return *all
}
