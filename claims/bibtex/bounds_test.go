package bibtex_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/argmap/argmap/claims/bibtex"
	"github.com/argmap/argmap/claims/source"
)

// bound is an input that was made to cost time or memory, and the code that it is
// stopped with.
type bound struct{ name, code, text string }

func bounds() []bound {
	repeat := strings.Repeat
	return []bound{
		{"large file", bibtex.CodeTooLarge, repeat(" ", 16<<20) + "@"},
		{"macros that double", bibtex.CodeTooLarge, doublingMacros()},
		{"fields that everybody inherits", bibtex.CodeTooLarge, sharedFields()},
		{"chain of entries", bibtex.CodeCrossref, chainOfEntries()},
		{"braces outside", "", repeat("{", 200_000)},
		{"braces in a value", bibtex.CodeUnclosed, "@a{k, t = " + repeat("{", 200_000)},
		{"braces for fields", bibtex.CodeSyntax, "@a{k, " + repeat("{", 200_000)},
		{"closed braces", "", "@book{k, title = {" + repeat("{", 100_000) + repeat("}", 100_000) + "x}}"},
		{"braces on lines", bibtex.CodeSyntax, "@book{k, " + repeat("{\n", 100_000)},
		{"fields that do not end", bibtex.CodeUnclosed, "@book{k,\n" + repeat("a = {\n", 100_000)},
		{"entries that do not end", bibtex.CodeUnclosed, repeat("@book{k, t={ ", 100_000)},
		{"lines of entries that do not end", bibtex.CodeUnclosed, repeat("@book{k, t={\n", 100_000)},
		{"stray braces of entries", bibtex.CodeSyntax, repeat("@book{k, { ", 100_000)},
		{"quotes with open braces on a line", bibtex.CodeSyntax, "@book{k, " + repeat(`a="{",`, 300_000)},
		{"quotes in quotes on a line", bibtex.CodeSyntax, "@book{k, " + repeat(`a="x"y,`, 300_000)},
		{"quotes and comments on a line", bibtex.CodeUnclosed, `@book{k, a="{` + repeat(`"%`, 1_000_000)},
		{"texts without quotes on a line", bibtex.CodeSyntax, "@book{k, " + repeat(`a=x y,`, 300_000)},
		{"keys with blanks on a line", bibtex.CodeSyntax, repeat(`@book{a b, } `, 200_000)},
		{"an indented line of entries", bibtex.CodeDuplicateKey, repeat(" ", 1_000_000) + repeat("@book{k}", 200_000)},
		{"names made of macros", "", "@string{a={x and }}\n@book{k, author=a" + repeat("#a", 300_000) + "# {others}}"},
		{"lists of keys", bibtex.CodeCrossref, "@book{k, xdata={" + repeat("x,", 500_000) + "}, ids={" + repeat("y,", 500_000) + "}}"},
		{"comments that do not end, on lines", bibtex.CodeUnclosed, repeat("@comment{\n", 500_000)},
		{"comments that do not end", bibtex.CodeUnclosed, repeat("@comment{", 500_000)},
		{"quotes that do not end", bibtex.CodeUnclosed, repeat(`@book{k, t="{ `, 100_000)},
		{"signs on a line", "", repeat("@", 3_000_000)},
		{"heads", "", repeat("@article", 500_000)},
		{"one long field", "", "@book{k, abstract = {" + repeat(`word \'e {x} $a_1$ `, 300_000) + "}}"},
		{"one long quoted field", "", `@book{k, abstract = "` + repeat("word ", 1_000_000) + `"}`},
		{"names", "", "@book{k, author = {" + repeat("A. B. von C, D and ", 200_000) + "others}}"},
		{"words of a name", "", "@book{k, author = {" + repeat("A ", 500_000) + "}}"},
		{"commas of a name", bibtex.CodeName, "@book{k, author = {" + repeat("A,", 500_000) + "}}"},
		{"nested accents", bibtex.CodeLatex, "@book{k, title = {" + repeat(`\'{`, 200_000) + "e" + repeat("}", 200_000) + "}}"},
		{"accents without braces", bibtex.CodeLatex, "@book{k, title = {" + repeat(`\'\v`, 200_000) + "}}"},
		{"nested mathematics", "", "@book{k, title = {" + repeat(`\(`, 1_000_000) + "}}"},
		{"nested scripts", bibtex.CodeLatex, "@book{k, title = {$" + repeat(`x^{`, 200_000) + repeat("}", 200_000) + "$}}"},
		{"dollar signs", "", "@book{k, title = {" + repeat(`{$`, 200_000) + repeat("}", 200_000) + "}}"},
		{"different commands", bibtex.CodeTooManyFaults, "@book{k, title = {" + differentCommands() + "}}"},
		{"semicolons", "", "@book{k, file = {" + repeat(`;`, 1_000_000) + "}}"},
		{"keys of one letter", bibtex.CodeDuplicateKey, repeat("@book{k,title={x}}\n", 100_000)},
		{"dates", bibtex.CodeDate, "@book{k, date = {" + repeat("2021 ", 500_000) + "}}"},
		{"many entries", "", manyEntries(50_000)},
		{"targets that are missing", bibtex.CodeCrossref, missingTargets()},
	}
}

