// Package export writes what an Argdown document means as Argdown's own tools do, for
// programs that read what those write.
//
// JSON is the format of Argdown's export-json after build-map, transform-closed-groups
// and colorize (https://argdown.org/guide/argdown-api, @argdown/core 1.7.5), with its
// slips: an edge that follows from one argument's conclusion being another's premise is
// numbered like a node, and a step of an exploded argument is named after the whole.
// The tests compare it with that core's. What differs is meant to:
//
//   - an address in running text, and underscores and shortcodes inside words, stay text,
//     for argmap reads them so (see argdown.Parse). A comment in a last line without a line
//     break is no text;
//   - a node of the map without a text has an empty labelText and not none, which
//     arguebuf (https://github.com/recap-utr/arguebuf-python) could not load;
//   - dates in data stay as written, where Argdown makes them points in time;
//   - keys of data and of objects named by titles are in an order of their own, which
//     no reader of JSON may rely on: of data the alphabet's, of titles the document's.
//
// Groups have no labelText, as Argdown's have none, so that arguebuf stops at them: it
// loads documents without groups (in the front matter, group: {groupDepth: 0}).
//
// A document that Argdown refuses is written as far as it is understood.
package export

import (
	"slices"
	"strings"
	"unicode"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
)

// JSON is the model in Argdown's format, map included.
func JSON(m *model.Model) []byte {
	e := newExporter(m)
	var arguments, statements, tags object
	relations, sections := []any{}, []any{}
	for _, a := range m.Arguments {
		arguments.add(a.Title, e.argument(a))
	}
	for _, c := range m.Classes {
		statements.add(c.Title, e.class(c))
	}
	for _, r := range m.Relations {
		relations = e.appendRelation(relations, r)
	}
	for _, s := range m.Sections {
		sections = append(sections, e.section(s))
	}
	for i, t := range m.Tags {
		tags.add(t.Name, e.tag(t, i))
	}
	return encode(object{
		{"arguments", arguments}, {"statements", statements}, {"relations", relations},
		{"map", e.mapOf(m.Map)}, {"sections", sections}, {"tags", tags},
	})
}

// exporter knows of a document what its model does not say.
type exporter struct {
	m        *model.Model
	lines    lines
	comments map[int]int // where each ends, by where it starts

	top      map[argdown.Block]bool // paragraphs
	related  map[argdown.Block]bool // members of relations
	roles    map[*argdown.Statement]model.Role
	indexes  map[*model.Inference]int  // among the lines of its argument
	sections map[string]*model.Section // of several with one ID, the last one alone has colours
	readings map[argdown.Block]reading
}

func newExporter(m *model.Model) *exporter {
	e := &exporter{
		m: m, lines: newLines(m.Document.Source.Text), comments: map[int]int{},
		top: map[argdown.Block]bool{}, related: map[argdown.Block]bool{}, roles: map[*argdown.Statement]model.Role{},
		indexes: map[*model.Inference]int{}, sections: map[string]*model.Section{}, readings: map[argdown.Block]reading{},
	}
	e.number(m.Sections)
	for _, c := range m.Document.Comments {
		e.comments[c.Span.Start] = c.Span.End
	}
	for _, b := range m.Document.Blocks {
		e.top[b] = true
		e.walk(b)
	}
	return e
}

func (e *exporter) number(list []*model.Section) {
	for _, s := range list {
		e.sections[s.ID] = s
		e.number(s.Children)
	}
}

// walk notes what stands in relations and in reconstructions.
func (e *exporter) walk(b argdown.Block) {
	switch b := b.(type) {
	case *argdown.Statement:
		e.below(b.Relations)
	case *argdown.Argument:
		e.below(b.Relations)
	case *argdown.List:
		for _, item := range b.Items {
			e.walk(item)
		}
	case *argdown.Reconstruction:
		for i, line := range b.Lines {
			switch {
			case line.Inference == nil:
				e.roles[line.Statement] = model.Premise
			case i < len(b.Lines)-1:
				e.roles[line.Statement] = model.Intermediary
			default:
				e.roles[line.Statement] = model.Conclusion
			}
			if line.Inference != nil {
				e.below(line.Inference.Relations)
			}
			e.walk(line.Statement)
		}
	}
}

