package model

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

// doubts says what is probably not what the author meant.
func (b *builder) doubts(v *view) {
	b.undefined()
	for _, r := range b.model.Relations {
		b.undercut(r)
		v.unshown(r)
	}
	v.leftOut()
	settings := b.model.Settings
	b.choice(settings.object("model"), "mode", []string{"loose", "strict"})
	b.choice(settings.object("map"), "statementLabelMode", labels)
	b.choice(settings.object("map"), "argumentLabelMode", labels)
	if v.crowded {
		b.say(source.Diagnostic{
			Severity: source.Warning, Code: "too-many-edges",
			Message: fmt.Sprintf("the map has more than %d edges and does not show them all", maxEdges),
			Hint:    "select a part of the document: selection: {selectedSections: [Title]}",
		})
	}
}

// choice is what the front matter chooses, or the first option where it says nothing
// or nothing known.
func (b *builder) choice(settings Data, key string, options []string) string {
	name := settings.text(key, options[0])
	if slices.Contains(options, name) {
		return name
	}
	front := b.model.Document.Frontmatter
	d := source.Diagnostic{
		Code: "unknown-setting", Span: front.Span,
		Message: key + " cannot be " + name,
		Hint:    "it is one of " + strings.Join(options, ", "),
	}
	if near := source.Suggest(name, options); near != "" {
		d.Hint = "did you mean " + near + "?"
	}
	if i := strings.Index(front.YAML, key); i >= 0 && front.Inside.End > 0 {
		line, _, _ := strings.Cut(front.YAML[i:], "\n")
		d.Span.Start = front.Inside.Start + i
		d.Span.End = d.Span.Start + len(strings.TrimRight(line, "\r"))
	}
	b.say(d)
	return options[0]
}

// undefined says which titles are used and never defined.
func (b *builder) undefined() {
	var classes, arguments []string // defined titles
	for _, c := range b.model.Classes {
		if c.Canonical() != nil {
			classes = append(classes, c.Title)
		}
	}
	for _, a := range b.model.Arguments {
		if a.Canonical() != nil || len(a.Lines) > 0 {
			arguments = append(arguments, a.Title)
		}
	}
	statements := titles{b: b, what: "statement", brackets: "[]", defined: classes, left: maxCompared}
	for _, c := range b.model.Classes {
		if c.Canonical() == nil && len(c.Members) > 0 {
			statements.say(c.Title, "has a title and no text", c.Members[0].Statement.Title.Span)
		}
	}
	described := titles{b: b, what: "argument", brackets: "<>", defined: arguments, left: maxCompared}
	for _, a := range b.model.Arguments {
		if a.Canonical() == nil && len(a.Lines) == 0 && len(a.Descriptions) > 0 {
			described.say(a.Title, "has a title and no text", a.Descriptions[0].Argument.Title.Span)
		}
	}
	for _, m := range b.mentions {
		if m.Kind == argdown.StatementMention && b.classes[m.Text] == nil {
			statements.say(m.Text, "is mentioned here and stands nowhere", m.Span)
		}
		if m.Kind == argdown.ArgumentMention && b.arguments[m.Text] == nil {
			described.say(m.Text, "is mentioned here and stands nowhere", m.Span)
		}
	}
}

// maxCompared bounds the search for the titles that were meant, in comparisons.
const maxCompared = 200_000

// titles are those of statements, or of arguments.
type titles struct {
	b              *builder
	what, brackets string
	defined        []string
	left           int // comparisons
}

// say says that a title is never defined: loudly where it looks like a slip, for a
// title alone is a box of a map as well.
func (t *titles) say(title, lack string, at source.Span) {
	full := t.in(title)
	d := source.Diagnostic{
		Severity: source.Info, Code: "undefined-title", Span: at,
		Message: "the " + t.what + " " + full + " " + lack,
		Hint:    "write what it says somewhere: " + full + ": …",
	}
	if t.left -= len(t.defined); t.left >= 0 {
		if near := source.Suggest(title, t.defined); near != "" {
			d.Severity, d.Hint = source.Warning, "did you mean "+t.in(near)+"?"
		}
	}
	t.b.say(d)
}

// in is a title in its brackets.
func (t *titles) in(title string) string { return t.brackets[:1] + title + t.brackets[1:] }

