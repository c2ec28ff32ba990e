package yamltree

import "strings"

// blockScalar reads a text that stands indented below "|" or ">".
func (b *builder) blockScalar(p *part, e *entry) {
	sign := b.text[b.at]
	b.at++
	indent, chomp := ownIndent, ""
	for ; b.at < len(b.text) && strings.IndexByte("+-123456789", b.text[b.at]) >= 0; b.at++ {
		if c := b.text[b.at]; c == '+' || c == '-' {
			chomp = string(c)
		} else {
			indent = max(b.inside-1, 0) + int(c-'0')
		}
	}
	b.blanks()
	if b.at < len(b.text) && b.text[b.at] == '#' {
		e.addTrail(b.comment(false))
	}
	b.blockLines(p, indent, chomp == "+")
	value := p.scalar.Value
	if strings.Trim(value, "\n") != "" && !strings.HasSuffix(value, "\n") {
		chomp = "-" // also where the file ends without a line break
	}
	p.raw = string(sign)
	if first := strings.TrimLeft(strings.Join(p.lines[:p.blankLines()], "\n"), "\n"); strings.HasPrefix(first, " ") {
		p.raw += "2"
	}
	p.raw += chomp
}

// blankLines is the number of lines up to the first that is not empty, which is
// one of them.
func (p *part) blankLines() int {
	for i, line := range p.lines {
		if line != "" {
			return i + 1
		}
	}
	return len(p.lines)
}

// ownIndent stands for an indentation that the text itself tells.
const ownIndent = -1

// blockLines reads the lines of a block scalar. Empty lines at the end belong to it
// only where they are kept.
func (b *builder) blockLines(p *part, indent int, keep bool) {
	if indent == ownIndent {
		indent = b.findIndent()
	}
	end, count := b.at, 0
	for at := b.at + 1; at < len(b.text); {
		line := b.text[at:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		blanks := indentOf(line)
		if blanks < indent && blanks < len(line) || indent == 0 && isMark(line) {
			break
		}
		p.lines = append(p.lines, line[min(indent, blanks):])
		if blanks < len(line) || blanks > indent || keep {
			end, count = at+len(line), len(p.lines)
		}
		at += len(line) + 1
	}
	b.at, p.lines = end, p.lines[:count]
}

// findIndent is the indentation of the block scalar below: that of its first line,
// or of a longer empty one before it, and deeper than the block around it.
func (b *builder) findIndent() int {
	indent := b.inside
	for at := b.at + 1; at < len(b.text); {
		line := b.text[at:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		blanks := indentOf(line)
		indent = max(indent, blanks)
		if blanks < len(line) {
			break
		}
		at += len(line) + 1
	}
	return indent
}
