// Package pdf writes PDF files (ISO 32000-1:2008, "PDF 1.7"): pages of filled and
// stroked paths, text as shaped glyphs with their fonts embedded as subsets,
// links, bookmarks and the tags that screen readers follow.
//
// Lengths are points and places are seen from the top left of the page, as
// placed by Page.Place. The package must not know of maps. It reads no clock and
// draws no random numbers: the same calls write the same bytes.
package pdf

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
)

// maxSide is how many units a page has at most on a side (Annex C). The units of
// a larger page are larger than a point (table 30, UserUnit).
const maxSide = 14400

// Meta says what the file is.
type Meta struct {
	Title   string
	Subject string // what it holds, in a sentence
	Lang    string // BCP 47; "" unknown
	Creator string // the program
}

// Document is a file under way. It is not safe for concurrent use.
type Document struct {
	Bookmarks []*Bookmark

	meta  Meta
	pages []*Page
	fonts fontSet
	root  *Element
	dests map[string]Dest
}

// NewDocument begins a file without pages.
func NewDocument(m Meta) *Document {
	return &Document{meta: m, root: &Element{role: "Document"}, dests: map[string]Dest{},
		fonts: fontSet{data: map[*font.Face]fontData{}, faces: map[*font.Face]typeface{}}}
}

// Embed gives the TrueType file that a face was read from, so that its glyphs are
// embedded as they are, and its PostScript name. Glyphs of other faces are drawn
// from their outlines.
func (d *Document) Embed(f *font.Face, name string, file []byte) {
	d.fonts.data[f] = fontData{name, file}
}

// Root is the element that holds all tagged content.
func (d *Document) Root() *Element { return d.root }

// Bookmark is an entry of the outline that readers show beside the pages.
type Bookmark struct {
	Title string
	Dest  string // a name given to SetDest; one that leads nowhere is only a title
	Open  bool   // its kids are shown to begin with
	Kids  []*Bookmark
}

// Dest is a place that links and bookmarks lead to.
type Dest struct {
	page *Page
	box  [4]float64 // left, bottom, right, top on the page
}

// SetDest names a place. The last place of a name counts.
func (d *Document) SetDest(name string, at Dest) { d.dests[name] = at }

// Write writes the file.
func (d *Document) Write(w io.Writer) error {
	f := &file{}
	catalog, pages, tree := f.alloc(), f.alloc(), f.alloc()
	resources := f.alloc()
	for _, p := range d.pages {
		p.ref = f.alloc()
	}
	d.root.number(f)
	var kids []string
	for _, p := range d.pages {
		kids = append(kids, p.ref.String())
		p.write(f, pages, resources)
	}
	f.set(pages, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(d.pages), strings.Join(kids, " ")))
	f.set(resources, "<</Font<<"+d.fonts.write(f)+">>>>")
	d.writeStructure(f, tree)
	body := fmt.Sprintf("<</Type/Catalog/Version/1.7/Pages %v/MarkInfo<</Marked true>>/StructTreeRoot %v"+
		"/ViewerPreferences<</DisplayDocTitle true>>/Metadata %v", pages, tree, f.metadata(d.meta))
	if d.meta.Lang != "" {
		body += "/Lang " + text(d.meta.Lang)
	}
	if len(d.dests) > 0 {
		body += fmt.Sprintf("/Names<</Dests %v>>", d.writeDests(f))
	}
	if len(d.Bookmarks) > 0 {
		body += fmt.Sprintf("/PageMode/UseOutlines/Outlines %v", d.writeBookmarks(f))
	}
	f.set(catalog, body+">>")
	return f.write(w, catalog, f.add(info(d.meta)))
}

// writeDests writes the names in leaves that readers can search (7.9.6).
func (d *Document) writeDests(f *file) ref {
	const perLeaf = 64
	var names []string
	for name := range d.dests {
		names = append(names, name)
	}
	slices.Sort(names)
	var kids []string
	for leaf := range slices.Chunk(names, perLeaf) {
		var b strings.Builder
		for _, name := range leaf {
			at := d.dests[name]
			fmt.Fprintf(&b, "%s[%v/FitR %s]", bytestring(name), at.page.ref, numbers(at.box[:]...))
		}
		kids = append(kids, f.add(fmt.Sprintf("<</Limits[%s%s]/Names[%s]>>",
			bytestring(leaf[0]), bytestring(leaf[len(leaf)-1]), b.String())).String())
	}
	return f.add("<</Kids[" + strings.Join(kids, " ") + "]>>")
}

// writeBookmarks writes the outline (12.3.3).
func (d *Document) writeBookmarks(f *file) ref {
	root := f.alloc()
	first, last, count := d.writeLevel(f, root, d.Bookmarks)
	f.set(root, fmt.Sprintf("<</Type/Outlines/First %v/Last %v/Count %d>>", first, last, count))
	return root
}

// writeLevel writes neighbours and what is below them; count is how many are
// shown to begin with.
func (d *Document) writeLevel(f *file, parent ref, list []*Bookmark) (first, last ref, count int) {
	refs := make([]ref, len(list))
	for i := range list {
		refs[i] = f.alloc()
	}
	for i, b := range list {
		var s strings.Builder
		fmt.Fprintf(&s, "<</Title %s/Parent %v", text(b.Title), parent)
		if i > 0 {
			fmt.Fprintf(&s, "/Prev %v", refs[i-1])
		}
		if i < len(list)-1 {
			fmt.Fprintf(&s, "/Next %v", refs[i+1])
		}
		if _, ok := d.dests[b.Dest]; ok {
			s.WriteString("/Dest " + bytestring(b.Dest))
		}
		count++
		if len(b.Kids) > 0 {
			from, to, shown := d.writeLevel(f, refs[i], b.Kids)
			if b.Open {
				count += shown
			} else {
				shown = -shown
			}
			fmt.Fprintf(&s, "/First %v/Last %v/Count %d", from, to, shown)
		}
		f.set(refs[i], s.String()+">>")
	}
	return refs[0], refs[len(refs)-1], count
}
