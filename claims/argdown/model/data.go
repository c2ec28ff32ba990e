package model

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

// Data is what YAML says of an element. Values are nil, bool, int, float64, string,
// []any and Data.
type Data map[string]any

// Keys are the keys, sorted.
func (d Data) Keys() []string { return slices.Sorted(maps.Keys(d)) }

var (
	errNoMapping = errors.New("data is a list of keys and values, as in {key: value}")
	errTooLarge  = errors.New("the data is too large")
)

// parseData reads a block of YAML. What could be read comes back with the error.
func parseData(d *argdown.Data, front bool) (Data, error) {
	text := d.YAML
	if first, _, many := strings.Cut(text, "\n"); !front && !(many && strings.TrimSpace(first) == "") {
		text = "{" + text + "}"
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	// A text has no more nodes than bytes, unless it repeats itself.
	r := reader{left: len(text) + 100}
	value := r.value(doc.Content[0])
	data, ok := value.(Data)
	if !ok && value != nil && r.err == nil {
		r.err = errNoMapping
	}
	return data, r.err
}

// badLine is the place of the line that an error complains of, or of all the data.
func badLine(d *argdown.Data, err error) source.Span {
	n := 0
	lines := strings.SplitAfter(d.YAML, "\n")
	if _, e := fmt.Sscanf(err.Error(), "yaml: line %d:", &n); e != nil || n < 1 || n > len(lines) || d.Inside.End == 0 {
		return d.Span
	}
	start := d.Inside.Start + len(strings.Join(lines[:n-1], ""))
	if line := strings.TrimSpace(lines[n-1]); line != "" {
		start += strings.Index(lines[n-1], line)
		return source.Span{Start: start, End: start + len(line)}
	}
	return d.Span
}

// complaint is what an error says, without the place.
func complaint(err error) string {
	s := strings.TrimPrefix(err.Error(), "yaml: ")
	if line, rest, ok := strings.Cut(s, ": "); ok && strings.HasPrefix(line, "line ") {
		return rest
	}
	return s
}

// reader turns YAML nodes into values.
type reader struct {
	left int // nodes that may still come
	err  error
}

func (r *reader) value(n *yaml.Node) any {
	if r.left--; r.left < 0 {
		r.err = errTooLarge
		return nil
	}
	switch n.Kind {
	case yaml.AliasNode:
		return r.value(n.Alias)
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, r.value(c))
		}
		return list
	case yaml.MappingNode:
		data := Data{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i].Value
			if _, twice := data[key]; twice && r.err == nil {
				r.err = errors.New("the key " + strconv.Quote(key) + " stands here twice")
			}
			data[key] = r.value(n.Content[i+1])
		}
		return data
	default:
		return scalar(n)
	}
}

// scalar is the value of a single word; what is no number, truth value or nothing is
// a text, dates among them.
func scalar(n *yaml.Node) any {
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int":
		var i int
		if n.Decode(&i) == nil {
			return i
		}
	case "!!float":
		var f float64
		if n.Decode(&f) == nil {
			return f
		}
	}
	return n.Value
}

// merge lays new data over old, as deep as both are mappings, and lists item by item.
func merge(old, new Data) Data {
	if old == nil {
		old = Data{}
	}
	for _, key := range new.Keys() {
		old[key] = mergeValue(old[key], new[key])
	}
	return old
}

func mergeValue(old, new any) any {
	switch n := new.(type) {
	case Data:
		o, _ := old.(Data)
		return merge(merge(nil, o), n)
	case []any:
		o, _ := old.([]any)
		list := append([]any{}, o...)
		for i, v := range n {
			if i < len(list) {
				list[i] = mergeValue(list[i], v)
			} else {
				list = append(list, mergeValue(nil, v))
			}
		}
		return list
	default:
		return new
	}
}

// truthy is what a script takes for true.
func truthy(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case int:
		return v != 0
	case float64:
		return v != 0
	case string:
		return v != ""
	default:
		return true
	}
}

// object is the mapping below a path of keys, or nil.
func (d Data) object(path ...string) Data {
	for _, key := range path {
		d, _ = d[key].(Data)
	}
	return d
}

// flag is the truth value of a key, or what it is if unsaid.
func (d Data) flag(key string, unsaid bool) bool {
	v, ok := d[key]
	if !ok || v == nil {
		return unsaid
	}
	return truthy(v)
}

// text is the text of a key, or what it is if unsaid.
func (d Data) text(key, unsaid string) string {
	if s, ok := d[key].(string); ok {
		return s
	}
	return unsaid
}

// number is the number of a key, or what it is if unsaid.
func (d Data) number(key string, unsaid float64) float64 {
	switch n := d[key].(type) {
	case int:
		return float64(n)
	case float64:
		return n
	}
	return unsaid
}

// texts are the texts in the list of a key; a text alone is a list of one. It tells
// whether the key is there.
func (d Data) texts(key string) ([]string, bool) {
	switch v := d[key].(type) {
	case string:
		return []string{v}, true
	case []any:
		list := []string{}
		for _, item := range v {
			if s, ok := item.(string); ok {
				list = append(list, s)
			}
		}
		return list, true
	}
	return nil, false
}
