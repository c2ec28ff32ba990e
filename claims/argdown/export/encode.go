package export

import (
	"bytes"
	"encoding/json"
	"maps"
	"math"
	"slices"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
)

// object is a JSON object whose keys stay in their order.
type object []field

type field struct {
	key   string
	value any
}

func (o *object) add(key string, value any) { *o = append(*o, field{key, value}) }

// text adds a text unless it is empty, and list a list unless there is none.
func (o *object) text(key, value string) {
	if value != "" {
		o.add(key, value)
	}
}

func (o *object) list(key string, items []string) {
	if items == nil {
		return
	}
	list := []any{}
	for _, s := range items {
		list = append(list, s)
	}
	o.add(key, list)
}

func (o *object) data(d model.Data) {
	if d != nil {
		o.add("data", d)
	}
}

// inline adds what is more than text in a text.
func (o *object) inline(r reading, c argdown.Content) {
	if len(r.ranges) > 0 {
		o.add("ranges", r.list())
	}
	o.list("tags", c.Tags())
}

// encoder writes values, indented by two blanks for each level.
type encoder struct {
	bytes.Buffer
	strings *json.Encoder
}

func encode(v any) []byte {
	e := &encoder{}
	e.strings = json.NewEncoder(&e.Buffer)
	e.strings.SetEscapeHTML(false)
	e.value(v, "\n")
	e.WriteByte('\n')
	return e.Bytes()
}

// value writes a value; indent is a line break with the indentation behind it.
func (e *encoder) value(v any, indent string) {
	switch v := v.(type) {
	case object:
		e.block('{', '}', len(v), indent, func(i int, inner string) {
			e.plain(v[i].key)
			e.WriteString(": ")
			e.value(v[i].value, inner)
		})
	case model.Data:
		keys := slices.Sorted(maps.Keys(v))
		e.block('{', '}', len(keys), indent, func(i int, inner string) {
			e.plain(keys[i])
			e.WriteString(": ")
			e.value(v[keys[i]], inner)
		})
	case []any:
		e.block('[', ']', len(v), indent, func(i int, inner string) { e.value(v[i], inner) })
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			e.plain(nil)
			return
		}
		e.plain(v)
	default:
		e.plain(v)
	}
}

func (e *encoder) block(open, shut byte, n int, indent string, item func(i int, inner string)) {
	e.WriteByte(open)
	inner := indent + "  "
	for i := range n {
		if i > 0 {
			e.WriteByte(',')
		}
		e.WriteString(inner)
		item(i, inner)
	}
	if n > 0 {
		e.WriteString(indent)
	}
	e.WriteByte(shut)
}

// plain writes a text, a number, a truth value or nothing.
func (e *encoder) plain(v any) {
	_ = e.strings.Encode(v) // it cannot fail: neither the value nor the buffer can
	e.Truncate(e.Len() - 1) // its line break
}
