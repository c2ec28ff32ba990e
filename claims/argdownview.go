package claims

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// Codes of what is said about the parts of an Argdown document that argmap does not
// show or follow.
const (
	codeExcluded = "kept-out"       // the document keeps something out of its map
	codeSettings = "unused-setting" // of the front matter
	codeData     = "unused-data"    // of statements, arguments, inferences, headings
)

// boxes declares what Argdown draws instead of what it says: a claim for every box of
// its map, and for every arrow an argument of one premise.
func (r *argdownReader) boxes() {
	thesis := r.head()
	made := map[model.Point]*Claim{}
	for _, n := range r.m.Map.Nodes {
		if !n.Hidden {
			made[model.Point{Node: n}] = r.box(n)
		}
	}
	var closed func([]*model.Group)
	closed = func(groups []*model.Group) {
		for _, g := range groups {
			if !g.Closed {
				closed(g.Groups)
				continue
			}
			span := headingSpan(g.Section)
			c := &Claim{ID: Text{Value: r.id(g.Section.Title), Span: span}, Span: span,
				Text: Text{Value: g.Section.Title + closedMark(len(g.Descendants())), Span: span}}
			if g.Parent != nil {
				c.Group = Text{Value: g.Parent.Section.Title, Span: span}
			}
			made[model.Point{Group: g}] = c
			r.file.Claims = append(r.file.Claims, c)
		}
	}
	closed(r.m.Map.Groups)
	for _, e := range r.m.Map.Edges {
		r.arrow(e, made[e.From], made[e.To])
	}
	for _, n := range r.m.Map.Nodes {
		if n.Class != nil && n.Class.Title == thesis {
			r.file.Thesis = made[model.Point{Node: n}]
		}
	}
	if r.file.Thesis == nil {
		r.thesis()
	}
}

// box declares what a box shows: its title in front of its text.
func (r *argdownReader) box(n *model.Node) *Claim {
	span := r.place(n)
	c := &Claim{ID: Text{Value: r.id(n.Title()), Span: span}, Span: span, Tags: texts(n.Tags, span)}
	title, text := n.LabelTitle, ""
	if n.LabelText != "" {
		text = withoutTags(boxContent(n))
	}
	switch {
	case title == "" && text == "":
		title = n.Title()
	case text == "":
	case title != "":
		c.Label = Text{Value: title, Span: span}
		title += ": "
	}
	c.Text = Text{Value: title + text, Span: span}
	if n.Group != nil {
		c.Group = Text{Value: n.Group.Section.Title, Span: span}
	}
	r.file.Claims = append(r.file.Claims, c)
	return c
}

// boxContent is the text that a box shows.
func boxContent(n *model.Node) argdown.Content {
	if n.Class != nil {
		return n.Class.Canonical().Statement.Content
	}
	return n.Argument.Canonical().Argument.Content
}

// place is where the text of a box was written.
func (r *argdownReader) place(n *model.Node) source.Span {
	switch {
	case n.Class != nil && n.Class.Canonical() != nil:
		return n.Class.Canonical().Statement.Span
	case n.Class != nil:
		return n.Class.Members[0].Statement.Span
	case n.Argument.Canonical() != nil:
		return n.Argument.Canonical().Argument.Span
	case len(n.Argument.Descriptions) > 0:
		return n.Argument.Descriptions[0].Argument.Span
	}
	return n.Argument.Reconstruction.Span
}

func closedMark(boxes int) string {
	if boxes == 1 {
		return " (closed: 1 box)"
	}
	return fmt.Sprintf(" (closed: %d boxes)", boxes)
}

func headingSpan(s *model.Section) source.Span {
	if s.Heading != nil {
		return s.Heading.Span
	}
	return source.Span{}
}

