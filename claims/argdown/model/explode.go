package model

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/argmap/argmap/claims/source"
)

// explode makes an argument of every step of a reconstruction, if the front matter
// asks for it.
func (b *builder) explode() {
	if !b.model.Settings.object("model").flag("explodeArguments", false) {
		return
	}
	for _, a := range slices.Clone(b.model.Arguments) {
		b.takeApart(a)
	}
}

// takeApart replaces an argument of several steps by one argument for each.
func (b *builder) takeApart(a *Argument) {
	var steps [][]*Member
	for i, m := range a.Lines {
		if m.Role == Intermediary || m.Role == Conclusion {
			steps = append(steps, b.stepTo(a, i))
		}
	}
	if len(steps) <= 1 {
		for _, step := range steps {
			for _, m := range step {
				m.Argument = a
			}
		}
		return
	}
	var parts []*Argument
	for i, step := range steps {
		part := *a
		part.Title, part.Lines, part.Relations = a.Title+" - "+strconv.Itoa(i+1), step, nil
		for _, m := range step {
			m.Argument = &part
		}
		if b.arguments[part.Title] != nil {
			b.say(source.Diagnostic{
				Code: "title-taken", Span: a.Reconstruction.Span,
				Message: "a step of <" + a.Title + "> would be called <" + part.Title + ">, as another argument is",
				Hint:    "give that argument another title",
			})
		}
		b.arguments[part.Title] = &part
		parts = append(parts, &part)
	}
	last := parts[len(parts)-1]
	for _, r := range a.Relations {
		if r.From == (End{Argument: a}) {
			r.From = End{Argument: last}
		} else {
			r.To = End{Argument: last}
		}
	}
	last.Relations = a.Relations
	delete(b.arguments, a.Title)
	i := slices.Index(b.model.Arguments, a)
	b.model.Arguments = slices.Delete(b.model.Arguments, i, i+1)
	b.model.Arguments = append(b.model.Arguments, parts...)
}

// stepTo is a step of its own to the conclusion with that index: what it says that it
// uses, or else all lines from the conclusion before it on.
func (b *builder) stepTo(a *Argument, index int) []*Member {
	conclusion := a.Lines[index]
	var step []*Member
	if uses := conclusion.Uses(); uses != nil {
		for _, use := range uses {
			if i, ok := use.(int); ok && i >= 1 && i <= len(a.Lines) {
				step = append(step, copied(a.Lines[i-1], Premise))
				continue
			}
			b.say(source.Diagnostic{
				Code: "unknown-line", Span: conclusion.Statement.Span,
				Message: fmt.Sprintf("<%s> has no line %v to use here", a.Title, use),
				Hint:    "count its lines from 1, whatever numbers are written",
			})
		}
	} else {
		for i := index - 1; i >= 0; i-- {
			step = append(step, copied(a.Lines[i], Premise))
			if a.Lines[i].Role == Intermediary {
				break
			}
		}
		slices.Reverse(step)
	}
	return append(step, copied(conclusion, Conclusion))
}

// copied is a member in another role, put in the old one's place in its class.
func copied(m *Member, r Role) *Member {
	n := *m
	n.Role = r
	c := m.Class
	if i := slices.Index(c.Members, m); i >= 0 {
		c.Members = slices.Delete(c.Members, i, i+1)
	}
	c.Members = append(c.Members, &n)
	return &n
}
