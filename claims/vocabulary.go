package claims

import (
	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"
)

// lang reads a language tag.
func (r *reader) lang(n *yaml.Node) Text {
	t := r.word(n, "a language")
	if t.IsZero() {
		return t
	}
	if _, err := language.Parse(t.Value); err != nil {
		r.d.Report(CodeBadLang, t.Span, "write a tag such as en, de or pt-BR", "%q is no language tag", t.Value)
		return Text{}
	}
	return t
}

// terms reads a list of words, or words with their aliases:
//
//	terms: [distrust, backing]
//	terms: {DPRK: [North Korea, Pyongyang], distrust: mistrust, backing: }
func (r *reader) terms(n *yaml.Node) []*Term {
	var terms []*Term
	if n.Kind != yaml.MappingNode {
		for _, item := range r.list(n, "terms") {
			if item.Kind == yaml.MappingNode { // `- distrust: mistrust`
				terms = append(terms, r.terms(item)...)
			} else if t := r.word(item, "a term"); !t.IsZero() {
				terms = append(terms, &Term{Word: t})
			}
		}
		return terms
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		term := &Term{Word: r.word(n.Content[i], "a term")}
		if v := n.Content[i+1]; v.Tag != "!!null" {
			for _, item := range r.list(v, "a term's other words") {
				if t := r.word(item, "a word"); !t.IsZero() {
					term.Aliases = append(term.Aliases, t)
				}
			}
		}
		if !term.Word.IsZero() {
			terms = append(terms, term)
		}
	}
	return terms
}

// paths reads one path or a list of them.
func (r *reader) paths(n *yaml.Node) []Text {
	var paths []Text
	for _, item := range r.list(n, "bibliography") {
		if t := r.word(item, "a path"); !t.IsZero() {
			paths = append(paths, t)
		}
	}
	return paths
}
