// Package scheme knows patterns of argument and kinds of evidence, and the critical
// questions to ask of each.
//
// What it knows stands in schemes.yaml, whose head describes the form; a course lays a
// file of its own over it. SCHEMES.md shows all of it. The package must not know how
// questions are shown.
package scheme

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/argmap/argmap/claims/source"
)

// Scheme is a pattern of argument, or a kind of evidence.
type Scheme struct {
	ID        string // "expert-opinion"
	Title     string // "Expert opinion"
	Aliases   []string
	Family    string // what it is listed with; "" of evidence
	Pattern   string // how such an argument goes, in a sentence
	Origin    string // where the pattern and its questions come from
	Questions []*Question
	Cues      []Cue
}

// Question is a critical question.
type Question struct {
	ID   string // unique in its scheme
	Text string
	Role Role
}

// Role says what a question does as long as nobody answers it.
type Role int

const (
	Assumption Role = iota // the argument takes the answer for granted, and stands until somebody questions it
	Exception              // the argument stands, and falls only if the answer is shown
)

func (r Role) String() string { return [...]string{"assumption", "exception"}[r] }

// Library is the schemes and kinds of evidence that are known, in the order in which
// they are listed.
type Library struct {
	Schemes  []*Scheme
	Evidence []*Scheme
}

//go:embed schemes.yaml
var builtin string

// Builtin is the library that argmap comes with. It must not be changed; see With.
var Builtin = sync.OnceValue(func() *Library {
	lib, diags := (&Library{}).With(source.NewFile("schemes.yaml", builtin))
	if len(diags) > 0 {
		panic(diags[0].Message) // tests read it
	}
	return lib
})

// Unnamed is the kind of evidence that names none.
const Unnamed = "any"

// Scheme returns the pattern of that name, or nil. Case, blanks and hyphens make no
// difference: "Expert opinion" is expert-opinion.
func (l *Library) Scheme(name string) *Scheme { return find(l.Schemes, name) }

// Kind returns the kind of evidence of that name, or nil.
func (l *Library) Kind(name string) *Scheme { return find(l.Evidence, name) }

func find(list []*Scheme, name string) *Scheme {
	name = plain(name)
	for _, s := range list {
		if s.ID == name {
			return s
		}
	}
	for _, s := range list {
		if slices.Contains(s.Aliases, name) {
			return s
		}
	}
	return nil
}

// plain is a name as it stands in a library.
func plain(name string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '_' || r == '-' || r == '\t' || r == '\n' }), "-"))
}

// names lists ids and aliases, for suggestions.
func names(list []*Scheme) []string {
	var all []string
	for _, s := range list {
		all = append(all, s.ID)
	}
	for _, s := range list {
		all = append(all, s.Aliases...)
	}
	return all
}

// Names lists the ids of the patterns of argument.
func (l *Library) Names() []string { return ids(l.Schemes) }

// KindNames lists the ids of the kinds of evidence.
func (l *Library) KindNames() []string { return ids(l.Evidence) }

func ids(list []*Scheme) []string {
	var all []string
	for _, s := range list {
		all = append(all, s.ID)
	}
	return all
}

// Family is schemes that are listed together.
type Family struct {
	Name    string // "further" for those that name none
	Schemes []*Scheme
}

// Families lists the patterns of argument by their families, in order of appearance.
func (l *Library) Families() []*Family {
	var list []*Family
	for _, s := range l.Schemes {
		name := s.Family
		if name == "" {
			name = "further"
		}
		at := slices.IndexFunc(list, func(f *Family) bool { return f.Name == name })
		if at < 0 {
			at, list = len(list), append(list, &Family{Name: name})
		}
		list[at].Schemes = append(list[at].Schemes, s)
	}
	return list
}

// Question returns the question of that id, or nil.
func (s *Scheme) Question(id string) *Question {
	for _, q := range s.Questions {
		if q.ID == id {
			return q
		}
	}
	return nil
}

func (s *Scheme) questionIDs() []string {
	var all []string
	for _, q := range s.Questions {
		all = append(all, q.ID)
	}
	return all
}
