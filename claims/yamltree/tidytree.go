package yamltree

import (
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
	"go.yaml.in/yaml/v4"
)

// part is a mapping, a list, a text, or the room for one that is not written.
type part struct {
	kind    yaml.Kind // 0: nothing is written
	flow    bool      // stands between brackets
	col     int       // of a block: the column of its entries; of nothing: the first that lies inside
	entries []*entry  // of a mapping or list
	tail    []remark  // what stands behind the last entry

	scalar *yaml.Node
	raw    string   // a text as it is written
	lines  []string // of a block scalar, its text without indentation; raw is its header
	flat   int      // columns that it takes on one line; noFlat where it cannot stand on one
}

const noFlat = -1

// entry is an item of a list, or a key with its value.
type entry struct {
	lead  []remark // above it
	moved []remark // likewise, but from behind it or from between its key and value
	key   *part    // nil for an item
	colon bool     // a key has its colon, without which it may stand in a flow mapping
	value *part
	trail remark // behind it on its line; the zero value is none
}

// remark is a comment, or a blank line where text is "".
type remark struct {
	text string
	own  bool // has a line of its own
	col  int  // in which the # stands, from 1
	off  int  // blanks before it
}

// addTrail puts a comment behind an entry, and moves one that stands there.
func (e *entry) addTrail(r remark) {
	if e.trail.text != "" {
		e.moved = append(e.moved, e.trail)
	}
	e.trail = r
}

// move puts comments above an entry that stand between its parts.
func (e *entry) move(rs []remark) {
	for _, r := range rs {
		if r.text != "" {
			e.addTrail(r)
		}
	}
	e.addTrail(remark{})
}

// last is the innermost entry that ends where e does, and the blocks around it,
// from the outside in.
func (e *entry) last() (*entry, []*part) {
	var blocks []*part
	for v := e.value; v.kind != yaml.ScalarNode && !v.flow; v = e.value {
		blocks = append(blocks, v)
		if v.kind == 0 {
			break
		}
		e = v.entries[len(v.entries)-1]
	}
	return e, blocks
}

// maxNesting is how deep a file may be nested, so that the indentation of a small
// one cannot fill the memory.
const maxNesting = 2000

// builder makes parts of nodes, and goes through the text between them: what it
// does not expect there is refused, so that nothing is lost.
type builder struct {
	tree    *Tree
	text    string // as the tree's nodes have it, its lines ending at "\n"
	at      int    // what stands before has been read
	refused bool
	remarks []string
	depth   int

	inside int // the column of the innermost block, 0 at the top

	found, line, col int // a place and its offset, from which the next is found
}

func newBuilder(tree *Tree) *builder {
	lines := make([]string, len(tree.lines))
	for i, line := range tree.lines {
		lines[i] = strings.TrimSuffix(line, "\r")
	}
	return &builder{tree: tree, text: strings.Join(lines, "\n"), line: 1, col: 1}
}

// locate is the offset of a node. Nodes must be asked for in the order of the text.
func (b *builder) locate(n *yaml.Node) int {
	for b.line < n.Line {
		i := strings.IndexByte(b.text[b.found:], '\n')
		if i < 0 {
			return len(b.text)
		}
		b.found, b.line, b.col = b.found+i+1, b.line+1, 1
	}
	for b.col < n.Column && b.found < len(b.text) {
		_, size := utf8.DecodeRuneInString(b.text[b.found:])
		b.found, b.col = b.found+size, b.col+1
	}
	return b.found
}

// refuse reports what cannot be kept, if it is the first such thing.
func (b *builder) refuse(offset int, hint, format string, args ...any) {
	if b.refused {
		return
	}
	b.refused = true
	head := b.text[:offset]
	line := 1 + strings.Count(head, "\n")
	col := utf8.RuneCountInString(head[strings.LastIndexByte(head, '\n')+1:]) + 1
	start := b.tree.offset(line, col)
	end := start
	if offset < len(b.text) && b.text[offset] != '\n' {
		end = b.tree.offset(line, col+1)
	}
	b.tree.Report(CodeNotTidied, source.Span{Start: start, End: end}, hint, format, args...)
}

// unexpected refuses what stands at the place that is read.
func (b *builder) unexpected() {
	c := byte(0)
	if b.at < len(b.text) {
		c = b.text[b.at]
	}
	switch {
	case c == '&' || c == '*':
		b.refuse(b.at, "write out what it stands for", "anchors and aliases are not laid out")
	case c == '!':
		b.refuse(b.at, "delete it, or put the text in quotes that begins with it", "tags are not laid out")
	case c == '?':
		b.refuse(b.at, "write the key before its colon, without the question mark", "keys set off by a question mark are not laid out")
	case c == ':':
		b.refuse(b.at, "write the key before the colon", "a value without a key is not laid out")
	case b.separator("---"):
		b.severalDocuments()
	case c == '%' && b.lineStart():
		b.refuse(b.at, "delete the line", "a file with directives is not laid out")
	default:
		b.refuse(b.at, "", "what stands here is not laid out")
	}
}

func (b *builder) severalDocuments() {
	b.refuse(b.at, "move what follows to a file of its own", "a file of several documents is not laid out")
}

