package bibtex

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
)

// Bounds, for files that come from strangers.
const (
	maxBytes    = 16 << 20     // of a file
	maxExpanded = 32 << 20     // bytes that macros and inheritance may add
	maxFaults   = 200          // diagnostics of a file
	maxWasted   = 8 * maxBytes // bytes that may be searched in vain for what closes something
	maxNesting  = 50           // LaTeX commands inside one another's arguments
	maxChain    = 32           // entries that inherit from one another
)

// reader reads one file: blocks into records, records into entries.
type reader struct {
	file    *source.File
	text    string
	pos     int
	records []*record
	byKey   map[string]*record
	folded  map[string]*record // by key in lower case; made when first needed
	macros  map[string]value   // by name in lower case

	diags     source.Diagnostics
	omitted   int             // diagnostics beyond maxFaults
	omittedAt source.Span     // of the first of them
	told      map[string]bool // LaTeX commands and bounds that were reported once

	expanded  int // bytes added so far
	brokenOff int // where a value that is not closed took the entry with it

	wasted    int  // bytes searched in vain so far
	lineFrom  int  // where a block was last looked for
	inComment bool // the line of that place begins with %
}

// record is an entry as written.
type record struct {
	kind     string // the type in lower case, without "@"
	kindSpan source.Span
	key      string
	keySpan  source.Span
	span     source.Span
	fields   []*field          // in source order, inherited ones last
	byName   map[string]*field // the same where they are many, or nil
	state    int               // of inheritance
}

// field is a field of a record.
type field struct {
	name  string // in lower case, aliases replaced
	asked string // the name as written, in lower case
	value value
	used  bool // some variable has it
}

// field is the field of that name, or nil.
func (rec *record) field(name string) *field {
	if rec.byName != nil {
		return rec.byName[name]
	}
	for _, f := range rec.fields {
		if f.name == name {
			return f
		}
	}
	return nil
}

// add gives the record a field unless it has one of that name, which is returned.
func (rec *record) add(f *field) (earlier *field) {
	if earlier = rec.field(f.name); earlier != nil {
		return earlier
	}
	rec.fields = append(rec.fields, f)
	switch {
	case rec.byName != nil:
		rec.byName[f.name] = f
	case len(rec.fields) > 20:
		rec.byName = make(map[string]*field, 2*len(rec.fields))
		for _, f := range rec.fields {
			rec.byName[f.name] = f
		}
	}
	return nil
}

func (r *reader) fail(code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	return r.report(source.Error, code, at, hint, format, args...)
}

func (r *reader) warn(code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	return r.report(source.Warning, code, at, hint, format, args...)
}

// report keeps a diagnostic, or counts it where there are many. What it returns
// is good until the next report.
func (r *reader) report(s source.Severity, code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	if r.full() {
		if r.omitted == 0 {
			r.omittedAt = at
		}
		r.omitted++
		return &source.Diagnostic{}
	}
	r.diags = append(r.diags, source.Diagnostic{
		Severity: s, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, File: r.file, Span: at,
	})
	return &r.diags[len(r.diags)-1]
}

// full tells whether further diagnostics are only counted.
func (r *reader) full() bool { return len(r.diags) >= maxFaults }

// diagnostics are all that was reported, in the order of their places.
func (r *reader) diagnostics() source.Diagnostics {
	r.diags.Sort()
	if r.omitted > 0 {
		r.diags = append(r.diags, source.Diagnostic{
			Severity: source.Warning, Code: CodeTooManyFaults, File: r.file, Span: r.omittedAt,
			Message: fmt.Sprintf("there is more to say about this file, in %d further messages that are left out", r.omitted),
			Hint:    "mend the first ones and look again",
		})
	}
	return r.diags
}

// readable tells whether the text is one that can be read, and reports what its
// bytes are if they are not UTF-8.
func (r *reader) readable() bool {
	t := r.text
	switch {
	case len(t) > maxBytes:
		r.fail(CodeTooLarge, source.Span{}, "split it", "the file is larger than %d MiB and is not read", maxBytes>>20)
		return false
	case strings.HasPrefix(t, "\xff\xfe"), strings.HasPrefix(t, "\xfe\xff"):
		r.fail(CodeEncoding, source.Span{Start: 0, End: 2}, "save it as UTF-8", "the file is in UTF-16 and is not read")
		return false
	case utf8.ValidString(t):
		return true
	}
	for i, c := range t {
		if c == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(t[i:]); size == 1 {
				r.warn(CodeEncoding, source.Span{Start: i, End: i + 1}, "save the file as UTF-8",
					"this byte is no UTF-8; it is read as Windows-1252 (Latin-1): %q", string(windows1252(t[i])))
				break
			}
		}
	}
	return true
}

// spend takes n bytes from what macros and inheritance may add to the file. It is
// false, and reports so once, where too little is left.
func (r *reader) spend(n int, at source.Span) bool {
	if r.expanded += n; r.expanded <= maxExpanded {
		return true
	}
	r.expanded -= n
	if !r.told["too large"] {
		r.told["too large"] = true
		r.fail(CodeTooLarge, at, "write the text out where it is needed",
			"macros and inherited fields make more than %d MiB of text; from here on they are left out", maxExpanded>>20)
	}
	return false
}
