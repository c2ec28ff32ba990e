package deck

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// titleSlides begin the deck: its title, the thesis, how large the map is. A title
// or thesis that fills a slide has slides of its own, after the first.
func (p *planner) titleSlides() {
	const left, width, high = 80.0, Width - 160, 170.0
	s := &Slide{Kind: KindTitle, Title: p.outline.Map.Heading()}
	var long []string
	y := 120.0
	for _, part := range []struct {
		text  string
		role  Role
		font  style.Font
		sizes []float64
		ink   layout.Ink
	}{
		{p.outline.Map.Heading(), RoleTitle, style.Bold, []float64{40, 32, 24, 18, SmallestText}, layout.InkText},
		{p.thesis(), RoleBody, style.Regular, []float64{24, 18, SmallestText}, layout.InkText},
		{p.size(), RoleBody, style.Regular, []float64{bodySize}, layout.InkMuted},
	} {
		if part.text == "" {
			continue
		}
		c := p.fitted(part.text, part.sizes, layout.Rect{X: left, Y: y, W: width, H: high}, layout.Lettering{Font: part.font, Ink: part.ink})
		if c == nil {
			long = append(long, part.text)
			continue
		}
		s.Texts = append(s.Texts, &Text{part.role, layout.Rect{X: left, Y: y, W: width, H: c.Y - y}, c.Lines})
		y = c.Y + 18
	}
	p.add(s, s.Title)
	for _, text := range long {
		p.longTexts("Title", text, nil)
	}
}

func (p *planner) thesis() string {
	if t := p.outline.Map.Thesis; t != nil {
		return t.Text
	}
	return ""
}

// size says how much the map holds.
func (p *planner) size() string {
	t := p.outline.Tally()
	return strings.Join([]string{argmap.Counted(t.Claims, "claim"), argmap.Counted(t.Reasons, "reason"), argmap.Counted(t.Objections, "objection")}, ", ")
}

// fitted sets a text at the largest of the sizes at which it fits; nil if at none.
func (p *planner) fitted(text string, sizes []float64, at layout.Rect, as layout.Lettering) *layout.Column {
	if len([]rune(text)) > mostLetter {
		return nil
	}
	for _, as.Size = range sizes {
		c := p.texts.Column(at.X, at.Y, at.W)
		c.Add(text, as)
		if c.Y <= at.Y+at.H {
			return c
		}
	}
	return nil
}

// longText makes slides of a claim that is too long for a map.
func (p *planner) longText(e *argmap.Entry) {
	text := e.Claim.Text
	if e.Number != "" {
		text = e.Number + "\u00a0" + text
	}
	p.longTexts(capital(name(e)), text, e)
}

// longTexts sets a text over as many slides as it takes. The entry may be nil.
func (p *planner) longTexts(what, text string, e *argmap.Entry) {
	c := p.texts.Column(margin, mapTop, Width-2*margin)
	c.Add(text, layout.Lettering{Size: bodySize})
	if e != nil {
		for _, ev := range e.Claim.Evidence {
			c.Add(ev.Cite(), layout.Lettering{Size: SmallestText, Ink: layout.InkMuted, Link: ev.Link()})
		}
	}
	pages := paginate(c.Lines)
	for i, lines := range pages {
		s := &Slide{Kind: KindText}
		if e != nil && i == 0 { // its notes hold all of it, once
			s.Shown = []*argmap.Entry{e}
			p.note(e.Claim, s)
		}
		s.body(lines, layout.Rect{X: margin, W: Width - 2*margin})
		p.add(s, part(what, i, len(pages)))
	}
}

func part(what string, i, n int) string {
	if n == 1 {
		return what
	}
	return fmt.Sprintf("%s (%d of %d)", what, i+1, n)
}

// body puts lines on the slide as one text, whose place is at in breadth.
func (s *Slide) body(lines []layout.Line, at layout.Rect) {
	if len(lines) == 0 {
		return
	}
	first, last := lines[0], lines[len(lines)-1]
	at.Y = first.Y - first.Size
	at.H = last.Y + 0.3*last.Size - at.Y
	s.Texts = append(s.Texts, &Text{RoleBody, at, lines})
}

