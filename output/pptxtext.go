package output

import (
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/output/internal/pptx"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// PowerPoint breaks lines by itself, in the width of the longest that was measured.
// It does not kern as they were, so a line has a little more room than it needs, and
// a text never takes more lines than there is room for.
const (
	pptxSlack  = 4.0 // points, at a drawing's own size
	pptxNarrow = 0.3 // of a box's width, which its text gives up at most, so that there is room to write on
)

// text is the lines that stand in a rectangle, as paragraphs. Where source is given
// it is what the first of the texts says. A narrow text keeps to the width of its lines.
func (g *pptxPainting) text(in layout.Rect, lines []layout.Line, source string, narrow bool) *pptx.Text {
	if len(lines) == 0 || g.at.bare {
		return nil
	}
	k, slack := g.at.scale, pptxSlack*g.d.Scale
	first := lines[0]
	left, right := first.X, first.X+first.Width
	for _, l := range lines {
		left, right = min(left, l.X), max(right, l.X+l.Width)
	}
	before, after := left-in.X, in.X+in.W-right // where the text begins, and where its lines end
	if first.RTL {
		before, after = after, before
	}
	switch after -= slack; {
	case narrow:
	case len(lines) > 1 && lines[0].Next != "\n":
		after = min(after, pptxNarrow*in.W)
	default:
		after = min(after, before)
	}
	t := &pptx.Text{Insets: pptx.Insets{Left: before * k, Right: max(0, after) * k, Top: (first.Y - pptxAscentOf(first.Size) - in.Y) * k}}
	if first.RTL {
		t.Insets.Left, t.Insets.Right = t.Insets.Right, t.Insets.Left
	}
	t.Paragraphs = g.paragraphs(lines, source, left)
	return t
}

// Of Liberation Sans, in em: how far a line is high, and where in it the baseline is.
const (
	pptxLineEm = 1.25
	pptxAscent = 0.905 + (pptxLineEm-0.905-0.212)/2
)

func pptxAscentOf(size float64) float64 { return size * pptxAscent }

// paragraphs makes a paragraph of each text. Their lines begin at x or farther right.
func (g *pptxPainting) paragraphs(lines []layout.Line, source string, x float64) []pptx.Paragraph {
	var list []pptx.Paragraph
	below := 0.0 // of the text before
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n-1].Next != "\n" {
			n++
		}
		first := lines[0]
		p := g.paragraph(lines[:n], source)
		if last := lines[n-1]; !first.RTL {
			p.First = max(0, first.X-x) * g.at.scale
			if p.Indent = p.First; n > 1 && !lines[n-2].Continues {
				p.Indent = max(0, last.X-x) * g.at.scale
			}
		}
		if len(list) > 0 {
			p.Before = max(0, first.Y-pptxAscentOf(first.Size)-below) * g.at.scale
		}
		last := lines[n-1]
		below = last.Y - pptxAscentOf(last.Size) + pptxLineEm*last.Size
		list = append(list, p)
		lines, source = lines[n:], ""
	}
	return list
}

// paragraph makes a paragraph of the lines of one text.
func (g *pptxPainting) paragraph(lines []layout.Line, source string) pptx.Paragraph {
	first := lines[0]
	p := pptx.Paragraph{LineHeight: first.Size * pptxLineEm * g.at.scale, RTL: first.RTL}
	if len(lines) > 1 && first.Ink != lines[1].Ink { // a number
		run := g.run(first)
		run.Text += "\u00a0"
		p.Runs = append(p.Runs, run)
		lines = lines[1:]
	}
	run := g.run(lines[0])
	run.Text = pptxFlow(lines, source)
	p.Runs = append(p.Runs, run)
	return p
}

func (g *pptxPainting) run(l layout.Line) pptx.Run {
	_, ink := lineInk(g.theme, l)
	return pptx.Run{Text: l.Text, Size: l.Size * g.at.scale, Bold: l.Font == style.Bold, Italic: l.Font == style.Italic,
		Color: pptx.Color(ink), Link: g.link(l.URL)}
}

