package export

import (
	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// roleNames are Argdown's words for what a statement does.
var roleNames = map[model.Role]string{
	model.Premise: "premise", model.Intermediary: "intermediary-conclusion", model.Conclusion: "main-conclusion",
}

func (e *exporter) argument(a *model.Argument) object {
	members, lines := []any{}, []any{}
	for _, d := range a.Descriptions {
		members = append(members, e.description(d))
	}
	for _, l := range a.Lines {
		lines = append(lines, e.member(l))
	}
	o := object{{"type", "argument"}, {"relations", e.relations(a.Relations)}, {"members", members}, {"pcs", lines}, {"title", a.Title}}
	o.list("tags", a.Tags)
	o.data(a.Data)
	e.addSection(&o, a.Section)
	if r := a.Reconstruction; r != nil && len(r.Lines) > 0 {
		e.addPlace(&o, e.lines.indented(r.Span.Start), e.end(r))
	}
	o.add("fontColor", e.fontColor("argumentFontColor"))
	o.text("color", a.Color)
	return o
}

// addSection says where an argument or a class is. One that a new grouping leaves out
// is nowhere.
func (e *exporter) addSection(o *object, s *model.Section) {
	group, _ := e.m.Settings["group"].(model.Data)
	switch regrouped, _ := group["regroup"].([]any); {
	case s != nil:
		o.add("section", s.ID)
	case len(regrouped) > 0:
		o.add("section", nil)
	}
}

func (e *exporter) addPlace(o *object, start, end int) {
	from, to := e.lines.position(start), e.lines.last(end)
	*o = append(*o, field{"startLine", from.line}, field{"startColumn", from.column}, field{"endLine", to.line}, field{"endColumn", to.column})
}

func (e *exporter) description(d *model.Description) object {
	r := e.read(d.Argument)
	o := object{{"type", "statement"}, {"role", "argument-description"}, {"text", r.text}}
	e.addPlace(&o, d.Argument.Span.Start, e.end(d.Argument))
	o.add("isTopLevel", e.top[d.Argument])
	if d.Section != nil {
		o.add("section", d.Section.ID)
	}
	o.add("title", d.Argument.Title.Value)
	if d.Argument.Form == argdown.Reference {
		o.add("isReference", true)
	}
	o.inline(r, d.Argument.Content)
	o.data(d.Data)
	if len(d.Lines) > 0 {
		lines := []any{}
		for _, l := range d.Lines {
			lines = append(lines, e.member(l))
		}
		o.add("pcs", lines)
	}
	return o
}

// member is an occurrence of a statement.
func (e *exporter) member(m *model.Member) object {
	s, r := m.Statement, e.read(m.Statement)
	o := object{{"type", "statement"}}
	switch {
	case m.Role != model.NoRole:
	case m.TopLevel:
		o = append(o, field{"role", "top-level-statement"}, field{"isTopLevel", true})
	case e.related[s]:
		o.add("role", "relation-statement")
	}
	if s.Form != argdown.Anonymous {
		o.add("title", m.Class.Title)
	}
	if s.Form == argdown.Reference {
		o.add("isReference", true)
	}
	if r.said {
		o.add("text", r.text)
	}
	o.inline(r, s.Content)
	e.addPlace(&o, s.Span.Start, e.end(s))
	o.data(m.Data)
	if s.Form == argdown.Anonymous {
		o.add("title", m.Class.Title)
	}
	if m.Section != nil {
		o.add("section", m.Section.ID)
	}
	if m.Role != model.NoRole {
		o = append(o, field{"role", roleNames[m.Role]}, field{"argumentTitle", m.Argument.Title})
	}
	if m.Inference != nil {
		o.add("inference", e.inference(m.Inference))
	}
	return o
}

func (e *exporter) inference(in *model.Inference) object {
	rules := []any{}
	for _, rule := range in.Inference.Rules {
		rules = append(rules, e.rule(rule.Span))
	}
	o := object{{"type", "inference"}, {"relations", e.relations(in.Relations)}, {"inferenceRules", rules}}
	e.addPlace(&o, e.lines.indented(in.Inference.Span.Start), e.inferenceEnd(in.Inference))
	o.data(in.Data)
	o.add("conclusionIndex", e.index(in))
	o.add("argumentTitle", in.Argument.Title)
	return o
}

// rule is the name of a rule of inference.
func (e *exporter) rule(at source.Span) string {
	t := &text{exporter: e}
	t.plain(at.Start, at.End)
	return trim(t.String())
}

func (e *exporter) class(c *model.Class) object {
	members := []any{}
	roles := map[model.Role]bool{}
	top, related := false, false
	for _, m := range c.Members {
		members = append(members, e.member(m))
		if m.Role != model.NoRole {
			roles[e.roles[m.Statement]] = true
			continue
		}
		top, related = top || m.TopLevel, related || e.related[m.Statement]
	}
	o := object{{"type", "equivalence-class"}, {"title", c.Title}, {"relations", e.relations(c.Relations)}, {"members", members}}
	o.list("tags", c.Tags)
	o.data(c.Data)
	e.addSection(&o, c.Section)
	flag := func(key string, is bool) {
		if is {
			o.add(key, true)
		}
	}
	flag("isUsedAsTopLevelStatement", top)
	flag("isUsedAsRelationStatement", related)
	flag("isUsedAsPremise", roles[model.Premise])
	if roles[model.Intermediary] || roles[model.Conclusion] {
		o.add("isUsedAsIntermediaryConclusion", roles[model.Intermediary])
	}
	flag("isUsedAsMainConclusion", roles[model.Conclusion])
	o.add("fontColor", e.fontColor("statementFontColor"))
	o.text("color", c.Color)
	return o
}

func (e *exporter) relations(list []*model.Relation) []any {
	all := []any{}
	for _, r := range list {
		all = e.appendRelation(all, r)
	}
	return all
}

// appendRelation adds a relation, unless it is with a step of a reconstruction that is
// nobody's.
func (e *exporter) appendRelation(list []any, r *model.Relation) []any {
	for _, end := range []model.End{r.From, r.To} {
		if end.Inference != nil && end.Inference.Argument == nil {
			return list
		}
	}
	o := object{{"type", "relation"}, {"relationType", r.Type.String()}, {"from", r.From.Title()}, {"fromType", endType(r.From)},
		{"to", r.To.Title()}, {"toType", endType(r.To)}}
	if r.To.Inference != nil {
		o.add("conclusionIndex", e.index(r.To.Inference))
	}
	return append(list, o)
}

func endType(e model.End) string {
	switch {
	case e.Class != nil:
		return "equivalence-class"
	case e.Argument != nil:
		return "argument"
	}
	return "inference"
}
