// Package claims is what the author wrote: claims files read into declarations,
// each with its place in the text, and declarations printed as files again.
//
// A File holds what stands in the text and nothing that follows from it: names
// are unresolved, sources are not looked up, nothing is numbered or judged. It
// must not know what a map means (package argmap) or how it is shown (package
// output).
//
// # The native format
//
// A claims file is YAML. Its keys are
//
//	title, lang, terms, bibliography, sources, thesis, claims   of the file
//	claim, id, label, implicit, evidence, because, but,
//	note, tags, step, group, answers                            of a claim
//	premises, id, label, scheme, conflict, strength, note,
//	tags, step, answers, because, but                           of an argument
//	source, at, kind, quote, url, note, answers                 of evidence
//	the variables of CSL (author, title, issued, …),
//	file, derives-from                                          of a source
//
// An item under because or but is a string (one premise), a claim mapping (one
// premise with details), "ref: ID" (a claim that stands elsewhere), or a mapping
// with premises (linked premises), whose because and but speak of the step from
// the premises to what they bear on.
package claims

import (
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// Text is a piece of the file with its place. The zero value is an absent text.
type Text struct {
	Value string
	Span  source.Span // of the text as written, quotes included
}

// IsZero tells whether the text is absent or empty.
func (t Text) IsZero() bool { return t.Value == "" }

// File is one claims file as written. Every list is in source order.
type File struct {
	Source  *source.File
	Title   Text
	Lang    Text // BCP 47 tag of the claims' language; zero: English is assumed
	Terms   []*Term
	Sources []*Source

	Bibliography []Text // paths of files with more sources; see ReadBibliography

	Thesis    *Claim      // nil where the file has none
	Claims    []*Claim    // every claim declared anywhere, the thesis first if it stands first
	Arguments []*Argument // every argument, outer ones before those inside them

	// What the Argdown document means that the file was read from; nil: it was read
	// from none. It does not follow where somebody changes the declarations.
	model *model.Model
}

// Claim declares a sentence that can be true or false.
type Claim struct {
	ID       Text // zero: the author gave none
	Text     Text
	Label    Text // short form for tight places
	Implicit bool // supplied by the analyst, not in the text analysed
	Evidence []*Evidence
	Answers  []*Answer // to questions about the evidence
	Note     Text
	Tags     []Text
	Step     Text // a whole number from 1: when a stepwise reveal shows it
	Group    Text // title of the region it belongs to
	Nested   bool // declared as a premise; otherwise the thesis or an item of claims
	Span     source.Span
}

// Kind says which way an argument bears on its target. The zero value is Support.
type Kind int

const (
	Support Kind = iota // because
	Attack              // but
)

// String is the word of the format: "because" or "but".
func (k Kind) String() string {
	if k == Attack {
		return "but"
	}
	return "because"
}

// Argument declares premises that together bear on a target.
type Argument struct {
	ID       Text
	Label    Text
	Kind     Kind
	Premises []Ref // linked; empty only in a file with errors
	Target   Ref   // a claim, or an argument: an undercut (Attack) or backing (Support)
	Scheme   Text
	Conflict Text // contrary or contradictory: how its one premise and the claim that it opposes exclude each other; zero: they do not
	Strength Text // a number from 0 to 1, or weak, moderate, strong; zero: unsaid
	Note     Text
	Tags     []Text
	Step     Text      // as a claim's
	Answers  []*Answer // to questions about the scheme
	Span     source.Span
}

// Conflicts are the ways in which two claims can exclude each other: contraries are
// not both true, contradictories are neither both true nor both false.
func Conflicts() []string { return []string{"contrary", "contradictory"} }

// Ref is the use of a claim or an argument. Exactly one of Name, Claim and
// Argument is set, save in a file with errors, where none may be.
type Ref struct {
	Name     Text      // by id, unresolved
	Claim    *Claim    // in place
	Argument *Argument // in place
	Span     source.Span
}

// Evidence is what a claim rests on outside the map.
type Evidence struct {
	Source  Text // id of a source; zero where only a URL is given
	At      Text // locator: "¶3", "p. 12"
	Kind    Text // assertion, statistic, …
	Quote   Text
	URL     Text
	Note    Text
	Answers []*Answer // to questions about its kind
	Span    source.Span
}

// Term is a word that the argument turns on, with others that mean the same.
type Term struct {
	Word    Text
	Aliases []Text
}

// Source is a work that evidence names, with its variables as CSL calls them
// (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
type Source struct {
	ID          Text
	Type        Text
	Title       Text
	Author      []Name
	Issued      Text // a date as written: 2021-01-31, 2021
	URL         Text
	File        Text    // local copy, relative to the claims file
	DerivesFrom Text    // id of the source it takes its matter from
	Fields      []Field // every other variable, in source order
	Span        source.Span
	In          *source.File // the bibliography it comes from; nil: the claims file itself
}

// Name is a person's or an institution's name. Either Literal is set, or Family.
type Name struct {
	Family, Given, Literal string
	Span                   source.Span
}

// Field is a variable of a source that argmap carries without reading it.
type Field struct {
	Key   string // container-title
	Value Text
}
