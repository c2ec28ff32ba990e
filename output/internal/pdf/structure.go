package pdf

import (
	"fmt"
	"strings"
)

// Element is a tagged part of the document (14.7.2).
type Element struct {
	Text string // what it says, where glyphs in their order do not tell (14.9.4); "" as shown

	role string
	kids []kid
	up   *Element
	ref  ref
}

// kid is one of an element, a marked sequence of a page, and a link.
type kid struct {
	element *Element
	page    *Page
	mark    int
	link    *link
}

// Add adds an element at the end. The role is one of the standard structure types
// (14.8.4): "Sect", "L", "LI", "LBody", "P", "Link", ….
func (e *Element) Add(role string) *Element {
	sub := &Element{role: role, up: e}
	e.kids = append(e.kids, kid{element: sub})
	return sub
}

func (e *Element) number(f *file) {
	e.ref = f.alloc()
	for _, k := range e.kids {
		if k.element != nil {
			k.element.number(f)
		}
	}
}

func (e *Element) write(f *file, parent ref) {
	var kids []string
	var page *Page
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			k.element.write(f, e.ref)
			kids = append(kids, k.element.ref.String())
		case k.link != nil:
			if k.link.ref != 0 {
				kids = append(kids, fmt.Sprintf("<</Type/OBJR/Pg %v/Obj %v>>", k.page.ref, k.link.ref))
			}
		case page == nil || page == k.page:
			page = k.page
			kids = append(kids, fmt.Sprint(k.mark))
		default:
			kids = append(kids, fmt.Sprintf("<</Type/MCR/Pg %v/MCID %d>>", k.page.ref, k.mark))
		}
	}
	body := fmt.Sprintf("<</Type/StructElem/S/%s/P %v/K[%s]", e.role, parent, strings.Join(kids, " "))
	if page != nil {
		body += fmt.Sprintf("/Pg %v", page.ref)
	}
	if e.Text != "" {
		body += "/ActualText " + text(e.Text)
	}
	f.set(e.ref, body+">>")
}

// writeStructure writes the elements, and the table that leads from a page's
// marks and a link's key to them (14.7.4.4).
func (d *Document) writeStructure(f *file, tree ref) {
	d.root.write(f, tree)
	var b strings.Builder
	key := len(d.pages)
	var links []*link
	for i, p := range d.pages {
		fmt.Fprintf(&b, "%d[", i)
		for _, e := range p.marks {
			b.WriteString(e.ref.String() + " ")
		}
		b.WriteString("]")
		links = append(links, p.links...)
	}
	for _, l := range links {
		if l.ref != 0 {
			fmt.Fprintf(&b, "%d %v ", l.key, l.element.ref)
			key = max(key, l.key+1)
		}
	}
	parents := f.add("<</Nums[" + b.String() + "]>>")
	f.set(tree, fmt.Sprintf("<</Type/StructTreeRoot/K %v/ParentTree %v/ParentTreeNextKey %d>>", d.root.ref, parents, key))
}
