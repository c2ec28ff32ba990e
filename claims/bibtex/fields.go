package bibtex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
)

// aliases are other names of fields: BibTeX's where BibLaTeX has a new one, and
// those of some programs.
var aliases = pairs(`
journal journaltitle  address location  place location  school institution  annote annotation  keyword keywords
archiveprefix eprinttype  primaryclass eprintclass  pdf file  numpages pagetotal  journalabbreviation shortjournal
journal-iso shortjournal  ee url  link url  lastchecked urldate  lastaccessed urldate  lastvisited urldate  accessed urldate`)

// knownFields are the fields that a line may begin with.
var knownFields = set(`
abstract addendum afterword annotation annotator author bookauthor booksubtitle booktitle booktitleaddon chapter commentator
compiler crossref date day doi edition editor editora editorb editorc editortype eid entrysubtype eprint eprintclass eprinttype
eventdate eventtitle eventtitleaddon file foreword holder howpublished ids institution introduction isbn issn issue issuetitle
journaltitle journalsubtitle journaltitleaddon keywords langid language library location mainsubtitle maintitle maintitleaddon
month note number organization origdate origlanguage origlocation origpublisher origtitle pages pagetotal part pubstate
publisher series shortjournal shorttitle subtitle timestamp title titleaddon translator type url urldate venue version volume
volumes xdata year`)

func knownField(name string) bool { return knownFields[name] || aliases[name] != "" || private(name) }

// ignored are fields that programs keep for themselves: how to sort and label, and
// where the entry came from.
var ignored = set(`
added-at adsnote adsurl bibsource biburl bookpagination comment-jabref creationdate date-added date-modified date_added
date_modified entryset entrysubtype eprinttype execute gender groups hyphenation indexsorttitle indextitle interhash intrahash key label
langidopts local-url modificationdate nameaddon nameaddona options owner pagination posted-at presort printed priority
qualityassured rating ranking read readstatus related relatedoptions relatedstring relatedtype relevance shorthand
shorthandintro sortkey sortname sortshorthand sorttitle sortyear timestamp username xref __markedentry`)

