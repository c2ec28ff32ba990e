package claims

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// Argdown documents are read by their meaning (package model): statements of one
// title are one claim; a reconstruction is an argument for each of its steps, with
// its premises linked; an argument that is only sketched is one premise.
var argdownFormat = &Format{Name: "argdown", Title: "Argdown document", Exts: []string{".argdown", ".ad", ".adown", ".argdn"}, Use: "debates as indented text", parse: parseArgdown, readings: true, include: includeArgdown, tidy: tidyArgdown, print: printArgdown, comments: argdown.CountComments}

func parseArgdown(src *source.File, how Reading) (*File, source.Diagnostics) {
	parse := argdown.Parse
	if how.Compat {
		parse = argdown.ParseCompat
	}
	doc, diags := parse(src)
	m, more := model.Build(doc)
	r := &argdownReader{m: m, file: &File{Source: src, model: m}, classes: map[*model.Class]*Claim{}, sketches: map[*model.Argument]*Claim{},
		steps: map[*model.Inference]*Argument{}, bears: map[*model.Argument]*Argument{}, ids: map[string]bool{}, hinges: map[*model.Class]*model.Relation{}, places: map[*Argument]int{}}
	if how.Compact {
		r.boxes()
	} else {
		if how.Selected {
			r.exclude()
		}
		r.read()
	}
	if len(r.file.Claims) == 0 {
		d := source.Diagnostic{Severity: source.Error, Code: CodeEmptyFile, File: src, Message: "the document holds no statement and no argument"}
		if how.Compact && len(m.Classes)+len(m.Arguments) > 0 {
			d.Message, d.Hint = "Argdown's map of this document is empty: nothing in it is related to anything", "leave out --view compact to draw what it says"
		}
		diags = append(diags, d)
	}
	r.unread(how)
	return r.file, slices.Concat(diags, more, r.diags)
}

func tidyArgdown(src *source.File) (string, source.Diagnostics) { return argdown.Tidy(src), nil }

type argdownReader struct {
	m        *model.Model
	file     *File
	classes  map[*model.Class]*Claim
	sketches map[*model.Argument]*Claim     // the one premise of an argument without a reconstruction
	steps    map[*model.Inference]*Argument // of reconstructions
	bears    map[*model.Argument]*Argument  // the first step of a sketch, or the last of a reconstruction
	ids      map[string]bool
	hinges   map[*model.Class]*model.Relation // conclusions that only lead to what the relation bears on
	later    []func()
	excluded map[model.End]bool // not to be read
	places   map[*Argument]int  // among the arguments about its target, as argmap has written them; from 1
	own      bool               // argmap has written the document
	diags    source.Diagnostics
}

func (r *argdownReader) read() {
	thesis := r.head()
	r.findHinges()
	for _, c := range r.m.Classes {
		if r.hinges[c] == nil && !r.excluded[model.End{Class: c}] {
			r.class(c)
		}
	}
	for _, a := range r.m.Arguments {
		switch {
		case r.excluded[model.End{Argument: a}]:
		case a.Reconstruction == nil:
			r.sketch(a)
		default:
			r.reconstruction(a)
		}
	}
	for _, resolve := range r.later {
		resolve()
	}
	for _, rel := range r.m.Relations { // sketches that bear on something first: others bear on their steps
		if rel.From.Argument != nil && rel.To.Inference == nil && rel.To.Argument == nil {
			r.relation(rel)
		}
	}
	for _, rel := range r.m.Relations {
		if rel.From.Argument == nil || rel.To.Inference != nil || rel.To.Argument != nil {
			r.relation(rel)
		}
	}
	for c, claim := range r.classes {
		if c.Title == thesis {
			r.file.Thesis = claim
		}
	}
	if r.file.Thesis == nil {
		r.thesis()
	}
	r.order()
}

