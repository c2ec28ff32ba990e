package claims

import (
	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/export"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

// argdownJSON is what Argdown's own tools hand on (package export). It has no
// extension of its own: .json may be anything.
var argdownJSON = &Format{Name: "argdown-json", Title: "Argdown's JSON", Use: "programs that read what Argdown's tools write, such as arguebuf", print: printArgdownJSON}

// WrittenFormats lists every format that can be written, the native one first.
func WrittenFormats() []*Format {
	var list []*Format
	for _, f := range append(Formats(), argdownJSON) {
		if f.Written() {
			list = append(list, f)
		}
	}
	return list
}

// printArgdownJSON writes the document that the file was read from, or else the one
// that it would be written as.
func printArgdownJSON(f *File) (string, source.Diagnostics) {
	m := f.model
	var lost source.Diagnostics
	if m == nil {
		var text string
		if text, lost = printArgdown(f); lost.HasErrors() {
			return "", lost
		}
		d, _ := argdown.Parse(source.NewFile("", text))
		m, _ = model.Build(d)
	}
	return string(export.JSON(m)), lost
}