func chainOfEntries() string {
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "@book{k%d, crossref={k%d}, f%d={x}}\n", i, i+1, i)
	}
	return b.String()
}

func doublingMacros() string {
	return "@string{a = {0123456789}}\n" + strings.Repeat("@string{a = a # a}\n", 60)
}

func sharedFields() string {
	var b strings.Builder
	b.WriteString("@xdata{x,")
	for i := range 20000 {
		fmt.Fprintf(&b, "f%d={x},", i)
	}
	b.WriteString("}\n")
	for i := range 20000 {
		fmt.Fprintf(&b, "@book{b%d, xdata={x,x,x,x,x}}\n", i)
	}
	return b.String()
}

func missingTargets() string {
	var b strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&b, "@book{k%d,crossref={none%d}}\n", i, i)
	}
	return b.String()
}

func differentCommands() string {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, `\x%c%c%c{y} `, 'a'+i/676, 'a'+i/26%26, 'a'+i%26)
	}
	return b.String()
}

// TestBounds reads what was made to hang a reader. Each takes a fraction of a
// second; the limit only tells linear time from quadratic, on any machine.
func TestBounds(t *testing.T) {
	for _, b := range bounds() {
		t.Run(b.name, func(t *testing.T) {
			start := time.Now()
			entries, diags := bibtex.Parse(source.NewFile("in.bib", b.text))
			if d := time.Since(start); d > time.Minute {
				t.Errorf("took %v", d)
			}
			checkSpans(t, len(b.text), entries, diags)
			if len(diags) > 201 {
				t.Errorf("%d diagnostics", len(diags))
			}
			found := b.code == ""
			for _, d := range diags {
				found = found || d.Code == b.code
			}
			if !found {
				t.Errorf("no %s among the %d diagnostics: %v", b.code, len(diags), diags[:min(3, len(diags))])
			}
		})
	}
}

func checkSpans(t *testing.T, size int, entries []*bibtex.Entry, diags source.Diagnostics) {
	t.Helper()
	check := func(what string, s source.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > size {
			t.Errorf("%s: span %v is outside the text of %d bytes", what, s, size)
		}
	}
	for _, d := range diags {
		check(d.Code, d.Span)
		for _, r := range d.Related {
			check(d.Code, r.Span)
		}
		if d.Fix != nil {
			for _, e := range d.Fix.Edits {
				check(d.Code, e.Span)
			}
		}
	}
	for _, e := range entries {
		check("entry", e.Span)
		check("key", e.KeySpan)
		for _, v := range e.Variables {
			check(v.Name, v.Span)
		}
		for _, list := range e.Names {
			check(list.Variable, list.Span)
			for _, n := range list.Names {
				check("name", n.Span)
			}
		}
	}
}

// manyEntries is a file of n entries like those that programs write.
func manyEntries(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `@article{key%d,
  title = {The {Origins} of M{\"u}ller's Law: Part %d},
  author = {M{\"u}ller, Anna and van der Berg, Jan and Smith, John},
  journal = {Journal of Invented Studies},
  year = {%d},
  month = mar,
  volume = {%d},
  number = {2},
  pages = {%d--%d},
  doi = {10.1000/xyz%d}
}

`, i, i, 1950+i%70, i%90, i, i+12, i)
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	text := manyEntries(50_000)
	f := source.NewFile("many.bib", text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if entries, _ := bibtex.Parse(f); len(entries) != 50_000 {
			b.Fatal(len(entries))
		}
	}
}