// arrow declares an arrow between two boxes.
func (r *argdownReader) arrow(e *model.Edge, from, to *Claim) {
	if from == nil || to == nil || from == to {
		return
	}
	a := &Argument{Kind: Attack, Premises: []Ref{{Claim: from, Span: from.Span}}, Target: Ref{Claim: to, Span: to.Span}, Span: from.Span}
	if e.Relation != nil && len(e.Relation.Occurrences) > 0 {
		a.Span = e.Relation.Occurrences[0].Span
	}
	switch e.Type {
	case model.Support, model.Entails:
		a.Kind = Support
	case model.Undercut:
		a.Label = Text{Value: "undercut", Span: a.Span}
	case model.Contrary, model.Contradictory: // what is written below attacks what is above
		a.Premises[0].Claim, a.Target.Claim = to, from
		a.Conflict = Text{Value: e.Type.String(), Span: a.Span}
	}
	r.file.Arguments = append(r.file.Arguments, a)
}

// exclude takes out what the document keeps out of its map, but for statements that
// an argument which is in it is made of.
func (r *argdownReader) exclude() {
	r.excluded = map[model.End]bool{}
	for _, e := range r.m.Excluded {
		r.excluded[e] = true
	}
	for _, a := range r.m.Arguments {
		for _, l := range a.Lines {
			if !r.excluded[model.End{Argument: a}] {
				delete(r.excluded, model.End{Class: l.Class})
			}
		}
	}
	if n := len(r.excluded); n > 0 {
		d := source.Diagnostic{Severity: source.Info, Code: codeExcluded, File: r.file.Source, Message: fmt.Sprintf("the map leaves out %d statements and arguments, as the document asks", n),
			Hint: "isInMap, and selection in the front matter, say what is in it"}
		if n == 1 {
			d.Message = "the map leaves out a statement or argument, as the document asks"
		}
		r.diags = append(r.diags, d)
	}
}

// What argmap reads of a document's front matter and data, where the same key of
// Argdown's would not be passed over.
var (
	readSettings = []string{"title", "model", "selection", "group", argdownOwn}
	readData     = []string{"isInMap", "isInGroup", "isGroup", "isClosed", "isCanonical", "uses", "from", "source", "sources", "reference",
		"id", "label", "evidence", "note", "tags", "step", "group", "implicit", "scheme", "strength", "conflict", "answers", argdownNamed, argdownPlace, argdownOwn}
	instead = map[string]string{
		"color": "--palette picks colors, which say for and against", "dot": "--direction, --fit and --width say how the map is laid out",
		"map": "--view compact follows it", "images": "boxes hold text alone",
	}
)

// unread says once which settings and which data are not followed.
func (r *argdownReader) unread(how Reading) {
	known := readSettings
	if how.Compact {
		known = append(slices.Clone(known), "map")
	}
	var keys, hints []string
	for _, key := range r.m.Settings.Keys() {
		if !slices.Contains(known, key) {
			keys = append(keys, key)
			if instead[key] != "" {
				hints = append(hints, instead[key])
			}
		}
	}
	if keys != nil {
		r.diags = append(r.diags, source.Diagnostic{Severity: source.Info, Code: codeSettings, File: r.file.Source, Span: r.m.Document.Frontmatter.Span,
			Message: "argmap does not follow these settings of the front matter: " + strings.Join(keys, ", "), Hint: strings.Join(hints, "; ")})
	}
	r.unreadData()
}

func (r *argdownReader) unreadData() {
	var keys []string
	var first source.Span
	see := func(d model.Data, at source.Span) {
		for _, key := range d.Keys() {
			if slices.Contains(readData, key) || slices.Contains(keys, key) {
				continue
			}
			if keys == nil {
				first = at
			}
			keys = append(keys, key)
		}
	}
	for _, c := range r.m.Classes {
		for _, m := range c.Members {
			see(m.Data, m.Statement.Span)
			if m.Inference != nil {
				see(m.Inference.Data, m.Inference.Inference.Span)
			}
		}
	}
	for _, a := range r.m.Arguments {
		for _, d := range a.Descriptions {
			see(d.Data, d.Argument.Span)
		}
	}
	if keys != nil {
		r.diags = append(r.diags, source.Diagnostic{Severity: source.Info, Code: codeData, File: r.file.Source, Span: first,
			Message: "argmap makes nothing of these data: " + strings.Join(keys, ", "), Hint: "they stay in the document and are not drawn or converted"})
	}
}
