package model_test

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/claims/argdown/model"
)

var roles = map[model.Role]string{
	model.Premise: "premise", model.Intermediary: "intermediary-conclusion", model.Conclusion: "main-conclusion",
}

// describe is a model in the words of the oracle.
func describe(m *model.Model) answer {
	var a answer
	for _, c := range m.Classes {
		a.Statements = append(a.Statements, struct {
			Title   string
			Roles   []string
			Members int
			Text    string
			Tags    []string
			Section string
			Color   string
		}{c.Title, names(c.Roles()), len(c.Members), c.Text(), c.Tags, title(c.Section), c.Color})
	}
	for _, arg := range m.Arguments {
		s := struct {
			Title, Text                  string
			Premises, Conclusions, Rules []string
			Tags                         []string
			Section, Color               string
		}{Title: arg.Title, Text: arg.Text(), Tags: arg.Tags, Section: title(arg.Section), Color: arg.Color}
		for _, line := range arg.Lines {
			if line.Role == model.Premise {
				s.Premises = append(s.Premises, line.Class.Title)
			} else {
				s.Conclusions = append(s.Conclusions, line.Class.Title)
			}
			if line.Inference != nil {
				s.Rules = append(s.Rules, strings.Join(line.Inference.Rules, "; "))
			}
		}
		a.Arguments = append(a.Arguments, s)
	}
	for _, r := range m.Relations {
		a.Relations = append(a.Relations, struct{ Type, From, To string }{r.Type.String(), end(r.From), end(r.To)})
	}
	for _, t := range m.Tags {
		a.Tags = append(a.Tags, struct{ Name, Color string }{t.Name, t.Color})
	}
	describeMap(&a, m.Map)
	return a
}

func describeMap(a *answer, m *model.Map) {
	for _, n := range m.Nodes {
		if n.Hidden {
			continue
		}
		group := ""
		if n.Group != nil {
			group = n.Group.Section.Title
		}
		a.Nodes = append(a.Nodes, struct{ Title, Group, LabelTitle, LabelText, Color string }{
			point(model.Point{Node: n}), group, n.LabelTitle, n.LabelText, n.Color})
	}
	var walk func(g *model.Group, parent string)
	walk = func(g *model.Group, parent string) {
		a.Groups = append(a.Groups, struct {
			Title, Parent string
			Closed        bool
			Color         string
		}{g.Section.Title, parent, g.Closed, g.Color})
		if g.Closed {
			return
		}
		for _, child := range g.Groups {
			walk(child, g.Section.Title)
		}
	}
	for _, g := range m.Groups {
		walk(g, "")
	}
	for _, e := range m.Edges {
		a.Edges = append(a.Edges, struct{ Type, From, To, Color string }{e.Type.String(), point(e.From), point(e.To), e.Color})
	}
}

func names(list []model.Role) []string {
	var s []string
	for _, r := range list {
		s = append(s, roles[r])
	}
	return s
}

func title(s *model.Section) string {
	if s == nil {
		return ""
	}
	return s.Title
}

func point(p model.Point) string {
	switch {
	case p.Group != nil:
		return "group " + p.Group.Section.Title
	case p.Node.Class != nil:
		return "[" + p.Node.Title() + "]"
	}
	return "<" + p.Node.Title() + ">"
}

func end(e model.End) string {
	switch {
	case e.Class != nil:
		return "[" + e.Title() + "]"
	case e.Argument != nil:
		return "<" + e.Title() + ">"
	}
	for i, line := range e.Inference.Argument.Lines {
		if line.Inference == e.Inference {
			return fmt.Sprintf("<%s>/%d", e.Title(), i+1)
		}
	}
	return "a step of no argument"
}
