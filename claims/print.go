package claims

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// printNative writes a file in the native format, laid out as Tidy does. A claim
// stands where it is first used in place, and is named by ref elsewhere.
func printNative(f *File) (string, source.Diagnostics) {
	p := newPrinter(f)
	var b bytes.Buffer
	emit(&b, p.root(), 0)
	return tidyNative(source.NewFile(f.Source.Name, b.String()))
}

func newPrinter(f *File) *printer {
	p := &printer{file: f, about: map[*Claim][]*Argument{}, onStep: map[*Argument][]*Argument{}, byID: map[string]*Claim{}, ids: map[*Claim]string{}, placed: map[*Claim]bool{}, used: map[*Claim]bool{}}
	p.index()
	return p
}

type printer struct {
	file   *File
	about  map[*Claim][]*Argument
	onStep map[*Argument][]*Argument
	byID   map[string]*Claim
	ids    map[*Claim]string // the author's, and those made up for claims that are used again
	placed map[*Claim]bool
	used   map[*Claim]bool // in place, as a premise
}

// index finds what bears on what, and gives an id to every claim that needs one.
func (p *printer) index() {
	taken := map[string]bool{}
	for _, c := range p.file.Claims {
		if !c.ID.IsZero() {
			p.byID[c.ID.Value], p.ids[c], taken[c.ID.Value] = c, c.ID.Value, true
		}
	}
	for _, a := range p.file.Arguments {
		taken[a.ID.Value] = true
		switch t := a.Target; {
		case p.claim(t) != nil:
			p.about[p.claim(t)] = append(p.about[p.claim(t)], a)
		case t.Argument != nil:
			p.onStep[t.Argument] = append(p.onStep[t.Argument], a)
		}
	}
	uses := map[*Claim]int{p.file.Thesis: 1}
	for _, a := range p.file.Arguments {
		for _, ref := range a.Premises {
			if c := p.claim(ref); c != nil {
				p.used[c] = p.used[c] || ref.Claim != nil
				if uses[c]++; uses[c] > 1 && p.ids[c] == "" {
					n := 1
					for taken[fmt.Sprintf("claim-%d", n)] {
						n++
					}
					p.ids[c] = fmt.Sprintf("claim-%d", n)
					taken[p.ids[c]] = true
				}
			}
		}
	}
}

// claim is the claim that a ref means, or nil.
func (p *printer) claim(ref Ref) *Claim {
	if ref.Claim != nil {
		return ref.Claim
	}
	return p.byID[ref.Name.Value]
}

// entry is a key with its value: a string, a bool, entries or a list of such values.
type entry struct {
	key   string
	value any
}

type (
	entries []entry
	list    []any
)

// put adds a text if there is one.
func (es *entries) put(key string, t Text) {
	if !t.IsZero() {
		*es = append(*es, entry{key, t.Value})
	}
}

func (es *entries) list(key string, l list) {
	if len(l) > 0 {
		*es = append(*es, entry{key, l})
	}
}

// head is what a file says before its claims.
func (p *printer) head() entries {
	f := p.file
	var es entries
	es.put("title", f.Title)
	es.put("lang", f.Lang)
	var terms list
	for _, t := range f.Terms {
		terms = append(terms, entries{{t.Word.Value, words(t.Aliases)}})
	}
	es.list("terms", terms)
	es.list("bibliography", words(f.Bibliography))
	var sources entries
	for _, s := range f.Sources {
		if s.In == nil {
			sources = append(sources, entry{s.ID.Value, sourceEntries(s)})
		}
	}
	if sources != nil {
		es = append(es, entry{"sources", sources})
	}
	return es
}

func (p *printer) root() entries {
	f, es := p.file, p.head()
	if f.Thesis != nil {
		p.placed[f.Thesis] = true
		es = append(es, entry{"thesis", p.body(f.Thesis, "")})
	}
	var rest list
	for _, premises := range []bool{false, true} { // premises that nothing has placed run in circles
		for _, c := range f.Claims {
			if !p.placed[c] && !c.Nested && (premises || !p.used[c]) {
				p.placed[c] = true
				rest = append(rest, p.body(c, ""))
			}
		}
	}
	es.list("claims", rest)
	return es
}

func words(texts []Text) list {
	var l list
	for _, t := range texts {
		l = append(l, t.Value)
	}
	return l
}

