// Package argmap is what a claims file means: the resolved Map, and what follows
// from it.
//
// # Words
//
// A claim is a sentence that can be true or false; the thesis is the claim the
// map is about. An argument is premises that together bear on a target; a reason
// supports it, an objection opposes it, and an objection to an objection is a
// rebuttal. The premises of one argument are linked (co-premises); two arguments
// for one claim are convergent. An undercut is an objection to the step from
// premises to conclusion, so its target is an argument; backing is a reason for
// that step. An implicit claim is supplied by the analyst. Evidence is what a
// claim rests on outside the map: a source, a locator, perhaps a quote.
//
// A Map is frozen once Build has returned it: results of analyses stand beside
// it, never in it. It must not know how it is shown: it holds no coordinates, no
// colours and no text made for a picture.
package argmap

import (
	"strings"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// Kind says which way an argument bears on its target.
type Kind = claims.Kind

// The two kinds. Against an argument, Attack undercuts and Support backs.
const (
	Support = claims.Support
	Attack  = claims.Attack
)

// Map is the resolved graph of claims and arguments. Every list is in source
// order.
type Map struct {
	Title     string
	Lang      string // BCP 47 tag; "" where the file does not say
	Terms     []*Term
	Source    *source.File
	Thesis    *Claim // nil where the file has none
	Claims    []*Claim
	Arguments []*Argument
	Groups    []*Group
	Sources   []*Source
}

// Claim is a sentence that can be true or false.
type Claim struct {
	ID       string // the author's, or one made from the text; unique among claims and arguments
	Named    bool   // the author gave the ID
	Text     string
	Label    string // short form; "" where there is none
	Note     string
	Implicit bool
	Tags     []string
	Step     int    // when a stepwise reveal shows it, from 1; 0 unsaid
	Group    *Group // as declared on this very claim; see Outline for what it encloses
	Evidence []*Evidence
	Answers  []Answer    // to questions about the evidence
	Pro, Con []*Argument // arguments whose target is this claim
	Uses     []*Argument // arguments it is a premise of
	Decl     *claims.Claim
}

// Argument is premises that together bear on a target.
type Argument struct {
	ID       string
	Named    bool
	Kind     Kind
	Premises []*Claim // at least one
	Target   Target
	Pro, Con []*Argument // backings and undercuts of its step
	Label    string
	Scheme   string
	Conflict string // contrary or contradictory, as its premise is to the claim that it opposes; "" where it is neither
	Strength string // as written: a number from 0 to 1, or weak, moderate, strong; "" unsaid
	Note     string
	Tags     []string
	Step     int      // as a claim's
	Answers  []Answer // to questions about the scheme
	Decl     *claims.Argument
}

// Target is what an argument bears on: a *Claim or an *Argument.
type Target interface{ isTarget() }

func (*Claim) isTarget()    {}
func (*Argument) isTarget() {}

// OnStep tells whether the argument bears on another argument's step.
func (a *Argument) OnStep() bool {
	_, ok := a.Target.(*Argument)
	return ok
}

// Group is a titled region of the map.
type Group struct {
	ID    string
	Title string
}

// Evidence is what a claim rests on outside the map.
type Evidence struct {
	Source  *Source // nil where only a URL or a note is given
	At      string  // locator
	Kind    string
	Quote   string
	URL     string // as written; see SafeURL
	Note    string
	Answers []Answer // to questions about its kind
	Decl    *claims.Evidence
}

// Answer is what the author answers to a critical question.
type Answer struct {
	Question string // id; "" where the answer has the place of its question in the list
	Text     string // "" where the question is open
	At       source.Span
}

// Source is a work that evidence names.
type Source struct {
	ID          string
	DerivesFrom *Source // where it takes its matter from; nil: from itself
	Decl        *claims.Source
}

// Root is the source that all of this one's matter comes from in the end: itself
// where it derives from none.
func (s *Source) Root() *Source {
	for s.DerivesFrom != nil {
		s = s.DerivesFrom
	}
	return s
}

// Heading is the title, or what to write where one is needed and there is none.
func (m *Map) Heading() string {
	if m.Title != "" {
		return m.Title
	}
	return "Argument map"
}

// English tells whether the claims are in English, as is assumed of a file that
// does not say.
func (m *Map) English() bool {
	tag := strings.ToLower(m.Lang)
	return tag == "" || tag == "en" || strings.HasPrefix(tag, "en-")
}

// Term is a word that the argument turns on, with others that mean the same.
type Term struct {
	Word    string
	Aliases []string
}
