package bibtex

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// builder makes an entry of a record.
type builder struct {
	*reader
	rec  *record
	kind string // type of CSL
	out  *Entry

	ruled int // variables of out that rules have given
}

// rule says how a variable of CSL is read from the fields of a record. It gives
// "" where there is nothing to read.
type rule struct {
	variable string
	read     func(b *builder) (string, source.Span)
}

// rules are the variables in the order in which entries list them.
var rules = []rule{
	{"title", titled(". ", "title", "subtitle", "titleaddon")},
	{"title-short", text("shorttitle")},
	{"genre", genre},
	{"container-title", container},
	{"volume-title", volumeTitle},
	{"container-title-short", text("shortjournal")},
	{"collection-title", text("series")},
	{"event-title", titled(". ", "eventtitle", "", "eventtitleaddon")},
	{"event-place", text("venue")},
	{"volume", text("volume")},
	{"issue", issue},
	{"collection-number", collectionNumber},
	{"number", text("number")},
	{"page", pages},
	{"chapter-number", text("chapter")},
	{"part-number", text("part")},
	{"number-of-pages", text("pagetotal")},
	{"number-of-volumes", text("volumes")},
	{"edition", text("edition")},
	{"version", text("version")},
	{"publisher", text("publisher", "institution", "organization")},
	{"publisher-place", text("location")},
	{"status", status},
	{"issued", dated("date", "year", "month", "day")},
	{"accessed", accessed},
	{"event-date", dated("eventdate", "eventyear", "eventmonth", "eventday")},
	{"original-date", dated("origdate", "origyear", "origmonth", "origday")},
	{"original-title", text("origtitle")},
	{"original-publisher", text("origpublisher")},
	{"original-publisher-place", text("origlocation")},
	{"DOI", doi},
	{"URL", address},
	{"archive", archive},
	{"archive_collection", raw("eprintclass")},
	{"archive_location", archiveLocation},
	{"ISBN", raw("isbn")},
	{"ISSN", raw("issn")},
	{"PMID", raw("pmid")},
	{"PMCID", raw("pmcid")},
	{"call-number", text("library")},
	{"language", language},
	{"keyword", text("keywords")},
	{"note", note},
	{"annote", text("annotation")},
	{"abstract", text("abstract")},
	{"file", localFile},
}

// people are the fields that hold names, and the variables they are.
var people = [][2]string{
	{"author", "author"}, {"editor", "editor"}, {"translator", "translator"}, {"bookauthor", "container-author"},
	{"director", "director"}, {"interviewer", "interviewer"}, {"recipient", "recipient"}, {"illustrator", "illustrator"},
	{"composer", "composer"}, {"editora", "contributor"}, {"editorb", "contributor"}, {"editorc", "contributor"},
	{"compiler", "compiler"}, {"collaborator", "contributor"}, {"contributor", "contributor"},
}

// roles are the variables of editors that are none, by what BibLaTeX's editortype
// says of them.
var roles = pairs("editor editor compiler compiler founder original-author director director organizer organizer translator translator")

// entryOf makes the entry of a record.
func (r *reader) entryOf(rec *record) *Entry {
	b := &builder{reader: r, rec: rec, kind: cslType(rec)}
	b.out = &Entry{Key: rec.key, KeySpan: rec.keySpan, Type: b.kind, Span: rec.span}
	if f := b.take("ids"); f != nil {
		for _, k := range listed(f.value) {
			b.out.Aliases = append(b.out.Aliases, k.text)
		}
	}
	b.names()
	for _, rule := range rules {
		if value, at := rule.read(b); value != "" {
			b.give(rule.variable, value, at)
			b.ruled = len(b.out.Variables)
		}
	}
	b.carry()
	return b.out
}

// carry adds the fields that no variable has read, under their own names.
func (b *builder) carry() {
	for _, f := range b.rec.fields {
		if f.used || private(f.name) {
			continue
		}
		value := ""
		if s := strings.TrimSpace(f.value.raw); strings.Contains(s, "://") && !strings.ContainsAny(s, " \n") {
			value = verbatim(s)
		} else {
			value = b.value(f)
		}
		if value != "" {
			b.give(f.asked, value, f.value.span)
		}
	}
}

// give adds a variable, or reports that it is there already with another value.
func (b *builder) give(variable, value string, at source.Span) {
	if earlier := b.have(variable); earlier != "" {
		if earlier != value {
			b.warn(CodeDuplicateField, at, "keep one of them", "another field says what `%s` says; this one is not read", variable)
		}
		return
	}
	b.out.Variables = append(b.out.Variables, Variable{variable, value, at})
}

// have is the value of a variable that a rule has given, or "". The names of what
// is carried differ among themselves.
func (b *builder) have(variable string) string {
	for _, v := range b.out.Variables[:b.ruled] {
		if v.Name == variable {
			return v.Value
		}
	}
	return ""
}

// field is the field of that name, or nil.
func (b *builder) field(name string) *field { return b.rec.field(name) }

// take is the field of that name, which counts as read then, or nil.
func (b *builder) take(name string) *field {
	f := b.rec.field(name)
	if f == nil || f.used {
		return nil
	}
	f.used = true
	return f
}

// value is the text of a field.
func (b *builder) value(f *field) string {
	return entities(strings.TrimSpace(tidy(b.decode(f.value, 0, len(f.value.raw)))))
}

// names reads the fields that hold names. Lists of one variable are joined.
func (b *builder) names() {
	for _, p := range people {
		f := b.take(p[0])
		if f == nil {
			continue
		}
		variable := p[1]
		if strings.HasPrefix(p[0], "editor") {
			if t := b.take(p[0] + "type"); t != nil && roles[strings.ToLower(t.value.raw)] != "" {
				variable = roles[strings.ToLower(t.value.raw)]
			}
		}
		list := b.reader.names(variable, f.value)
		if len(list.Names) == 0 && !list.Others {
			continue
		}
		b.out.join(list)
	}
}

func (e *Entry) join(list NameList) {
	for i := range e.Names {
		if l := &e.Names[i]; l.Variable == list.Variable {
			l.Names = append(l.Names, list.Names...)
			l.Others = l.Others || list.Others
			return
		}
	}
	e.Names = append(e.Names, list)
}

// text reads the first field of several that is there.
func text(names ...string) func(*builder) (string, source.Span) {
	return func(b *builder) (string, source.Span) { return b.text(names...) }
}

func (b *builder) text(names ...string) (string, source.Span) {
	for _, name := range names {
		if f := b.take(name); f != nil {
			if s := b.value(f); s != "" {
				return s, f.value.span
			}
		}
	}
	return "", source.Span{}
}
