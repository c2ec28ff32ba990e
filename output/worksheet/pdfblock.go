package worksheet

import (
	"slices"

	"github.com/argmap/argmap/output/layout"
)

// block is what stays together on a page as far as a page is long enough: texts, and
// marks around them. Places are seen from its top left, until it is put on a page.
type block struct {
	pr    *press
	level int // of a heading; 0: text
	lines []layout.Line
	marks []mark
	y     float64 // its height so far: the next text's top
}

// mark is a line, or a shape to be marked or written into.
type mark struct {
	layout.Rect // of a line: from its top left to its bottom right
	line        bool
	corner      float64
}

func (pr *press) block() *block { return &block{pr: pr} }

// text sets a paragraph from x to the block's right end.
func (b *block) text(x float64, text string, as layout.Lettering) {
	b.beside(x, b.pr.width()-x, text, as)
}

// beside sets a paragraph of a width.
func (b *block) beside(x, width float64, text string, as layout.Lettering) {
	c := b.pr.measure.Column(x, b.y, width)
	c.Add(text, as)
	b.lines = append(b.lines, c.Lines...)
	b.y = c.Y
}

// rule draws a level line to write on.
func (b *block) rule(from, to, y float64) {
	b.marks = append(b.marks, mark{Rect: layout.Rect{X: from, Y: y, W: to - from}, line: true})
}

// upright draws a line down.
func (b *block) upright(x, from, to float64) {
	b.marks = append(b.marks, mark{Rect: layout.Rect{X: x, Y: from, H: to - from}, line: true})
}

// check draws a circle to be marked beside a line of text whose top is at y, or a square
// where several may be.
func (b *block) check(x, y float64, several bool) {
	const down = (textSize*1.25 - circleSize) / 2
	m := mark{Rect: layout.Rect{X: x, Y: y + down, W: circleSize, H: circleSize}, corner: circleSize / 2}
	if several {
		m.corner = 1
	}
	b.marks = append(b.marks, m)
}

// tick marks what check has drawn at the same place.
func (b *block) tick(x, y float64) {
	const in = 2.5
	b.check(x, y, false)
	last := &b.marks[len(b.marks)-1]
	last.Rect = layout.Rect{X: last.X + in, Y: last.Y + in, W: last.W - 2*in, H: last.H - 2*in}
	last.corner = -1
}

// room turns the page where there is less room than so much on it, unless the page is
// empty.
func (pr *press) room(height float64) {
	if pr.y+height > pr.bottom() && pr.y > marginTop || pr.leaf.size != pr.page {
		pr.turn(pr.page)
	}
}

// put puts a block on the page, or on the next where it does not fit. One that is longer
// than a page goes on over several.
func (pr *press) put(b *block) {
	pr.room(b.y)
	for b.y > pr.bottom()-pr.y {
		first := b.split(pr.bottom() - pr.y)
		if first == nil {
			break
		}
		pr.paint(first)
		pr.turn(pr.page)
	}
	pr.paint(b)
	pr.y += b.y
}

// split takes off what stands above a height; nil where that is nothing.
func (b *block) split(height float64) *block {
	cut := 0.0
	for _, l := range b.lines {
		if end := l.Y + 0.3*l.Size; end <= height {
			cut = max(cut, end)
		}
	}
	if cut == 0 {
		return nil
	}
	first := &block{pr: b.pr, level: b.level, y: cut}
	b.lines = slices.DeleteFunc(b.lines, func(l layout.Line) bool {
		if l.Y < cut {
			first.lines = append(first.lines, l)
		}
		return l.Y < cut
	})
	b.marks = slices.DeleteFunc(b.marks, func(m mark) bool {
		if m.Y < cut {
			m.H = min(m.H, cut-m.Y)
			first.marks = append(first.marks, m)
		}
		return m.Y < cut
	})
	for i := range b.lines {
		b.lines[i].Y -= cut
	}
	for i := range b.marks {
		b.marks[i].Y -= cut
	}
	b.y -= cut
	return first
}

func (pr *press) paint(b *block) {
	x, y := marginX, pr.y
	for _, m := range b.marks {
		m.X, m.Y = m.X+x, m.Y+y
		switch {
		case m.line:
			pr.leaf.Rule(layout.Point{X: m.X, Y: m.Y}, layout.Point{X: m.X + m.W, Y: m.Y + m.H}, thinLine)
		case m.corner < 0:
			pr.leaf.Rule(layout.Point{X: m.X, Y: m.Y}, layout.Point{X: m.X + m.W, Y: m.Y + m.H}, 1.5)
			pr.leaf.Rule(layout.Point{X: m.X, Y: m.Y + m.H}, layout.Point{X: m.X + m.W, Y: m.Y}, 1.5)
		default:
			pr.leaf.Box(m.Rect, m.corner, 1)
		}
	}
	for i := range b.lines {
		b.lines[i].X, b.lines[i].Y = b.lines[i].X+x, b.lines[i].Y+y
	}
	if b.level > 0 && len(b.lines) > 0 {
		pr.leaf.Heading(b.level, b.lines)
	} else {
		pr.leaf.Text(b.lines)
	}
}
