package deck

import (
	"github.com/argmap/argmap/argmap"
)

// A sheet is what a slide shows of an outline: a claim, some of the arguments
// about it, and so many levels of what hangs on these. Groups are left out, since
// the slide's own title takes their place.

// sheet copies a claim with steps of its own. What the copies leave out is counted
// in them.
func sheet(m *argmap.Map, e *argmap.Entry, steps []*argmap.Step, levels int) *argmap.Outline {
	root := *e
	root.Children, root.Group, root.Elsewhere, root.Above = nil, nil, 0, nil
	left := e.Count() - 1
	for _, s := range steps {
		root.Children = append(root.Children, copyStep(s, levels))
		left -= s.Count()
	}
	root.Hidden = max(left, 0)
	o := &argmap.Outline{Map: m, Roots: []*argmap.Entry{&root}}
	rehome(o)
	return o
}

func copyStep(s *argmap.Step, levels int) *argmap.Step {
	c := *s
	c.Premises, c.Group = nil, nil
	for _, p := range s.Premises {
		c.Premises = append(c.Premises, copyEntry(p, levels))
	}
	c.Children, c.Hidden = copySteps(s.Children, s.Hidden, levels)
	return &c
}

func copyEntry(e *argmap.Entry, levels int) *argmap.Entry {
	c := *e
	c.Group = nil
	c.Children, c.Hidden = copySteps(e.Children, e.Hidden, levels)
	return &c
}

func copySteps(steps []*argmap.Step, hidden, levels int) ([]*argmap.Step, int) {
	var list []*argmap.Step
	for _, s := range steps {
		if levels > 0 {
			list = append(list, copyStep(s, levels-1))
		} else {
			hidden += s.Count()
		}
	}
	return list, hidden
}

// rehome leads claims used again to their own place on the sheet, if it has one.
func rehome(o *argmap.Outline) {
	homes := map[*argmap.Claim]*argmap.Entry{}
	o.Each(func(e *argmap.Entry) {
		if !e.Again {
			homes[e.Claim] = e
		}
	}, nil)
	o.Each(func(e *argmap.Entry) {
		if e.Again {
			home := homes[e.Claim]
			if e.Away = home == nil; !e.Away {
				e.Home = home
			}
		}
	}, nil)
}

// shorten puts labels in place of texts.
func shorten(o *argmap.Outline) {
	o.Each(func(e *argmap.Entry) { e.Short = e.Claim.Label }, nil)
}

// boil makes one box of every argument with a label and several premises.
func boil(o *argmap.Outline) {
	o.Each(nil, func(s *argmap.Step) {
		if s.Argument.Label != "" && len(s.Premises) > 1 {
			s.Premises = []*argmap.Entry{boiledDown(s)}
		}
	})
}

// boiledDown is one entry for all premises of an argument: its label, or what it is
// called.
func boiledDown(s *argmap.Step) *argmap.Entry {
	e := *s.Premises[0]
	e.Number, e.Short, e.Hidden, e.Children, e.Again = s.Number, s.Argument.Label, 0, nil, false
	if e.Short == "" {
		e.Number, e.Short = "", capital(stepName(s))
	}
	for _, p := range s.Premises {
		e.Hidden += p.Count()
	}
	claim := *e.Claim
	claim.Evidence, claim.Implicit = nil, false
	e.Claim = &claim
	return &e
}

// letters is about how much text the sheet has, in runes.
func letters(o *argmap.Outline) int {
	n := 0
	o.Each(func(e *argmap.Entry) {
		n += len([]rune(e.Text()))
		for _, ev := range e.Claim.Evidence {
			n += len([]rune(ev.Cite()))
		}
	}, func(s *argmap.Step) { n += len([]rune(s.Argument.Label)) })
	return n
}
