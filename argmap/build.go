package argmap

import (
	"fmt"
	"strconv"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// Codes of the diagnostics that Build makes.
const (
	CodeUnknownRef    = "unknown-ref"    // ref names no claim
	CodeUnknownSource = "unknown-source" // evidence names no source
	CodeDuplicateID   = "duplicate-id"   // two things have one id
	CodeSourceCircle  = "source-circle"  // a source derives from itself
	CodeMixedGroups   = "mixed-groups"   // premises of one argument name different groups
	CodeUnsafeLink    = "unsafe-link"    // a URL that no picture will carry
)

// Build resolves a file's declarations into a Map. What cannot be resolved is
// left out and reported; the Map is never nil, and the diagnostics come in the
// order of their places.
func Build(f *claims.File) (*Map, source.Diagnostics) {
	b := &builder{
		file:      f,
		m:         &Map{Title: f.Title.Value, Lang: f.Lang.Value, Source: f.Source},
		ids:       map[string]source.Span{},
		claims:    map[*claims.Claim]*Claim{},
		arguments: map[*claims.Argument]*Argument{},
		byName:    map[string]Target{},
		sources:   map[string]*Source{},
		groups:    map[string]*Group{},
	}
	for _, t := range f.Terms {
		b.m.Terms = append(b.m.Terms, &Term{Word: t.Word.Value, Aliases: values(t.Aliases)})
	}
	b.declareSources()
	b.declareNamed()
	b.declareClaims()
	b.declareArguments()
	b.resolveEvidence()
	b.diags.Sort()
	return b.m, b.diags
}

type builder struct {
	file      *claims.File
	m         *Map
	diags     source.Diagnostics
	ids       map[string]source.Span // every id in use, and where it was given
	claims    map[*claims.Claim]*Claim
	arguments map[*claims.Argument]*Argument
	byName    map[string]Target
	sources   map[string]*Source
	groups    map[string]*Group
}

func (b *builder) report(sev source.Severity, code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	b.diags = append(b.diags, source.Diagnostic{
		Severity: sev, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, File: b.file.Source, Span: at,
	})
	return &b.diags[len(b.diags)-1]
}

func (b *builder) declareSources() {
	for _, decl := range b.file.Sources {
		id := decl.ID.Value
		if first, ok := b.sources[id]; ok {
			b.duplicateSource(decl, first.Decl)
			continue
		}
		b.sources[id] = &Source{ID: id, Decl: decl}
		b.checkLink(decl.In, decl.URL)
	}
	cited := b.citedSources()
	for _, decl := range b.file.Sources {
		s := b.sources[decl.ID.Value]
		if s.Decl == decl {
			b.derive(s)
		}
		if s.Decl == decl && (decl.In == nil || cited[s.ID]) { // a bibliography may hold a whole library
			b.m.Sources = append(b.m.Sources, s)
		}
	}
}

// citedSources are the ids that evidence names, and those that these derive from.
func (b *builder) citedSources() map[string]bool {
	cited := map[string]bool{}
	for _, c := range b.file.Claims {
		for _, e := range c.Evidence {
			for id := e.Source.Value; id != "" && !cited[id]; {
				cited[id] = true
				if s := b.sources[id]; s != nil {
					id = s.Decl.DerivesFrom.Value
				}
			}
		}
	}
	return cited
}

// derive resolves where a source takes its matter from.
func (b *builder) derive(s *Source) {
	name := s.Decl.DerivesFrom
	if name.IsZero() {
		return
	}
	from := b.sources[name.Value]
	if from == nil {
		b.unknownSource(s.Decl.In, name)
		return
	}
	for up := from; up != nil; up = up.DerivesFrom {
		if up == s {
			b.report(source.Error, CodeSourceCircle, name.Span, "take one of these out", "the source %s derives from itself", s.ID)
			return
		}
	}
	s.DerivesFrom = from
}

func (b *builder) duplicateSource(decl, first *claims.Source) {
	d := b.report(source.Error, CodeDuplicateID, decl.ID.Span, "give one of them another id", "the source id %q is taken", decl.ID.Value)
	if decl.In != nil {
		d.File = decl.In
	}
	d.Related = []source.Related{{Message: "first used here", File: first.In, Span: first.ID.Span}}
	if first.In == nil {
		d.Related[0].File = b.file.Source
	}
}

// declareNamed takes the author's own ids first, so that no id made up for a
// nameless claim can stand in an author's way.
func (b *builder) declareNamed() {
	for _, decl := range b.file.Claims {
		c := &Claim{Decl: decl}
		b.claims[decl] = c
		c.ID, c.Named = b.take("claim", decl.ID, c)
	}
	for _, decl := range b.file.Arguments {
		a := &Argument{Decl: decl}
		b.arguments[decl] = a
		a.ID, a.Named = b.take("argument", decl.ID, a)
	}
}

// take reserves the author's id for t, unless there is none or it is taken.
func (b *builder) take(what string, id claims.Text, t Target) (string, bool) {
	if id.IsZero() {
		return "", false
	}
	if first, ok := b.ids[id.Value]; ok {
		b.duplicate(what, id, first)
		return "", false
	}
	b.ids[id.Value] = id.Span
	b.byName[id.Value] = t
	return id.Value, true
}

func (b *builder) duplicate(what string, id claims.Text, first source.Span) {
	hint := "give one of them another id"
	if what == "claim" {
		hint += "; to use a claim twice, write `ref: " + id.Value + "` where it is used again"
	}
	d := b.report(source.Error, CodeDuplicateID, id.Span, hint, "the %s id %q is taken", what, id.Value)
	d.Related = []source.Related{{Message: "first used here", Span: first}}
}

func (b *builder) declareClaims() {
	for _, decl := range b.file.Claims {
		c := b.claims[decl]
		c.Text, c.Label, c.Note = decl.Text.Value, decl.Label.Value, decl.Note.Value
		c.Implicit, c.Tags, c.Step = decl.Implicit, values(decl.Tags), number(decl.Step)
		c.Group, c.Answers = b.group(decl.Group), answers(decl.Answers)
		if c.ID == "" {
			c.ID = b.unique(slug(c.Text, "claim"))
		}
		b.m.Claims = append(b.m.Claims, c)
	}
	b.m.Thesis = b.claims[b.file.Thesis]
}

func (b *builder) group(title claims.Text) *Group {
	if title.IsZero() {
		return nil
	}
	if g, ok := b.groups[title.Value]; ok {
		return g
	}
	g := &Group{ID: b.unique("group-" + slug(title.Value, "group")), Title: title.Value}
	b.groups[title.Value] = g
	b.m.Groups = append(b.m.Groups, g)
	return g
}

func (b *builder) declareArguments() {
	for _, decl := range b.file.Arguments {
		a := b.arguments[decl]
		a.Kind, a.Label, a.Scheme = decl.Kind, decl.Label.Value, decl.Scheme.Value
		a.Conflict = decl.Conflict.Value
		a.Strength, a.Note, a.Tags = decl.Strength.Value, decl.Note.Value, values(decl.Tags)
		a.Step, a.Answers = number(decl.Step), answers(decl.Answers)
		a.Target = b.target(decl.Target)
		for _, ref := range decl.Premises {
			if c := b.premise(ref); c != nil {
				a.Premises = append(a.Premises, c)
			}
		}
		b.checkGroups(a)
	}
	for _, decl := range b.file.Arguments {
		b.attach(b.arguments[decl])
	}
}

// attach puts the argument into the map, if it and its target can be drawn.
func (b *builder) attach(a *Argument) {
	if !whole(a) {
		return // reported where the premise or the target could not be resolved
	}
	if a.ID == "" {
		word := "reason-"
		if a.Kind == Attack {
			word = "objection-"
		}
		a.ID = b.unique(word + a.Premises[0].ID)
	}
	b.m.Arguments = append(b.m.Arguments, a)
	for _, p := range a.Premises {
		p.Uses = append(p.Uses, a)
	}
	var pro, con *[]*Argument
	switch t := a.Target.(type) {
	case *Claim:
		pro, con = &t.Pro, &t.Con
	case *Argument:
		pro, con = &t.Pro, &t.Con
	}
	if a.Kind == Support {
		*pro = append(*pro, a)
	} else {
		*con = append(*con, a)
	}
}

// whole tells whether the argument, and every argument that it is about, has
// premises and a target.
func whole(a *Argument) bool {
	for len(a.Premises) > 0 && a.Target != nil {
		next, ok := a.Target.(*Argument)
		if !ok {
			return true
		}
		a = next
	}
	return false
}

func (b *builder) target(ref claims.Ref) Target {
	switch {
	case ref.Claim != nil:
		return b.claims[ref.Claim]
	case ref.Argument != nil:
		return b.arguments[ref.Argument]
	case ref.Name.IsZero():
		return nil // the parser has said why
	}
	t, ok := b.byName[ref.Name.Value]
	if !ok {
		b.unknown(ref.Name)
		return nil
	}
	return t
}

func (b *builder) premise(ref claims.Ref) *Claim {
	switch t := b.target(ref).(type) {
	case *Claim:
		return t
	case *Argument:
		b.report(source.Error, CodeUnknownRef, ref.Name.Span, "give the claim that is meant an id, and name that",
			"%q is an argument, and a premise is a claim", ref.Name.Value)
	}
	return nil
}

func (b *builder) unknown(name claims.Text) {
	hint := "give the claim that is meant `id: " + name.Value + "`"
	if s := source.Suggest(name.Value, b.names()); s != "" {
		hint = "did you mean `" + s + "`?"
	}
	b.report(source.Error, CodeUnknownRef, name.Span, hint, "no claim has the id %q", name.Value)
}

// names lists the authors' ids in source order.
func (b *builder) names() []string {
	var names []string
	for _, c := range b.file.Claims {
		if b.claims[c].Named {
			names = append(names, b.claims[c].ID)
		}
	}
	return names
}

func (b *builder) checkGroups(a *Argument) {
	var first claims.Text
	for _, ref := range a.Decl.Premises {
		if ref.Claim == nil || ref.Claim.Group.IsZero() {
			continue
		}
		if first.IsZero() {
			first = ref.Claim.Group
		}
		if g := ref.Claim.Group; g.Value != first.Value {
			d := b.report(source.Warning, CodeMixedGroups, g.Span, "name the group once, on the first premise",
				"linked premises stand in one frame, which is drawn in the group %q", first.Value)
			d.Related = []source.Related{{Message: "the frame's group", Span: first.Span}}
		}
	}
}

func (b *builder) resolveEvidence() {
	for _, c := range b.m.Claims {
		for _, decl := range c.Decl.Evidence {
			e := &Evidence{At: decl.At.Value, Kind: decl.Kind.Value, Quote: decl.Quote.Value,
				URL: decl.URL.Value, Note: decl.Note.Value, Answers: answers(decl.Answers), Decl: decl}
			if id := decl.Source; !id.IsZero() {
				if e.Source = b.sources[id.Value]; e.Source == nil {
					b.unknownSource(nil, id)
				}
			}
			b.checkLink(nil, decl.URL)
			c.Evidence = append(c.Evidence, e)
		}
	}
}

// unknownSource reports an id that names no source; in is the bibliography it
// stands in, nil for the claims file.
func (b *builder) unknownSource(in *source.File, id claims.Text) {
	known := make([]string, 0, len(b.file.Sources))
	for _, s := range b.file.Sources {
		known = append(known, s.ID.Value)
	}
	hint := "list it under `sources:` as `" + id.Value + ": {title: …}`"
	if s := source.Suggest(id.Value, known); s != "" {
		hint = "did you mean `" + s + "`?"
	}
	d := b.report(source.Error, CodeUnknownSource, id.Span, hint, "no source has the id %q", id.Value)
	if in != nil {
		d.File = in
	}
}

func (b *builder) checkLink(in *source.File, u claims.Text) {
	if u.IsZero() {
		return
	}
	if _, ok := SafeURL(u.Value); !ok {
		d := b.report(source.Warning, CodeUnsafeLink, u.Span,
			"a link begins with http:, https: or mailto:, or is a path relative to the file",
			"%q is shown as text, not as a link", u.Value)
		if in != nil {
			d.File = in
		}
	}
}

// number is a whole number that the parser has checked; 0 for none.
func number(t claims.Text) int {
	n, _ := strconv.Atoi(t.Value)
	return n
}

func values(texts []claims.Text) []string {
	var vs []string
	for _, t := range texts {
		vs = append(vs, t.Value)
	}
	return vs
}

func answers(decls []*claims.Answer) []Answer {
	var list []Answer
	for _, d := range decls {
		at := d.Question.Span
		if d.Question.IsZero() {
			at = d.Text.Span
		}
		list = append(list, Answer{d.Question.Value, d.Text.Value, at})
	}
	return list
}
