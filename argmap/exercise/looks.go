package exercise

import (
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
)

// looksOf tells claims apart by what a map with gaps shows of them: two gaps look the
// same if what is below them does, and what they stand in, up to the thesis. The order of
// branches shows nothing. (Canonical forms of rooted trees: Aho, Hopcroft and Ullman, The
// Design and Analysis of Computer Algorithms, 1974, section 3.2.)
func looksOf(root *argmap.Entry, gone map[*argmap.Claim]string) map[*argmap.Claim]string {
	l := &looks{gone: gone, entries: map[*argmap.Entry]string{}, steps: map[*argmap.Step]string{}, of: map[*argmap.Claim]string{}}
	l.entry(root)
	l.place(root, "")
	return l.of
}

type looks struct {
	gone    map[*argmap.Claim]string
	entries map[*argmap.Entry]string // the form of a claim with all that is below it
	steps   map[*argmap.Step]string
	of      map[*argmap.Claim]string
}

func (l *looks) entry(e *argmap.Entry) string {
	name := "_"
	if l.gone[e.Claim] == "" {
		name = strconv.Quote(e.Claim.ID)
	}
	l.entries[e] = name + l.list(e.Children)
	return l.entries[e]
}

func (l *looks) step(s *argmap.Step) string {
	var forms []string
	for _, p := range s.Premises {
		forms = append(forms, l.entry(p))
	}
	slices.Sort(forms)
	l.steps[s] = s.Argument.Kind.String() + "{" + strings.Join(forms, " ") + "}" + l.list(s.Children)
	return l.steps[s]
}

func (l *looks) list(steps []*argmap.Step) string {
	var forms []string
	for _, s := range steps {
		forms = append(forms, l.step(s))
	}
	slices.Sort(forms)
	return "[" + strings.Join(forms, " ") + "]"
}

// place adds to a form those of all that it stands in.
func (l *looks) place(e *argmap.Entry, above string) {
	l.of[e.Claim] = above + "/" + l.entries[e]
	for _, s := range e.Children {
		l.placeStep(s, l.of[e.Claim])
	}
}

func (l *looks) placeStep(s *argmap.Step, above string) {
	here := above + "/" + l.steps[s]
	for _, p := range s.Premises {
		l.place(p, here)
	}
	for _, c := range s.Children {
		l.placeStep(c, here)
	}
}