func (b *builder) lineStart() bool { return b.at == 0 || b.text[b.at-1] == '\n' }

// separator tells whether a line here is one of the marks between documents.
func (b *builder) separator(mark string) bool {
	if !b.lineStart() || !strings.HasPrefix(b.text[b.at:], mark) {
		return false
	}
	rest := b.text[b.at+len(mark):]
	return rest == "" || strings.ContainsRune(" \t\n", rune(rest[0]))
}

func (b *builder) expect(c byte) {
	if b.at < len(b.text) && b.text[b.at] == c {
		b.at++
		return
	}
	b.unexpected()
}

// document reads the whole text.
func (b *builder) document(root *yaml.Node) *entry {
	top := &entry{value: &part{}, lead: b.gap()}
	if b.separator("---") {
		top.lead = append(top.lead, b.mark()...)
	}
	if b.at < len(b.text) && b.text[b.at] == '%' && b.lineStart() {
		b.unexpected()
	}
	var gap []remark
	if !isNothing(root) {
		var lead []remark
		if isBlock(root) {
			top.lead, lead = nil, top.lead
		}
		top.value = b.part(root, top, lead)
		gap = b.gap()
	}
	ended := false
	for b.separator("...") {
		gap, ended = append(gap, b.mark()...), true
	}
	switch {
	case b.at == len(b.text):
	case ended:
		b.severalDocuments()
	default:
		b.unexpected()
	}
	if top.value.kind == 0 {
		top.value.tail = gap
	} else {
		top.value.tail = append(top.value.tail, settle(gap, top, 0)...)
	}
	return top
}

// mark reads a mark between documents, and the comments behind it, which get lines
// of their own.
func (b *builder) mark() []remark {
	b.at += len("---")
	gap := b.gap()
	for i := range gap {
		gap[i].own = true
	}
	return gap
}

func isBlock(n *yaml.Node) bool {
	return n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle == 0
}

// part reads a node. lead is what stands before a block's first entry; e is the
// entry whose value the node is, for comments that belong to it.
func (b *builder) part(n *yaml.Node, e *entry, lead []remark) *part {
	b.depth++
	defer func() { b.depth-- }()
	switch {
	case b.depth > maxNesting:
		b.refuse(b.at, "", "lists and keys are nested more than %d deep", maxNesting)
	case n.Kind == yaml.AliasNode, n.Anchor != "":
		b.refuse(b.at, "write out what it stands for", "anchors and aliases are not laid out")
	case n.Style&yaml.TaggedStyle != 0:
		b.refuse(b.at, "delete it, or put the text in quotes that begins with it", "tags are not laid out")
	case b.locate(n) != b.at:
		b.unexpected()
	}
	switch {
	case b.refused:
		return &part{}
	case n.Kind == yaml.ScalarNode:
		return b.scalar(n, e)
	case n.Style&yaml.FlowStyle != 0:
		return b.flow(n, e)
	}
	return b.block(n, lead)
}

func (b *builder) block(n *yaml.Node, lead []remark) *part {
	p := &part{kind: n.Kind, col: n.Column, flat: noFlat}
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	for i := 0; i < len(n.Content) && !b.refused; i += step {
		if i > 0 {
			lead = settle(b.gap(), p.entries[len(p.entries)-1], p.col)
		}
		e := &entry{lead: lead}
		if n.Kind == yaml.MappingNode {
			e.key, e.colon = b.key(n.Content[i]), true
			b.blanks()
			b.expect(':')
			b.value(e, n.Content[i+1], p.col)
		} else {
			b.expect('-')
			b.value(e, n.Content[i], p.col)
		}
		p.entries = append(p.entries, e)
	}
	return p
}

func (b *builder) key(n *yaml.Node) *part {
	switch {
	case n.Kind != yaml.ScalarNode && n.Kind != yaml.AliasNode:
		b.refuse(b.at, "put a text in quotes that begins with a bracket", "a key is one text")
	case n.Tag == "!!merge":
		b.refuse(b.at, "write out what it stands for", "merge keys are not laid out")
	case isNothing(n), n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		b.unexpected()
	}
	return b.part(n, nil, nil)
}

// value reads what stands behind a key's colon or a list's hyphen, if anything
// does; col is the column of the block that the entry stands in, 0 in a flow
// collection.
func (b *builder) value(e *entry, n *yaml.Node, col int) {
	if isNothing(n) {
		e.value = &part{col: col + 1}
		return
	}
	lead := b.gap()
	if len(lead) > 0 && lead[0].text != "" && !lead[0].own {
		e.addTrail(lead[0])
		lead = lead[1:]
	}
	if !isBlock(n) && hasComment(lead) {
		e.move(lead)
	}
	if col > 0 {
		b.inside = col
	}
	e.value = b.part(n, e, lead)
}

func (b *builder) scalar(n *yaml.Node, e *entry) *part {
	p := &part{kind: yaml.ScalarNode, scalar: n}
	start := b.at
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		b.blockScalar(p, e)
		return p
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		b.at = quoteEnd(b.text, start)
	default:
		b.at = max(Follow(b.text, start, n.Value), start)
	}
	p.raw = b.text[start:b.at]
	return p
}
