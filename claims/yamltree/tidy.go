package yamltree

import (
	"slices"
	"sort"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"go.yaml.in/yaml/v4"
)

// CodeNotTidied is the code of errors that name something which cannot be laid
// out without a change to what the file says.
const CodeNotTidied = "not-tidied"

// Style says what the canonical layout of a kind of file is. The zero value is a
// layout for any YAML.
type Style struct {
	Width   int    // columns of an entry beside its indentation; what is longer is folded or opened; 0: 100
	TextKey string // as Read takes it; for messages only

	// Order ranks the keys of one mapping: lower ranks stand first, and keys of
	// one rank stay as they were written. path holds the keys that lead to the
	// mapping from the top, lists leaving no trace; it must not be kept. A nil
	// Order, or one that returns nil, leaves the keys as they are.
	Order func(path, keys []string) []int
}

const tidyWidth = 100

// Tidy returns the text in canonical layout. It changes nothing of what the file
// says: the values, the order of lists and every comment are kept, which it checks
// by reading its own result again. Tidying a result changes nothing more.
//
// A text with errors, and what cannot be kept (several documents, directives,
// anchors, aliases, tags, merge keys, keys that are not one text), is refused: the
// text is "", and the diagnostics hold an error. Warnings are not Tidy's business,
// and are not among the diagnostics.
func Tidy(src *source.File, style Style) (string, source.Diagnostics) {
	if style.Width <= 0 {
		style.Width = tidyWidth
	}
	before, diags := analyse(src, style)
	if diags.HasErrors() {
		return "", diags
	}
	if style.Order != nil {
		before.top.value.arrange(style.Order, nil)
	}
	text := layOut(before.top, style.Width)

	after, diags := analyse(source.NewFile(src.Name, text), style)
	if what := changed(before, after, diags); what != "" {
		tree := &Tree{Source: src}
		tree.Report(CodeNotTidied, source.Span{}, "the file is left as it is; please report it as a mistake of argmap", "the layout would change %s", what)
		return "", tree.Diags
	}
	return text, nil
}

// analysis is a text as the formatter sees it.
type analysis struct {
	root    *yaml.Node
	top     *entry   // stands for the whole file
	remarks []string // every comment, in the order of the text
}

// Comments counts the comments of a text; 0 where it cannot be read.
func Comments(src *source.File) int {
	a, _ := analyse(src, Style{})
	if a == nil {
		return 0
	}
	return len(a.remarks)
}

func analyse(src *source.File, style Style) (*analysis, source.Diagnostics) {
	tree := Read(src, style.TextKey)
	if tree.Diags.HasErrors() {
		return nil, tree.Diags
	}
	b := newBuilder(tree)
	top := b.document(tree.Root)
	if b.refused {
		return nil, tree.Diags
	}
	return &analysis{tree.Root, top, b.remarks}, nil
}

// changed says what differs between a text and its layout; "" is nothing.
func changed(before, after *analysis, diags source.Diagnostics) string {
	switch {
	case after == nil:
		return "the file to one with an error: " + diags[0].Message
	case !sameNode(before.root, after.root):
		return "what the file says"
	}
	slices.Sort(before.remarks)
	slices.Sort(after.remarks)
	if !slices.Equal(before.remarks, after.remarks) {
		return "a comment"
	}
	return ""
}

// sameNode tells whether two nodes say the same, in whatever style and whatever
// order of keys. Nothing at all is the same as an empty value.
func sameNode(a, b *yaml.Node) bool {
	if a == nil || b == nil {
		return isNothing(a) && isNothing(b)
	}
	if a.Kind != b.Kind || a.Tag != b.Tag || a.Value != b.Value || len(a.Content) != len(b.Content) {
		return false
	}
	left, right := a.Content, b.Content
	if a.Kind == yaml.MappingNode {
		left, right = byKey(left), byKey(right)
	}
	for i := range left {
		if !sameNode(left[i], right[i]) {
			return false
		}
	}
	return true
}

// byKey is the content of a mapping in the order of its keys, those that are given
// twice in the order of the text.
func byKey(content []*yaml.Node) []*yaml.Node {
	index := make([]int, len(content)/2)
	for i := range index {
		index[i] = 2 * i
	}
	sort.SliceStable(index, func(i, j int) bool {
		return strings.Compare(content[index[i]].Value, content[index[j]].Value) < 0
	})
	sorted := make([]*yaml.Node, 0, len(content))
	for _, i := range index {
		sorted = append(sorted, content[i], content[i+1])
	}
	return sorted
}

// isNothing tells a value that is not written at all.
func isNothing(n *yaml.Node) bool {
	return n == nil || n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == "" && n.Tag == "!!null" && n.Anchor == ""
}
