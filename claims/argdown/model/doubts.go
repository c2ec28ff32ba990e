package model

import (
	"fmt"

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
	for _, c := range b.model.Classes {
		if c.Canonical() == nil && len(c.Members) > 0 {
			b.missing("statement", "["+c.Title+"]", c.Members[0].Statement.Title.Span, near(c.Title, classes, "[%s]"))
		}
	}
	for _, a := range b.model.Arguments {
		if a.Canonical() == nil && len(a.Lines) == 0 && len(a.Descriptions) > 0 {
			b.missing("argument", "<"+a.Title+">", a.Descriptions[0].Argument.Title.Span, near(a.Title, arguments, "<%s>"))
		}
	}
	for _, m := range b.mentions {
		if m.Kind == argdown.StatementMention && b.classes[m.Text] == nil {
			b.missing("statement", "["+m.Text+"]", m.Span, near(m.Text, classes, "[%s]"))
		}
		if m.Kind == argdown.ArgumentMention && b.arguments[m.Text] == nil {
			b.missing("argument", "<"+m.Text+">", m.Span, near(m.Text, arguments, "<%s>"))
		}
	}
}

// near is the defined title that was probably meant, or "".
func near(title string, defined []string, form string) string {
	if s := source.Suggest(title, defined); s != "" {
		return fmt.Sprintf(form, s)
	}
	return ""
}

// missing says that a title is never defined: loudly where it looks like a slip, for
// a title alone is a box of a map as well.
func (b *builder) missing(what, title string, at source.Span, near string) {
	d := source.Diagnostic{
		Severity: source.Info, Code: "undefined-title", Span: at,
		Message: "the " + what + " " + title + " is never defined: it has a title and no text",
		Hint:    "write what it says somewhere: " + title + ": …",
	}
	if near != "" {
		d.Severity, d.Hint = source.Warning, "did you mean "+near+"?"
	}
	b.say(d)
}

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
	reason := ""
	for _, e := range []End{r.To, r.From} {
		if v.kept(e) {
			return
		}
		if !v.has(r, e) || reason == "" && e.Class != nil && !v.hasClass[e.Class] {
			reason = v.absent(r, e)
		}
	}
	if reason == "" {
		return
	}
	v.say(source.Diagnostic{
		Severity: source.Warning, Code: "relation-not-shown", Span: r.Occurrences[0].Span,
		Message: "the map does not show this relation: " + reason,
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
func (v *view) absent(r *Relation, e End) string {
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

// leftOut says which elements the map leaves out because nothing joins them to it.
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
		v.isolated(fmt.Sprintf("this statement, as %d others without a title,", n-1), prose[0])
	}
}

func (v *view) isolated(what string, at source.Span) {
	v.say(source.Diagnostic{
		Severity: source.Info, Code: "left-out", Span: at,
		Message: what + " is not in the map, for nothing is related to it",
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
