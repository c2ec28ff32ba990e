package claims

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"go.yaml.in/yaml/v4"
)

// strayKeys are keys that people try, and what this format has instead.
var strayKeys = map[string]string{
	"text": "claim", "sentence": "claim", "statement": "claim", "contention": "thesis",
	"reasons": "because", "reason": "because", "pro": "because", "pros": "because", "supports": "because", "support": "because", "since": "because",
	"objections": "but", "objection": "but", "con": "but", "cons": "but", "attacks": "but", "attack": "but", "rebuttals": "but", "rebuttal": "but", "undercuts": "but", "however": "but", "against": "but",
	"reference": "ref", "use": "ref", "see": "ref", "premise": "premises", "copremises": "premises",
	"locator": "at", "page": "at", "where": "at", "citation": "quote", "type": "kind", "link": "url", "URL": "url",
	"comment": "note", "notes": "note", "tag": "tags", "name": "id", "unstated": "implicit", "weight": "strength",
	"references": "sources", "source": "sources", "conclusion": "thesis", "language": "lang", "glossary": "terms", "vocabulary": "terms", "evidences": "evidence",
}

// fields is a mapping taken apart. Values of unknown and repeated keys are not in it.
type fields struct {
	node   *yaml.Node
	span   source.Span
	keys   map[string]*yaml.Node // by key, the key's own node
	values map[string]*yaml.Node
	order  []string
}

func (f *fields) has(key string) bool { return f.values[key] != nil }

// fields reads a mapping whose keys must be among known; what says where they
// belong ("a claim").
func (r *reader) fields(n *yaml.Node, known []string, what string) *fields {
	f := &fields{node: n, span: r.d.Span(n), keys: map[string]*yaml.Node{}, values: map[string]*yaml.Node{}}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		key := yamltree.Unmask(k.Value)
		span := r.d.Span(k)
		f.span.End = max(f.span.End, r.d.End(v), span.End)
		switch {
		case k.Kind != yaml.ScalarNode:
			r.d.Report(CodeUnknownKey, span, "put a text in quotes that begins with a bracket", "a key is one word")
		case k.Tag == "!!merge":
			r.d.Report(CodeAlias, span, "to use a claim twice, give it an id and write `ref: ID`", "merge keys are no part of the format")
		case f.keys[key] != nil:
			d := r.d.Report(CodeDuplicateKey, span, "keep one of the two; because and but take a list", "`%s` is given twice", key)
			d.Related = []source.Related{{Message: "first given here", Span: r.d.Span(f.keys[key])}}
		case !slices.Contains(known, key):
			meant := r.unknownKey(key, span, known, what)
			if meant == "" || f.keys[meant] != nil || hasKey(n, meant) {
				continue
			}
			key = meant // so that mistakes inside are found too
			fallthrough
		default:
			f.keys[key], f.values[key] = k, v
			f.order = append(f.order, key)
		}
	}
	return f
}

// unknownKey reports a key, and returns the one that was most likely meant.
func (r *reader) unknownKey(key string, span source.Span, known []string, what string) (meant string) {
	hint := what + " takes " + strings.Join(known, ", ")
	if meant = strayKeys[key]; !slices.Contains(known, meant) {
		meant = source.Suggest(key, known)
	}
	var fix *source.Fix
	if meant != "" {
		hint = "did you mean `" + meant + "`?"
		fix = &source.Fix{Message: "write " + meant, Edits: []source.Edit{{Span: span, Text: meant}}}
	} else if strings.ContainsAny(key, " ") {
		hint = "if this is a text, put it in quotes"
	}
	r.d.Report(CodeUnknownKey, span, hint, "%s has no key `%s`", what, yamltree.Shorten(key)).Fix = fix
	return meant
}

func answersKey[T any](doc string, field func(T) *[]*Answer) key[T] {
	return key[T]{"answers", shapeAnswers, doc + " By the ids of the questions, or a list in their order; `argmap questions` asks them.",
		func(r *reader, x T, v *yaml.Node) { *field(x) = r.answers(v) }}
}
