package embed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// Tree is a document as Pandoc hands it to filters: JSON of its syntax tree
// (https://hackage.haskell.org/package/pandoc-types, Text.Pandoc.Definition).
type Tree struct {
	Blocks []*Block // in the order of their places

	root  map[string]any
	nodes []map[string]any // of the blocks
}

var errNotPandoc = errors.New("this is no syntax tree of Pandoc as JSON")

// ReadTree finds the blocks of class argmap in a tree, and the comments that begin
// with the word, wherever they stand. What an earlier run has written between
// markers into the document is taken out. What it reports are errors.
//
// Pandoc does not say where a block stands. Diagnostics point into the block, put
// together from its parts and named after its number.
func ReadTree(data []byte) (*Tree, source.Diagnostics, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber() // numbers stay as they are written
	t := &Tree{}
	if err := dec.Decode(&t.root); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errNotPandoc, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, nil, fmt.Errorf("%w: there is something behind it", errNotPandoc)
	}
	blocks, ok := t.root["blocks"].([]any)
	if _, versioned := t.root["pandoc-api-version"]; !ok || !versioned {
		return nil, nil, errNotPandoc
	}
	var diags source.Diagnostics
	t.root["blocks"] = t.walk(blocks, &diags)
	return t, append(diags, checkNames(t.Blocks)...), nil
}

// walk looks at every value of the tree. It returns the value that takes its
// place: lists without what stands between markers, everything else itself.
func (t *Tree) walk(v any, diags *source.Diagnostics) any {
	switch v := v.(type) {
	case []any:
		v = withoutRegions(v)
		for i := range v {
			v[i] = t.walk(v[i], diags)
		}
		return v
	case map[string]any:
		if b := t.block(v, diags); b != nil {
			t.Blocks, t.nodes = append(t.Blocks, b), append(t.nodes, v)
			return v
		}
		if c, ok := v["c"]; ok {
			v["c"] = t.walk(c, diags)
		}
	}
	return v
}

// block reads a node, if it is a map.
func (t *Tree) block(node map[string]any, diags *source.Diagnostics) *Block {
	c, _ := node["c"].([]any)
	if len(c) != 2 {
		return nil
	}
	text, _ := c[1].(string)
	opening := ""
	switch node["t"] {
	case "CodeBlock":
		id, classes, pairs, ok := attr(c[0])
		if !ok || !slices.Contains(classes, word) {
			return nil
		}
		opening = "``` {" + attrText(id, classes, pairs) + "}\n"
		text = text + "\n```\n"
	case "RawBlock":
		if format, _ := c[0].(string); format != "html" {
			return nil
		}
		text = strings.TrimSpace(text) + "\n"
	default:
		return nil
	}
	file := source.NewFile(fmt.Sprintf("argmap block %d", len(t.Blocks)+1), opening+text)
	if opening == "" {
		d, ds := Read(file)
		if len(d.Blocks) == 1 {
			*diags = append(*diags, ds...)
			return d.Blocks[0]
		}
		return nil
	}
	line := len(opening) - 1
	b := &Block{doc: file, At: source.Span{End: line}}
	*diags = append(*diags, b.header(opening[4:line], 4)...)
	body := opening + text[:len(text)-len("```\n")]
	b.pieces = []piece{{0, 0, len(opening), len(body) - len(opening)}}
	b.Claims = source.NewFile(file.Name, body[len(opening):])
	return b
}

// attr takes Pandoc's attributes apart: an id, classes, and pairs of key and value.
func attr(v any) (id string, classes []string, pairs [][2]string, ok bool) {
	list, _ := v.([]any)
	if len(list) != 3 {
		return "", nil, nil, false
	}
	id, _ = list[0].(string)
	words, _ := list[1].([]any)
	for _, w := range words {
		s, _ := w.(string)
		classes = append(classes, s)
	}
	keys, _ := list[2].([]any)
	for _, k := range keys {
		if pair, _ := k.([]any); len(pair) == 2 {
			key, _ := pair[0].(string)
			value, _ := pair[1].(string)
			pairs = append(pairs, [2]string{key, value})
		}
	}
	return id, classes, pairs, true
}

