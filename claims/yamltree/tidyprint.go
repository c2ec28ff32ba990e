package yamltree

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// layOut writes a file.
func layOut(top *entry, width int) string {
	p := &printer{width: width}
	v := top.value
	switch {
	case v.kind == 0:
		p.remarks(trimEnd(slices.Concat(top.lead, v.tail)), 0, true)
	case p.isBlock(v, 0):
		if top.trail.text != "" {
			top.addTrail(remark{})
		}
		p.remarks(slices.Concat(top.lead, top.moved), 0, true)
		p.entries(v, 0, "")
	default:
		p.remarks(slices.Concat(top.lead, top.moved), 0, true)
		p.leaf(v, begun{indent: 2}, top.trail)
		p.remarks(trimEnd(v.tail), 0, false)
	}
	p.alignTrails()
	return p.join()
}

type printer struct {
	width int
	lines []printed
	kept  int // how many lines there were behind the last text that keeps the empty lines below it
}

// printed is a line of the layout, with the comment behind it.
type printed struct {
	text  string
	trail remark
	at    int // the column before the comment
}

func (p *printer) line(text string, trail remark) {
	p.lines = append(p.lines, printed{text: text, trail: trail})
}

// remarks writes comments and blank lines, no two blank lines in a row and none at
// the start of a block.
func (p *printer) remarks(rs []remark, indent int, start bool) {
	for i, r := range rs {
		switch {
		case r.text != "":
			p.line(strings.Repeat(" ", indent)+r.text, remark{})
		case start && !hasComment(rs[:i]), i > 0 && rs[i-1].text == "":
		case p.kept > 0 && p.kept == len(p.lines): // it would become part of the text
		default:
			p.line("", remark{})
		}
	}
}

// isBlock tells whether a collection is written over several lines, where it would
// begin behind col columns of its entry.
func (p *printer) isBlock(v *part, col int) bool {
	if v.kind == yaml.ScalarNode || len(v.entries) == 0 {
		return false
	}
	return !v.flow || v.flat == noFlat || col+v.flat > p.width
}

// lead is what stands above an entry. To an item that is itself a block it counts
// what leads the first entry of that, which begins on the item's line.
func (p *printer) lead(e *entry) []remark {
	lead := slices.Concat(e.lead, e.moved)
	for e.key == nil && p.isBlock(e.value, len("- ")) {
		if e.trail.text != "" {
			lead, e.trail = append(lead, e.trail), remark{}
		}
		e = e.value.entries[0]
		lead = append(append(lead, trimStart(e.lead)...), e.moved...)
	}
	return lead
}

// entries writes a block. line is what its first line begins with, where that has
// been begun.
func (p *printer) entries(v *part, indent int, line string) {
	for i, e := range v.entries {
		if i > 0 || line == "" {
			line = strings.Repeat(" ", indent)
			p.remarks(p.lead(e), indent, i == 0)
		}
		p.entry(e, indent, line)
	}
	p.remarks(trimEnd(v.tail), indent, false)
}

func (p *printer) entry(e *entry, indent int, line string) {
	col := len("- ")
	if e.key == nil {
		line += "-"
	} else {
		key := e.key.keyText(false)
		line += key + ":"
		col = columns(key) + len(": ")
	}
	v := e.value
	switch {
	case v.kind == 0:
		p.line(line, e.trail)
		p.remarks(trimEnd(v.tail), indent+2, true)
	case !p.isBlock(v, col):
		p.leaf(v, begun{line + " ", col, indent + 2}, e.trail)
	case e.key == nil:
		p.entries(v, indent+2, line+" ")
	default:
		p.line(line, e.trail)
		p.entries(v, indent+2, "")
	}
}

// begun is the start of a line.
type begun struct {
	text   string
	col    int // columns of the entry that it takes, without indentation
	indent int // of the lines that follow it
}

// leaf writes a text, or a flow collection that fits.
func (p *printer) leaf(v *part, at begun, trail remark) {
	var lines []string
	switch {
	case v.kind != yaml.ScalarNode:
		var b strings.Builder
		v.writeFlat(&b)
		lines = []string{b.String()}
	case v.scalar.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		p.line(at.text+v.raw, trail)
		for _, line := range v.lines {
			p.line(indented(line, at.indent), remark{})
		}
		if strings.HasSuffix(v.raw, "+") {
			p.kept = len(p.lines)
		}
		return
	case at.text == "" && isMark(v.scalar.Value):
		lines = fold(quoted(v.scalar.Value, false), at.col, p.width)
	default:
		lines = fold(v.text(false), at.col, p.width)
	}
	for i, line := range lines {
		if i == 0 {
			line = at.text + line
		} else {
			line = indented(line, at.indent)
		}
		if i < len(lines)-1 {
			p.line(line, remark{})
		} else {
			p.line(line, trail)
		}
	}
}

func indented(line string, indent int) string {
	if line == "" {
		return ""
	}
	return strings.Repeat(" ", indent) + line
}

// alignTrails sets comments off by two blanks from what stands before them. Those
// that the author has aligned, with no blank line and no other between them, stand
// in one column again.
func (p *printer) alignTrails() {
	var run []int // lines whose comments stood in one column
	flush := func() {
		at, aligned := 0, false // in one column behind texts of one length, they are not
		for _, i := range run {
			p.lines[i].at = columns(p.lines[i].text) + 2
			at = max(at, p.lines[i].at)
			aligned = aligned || p.lines[i].trail.off != p.lines[run[0]].trail.off
		}
		for _, i := range run {
			if aligned {
				p.lines[i].at = at
			}
		}
		run = run[:0]
	}
	for i, line := range p.lines {
		switch {
		case line.trail.text != "":
			if len(run) > 0 && p.lines[run[0]].trail.col != line.trail.col {
				flush()
			}
			run = append(run, i)
		case line.text == "":
			flush()
		}
	}
	flush()
}

func (p *printer) join() string {
	var b strings.Builder
	for _, line := range p.lines {
		b.WriteString(line.text)
		if line.trail.text != "" {
			b.WriteString(strings.Repeat(" ", line.at-columns(line.text)) + line.trail.text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
