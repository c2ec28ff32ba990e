package deck

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// crumb is a stage of the way from the thesis to what a slide is about.
type crumb struct {
	text  string
	thing any // the claim or argument whose slide it links to; nil: none
}

// way is the crumbs from the root to the claim, the claim itself left out.
func (p *planner) way(e *argmap.Entry) []crumb {
	if s := p.index.Above(e); s != nil {
		return p.stepWay(s)
	}
	return nil
}

// stepWay is the crumbs from the root to the argument, itself included.
func (p *planner) stepWay(s *argmap.Step) []crumb {
	var list []crumb // from the argument up
	for {
		list = append(list, crumb{brief(s.Number, s.Argument.Label), s.Argument})
		e, host := p.index.On(s)
		if host != nil {
			s = host
			continue
		}
		up := p.index.Above(e)
		if up == nil {
			root := brief(e.Number, e.Claim.Label)
			if root == "" {
				root = "Thesis"
			}
			list = append(list, crumb{root, e.Claim})
			slices.Reverse(list)
			return list
		}
		if len(up.Premises) > 1 {
			list = append(list, crumb{brief(e.Number, e.Claim.Label), e.Claim})
		}
		s = up
	}
}

// brief is a number and a label that is not too long for a crumb.
func brief(number, label string) string {
	const long = 40 // runes
	if len([]rune(label)) > long {
		label = ""
	}
	return strings.TrimSpace(number + " " + label)
}

// between stands between two crumbs.
const between = "\u2002›\u2002"

// crumbs sets the way to the slide in one line, each crumb as a text of its own.
// Where it is too long, what lies between its beginning and its end is left out.
func (p *planner) crumbs(s *Slide, list []crumb) {
	room := Width - 2*margin - locatorWide - 16
	left := list
	for first := 1; p.crumbWidth(left) > room; first++ {
		if first >= len(list) {
			return
		}
		left = append([]crumb{list[0], {"…", nil}}, list[first+1:]...)
	}
	if len(left) == 0 {
		return
	}
	t := &Text{Role: RoleCrumbs, Rect: layout.Rect{X: margin, Y: 18, W: room, H: 20}}
	x := margin
	put := func(text, url string) {
		w := p.texts.TextWidth(text, style.Regular, SmallestText)
		t.Lines = append(t.Lines, layout.Line{Text: text, X: x, Y: 33, Width: w, Size: SmallestText, Ink: layout.InkMuted, URL: url, Next: "\n"})
		x += w
	}
	for i, c := range left {
		if i > 0 {
			put(between, "")
		}
		url := ""
		if to := p.home[c.thing]; c.thing != nil && to != nil {
			url = "#" + to.ID
		}
		put(c.text, url)
	}
	s.Texts = append(s.Texts, t)
}

func (p *planner) crumbWidth(list []crumb) float64 {
	w := 0.0
	for i, c := range list {
		if i > 0 {
			w += p.texts.TextWidth(between, style.Regular, SmallestText)
		}
		w += p.texts.TextWidth(c.text, style.Regular, SmallestText)
	}
	return w
}
