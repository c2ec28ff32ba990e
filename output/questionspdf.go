package output

import (
	"fmt"
	"io"

	"github.com/argmap/argmap/argmap/scheme"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/internal/pdf"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// PDFQuestions is a sheet for a discussion: every question with room to write.
var PDFQuestions = &QuestionFormat{Name: "pdf", Title: "discussion sheet", Ext: ".pdf", Binary: true, Paged: true, write: writePDFQuestions}

// Measures of a sheet, in points.
const (
	sheetMargin = 50.0
	sheetFoot   = 34.0 // from the bottom to the footer's baseline
	sheetTitle  = 18.0
	sheetHead   = 13.0
	sheetText   = 11.0
	sheetSmall  = 10.0 // the smallest
	sheetRule   = 25.0 // from one line to write on to the next
	sheetTick   = 9.0  // side of a box to tick
)

// sheetBlock is a part of a sheet that stays on one page. Places are from its top, and
// from the page's left.
type sheetBlock struct {
	lines  []layout.Line
	role   string        // of the structure: "H1", "H2", "P"
	rules  []float64     // lines to write on
	tick   float64       // the top of a box to tick; negative: none
	done   bool          // the box is ticked
	bar    *layout.Frame // the stroke beside what the questions are about: its Role, and where it begins
	height float64
	keep   bool // it stands on the page of what follows
}

func writePDFQuestions(w io.Writer, j *Job) (source.Diagnostics, error) {
	paper := *j
	paper.Theme = Light
	p, err := newPDFPainter(&paper, questionSummary(j.Questions.Count))
	if err != nil {
		return nil, err
	}
	page := uprightPage(j.Page)
	pages := sheetPages(newSheetSetter(j, page).blocks(), page.Height-sheetMargin-sheetFoot-24)
	for i, blocks := range pages {
		s := p.sheet(page)
		y := sheetMargin
		for _, b := range blocks {
			s.sheetBlock(b, y)
			y += b.height
		}
		s.sheetFooter(j.Map().Heading(), fmt.Sprintf("Page %d of %d", i+1, len(pages)))
	}
	return p.finish(w)
}

// uprightPage is a page, A4 where there is none, standing.
func uprightPage(p *layout.Page) layout.Page {
	if p == nil {
		p, _ = layout.ParsePage("a4") // one of layout.Pages
	}
	return layout.Page{Name: p.Name, Width: min(p.Width, p.Height), Height: max(p.Width, p.Height)}
}

// sheetSetter sets a sheet's blocks.
type sheetSetter struct {
	sheet *scheme.Sheet
	title string
	ms    *layout.Measurer
	width float64
	list  []*sheetBlock
}

func newSheetSetter(j *Job, page layout.Page) *sheetSetter {
	return &sheetSetter{sheet: j.Questions, title: clean(j.Map().Heading()), ms: layout.NewMeasurer(j.Layout), width: page.Width - 2*sheetMargin}
}

func (t *sheetSetter) blocks() []*sheetBlock {
	t.text(t.title, "H1", 0, 0, layout.Lettering{Font: style.Bold, Size: sheetTitle})
	t.text(questionSummary(t.sheet.Count), "P", 0, 4, layout.Lettering{Size: sheetSmall, Ink: layout.InkMuted})
	t.text("Name, date:", "P", 0, 14, layout.Lettering{Size: sheetText})
	last := t.list[len(t.list)-1]
	last.rules = []float64{last.height + 2}
	last.height += 10
	for _, item := range t.sheet.Items {
		t.item(item)
	}
	return t.list
}

// text adds a block of one paragraph, indented, below a gap.
func (t *sheetSetter) text(text, role string, indent, gap float64, as layout.Lettering) *sheetBlock {
	c := t.ms.Column(sheetMargin+indent, gap, t.width-indent)
	c.Add(text, as)
	b := &sheetBlock{lines: c.Lines, role: role, tick: -1, height: c.Y}
	t.list = append(t.list, b)
	return b
}

func (t *sheetSetter) item(item *scheme.Item) {
	t.text(questionTitle(item), "H2", 0, 20, layout.Lettering{Font: style.Bold, Size: sheetHead}).keep = true
	role := layout.RoleClaim
	if item.Step != nil {
		role = layout.RoleReason
		if item.Step.Argument.Kind != 0 {
			role = layout.RoleObjection
		}
	}
	for i, s := range questionAbout(item) {
		b := t.text(capitalized(s.word)+": "+s.text, "P", 12, 3, layout.Lettering{Size: sheetText})
		b.bar, b.keep = &layout.Frame{Role: role}, true
		if i == 0 {
			b.bar.Y = 3
		}
	}
	t.text(questionScheme(item), "P", 0, 6, layout.Lettering{Font: style.Italic, Size: sheetSmall}).keep = true
	for i, q := range item.Questions {
		if i == 0 || q.Role != item.Questions[i-1].Role {
			t.text(roleNote(q.Role), "P", 0, 9, layout.Lettering{Font: style.Bold, Size: sheetSmall}).keep = true
		}
		t.question(q)
	}
}

// question sets a question with its answers, or with lines to write on.
func (t *sheetSetter) question(q scheme.Asked) {
	b := t.text(q.Text, "P", 18, 6, layout.Lettering{Size: sheetText})
	b.tick = b.lines[0].Y - sheetTick + 1
	if len(q.Answers) == 0 {
		b.rules = []float64{b.height + sheetRule - 4, b.height + 2*sheetRule - 4}
		b.height += 2*sheetRule + 2
		return
	}
	b.keep, b.done = true, true
	for i, a := range q.Answers {
		t.text("Answer: "+a, "P", 18, 2, layout.Lettering{Font: style.Italic, Size: sheetText}).keep = i < len(q.Answers)-1
	}
}

// sheetPages puts blocks on pages of that height. What is to be kept together is, where
// a page holds it; a paragraph longer than a page is cut.
func sheetPages(blocks []*sheetBlock, height float64) [][]*sheetBlock {
	var pages [][]*sheetBlock
	var page []*sheetBlock
	room := height
	for len(blocks) > 0 {
		n, need := 1, blocks[0].height
		for blocks[n-1].keep && n < len(blocks) {
			need += blocks[n].height
			n++
		}
		if need > height { // no page holds all of it
			n, need = 1, blocks[0].height
		}
		if need > height {
			blocks = append(cutBlock(blocks[0], height), blocks[1:]...)
			continue
		}
		if need > room {
			pages, page, room = append(pages, page), nil, height
		}
		page, blocks, room = append(page, blocks[:n]...), blocks[n:], room-need
	}
	return append(pages, page)
}

// cutBlock cuts a block that no page holds between its lines; what is written on stays
// with the last part.
func cutBlock(b *sheetBlock, height float64) []*sheetBlock {
	var parts []*sheetBlock
	end := b.lines[len(b.lines)-1].Y + 0.4*b.lines[0].Size
	tail := b.height - end
	start, from := 0, 0.0
	cut := func(n int) {
		part := &sheetBlock{role: b.role, tick: -1, bar: b.bar, height: b.lines[n-1].Y + 0.4*b.lines[0].Size - from}
		for _, l := range b.lines[start:n] {
			l.Y -= from
			part.lines = append(part.lines, l)
		}
		parts = append(parts, part)
		start, from = n, from+part.height
	}
	for i, l := range b.lines {
		if l.Y+0.4*l.Size-from > height-tail && i > start {
			cut(i)
		}
	}
	cut(len(b.lines))
	last := parts[len(parts)-1]
	for _, y := range b.rules {
		last.rules = append(last.rules, y-end+last.height)
	}
	last.height, last.keep = last.height+tail, b.keep
	parts[0].tick, parts[0].done = b.tick, b.done
	return parts
}

func (s *pdfSheet) sheetBlock(b *sheetBlock, y float64) {
	right := s.size.Width - sheetMargin
	if b.bar != nil {
		ink := pdf.Color(s.theme.Muted)
		if b.bar.Role != layout.RoleClaim {
			ink = pdf.Color(s.theme.Role(b.bar.Role == layout.RoleObjection).Line)
		}
		var path pdf.Path
		path.MoveTo(sheetMargin+3, y+b.bar.Y)
		path.LineTo(sheetMargin+3, y+b.height)
		s.page.Stroke(&path, pdf.Pen{Color: ink, Width: 2, Dash: b.bar.Dash()})
	}
	if b.tick >= 0 {
		var path pdf.Path
		path.RoundRect(pdf.Rect{X: sheetMargin + 2, Y: y + b.tick, W: sheetTick, H: sheetTick}, 1)
		if b.done {
			path.MoveTo(sheetMargin+4, y+b.tick+4.5)
			path.LineTo(sheetMargin+6, y+b.tick+7)
			path.LineTo(sheetMargin+9.5, y+b.tick+2)
		}
		s.page.Stroke(&path, pdf.Pen{Color: pdf.Color(s.theme.Text), Width: 0.8})
	}
	var rules pdf.Path
	left := sheetMargin + 18.0
	if b.tick < 0 && len(b.lines) > 0 && len(b.rules) > 0 {
		left = b.lines[0].X + b.lines[0].Width + 6 // beside the words
	}
	for _, at := range b.rules {
		rules.MoveTo(left, y+at)
		rules.LineTo(right, y+at)
	}
	if len(b.rules) > 0 {
		s.page.Stroke(&rules, pdf.Pen{Color: pdf.Color(s.theme.Muted), Width: 0.5})
	}
	lines := make([]layout.Line, len(b.lines))
	for i, l := range b.lines {
		l.Y += y
		lines[i] = l
	}
	if b.role == "P" {
		s.lines(lines, s.part)
	} else {
		s.paragraph(lines, s.part.Add(b.role))
	}
}

// sheetFooter says at the bottom of a page which sheet it belongs to.
func (s *pdfSheet) sheetFooter(title, where string) {
	y := s.size.Height - sheetFoot
	width := s.fonts.Width(where, style.Regular, sheetSmall)
	room := s.size.Width - 2*sheetMargin - width - 20
	left := s.fonts.Wrap(clean(title), style.Regular, sheetSmall, room)
	head := left[0].Text
	if len(left) > 1 {
		head += " …"
	}
	for _, l := range []layout.Line{
		{Text: head, X: sheetMargin, Width: s.fonts.Width(head, style.Regular, sheetSmall), RTL: left[0].RTL},
		{Text: where, X: s.size.Width - sheetMargin - width, Width: width},
	} {
		l.Y, l.Size, l.Ink, l.Next = y, sheetSmall, layout.InkMuted, "\n"
		s.lines([]layout.Line{l}, s.part)
	}
}