func private(name string) bool {
	if ignored[name] {
		return true
	}
	for _, prefix := range []string{"bdsk-", "mendeley-", "citeulike-", "jabref-", "zotero-", "posted-", "x-"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// periodicals are the types of what appears in issues.
var periodicals = set("article-journal article-magazine article-newspaper periodical review article")

// titled joins a title, its subtitle, and what is added to it.
func titled(before, title, subtitle, addon string) func(*builder) (string, source.Span) {
	return func(b *builder) (string, source.Span) {
		s, at := b.text(title)
		for _, more := range [2][2]string{{": ", subtitle}, {before, addon}} {
			t, span := b.text(more[1])
			switch {
			case t == "":
			case s == "":
				s, at = t, span
			case strings.ContainsRune("?!.…:", lastRune(s)):
				s += " " + t
			default:
				s += more[0] + t
			}
		}
		return s, at
	}
}

func lastRune(s string) rune {
	r := []rune(s[max(0, len(s)-4):])
	return r[len(r)-1]
}

// container is the title of the journal, the book or the whole work that a piece
// stands in.
func container(b *builder) (string, source.Span) {
	if b.field("journaltitle") != nil {
		return titled(". ", "journaltitle", "journalsubtitle", "journaltitleaddon")(b)
	}
	if b.field("maintitle") != nil {
		return titled(". ", "maintitle", "mainsubtitle", "maintitleaddon")(b)
	}
	s, at := titled(". ", "booktitle", "booksubtitle", "booktitleaddon")(b)
	if b.kind == "book" && b.have("title") != "" { // meant for the chapters that inherit from it
		return "", source.Span{}
	}
	return s, at
}

// volumeTitle is the title of the book where the whole work is the container.
func volumeTitle(b *builder) (string, source.Span) {
	return titled(". ", "booktitle", "booksubtitle", "booktitleaddon")(b)
}

// genre is the kind of thesis, report or patent.
func genre(b *builder) (string, source.Span) {
	if s, at := b.text("type"); s != "" {
		if g := genres[strings.ToLower(s)]; g != "" {
			s = g
		}
		return s, at
	}
	if b.kind == "thesis" || b.kind == "report" {
		return genres[b.rec.kind], b.rec.kindSpan
	}
	return "", source.Span{}
}

// issue is the number of what appears in issues; the field issue may add a season.
func issue(b *builder) (string, source.Span) {
	if !periodicals[b.kind] {
		return b.text("issue")
	}
	s, at := b.text("number")
	more, span := b.text("issue")
	switch {
	case s == "":
		return more, span
	case more != "" && more != s:
		return s + ", " + more, at
	}
	return s, at
}

// collectionNumber is the number of a book in its series.
func collectionNumber(b *builder) (string, source.Span) {
	if b.have("collection-title") == "" || b.kind == "report" || b.kind == "thesis" {
		return "", source.Span{}
	}
	return b.text("number")
}

// pages are the pages, or the number that an article has in place of them.
func pages(b *builder) (string, source.Span) {
	s, at := b.text("pages", "eid")
	return pageRanges(s), at
}

// pageRanges writes ranges with an en dash. A single hyphen is a range where no
// other sign is, and digits stand on both sides: "A-12" is a page.
func pageRanges(s string) string {
	lower := strings.ToLower(s)
	for _, prefix := range []string{"pp.", "p.", "pp ", "p "} {
		if rest := strings.TrimSpace(s[min(len(prefix), len(s)):]); strings.HasPrefix(lower, prefix) && rest != "" && digit(rest[0]) {
			s = rest
			break
		}
	}
	if strings.ContainsFunc(s, func(c rune) bool { return c >= utf8.RuneSelf }) {
		s = hyphens.Replace(s)
	}
	if !strings.ContainsAny(s, "-–,") {
		return s
	}
	parts := strings.Split(s, ",")
	for i, p := range parts {
		if from, to, ok := strings.Cut(p, "-"); ok && !strings.ContainsAny(p, "–") && !strings.Contains(to, "-") &&
			strings.ContainsFunc(from, unicode.IsDigit) && strings.ContainsFunc(to, unicode.IsDigit) {
			p = from + "–" + to
		}
		sides := strings.Split(p, "–")
		for j := range sides[1:] {
			sides[j] = strings.TrimRight(sides[j], " ")
			sides[j+1] = strings.TrimLeft(sides[j+1], " ")
		}
		parts[i] = strings.Join(sides, "–")
	}
	return strings.Join(parts, ",")
}

var hyphens = strings.NewReplacer("—", "–", "−", "-", "‐", "-", "‑", "-", "‒", "-", "\u00a0", " ", "\u202f", " ")

// languages are BibLaTeX's names of languages and their codes (BCP 47).
var languages = pairs(`
english en american en-US usenglish en-US british en-GB ukenglish en-GB canadian en-CA australian en-AU newzealand en-NZ
german de ngerman de austrian de-AT naustrian de-AT swissgerman de-CH nswissgerman de-CH french fr francais fr canadien fr-CA acadian fr
spanish es mexican es-MX italian it portuguese pt portuges pt brazilian pt-BR brazil pt-BR dutch nl danish da swedish sv norwegian nb
norsk nb nynorsk nn icelandic is finnish fi estonian et latvian lv lithuanian lt polish pl czech cs slovak sk slovene sl slovenian sl
croatian hr serbian sr bosnian bs hungarian hu magyar hu romanian ro bulgarian bg russian ru ukrainian uk greek el turkish tr
catalan ca basque eu galician gl irish ga welsh cy latin la hebrew he arabic ar persian fa farsi fa hindi hi
chinese zh japanese ja korean ko vietnamese vi thai th indonesian id`)

// language is a code where the name has one; langid is the surer of the two.
func language(b *builder) (string, source.Span) {
	s, at := b.text("langid", "language")
	b.take("language")
	if code := languages[strings.ToLower(s)]; code != "" {
		s = code
	}
	return s, at
}
