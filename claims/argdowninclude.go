package claims

import (
	"path"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

// Codes of what is said about included files.
const (
	codeIncludedTwice = "included-twice"    // which Argdown leaves out the second time
	codeIncludedFront = "included-settings" // front matter of an included file
	codeIncludesLarge = "includes-large"
)

// maxIncluded is how long a document may become by what it includes, in bytes.
const maxIncluded = 16 << 20

// includeArgdown puts the files that a document includes in their places, as
// Argdown does: each once, with paths that begin at the file they stand in.
func includeArgdown(src *source.File, open Opener) (*source.File, source.Diagnostics) {
	in := &includer{open: open, seen: map[string]bool{}, left: maxIncluded}
	in.file(src, ".")
	if len(in.parts) <= 1 && len(in.diags) == 0 {
		return src, nil
	}
	return source.Splice(src.Name, in.parts), in.diags
}

type includer struct {
	open  Opener
	seen  map[string]bool // paths, as the document's folder has them
	parts []source.Part
	left  int
	diags source.Diagnostics
}

// file adds a file's text and what it includes; folder is where it lies as seen
// from the document.
func (in *includer) file(src *source.File, folder string) {
	at := 0
	if front := argdown.FrontMatter(src); folder != "" && len(in.seen) > 0 && front.End > 0 {
		in.say(src, front, source.Warning, codeIncludedFront, "settings stand in the file that includes this one; take them out here",
			"the front matter of an included file is not read")
		at = front.End
	}
	for _, inc := range argdown.Includes(src) {
		if inc.Span.Start < at {
			continue
		}
		in.part(src, at, inc.Span.Start)
		at = inc.Span.End
		in.include(src, inc, folder)
	}
	in.part(src, at, len(src.Text))
}

func (in *includer) part(src *source.File, start, end int) {
	if start < end {
		in.parts = append(in.parts, source.Part{File: src, Span: source.Span{Start: start, End: end}})
	}
}

func (in *includer) say(src *source.File, at source.Span, sev source.Severity, code, hint, message string) {
	in.diags = append(in.diags, source.Diagnostic{Severity: sev, Code: code, Message: message, Hint: hint, File: src, Span: at})
}

func (in *includer) include(src *source.File, inc argdown.Include, folder string) {
	name := inc.Path.Value
	if !path.IsAbs(name) {
		name = path.Join(folder, name)
	}
	if in.seen[name] {
		in.say(src, inc.Span, source.Info, codeIncludedTwice, "take it out", "the file stands in the document already; each is included once")
		return
	}
	in.seen[name] = true
	a := &attacher{open: in.open, file: src}
	data, ok := a.read(Text{name, inc.Path.Span}, "the included file")
	in.diags = append(in.diags, a.diags...)
	if !ok {
		return
	}
	if in.left -= len(data); in.left < 0 {
		in.say(src, inc.Span, source.Error, codeIncludesLarge, "include less", "what the document includes makes it too long")
		return
	}
	in.file(source.NewFile(beside(src.Name, inc.Path.Value), string(data)), path.Dir(name))
}