// class declares the claim of a class.
func (r *argdownReader) class(c *model.Class) {
	at := c.Canonical()
	if at == nil {
		at = c.Members[0]
	}
	span := at.Statement.Span
	claim := &Claim{Span: span, Text: Text{Value: plainText(at), Span: span}, Tags: texts(c.Tags, span), Group: group(c.Section, span)}
	if titled := !strings.HasPrefix(c.Title, "Untitled ") || at.Statement.Form != argdown.Anonymous; titled {
		claim.ID, claim.Label = r.names(c.Title, c.Data, at.Statement.Title.Span)
		if claim.Text.Value == "" {
			claim.Text.Value, claim.Label = c.Title, Text{}
		}
	} else {
		claim.ID, claim.Label = dataText(c.Data, "id", span), dataText(c.Data, "label", span)
	}
	claim.details(c.Data, span)
	for _, m := range c.Members {
		claim.Evidence = append(claim.Evidence, evidenceOf(m.Statement.Content, m.Data, m.Statement.Span)...)
	}
	r.classes[c] = claim
	r.file.Claims = append(r.file.Claims, claim)
}

// plainText is what a statement says, without its tags, which stand beside it.
func plainText(m *model.Member) string { return withoutTags(m.Statement.Content) }

func withoutTags(c argdown.Content) string {
	var b strings.Builder
	for _, in := range c {
		switch in.Kind {
		case argdown.Tag:
			continue
		case argdown.Bold, argdown.Italic:
			b.WriteString(withoutTags(in.Inner))
		default:
			b.WriteString(in.Text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// id makes an id of a title: its letters and digits, the rest hyphens.
func (r *argdownReader) id(title string) string {
	id := strings.Trim(strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_' {
			return unicode.ToLower(c)
		}
		return '-'
	}, title), "-")
	for strings.Contains(id, "--") {
		id = strings.ReplaceAll(id, "--", "-")
	}
	if id == "" {
		id = "claim"
	}
	unique := id
	for n := 2; r.ids[unique]; n++ {
		unique = fmt.Sprintf("%s-%d", id, n)
	}
	r.ids[unique] = true
	return unique
}

func texts(words []string, at source.Span) []Text {
	var list []Text
	for _, w := range words {
		list = append(list, Text{Value: w, Span: at})
	}
	return list
}

// group is the title of the innermost section that a map draws a box around.
func group(s *model.Section, at source.Span) Text {
	for ; s != nil; s = s.Parent {
		if s.IsGroup {
			return Text{Value: s.Title, Span: at}
		}
	}
	return Text{}
}

// evidenceOf makes evidence of the links in a text, and of what its data calls its
// source.
func evidenceOf(c argdown.Content, data model.Data, at source.Span) []*Evidence {
	var list []*Evidence
	var links func(argdown.Content)
	links = func(c argdown.Content) {
		for _, in := range c {
			if in.Kind == argdown.Link {
				list = append(list, &Evidence{URL: Text{Value: in.URL, Span: in.Span}, Note: Text{Value: in.Text, Span: in.Span}, Span: in.Span})
			}
			links(in.Inner)
		}
	}
	links(c)
	for _, key := range []string{"source", "sources", "reference"} {
		values, ok := data[key].([]any)
		if !ok {
			values = []any{data[key]}
		}
		for _, v := range values {
			switch v := v.(type) {
			case string, int, int64, float64:
				list = append(list, &Evidence{Note: Text{Value: fmt.Sprint(v), Span: at}, Span: at})
			}
		}
	}
	return list
}

// sketch declares what an argument without a reconstruction says as a claim.
func (r *argdownReader) sketch(a *model.Argument) {
	if len(a.Descriptions) == 0 {
		return
	}
	at := a.Canonical()
	if at == nil {
		at = a.Descriptions[0]
	}
	span := at.Argument.Span
	claim := &Claim{Span: span, ID: Text{Value: r.id(a.Title), Span: at.Argument.Title.Span}, Text: Text{Value: withoutTags(at.Argument.Content), Span: span},
		Tags: texts(a.Tags, span), Group: group(a.Section, span)}
	if claim.Text.Value == "" {
		claim.Text.Value = a.Title
	}
	for _, d := range a.Descriptions {
		claim.Evidence = append(claim.Evidence, evidenceOf(d.Argument.Content, d.Data, d.Argument.Span)...)
	}
	r.sketches[a] = claim
	r.file.Claims = append(r.file.Claims, claim)
}

// reconstruction declares an argument for each inference.
func (r *argdownReader) reconstruction(a *model.Argument) {
	var open []*model.Member // premises since the last inference, and the conclusion of that
	steps := 0
	for _, l := range a.Lines {
		if l.Inference != nil {
			steps++
		}
	}
	n := 0
	for _, l := range a.Lines {
		if l.Inference == nil {
			open = append(open, l)
			continue
		}
		n++
		span := l.Statement.Span
		arg := &Argument{Kind: Support, Span: l.Inference.Inference.Span, Target: Ref{Claim: r.classes[l.Class], Span: span},
			Scheme: Text{Value: strings.Join(l.Inference.Rules, ", "), Span: l.Inference.Inference.Span}, Tags: texts(a.Tags, span)}
		if arg.Scheme.Value == "" || r.own {
			arg.Scheme = Text{}
		}
		arg.details(a.Data, span)
		if n, err := strconv.Atoi(dataText(a.Data, argdownPlace, span).Value); err == nil {
			r.places[arg] = n
		}
		r.hinge(arg, l)
		if !strings.HasPrefix(a.Title, "Untitled ") {
			if id, label := r.names(a.Title, a.Data, span); r.own {
				arg.ID, arg.Label = id, label
			} else {
				arg.Label = Text{Value: a.Title, Span: span}
			}
			if steps > 1 {
				arg.Label.Value = fmt.Sprintf("%s (step %d)", a.Title, n)
			}
		}
		premises := r.used(a, l, open)
		for _, p := range premises {
			arg.Premises = append(arg.Premises, r.ref(r.classes[p.Class], p.Statement.Form, p.Statement.Span))
		}
		if len(arg.Premises) > 0 {
			r.file.Arguments = append(r.file.Arguments, arg)
			r.steps[l.Inference], r.bears[a] = arg, arg
		}
		open = []*model.Member{l}
	}
}

// hinge makes the argument bear on what its conclusion only leads to. An argument
// on a step finds it when all steps are declared.
func (r *argdownReader) hinge(arg *Argument, l *model.Member) {
	rel := r.hinges[l.Class]
	if rel == nil {
		return
	}
	if rel.Type == model.Attack || rel.Type == model.Undercut || rel.Type == model.Contrary {
		arg.Kind = Attack
	}
	if rel.To.Class != nil {
		arg.Target = Ref{Claim: r.classes[rel.To.Class], Span: arg.Span}
	} else {
		r.later = append(r.later, func() { arg.Target, _ = r.target(rel) })
	}
}

// ref is the use of a claim. In a document of argmap's own, a claim stands where its
// text does, and is named elsewhere; in others it stands at its first use.
func (r *argdownReader) ref(c *Claim, form argdown.Form, at source.Span) Ref {
	if r.own && form == argdown.Reference && !c.ID.IsZero() {
		return Ref{Name: c.ID, Span: at}
	}
	c.Nested = c.Nested || r.own
	return Ref{Claim: c, Span: at}
}

// used are the lines that an inference rests on: those that it lists, or else those
// above it since the last one.
func (r *argdownReader) used(a *model.Argument, to *model.Member, open []*model.Member) []*model.Member {
	listed := to.Uses()
	if listed == nil {
		return open
	}
	var list []*model.Member
	for _, n := range listed {
		for i, l := range a.Lines {
			if a.Reconstruction.Lines[i].Number.Value == fmt.Sprint(n) && l != to {
				list = append(list, l)
			}
		}
	}
	if list == nil {
		return open
	}
	return list
}

// relation declares an argument for a relation.
func (r *argdownReader) relation(rel *model.Relation) {
	arg := &Argument{Kind: Attack}
	if rel.Type == model.Support || rel.Type == model.Entails {
		arg.Kind = Support
	}
	if rel.From.Class != nil && r.hinges[rel.From.Class] != nil {
		return
	}
	if len(rel.Occurrences) > 0 {
		arg.Span = rel.Occurrences[0].Span
	}
	var from *Claim
	switch {
	case rel.Type == model.Contrary || rel.Type == model.Contradictory: // what is written below attacks what is above
		if rel.To.Class != nil && rel.From.Class != nil {
			rel = &model.Relation{Type: rel.Type, From: rel.To, To: rel.From, Occurrences: rel.Occurrences}
			from = r.classes[rel.From.Class]
		}
	case rel.From.Class != nil:
		from = r.classes[rel.From.Class]
	case rel.From.Argument != nil:
		if from = r.sketches[rel.From.Argument]; from == nil {
			if c := rel.From.Argument.Conclusion(); c != nil {
				from = r.classes[c.Class]
			}
		} else {
			arg.Label = Text{Value: rel.From.Argument.Title, Span: arg.Span}
			if r.bears[rel.From.Argument] == nil {
				r.bears[rel.From.Argument] = arg
			}
		}
	}
	target, ok := r.target(rel)
	if from == nil || !ok || target.Claim == from {
		return
	}
	form := argdown.Reference
	if len(rel.Occurrences) > 0 {
		if s, ok := rel.Occurrences[0].Member.(*argdown.Statement); ok {
			form = s.Form
		}
	}
	if (rel.Type == model.Contrary || rel.Type == model.Contradictory) && target.Claim != nil {
		arg.Conflict = Text{Value: rel.Type.String(), Span: arg.Span}
	}
	arg.Premises = []Ref{r.ref(from, form, arg.Span)}
	arg.Target = target
	r.file.Arguments = append(r.file.Arguments, arg)
}

// target is what a relation bears on: a claim, or the step of an argument.
func (r *argdownReader) target(rel *model.Relation) (Ref, bool) {
	at := source.Span{}
	if len(rel.Occurrences) > 0 {
		at = rel.Occurrences[0].Span
	}
	a := rel.To.Argument
	switch {
	case rel.To.Class != nil:
		return Ref{Claim: r.classes[rel.To.Class], Span: at}, r.classes[rel.To.Class] != nil
	case rel.To.Inference != nil:
		if step := r.steps[rel.To.Inference]; step != nil {
			return Ref{Argument: step, Span: at}, true
		}
		a = rel.To.Inference.Argument
	}
	if a == nil {
		return Ref{}, false
	}
	sketch := r.sketches[a]
	if step := r.bears[a]; step != nil && (sketch == nil || rel.Type == model.Undercut) {
		return Ref{Argument: step, Span: at}, true
	}
	return Ref{Claim: sketch, Span: at}, sketch != nil
}

// thesis picks the claim that the map is about: of those on which something bears
// and which bear on nothing, the first that has a title, or the first.
func (r *argdownReader) thesis() {
	bears, borne := map[*Claim]bool{}, map[*Claim]bool{}
	for _, a := range r.file.Arguments {
		for _, p := range a.Premises {
			bears[p.Claim] = true
		}
		if a.Target.Claim != nil {
			borne[a.Target.Claim] = true
		}
	}
	for _, want := range []func(*Claim) bool{
		func(c *Claim) bool { return borne[c] && !bears[c] && !c.Label.IsZero() },
		func(c *Claim) bool { return borne[c] && !bears[c] },
		func(c *Claim) bool { return borne[c] },
		func(c *Claim) bool { return true },
	} {
		for _, c := range r.file.Claims {
			if want(c) {
				r.file.Thesis = c
				return
			}
		}
	}
}
