package yamltree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"pgregory.net/rapid"
)

// TestTidyRandom lays out files like claims files, with comments, blank lines and
// odd indentation wherever YAML allows them: none is refused, and every comment is
// there once, behind a # of its own.
func TestTidyRandom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, comments := handwritten(t)
		style := yamltree.Style{Width: rapid.SampledFrom([]int{1, 20, 60, 100}).Draw(t, "width"), Order: claimsOrder}
		got, diags := yamltree.Tidy(source.NewFile("in.yaml", text), style)
		if diags != nil {
			t.Fatalf("refused: %v\n%s", diags, text)
		}
		for i := range comments {
			if n := strings.Count(got, fmt.Sprintf("# c%d.", i)); n != 1 {
				t.Fatalf("comment %d is there %d times\n%s\n%s", i, n, text, got)
			}
		}
		checkTidy(t, text, style)
	})
}

// handwritten is a file and the number of its comments.
func handwritten(t *rapid.T) (text string, comments int) {
	h := &hand{t: t}
	h.gap(0)
	h.mapping(0, 4)
	h.gap(0)
	return h.b.String(), h.comments
}

// hand writes YAML as people do.
type hand struct {
	t        *rapid.T
	b        strings.Builder
	comments int
	inBlock  int // 1 + the indentation of the block scalar that has just been written; 0: none
}

func (h *hand) pick(options ...string) string { return rapid.SampledFrom(options).Draw(h.t, "") }

func (h *hand) chance(percent int) bool { return rapid.IntRange(0, 99).Draw(h.t, "") < percent }

func (h *hand) write(parts ...string) {
	for _, part := range parts {
		h.b.WriteString(part)
	}
}

func (h *hand) comment() string {
	h.comments++
	return h.pick("# ", "#") + fmt.Sprintf("c%d.", h.comments-1) + h.pick("", " word: {", " 'quote")
}

// gap writes blank lines and comments, as deep as indent or not.
func (h *hand) gap(indent int) {
	for h.chance(30) {
		if h.chance(50) {
			h.write(h.pick("\n", " \n"))
			continue
		}
		column := max(0, indent+rapid.IntRange(-4, 4).Draw(h.t, ""))
		if h.inBlock > 0 { // deeper, it would be the scalar's text
			column = min(column, h.inBlock-1)
		}
		h.write(strings.Repeat(" ", column), h.comment(), "\n")
	}
}

// end ends a line, perhaps with a comment.
func (h *hand) end() {
	if h.chance(20) {
		h.write(h.pick(" ", "  ", "     "), h.comment())
	}
	h.write(h.pick("\n", "\n", "\n", " \n", "\r\n"))
}

var someKeys = []string{"id", "label", "claim", "note", "but", "because", "premises", "evidence", "odd key", "\"quoted\"", "'no'", "1"}

func (h *hand) mapping(indent, depth int) {
	keys := rapid.SliceOfNDistinct(rapid.SampledFrom(someKeys), 1, 4, rapid.ID).Draw(h.t, "")
	for i, key := range keys {
		if i > 0 {
			h.gap(indent)
			h.write(strings.Repeat(" ", indent))
		}
		h.inBlock = 0
		h.write(key, h.pick(":", ":", " :"))
		h.value(indent, depth, false)
	}
}

func (h *hand) list(indent, depth int) {
	for i := range rapid.IntRange(1, 3).Draw(h.t, "") {
		if i > 0 {
			h.gap(indent)
			h.write(strings.Repeat(" ", indent))
		}
		h.inBlock = 0
		h.write("-")
		h.value(indent, depth, true)
	}
}

