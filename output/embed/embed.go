// Package embed finds the maps that a document asks for, and puts their pictures
// into it: a Markdown document (CommonMark), or the syntax tree that Pandoc hands
// to its filters.
//
// A map is asked for by a fenced block whose language is argmap, or by an HTML
// comment that begins with that word, which readers do not see:
//
//	```argmap file=claims.yaml focus=distrust number
//	```
//
//	<!-- argmap name=dogs
//	thesis: Dogs dream.
//	-->
//
// The words behind "argmap" are attributes, KEY=VALUE or KEY, the value in quotes
// where it holds blanks. Pandoc's way of writing them, in braces, is read as well.
// What follows them is claims; a block without any names a file.
//
// The package must not know of the command line, of files or of how a map is
// drawn, nor what attributes mean except name and alt, which are its own.
package embed

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// The codes of what is wrong with a document.
const (
	CodeAttribute   = "bad-attribute"    // an attribute that cannot be read, or given twice
	CodeName        = "bad-name"         // a name that no file can have, or that two blocks have
	CodeUnclosed    = "unclosed-block"   // a fence or comment without an end
	CodeMarkers     = "bad-markers"      // markers that do not come in pairs behind a block
	CodeForeignText = "foreign-text"     // something between markers that argmap did not write
	CodePlace       = "no-place"         // a block behind which nothing can be written
	CodeTangled     = "tangled-document" // quotes and lists nested too deep
)

// Block is a map that a document asks for.
type Block struct {
	Attributes []Attribute
	Claims     *source.File // the claims in it, under the document's name; see InDocument
	At         source.Span  // of the line that opens it, without what stands before the block

	doc    *source.File
	pieces []piece

	classes []string // of Pandoc, without argmap
	id      string   // of Pandoc

	first, last int    // the lines of the block, from 1
	prefix      string // what a line behind it begins with, to belong to the same quote or list
	compact     bool   // no blank lines behind it: they would loosen the list that it stands in
	region      *region
}

// Attribute is a KEY=VALUE of a block, or a KEY alone.
type Attribute struct {
	Key   string
	Value string
	Bare  bool        // there is no value
	Span  source.Span // of the whole, in the document
}

// piece is a stretch of a block's claims and the place it has in the document.
type piece struct {
	at      int // in the claims
	padding int // blanks at its start that stand for a part of a tab
	from    int // in the document
	n       int // bytes, without padding
}

// Inline tells whether claims stand in the block.
func (b *Block) Inline() bool { return strings.TrimSpace(b.Claims.Text) != "" }

// Attribute returns the value of an attribute, or "".
func (b *Block) Attribute(key string) string {
	for _, a := range b.Attributes {
		if a.Key == key {
			return a.Value
		}
	}
	return ""
}

// File is the document that the block stands in.
func (b *Block) File() *source.File { return b.doc }

// Report is a diagnostic that points at a place in the block's document.
func (b *Block) Report(code string, at source.Span, hint, format string, args ...any) source.Diagnostic {
	return source.Diagnostic{Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, File: b.doc, Span: at}
}

// InDocument moves diagnostics about the block's claims to where those stand in
// the document. Others are left as they are.
func (b *Block) InDocument(ds source.Diagnostics) source.Diagnostics {
	var moved source.Diagnostics
	for _, d := range ds {
		own := d.File == b.Claims
		if own {
			d.File, d.Span, d.Fix = b.doc, b.place(d.Span), nil
		}
		related := append([]source.Related(nil), d.Related...)
		for i, r := range related {
			if r.File == b.Claims || r.File == nil && own {
				related[i].File, related[i].Span = b.doc, b.place(r.Span)
			}
		}
		d.Related = related
		moved = append(moved, d)
	}
	return moved
}

// place is where a stretch of the claims stands in the document.
func (b *Block) place(s source.Span) source.Span {
	start := b.offset(s.Start, false)
	return source.Span{Start: start, End: max(start, b.offset(s.End, s.End > s.Start))}
}

// offset is where a byte of the claims stands in the document; as an end it is
// the place behind the byte before.
func (b *Block) offset(at int, end bool) int {
	best := b.At.End
	for _, p := range b.pieces {
		if p.at > at || p.at == at && end {
			break
		}
		best = p.from + min(max(at-p.at-p.padding, 0), p.n)
	}
	return best
}
