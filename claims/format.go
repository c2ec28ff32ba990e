package claims

import (
	"path/filepath"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// Format is a notation for claims files.
type Format struct {
	Name  string   // as given to --from: "yaml"
	Title string   // for people: "argmap claims file"
	Exts  []string // with the dot, the usual one first
	Use   string   // what it is good for, in a few words

	parse func(*source.File) (*File, source.Diagnostics)
	tidy  func(*source.File) (string, source.Diagnostics) // nil: it has no layout of its own
	print func(*File) (string, source.Diagnostics)        // nil: it can only be read
}

// Formats lists every format that can be read, the native one first.
func Formats() []*Format { return []*Format{native, argdownFormat} }

// Written tells whether files can be written in the format.
func (f *Format) Written() bool { return f.print != nil }

// Print writes a file's declarations. The diagnostics, all milder than errors, say
// what the format cannot hold.
func (f *Format) Print(file *File) (string, source.Diagnostics) { return f.print(file) }

// ForName returns the format of that name, or nil.
func ForName(name string) *Format {
	for _, f := range Formats() {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// ForPath returns the format that the path's extension names, or nil.
func ForPath(path string) *Format {
	ext := strings.ToLower(filepath.Ext(path))
	for _, f := range Formats() {
		for _, e := range f.Exts {
			if e == ext {
				return f
			}
		}
	}
	return nil
}

// Parse reads a file. It always returns a File, however bad the text is; what is
// wrong with it stands in the diagnostics, in the order of their places.
func (f *Format) Parse(src *source.File) (*File, source.Diagnostics) {
	file, diags := f.parse(src)
	diags.Sort()
	return file, diags
}
