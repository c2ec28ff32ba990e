package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/argdowntest"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// answer is what a document means, in the form in which testdata/oracle.cjs prints
// what Argdown's core says of it.
type answer struct {
	Error      string
	Statements []struct {
		Title   string
		Roles   []string
		Members int
		Text    string
		Tags    []string
		Section string
		Color   string
	}
	Arguments []struct {
		Title, Text                  string
		Premises, Conclusions, Rules []string
		Tags                         []string
		Section, Color               string
	}
	Relations []struct{ Type, From, To string }
	Tags      []struct{ Name, Color string }
	Nodes     []struct{ Title, Group, LabelTitle, LabelText, Color string }
	Groups    []struct {
		Title, Parent string
		Closed        bool
		Color         string
	}
	Edges []struct{ Type, From, To, Color string }
}

// String is the answer as lines that two answers can be compared by.
func (a answer) String() string {
	if a.Error != "" {
		return "gives up: " + a.Error + "\n"
	}
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	for _, s := range a.Statements {
		add("statement [%s] %s%d members: %q%s%s%s", s.Title, list("%s, ", s.Roles), s.Members, tidy(s.Text), list(" #(%s)", s.Tags), in(s.Section), in(s.Color))
	}
	for _, s := range a.Arguments {
		add("argument <%s>: %q%s%s%s%s%s%s", s.Title, tidy(s.Text), list(" premise [%s]", s.Premises), list(" conclusion [%s]", s.Conclusions),
			list(" by %q", s.Rules), list(" #(%s)", s.Tags), in(s.Section), in(s.Color))
	}
	for _, r := range a.Relations {
		if r.Type == "contrary" && r.From > r.To || r.Type == "contradictory" && r.From > r.To {
			r.From, r.To = r.To, r.From
		}
		add("relation %s: %s -> %s", r.Type, r.From, r.To)
	}
	for _, t := range a.Tags {
		add("tag %s%s", t.Name, in(t.Color))
	}
	for _, n := range a.Nodes {
		add("node %s%s: %q %q%s", n.Title, in(n.Group), n.LabelTitle, tidy(n.LabelText), in(n.Color))
	}
	for _, g := range a.Groups {
		closed := ""
		if g.Closed {
			closed = " closed"
		}
		add("group %s%s%s%s", tidy(g.Title), in(g.Parent), closed, in(g.Color))
	}
	for _, e := range a.Edges {
		add("edge %s: %s -> %s%s", e.Type, tidy(e.From), tidy(e.To), in(e.Color))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}

func list(format string, items []string) string {
	s := ""
	for _, item := range items {
		s += fmt.Sprintf(format, item)
	}
	return s
}

func in(s string) string {
	if s == "" {
		return ""
	}
	return " in " + tidy(s)
}

// tidy evens out blanks, which no reader sees.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// ours is our answer for a text.
func ours(text string) (answer, source.Diagnostics) {
	d, bad := argdown.Parse(source.NewFile("test.argdown", text))
	m, doubts := model.Build(d)
	return describe(m), append(bad, doubts...)
}

// theirs is Argdown's answers for texts.
func theirs(t *testing.T, folder string, texts []string) []answer {
	t.Helper()
	var answers []answer
	argdowntest.Ask(t, folder, "testdata/oracle.cjs", texts, &answers)
	return answers
}
