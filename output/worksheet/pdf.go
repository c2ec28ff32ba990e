package worksheet

import (
	"context"
	"fmt"
	"io"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// PDF is an exercise on paper: boxes and lines with room to write, no text under 10 pt,
// and on every page what it belongs to.
var PDF = &Format{Name: "pdf", Title: "PDF worksheet", Ext: ".pdf",
	Use: "printing, working with a pen", Binary: true, write: writePDF}

func writePDF(ctx context.Context, w io.Writer, s *Sheet) (source.Diagnostics, error) {
	page := s.Page
	if page == nil {
		page, _ = layout.ParsePage("a4-portrait")
	}
	title := s.Papers[0].Type.Title
	if s.Keys != nil {
		title += " (key)"
	}
	book, err := output.NewBook(title, s.Papers[0].Lang, s.Palette, s.Fonts)
	if err != nil {
		return nil, err
	}
	press := &press{ctx: ctx, book: book, fonts: style.NewFonts(), page: *page}
	press.measure = layout.NewMeasurer(layout.Options{Fonts: press.fonts})
	for i, p := range s.Papers {
		press.paper, press.key, press.leaf, press.pages = p, s.key(i), nil, nil
		if err := press.sheet(); err != nil {
			return nil, err
		}
		name := p.Student
		if name == "" {
			name = fmt.Sprintf("Seed %d", p.Seed)
		}
		book.Bookmark(clean(name), fmt.Sprintf("sheet-%d", i+1), press.pages[0].BookPage)
	}
	diags, err := book.Write(w)
	return append(press.notices, diags...), err
}

// press sets sheets onto pages.
type press struct {
	ctx     context.Context
	book    *output.Book
	fonts   *style.Fonts
	measure *layout.Measurer
	page    layout.Page // upright; wide maps lie on their side
	notices source.Diagnostics

	paper *exercise.Paper
	key   *exercise.Key // nil: a student's sheet
	pages []*leaf       // of this paper
	leaf  *leaf         // under way; nil before the first
	y     float64       // how far down the page is filled
}

// leaf is a page and its size.
type leaf struct {
	*output.BookPage
	size layout.Page
}

// Measures of a sheet, in points.
const (
	marginX      = 45.0
	marginTop    = 42.0
	marginBottom = 56.0 // with the footer
	textSize     = 11.0
	smallSize    = 10.0 // and no text is smaller
	titleSize    = 18.0
	paragraphGap = 9.0
	itemIndent   = 26.0 // of what stands beside an item's name
	circleSize   = 10.0
	answerWidth  = 70.0  // of a line for a letter
	listWidth    = 150.0 // of a line for several
	wordsGap     = 26.0  // between lines for words
	wordsLines   = 3
	thinLine     = 0.75
)

func (pr *press) width() float64  { return pr.page.Width - 2*marginX }
func (pr *press) bottom() float64 { return pr.leaf.size.Height - marginBottom }

// turn begins a page.
func (pr *press) turn(size layout.Page) {
	pr.leaf = &leaf{pr.book.Add(size), size}
	pr.pages = append(pr.pages, pr.leaf)
	pr.y = marginTop
}

// sheet sets one paper.
func (pr *press) sheet() error {
	pr.turn(pr.page)
	pr.head()
	items := itemsOf(pr.paper)
	table := tabular(pr.paper, items)
	if !table {
		pr.options("Claims", pr.paper.Claims)
	}
	pr.options("To choose from", pr.paper.Bank)
	for _, l := range lists(pr.paper, mostChoices) {
		pr.options("Where it says “"+clean(l.Prompt)+"”", l.Options)
	}
	if err := pr.body(items, table); err != nil {
		return err
	}
	if pr.key != nil {
		pr.reasons()
	}
	pr.footers()
	return nil
}

// body sets the map and what is asked: the map first, unless that would leave blank what
// there is of the page.
func (pr *press) body(items []*item, table bool) error {
	parts, err := pr.cutMap()
	if err != nil {
		return err
	}
	late := false
	if len(parts) > 0 && len(items) > 0 {
		d, err := pr.drawn(parts[0], pr.rest(captionAbove(parts)))
		if late = d == nil; err != nil {
			return err
		}
	}
	if !late {
		err = pr.maps(parts)
	}
	if table {
		pr.table(items)
	} else {
		for _, it := range items {
			pr.item(it)
		}
	}
	if late {
		err = pr.maps(parts)
	}
	return err
}

// head sets the title, the line for the name, and what is to be done.
func (pr *press) head() {
	b := pr.block()
	title := pr.paper.Type.Title
	if pr.key != nil {
		title += " – key"
	}
	b.text(0, title, layout.Lettering{Font: style.Bold, Size: titleSize})
	b.level = 1
	pr.put(b)
	b = pr.block()
	if pr.paper.Title != "" {
		b.text(0, clean(pr.paper.Title), layout.Lettering{Font: style.Italic, Size: textSize})
		b.y += 4
	}
	if pr.key == nil {
		b.y += 8
		pr.nameLine(b)
	} else if pr.paper.Student != "" {
		b.text(0, "For "+clean(pr.paper.Student), layout.Lettering{Size: textSize})
	}
	b.y += paragraphGap
	b.text(0, clean(pr.paper.Ask), layout.Lettering{Size: textSize})
	b.y += paragraphGap
	pr.put(b)
}

// nameLine sets the student's name or room for it, and room for the date.
func (pr *press) nameLine(b *block) {
	const date = 130.0
	top := b.y
	name := "Name"
	if pr.paper.Student != "" {
		name += ": " + clean(pr.paper.Student)
	}
	b.beside(0, pr.width()-date-20, name, layout.Lettering{Size: textSize})
	under := b.y + 1
	if pr.paper.Student == "" {
		b.rule(pr.measure.TextWidth(name, style.Regular, textSize)+6, pr.width()-date-20, under)
	}
	b.y = top
	b.beside(pr.width()-date, date, "Date", layout.Lettering{Size: textSize})
	b.rule(pr.width()-date+pr.measure.TextWidth("Date", style.Regular, textSize)+6, pr.width(), b.y+1)
	b.y = under + 4
}

// title sets a heading, and sees to it that something follows on its page.
func (pr *press) title(text string) {
	const below = 60.0
	b := pr.block()
	b.level = 2
	b.y += 4
	b.text(0, text, layout.Lettering{Font: style.Bold, Size: 12})
	b.y += 3
	pr.room(b.y + below)
	pr.put(b)
}

// options sets a list of what can be chosen, with its letters.
func (pr *press) options(title string, list []exercise.Option) {
	if len(list) == 0 {
		return
	}
	pr.title(title)
	for _, o := range list {
		b := pr.block()
		b.beside(2, itemIndent-4, signed(o.Key), layout.Lettering{Font: style.Bold, Size: textSize})
		b.y = 0
		b.text(itemIndent, clean(o.Text), layout.Lettering{Size: textSize})
		b.y += 4
		pr.put(b)
	}
	pr.y += paragraphGap
}

// reasons sets why what is right is right.
func (pr *press) reasons() {
	pr.title("Why")
	for _, r := range reasonsOf(pr.key) {
		b := pr.block()
		b.beside(2, itemIndent-4, r.name, layout.Lettering{Font: style.Bold, Size: smallSize})
		b.y = 0
		b.text(itemIndent, clean(r.answer+". "+r.why), layout.Lettering{Size: smallSize})
		b.y += 4
		pr.put(b)
	}
}

// footers sets what a page belongs to under each.
func (pr *press) footers() {
	for i, at := range pr.pages {
		right := fmt.Sprintf("page %d of %d", i+1, len(pr.pages))
		w := pr.measure.TextWidth(right, style.Regular, smallSize)
		left := pr.cut(footer(pr.paper), at.size.Width-2*marginX-w-20)
		y := at.size.Height - 28.0
		c := pr.measure.Column(marginX, y-smallSize, at.size.Width-2*marginX-w-10)
		c.Add(left, layout.Lettering{Size: smallSize})
		d := pr.measure.Column(at.size.Width-marginX-w-1, y-smallSize, w+2)
		d.Add(right, layout.Lettering{Size: smallSize})
		at.Rule(layout.Point{X: marginX, Y: y - smallSize - 4}, layout.Point{X: at.size.Width - marginX, Y: y - smallSize - 4}, 0.5)
		at.Text(append(c.Lines, d.Lines...))
	}
}

// cut shortens a text that is too long for a line.
func (pr *press) cut(text string, width float64) string {
	runes := []rune(text)
	for n := len(runes) - 1; n > 0 && pr.measure.TextWidth(text, style.Regular, smallSize) > width; n-- {
		text = string(runes[:n]) + "…"
	}
	return text
}
