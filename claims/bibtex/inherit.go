package bibtex

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// States of a record while entries inherit from one another.
const (
	fresh = iota
	inheriting
	inherited
)

// inherit gives a record what it lacks and its xdata and crossref have, after
// those have inherited themselves.
func (r *reader) inherit(rec *record, depth int) {
	if rec.state != fresh {
		return
	}
	rec.state = inheriting
	if f := rec.field("xdata"); f != nil {
		f.used = true
		for _, k := range listed(f.value) {
			if from := r.ancestor(rec, f, k, depth); from != nil {
				r.take(rec, from, f, false)
			}
		}
	}
	if f := rec.field("crossref"); f != nil {
		f.used = true
		for _, k := range listed(f.value) {
			if from := r.ancestor(rec, f, k, depth); from != nil {
				r.take(rec, from, f, true)
			}
		}
	}
	rec.state = inherited
}

// listed are the keys that a value lists behind commas.
func listed(v value) []part {
	var keys []part
	for start := 0; start <= len(v.raw); {
		end := len(v.raw)
		if i := strings.IndexByte(v.raw[start:], ','); i >= 0 {
			end = start + i
		}
		k := strings.TrimSpace(v.raw[start:end])
		if k != "" {
			from := start + strings.Index(v.raw[start:], k)
			keys = append(keys, part{text: tidy(clean(k)), at: v.spanOf(from, from+len(k))})
		}
		start = end + 1
	}
	return keys
}

// ancestor finds the record of a key, ready to be inherited from, or reports why
// there is none and returns nil.
func (r *reader) ancestor(rec *record, f *field, k part, depth int) *record {
	from := r.find(k.text)
	switch {
	case from == nil:
		hint := ""
		if !r.full() && len(r.records) < 2000 {
			if s := source.Suggest(k.text, r.keys()); s != "" {
				hint = "did you mean " + s + "?"
			}
		}
		r.warn(CodeCrossref, k.at, hint, "`%s` names %q, which is not in the file", f.asked, k.text)
		return nil
	case from.state == inheriting:
		d := r.warn(CodeCrossref, k.at, "delete one of them", "`%s` leads in a circle back to %q", f.asked, k.text)
		d.Related = []source.Related{{Message: "the entry it leads back to", Span: headSpan(from)}}
		return nil
	case depth == maxChain:
		r.warn(CodeCrossref, k.at, "", "more than %d entries inherit from one another; the chain is cut here", maxChain)
		return nil
	}
	r.inherit(from, depth+1)
	return from
}

// find is the record of a key, letter case aside where it must be.
func (r *reader) find(key string) *record {
	if rec := r.byKey[key]; rec != nil {
		return rec
	}
	if r.folded == nil {
		r.folded = make(map[string]*record, len(r.records))
		for _, rec := range slices.Backward(r.records) {
			r.folded[strings.ToLower(rec.key)] = rec
		}
	}
	return r.folded[strings.ToLower(key)]
}

func (r *reader) keys() []string {
	var keys []string
	for _, rec := range r.records {
		if rec.key != "" {
			keys = append(keys, rec.key)
		}
	}
	return keys
}

// own are the fields that speak of one work alone. BibLaTeX passes some of them
// on (doi, pages); a chapter has no use for the pages of its book.
var own = set(`abstract annotation crossref doi entryset entrysubtype eprint eprinttype eprintclass execute file ids indextitle
keywords label options pages pagetotal presort related relatedoptions relatedstring relatedtype shorthand shorttitle
sortkey sortname sortshorthand sorttitle sortyear xdata xref`)

// groups are fields of which one stands for the others: who has a date does not
// inherit a year.
var groups = [][]string{{"date", "year", "month", "day"}, {"urldate", "urlyear", "urlmonth", "urlday"}}

// take copies fields from one record to another. By crossref a book becomes the
// container of a chapter, and so on (appendix B of the BibLaTeX manual).
func (r *reader) take(rec, from *record, link *field, cross bool) {
	if !r.spend(len(from.fields), link.value.span) { // a step for each, also where nothing is missing
		return
	}
	has := map[string]bool{}
	for _, g := range groups {
		for _, name := range g {
			if rec.field(name) != nil {
				for _, other := range g {
					has[other] = true
				}
			}
		}
	}
	for _, f := range from.fields {
		name := f.name
		if cross {
			if own[name] {
				continue
			}
			name = r.renamed(rec, from, name)
		} else if name == "ids" {
			continue
		}
		if name == "" || has[name] || rec.field(name) != nil {
			continue
		}
		if !r.spend(len(f.value.raw)+64, link.value.span) {
			return
		}
		rec.add(&field{name: name, asked: name, value: f.value})
	}
}

// containers are the types whose works stand in another one.
var containers = set("inbook bookinbook suppbook incollection suppcollection inproceedings conference inreference")

// renamed is the name by which a record inherits a field, or "" where it does not.
func (r *reader) renamed(rec, from *record, name string) string {
	prefix := ""
	switch {
	case containers[rec.kind] && strings.HasPrefix(from.kind, "mv"), strings.HasPrefix(from.kind, "mv") && types[rec.kind] == "book":
		prefix = "main"
	case containers[rec.kind]:
		prefix = "book"
	case from.kind == "periodical":
		prefix = "journal"
	}
	switch name {
	case "title", "subtitle", "titleaddon":
		if prefix == "" {
			return name
		}
		if f := from.field(prefix + name); f != nil {
			return "" // written out there, as BibTeX needs it
		}
		return prefix + name
	case "author":
		if prefix == "book" && rec.field("author") != nil {
			return "bookauthor"
		}
	}
	return name
}

// set is a set of words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
