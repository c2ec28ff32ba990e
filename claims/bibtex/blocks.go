package bibtex

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// blocks reads everything that begins with "@", and passes what stands between.
func (r *reader) blocks() {
	for {
		i := strings.IndexByte(r.text[r.pos:], '@')
		if i < 0 {
			return
		}
		r.pos += i
		h, ok := r.head(r.pos)
		if !ok || r.commentedOut(r.pos) {
			r.pos++
			continue
		}
		switch h.kind {
		case "comment":
			r.comment(h)
		case "preamble":
			r.pos = r.space(h.body)
			r.value(h.closer(), "the preamble")
			r.pos = r.blanks(r.pos)
			if r.byteAt(r.pos) == h.closer() {
				r.pos++
			}
		case "string":
			r.strings(h)
		default:
			r.entry(h)
		}
	}
}

// commentedOut tells whether the line of an offset begins with "%". Offsets must
// not go back from one call to the next.
func (r *reader) commentedOut(at int) bool {
	if i := strings.LastIndexByte(r.text[r.lineFrom:at], '\n'); i >= 0 {
		start := r.lineFrom + i + 1
		r.inComment = r.byteAt(r.blanks(start)) == '%'
	} else if r.lineFrom == 0 {
		r.inComment = r.byteAt(r.blanks(0)) == '%'
	}
	r.lineFrom = at
	return r.inComment
}

// comment passes what is in the braces behind @comment. Without braces around it,
// a comment ends with its line.
func (r *reader) comment(h head) {
	if h.opener == '{' && !h.bare {
		if end, ok := r.closingComment(h.body - 1); ok {
			r.pos = end + 1
			return
		}
		r.warn(CodeUnclosed, h.at, "add the closing brace", "the comment does not end; only its first line is passed over")
	}
	r.pos = r.lineEnd(h.at.Start)
}

// closingComment looks for a closing brace past everything, entries that are
// commented out among it.
func (r *reader) closingComment(open int) (int, bool) {
	depth, end := 0, r.horizon(open)
	for i := open; i < end; i++ {
		switch r.text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i, true
			}
		}
	}
	r.wasted += end - open
	return 0, false
}

// strings reads macros: @string{name = value}, or several behind commas.
func (r *reader) strings(h head) {
	r.pos = h.body
	for {
		r.pos = r.space(r.pos)
		c := r.byteAt(r.pos)
		switch {
		case c == h.closer():
			r.pos++
			return
		case c == ',':
			r.pos++
			continue
		case r.pos >= len(r.text), c == '@':
			r.fail(CodeUnclosed, h.at, "add the closing brace", "the @string does not end")
			return
		case !r.fieldAt(r.pos):
			r.fail(CodeSyntax, source.Span{Start: r.pos, End: r.lineEnd(r.pos)}, "write @string{name = {text}}", "a macro is a name, = and its text")
			r.pos = r.lineEnd(r.pos)
			return
		}
		name := r.text[r.pos:r.word(r.pos)]
		r.pos = r.blanks(r.blanks(r.word(r.pos)) + 1)
		r.macros[strings.ToLower(name)] = r.value(h.closer(), clean(name))
	}
}

// entry reads an entry, and keeps it unless its key is taken.
func (r *reader) entry(h head) {
	rec := &record{kind: h.kind, kindSpan: h.at}
	if h.bare {
		r.fail(CodeSyntax, h.at, "write the brace behind it", "`@%s` is not followed by {", clean(h.kind))
	}
	if types[h.kind] == "" {
		r.unknownType(h)
	}
	r.pos = h.body
	r.key(rec, h)
	r.fields(rec, h)
	rec.span = source.Span{Start: h.at.Start, End: r.pos}
	r.keep(rec)
}

func (r *reader) unknownType(h head) {
	hint := "it is read as @misc"
	if !r.full() {
		if s := source.Suggest(h.kind, typeNames); s != "" {
			hint += "; did you mean @" + s + "?"
		}
	}
	r.warn(CodeUnknownType, h.at, hint, "there is no entry type `%s`", clean(h.kind))
}

// key reads a key up to the comma behind it.
func (r *reader) key(rec *record, h head) {
	start := r.space(r.pos)
	end := start
	for end < len(r.text) && !blank(r.text[end]) && r.text[end] != ',' && r.text[end] != h.closer() && r.text[end] != '=' {
		end++
	}
	next := r.blanks(end)
	switch c := r.byteAt(next); {
	case c == '=', end == start, strings.IndexByte(`{"@`, r.text[start]) >= 0: // a field already
		rec.keySpan = source.Span{Start: h.body, End: h.body}
		r.fail(CodeNoKey, h.at, "write a key and a comma behind the brace, as in @book{smith2020,", "the entry has no key, so nothing can name it")
		r.pos = start
		return
	case c != ',' && c != h.closer() && next < len(r.text):
		end = r.oddKey(start, end)
	}
	rec.key = tidy(clean(r.text[start:end]))
	rec.keySpan = source.Span{Start: start, End: end}
	r.pos = end
}

// oddKey reports what stands between a key and its comma, and tells where the key
// ends: it may hold blanks, or the comma may be missing.
func (r *reader) oddKey(start, end int) int {
	line := r.text[start:r.near(start)]
	if comma := strings.IndexByte(line, ','); comma > end-start && !strings.ContainsAny(line[:comma], `={}"@`) {
		end = start + len(strings.TrimRight(line[:comma], " \t"))
		r.warn(CodeSyntax, source.Span{Start: start, End: end}, "write it without blanks", "the key has blanks in it")
		return end
	}
	r.missingComma(end, "the key")
	return end
}

func (r *reader) missingComma(at int, behind string) {
	d := r.warn(CodeSyntax, source.Span{Start: at, End: at}, "add it", "there is no comma behind %s", behind)
	d.Fix = &source.Fix{Message: "add the comma", Edits: []source.Edit{{Span: source.Span{Start: at, End: at}, Text: ","}}}
}

// keep adds a record that has no key, or one that is free.
func (r *reader) keep(rec *record) {
	if rec.key == "" {
		r.records = append(r.records, rec)
		return
	}
	if first := r.byKey[rec.key]; first != nil {
		d := r.warn(CodeDuplicateKey, rec.keySpan, "rename one of them, or delete it", "the key %q is taken; this entry is left out", rec.key)
		d.Related = []source.Related{{Message: "the first entry of this key", Span: first.keySpan}}
		return
	}
	r.byKey[rec.key] = rec
	r.records = append(r.records, rec)
}
