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

	parse    func(*source.File, Reading) (*File, source.Diagnostics)
	readings bool // it can be read in more ways than one
	reading  Reading
	comments func(*source.File) int                                        // nil: it has none
	include  func(*source.File, Opener) (*source.File, source.Diagnostics) // nil: its files are whole
	tidy     func(*source.File) (string, source.Diagnostics)
	print    func(*File) (string, source.Diagnostics) // nil: it can only be read
}

// Reading says how a text is read where its format leaves a choice. The zero value
// is argmap's own way.
type Reading struct {
	Compat  bool // as the format's own tools read it, also where that loses something
	Compact bool // as those tools draw it: an argument is one box, whatever is in it

	Selected bool // without what the text keeps out of its map
}

// As is the format read in a way of its own; nil where it can be read in one way alone.
func (f *Format) As(r Reading) *Format {
	if r == f.reading {
		return f
	}
	if !f.readings {
		return nil
	}
	as := *f
	as.reading = r
	return &as
}

// Include returns the text with the files in it that it includes, opened by open.
func (f *Format) Include(src *source.File, open Opener) (*source.File, source.Diagnostics) {
	if f.include == nil {
		return src, nil
	}
	return f.include(src, open)
}

// Formats lists every format that can be read, the native one first.
func Formats() []*Format { return []*Format{native, argdownFormat} }

// Written tells whether files can be written in the format.
func (f *Format) Written() bool { return f.print != nil }

// Print writes a file's declarations. The diagnostics, all milder than errors, say
// what the format cannot hold.
func (f *Format) Print(file *File) (string, source.Diagnostics) { return f.print(file) }

// Comments counts the comments of a text, which Print does not write: they belong to
// no declaration.
func (f *Format) Comments(src *source.File) int {
	if f.comments == nil {
		return 0
	}
	return f.comments(src)
}

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
	file, diags := f.parse(src, f.reading)
	diags.Sort()
	return file, diags
}
