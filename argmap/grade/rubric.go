package grade

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/argmap/argmap/claims/source"
)

// Rubric says what counts how much.
type Rubric struct {
	Moves, Flips, Groups, Extra float64            // weights of the map metric
	Half                        float64            // credit for a claim in the right branch at the wrong place, from 0 to 1
	Points                      float64            // what a right answer is worth
	Round                       float64            // points are rounded to multiples of this; 0: they are not
	Fields                      map[string]float64 // weights of single fields, or of claims by their ids or numbers; others have 1
}

// Default is the rubric of those who write none: a claim at the wrong place costs twice as
// much as one the wrong way or badly grouped, and ten points are out of ten.
func Default() *Rubric {
	return &Rubric{Moves: 1, Flips: 0.5, Groups: 0.5, Extra: 0.5, Half: 0.5, Points: 10, Round: 0.5}
}

// weight is how much an item counts: by its own name, or by the claim that it is about.
func (r *Rubric) weight(it *Item) float64 {
	if w, said := r.Fields[it.ID]; said {
		return w
	}
	if w, said := r.Fields[it.Claim]; said && it.Claim != "" {
		return w
	}
	return it.Weight
}

// CodeBadRubric is the code of what is wrong in a rubric.
const CodeBadRubric = "bad-rubric"

// ReadRubric reads a rubric; what it does not say is as in Default.
//
//	points: 20
//	round: 1
//	weights: {moves: 1, flips: 0.5, groups: 0.5, extra: 0.5}
//	half: 0.5
//	fields: {1: 2, distrust: 0}
func ReadRubric(src *source.File) (*Rubric, source.Diagnostics) {
	r := &rubricReader{src: src, rubric: Default()}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(src.Text), &doc); err != nil {
		r.report(&yaml.Node{Line: 1, Column: 1}, "write it as YAML: `points: 20`", "the rubric cannot be read: %v", err)
		return r.rubric, r.diags
	}
	if len(doc.Content) > 0 {
		r.top(doc.Content[0])
	}
	return r.rubric, r.diags
}

type rubricReader struct {
	src    *source.File
	rubric *Rubric
	diags  source.Diagnostics
}

func (r *rubricReader) report(n *yaml.Node, hint, format string, args ...any) {
	at := r.src.Offset(source.Position{Line: max(n.Line, 1), Col: max(n.Column, 1)})
	r.diags = append(r.diags, source.Diagnostic{Code: CodeBadRubric, File: r.src, Span: source.Span{Start: at, End: at + len(n.Value)},
		Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (r *rubricReader) top(n *yaml.Node) {
	b := r.rubric
	r.keys(n, map[string]*float64{"points": &b.Points, "round": &b.Round, "half": &b.Half}, func(key string, value *yaml.Node) bool {
		switch key {
		case "weights":
			r.keys(value, map[string]*float64{"moves": &b.Moves, "flips": &b.Flips, "groups": &b.Groups, "extra": &b.Extra}, nil)
		case "fields":
			b.Fields = map[string]float64{}
			r.keys(value, nil, func(key string, value *yaml.Node) bool {
				b.Fields[key] = r.number(value, 1)
				return true
			})
		default:
			return false
		}
		return true
	})
	if b.Half > 1 {
		r.report(n, "write a number from 0 to 1", "half is a share of a claim's credit, not %g", b.Half)
		b.Half = Default().Half
	}
	if b.Moves == 0 && b.Flips == 0 && b.Groups == 0 {
		r.report(n, "let at least one of moves, flips and groups count", "nothing counts in this rubric")
		b.Moves = 1
	}
}

// keys reads a mapping of numbers; other takes the keys that are none of them.
func (r *rubricReader) keys(n *yaml.Node, numbers map[string]*float64, other func(string, *yaml.Node) bool) {
	if n.Kind != yaml.MappingNode {
		r.report(n, "write keys with numbers: `moves: 1`", "this is no list of keys with numbers")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if field := numbers[key.Value]; field != nil {
			*field = r.number(value, *field)
			continue
		}
		if other != nil && other(key.Value, value) {
			continue
		}
		known := []string{"points", "round", "half", "weights", "fields", "moves", "flips", "groups", "extra"}
		hint := "there are " + strings.Join(known, ", ")
		if s := source.Suggest(key.Value, known); s != "" {
			hint = "did you mean `" + s + "`?"
		}
		r.report(key, hint, "a rubric has no `%s` here", key.Value)
	}
}

// number reads a weight, which is no less than nothing.
func (r *rubricReader) number(n *yaml.Node, unsaid float64) float64 {
	v, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || !(v >= 0 && v <= 1e6) {
		r.report(n, "write a number such as 0.5", "%q is no weight", n.Value)
		return unsaid
	}
	return v
}