// pptxFlow joins lines to the text that they were broken out of. Where a line ends
// inside a word, as at a slash, PowerPoint is told that it may break there too.
// source, if given, is that text: it knows line breaks from blanks, and soft
// hyphens from hard ones.
func pptxFlow(lines []layout.Line, source string) string {
	var b strings.Builder
	rest := strings.TrimSpace(source)
	for i, l := range lines {
		text, after := l.Text, ""
		if source != "" {
			var ok bool
			if text, after, ok = pptxCut(rest, l.Text); !ok {
				return pptxFlow(lines, "")
			}
		}
		b.WriteString(text)
		if i == len(lines)-1 {
			break
		}
		trimmed := strings.TrimLeft(after, " \t\r\n")
		switch {
		case source == "" && l.Next == " ":
			b.WriteString(" ")
		case len(trimmed) < len(after):
			b.WriteString(pptxSpace(after[:len(after)-len(trimmed)]))
		case !strings.HasSuffix(text, "\u00ad") && pptxBreakable(l.Text, lines[i+1].Text):
			b.WriteString("\u200b")
		}
		rest = trimmed
	}
	return b.String()
}

// pptxCut takes a line's text off the beginning of the text that it comes from.
func pptxCut(text, line string) (found, after string, ok bool) {
	var b strings.Builder
	for line != "" {
		r, n := utf8.DecodeRuneInString(line)
		s, m := utf8.DecodeRuneInString(text)
		switch {
		case m > 0 && s == '\u00ad':
			if text = text[m:]; line == "-" {
				return b.String() + "\u00ad", text, true
			}
		case m > 0 && r == ' ' && strings.ContainsRune(" \t\r\n", s):
			trimmed := strings.TrimLeft(text, " \t\r\n")
			b.WriteString(pptxSpace(text[:len(text)-len(trimmed)]))
			text, line = trimmed, line[n:]
		case m > 0 && r == s:
			b.WriteString(text[:m])
			text, line = text[m:], line[n:]
		default:
			return "", "", false
		}
	}
	return b.String(), text, true
}

// pptxSpace is what white space comes to: a line break, or a blank.
func pptxSpace(s string) string {
	if strings.Contains(s, "\n") {
		return "\n"
	}
	return " "
}

// pptxBreakable tells whether neither line is of a script that may be broken anywhere.
func pptxBreakable(before, after string) bool {
	const firstOther = 0x0E00
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	return a < firstOther && b < firstOther
}

// captions are text boxes of the lines that belong to no shape. Texts that stand
// close under one another share a box.
func (g *pptxPainting) captions() []*pptx.Box {
	if g.at.bare {
		return nil
	}
	var boxes []*pptx.Box
	lines := g.d.Captions
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && (lines[n-1].Next != "\n" || g.follows(lines[n-1], lines[n])) {
			n++
		}
		boxes = append(boxes, g.caption(lines[:n]))
		lines = lines[n:]
	}
	return boxes
}

func (g *pptxPainting) follows(above, below layout.Line) bool {
	const indent, gap = 20.0, 6.0
	k := g.d.Scale
	return max(above.X-below.X, below.X-above.X) < indent*k && below.Y > above.Y && below.Y-above.Y < above.Size*pptxLineEm+gap*k
}

func (g *pptxPainting) caption(lines []layout.Line) *pptx.Box {
	first, last := lines[0], lines[len(lines)-1]
	r := layout.Rect{X: first.X, Y: first.Y - pptxAscentOf(first.Size)}
	for _, l := range lines {
		r.X = min(r.X, l.X)
	}
	for _, l := range lines {
		r.W = max(r.W, l.X+l.Width-r.X)
	}
	r.H = last.Y - pptxAscentOf(last.Size) + pptxLineEm*last.Size - r.Y
	r.W += 2 * pptxSlack * g.d.Scale
	b := &pptx.Box{Label: pptx.Label{Name: "Caption"}, Rect: g.place(r), Text: g.text(r, lines, "", false)}
	b.Text.Insets = pptx.Insets{}
	return b
}
