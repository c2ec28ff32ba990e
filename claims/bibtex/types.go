package bibtex

import (
	"maps"
	"slices"
	"strings"
)

// types are the entry types of BibTeX and BibLaTeX, and some that programs add,
// with the types of CSL that they are.
var types = pairs(`
article article-journal  periodical periodical  suppperiodical article-journal  review review
book book  mvbook book  booklet pamphlet  collection book  mvcollection book  reference book  mvreference book
proceedings book  mvproceedings book  manual book
inbook chapter  bookinbook chapter  suppbook chapter  incollection chapter  suppcollection chapter
inproceedings paper-conference  conference paper-conference  inreference entry-encyclopedia
phdthesis thesis  mastersthesis thesis  thesis thesis  bathesis thesis
techreport report  report report  standard standard  legislation legislation  legal treaty  jurisdiction legal_case
online webpage  electronic webpage  www webpage  webpage webpage  website webpage  blog post-weblog
misc document  unpublished manuscript  preprint article  letter personal_communication  patent patent
dataset dataset  software software  artwork graphic  image figure  map map  music song  audio song  video motion_picture
movie motion_picture  performance performance  commentary chapter  presentation speech  talk speech  interview interview
newspaper article-newspaper  magazine article-magazine  set document  xdata document  customa document  customb document
customc document  customd document  custome document  customf document`)

var typeNames = slices.Sorted(maps.Keys(types))

// genres are what the type of an entry, or the type field of BibLaTeX, says of
// the kind of work.
var genres = map[string]string{
	"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis",
	"candthesis": "Candidate thesis", "techreport": "Technical report", "techrep": "Technical report", "resreport": "Research report",
	"software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD",
	"patent": "Patent", "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
	"patentuk": "British patent", "patentus": "U.S. patent", "patreq": "Patent request", "patreqde": "German patent request",
	"patreqeu": "European patent request", "patreqfr": "French patent request", "patrequk": "British patent request", "patrequs": "U.S. patent request",
}

// cslType is the type of a record, with what its fields say of it.
func cslType(rec *record) string {
	has := func(name string) bool { f := rec.field(name); return f != nil && f.value.raw != "" }
	says := func(name, word string) bool {
		f := rec.field(name)
		return f != nil && strings.Contains(strings.ToLower(f.value.raw), word)
	}
	t := types[rec.kind]
	switch t {
	case "":
		t = "document"
	case "article-journal":
		switch {
		case says("entrysubtype", "newspaper"):
			return "article-newspaper"
		case says("entrysubtype", "magazine"):
			return "article-magazine"
		}
	case "manuscript":
		if has("eventtitle") || says("note", "presented at") {
			return "speech"
		}
	}
	if t != "document" || rec.kind == "xdata" {
		return t
	}
	switch {
	case has("eprint"):
		return "article" // a preprint
	case has("doi"):
		return t
	case has("url"), linked(rec.field("howpublished")), linked(rec.field("note")):
		return "webpage"
	}
	return t
}

// linked tells whether a field is or holds an address.
func linked(f *field) bool { return f != nil && linkIn(f.value.raw) != "" }

// pairs reads a table of words and what they stand for.
func pairs(table string) map[string]string {
	words := strings.Fields(table)
	m := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	return m
}
