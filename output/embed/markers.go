package embed

import (
	"regexp"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/yuin/goldmark/ast"
)

// marker is a comment before or behind what argmap has written into a document.
type marker struct {
	name string // of the block; "" at the end
	end  bool
	at   source.Span
	line int
	in   ast.Node // the quote, list or document that it stands in
}

// region is what argmap has written behind a block: the lines from one marker to
// the other.
type region struct {
	name string
	span source.Span // from the start of its first line to the end of its last, without the line break
}

var markerComment = regexp.MustCompile(`^<!--[ \t]*argmap:(?:begin[ \t]+([A-Za-z0-9][A-Za-z0-9_-]*)|(end))[ \t]*-->[ \t\r]*$`)

func (d *Document) marker(n ast.Node, at source.Span, line int) source.Diagnostics {
	found := markerComment.FindStringSubmatch(d.file.Slice(at))
	if found == nil || len(found[1]) > maxName {
		return source.Diagnostics{{Code: CodeMarkers, Message: "this is not a marker of argmap", Hint: "markers are <!-- argmap:begin NAME --> and <!-- argmap:end -->, each on a line of its own; delete them both to have them written anew",
			File: d.file, Span: at}}
	}
	d.order = append(d.order, marker{found[1], found[2] != "", at, line, n.Parent()})
	return nil
}

// pair finds the region behind each block. Where markers are not in order it
// reports that, and guesses nothing.
func (d *Document) pair() source.Diagnostics {
	p := pairer{d: d}
	for _, item := range d.order {
		switch item := item.(type) {
		case *Block:
			p.block(item)
		case marker:
			p.marker(item)
		}
	}
	p.unended("")
	return p.diags
}

type pairer struct {
	d     *Document
	last  *Block
	begin *marker
	diags source.Diagnostics
}

func (p *pairer) report(at source.Span, hint, message string) {
	p.diags = append(p.diags, source.Diagnostic{Code: CodeMarkers, Message: message, Hint: hint, File: p.d.file, Span: at})
}

// unended reports a begin marker whose end has not come.
func (p *pairer) unended(before string) {
	if p.begin != nil {
		p.report(p.begin.at, "write <!-- argmap:end --> where the picture's lines end, or delete them with this one", "the marker has no end"+before)
		p.begin = nil
	}
}

func (p *pairer) block(b *Block) {
	p.unended(" before the next block")
	p.last = b
}

func (p *pairer) marker(m marker) {
	if !m.end {
		p.unended(" before the next marker")
		if p.last == nil || p.last.region != nil || !p.d.blank(p.last.last+1, m.line-1) {
			p.report(m.at, "the lines from here to the end marker belong right behind a block; delete them if their block is gone", "the marker follows no block")
		}
		p.begin = &m
		return
	}
	begin := p.begin
	p.begin = nil
	switch {
	case begin == nil:
		p.report(m.at, "delete this line, or write <!-- argmap:begin NAME --> behind the block", "the marker has no beginning")
	case begin.in != m.in:
		p.report(m.at, "write both markers into the same list item or quote, with nothing but the picture between them", "the marker does not stand where its beginning does")
	case p.last == nil || p.last.region != nil: // reported at its beginning
	default:
		p.last.region = &region{begin.name, source.Span{Start: p.d.lineStart(begin.line), End: p.d.lineSpan(m.line).End}}
		p.foreign(begin.line+1, m.line-1)
	}
}

// foreign reports what stands between markers and is no picture.
func (p *pairer) foreign(first, last int) {
	var lines []string
	for n := first; n <= last; n++ {
		lines = append(lines, bare(p.d.file.Line(n)))
	}
	text := strings.TrimSpace(strings.Join(lines, "\n"))
	if text == "" || !strings.Contains(text, "\n\n") && strings.HasSuffix(text, ")") && (strings.HasPrefix(text, "![") || strings.HasPrefix(text, "[![")) {
		return
	}
	p.diags = append(p.diags, source.Diagnostic{Code: CodeForeignText, Message: "there is something between the markers that argmap did not write, and would write over",
		Hint: "move it behind the end marker", File: p.d.file, Span: p.d.lineSpan(first)})
}

// blank tells whether nothing but the signs of quotes stands in the lines.
func (d *Document) blank(first, last int) bool {
	for n := first; n <= last; n++ {
		if bare(d.file.Line(n)) != "" {
			return false
		}
	}
	return true
}

// bare is a line without the signs of quotes before it, and without blanks.
func bare(line string) string { return strings.TrimSpace(strings.TrimLeft(line, " \t>")) }
