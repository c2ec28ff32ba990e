package embed

import (
	"bytes"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Document is a Markdown document with the maps that it asks for.
type Document struct {
	Blocks []*Block // in the order of their places

	file  *source.File
	order []any // *Block and marker as they come
}

// Read finds the blocks of a Markdown document and the lines that an earlier run
// wrote behind them. What it reports are errors: a document with any is not to be
// rewritten.
func Read(file *source.File) (*Document, source.Diagnostics) {
	d := &Document{file: file}
	if at, deep := tangled(file.Text); deep {
		return d, source.Diagnostics{{Code: CodeTangled, Message: "quotes and lists are nested more than 100 deep here", File: file, Span: source.Span{Start: at, End: at}}}
	}
	text := []byte(file.Text)
	for i := range frontMatter(file.Text) { // blanked, so that all offsets stay
		if text[i] != '\n' && text[i] != '\r' {
			text[i] = ' '
		}
	}
	diags := d.find(blocksOf(text), text)
	diags = append(diags, checkNames(d.Blocks)...)
	diags = append(diags, d.pair()...)
	diags.Sort()
	return d, diags
}

// blocksOf parses a document as far as its blocks: what stands in its paragraphs is
// none of ours, and takes the parser most of its time.
func blocksOf(source []byte) ast.Node {
	p := parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(parser.LinkReferenceParagraphTransformer, 100)))
	return p.Parse(text.NewReader(source))
}

// maxNesting bounds the quotes and lists that a line is in: the parser takes time
// by the square of it.
const maxNesting = 100

// tangled tells whether a line has more signs of quotes and lists at its start
// than anybody would write, and where.
func tangled(text string) (at int, deep bool) {
	for line := range strings.SplitAfterSeq(text, "\n") {
		depth := 0
		for i := 0; i < len(line); i++ {
			switch c := line[i]; {
			case c == '>' || (c == '-' || c == '+' || c == '*' || c == '.' || c == ')') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
				depth++
			case c == ' ' || c == '\t' || c >= '0' && c <= '9':
			default:
				i = len(line)
			}
			if depth > maxNesting {
				return at, true
			}
		}
		at += len(line)
	}
	return 0, false
}

// frontMatter is the length of the YAML between two lines of "---" at the top of
// a document.
func frontMatter(text string) int {
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		bare := strings.TrimRight(line, " \t\r\n")
		if at == 0 && strings.TrimPrefix(bare, "\ufeff") != "---" {
			return 0
		}
		if at > 0 && (bare == "---" || bare == "...") {
			return at + len(line)
		}
		at += len(line)
	}
	return 0
}

// find walks the tree for blocks and markers.
func (d *Document) find(root ast.Node, text []byte) source.Diagnostics {
	var diags source.Diagnostics
	ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.FencedCodeBlock:
			diags = append(diags, d.fenced(n, text)...)
		case *ast.HTMLBlock:
			if n.HTMLBlockType == ast.HTMLBlockType2 {
				diags = append(diags, d.comment(n, text)...)
			}
		}
		return ast.WalkContinue, nil
	})
	return diags
}

func (d *Document) lineStart(line int) int {
	return d.file.Offset(source.Position{Line: line, Col: 1})
}

// lineSpan is a line without its line break.
func (d *Document) lineSpan(line int) source.Span {
	start := d.lineStart(line)
	return source.Span{Start: start, End: start + len(d.file.Line(line))}
}

// fenced reads a fenced block, if it is a map.
func (d *Document) fenced(n *ast.FencedCodeBlock, text []byte) source.Diagnostics {
	if n.Info == nil || !asksForMap(string(n.Info.Segment.Value(text))) {
		return nil
	}
	line := d.file.Position(n.Info.Segment.Start).Line
	whole := d.lineSpan(line)
	opening := d.file.Slice(whole)
	at := max(strings.Index(opening, "```"), 0)
	if i := strings.Index(opening, "~~~"); i >= 0 && (opening[at] != '`' || i < at) {
		at = i
	}
	fence := opening[at:]
	fence = fence[:len(fence)-len(strings.TrimLeft(fence, fence[:1]))]
	info := strings.TrimSpace(opening[at+len(fence):])
	b := &Block{doc: d.file, At: source.Span{Start: whole.Start + at, End: whole.End}, first: line, last: line + n.Lines().Len() + 1,
		prefix: continuation(opening[:at]), compact: n.Parent().Kind() != ast.KindDocument}
	diags := b.header(info, whole.Start+at+len(fence)+strings.Index(opening[at+len(fence):], info))
	b.claims(segments(n.Lines()), text)
	d.add(b)
	closing := strings.TrimLeft(d.file.Line(b.last), " \t>")
	if b.last > d.file.Lines() || !strings.HasPrefix(closing, fence) || strings.Trim(closing, fence[:1]+" \t") != "" {
		diags = append(diags, b.Report(CodeUnclosed, b.At, "end the block with a line of "+fence, "the block has no end"))
	}
	return diags
}

