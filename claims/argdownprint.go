package claims

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

// printArgdown writes a file as an Argdown document that argmap reads back whole and
// Argdown's own tools read as far as they can: what they have no sign for stands in
// data. Single premises are relations; linked ones, and arguments of which more is
// said, are reconstructions. An objection of that kind has a conclusion that is only
// a hinge: "This speaks against" its target.
func printArgdown(f *File) (string, source.Diagnostics) {
	p := newPrinter(f)
	w := &argdownWriter{p: p, doc: &argdown.Document{}, titles: map[*Claim]string{}, names: map[*Argument]string{}, taken: map[string]bool{}}
	w.name()
	w.frontmatter()
	if f.Thesis != nil {
		w.root(f.Thesis)
	}
	for _, premises := range []bool{false, true} {
		for _, c := range f.Claims {
			if !p.placed[c] && (premises || !p.used[c]) {
				w.root(c)
			}
		}
	}
	return argdown.Print(w.doc), nil
}

// Keys of data by which argmap knows its own documents again.
const (
	argdownOwn   = "argmap" // of the front matter: what Argdown has no settings for; of a hinge: "hinge"
	argdownHinge = "hinge"
	argdownNamed = "named" // false: the title was made up
	argdownPlace = "place" // among the arguments for or against one target, from 1
)

type argdownWriter struct {
	p      *printer
	doc    *argdown.Document
	titles map[*Claim]string // "" for claims that need none
	names  map[*Argument]string
	taken  map[string]bool
	queue  []*Argument // reconstructions that follow the block that is being written
}

// name gives titles: to claims their labels or ids, and to those without a made-up
// one where something has to name them.
func (w *argdownWriter) name() {
	needed := map[*Claim]bool{w.p.file.Thesis: true}
	uses := map[*Claim]int{}
	for _, a := range w.p.file.Arguments {
		for _, ref := range a.Premises {
			uses[w.p.claim(ref)]++
		}
		if c := w.p.claim(a.Target); c != nil && !w.simple(a) {
			needed[c] = true
		}
	}
	for _, c := range w.p.file.Claims {
		title := c.Label.Value
		if !titleFits(title) || w.taken[title] {
			title = c.ID.Value
		}
		if title == "" && (needed[c] || uses[c] > 1) {
			title = w.free("Claim")
		}
		w.taken[title] = true
		w.titles[c] = title
	}
	for _, a := range w.p.file.Arguments {
		name := a.Label.Value
		if !titleFits(name) || w.taken["<"+name] {
			name = a.ID.Value
		}
		if name == "" {
			name = w.free("Argument")
		}
		w.taken["<"+name], w.names[a] = true, name
	}
}

func (w *argdownWriter) free(word string) string {
	for n := 1; ; n++ {
		if t := word + " " + strconv.Itoa(n); !w.taken[t] && !w.taken["<"+t] {
			w.taken[t] = true
			return t
		}
	}
}

// titleFits tells whether a text can be a title of Argdown's.
func titleFits(t string) bool {
	return t != "" && !strings.ContainsAny(t, "[]<>\n\r\\") && t[0] != '-' && t[0] != ' ' && !strings.HasPrefix(t, "Untitled") && !strings.Contains(t, "//") && !strings.Contains(t, "/*") && !strings.ContainsAny(t, "{}")
}

// simple tells whether an argument is no more than a premise and its sign.
func (w *argdownWriter) simple(a *Argument) bool {
	return len(a.Premises) == 1 && a.ID.IsZero() && a.Label.IsZero() && a.Scheme.IsZero() && a.Conflict.Value != "contrary" && a.Strength.IsZero() &&
		a.Note.IsZero() && len(a.Tags) == 0 && len(a.Answers) == 0 && a.Step.IsZero() && len(w.p.onStep[a]) == 0
}

func (w *argdownWriter) frontmatter() {
	f := w.p.file
	var own, top entries
	top.put("title", f.Title)
	for _, e := range w.p.head() {
		if e.key != "title" {
			own = append(own, e)
		}
	}
	if f.Thesis != nil {
		own = append(own, entry{"thesis", w.titles[f.Thesis]})
	}
	top = append(top, entry{argdownOwn, own})
	var b bytes.Buffer
	emit(&b, top, 0)
	w.doc.Frontmatter = &argdown.Data{YAML: b.String()}
}