// paginate moves lines to the top of as many slides as they take.
func paginate(lines []layout.Line) [][]layout.Line {
	const deepest = Height - mapBottom - 8
	var pages [][]layout.Line
	up := 0.0
	for _, l := range lines {
		if len(pages) == 0 || l.Y-up > deepest {
			up = 0
			if len(pages) > 0 {
				up = l.Y - l.Size*1.05 - mapTop
			}
			pages = append(pages, nil)
		}
		l.Y -= up
		pages[len(pages)-1] = append(pages[len(pages)-1], l)
	}
	return pages
}

// sides sets what speaks for the thesis beside what speaks against it.
func (p *planner) sides() {
	if len(p.outline.Roots) == 0 || len(p.outline.Roots[0].Children) == 0 {
		return
	}
	root := p.outline.Roots[0]
	const gap = 40.0
	width := (Width - 2*margin - gap) / 2
	columns := [2][][]layout.Line{}
	for i, kind := range []argmap.Kind{argmap.Support, argmap.Attack} {
		c := p.texts.Column(margin+float64(i)*(width+gap), mapTop, width)
		head := [...]layout.Lettering{{Font: style.Bold, Size: 22, Ink: layout.InkReason}, {Font: style.Bold, Size: 22, Ink: layout.InkObjection}}[i]
		c.Add([...]string{"For", "Against"}[i], head)
		none := true
		for _, s := range root.Children {
			if s.Argument.Kind == kind {
				none = false
				p.side(c, s)
			}
		}
		if none {
			c.Y += 8
			c.Add("Nothing on this map.", layout.Lettering{Size: bodySize, Ink: layout.InkMuted, Font: style.Italic})
		}
		columns[i] = paginate(c.Lines)
	}
	n := max(len(columns[0]), len(columns[1]))
	for page := range n {
		s := &Slide{Kind: KindSides}
		for i, pages := range columns {
			if page < len(pages) {
				s.body(pages[page], layout.Rect{X: margin + float64(i)*(width+gap), W: width})
			}
		}
		if page == 0 {
			s.Shown = []*argmap.Entry{root}
		}
		p.add(s, part("For and against", page, n))
	}
}

// side sets one argument in few words, and how much hangs on it.
func (p *planner) side(c *layout.Column, s *argmap.Step) {
	c.Y += 10
	link := ""
	if to := p.home[s.Argument]; to != nil {
		link = "#" + to.ID
	}
	words := s.Argument.Label
	if words == "" {
		var texts []string
		for _, e := range s.Premises {
			text := e.Claim.Label
			if text == "" {
				text = e.Claim.Text
			}
			texts = append(texts, text)
		}
		words = strings.Join(texts, " · ")
	}
	c.Add(s.Number+"\u00a0\u00a0"+words, layout.Lettering{Size: bodySize, Link: link})
	if under := s.Count() - len(s.Premises); under > 0 {
		c.Add(argmap.Counted(under, "claim")+" below", layout.Lettering{Size: SmallestText, Ink: layout.InkMuted})
	}
}

// sources lists the works that the evidence names.
func (p *planner) sources() {
	works := p.outline.References()
	if len(works) == 0 {
		return
	}
	c := p.texts.Column(margin, mapTop, Width-2*margin)
	for _, w := range works {
		c.Reference(w, 16)
		c.Y += 8
	}
	pages := paginate(c.Lines)
	for i, lines := range pages {
		s := &Slide{Kind: KindSources}
		s.body(lines, layout.Rect{X: margin, W: Width - 2*margin})
		p.add(s, part("Sources", i, len(pages)))
	}
}

// finish numbers the slides and puts the locators on them.
func (p *planner) finish() error {
	for i, s := range p.slides {
		text := fmt.Sprintf("%d / %d", i+1, len(p.slides))
		w := p.texts.TextWidth(text, style.Regular, SmallestText)
		x, y := Width-margin-w, Height-6.0
		s.Texts = append(s.Texts, &Text{RoleNumber, layout.Rect{X: x, Y: y - 14, W: w, H: 18}, []layout.Line{
			{Text: text, X: x, Y: y, Width: w, Size: SmallestText, Ink: layout.InkMuted, Next: "\n"}}})
	}
	return p.locators()
}
