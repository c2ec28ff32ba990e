package argdown

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// element reads a statement or an argument that begins at start, in the line that
// is read next, and all that hangs below it. End is where its own text ends.
func (p *parser) element(start int, in surroundings) (b Block, end int) {
	first := p.group[p.at]
	title, form, argument, rest := p.title(start, first.end)
	c := p.gather(rest, func(l line) bool { return !p.underArgument(l, argument) && !p.ends(l, in) })
	if form == Reference && !onlyTags(c.content) { // [sic] that goes on
		p.bracketText(source.Span{Start: start, End: rest})
		p.at -= c.lines
		form, title, argument = Anonymous, Text{}, false
		c = p.gather(start, func(l line) bool { return !p.ends(l, in) })
	}
	if form != Anonymous {
		p.notes.gap(rest)
	}
	p.notes.gap(c.gaps...)
	span := source.Span{Start: start, End: max(c.end, rest)}
	relations := p.relations(first.indent, in)
	if argument {
		return &Argument{Form: form, Title: title, Content: c.content, Data: c.data, Relations: relations, Span: span}, span.End
	}
	return &Statement{Form: form, Title: title, Content: c.content, Data: c.data, Relations: relations, Span: span}, span.End
}

// underArgument tells whether the line begins a reconstruction that stands right
// under its argument, where Argdown wants a blank line.
func (p *parser) underArgument(l line, argument bool) bool {
	if !argument || !numberSign.MatchString(p.body(l)) {
		return false
	}
	p.missingBlank(l, source.Span{Start: l.body, End: l.body + len(numberSign.FindString(p.body(l)))},
		"Argdown wants a blank line between an argument and its premises")
	return true
}

// title reads the beginning of an element: [Title], [Title]:, <Title>, <Title>: or
// none of these. Rest is where its content begins.
func (p *parser) title(start, end int) (title Text, form Form, argument bool, rest int) {
	text := string(p.masked[start:end])
	if text == "" || text[0] != '[' && text[0] != '<' {
		return Text{}, Anonymous, false, start
	}
	shut := map[byte]string{'[': "]", '<': ">"}[text[0]]
	n := strings.Index(text, shut)
	if n < 2 || text[1] == '-' || text[1] == ' ' && text[0] == '<' {
		return Text{}, Anonymous, false, start
	}
	if text[0] == '[' && strings.HasPrefix(text[n+1:], "(") && strings.Contains(text[n+1:], ")") { // a link
		return Text{}, Anonymous, false, start
	}
	title = Text{text[1:n], source.Span{Start: start, End: start + n + 1}}
	rest, form = start+n+1, Reference
	if strings.HasPrefix(text[n+1:], ":") {
		rest, form = rest+1, Definition
	}
	return title, form, text[0] == '<', rest
}

// onlyTags tells whether a text holds nothing but tags.
func onlyTags(c Content) bool {
	for _, in := range c {
		if in.Kind != Tag && strings.TrimSpace(in.Text) != "" || in.Inner != nil {
			return false
		}
	}
	return true
}

// gathered is the text of an element.
type gathered struct {
	content Content
	data    *Data
	end     int   // of the text and the data
	lines   int   // how many lines it took
	gaps    []int // where the blanks before data begin, if no more text comes
}

// gather reads running text from start, in the line that is read next, and further
// lines as long as they are wanted; then the data behind it.
func (p *parser) gather(start int, more func(line) bool) gathered {
	pieces := []source.Span{{Start: start, End: p.group[p.at].end}}
	lines := 1
	for p.at++; p.at < len(p.group) && more(p.group[p.at]); p.at++ {
		pieces = append(pieces, source.Span{Start: p.group[p.at].body, End: p.group[p.at].end})
		lines++
	}
	g := gathered{end: start, lines: lines}
	r := &runner{p: p}
	for i, piece := range pieces {
		if i > 0 {
			r.put(' ', piece.Start-1)
		}
		for n := piece.Start; n < piece.End; n++ {
			switch p.masked[n] {
			case maskComment:
				continue
			case maskData:
				if d := p.data[n]; d != nil {
					if before := p.blanksBefore(n, piece.Start); before > piece.Start && before < n {
						g.gaps = append(g.gaps, before)
					}
					g.end = d.Span.End
					if g.data != nil {
						p.warn(CodeAfterData, d.Span, "write all of it into one block", "a second block of data; the first counts")
						continue
					}
					g.data = d
				}
				continue
			}
			if g.data != nil && p.masked[n] > ' ' && !r.behind {
				r.behind = true
				p.warn(CodeAfterData, source.Span{Start: n, End: piece.End}, "put the data at the end", "text stands behind the data; it is read as more of the text before")
			}
			if r.put(p.masked[n], n); p.masked[n] > ' ' {
				g.end = max(g.end, n+1)
			}
		}
	}
	if r.behind {
		g.gaps = nil
	}
	g.content = r.content()
	return g
}
