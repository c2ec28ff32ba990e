package argdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// Parse reads a document. It always returns one, however bad the text is: what it
// cannot make sense of stays text, and the diagnostics say so. An address in
// running text is kept whole, which Argdown does not do; see ParseCompat.
func Parse(src *source.File) (*Document, source.Diagnostics) { return parse(src, false) }

// ParseCompat reads a document as Argdown does, where the two differ: "//" begins
// a comment even in an address, and shortcodes are replaced inside words.
func ParseCompat(src *source.File) (*Document, source.Diagnostics) { return parse(src, true) }

// CountComments counts the comments of a text.
func CountComments(src *source.File) int {
	d, _ := Parse(src)
	return len(d.Comments)
}

func parse(src *source.File, compat bool) (*Document, source.Diagnostics) {
	p := &parser{src: src, compat: compat}
	p.read()
	p.diags.Sort()
	p.diags = slices.CompactFunc(p.diags, func(a, b source.Diagnostic) bool { return a.Code == b.Code && a.Span == b.Span })
	return p.doc, p.diags
}

func (p *parser) read() {
	p.doc, p.data = &Document{Source: p.src}, map[int]*Data{}
	p.mask()
	p.blocks(p.lines())
}

type parser struct {
	src    *source.File
	compat bool
	doc    *Document
	masked []byte
	data   map[int]*Data // by where it starts
	braces map[int]int   // where each closes
	diags  source.Diagnostics

	group []line     // lines without a blank one between them
	at    int        // the one to be read next
	open  *Inference // of the reconstruction before, where it has led to nothing yet
	root  int        // indentation of the element that stands in no relation
	depth int        // of relations around the element that is read
	notes *notes     // nil: nobody wants them
}

func (p *parser) report(sev source.Severity, code string, at source.Span, hint, format string, args ...any) {
	d := source.Diagnostic{Severity: sev, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, File: p.src, Span: at}
	if slices.Contains(escapable, code) {
		d.Fix = &source.Fix{Message: "write \\ before it"}
		last := at.Start
		if code == CodeEmphasis { // before each of its signs
			last = at.End - 1
		}
		for i := at.Start; i <= last; i++ {
			d.Fix.Edits = append(d.Fix.Edits, source.Edit{Span: source.Span{Start: i, End: i}, Text: "\\"})
		}
	}
	p.diags = append(p.diags, d)
}

// escapable are the codes of signs that a backslash makes text to Argdown as well.
var escapable = []string{CodeBracket, CodeBrace, CodeEmphasis, CodeComment, CodeUnindented, CodeNoParent, CodeNumber}

// missingBlank says that Argdown wants a blank line above this one.
func (p *parser) missingBlank(l line, at source.Span, why string) {
	p.warn(CodeMissingBlank, at, "put a blank line above it", "%s", why)
	p.diags[len(p.diags)-1].Fix = &source.Fix{Message: "put a blank line above it", Edits: []source.Edit{{Span: source.Span{Start: l.start, End: l.start}, Text: "\n"}}}
}

func (p *parser) warn(code string, at source.Span, hint, format string, args ...any) {
	p.report(source.Warning, code, at, hint, format, args...)
}

// blocks reads group after group of lines. Lines of comments alone are passed over:
// they do not part what is above them from what is below.
func (p *parser) blocks(lines []line) {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return l.blank && l.comment })
	for i := 0; i < len(lines); {
		if lines[i].blank {
			i++
			continue
		}
		start := i
		for i < len(lines) && !lines[i].blank {
			i++
		}
		p.group, p.at = lines[start:i], 0
		p.paragraph()
	}
}

func (p *parser) add(b Block) { p.doc.Blocks = append(p.doc.Blocks, b) }

// body is the line's text from its first sign on.
func (p *parser) body(l line) string { return string(p.masked[l.body:l.end]) }

var (
	headingSign   = regexp.MustCompile(`^#+(?: |$)`)
	numberSign    = regexp.MustCompile(`^\((\d+)\)`)
	listSign      = regexp.MustCompile(`^(\*|\d+\.)(?:[ \t]|$)`)
	relationSign  = regexp.MustCompile(`^(\+>|<\+|->|<-|><|_>|<_|\+|-|_(?:[ \t]|$))`)
	inferenceSign = regexp.MustCompile(`^--`)
)

// paragraph reads a group of lines, which may hold several blocks.
func (p *parser) paragraph() {
	for p.at < len(p.group) {
		l := p.group[p.at]
		body := p.body(l)
		switch {
		case headingSign.MatchString(body):
			p.heading(l)
		case numberSign.MatchString(body) || inferenceSign.MatchString(body) && p.previous() != nil:
			p.reconstruction()
		case listSign.MatchString(body):
			p.list(l)
		default:
			if m := relationSign.FindString(body); m != "" {
				p.warn(CodeNoParent, source.Span{Start: l.body, End: l.body + len(strings.TrimSpace(m))},
					"take out the blank line above it and indent it, or write \\"+m, "a relation has nothing above it to hang on; the line is read as text")
			}
			p.root = l.indent
			p.notes.line(note{body: l.body, begins: true})
			b, _ := p.element(l.body, inText)
			p.add(b)
		}
	}
}