// attrText writes attributes as they stand in a document, on one line.
func attrText(id string, classes []string, pairs [][2]string) string {
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	var words []string
	if id != "" {
		words = append(words, "#"+strings.ReplaceAll(line(id), " ", "-"))
	}
	for _, c := range classes {
		words = append(words, "."+strings.ReplaceAll(line(c), " ", "-"))
	}
	for _, p := range pairs {
		value := line(p[1])
		if value == "" || strings.ContainsAny(value, " \"'\\{}=") {
			value = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
		}
		words = append(words, p[0]+"="+value)
	}
	return strings.Join(words, " ")
}

// Rewrite puts a picture in the place of each block, and returns the tree as JSON.
// A block that has a caption becomes a figure.
func (t *Tree) Rewrite(pictures []Picture) ([]byte, error) {
	for i, node := range t.nodes {
		b, p := t.Blocks[i], pictures[i]
		classes := make([]any, 0, len(b.classes))
		for _, c := range b.classes {
			classes = append(classes, c)
		}
		image := map[string]any{"t": "Image", "c": []any{[]any{b.id, classes, []any{}}, inlines(plain(p.Alt)), []any{p.Image, ""}}}
		content := []any{image}
		if p.Link != "" {
			content = []any{map[string]any{"t": "Link", "c": []any{[]any{"", []any{}, []any{}}, content, []any{p.Link, ""}}}}
		}
		node["t"], node["c"] = "Para", content
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(t.root)
	return out.Bytes(), err
}

// inlines are the words of a text.
func inlines(text string) []any {
	list := []any{}
	for i, w := range strings.Fields(text) {
		if i > 0 {
			list = append(list, map[string]any{"t": "Space"})
		}
		list = append(list, map[string]any{"t": "Str", "c": w})
	}
	return list
}

// withoutRegions is a list of blocks without what stands between markers, and
// without the markers.
func withoutRegions(list []any) []any {
	begin := -1
	var kept []any
	for i, v := range list {
		if begin >= 0 {
			if rest, ended := afterEnd(v); ended {
				begin = -1
				if rest != nil {
					kept = append(kept, rest)
				}
			}
			continue
		}
		if isMarker(v, "RawBlock", "begin") && hasEnd(list[i+1:]) {
			begin = i
			continue
		}
		kept = append(kept, v)
	}
	if kept == nil {
		return list[:0]
	}
	return kept
}

func hasEnd(list []any) bool {
	for _, v := range list {
		if _, ended := afterEnd(v); ended {
			return true
		}
		if isMarker(v, "RawBlock", "begin") {
			return false
		}
	}
	return false
}

// afterEnd tells whether a block is the end marker, or a paragraph that holds it,
// as Pandoc reads one that stands right behind the picture. Of such a paragraph
// it returns what follows the marker, nil if nothing does.
func afterEnd(block any) (rest any, ended bool) {
	if isMarker(block, "RawBlock", "end") {
		return nil, true
	}
	node, _ := block.(map[string]any)
	content, _ := node["c"].([]any)
	if node["t"] != "Para" && node["t"] != "Plain" {
		return nil, false
	}
	for i, inline := range content {
		if !isMarker(inline, "RawInline", "end") {
			continue
		}
		behind := content[i+1:]
		for len(behind) > 0 && isBlank(behind[0]) {
			behind = behind[1:]
		}
		if len(behind) == 0 {
			return nil, true
		}
		return map[string]any{"t": node["t"], "c": behind}, true
	}
	return nil, false
}

func isBlank(inline any) bool {
	node, _ := inline.(map[string]any)
	return node["t"] == "Space" || node["t"] == "SoftBreak"
}

func isMarker(v any, kind, which string) bool {
	node, _ := v.(map[string]any)
	c, _ := node["c"].([]any)
	if node["t"] != kind || len(c) != 2 || c[0] != "html" {
		return false
	}
	text, _ := c[1].(string)
	found := markerComment.FindStringSubmatch(strings.TrimSpace(text))
	return found != nil && (found[2] != "") == (which == "end")
}