func (e *exporter) below(list []*argdown.Relation) {
	for _, r := range list {
		e.related[r.Member] = true
		e.walk(r.Member)
	}
}

// index is that of a step's conclusion among the lines of its argument.
func (e *exporter) index(in *model.Inference) int {
	if _, known := e.indexes[in]; !known && in.Argument != nil {
		for i, l := range in.Argument.Lines {
			if l.Inference != nil && l.Inference.Argument == in.Argument {
				e.indexes[l.Inference] = i
			}
		}
	}
	return e.indexes[in]
}

// fontColor is what the front matter says of a kind of text, or black.
func (e *exporter) fontColor(key string) any {
	colours, _ := e.m.Settings["color"].(model.Data)
	if c := colours[key]; c != nil {
		return c
	}
	return "#000000"
}

func (e *exporter) tag(t *model.Tag, index int) object {
	o := object{{"tag", t.Name}, {"cssClass", className("tag-" + t.Name)}, {"occurrenceIndex", index}}
	colours, _ := e.m.Settings["color"].(model.Data)
	own, _ := colours["tagColors"].(model.Data)
	if d, ok := own[t.Name].(model.Data); ok {
		if p, said := d["priority"]; said {
			o.add("priority", p)
		}
	}
	o.text("color", t.Color)
	return o
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// className is a text as a name in a style sheet.
func className(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
			return r
		case unicode.IsSpace(r):
			return '-'
		}
		return -1
	}, umlauts.Replace(strings.ToLower(s)))
}

func (e *exporter) section(s *model.Section) object {
	children := []any{}
	for _, child := range s.Children {
		children = append(children, e.section(child))
	}
	o := object{{"type", "section"}, {"id", s.ID}, {"level", s.Level}, {"title", s.Title}, {"children", children}}
	o.list("tags", s.Tags)
	if s.Heading != nil {
		r := e.read(s.Heading)
		at := e.lines.position(s.Heading.Span.Start)
		o[3].value = trim(r.text)
		o = append(o, field{"ranges", r.list()}, field{"startLine", at.line}, field{"startColumn", at.column})
		o.data(s.Data)
	}
	if closed, said := e.closed(s); said {
		o.add("isClosed", closed)
	}
	if s.Parent != nil {
		o.add("parent", s.Parent.ID)
	}
	if s.Heading != nil {
		o = append(o, e.sectionEnd(s.Heading)...)
	}
	o.add("isGroup", s.IsGroup)
	if e.sections[s.ID] == s {
		o.add("fontColor", e.fontColor("groupFontColor"))
		o.text("color", s.Color)
	}
	return o
}

// closed tells whether a section is closed, and whether anything says so or not.
func (e *exporter) closed(s *model.Section) (closed, said bool) {
	if s.Config != nil {
		_, said = s.Config["isClosed"]
		return s.IsClosed, said
	}
	group, _ := e.m.Settings["group"].(model.Data)
	ignored, _ := group["ignoreIsClosed"].(bool)
	_, said = s.Data["isClosed"]
	return s.IsClosed, said && !ignored
}

// sectionEnd is where what a heading begins ends: on the line before the next one of
// its level, or with the document.
func (e *exporter) sectionEnd(h *argdown.Heading) object {
	blocks := e.m.Document.Blocks
	for _, b := range blocks[slices.Index(blocks, argdown.Block(h))+1:] {
		if next, ok := b.(*argdown.Heading); ok && next.Level <= h.Level {
			return object{{"endOffset", nil}, {"endLine", e.lines.position(next.Span.Start).line - 1}, {"endColumn", 0}}
		}
	}
	at := e.lines.last(e.end(blocks[len(blocks)-1]))
	return object{{"endLine", at.line}, {"endColumn", at.column}}
}