// previous is the block before if it is a reconstruction, which a blank line may
// have cut; otherwise nil.
func (p *parser) previous() *Reconstruction {
	if len(p.doc.Blocks) == 0 {
		return nil
	}
	r, _ := p.doc.Blocks[len(p.doc.Blocks)-1].(*Reconstruction)
	return r
}

func (p *parser) heading(l line) {
	level := len(strings.TrimSpace(headingSign.FindString(p.body(l))))
	p.notes.line(note{body: l.body, begins: true, sign: level, heading: true})
	c := p.gather(l.body+level, func(line) bool { return true })
	p.notes.gap(c.gaps...)
	h := &Heading{Level: level, Content: c.content, Data: c.data, Span: source.Span{Start: l.body, End: c.end}}
	p.add(h)
}

func (p *parser) list(l line) {
	list := &List{Ordered: p.body(l)[0] != '*', Span: source.Span{Start: l.body}}
	for p.at < len(p.group) {
		l := p.group[p.at]
		sign := listSign.FindString(p.body(l))
		if sign == "" || (sign[0] != '*') != list.Ordered {
			break
		}
		p.root = l.indent
		p.notes.line(note{body: l.body, begins: list.Items == nil, sign: len(strings.TrimSpace(sign)), in: inList})
		item, end := p.element(p.skipBlanks(l.body+len(sign), l.end), inList)
		list.Items = append(list.Items, item)
		list.Span.End = end
	}
	p.add(list)
}

// surroundings say which beginnings of lines end a text.
type surroundings int

const (
	inText surroundings = iota
	inList
	inReconstruction
)

// skipBlanks returns where the next sign stands that is no comment.
func (p *parser) skipBlanks(start, end int) int {
	for start < end && (isBlank(p.masked[start]) || p.masked[start] == maskComment) {
		start++
	}
	return start
}

// relates returns the sign of a line that begins like a relation; "" where it does
// not. Two hyphens are no two relations.
func relates(body string) string {
	if inferenceSign.MatchString(body) {
		return ""
	}
	return strings.TrimSpace(relationSign.FindString(body))
}

// ends tells whether the line begins something else than more of the text above.
func (p *parser) ends(l line, in surroundings) bool {
	body := p.body(l)
	if sign := relates(body); sign != "" {
		if l.indent > p.root {
			return true
		}
		p.warn(CodeUnindented, source.Span{Start: l.body, End: l.body + len(sign)}, "indent the line to make it a relation, or write \\"+sign,
			"the line begins like a relation and is not indented; it is read as more of the text above")
		return false
	}
	if in != inReconstruction && l.indent <= p.root && p.titled(l) {
		p.missingBlank(l, source.Span{Start: l.body, End: l.end}, "Argdown wants a blank line before a title")
		return true
	}
	switch {
	case in == inReconstruction && (numberSign.MatchString(body) || inferenceSign.MatchString(body)):
		return true
	case in == inList && listSign.MatchString(body):
		return true
	case numberSign.MatchString(body):
		m := numberSign.FindString(body)
		p.warn(CodeNumber, source.Span{Start: l.body, End: l.body + len(m)}, "to be sure that it stays text, write \\"+m,
			"the line begins like a premise; it is read as more of the text above")
	}
	return false
}

// titled tells whether the line begins with a title and a colon, or is a title and
// nothing but tags.
func (p *parser) titled(l line) bool {
	_, form, _, rest := p.title(l.body, l.end)
	if form != Reference {
		return form == Definition
	}
	behind := strings.TrimSpace(strings.Trim(string(p.masked[rest:l.end]), "\x01\x02"))
	return behind == "" || strings.HasPrefix(behind, "#")
}

// relations reads what hangs below an element whose line is indented so far. A line
// that is indented less than the first of them belongs to the level above.
func (p *parser) relations(indent int, in surroundings) []*Relation {
	var list []*Relation
	level := 0
	for p.at < len(p.group) {
		l := p.group[p.at]
		sign := relates(p.body(l))
		if sign == "" || l.indent <= indent || l.indent < level && indent > p.root {
			break
		}
		if list == nil {
			level = l.indent
		}
		list = append(list, p.relation(l, sign, in))
	}
	return list
}

func (p *parser) relation(l line, sign string, in surroundings) *Relation {
	r := &Relation{Written: Text{sign, source.Span{Start: l.body, End: l.body + len(sign)}}, Downward: strings.HasSuffix(sign, ">") && sign != "><"}
	switch {
	case sign == "><":
		r.Sign = Contradiction
	case strings.Contains(sign, "-"):
		r.Sign = Attack
	case strings.Contains(sign, "_"):
		r.Sign = Undercut
	}
	p.depth++
	p.notes.line(note{body: l.body, depth: p.depth, sign: len(sign), in: in})
	var end int
	r.Member, end = p.element(p.skipBlanks(l.body+len(sign), l.end), in)
	p.depth--
	r.Span = source.Span{Start: l.body, End: end}
	if _, ok := r.Member.(*Argument); ok && r.Sign == Contradiction {
		p.warn(CodeBadMember, r.Written.Span, "name a statement, or write -", "only statements contradict one another; this is read as an attack")
		r.Sign = Attack
	}
	return r
}
