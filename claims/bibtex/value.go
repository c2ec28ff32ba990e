package bibtex

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// value is what stands behind "=": texts joined by #.
type value struct {
	raw   string // LaTeX, without the braces or quotes around each part
	parts []part
	span  source.Span // as written
}

// part is a piece of a value.
type part struct {
	text    string
	at      source.Span // where it stands; of a month its macro
	literal bool        // text is what stands at at, byte for byte
}

// spanOf is where bytes of the raw value stand in the file; the whole value where
// they come from several places.
func (v value) spanOf(start, end int) source.Span {
	if len(v.parts) > 8 { // made by macros: not worth the search
		return v.span
	}
	for _, p := range v.parts {
		if start < len(p.text) || start == len(p.text) && start == end {
			if end > len(p.text) || !p.literal {
				break
			}
			return source.Span{Start: p.at.Start + start, End: p.at.Start + end}
		}
		start, end = start-len(p.text), end-len(p.text)
	}
	return v.span
}

// months are the macros that every BibTeX style defines.
var months = map[string]string{
	"jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June",
	"jul": "July", "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}

// value reads a value at the present place, and passes it. What it belongs to is
// named in messages.
func (r *reader) value(closer byte, of string) value {
	var v value
	start := r.pos
	for {
		if c := r.byteAt(r.pos); r.pos >= len(r.text) || strings.IndexByte(",})", c) >= 0 || c == '@' && r.beginsBlock() {
			behind := len(strings.TrimRight(r.text[:start], " \t\r\n"))
			at := source.Span{Start: behind, End: behind}
			r.warn(CodeSyntax, at, "write a text in braces, or delete the field", "`%s` has no value", of)
			break
		}
		r.part(&v, closer, of)
		next := r.space(r.pos)
		if r.byteAt(next) != '#' {
			break
		}
		r.pos = r.space(next + 1)
	}
	v.span = source.Span{Start: start, End: max(start, r.pos)}
	r.join(&v)
	if c := r.space(r.pos); c < len(r.text) && r.fieldAt(c) {
		r.missingComma(r.pos, "`"+of+"`")
	}
	return v
}

// join makes the raw text of the parts.
func (r *reader) join(v *value) {
	if len(v.parts) == 1 {
		v.raw = v.parts[0].text
		return
	}
	var b strings.Builder
	for _, p := range v.parts {
		b.WriteString(p.text)
	}
	v.raw = b.String()
}

// part reads one text of a value: in braces, in quotes, a number, or a macro.
func (r *reader) part(v *value, closer byte, of string) {
	switch r.text[r.pos] {
	case '{':
		r.braced(v, of)
	case '"':
		r.quoted(v, of)
	default:
		start, end := r.pos, r.word(r.pos)
		if end == start || !r.follows(end) {
			r.unquoted(v, closer, of)
			return
		}
		r.pos = end
		if name := r.text[start:end]; strings.Trim(name, "0123456789") == "" {
			v.literal(r, start, end)
		} else {
			r.macro(v, name, source.Span{Start: start, End: end})
		}
	}
}

func (v *value) literal(r *reader, start, end int) {
	v.parts = append(v.parts, part{r.text[start:end], source.Span{Start: start, End: end}, true})
}

// macro adds what a macro stands for. One that nothing explains stands for its
// own name.
func (r *reader) macro(v *value, name string, at source.Span) {
	lower := strings.ToLower(name)
	if m, ok := r.macros[lower]; ok {
		if r.spend(len(m.raw)+32*len(m.parts), at) {
			v.parts = append(v.parts, m.parts...)
		}
		return
	}
	if m := months[lower]; m != "" {
		v.parts = append(v.parts, part{m, at, false})
		return
	}
	if _, ok := readDate(name); !ok { // 2021-01 is written so, though it should be in braces
		r.warn(CodeUnknownMacro, at, "put it in braces if it is text, or define it in a @string above", "no @string defines `%s`; it is read as text", clean(name))
	}
	v.literal(r, at.Start, at.End)
}

func (r *reader) braced(v *value, of string) {
	open := r.pos
	end, closed := r.closing(open)
	if closed {
		if split := r.swallowed(open, end); split >= 0 {
			closed = false
		} else {
			v.literal(r, open+1, end)
			r.pos = end + 1
			return
		}
	}
	r.unclosed(v, open, end, "brace", of)
}

// swallowed tells whether a text that is closed in form has taken in the fields
// behind it: it holds a line that begins like a field, and behind it the entry
// breaks off. It gives the place of that line, or -1.
func (r *reader) swallowed(open, end int) int {
	next := r.space(end + 1)
	if r.byteAt(next) == ',' {
		next = r.space(next + 1)
	}
	if next < len(r.text) {
		if r.text[next] != '@' {
			return -1
		}
		if _, ok := r.head(next); !ok {
			return -1
		}
	}
	return r.fieldLine(open, end)
}

// unclosed reports a text without an end, and ends it before the next line that
// looks like a field, or else where the entry or the file breaks off.
func (r *reader) unclosed(v *value, open, limit int, what, of string) {
	end := r.fieldLine(open, limit)
	cut := end >= 0
	if !cut {
		end = limit
		r.brokenOff = limit
	}
	r.pos = end
	text := strings.TrimRight(r.text[open+1:end], " \t\r\n")
	if comma := strings.TrimSuffix(text, ","); cut && comma != text {
		r.pos = open + 1 + len(comma)
		text = strings.TrimRight(comma, " \t\r\n")
	}
	if !cut && strings.HasSuffix(text, "\n}") { // the entry's own
		r.pos = open + len(text)
		text = strings.TrimRight(text[:len(text)-1], " \t\r\n")
	}
	v.literal(r, open+1, open+1+len(text))
	r.fail(CodeUnclosed, source.Span{Start: open, End: open + 1}, "close it, and see that each brace inside has its other half",
		"the %s that begins `%s` is not closed", what, of)
}

func (r *reader) quoted(v *value, of string) {
	open := r.pos
	end, closed := r.closingQuote(open)
	switch {
	case !closed:
		if last := r.looseQuote(open, end); last > 0 {
			r.warn(CodeSyntax, source.Span{Start: open, End: last + 1}, "see that each brace inside has its other half",
				"`%s` has a brace in it that is not closed", of)
			v.literal(r, open+1, last)
			r.pos = last + 1
			return
		}
		r.unclosed(v, open, end, "quotation mark", of)
	case r.follows(end + 1):
		v.literal(r, open+1, end)
		r.pos = end + 1
	case r.fieldLine(open, end) >= 0:
		r.unclosed(v, open, end, "quotation mark", of)
	default:
		r.innerQuotes(v, open, end, of)
	}
}

// looseQuote finds a quotation mark that could end a value if braces did not count.
// It gives -1 where there is none before the next line that begins like a field.
func (r *reader) looseQuote(open, limit int) int {
	for i := open + 1; i < limit; i++ {
		switch r.text[i] {
		case '"':
			if r.follows(i + 1) {
				return i
			}
		case '\n':
			if next := r.blanks(i); r.looksLikeField(next) {
				return -1
			} else if next > i {
				i = next - 1
			}
		}
	}
	return -1
}

// innerQuotes reads a text in quotes that has quotes inside: it ends with the
// last one of the line.
func (r *reader) innerQuotes(v *value, open, end int, of string) {
	line := r.near(end)
	if last := strings.LastIndexByte(r.text[end:line], '"'); last > 0 && r.follows(end+last+1) {
		r.warn(CodeSyntax, source.Span{Start: open, End: end + last + 1}, "put braces around it instead", "`%s` is in quotes and has quotes in it", of)
		v.literal(r, open+1, end+last)
		r.pos = end + last + 1
		return
	}
	v.literal(r, open+1, end)
	r.pos = end + 1
}

// unquoted reads a text that has neither braces nor quotes around it: to the end
// of the line, or to what closes the entry or begins a field before that.
func (r *reader) unquoted(v *value, closer byte, of string) {
	start := r.pos
	end := r.unquotedEnd(start, closer)
	r.pos = end
	if r.byteAt(end) == '}' && r.inside(end+1) { // the half of a pair, not the entry's
		r.pos++
	}
	text := strings.TrimRight(r.text[start:end], " \t\r")
	text = strings.TrimRight(strings.TrimSuffix(text, ","), " \t\r")
	at := source.Span{Start: start, End: start + len(text)}
	r.fail(CodeSyntax, at, "put it in braces", "the text of `%s` is in neither braces nor quotes", of)
	v.literal(r, at.Start, at.End)
}

func (r *reader) unquotedEnd(start int, closer byte) int {
	depth := 0
	for i := start; i < len(r.text); i++ {
		switch c := r.text[i]; {
		case c == '\n':
			return i
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth < 0 {
				return i
			}
		case c == ',' && r.fieldAt(r.blanks(i+1)), c == ')' && closer == ')' && r.endsLine(i+1):
			return i
		}
	}
	return len(r.text)
}

// endsLine tells whether nothing else stands on the line from an offset on.
func (r *reader) endsLine(at int) bool {
	return strings.IndexByte(r.text[at:r.blanks(at)], '\n') >= 0 || r.blanks(at) == len(r.text)
}

// inside tells whether an entry goes on at an offset: with a field, or with a
// comma and then a field or the entry's end.
func (r *reader) inside(at int) bool {
	at = r.space(at)
	if r.byteAt(at) == ',' {
		at = r.space(at + 1)
		return r.fieldAt(at) || r.byteAt(at) == '}'
	}
	return r.fieldAt(at)
}
