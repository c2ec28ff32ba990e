package output

import (
	"encoding/json"
	"io"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// JSON is the resolved map as data, the input to other people's programs. JSON.md
// describes it; jsonVersion changes when a reader of an older version could be
// misled, and not when fields are added.
var JSON = &Format{Name: "json", Title: "resolved map as JSON", Ext: ".json", MIME: "application/json",
	Use: "other programs", writeMap: writeJSON}

const jsonVersion = 1

type jsonMap struct {
	Version   int            `json:"argmap"`
	Title     string         `json:"title,omitempty"`
	Lang      string         `json:"lang,omitempty"`
	Terms     []jsonTerm     `json:"terms,omitempty"`
	File      string         `json:"file,omitempty"`
	Thesis    string         `json:"thesis,omitempty"`
	Claims    []jsonClaim    `json:"claims"`
	Arguments []jsonArgument `json:"arguments"`
	Groups    []jsonGroup    `json:"groups"`
	Sources   []jsonSource   `json:"sources"`
}

type jsonTerm struct {
	Word    string   `json:"word"`
	Aliases []string `json:"aliases,omitempty"`
}

type jsonClaim struct {
	ID         string         `json:"id"`
	Named      bool           `json:"named"`
	Number     string         `json:"number,omitempty"`
	Text       string         `json:"text"`
	Label      string         `json:"label,omitempty"`
	Implicit   bool           `json:"implicit"`
	Note       string         `json:"note,omitempty"`
	Tags       []string       `json:"tags,omitempty"`
	Step       int            `json:"step,omitempty"`
	Answers    []jsonAnswer   `json:"answers,omitempty"`
	Group      string         `json:"group,omitempty"`
	Evidence   []jsonEvidence `json:"evidence,omitempty"`
	Reasons    []string       `json:"reasons,omitempty"`
	Objections []string       `json:"objections,omitempty"`
	Uses       []string       `json:"uses,omitempty"`
	Span       jsonSpan       `json:"span"`
}

type jsonArgument struct {
	ID        string       `json:"id"`
	Named     bool         `json:"named"`
	Number    string       `json:"number"`
	Kind      string       `json:"kind"`
	Role      string       `json:"role"`
	Premises  []string     `json:"premises"`
	Target    jsonTarget   `json:"target"`
	Backings  []string     `json:"backings,omitempty"`
	Undercuts []string     `json:"undercuts,omitempty"`
	Label     string       `json:"label,omitempty"`
	Scheme    string       `json:"scheme,omitempty"`
	Conflict  string       `json:"conflict,omitempty"`
	Strength  string       `json:"strength,omitempty"`
	Note      string       `json:"note,omitempty"`
	Tags      []string     `json:"tags,omitempty"`
	Step      int          `json:"step,omitempty"`
	Answers   []jsonAnswer `json:"answers,omitempty"`
	Span      jsonSpan     `json:"span"`
}

type jsonTarget struct {
	Claim    string `json:"claim,omitempty"`
	Argument string `json:"argument,omitempty"`
}

type jsonEvidence struct {
	Source  string       `json:"source,omitempty"`
	At      string       `json:"at,omitempty"`
	Kind    string       `json:"kind,omitempty"`
	Quote   string       `json:"quote,omitempty"`
	URL     string       `json:"url,omitempty"`
	Note    string       `json:"note,omitempty"`
	Answers []jsonAnswer `json:"answers,omitempty"`
	Cite    string       `json:"cite"`
	Span    jsonSpan     `json:"span"`
}

type jsonAnswer struct {
	Question string `json:"question,omitempty"`
	Text     string `json:"text"`
}

type jsonGroup struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type jsonSource struct {
	ID          string            `json:"id"`
	Type        string            `json:"type,omitempty"`
	Title       string            `json:"title,omitempty"`
	Author      []jsonName        `json:"author,omitempty"`
	Issued      string            `json:"issued,omitempty"`
	URL         string            `json:"URL,omitempty"`
	File        string            `json:"file,omitempty"`
	Fields      map[string]string `json:"fields,omitempty"` // encoding/json sorts the keys
	Cite        string            `json:"cite"`
	Reference   string            `json:"reference"`
	Link        string            `json:"link,omitempty"`
	DerivesFrom string            `json:"derivesFrom,omitempty"`
	In          string            `json:"in,omitempty"`
	Span        jsonSpan          `json:"span"`
}

type jsonName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

// jsonSpan is a place in the claims file: byte offsets, and the line and column
// (from 1, in characters) where it starts.
type jsonSpan struct {
	Start  int `json:"start"`
	End    int `json:"end"`
	Line   int `json:"line"`
	Column int `json:"column"`

	File string `json:"file,omitempty"` // where that is another one than the claims file, which includes it
}

func writeJSON(w io.Writer, j *Job) (source.Diagnostics, error) {
	m := j.Map()
	e := &jsonEncoder{src: m.Source, numbers: map[any]string{}}
	for _, root := range m.Outline().Roots {
		e.number(root)
	}
	out := jsonMap{Version: jsonVersion, Title: m.Title, Lang: m.Lang, Claims: []jsonClaim{},
		Arguments: []jsonArgument{}, Groups: []jsonGroup{}, Sources: []jsonSource{}}
	for _, t := range m.Terms {
		out.Terms = append(out.Terms, jsonTerm{t.Word, t.Aliases})
	}
	if m.Source != nil {
		out.File = m.Source.Name
	}
	if m.Thesis != nil {
		out.Thesis = m.Thesis.ID
	}
	for _, c := range m.Claims {
		out.Claims = append(out.Claims, e.claim(c))
	}
	for _, a := range m.Arguments {
		out.Arguments = append(out.Arguments, e.argument(a))
	}
	for _, g := range m.Groups {
		out.Groups = append(out.Groups, jsonGroup{g.ID, g.Title})
	}
	for _, s := range m.Sources {
		out.Sources = append(out.Sources, e.source(s))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	var notices source.Diagnostics
	if j.Outline.Partial() {
		notices = append(notices, source.Diagnostic{Severity: source.Info, Code: "whole-map",
			Message: "the JSON file holds the whole map, not only the part that was asked for"})
	}
	return notices, enc.Encode(out)
}

type jsonEncoder struct {
	src     *source.File
	numbers map[any]string // of *argmap.Claim and *argmap.Argument
}

func (e *jsonEncoder) number(entry *argmap.Entry) {
	if !entry.Again {
		e.numbers[entry.Claim] = entry.Number
	}
	e.numberSteps(entry.Children)
}

func (e *jsonEncoder) numberSteps(steps []*argmap.Step) {
	for _, s := range steps {
		e.numbers[s.Argument] = s.Number
		for _, p := range s.Premises {
			e.number(p)
		}
		e.numberSteps(s.Children)
	}
}

func (e *jsonEncoder) claim(c *argmap.Claim) jsonClaim {
	out := jsonClaim{ID: c.ID, Named: c.Named, Number: e.numbers[c], Text: c.Text, Label: c.Label,
		Implicit: c.Implicit, Note: c.Note, Tags: c.Tags, Step: c.Step, Answers: jsonAnswers(c.Answers), Span: e.span(c.Decl.Span),
		Reasons: argumentIDs(c.Pro), Objections: argumentIDs(c.Con), Uses: argumentIDs(c.Uses)}
	if c.Group != nil {
		out.Group = c.Group.ID
	}
	for _, ev := range c.Evidence {
		je := jsonEvidence{At: ev.At, Kind: ev.Kind, Quote: ev.Quote, URL: ev.URL, Note: ev.Note, Answers: jsonAnswers(ev.Answers),
			Cite: ev.Cite(), Span: e.span(ev.Decl.Span)}
		if ev.Source != nil {
			je.Source = ev.Source.ID
		}
		out.Evidence = append(out.Evidence, je)
	}
	return out
}

func (e *jsonEncoder) argument(a *argmap.Argument) jsonArgument {
	out := jsonArgument{ID: a.ID, Named: a.Named, Number: e.numbers[a], Kind: "support", Role: a.Role().String(),
		Label: a.Label, Scheme: a.Scheme, Conflict: a.Conflict, Strength: a.Strength, Note: a.Note, Tags: a.Tags, Step: a.Step, Answers: jsonAnswers(a.Answers),
		Backings: argumentIDs(a.Pro), Undercuts: argumentIDs(a.Con), Span: e.span(a.Decl.Span)}
	if a.Kind == argmap.Attack {
		out.Kind = "attack"
	}
	for _, p := range a.Premises {
		out.Premises = append(out.Premises, p.ID)
	}
	switch t := a.Target.(type) {
	case *argmap.Claim:
		out.Target.Claim = t.ID
	case *argmap.Argument:
		out.Target.Argument = t.ID
	}
	return out
}

func (e *jsonEncoder) source(s *argmap.Source) jsonSource {
	d := s.Decl
	out := jsonSource{ID: s.ID, Type: d.Type.Value, Title: d.Title.Value, Issued: d.Issued.Value,
		URL: d.URL.Value, File: d.File.Value, Cite: s.Short(), Reference: s.Reference(), Link: s.Link(), Span: e.span(d.Span)}
	if d.In != nil {
		p := d.In.Position(d.Span.Start)
		out.In, out.Span = d.In.Name, jsonSpan{Start: d.Span.Start, End: d.Span.End, Line: p.Line, Column: p.Col}
	}
	if s.DerivesFrom != nil {
		out.DerivesFrom = s.DerivesFrom.ID
	}
	for _, n := range d.Author {
		out.Author = append(out.Author, jsonName{n.Family, n.Given, n.Literal})
	}
	for _, f := range d.Fields {
		if out.Fields == nil {
			out.Fields = map[string]string{}
		}
		out.Fields[f.Key] = f.Value.Value
	}
	return out
}

func (e *jsonEncoder) span(s source.Span) jsonSpan {
	if e.src == nil {
		return jsonSpan{Start: s.Start, End: s.End, Line: 1, Column: 1}
	}
	f, s := e.src.Origin(s)
	p := f.Position(s.Start)
	out := jsonSpan{Start: s.Start, End: s.End, Line: p.Line, Column: p.Col}
	if f.Name != e.src.Name {
		out.File = f.Name
	}
	return out
}

func jsonAnswers(answers []argmap.Answer) []jsonAnswer {
	var list []jsonAnswer
	for _, a := range answers {
		list = append(list, jsonAnswer{a.Question, a.Text})
	}
	return list
}

func argumentIDs(list []*argmap.Argument) []string {
	var ids []string
	for _, a := range list {
		ids = append(ids, a.ID)
	}
	return ids
}