func (d *Document) add(b *Block) {
	d.Blocks = append(d.Blocks, b)
	d.order = append(d.order, b)
}

// header reads what stands behind the fence, or at the start of the comment.
func (b *Block) header(info string, at int) source.Diagnostics {
	h := readHeader(b.doc, info, at)
	b.Attributes, b.classes, b.id = h.attributes, h.classes, h.id
	return h.diags
}

func segments(lines *text.Segments) []text.Segment {
	var list []text.Segment
	for i := range lines.Len() {
		list = append(list, lines.At(i))
	}
	return list
}

// claims takes the lines of the block together as a text of their own.
func (b *Block) claims(lines []text.Segment, text []byte) {
	var all bytes.Buffer
	for _, s := range lines {
		b.pieces = append(b.pieces, piece{all.Len(), s.Padding, s.Start, s.Stop - s.Start})
		all.Write(s.Value(text))
	}
	b.Claims = source.NewFile(b.doc.Name, all.String())
}

// continuation is what a further line begins with, to belong to the quotes and
// lists that open in front of a block: the signs of lists become blanks.
func continuation(opening string) string {
	return strings.Map(func(r rune) rune {
		if r == '>' || r == '\t' {
			return r
		}
		return ' '
	}, opening)
}

// comment reads a comment, if it is a map or a marker.
func (d *Document) comment(n *ast.HTMLBlock, text []byte) source.Diagnostics {
	lines := segments(n.Lines())
	if n.HasClosure() {
		lines = append(lines, n.ClosureLine)
	}
	opening := string(lines[0].Value(text))
	inner, ok := strings.CutPrefix(strings.TrimLeft(opening, " \t"), "<!--")
	inner = strings.TrimLeft(inner, " \t")
	if !ok || !strings.HasPrefix(inner, word) {
		return nil
	}
	start := lines[0].Start + strings.Index(opening, "<!--") - lines[0].Padding
	line := d.file.Position(start).Line
	whole := d.lineSpan(line)
	end := source.Span{Start: start, End: whole.End}
	switch rest := inner[len(word):]; {
	case strings.HasPrefix(rest, ":"):
		return d.marker(n, source.Span{Start: start, End: whole.End}, line)
	case rest == "" || !strings.ContainsAny(rest[:1], " \t\r\n{-"):
		return nil
	}
	b := &Block{doc: d.file, At: end, first: line, last: line + len(lines) - 1,
		prefix: continuation(d.file.Text[whole.Start:start]), compact: n.Parent().Kind() != ast.KindDocument}
	return d.commented(b, inner, lines, text)
}

// commented reads the attributes and claims in a comment; inner is its first line
// from the word on.
func (d *Document) commented(b *Block, inner string, lines []text.Segment, text []byte) source.Diagnostics {
	var diags source.Diagnostics
	info, behind, closed := strings.Cut(inner, "-->")
	at := b.At.Start + strings.Index(d.file.Slice(b.At), word)
	lines = lines[1:]
	if !closed && len(lines) > 0 {
		last := &lines[len(lines)-1]
		ending := string(text[last.Start:last.Stop])
		if n := strings.Index(ending, "-->"); n >= 0 {
			behind, closed = ending[n+3:], true
			last.Stop = last.Start + n
			last.ForceNewline = false
		}
	}
	diags = append(diags, b.header(strings.TrimSpace(info), at)...)
	b.claims(lines, text)
	d.add(b)
	switch {
	case !closed:
		diags = append(diags, b.Report(CodeUnclosed, b.At, "end the comment with -->", "the comment has no end"))
	case strings.TrimSpace(behind) != "":
		diags = append(diags, b.Report(CodePlace, d.lineSpan(b.last), "begin a new line behind -->", "there is something behind the comment in its last line"))
	}
	return diags
}
