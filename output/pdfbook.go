package output

import (
	"io"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/internal/pdf"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// Book is a PDF file under way whose pages are laid out elsewhere: texts, lines and
// drawings, painted and tagged as those of a map's own pages are. It is not safe for
// concurrent use.
type Book struct{ painter *pdfPainter }

// NewBook begins a file without pages. The language is a BCP 47 tag or ""; the fonts are
// files, for characters that the built-in one lacks.
func NewBook(title, lang string, palette style.Palette, fonts []string) (*Book, error) {
	p, err := newPainter(palette.Light, fonts, pdf.Meta{Title: title, Lang: lang})
	return &Book{p}, err
}

// Write writes the file. The diagnostics say what could not be drawn.
func (b *Book) Write(w io.Writer) (source.Diagnostics, error) { return b.painter.finish(w) }

// Bookmark names a page in the outline that readers show beside the pages. Names of
// pages are unlike one another.
func (b *Book) Bookmark(title, name string, at *BookPage) {
	b.painter.doc.SetDest(name, at.sheet.page.Dest(pdf.Rect{W: at.sheet.size.Width, H: at.sheet.size.Height}))
	b.painter.doc.Bookmarks = append(b.painter.doc.Bookmarks, &pdf.Bookmark{Title: title, Dest: name})
}

// BookPage is a page under way. Places on it are in points from its top left; what is
// painted first is read first.
type BookPage struct{ sheet *pdfSheet }

// Add adds a page.
func (b *Book) Add(size layout.Page) *BookPage { return &BookPage{b.painter.sheet(size)} }

// Text paints paragraphs.
func (p *BookPage) Text(lines []layout.Line) { p.sheet.lines(lines, p.sheet.part) }

// Heading paints a heading of that level, from 1.
func (p *BookPage) Heading(level int, lines []layout.Line) {
	p.sheet.paragraph(lines, p.sheet.part.Add([...]string{"H1", "H2", "H3"}[level-1]))
}

// Rule draws a straight line, which says nothing to those who hear the page read.
func (p *BookPage) Rule(from, to layout.Point, width float64) {
	var path pdf.Path
	path.MoveTo(from.X, from.Y)
	path.LineTo(to.X, to.Y)
	p.sheet.page.Stroke(&path, pdf.Pen{Color: pdf.Color(p.sheet.theme.Text), Width: width})
}

// Box draws the border of a rectangle with round corners: of a radius of half its side,
// a circle.
func (p *BookPage) Box(r layout.Rect, corner, width float64) {
	p.sheet.rect(r, corner, p.sheet.theme.Ground, pdf.Pen{Color: pdf.Color(p.sheet.theme.Text), Width: width})
}

// Drawing paints a drawing of an outline, its top left at a place.
func (p *BookPage) Drawing(o *argmap.Outline, d *layout.Drawing, x, y float64) {
	p.sheet.places, p.sheet.list, p.sheet.items = pdfSpots(o), nil, map[*pdfSpot]*item{}
	p.sheet.drawing(d, pdfView{X: x, Y: y, Scale: 1, Stage: d.Stages})
}
