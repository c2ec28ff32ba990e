package claims

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// Documents that argmap has written say so in their front matter, and keep in data
// what Argdown has no sign for. The data of other documents is read as far as it
// has the same keys.

var ownBlock = regexp.MustCompile(`(?m)^"?argmap"?:[ \t]*\r?\n((?:[ \t]+\S.*(?:\n|$)|[ \t]*\n)*)`)

// head reads the title, sources, terms and the like from the front matter, and returns the
// title of the thesis. The text that it hands to the native reader has everything
// else blanked out, so that places stay what they are.
func (r *argdownReader) head() (thesis string) {
	front := r.m.Document.Frontmatter
	if front == nil {
		return ""
	}
	if title, ok := r.m.Settings["title"].(string); ok {
		r.file.Title = Text{Value: title, Span: front.Span}
	}
	r.own = dataOf(r.m.Settings[argdownOwn]) != nil
	at := ownBlock.FindStringSubmatchIndex(front.YAML)
	if !r.own || at == nil {
		return ""
	}
	text := []byte(r.file.Source.Text)
	start, end := front.Inside.Start+at[2], front.Inside.Start+at[3]
	for i := range text {
		if (i < start || i >= end) && text[i] != '\n' {
			text[i] = ' '
		}
	}
	head, diags := parseNative(source.NewFile(r.file.Source.Name, string(text)))
	for _, d := range diags {
		if d.Span.Start >= start && d.Span.Start < end && d.Code != CodeNoThesis {
			d.File = r.file.Source
			r.diags = append(r.diags, d)
		}
	}
	if own := dataOf(r.m.Settings[argdownOwn]); own["claims"] != nil || own["title"] != nil || len(head.Arguments) > 0 {
		r.diags = append(r.diags, source.Diagnostic{Severity: source.Warning, Code: codeSettings, File: r.file.Source, Span: source.Span{Start: start, End: end},
			Message: "argmap's block holds more than it is read for", Hint: "claims stand in the document's text, its title in `title:` beside the block, and `thesis:` names the title of a statement"})
	}
	r.file.Lang, r.file.Terms, r.file.Sources, r.file.Bibliography = head.Lang, head.Terms, head.Sources, head.Bibliography
	if head.Thesis != nil {
		thesis = head.Thesis.Text.Value
	}
	return thesis
}

// names tells the id and the label of something with a title.
func (r *argdownReader) names(title string, d model.Data, at source.Span) (id, label Text) {
	given, hasID := d["id"].(string)
	said, hasLabel := d["label"].(string)
	if !r.own && !hasID {
		given = r.id(title)
	} else if given != "" {
		r.ids[given] = true
	}
	if named, ok := d[argdownNamed].(bool); ok && !named {
		return Text{Value: given, Span: at}, Text{Value: said, Span: at}
	}
	if !hasLabel && !(r.own && title == given) {
		said = title
	}
	return Text{Value: given, Span: at}, Text{Value: said, Span: at}
}

// details reads the data of a claim.
func (c *Claim) details(d model.Data, at source.Span) {
	if implicit, ok := d["implicit"].(bool); ok {
		c.Implicit = implicit
	}
	c.Note = dataText(d, "note", at)
	c.Step = dataText(d, "step", at)
	c.Answers = dataAnswers(d, at)
	if g := dataText(d, "group", at); !g.IsZero() {
		c.Group = g
	}
	c.Tags = append(c.Tags, dataTags(d, at)...)
	pieces, _ := d["evidence"].([]any)
	for _, piece := range pieces {
		one := dataOf(piece)
		e := &Evidence{Source: dataText(one, "source", at), At: dataText(one, "at", at), Kind: dataText(one, "kind", at),
			Quote: dataText(one, "quote", at), URL: dataText(one, "url", at), Note: dataText(one, "note", at), Answers: dataAnswers(one, at), Span: at}
		if len(one) > 0 {
			c.Evidence = append(c.Evidence, e)
		}
	}
}

// details reads the data of an argument.
func (a *Argument) details(d model.Data, at source.Span) {
	if s := dataText(d, "scheme", at); !s.IsZero() {
		a.Scheme = s
	}
	if s := dataText(d, "conflict", at); slices.Contains(Conflicts(), s.Value) && len(a.Premises) <= 1 {
		a.Conflict = s
	}
	a.Strength, a.Note, a.Step = dataText(d, "strength", at), dataText(d, "note", at), dataText(d, "step", at)
	a.Answers = dataAnswers(d, at)
	a.Tags = append(a.Tags, dataTags(d, at)...)
}

// dataText is a value of data as text; zero where there is none.
func dataText(d model.Data, key string, at source.Span) Text {
	switch v := d[key].(type) {
	case string, bool, int, int64, uint64, float64:
		return Text{Value: fmt.Sprint(v), Span: at}
	}
	return Text{}
}

func dataTags(d model.Data, at source.Span) []Text {
	var list []Text
	words, _ := d["tags"].([]any)
	for _, w := range words {
		if s, ok := w.(string); ok && strings.TrimSpace(s) != "" {
			list = append(list, Text{Value: s, Span: at})
		}
	}
	return list
}

func dataOf(v any) model.Data {
	switch v := v.(type) {
	case model.Data:
		return v
	case map[string]any:
		return v
	}
	return nil
}

// order puts the arguments about one target in the order in which argmap had them:
// relations stand below their target, and reconstructions after it.
func (r *argdownReader) order() {
	type side struct {
		claim    *Claim
		argument *Argument
		kind     Kind
	}
	sides := map[side][]int{}
	var all []side
	for i, a := range r.file.Arguments {
		s := side{a.Target.Claim, a.Target.Argument, a.Kind}
		if sides[s] == nil {
			all = append(all, s)
		}
		sides[s] = append(sides[s], i)
	}
	for _, s := range all {
		var list, placed []*Argument
		for _, i := range sides[s] {
			if a := r.file.Arguments[i]; r.places[a] == 0 {
				list = append(list, a)
			} else {
				placed = append(placed, a)
			}
		}
		slices.SortStableFunc(placed, func(a, b *Argument) int { return r.places[a] - r.places[b] })
		for _, a := range placed {
			list = slices.Insert(list, min(r.places[a]-1, len(list)), a)
		}
		for n, i := range sides[s] {
			r.file.Arguments[i] = list[n]
		}
	}
}

// findHinges finds the conclusions that only lead from premises to what they bear on,
// by what they bear on it.
func (r *argdownReader) findHinges() {
	for _, a := range r.m.Arguments {
		if c := a.Conclusion(); c != nil && c.Data[argdownOwn] == argdownHinge {
			for _, rel := range r.m.Relations {
				if rel.From.Class == c.Class {
					r.hinges[c.Class] = rel
				}
			}
		}
	}
}
