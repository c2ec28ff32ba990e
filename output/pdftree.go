package output

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/internal/pdf"
	"github.com/argmap/argmap/output/layout"
)

// pdfSpot is where a claim or an argument stands in the outline. On every page the
// tags are nested as the outline is, as far as it is seen there.
type pdfSpot struct {
	up       *pdfSpot // nil at the top
	argument bool
	only     bool // the one premise of its argument, whose element it shares
}

// pdfKey names a place: a claim by the argument that it is a premise of, an
// argument by itself.
type pdfKey struct {
	argument *argmap.Argument
	claim    *argmap.Claim
}

func pdfSpots(o *argmap.Outline) map[pdfKey]*pdfSpot {
	places := map[pdfKey]*pdfSpot{}
	var steps func(list []*argmap.Step, up *pdfSpot)
	entry := func(e *argmap.Entry, in *argmap.Argument, up *pdfSpot) {
		at := &pdfSpot{up: up, only: in != nil && len(in.Premises) == 1}
		places[pdfKey{in, e.Claim}] = at
		steps(e.Children, at)
	}
	steps = func(list []*argmap.Step, up *pdfSpot) {
		for _, st := range list {
			at := &pdfSpot{up: up, argument: true}
			places[pdfKey{st.Argument, nil}] = at
			for _, e := range st.Premises {
				entry(e, st.Argument, at)
			}
			steps(st.Children, at)
		}
	}
	for _, e := range o.Roots {
		entry(e, nil, nil)
	}
	return places
}

// item is a place's part of a page.
type item struct {
	body                *pdf.Element
	in                  *pdf.Element // the list it stands in
	depth               int          // of the body
	premises, arguments *pdf.Element // lists; nil as long as they are empty
}

// deepest is how many elements may stand in one another. Common readers give up
// on deeper ones; what hangs there follows its target instead of standing in it.
const deepest = 36

// step is the element of an argument, made when it is asked for.
func (s *pdfSheet) step(a *argmap.Argument) func() *pdf.Element {
	return func() *pdf.Element { return s.element(pdfKey{argument: a}) }
}

// entry is the element of a claim, made when it is asked for.
func (s *pdfSheet) entry(b *layout.Box) func() *pdf.Element {
	return func() *pdf.Element { return s.element(pdfKey{b.Argument, b.Claim}) }
}

func (s *pdfSheet) element(key pdfKey) *pdf.Element {
	at := s.places[key]
	if at == nil { // not in the outline
		at = &pdfSpot{argument: key.claim == nil}
		s.places[key] = at
	}
	return s.item(at).body
}

func (s *pdfSheet) item(at *pdfSpot) *item {
	if it, ok := s.items[at]; ok {
		return it
	}
	var up *item
	if at.up != nil {
		up = s.item(at.up)
	}
	it := &item{depth: 5} // Document, Sect, L, LI, LBody
	switch {
	case up == nil:
		it.in = added(&s.list, s.part)
	case at.only:
		it = &item{body: up.body, in: up.in, depth: up.depth}
	case up.depth+3 > deepest:
		it.in, it.depth = up.in, up.depth
	case at.argument:
		it.in, it.depth = added(&up.arguments, up.body), up.depth+3
	default:
		it.in, it.depth = added(&up.premises, up.body), up.depth+3
	}
	if it.body == nil {
		it.body = it.in.Add("LI").Add("LBody")
	}
	s.items[at] = it
	return it
}

// added is the list, made where there is none yet.
func added(list **pdf.Element, holder *pdf.Element) *pdf.Element {
	if *list == nil {
		*list = holder.Add("L")
	}
	return *list
}

// Around a claim that a link leads to, a reader shows at least so much of the
// map, in points at the drawing's own size.
const (
	aroundWidth  = 420.0
	aroundHeight = 300.0
)

// dest names the rectangle as a place to go to. Of several pages, the first that
// shows most of it counts.
func (s *pdfSheet) dest(name string, r layout.Rect) {
	w := min(r.X+r.W, s.window.X+s.window.W) - max(r.X, s.window.X)
	h := min(r.Y+r.H, s.window.Y+s.window.H) - max(r.Y, s.window.Y)
	share := max(w, 0) * max(h, 0) / max(r.W*r.H, 1)
	if known, ok := s.shown[name]; ok && share <= known+1e-6 {
		return
	}
	s.shown[name] = share
	moreX, moreY := max(aroundWidth*s.scale-r.W, 0)/2, max(aroundHeight*s.scale-r.H, 0)/2
	s.doc.SetDest(name, s.page.Dest(pdf.Rect{X: r.X - moreX, Y: r.Y - moreY, W: r.W + 2*moreX, H: r.H + 2*moreY}))
}

// pdfBookmarks is the outline as a reader shows it beside the pages. An argument
// of one premise shares its line.
func pdfBookmarks(o *argmap.Outline) []*pdf.Bookmark {
	var list []*pdf.Bookmark
	for _, e := range o.Roots {
		list = append(list, entryMark(e, 0))
	}
	return list
}

// openDepth is down to where bookmarks are shown to begin with.
const openDepth = 2

func entryMark(e *argmap.Entry, depth int) *pdf.Bookmark {
	title := e.Claim.Label
	if title == "" {
		title = e.Claim.Text
	}
	return &pdf.Bookmark{Title: title, Dest: "claim-" + e.Claim.ID, Open: depth < openDepth, Kids: stepBookmarks(e.Children, depth+1)}
}

func stepBookmarks(list []*argmap.Step, depth int) []*pdf.Bookmark {
	var marks []*pdf.Bookmark
	for _, st := range list {
		mark := &pdf.Bookmark{Title: layout.Heading(st.Argument), Dest: "argument-" + st.Argument.ID, Open: depth < openDepth}
		if len(st.Premises) == 1 {
			one := entryMark(st.Premises[0], depth)
			mark.Title += ": " + one.Title
			mark.Kids = one.Kids
		} else {
			for _, e := range st.Premises {
				mark.Kids = append(mark.Kids, entryMark(e, depth+1))
			}
		}
		mark.Kids = append(mark.Kids, stepBookmarks(st.Children, depth+1)...)
		marks = append(marks, mark)
	}
	return marks
}
