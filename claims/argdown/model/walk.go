package model

import (
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

// builder walks through a document and writes down what it says.
type builder struct {
	model       *Model
	diagnostics source.Diagnostics

	classes   map[string]*Class
	arguments map[string]*Argument
	tags      map[string]*Tag
	mentions  []argdown.Inline // of statements and arguments, in the order of the text

	untitled int        // titles given so far, to statements and arguments alike
	section  *Section   // that the walk is in; nil before the first heading
	headings int        // seen so far
	deepest  int        // level of a heading
	step     *Inference // the last one seen

	placed map[*Class]bool // its section is settled
	sited  map[*Argument]bool
	misled map[*Relation]*Class // undercuts of a statement, which hit the last step before it
}

func newBuilder(d *argdown.Document) *builder {
	return &builder{
		model:   &Model{Document: d},
		classes: map[string]*Class{}, arguments: map[string]*Argument{}, tags: map[string]*Tag{},
		placed: map[*Class]bool{}, sited: map[*Argument]bool{},
		misled: map[*Relation]*Class{},
	}
}

// say adds a diagnostic about a place of the document.
func (b *builder) say(d source.Diagnostic) {
	d.File = b.model.Document.Source
	b.diagnostics = append(b.diagnostics, d)
}

func (b *builder) document() {
	b.model.Settings = b.data(b.model.Document.Frontmatter, true)
	var before argdown.Block
	for _, block := range b.model.Document.Blocks {
		switch block := block.(type) {
		case *argdown.Heading:
			b.heading(block)
		case *argdown.Statement:
			b.statement(block).TopLevel = true
		case *argdown.Argument:
			b.argument(block)
		case *argdown.Reconstruction:
			named, _ := before.(*argdown.Argument)
			b.reconstruction(block, named)
		case *argdown.List:
			for _, item := range block.Items {
				b.member(item)
			}
		}
		before = block
	}
	for _, in := range b.mentions {
		if c := b.classes[in.Text]; c != nil && in.Kind == argdown.StatementMention {
			c.Mentions = append(c.Mentions, in.Span)
		}
		if a := b.arguments[in.Text]; a != nil && in.Kind == argdown.ArgumentMention {
			a.Mentions = append(a.Mentions, in.Span)
		}
	}
}

// data reads a block of data; what is wrong with it costs nothing but itself.
func (b *builder) data(d *argdown.Data, front bool) Data {
	if d == nil {
		return nil
	}
	data, err := parseData(d, front)
	if err != nil {
		b.say(source.Diagnostic{
			Code: "bad-data", Span: badLine(d, err),
			Message: "this data cannot be read: " + complaint(err),
			Hint:    "write it as YAML, {key: value, other: value}; quote values that hold a colon or a brace",
		})
	}
	return data
}

// member is what a statement or an argument wherever it stands is an occurrence of.
func (b *builder) member(block argdown.Block) End {
	switch m := block.(type) {
	case *argdown.Statement:
		return End{Class: b.statement(m).Class}
	case *argdown.Argument:
		return End{Argument: b.argument(m)}
	}
	return End{}
}

func (b *builder) newTitle() string {
	b.untitled++
	return "Untitled " + strconv.Itoa(b.untitled)
}

func (b *builder) class(title string) *Class {
	c := b.classes[title]
	if c == nil {
		c = &Class{Title: title}
		b.classes[title] = c
		b.model.Classes = append(b.model.Classes, c)
	}
	return c
}

func (b *builder) named(title string) *Argument {
	a := b.arguments[title]
	if a == nil {
		a = &Argument{Title: title}
		b.arguments[title] = a
		b.model.Arguments = append(b.model.Arguments, a)
	}
	return a
}

// statement writes down a statement after those below it, as Argdown does, so that
// of two definitions the outer one is the later.
func (b *builder) statement(s *argdown.Statement) *Member {
	title := s.Title.Value
	if s.Form == argdown.Anonymous {
		title = b.newTitle()
	}
	c := b.class(title)
	m := &Member{Statement: s, Class: c, Text: b.text(s.Content), Data: b.data(s.Data, false)}
	m.Section = b.section
	tags := b.tag(s.Content)
	b.relations(s.Relations, End{Class: c})
	c.Tags = union(c.Tags, tags)
	if m.Data != nil {
		c.Data = merge(c.Data, m.Data)
	}
	c.Members = append(c.Members, m)
	if takesSection(m.Data, s.Form, b.placed[c]) {
		c.Section, b.placed[c] = m.Section, m.Section != nil
	}
	return m
}

// takesSection tells whether an element lies where this occurrence of it stands.
func takesSection(d Data, f argdown.Form, placed bool) bool {
	in, said := d["isInGroup"]
	if said {
		return in == true
	}
	return f != argdown.Reference && !placed
}

func (b *builder) argument(a *argdown.Argument) *Argument {
	n := b.named(a.Title.Value)
	d := &Description{Argument: a, Text: b.text(a.Content), Data: b.data(a.Data, false), Section: b.section}
	tags := b.tag(a.Content)
	b.relations(a.Relations, End{Argument: n})
	n.Tags = union(n.Tags, tags)
	if d.Data != nil {
		n.Data = merge(n.Data, d.Data)
	}
	n.Descriptions = append(n.Descriptions, d)
	if takesSection(d.Data, a.Form, b.sited[n]) {
		n.Section, b.sited[n] = d.Section, d.Section != nil
	}
	return n
}

// reconstruction writes down the premises and conclusions of the argument before it.
func (b *builder) reconstruction(r *argdown.Reconstruction, named *argdown.Argument) {
	var a *Argument
	if named == nil {
		a = b.named(b.newTitle())
	} else {
		a = b.named(named.Title.Value)
	}
	if first := a.Reconstruction; first != nil {
		b.say(source.Diagnostic{
			Code: "second-reconstruction", Span: r.Span,
			Message: "argument <" + a.Title + "> has a reconstruction already",
			Hint:    "give this one an argument of its own: a line <Title> and an empty line before it",
			Related: []source.Related{{Message: "the first one", Span: first.Span}},
		})
		a = nil
	} else {
		a.Reconstruction = r
		if b.section != nil {
			a.Section, b.sited[a] = b.section, true
		}
	}
	var lines []*Member
	for _, line := range r.Lines {
		lines = append(lines, b.line(line, a))
	}
	if a == nil || len(lines) == 0 {
		return
	}
	a.Lines = lines
	for _, d := range a.Descriptions {
		if d.Argument == named {
			d.Lines = lines
		}
	}
	if last := lines[len(lines)-1]; last.Role == Intermediary {
		last.Role = Conclusion
	} else {
		b.say(source.Diagnostic{
			Code: "missing-conclusion", Span: last.Statement.Span,
			Message: "this reconstruction ends without a conclusion",
			Hint:    "put a line of hyphens, ----, above the statement that follows from the others",
		})
	}
}

// line writes down a premise or a conclusion; a is nil where it is nobody's.
func (b *builder) line(line *argdown.Line, a *Argument) *Member {
	var step *Inference
	if in := line.Inference; in != nil {
		step = &Inference{Inference: in, Argument: a, Data: b.data(in.Data, false)}
		for _, rule := range in.Rules {
			step.Rules = append(step.Rules, strings.TrimSpace(rule.Value))
		}
		b.step = step
		b.relations(in.Relations, End{Inference: step})
	}
	m := b.statement(line.Statement)
	if a == nil {
		return m
	}
	m.Argument, m.Inference, m.Role = a, step, Premise
	if step != nil {
		m.Role = Intermediary
	}
	return m
}

// tag writes down the tags of a text in the order of their first appearance.
func (b *builder) tag(c argdown.Content) []string {
	b.mention(c)
	names := c.Tags()
	for _, name := range names {
		if b.tags[name] == nil {
			b.tags[name] = &Tag{Name: name}
			b.model.Tags = append(b.model.Tags, b.tags[name])
		}
	}
	return names
}

// mention writes down what a text mentions.
func (b *builder) mention(c argdown.Content) {
	for _, in := range c {
		if in.Kind == argdown.StatementMention || in.Kind == argdown.ArgumentMention {
			b.mentions = append(b.mentions, in)
		}
		b.mention(in.Inner)
	}
}

// union is a list with the items of another that it lacks.
func union(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// text is a text as Argdown shows it: tags stand in it unless the front matter says
// otherwise.
func (b *builder) text(c argdown.Content) string {
	remove := b.model.Settings.object("model").flag("removeTagsFromText", false)
	var s strings.Builder
	for _, in := range c {
		switch {
		case in.Kind == argdown.Bold || in.Kind == argdown.Italic:
			s.WriteString(b.text(in.Inner))
		case in.Kind == argdown.Tag && remove:
		case in.Kind == argdown.Tag:
			s.WriteString(strings.TrimSpace(b.written(in)))
		default:
			s.WriteString(argdown.Content{in}.String())
		}
	}
	return s.String()
}

// written is a tag as it is written, which its name alone does not tell.
func (b *builder) written(in argdown.Inline) string {
	if f := b.model.Document.Source; f != nil {
		if s := f.Slice(in.Span); strings.HasPrefix(s, "#") {
			return s
		}
	}
	return argdown.Content{in}.String()
}