func sourceEntries(s *Source) entries {
	var es entries
	es.put("type", s.Type)
	var authors list
	for _, n := range s.Author {
		if n.Literal != "" {
			authors = append(authors, entries{{"literal", n.Literal}})
			continue
		}
		name := entries{{"family", n.Family}}
		if n.Given != "" {
			name = append(name, entry{"given", n.Given})
		}
		authors = append(authors, name)
	}
	es.list("author", authors)
	es.put("title", s.Title)
	es.put("issued", s.Issued)
	es.put("URL", s.URL)
	es.put("file", s.File)
	es.put("derives-from", s.DerivesFrom)
	for _, f := range s.Fields {
		es.put(f.Key, f.Value)
	}
	return es
}

// body is a claim in place: its text alone where nothing else is said of it. The
// group is that of what it stands in, which need not be said again.
func (p *printer) body(c *Claim, group string) any {
	var es entries
	if id := p.ids[c]; id != "" {
		es = append(es, entry{"id", id})
	}
	es.put("label", c.Label)
	es.put("claim", c.Text)
	if c.Implicit {
		es = append(es, entry{"implicit", true})
	}
	es.list("evidence", evidenceEntries(c.Evidence, (*entries).answers))
	es.answers(c.Answers)
	es.put("note", c.Note)
	es.list("tags", words(c.Tags))
	es.number("step", c.Step)
	if c.Group.Value != group {
		es.put("group", c.Group)
	}
	if !c.Group.IsZero() {
		group = c.Group.Value
	}
	p.sides(&es, p.about[c], group)
	if len(es) == 1 && es[0].key == "claim" {
		return c.Text.Value
	}
	return es
}

// evidenceEntries are pieces of evidence, with their answers as put adds them.
func evidenceEntries(pieces []*Evidence, put func(*entries, []*Answer)) list {
	var l list
	for _, e := range pieces {
		var one entries
		one.put("source", e.Source)
		one.put("at", e.At)
		one.put("kind", e.Kind)
		one.put("quote", e.Quote)
		one.put("url", e.URL)
		one.put("note", e.Note)
		put(&one, e.Answers)
		l = append(l, one)
	}
	return l
}

func (es *entries) number(key string, t Text) {
	if n, err := strconv.Atoi(t.Value); err == nil {
		*es = append(*es, entry{key, n})
	}
}

func (p *printer) sides(es *entries, arguments []*Argument, group string) {
	for _, kind := range []Kind{Support, Attack} {
		var items list
		for _, a := range arguments {
			if a.Kind == kind {
				items = append(items, p.item(a, group))
			}
		}
		es.list(kind.String(), items)
	}
}

// item is an argument under because or but.
func (p *printer) item(a *Argument, group string) any {
	var es entries
	es.put("id", a.ID)
	es.put("label", a.Label)
	es.put("scheme", a.Scheme)
	es.put("conflict", a.Conflict)
	es.put("strength", a.Strength)
	es.put("note", a.Note)
	es.list("tags", words(a.Tags))
	es.number("step", a.Step)
	es.answers(a.Answers)
	var premises list
	for _, ref := range a.Premises {
		premises = append(premises, p.premise(ref, group))
	}
	if len(es) == 0 && len(premises) == 1 && len(p.onStep[a]) == 0 {
		return premises[0]
	}
	es.list("premises", premises)
	p.sides(&es, p.onStep[a], group)
	return es
}

func (p *printer) premise(ref Ref, group string) any {
	c := p.claim(ref)
	if c == nil {
		return entries{{"ref", ref.Name.Value}}
	}
	if p.placed[c] || ref.Claim == nil {
		return entries{{"ref", p.ids[c]}}
	}
	p.placed[c] = true
	return p.body(c, group)
}

// emit writes a value as YAML that any reader takes: texts in quotes. Tidy makes it
// fit to be read by people.
func emit(b *bytes.Buffer, v any, depth int) {
	indent := strings.Repeat("  ", depth)
	switch v := v.(type) {
	case entries:
		for _, e := range v {
			b.WriteString(indent + quoted(e.key) + ":")
			emitBelow(b, e.value, depth)
		}
	case list:
		for _, item := range v {
			b.WriteString(indent + "-")
			emitBelow(b, item, depth)
		}
	}
}

func emitBelow(b *bytes.Buffer, v any, depth int) {
	switch v := v.(type) {
	case entries, list:
		b.WriteByte('\n')
		emit(b, v, depth+1)
	case string:
		b.WriteString(" " + quoted(v) + "\n")
	default:
		fmt.Fprintf(b, " %v\n", v)
	}
}

// quoted is a text in double quotes, which YAML has from JSON.
func quoted(text string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(text) // a string always can be
	return strings.ReplaceAll(strings.TrimSuffix(b.String(), "\n"), "\x7f", `\u007f`)
}
