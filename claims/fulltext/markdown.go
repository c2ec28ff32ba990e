package fulltext

import (
	"html"
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// readMarkdown reads CommonMark with tables and footnotes. Links and emphasis
// give their text; code, tables, footnotes and the metadata at a file's top are
// asides.
func readMarkdown(data []byte) *Text {
	source := decode(data)
	if tooTangled(source) {
		return readPlain(data)
	}
	b := newBuilder(source)
	m := markdown{b: b, source: []byte(source), starts: lineStarts(source)}
	if meta := metadata(source); meta > 0 {
		b.write(source[:meta], 1)
		b.end(aside, 0)
		for i := range meta { // blanked, so that all offsets stay
			if m.source[i] != '\n' {
				m.source[i] = ' '
			}
		}
	}
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote)).Parser()
	m.blocks(parser.Parse(text.NewReader(m.source)), false)
	return b.text().stamp().finish()
}

func lineStarts(s string) []int {
	starts := []int{0}
	for i := range len(s) {
		if s[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// metadata is the length of the YAML between two lines of "---" at a file's top.
func metadata(source string) int {
	if !strings.HasPrefix(source, "---\n") {
		return 0
	}
	for _, end := range []string{"\n---\n", "\n...\n"} {
		if n := strings.Index(source[3:], end); n >= 0 {
			return 3 + n + len(end)
		}
	}
	return 0
}

// The parser needs time by the square of how deep blocks are nested, and of how
// many brackets and stars a paragraph has; it gives each row of a table as many
// cells as the first one has; and the smallest block takes it a hundred times its
// length in memory.
const (
	maxNesting = 500
	maxTangle  = 200_000_000 // about a second
	maxCells   = 500_000     // and lines
)

// tooTangled tells whether the parser would take too long over a text, which is
// then read as plain text: nobody writes such a file to be read.
func tooTangled(source string) bool {
	work, cells := 0, 0
	marks, lines, bars := 0, 0, 0 // since the last blank line; bars are the most of a line
	for more := true; more; {
		var line string
		line, source, more = strings.Cut(source, "\n")
		depth := nesting(line)
		work += depth * depth
		for _, mark := range []string{"[", "*", "_", "<", "`", "("} {
			marks += strings.Count(line, mark)
		}
		bars = max(bars, strings.Count(line, "|"))
		lines++
		if !more || strings.TrimSpace(line) == "" {
			work += marks * marks
			cells += (bars + 1) * lines
			marks, lines, bars = 0, 0, 0
		}
		if depth > maxNesting || work > maxTangle || cells > maxCells {
			return true
		}
	}
	return false
}

// nesting bounds how many quotations and lists a line can be in.
func nesting(line string) int {
	depth, spaces := 0, 0
	for i := range len(line) {
		marker := i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t'
		switch c := line[i]; {
		case c == '>':
			depth++
		case marker && (c == '-' || c == '*' || c == '+' || c == '.' || c == ')'):
			depth++
		case c == ' ':
			spaces++
		case c == '\t':
			spaces += 4
		case '0' <= c && c <= '9':
		default:
			return depth + spaces/2
		}
	}
	return depth + spaces/2
}

// markdown walks a syntax tree and writes its text.
type markdown struct {
	b      *builder
	source []byte
	starts []int // offset of each line
}

func (m *markdown) lineOf(offset int) int { return sort.SearchInts(m.starts, offset+1) }

func (m *markdown) blocks(parent ast.Node, beside bool) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		m.block(n, beside)
	}
}

func (m *markdown) block(n ast.Node, beside bool) {
	r := prose
	if beside {
		r = aside
	}
	switch n := n.(type) {
	case *ast.Heading:
		m.inlines(n)
		m.b.end(heading, n.Level)
	case *ast.Paragraph, *ast.TextBlock:
		m.inlines(n)
		m.b.end(r, 0)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.lines(n.Lines())
		m.b.end(aside, 0)
	case *ast.HTMLBlock:
		m.html(n, beside)
	case *extast.TableHeader, *extast.TableRow:
		for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
			m.inlines(cell)
			m.b.space(" ")
		}
		m.b.end(aside, 0)
	case *extast.Footnote:
		m.blocks(n, true)
	default:
		m.blocks(n, beside)
	}
}

func (m *markdown) lines(lines *text.Segments) {
	for i := range lines.Len() {
		at := lines.At(i)
		m.b.write(string(at.Value(m.source)), m.lineOf(at.Start))
	}
}

// html reads the elements of a block of HTML as those of a page.
func (m *markdown) html(n *ast.HTMLBlock, beside bool) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first, last := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if n.HasClosure() {
		last = max(last, n.ClosureLine.Stop)
	}
	p := page{b: m.b}
	if beside {
		p.open = []element{{role: aside, aside: true}}
	}
	p.read(string(m.source[first:last]), m.lineOf(first))
}

func (m *markdown) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		m.inline(n)
	}
}

func (m *markdown) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		s := string(n.Segment.Value(m.source))
		if !n.IsRaw() {
			s = unescape(s)
		}
		line := m.lineOf(n.Segment.Start)
		m.b.write(s, line)
		if n.SoftLineBreak() || n.HardLineBreak() {
			m.b.write("\n", line)
		}
	case *ast.String:
		m.b.space(string(n.Value))
	case *ast.AutoLink:
		m.b.space(string(n.Label(m.source)))
	case *ast.RawHTML:
		if tag := strings.ToLower(string(n.Segments.Value(m.source))); strings.HasPrefix(tag, "<br") {
			m.b.space("\n")
		}
	default: // links, images, emphasis, code
		m.inlines(n)
	}
}

// unescape resolves character references, and backslashes before punctuation.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case s[i] == '&':
			n := strings.IndexByte(s[i:min(len(s), i+40)], ';') + 1
			b.WriteString(html.UnescapeString(s[i : i+max(n, 1)]))
			i += max(n, 1)
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return strings.ToValidUTF8(b.String(), "\ufffd")
}

func isPunct(c byte) bool {
	return strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) >= 0
}
