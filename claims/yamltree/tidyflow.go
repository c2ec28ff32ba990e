package yamltree

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// flow reads a list or mapping between brackets. A pair alone in a list, as in
// [a: b], is a mapping without brackets.
func (b *builder) flow(n *yaml.Node, e *entry) *part {
	p := &part{kind: n.Kind, flow: true}
	pair := n.Kind == yaml.MappingNode && b.text[b.at] != '{'
	opened := false
	var lead []remark
	if !pair {
		b.at++
		for _, r := range b.gap() {
			if r.text != "" && !r.own {
				e.addTrail(r)
				opened = true
				continue
			}
			lead = append(lead, r)
		}
	}
	for i := 0; i < len(n.Content) && !b.refused; i++ {
		child := &entry{lead: lead}
		p.entries = append(p.entries, child)
		if n.Kind == yaml.MappingNode {
			b.flowKey(child, n.Content[i])
			i++
		}
		b.value(child, n.Content[i], 0)
		lead = nil
		if !pair {
			lead = b.behind(child)
		}
	}
	if len(p.entries) > 0 {
		p.tail = lead
	} else if hasComment(lead) {
		e.move(lead)
	}
	if !pair {
		b.expect(brackets(n.Kind)[1])
	}
	if p.flat = noFlat; !b.refused && (!opened || len(p.entries) == 0) {
		p.flat = p.flatWidth()
	}
	return p
}

// flowKey reads a key of a flow mapping, and its colon where it has one.
func (b *builder) flowKey(e *entry, n *yaml.Node) {
	e.key = b.key(n)
	before := b.at
	gap := b.gap()
	if b.at >= len(b.text) || b.text[b.at] != ':' {
		b.at = before // the gap belongs to what follows
		for _, r := range gap {
			if r.text != "" {
				b.remarks = b.remarks[:len(b.remarks)-1]
			}
		}
		return
	}
	b.at++
	e.colon = true
	if hasComment(gap) {
		e.move(gap)
	}
}

// behind reads up to the next entry of a flow collection, or its end.
func (b *builder) behind(e *entry) []remark {
	gap := b.gap()
	if b.at < len(b.text) && b.text[b.at] == ',' {
		b.at++
		gap = append(gap, b.gap()...)
	}
	var rest []remark
	for _, r := range gap {
		if r.text != "" && !r.own {
			e.addTrail(r)
			continue
		}
		rest = append(rest, r)
	}
	return rest
}

// flatWidth is the number of columns that a flow collection takes on one line.
func (p *part) flatWidth() int {
	if hasComment(p.tail) {
		return noFlat
	}
	width := len("[]")
	for i, e := range p.entries {
		if hasComment(e.lead) || len(e.moved) > 0 || e.trail.text != "" || e.value.flatWidthOrText() == noFlat {
			return noFlat
		}
		if i > 0 {
			width += len(", ")
		}
		if e.key != nil {
			width += columns(e.key.keyText(true))
		}
		if e.colon {
			width += len(": ")
		}
		width += e.value.flatWidthOrText()
	}
	return width
}

func (p *part) flatWidthOrText() int {
	switch {
	case p.kind == 0:
		return 0
	case p.kind != yaml.ScalarNode:
		return p.flat
	}
	text := p.text(true)
	if strings.Contains(text, "\n") {
		return noFlat
	}
	return columns(text)
}

// writeFlat writes what fits on one line.
func (p *part) writeFlat(b *strings.Builder) {
	if p.kind == 0 {
		return
	}
	if p.kind == yaml.ScalarNode {
		b.WriteString(p.text(true))
		return
	}
	b.WriteByte(brackets(p.kind)[0])
	for i, e := range p.entries {
		if i > 0 {
			b.WriteString(", ")
		}
		if e.key != nil {
			b.WriteString(e.key.keyText(true))
		}
		if e.colon {
			b.WriteString(": ")
		}
		e.value.writeFlat(b)
	}
	b.WriteByte(brackets(p.kind)[1])
}

func brackets(kind yaml.Kind) string {
	if kind == yaml.MappingNode {
		return "{}"
	}
	return "[]"
}
