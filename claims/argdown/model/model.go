// Package model is what an Argdown document means: which statements are one and the
// same, what arguments are made of, which relations hold, and what a map of it shows.
//
// It follows Argdown's own core (https://argdown.org, 1.7.5, whose meaning 2.x keeps)
// to the letter, oddities included, for a map made from the same text must be the
// same map; testdata holds that core's answers. What looks like a slip of the author,
// and what the map will not show, is said in diagnostics. The package must not know
// of claims files.
package model

import (
	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

// Model is the meaning of a document. Every list is in the order in which the text
// first speaks of its items.
type Model struct {
	Document  *argdown.Document
	Settings  Data // the front matter
	Classes   []*Class
	Arguments []*Argument
	Relations []*Relation
	Sections  []*Section // of the highest level; the others are their children
	Tags      []*Tag
	Excluded  []End // classes and arguments that the author keeps out of the map
	Map       *Map  // what Argdown would draw
}

// Class is an equivalence class: all statements with one title, taken to say the same.
type Class struct {
	Title     string    // "Untitled 3" for a statement without
	Members   []*Member // those below a statement stand before it
	Relations []*Relation
	Tags      []string
	Data      Data          // of all members, later ones over earlier ones
	Mentions  []source.Span // in texts: @[Title]
	Section   *Section
	Color     string // "#rrggbb" or "#rgb", or "" where Argdown finds none
}

// Role is what a statement does in a reconstruction.
type Role int

const (
	NoRole Role = iota // it stands in no reconstruction
	Premise
	Intermediary // a conclusion that is not the last
	Conclusion   // the main conclusion
)

// Member is one occurrence of a statement.
type Member struct {
	Statement *argdown.Statement
	Class     *Class
	Text      string // as Argdown shows it: "" for a reference
	Data      Data
	Section   *Section
	TopLevel  bool // a paragraph of its own
	Role      Role
	Argument  *Argument  // whose reconstruction it stands in; nil: none
	Inference *Inference // of conclusions
}

// Argument is an argument with all that is said of it.
type Argument struct {
	Title        string
	Descriptions []*Description
	Lines        []*Member // its reconstruction; empty: it has none
	Relations    []*Relation
	Tags         []string
	Data         Data
	Mentions     []source.Span // in texts: @<Title>
	Section      *Section
	Color        string

	Reconstruction *argdown.Reconstruction // nil: it has none
}

// Description is one occurrence of an argument outside its reconstruction.
type Description struct {
	Argument *argdown.Argument
	Text     string // "" for a reference
	Data     Data
	Section  *Section
	Lines    []*Member // the reconstruction that follows it; empty: none does
}

// Inference is the step to a conclusion.
type Inference struct {
	Inference *argdown.Inference
	Argument  *Argument
	Rules     []string
	Data      Data
	Relations []*Relation // undercuts
}

// RelationType is what a relation says.
type RelationType int

const (
	Support RelationType = iota
	Attack
	Undercut
	Entails
	Contrary
	Contradictory
)

func (t RelationType) String() string {
	return [...]string{"support", "attack", "undercut", "entails", "contrary", "contradictory"}[t]
}

// symmetric tells whether it says the same in both directions.
func (t RelationType) symmetric() bool { return t == Contrary || t == Contradictory }

// dialectical is what the relation is between arguments.
func (t RelationType) dialectical() RelationType {
	switch t {
	case Entails:
		return Support
	case Contrary, Contradictory:
		return Attack
	default:
		return t
	}
}

// Relation holds between two ends.
type Relation struct {
	Type        RelationType
	From, To    End
	Occurrences []*argdown.Relation // every place where it is written
}

// other is the end that is not this one.
func (r *Relation) other(e End) End {
	if r.From == e {
		return r.To
	}
	return r.From
}

// End is what a relation joins: exactly one field is set.
type End struct {
	Class     *Class
	Argument  *Argument
	Inference *Inference
}

// Title is that of the class or the argument, an inference's too.
func (e End) Title() string {
	switch {
	case e.Class != nil:
		return e.Class.Title
	case e.Argument != nil:
		return e.Argument.Title
	case e.Inference.Argument != nil:
		return e.Inference.Argument.Title
	}
	return ""
}

// Section is what stands below a heading, or a group that the front matter makes.
type Section struct {
	ID       string // "s1"
	Title    string
	Level    int // from 1
	Tags     []string
	Data     Data
	Parent   *Section // nil: it is of the highest level
	Children []*Section
	Heading  *argdown.Heading // nil: made by the front matter
	Config   Data             // what the front matter says of it; nil: nothing
	IsGroup  bool             // the map draws a box around it
	IsClosed bool             // which hides what is in it
	Color    string

	decided bool // IsGroup was said and does not follow from the level
}

// Tag is a tag with its colour, which follows from when it first appears.
type Tag struct {
	Name     string
	Color    string // "" where Argdown has run out of colours
	Priority float64

	group string // its colour as a group's
}

// Canonical is the member that stands for the class: the last definition, or one
// that its data says is canonical. It is nil where the title is never defined.
func (c *Class) Canonical() *Member {
	var last *Member
	for i := len(c.Members) - 1; i >= 0; i-- {
		m := c.Members[i]
		if m.Statement.Form == argdown.Reference {
			continue
		}
		if truthy(m.Data["isCanonical"]) {
			return m
		}
		if last == nil {
			last = m
		}
	}
	return last
}

// Text is what the canonical member says, or "".
func (c *Class) Text() string {
	if m := c.Canonical(); m != nil {
		return m.Text
	}
	return ""
}

// Untitled tells whether its title is Argdown's and not the author's.
func (c *Class) Untitled() bool {
	for _, m := range c.Members {
		if m.Statement.Form != argdown.Anonymous {
			return false
		}
	}
	return true
}

// Uses are the numbers, from 1, of the lines of its argument that a conclusion says it
// rests on, as the author wrote them; nil: it does not say.
func (m *Member) Uses() []any {
	if m.Inference == nil {
		return nil
	}
	for _, d := range []Data{m.Inference.Data, m.Data} {
		if list, ok := d["uses"].([]any); ok {
			return list
		}
	}
	list, _ := m.Inference.Data["from"].([]any)
	return list
}

// Roles are those that its members have, in the order of their constants, each once.
func (c *Class) Roles() []Role {
	var list []Role
	for r := Premise; r <= Conclusion; r++ {
		for _, m := range c.Members {
			if m.Role == r {
				list = append(list, r)
				break
			}
		}
	}
	return list
}

// Canonical is the description that stands for the argument: the last that is no
// reference, or one that its data says is canonical. It is nil where there is none.
func (a *Argument) Canonical() *Description {
	var last *Description
	for i := len(a.Descriptions) - 1; i >= 0; i-- {
		d := a.Descriptions[i]
		if d.Argument.Form == argdown.Reference {
			continue
		}
		if truthy(d.Data["isCanonical"]) {
			return d
		}
		if last == nil {
			last = d
		}
	}
	return last
}

// Text is what the canonical description says, or "".
func (a *Argument) Text() string {
	if d := a.Canonical(); d != nil {
		return d.Text
	}
	return ""
}

// Conclusion is its main conclusion, or nil.
func (a *Argument) Conclusion() *Member {
	if n := len(a.Lines); n > 0 && a.Lines[n-1].Role == Conclusion {
		return a.Lines[n-1]
	}
	return nil
}

// Class is the class of that title, or nil.
func (m *Model) Class(title string) *Class {
	for _, c := range m.Classes {
		if c.Title == title {
			return c
		}
	}
	return nil
}

// Argument is the argument of that title, or nil.
func (m *Model) Argument(title string) *Argument {
	for _, a := range m.Arguments {
		if a.Title == title {
			return a
		}
	}
	return nil
}

// Build tells what a document means, and what about it is doubtful. The diagnostics
// are in the order of their places.
func Build(d *argdown.Document) (*Model, source.Diagnostics) {
	b := newBuilder(d)
	b.document()
	b.places()
	b.transform()
	b.explode()
	b.regroup()
	v := newView(b)
	b.model.Excluded = v.excluded
	b.model.Map = v.draw()
	b.doubts(v)
	b.diagnostics.Sort()
	return b.model, b.diagnostics
}