// value writes what stands behind a key's colon or a hyphen, to the line's end.
func (h *hand) value(indent, depth int, item bool) {
	kind := rapid.IntRange(0, 9).Draw(h.t, "")
	if depth == 0 {
		kind = min(kind, 6)
	}
	switch {
	case kind == 0:
		h.end()
	case kind == 1:
		h.block(indent)
	case kind <= 4:
		h.write(h.pick(" ", "  ", "\t"))
		h.text(indent + 1)
		h.end()
	case kind <= 6:
		h.write(" ")
		h.flow(indent+1, 2)
		h.end()
	default:
		h.nested(indent, depth, item)
	}
}

func (h *hand) nested(indent, depth int, item bool) {
	deeper := indent + rapid.IntRange(1, 4).Draw(h.t, "")
	list := h.chance(50)
	if item && h.chance(60) {
		h.write(strings.Repeat(" ", deeper-indent))
		deeper++
	} else {
		if list && !item && h.chance(30) {
			deeper = indent
		}
		h.end()
		h.gap(deeper)
		h.write(strings.Repeat(" ", deeper))
	}
	if list {
		h.list(deeper, depth-1)
	} else {
		h.mapping(deeper, depth-1)
	}
}

// text writes a text whose further lines are indented.
func (h *hand) text(indent int) {
	line := "\n" + strings.Repeat(" ", indent)
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"word", "a", "(so", "–", "漢字", "#", "12", "it's", "\"so\"", "-", "C:\\x", "x:"}), 1, 12).Draw(h.t, "")
	text := strings.Join(words, " ")
	switch rapid.IntRange(0, 4).Draw(h.t, "") {
	case 0:
		h.write(`"`, strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text), h.pick("", line+"on", " \\"+line+"on", "\n"+line+"on", `\n`), `"`)
	case 1:
		h.write("'", strings.ReplaceAll(text, "'", "''"), h.pick("", line+"on", "\n"+line+"on"), "'")
	case 2:
		h.write(h.pick("3", "~", "true", "yes", "2021-01-31", `"3"`, `'null'`, `""`, "1:30", "'2020-09'"))
	default:
		h.write("A text", h.pick("", " with words", line+"on a line", "\n"+line+"of paragraphs", line+"- no item", " it's - so"))
	}
}

func (h *hand) flow(indent, depth int) {
	gap := func() {
		if h.chance(10) {
			if h.chance(30) {
				h.write("  ", h.comment(), "\n")
			} else {
				h.write(h.pick(" ", "\n"))
			}
			h.inBlock = 0
			h.gap(indent)
			h.write(strings.Repeat(" ", indent))
		}
	}
	list := h.chance(50)
	if list {
		h.write("[")
	} else {
		h.write("{")
	}
	n := rapid.IntRange(0, 3).Draw(h.t, "")
	for i := range n {
		gap()
		if !list {
			h.write(fmt.Sprintf(h.pick("key%d", `"key %d"`, "'k,%d'"), i), ": ")
		}
		h.flowValue(indent, depth)
		gap()
		if i < n-1 || h.chance(10) {
			h.write(h.pick(",", ", ", " , "))
		}
	}
	gap()
	h.write(map[bool]string{true: "]", false: "}"}[list])
}

func (h *hand) flowValue(indent, depth int) {
	if depth > 0 && h.chance(30) {
		h.flow(indent, depth-1)
		return
	}
	h.write(h.pick("word", "two words", `"a, b"`, `'it''s'`, "3", `"3"`, "~", "https://x.org/a#b", `"c:d"`))
}

// block writes a block scalar.
func (h *hand) block(indent int) {
	h.write(" ", h.pick("|", ">"), h.pick("", "", "-", "+"))
	if h.chance(20) {
		h.write("  ", h.comment())
	}
	h.write("\n")
	h.inBlock = indent + 1
	own := strings.Repeat(" ", indent+rapid.IntRange(1, 5).Draw(h.t, ""))
	for range rapid.IntRange(1, 4).Draw(h.t, "") {
		h.write(own, h.pick("text", "# no comment", "- no item", "key: no key"), "\n")
		h.write(h.pick("", "\n", own+"  deeper\n", "\n\n", own+"blanks  \n"))
	}
}
