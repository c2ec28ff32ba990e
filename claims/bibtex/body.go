package bibtex

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// fields reads the fields of an entry and what closes it. It ends behind the
// closing brace or, where that is missing, before the next entry.
func (r *reader) fields(rec *record, h head) {
	for {
		r.pos = r.space(r.pos)
		c := r.byteAt(r.pos)
		switch {
		case r.pos >= len(r.text):
			if r.brokenOff != r.pos {
				r.fail(CodeUnclosed, headSpan(rec), "add what is missing: the last fields, the closing brace", "the file ends before the entry does")
			}
			return
		case c == h.closer():
			r.pos++
			if !r.goesOn() {
				return
			}
			r.fail(CodeSyntax, source.Span{Start: r.pos - 1, End: r.pos}, "delete the one too many", "this brace closes the entry, but more fields follow")
		case c == ',':
			r.pos++
		case r.fieldAt(r.pos):
			r.field(rec, h)
		case c == '@' && r.beginsBlock():
			if r.brokenOff != r.pos {
				r.fail(CodeUnclosed, headSpan(rec), "add the closing brace before the next entry", "the entry does not end")
			}
			return
		case (c == '}' || c == ')') && r.endsBlock():
			r.warn(CodeSyntax, source.Span{Start: r.pos, End: r.pos + 1}, fmt.Sprintf("write %c", h.closer()), "the entry begins with %c and ends with %c", h.opener, c)
			r.pos++
			return
		default:
			r.stray(rec, h)
		}
	}
}

// headSpan is what to underline of an entry that is reported as a whole: its
// beginning as far as the key.
func headSpan(rec *record) source.Span {
	return source.Span{Start: rec.kindSpan.Start, End: max(rec.kindSpan.End, rec.keySpan.End)}
}

func (r *reader) beginsBlock() bool {
	_, ok := r.head(r.pos)
	return ok
}

// endsBlock tells whether nothing but another block can follow the sign at hand.
func (r *reader) endsBlock() bool {
	next := r.blanks(r.pos + 1)
	return next == len(r.text) || r.text[next] == '@'
}

// goesOn tells whether fields follow an entry's closing brace: one too many was
// written.
func (r *reader) goesOn() bool {
	at := r.blanks(r.pos)
	if r.byteAt(at) == ',' {
		at = r.blanks(at + 1)
	}
	return r.looksLikeField(at)
}

// field reads a name, "=" and a value.
func (r *reader) field(rec *record, h head) {
	end := r.word(r.pos)
	at := source.Span{Start: r.pos, End: end}
	r.pos = r.blanks(r.blanks(end) + 1)
	r.give(rec, h, at)
}

// give reads a value for the field whose name stands at a span.
func (r *reader) give(rec *record, h head, at source.Span) {
	written := strings.TrimRight(r.text[at.Start:at.End], ":")
	f := &field{asked: clean(strings.ToLower(written))}
	f.name = f.asked
	if to := aliases[f.name]; to != "" {
		f.name = to
	}
	f.value = r.value(h.closer(), clean(written))
	if f.value.raw == "" {
		return
	}
	if first := rec.add(f); first != nil {
		if first.asked != f.asked && first.value.raw == f.value.raw {
			return // an exporter that writes for BibTeX and BibLaTeX at once
		}
		d := r.warn(CodeDuplicateField, at, "keep one of them", "the entry has `%s` already; this one is not read", first.asked)
		d.Related = []source.Related{{Message: "the one that is read", Span: first.value.span}}
	}
}

// stray reports text where a field belongs, and passes it: a field without "=",
// or anything up to the next comma, brace or line.
func (r *reader) stray(rec *record, h head) {
	start := r.pos
	if letter(r.text[start]) {
		end := r.word(start)
		next := r.blanks(end)
		written := r.text[start:end]
		name := strings.TrimRight(clean(written), ":")
		c := r.byteAt(next)
		if c == '{' || c == '"' || len(written) > len(name) && knownField(strings.ToLower(name)) && wordByte(c) {
			r.warn(CodeSyntax, source.Span{Start: end, End: end}, fmt.Sprintf("write %s = …", name), "there is no = behind `%s`", name)
			r.pos = next
			r.give(rec, h, source.Span{Start: start, End: end})
			return
		}
	}
	switch r.text[start] {
	case '{':
		end, closed := r.closing(start)
		if r.pos = end; closed {
			r.pos++
		}
	case '"':
		end, closed := r.closingQuote(start)
		if r.pos = end; closed {
			r.pos++
		}
	default:
		r.pos++
		for r.pos < len(r.text) && strings.IndexByte(",{}()\n@\"", r.text[r.pos]) < 0 {
			r.pos++
		}
	}
	at := source.Span{Start: start, End: start + len(strings.TrimRight(r.text[start:r.pos], " \t\r\n"))}
	r.fail(CodeSyntax, at, "write it as name = {text}, or delete it", "this is no field")
}
