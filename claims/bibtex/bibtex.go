// Package bibtex reads BibTeX and BibLaTeX files into entries with the variables
// of CSL, each with its place in the text.
//
// It is a leaf: it knows texts and places (package source) and nothing of claims.
// What it reads is text for people: LaTeX is turned into Unicode, names are taken
// apart, dates are written as 2021-01-31, fields go by the names that CSL gives
// them. It neither sorts, nor formats, nor looks anything up.
//
// Files come from many programs and many hands. A mistake costs the place where
// it stands, never the entries around it, and is told with its span. The package
// is its own because no library is at hand that recovers from errors and keeps
// positions.
//
// # Decisions
//
// Braces count as BibTeX counts them, with or without a backslash before them.
// Text outside entries is a comment, and so is a line that begins with % outside
// of values. Of two entries with one key, and of two fields with one name, the
// first counts. Macros are known from their @string on.
//
// LaTeX is kept readable: simple mathematics becomes text, and a command that is
// not known leaves what is in its braces. Titles keep their capitals.
//
// A @book keeps its title, and its maintitle is the container; of a chapter, the
// maintitle is the container and the booktitle the title of the volume. Lists of
// publishers and places stay as written. A field that CSL has no name for is
// carried under its own, unless programs keep it for themselves.
//
// Sources: B. Beeton, O. Patashnik, "BibTeXing" (1988) and "Designing BibTeX
// Styles" (1988) for the syntax and the parts of names; P. Kime et al., "The
// biblatex Package", sections 2 and B, for types, fields, dates and inheritance;
// https://docs.citationstyles.org/en/stable/specification.html for CSL.
package bibtex

import "github.com/argmap/argmap/claims/source"

// Entry is a work, with everything it inherits from others in the file.
type Entry struct {
	Key       string      // "" where the file gives none, which is reported
	KeySpan   source.Span // empty, behind the opening brace, where there is no key
	Aliases   []string    // further keys by which it may be cited (ids of BibLaTeX)
	Type      string      // of CSL: article-journal, book, …; "document" where none fits
	Span      source.Span // from "@" to the closing brace
	Variables []Variable  // of CSL in a fixed order, then the fields it has no name for as they stand; no name twice
	Names     []NameList  // in a fixed order, authors first; no variable twice
}

// Variable is what a work has besides people.
type Variable struct {
	Name  string      // of CSL: title, container-title, DOI; file: the path of a local copy
	Value string      // plain Unicode text on one line, never empty
	Span  source.Span // of the value as written, braces included; of joined fields the first; inherited ones stand elsewhere
}

// NameList is the people or institutions that had one part in a work.
type NameList struct {
	Variable string // of CSL: author, editor, translator, container-author, …
	Names    []Name // in source order; empty only beside Others
	Others   bool   // the list ends with "and others"
	Span     source.Span
}

// Name is a person's or an institution's name: either Literal is set, or Family.
// Particles stand before the family name ("van der Berg"), suffixes behind the
// given ones ("John, Jr.").
type Name struct {
	Family, Given, Literal string
	Span                   source.Span
}

// Parse reads a file. The entries come in source order, without @xdata and
// without those whose key is taken. The text may hold bytes that are no UTF-8:
// they are read as Windows-1252, of which Latin-1 is a part, with a warning.
func Parse(f *source.File) ([]*Entry, source.Diagnostics) {
	r := &reader{file: f, text: f.Text, macros: map[string]value{}, told: map[string]bool{}, byKey: map[string]*record{}}
	if r.readable() {
		r.blocks()
	}
	for _, rec := range r.records {
		r.inherit(rec, 0)
	}
	var entries []*Entry
	for _, rec := range r.records {
		if rec.kind != "xdata" {
			entries = append(entries, r.entryOf(rec))
		}
	}
	return entries, r.diagnostics()
}
