package deck

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// Sizes of a slide's texts, in points.
const (
	headingSize = 26.0
	bodySize    = 18.0
	titleTop    = 44.0
)

// add gives a slide its title, and a place in the deck. About is an entry, a step
// or a title.
func (p *planner) add(s *Slide, about any) {
	s.ID = fmt.Sprintf("slide-%d", len(p.slides)+1)
	switch a := about.(type) {
	case string:
		s.Title = a
	case *argmap.Entry:
		s.Title = title(capital(name(a)), a.Claim.Label)
		if s.Kind == KindOverview && a.Number == "" {
			s.Title = "The argument"
		}
		p.crumbs(s, p.way(a))
		p.lead(a.Claim, s)
	case *argmap.Step:
		s.Title = title(capital(stepName(a)), a.Argument.Label)
		way := p.stepWay(a)
		p.crumbs(s, way[:len(way)-1])
		p.lead(a.Argument, s)
	}
	if p.titles[s.Title]++; p.titles[s.Title] > 1 {
		s.Title += fmt.Sprintf(" (%d)", p.titles[s.Title])
	}
	if s.Kind != KindTitle {
		p.heading(s)
	}
	p.slides = append(p.slides, s)
}

// lead makes the slide the one that links to a claim or an argument lead to, if it
// is the first that is about it.
func (p *planner) lead(thing any, s *Slide) {
	if !p.about[thing] {
		p.about[thing], p.home[thing] = true, s
	}
}

// note remembers the first slide that shows a claim or an argument.
func (p *planner) note(thing any, s *Slide) {
	if p.home[thing] == nil {
		p.home[thing] = s
	}
}

func title(what, label string) string {
	if label == "" {
		return what
	}
	return what + ": " + label
}

// name is what a claim is called by its place: "the thesis", "premise 1.2".
func name(e *argmap.Entry) string {
	switch {
	case e.Number == "":
		return "the thesis"
	case !strings.Contains(e.Number, ".") && e.Number[0] >= 'A':
		return "claim " + e.Number
	}
	return "premise " + e.Number
}

func stepName(s *argmap.Step) string { return s.Argument.Role().String() + " " + s.Number }

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// bodies is how many texts behind the slide's title there are.
func (s *Slide) bodies() int {
	n := 0
	for _, t := range s.Texts {
		if t.Role == RoleBody {
			n++
		}
	}
	return n
}

// heading sets the slide's title in one line or two, or in one of what is left of
// it without its label.
func (p *planner) heading(s *Slide) {
	width := Width - 2*margin - locatorWide - 16
	for _, text := range []string{s.Title, strings.SplitN(s.Title, ":", 2)[0], "Claims"} {
		if len([]rune(text)) > 200 {
			continue
		}
		for _, size := range []float64{headingSize, 20, SmallestText} {
			c := p.texts.Column(margin, titleTop-4, width)
			c.Add(text, layout.Lettering{Font: style.Bold, Size: size})
			if c.Y <= mapTop-8 {
				s.Texts = slices.Insert(s.Texts, len(s.Texts)-s.bodies(), &Text{RoleTitle, layout.Rect{X: margin, Y: titleTop - 4, W: width, H: c.Y - titleTop + 4}, c.Lines})
				return
			}
		}
	}
}
