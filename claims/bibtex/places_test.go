package bibtex_test

import (
	"testing"

	"github.com/argmap/argmap/claims/bibtex"
	"github.com/argmap/argmap/claims/source"
)

// TestPlaces shows what the spans of an entry cover.
func TestPlaces(t *testing.T) {
	f := source.NewFile("refs.bib", `
@string{press = {Nowhere Press}}
@incollection{smith2020,
  author    = {Smith, John and {Institute of {\"U}bung} and Anna M{\"u}ller},
  title     = "A {Title}", subtitle = {More},
  publisher = press # { Inc.},
  year      = 2020,
  crossref  = {book}
}
@book{book, title = {The Book}}`)
	entries, diags := bibtex.Parse(f)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	e := entries[0]
	got := map[string]string{"key": f.Slice(e.KeySpan), "entry": f.Slice(e.Span)[:8], "names": f.Slice(e.Names[0].Span)[:6]}
	for _, n := range e.Names[0].Names {
		got[n.Family+n.Literal] = f.Slice(n.Span)
	}
	for _, v := range e.Variables {
		got[v.Name] = f.Slice(v.Span)
	}
	for what, want := range map[string]string{
		"key":                "smith2020",
		"entry":              "@incolle",
		"names":              "{Smith",
		"Smith":              "Smith, John",
		"Institute of Übung": `{Institute of {\"U}bung}`,
		"Müller":             `Anna M{\"u}ller`,
		"title":              `"A {Title}"`, // of joined fields the first
		"publisher":          "press # { Inc.}",
		"issued":             "2020",
		"container-title":    "{The Book}", // in the entry that it is inherited from
	} {
		if got[what] != want {
			t.Errorf("%s: %q, want %q", what, got[what], want)
		}
	}
	if end := f.Slice(e.Span); end[len(end)-1] != '}' {
		t.Errorf("the entry ends with %q", end[len(end)-4:])
	}
}

// TestFix mends a missing comma with the edit that the diagnostic gives.
func TestFix(t *testing.T) {
	f := source.NewFile("refs.bib", "@book{k, title = {A} year = 2001}")
	_, diags := bibtex.Parse(f)
	if len(diags) != 1 || diags[0].Fix == nil {
		t.Fatal(diags)
	}
	edit := diags[0].Fix.Edits[0]
	mended := f.Text[:edit.Span.Start] + edit.Text + f.Text[edit.Span.End:]
	if mended != "@book{k, title = {A}, year = 2001}" {
		t.Errorf("mended: %s", mended)
	}
	if _, diags := bibtex.Parse(source.NewFile("refs.bib", mended)); len(diags) > 0 {
		t.Error(diags)
	}
}
