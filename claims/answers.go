package claims

import (
	"strings"

	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"go.yaml.in/yaml/v4"
)

// Answer is what the author answers to a critical question. Without a Question, it
// answers the one that has its place in the list of questions; a blank Text answers
// nothing, and keeps the place.
type Answer struct {
	Question Text // id
	Text     Text
}

// answers reads answers by the ids of their questions, or in the order of these:
//
//	answers: {field: "She works on nothing else.", bias: "The mine pays her."}
//	answers: ["She works on nothing else.", "", "The mine pays her."]
//
// A question whose answer is blank is open.
func (r *reader) answers(n *yaml.Node) []*Answer {
	var answers []*Answer
	if n.Kind != yaml.MappingNode {
		for _, item := range r.list(n, "answers") {
			answers = append(answers, &Answer{Text: r.answer(item)})
		}
		return answers
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		id := r.id(n.Content[i], "a question's id")
		text := r.answer(n.Content[i+1])
		if seen[id.Value] && !id.IsZero() {
			r.d.Report(CodeDuplicateKey, id.Span, "make one answer of the two", "the question `%s` is answered twice", yamltree.Shorten(id.Value))
		}
		if seen[id.Value] = true; !id.IsZero() {
			answers = append(answers, &Answer{id, text})
		}
	}
	return answers
}

// answer reads a text, which may be blank. A text that holds ": " in a list has
// become a mapping.
func (r *reader) answer(n *yaml.Node) Text {
	switch {
	case n.Kind == yaml.ScalarNode && n.Anchor == "" && (strings.TrimSpace(n.Value) == "" || n.Tag == "!!null"):
		return Text{}
	case n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Style&yaml.FlowStyle == 0 && n.Content[0].Kind == yaml.ScalarNode && n.Content[1].Kind == yaml.ScalarNode:
		span := source.Span{Start: r.d.Span(n.Content[0]).Start, End: r.d.Span(n.Content[1]).End}
		d := r.d.Report(yamltree.CodeColon, span, "put the text in quotes; answers by the ids of their questions stand without hyphens",
			"the answer holds `: `, which YAML takes for the end of a key")
		d.Fix = yamltree.QuoteFix(r.d.Source, span)
		return Text{strings.TrimSpace(yamltree.Unmask(n.Content[0].Value) + ": " + yamltree.Unmask(n.Content[1].Value)), span}
	}
	return r.word(n, "an answer")
}

// answers adds answers as they were given: by id, or in a list.
func (es *entries) answers(answers []*Answer) {
	var byID entries
	var inOrder list
	for _, a := range answers {
		if a.Question.IsZero() {
			inOrder = append(inOrder, a.Text.Value)
		} else {
			byID = append(byID, entry{a.Question.Value, a.Text.Value})
		}
	}
	if byID != nil {
		*es = append(*es, entry{"answers", byID})
		return
	}
	es.list("answers", inOrder)
}

// answersData adds answers to data, whose mappings have no order: each is an item of
// a list.
func (es *entries) answersData(answers []*Answer) {
	var items list
	for _, a := range answers {
		if a.Question.IsZero() {
			items = append(items, a.Text.Value)
		} else {
			items = append(items, entries{{a.Question.Value, a.Text.Value}})
		}
	}
	es.list("answers", items)
}

// dataAnswers reads what answersData wrote.
func dataAnswers(d model.Data, at source.Span) []*Answer {
	var answers []*Answer
	items, _ := d["answers"].([]any)
	for _, item := range items {
		if text, ok := item.(string); ok {
			answers = append(answers, &Answer{Text: Text{text, at}})
			continue
		}
		one := dataOf(item)
		for _, id := range one.Keys() {
			answers = append(answers, &Answer{Text{id, at}, dataText(one, id, at)})
		}
	}
	return answers
}
