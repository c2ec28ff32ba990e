package source

import (
	"sort"
	"strings"
)

// Part is a piece of a file that stands in another text.
type Part struct {
	File *File
	Span Span
}

// Splice returns a file whose text is that of the parts, one behind the other. Its
// places are places of its own text; Origin tells where they come from.
func Splice(name string, parts []Part) *File {
	var text strings.Builder
	var starts []int
	for _, p := range parts {
		starts = append(starts, text.Len())
		text.WriteString(p.File.Slice(p.Span))
	}
	f := NewFile(name, text.String())
	f.parts, f.starts = parts, starts
	return f
}

// Origin is where a span of the file's text was written: the file itself, or that
// which it was spliced from. A span that runs over several parts is cut to the first.
func (f *File) Origin(at Span) (*File, Span) {
	if len(f.parts) == 0 {
		return f, at
	}
	i := max(sort.SearchInts(f.starts, at.Start+1)-1, 0)
	for i > 0 && f.parts[i].Span.Start == f.parts[i].Span.End { // nothing stands in it
		i--
	}
	p, shift := f.parts[i], f.parts[i].Span.Start-f.starts[i]
	start := min(at.Start+shift, p.Span.End)
	return p.File.Origin(Span{start, max(start, min(at.End+shift, p.Span.End))})
}

// Located returns the diagnostics with every place where it was written.
func (ds Diagnostics) Located() Diagnostics {
	for i := range ds {
		d := &ds[i]
		if d.File == nil || len(d.File.parts) == 0 && !d.relatedSpliced() {
			continue
		}
		file := d.File
		d.File, d.Span = file.Origin(d.Span)
		for n, r := range d.Related {
			if r.File == nil {
				r.File = file
			}
			d.Related[n].File, d.Related[n].Span = r.File.Origin(r.Span)
		}
		if d.Fix != nil {
			d.Fix = d.Fix.located(file, d.File)
		}
	}
	return ds
}

func (d *Diagnostic) relatedSpliced() bool {
	for _, r := range d.Related {
		if r.File != nil && len(r.File.parts) > 0 {
			return true
		}
	}
	return false
}

// located is the fix where its edits were written, or nil where one of them is not
// in the file.
func (x *Fix) located(from, file *File) *Fix {
	fix := &Fix{Message: x.Message}
	for _, e := range x.Edits {
		f, at := from.Origin(e.Span)
		if f != file || at.End-at.Start != e.Span.End-e.Span.Start {
			return nil
		}
		fix.Edits = append(fix.Edits, Edit{at, e.Text})
	}
	return fix
}