// root writes a claim as a block, and then the reconstructions that it calls for.
func (w *argdownWriter) root(c *Claim) {
	w.add(w.statement(c, true))
	for len(w.queue) > 0 {
		a := w.queue[0]
		w.queue = w.queue[1:]
		w.reconstruction(a)
	}
}

func (w *argdownWriter) add(b argdown.Block) { w.doc.Blocks = append(w.doc.Blocks, b) }

// statement is a claim where it is written down, with the arguments about it that
// are relations; the others are queued. Where it has been written, or must not be
// written here, it is a reference.
func (w *argdownWriter) statement(c *Claim, here bool) *argdown.Statement {
	s := &argdown.Statement{Title: argdown.Text{Value: w.titles[c]}, Form: argdown.Definition}
	if w.p.placed[c] || !here {
		s.Form = argdown.Reference
		return s
	}
	w.p.placed[c] = true
	if s.Title.Value == "" {
		s.Form = argdown.Anonymous
	}
	var d entries
	s.Content, d = w.content(c.Text.Value, c.Tags)
	if s.Title.Value != "" && c.ID.IsZero() && c.Label.IsZero() {
		d = append(d, entry{argdownNamed, false})
	}
	d.put("id", c.ID)
	if c.Label.Value != s.Title.Value {
		d.put("label", c.Label)
	}
	if c.Implicit {
		d = append(d, entry{"implicit", true})
	}
	d.list("evidence", evidenceEntries(c.Evidence, (*entries).answersData))
	d.answersData(c.Answers)
	d.put("note", c.Note)
	d.number("step", c.Step)
	d.put("group", c.Group)
	s.Data = flow(d)
	s.Relations = w.relations(w.p.about[c])
	return s
}

// content is a text with its tags; those that Argdown cannot write are data.
func (w *argdownWriter) content(text string, tags []Text) (argdown.Content, entries) {
	c := argdown.Content{{Kind: argdown.Plain, Text: strings.Join(strings.Fields(text), " ")}}
	var others list
	for _, t := range tags {
		if strings.ContainsAny(t.Value, "()\n\\{}[]") {
			others = append(others, t.Value)
			continue
		}
		c = append(c, argdown.Inline{Kind: argdown.Plain, Text: " "}, argdown.Inline{Kind: argdown.Tag, Text: t.Value})
	}
	var d entries
	d.list("tags", others)
	return c, d
}

func (w *argdownWriter) relations(arguments []*Argument) []*argdown.Relation {
	var list []*argdown.Relation
	for _, a := range arguments {
		if !w.simple(a) {
			w.queue = append(w.queue, a)
			continue
		}
		list = append(list, &argdown.Relation{Sign: signOf(a), Member: w.premise(a.Premises[0])})
	}
	return list
}

func signOf(a *Argument) argdown.Sign {
	switch {
	case a.Kind == Support:
		return argdown.Support
	case a.Conflict.Value == "contradictory":
		return argdown.Contradiction
	case a.Target.Argument != nil:
		return argdown.Undercut
	}
	return argdown.Attack
}

func (w *argdownWriter) premise(ref Ref) *argdown.Statement {
	c := w.p.claim(ref)
	if c == nil {
		return &argdown.Statement{Form: argdown.Reference, Title: argdown.Text{Value: ref.Name.Value}}
	}
	return w.statement(c, ref.Claim != nil)
}