// undercut says what is odd about an undercut of a statement: there is no step in it
// to hit.
func (b *builder) undercut(r *Relation) {
	if r.Type != Undercut || len(r.Occurrences) == 0 {
		return
	}
	d := source.Diagnostic{
		Severity: source.Warning, Code: "undercut-of-statement", Span: r.Occurrences[0].Span,
		Hint: "an undercut (_) hits a step: put it below the line of an inference or below an argument; to deny a statement, use -",
	}
	switch meant := b.misled[r]; {
	case r.To.Class != nil:
		d.Message = "this undercuts the statement [" + r.To.Class.Title + "], which is no step from premises to a conclusion"
	case meant != nil && r.To.Inference != nil && !concludes(r.To.Inference, meant):
		d.Message = "this stands below the statement [" + meant.Title + "], but hits the last step before it, in <" + r.To.Title() + ">"
	default:
		return
	}
	b.say(d)
}

// concludes tells whether a step leads to a class.
func concludes(in *Inference, c *Class) bool {
	for _, m := range c.Members {
		if m.Inference == in {
			return true
		}
	}
	return false
}

// unshown says why the map does not show a relation, unless the author keeps one of
// its ends out.
func (v *view) unshown(r *Relation) {
	if v.shown[r] || len(r.Occurrences) == 0 {
		return
	}
	if v.kept(r.From) || v.kept(r.To) {
		return
	}
	var missing []End
	for _, e := range []End{r.To, r.From} {
		switch {
		case v.has(r, e):
		case e.Class != nil: // a cause, where an argument left out may be an effect
			missing = append([]End{e}, missing...)
		default:
			missing = append(missing, e)
		}
	}
	if len(missing) == 0 {
		return
	}
	v.say(source.Diagnostic{
		Severity: source.Warning, Code: "relation-not-shown", Span: r.Occurrences[0].Span,
		Message: "the map does not show this relation: " + absent(r, missing[0]),
		Hint:    "{isInMap: true} behind a statement or an argument puts it in the map",
	})
}

// kept tells whether the author keeps an end out of the map.
func (v *view) kept(e End) bool {
	switch {
	case e.Class != nil:
		return v.barred[e]
	case e.Inference != nil:
		return v.barred[End{Argument: e.Inference.Argument}]
	}
	return v.barred[e]
}

// absent says why an end of a relation is not in the map.
func absent(r *Relation, e End) string {
	if e.Class == nil {
		return "<" + e.Title() + "> is not in it"
	}
	what := "[" + e.Class.Title + "] is not in it"
	roles := e.Class.Roles()
	switch {
	case len(roles) == 0:
		return what
	case len(roles) == 1 && roles[0] == Intermediary:
		return what + ", for it is a conclusion on the way to another"
	case part(r, e) == Premise:
		return what + ", nor an argument that rests on it"
	default:
		return what + ", nor an argument for it"
	}
}

// leftOut says which elements Argdown's map leaves out because nothing joins them to it.
func (v *view) leftOut() {
	var prose []source.Span
	for _, e := range v.alone {
		switch {
		case e.Argument != nil:
			v.isolated("the argument <"+e.Argument.Title+">", e.Argument.place())
		case e.Class.Members[0].Statement.Form != argdown.Anonymous:
			v.isolated("the statement ["+e.Class.Title+"]", e.Class.Members[0].Statement.Span)
		default:
			prose = append(prose, e.Class.Members[0].Statement.Span)
		}
	}
	switch n := len(prose); n {
	case 0:
	case 1:
		v.isolated("this statement", prose[0])
	default:
		v.isolated(fmt.Sprintf("this statement and %d more without a title", n-1), prose[0])
	}
}

func (v *view) isolated(what string, at source.Span) {
	v.say(source.Diagnostic{
		Severity: source.Info, Code: "left-out", Span: at,
		Message: "Argdown's map leaves out " + what + ": nothing is related to it",
		Hint:    "relate it to another, or write selection: {excludeDisconnected: false} in the front matter",
	})
}

// place is where the argument first stands.
func (a *Argument) place() source.Span {
	if len(a.Descriptions) > 0 {
		return a.Descriptions[0].Argument.Span
	}
	if a.Reconstruction != nil {
		return a.Reconstruction.Span
	}
	return source.Span{}
}
