package pdf

import (
	"fmt"
	"math"
	"strings"
)

// Color is an opaque sRGB color.
type Color struct{ R, G, B uint8 }

// Rect is an upright rectangle: its top left corner and its size.
type Rect struct{ X, Y, W, H float64 }

// Page is a page under way. What is painted outside of Begin and End is marked as
// an artifact: lines and grounds that say nothing to those who cannot see them.
type Page struct {
	doc           *Document
	index         int
	width, height float64
	unit          float64 // points in a unit of the page
	content       []byte
	artifact      bool // such a sequence is open
	tagged        bool // an element's sequence is open
	state         state
	saved         []state
	marks         []*Element // by their number
	links         []*link
	ref           ref
}

// state is what Save saves.
type state struct {
	scale, x, y  float64 // from drawn places to points of the page, from its top left
	fill, stroke Color
	width        float64
	dash         string
	font         string // name and size
	stretch      float64
}

// link is a link annotation (12.5.6.5).
type link struct {
	box     [4]float64
	url     string // "#NAME" leads to a destination
	element *Element
	ref     ref // 0: it leads nowhere and is left out
	key     int // in the table of parents
}

// AddPage adds an empty page of that size in points.
func (d *Document) AddPage(width, height float64) *Page {
	p := &Page{doc: d, index: len(d.pages), width: width, height: height, unit: 1}
	if side := max(width, height); side > maxSide {
		p.unit = math.Ceil(side/maxSide*10) / 10
	}
	p.state = state{scale: 1, width: 1, stretch: 1}
	d.pages = append(d.pages, p)
	p.op("1 0 0 -1 0", height/p.unit, "cm") // from here on, y runs down
	if p.unit != 1 {
		p.scale(1/p.unit, 0, 0)
	}
	return p
}

// op writes an operator: its operands, then its name.
func (p *Page) op(parts ...any) {
	for i, part := range parts {
		if i > 0 {
			p.content = append(p.content, ' ')
		}
		switch v := part.(type) {
		case string:
			p.content = append(p.content, v...)
		case float64:
			p.content = appendNumber(p.content, v)
		}
	}
	p.content = append(p.content, '\n')
}

// Save keeps place, clip and colors for Restore.
func (p *Page) Save() {
	p.closeArtifact()
	p.saved = append(p.saved, p.state)
	p.op("q")
}

// Restore brings back what the last Save kept.
func (p *Page) Restore() {
	p.closeArtifact()
	p.state = p.saved[len(p.saved)-1]
	p.saved = p.saved[:len(p.saved)-1]
	p.op("Q")
}

// Place moves the origin to (x, y) and scales what is drawn from there.
func (p *Page) Place(x, y, scale float64) {
	p.state.x += x * p.state.scale
	p.state.y += y * p.state.scale
	p.state.scale *= scale
	p.scale(scale, x, y)
}

// scale writes a scale with more decimals than lengths need.
func (p *Page) scale(k, x, y float64) {
	p.content = append(fmt.Appendf(p.content, "%.8f 0 0 %.8f ", k, k), numbers(x, y)+" cm\n"...)
}

// Clip keeps everything that follows inside the rectangle, until Restore.
func (p *Page) Clip(r Rect) {
	p.closeArtifact()
	p.op("", r.X, r.Y, r.W, r.H, "re W n")
}

// box is a rectangle as the page has it, y running up.
func (p *Page) box(r Rect) [4]float64 {
	s := p.state
	left, top := s.x+r.X*s.scale, s.y+r.Y*s.scale
	right, bottom := left+r.W*s.scale, top+r.H*s.scale
	return [4]float64{left / p.unit, (p.height - bottom) / p.unit, right / p.unit, (p.height - top) / p.unit}
}

// Dest is a place on the page, at which a reader shows that rectangle.
func (p *Page) Dest(r Rect) Dest {
	b := p.box(r)
	return Dest{p, [4]float64{max(b[0], 0), max(b[1], 0), min(b[2], p.width/p.unit), min(b[3], p.height/p.unit)}}
}

// Begin opens a part of the element: all that is painted until End. A part cannot
// hold another.
func (p *Page) Begin(e *Element) {
	p.closeArtifact()
	p.tagged = true
	e.kids = append(e.kids, kid{page: p, mark: len(p.marks)})
	p.content = fmt.Appendf(p.content, "/%s<</MCID %d>>BDC\n", e.role, len(p.marks))
	p.marks = append(p.marks, e)
}

// End closes what Begin opened.
func (p *Page) End() {
	p.tagged = false
	p.op("EMC")
}

func (p *Page) openArtifact() {
	if !p.artifact && !p.tagged {
		p.op("/Artifact BMC")
		p.artifact = true
	}
}

func (p *Page) closeArtifact() {
	if p.artifact {
		p.op("EMC")
		p.artifact = false
	}
}

// Link makes a rectangle lead to a URL, or with "#NAME" to a destination of this
// file; where there is none of that name, the link is left out. The URL is taken
// as it is: the caller makes sure that it is safe. The element has the role Link.
func (p *Page) Link(r Rect, url string, e *Element) {
	l := &link{box: p.box(r), url: url, element: e}
	e.kids = append(e.kids, kid{page: p, link: l})
	p.links = append(p.links, l)
}

func (p *Page) write(f *file, parent, resources ref) {
	p.closeArtifact()
	content := f.stream("", p.content)
	body := fmt.Sprintf("<</Type/Page/Parent %v/MediaBox[0 0 %s]/Resources %v/Contents %v/StructParents %d/Tabs/S",
		parent, numbers(p.width/p.unit, p.height/p.unit), resources, content, p.index)
	if p.unit != 1 {
		body += "/UserUnit " + numbers(p.unit)
	}
	var links []string
	for _, l := range p.links {
		if p.writeLink(f, l) {
			links = append(links, l.ref.String())
		}
	}
	if len(links) > 0 {
		body += "/Annots[" + strings.Join(links, " ") + "]"
	}
	f.set(p.ref, body+">>")
}

func (p *Page) writeLink(f *file, l *link) bool {
	target := "/A<</S/URI/URI " + uri(l.url) + ">>"
	if name, inner := strings.CutPrefix(l.url, "#"); inner {
		if _, ok := p.doc.dests[name]; !ok {
			return false
		}
		target = "/Dest " + bytestring(name)
	}
	l.ref = f.alloc()
	l.key = len(p.doc.pages) + int(l.ref)
	f.set(l.ref, fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%s]/Border[0 0 0]/F 4/P %v/StructParent %d/Contents %s%s>>",
		numbers(l.box[:]...), p.ref, l.key, text(l.url), target))
	return true
}