// reconstruction writes an argument with its premises and its conclusion: the target
// itself, or a hinge that bears on it.
func (w *argdownWriter) reconstruction(a *Argument) {
	var d entries
	tags, more := w.content("", a.Tags)
	d = append(d, more...)
	d.put("id", a.ID)
	if a.Label.Value != w.names[a] {
		d.put("label", a.Label)
	}
	if a.ID.IsZero() && a.Label.IsZero() {
		d = append(d, entry{argdownNamed, false})
	}
	d.put("scheme", a.Scheme)
	d.put("conflict", a.Conflict)
	d.put("strength", a.Strength)
	d.put("note", a.Note)
	d.number("step", a.Step)
	d.answersData(a.Answers)
	if n := w.place(a); n > 0 {
		d = append(d, entry{argdownPlace, n})
	}
	w.add(&argdown.Argument{Form: argdown.Reference, Title: argdown.Text{Value: w.names[a]}, Content: tags[1:], Data: flow(d)})
	r := &argdown.Reconstruction{}
	for i, ref := range a.Premises {
		r.Lines = append(r.Lines, &argdown.Line{Number: argdown.Text{Value: strconv.Itoa(i + 1)}, Statement: w.premise(ref)})
	}
	inference := &argdown.Inference{}
	if !a.Scheme.IsZero() && !strings.ContainsAny(a.Scheme.Value, "{}[]<>-/") {
		inference.Rules = []argdown.Text{{Value: a.Scheme.Value}}
	}
	var backings []*argdown.Relation
	for _, s := range w.p.onStep[a] {
		switch {
		case !w.simple(s):
			w.queue = append(w.queue, s)
		case s.Kind == Attack:
			inference.Relations = append(inference.Relations, &argdown.Relation{Sign: argdown.Undercut, Member: w.premise(s.Premises[0])})
		default:
			backings = append(backings, &argdown.Relation{Sign: argdown.Support, Member: w.premise(s.Premises[0])})
		}
	}
	r.Lines = append(r.Lines, &argdown.Line{Number: argdown.Text{Value: strconv.Itoa(len(a.Premises) + 1)}, Inference: inference, Statement: w.conclusion(a)})
	w.add(r)
	if backings != nil {
		w.add(&argdown.Argument{Form: argdown.Reference, Title: argdown.Text{Value: w.names[a]}, Relations: backings})
	}
}

// place is where an argument stands among those on its side of its target, from 1; 0
// where it is alone there.
func (w *argdownWriter) place(a *Argument) int {
	siblings := w.p.about[w.p.claim(a.Target)]
	if a.Target.Argument != nil {
		siblings = w.p.onStep[a.Target.Argument]
	}
	at, n := 0, 0
	for _, s := range siblings {
		if s.Kind == a.Kind {
			if n++; s == a {
				at = n
			}
		}
	}
	if n == 1 {
		return 0
	}
	return at
}

func (w *argdownWriter) conclusion(a *Argument) *argdown.Statement {
	c := w.p.claim(a.Target)
	if c != nil && a.Kind == Support {
		return w.statement(c, false)
	}
	hinge := &argdown.Statement{Data: flow(entries{{argdownOwn, argdownHinge}})}
	words := map[Kind]string{Support: "This backs ", Attack: "This speaks against "}[a.Kind]
	relation := &argdown.Relation{Sign: signOf(a), Downward: true}
	hinge.Content = argdown.Content{{Kind: argdown.Plain, Text: words}}
	if c != nil {
		hinge.Content = append(hinge.Content, argdown.Inline{Kind: argdown.StatementMention, Text: w.titles[c]})
		relation.Member = w.statement(c, false)
	} else {
		title := w.names[a.Target.Argument]
		hinge.Content = append(hinge.Content, argdown.Inline{Kind: argdown.ArgumentMention, Text: title})
		relation.Member = &argdown.Argument{Form: argdown.Reference, Title: argdown.Text{Value: title}}
	}
	hinge.Relations = []*argdown.Relation{relation}
	return hinge
}

// flow is data on one line, or nil where there is nothing to say. Braces inside
// texts are written as YAML's escapes, since Argdown counts every brace.
func flow(es entries) *argdown.Data {
	if len(es) == 0 {
		return nil
	}
	var b strings.Builder
	flowEntries(&b, es)
	return &argdown.Data{YAML: b.String()}
}

func flowEntries(b *strings.Builder, es entries) {
	for i, e := range es {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(e.key + ": ")
		flowValue(b, e.value)
	}
}

func flowValue(b *strings.Builder, v any) {
	switch v := v.(type) {
	case entries:
		b.WriteByte('{')
		flowEntries(b, v)
		b.WriteByte('}')
	case list:
		b.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				b.WriteString(", ")
			}
			flowValue(b, item)
		}
		b.WriteByte(']')
	case string:
		data, _ := json.Marshal(v) // a string always can be
		b.WriteString(strings.NewReplacer("{", `\u007b`, "}", `\u007d`, "\x7f", `\u007f`).Replace(string(data)))
	default:
		fmt.Fprint(b, v)
	}
}
