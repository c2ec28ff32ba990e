// Package argdown reads and writes Argdown (https://argdown.org): a text in which
// statements, arguments and their relations stand in paragraphs and indented lists.
//
// A Document is what the text says and no more: every construct with its place,
// comments kept. What follows from it, which statements are one and the same, which
// relations hold, what a map shows, is the work of package model. The package must
// know of nothing but texts and diagnostics.
package argdown

import "github.com/argmap/argmap/claims/source"

// Document is an Argdown document as it was written.
type Document struct {
	Source      *source.File
	Frontmatter *Data     // nil where the document has none
	Blocks      []Block   // in the order of the text
	Comments    []Comment // in the order of the text, wherever they stand

	shortcodes map[string]string // of the front matter, with their dots or colons
}

// Block is a *Heading, *Statement, *Argument, *Reconstruction or *List.
type Block interface{ Place() source.Span }

// Text is a piece of the document with its place: a title, a word.
type Text struct {
	Value string      // as it is meant: without escapes and brackets
	Span  source.Span // as written, brackets included
}

// IsZero tells whether there is none.
func (t Text) IsZero() bool { return t.Span.End == 0 }

// Heading begins a section.
type Heading struct {
	Level   int // from 1: the number of its signs
	Content Content
	Data    *Data // nil: none
	Span    source.Span
}

// Form says how a statement or an argument is written.
type Form int

const (
	Anonymous  Form = iota // a text without a title; of statements only
	Definition             // [Title]: text, <Title>: text
	Reference              // [Title], <Title>
)

// Statement is a statement wherever it may stand: as a paragraph, in a relation, a
// reconstruction, a list.
type Statement struct {
	Form      Form
	Title     Text    // zero where anonymous
	Content   Content // empty for a reference, but for tags
	Data      *Data
	Relations []*Relation // that hang below it, in the order of the text
	Span      source.Span // without its relations
}

// Argument is an argument wherever it may stand but for its reconstruction, which is
// a block of its own that follows it.
type Argument struct {
	Form      Form // Definition or Reference
	Title     Text
	Content   Content // its description; empty for a reference, but for tags
	Data      *Data
	Relations []*Relation
	Span      source.Span // without its relations
}

// Sign is the kind of a relation.
type Sign int

const (
	Support       Sign = iota // + <+ +>
	Attack                    // - <- ->
	Undercut                  // _ <_ _>
	Contradiction             // ><
)

// Relation is a statement or an argument that hangs below another.
type Relation struct {
	Sign     Sign
	Downward bool  // +> -> _>: it goes from the parent to this member; otherwise from the member to the parent
	Written  Text  // the sign as written: "+", "<+", "+>", "><"
	Member   Block // *Statement or *Argument; a *Statement for a Contradiction
	Span     source.Span
}

// Reconstruction is an argument's premises and conclusions. The argument is the
// block before it, if that is an *Argument without relations or with them; otherwise it has no name.
type Reconstruction struct {
	Lines []*Line
	Span  source.Span
}

// Line is a numbered statement of a reconstruction. It is a conclusion if it has an
// inference, and a premise otherwise.
type Line struct {
	Number    Text // as written: "1"
	Statement *Statement
	Inference *Inference // nil for premises
}

// Inference is the step above a conclusion.
type Inference struct {
	Expanded  bool   // written with rules or data, or on one line; otherwise hyphens alone
	Rules     []Text // as written, trimmed
	Data      *Data
	Relations []*Relation // undercuts that hang below it
	Span      source.Span
}

// List is an ordered or unordered list at the top level.
type List struct {
	Ordered bool
	Items   []Block // *Statement or *Argument
	Span    source.Span
}

func (h *Heading) Place() source.Span        { return h.Span }
func (s *Statement) Place() source.Span      { return s.Span }
func (a *Argument) Place() source.Span       { return a.Span }
func (r *Reconstruction) Place() source.Span { return r.Span }
func (l *List) Place() source.Span           { return l.Span }

// Content is running text.
type Content []Inline

// Kind is what a piece of running text is.
type Kind int

const (
	Plain            Kind = iota // escapes resolved, shortcodes replaced; a line break is a blank
	Bold                         // with Inner
	Italic                       // with Inner
	Link                         // Text is what is shown, URL where it leads
	Tag                          // Text is its name: #name, #(a name)
	StatementMention             // Text is the title: @[Title]
	ArgumentMention              // Text is the title: @<Title>
)

// Inline is a piece of running text.
type Inline struct {
	Kind  Kind
	Text  string  // see Kind
	URL   string  // of a Link
	Inner Content // of Bold and Italic
	Span  source.Span
}

// Data is a block of YAML: {key: value}, or the front matter.
type Data struct {
	YAML   string      // without its braces or its lines of equals signs
	Inline bool        // on one line behind what it belongs to
	Span   source.Span // with them
	Inside source.Span // of YAML
}

// Comment is a comment, which says nothing.
type Comment struct {
	Text string // with its signs
	Span source.Span
}

// String is the text as it reads, without marks for emphasis. Tags stand in it as
// written ("#tag"), as Argdown keeps them, and mentions too.
func (c Content) String() string {
	s := ""
	for _, in := range c {
		switch in.Kind {
		case Bold, Italic:
			s += in.Inner.String()
		case Tag:
			s += "#" + tagged(in.Text)
		case StatementMention:
			s += "@[" + in.Text + "]"
		case ArgumentMention:
			s += "@<" + in.Text + ">"
		default:
			s += in.Text
		}
	}
	return s
}

// Tags are the names of the tags in the text, in its order, each once.
func (c Content) Tags() []string {
	var list []string
	seen := map[string]bool{}
	var walk func(Content)
	walk = func(c Content) {
		for _, in := range c {
			if in.Kind == Tag && !seen[in.Text] {
				seen[in.Text] = true
				list = append(list, in.Text)
			}
			walk(in.Inner)
		}
	}
	walk(c)
	return list
}

// tagged is a tag's name as it is written behind its sign.
func tagged(name string) string {
	for _, r := range name {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_') {
			return "(" + name + ")"
		}
	}
	return name
}
