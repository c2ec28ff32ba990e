// Package output is what is shown: the list of output formats, one file each.
//
// Picture formats draw a layout.Drawing, text formats write an argmap.Map. To add
// a format, write its file with one *Format value and put that into Formats.
// The package must not know of the command line or of files: it writes to an
// io.Writer and says what it could not show.
package output

import (
	"context"
	"io"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/scheme"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/deck"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// Format is a kind of file that a map can be written as.
type Format struct {
	Name     string // as given to --to: "svg"
	Title    string // for people: "SVG picture"
	Ext      string // with the dot
	MIME     string
	Use      string // what it is good for, in a few words
	Binary   bool   // not to be written to a terminal
	Findings bool   // shows Job.Findings
	Stepped  bool   // shows the growing parts of Job.Steps in one file
	Paged    bool   // puts the map on Job.Page
	Tiled    bool   // puts it on several, as Job.Poster says

	// Exactly one of the two. Both return what they could not show.
	writeMap     func(io.Writer, *Job) (source.Diagnostics, error)
	writeDrawing func(io.Writer, *Job, *layout.Drawing) (source.Diagnostics, error)
}

// Formats lists every output format, in the order in which help shows them.
func Formats() []*Format {
	return []*Format{SVG, PNG, PDF, PPTX, HTML, DOT, Mermaid, Markdown, Text, Standard, JSON}
}

// ForName returns the format of that name, or nil.
func ForName(name string) *Format {
	for _, f := range Formats() {
		if f.Name == strings.ToLower(name) {
			return f
		}
	}
	return nil
}

// ForPath returns the format that the path's extension names, or nil. Of two that
// the path ends in, the longer one counts: .standard.txt before .txt.
func ForPath(path string) *Format {
	path = strings.ToLower(path)
	var found *Format
	for _, f := range Formats() {
		if strings.HasSuffix(path, f.Ext) && (found == nil || len(f.Ext) > len(found.Ext)) {
			found = f
		}
	}
	if found == nil && strings.HasSuffix(path, ".gv") {
		return DOT
	}
	return found
}

// Drawn tells whether the format is a picture, drawn from a layout.
func (f *Format) Drawn() bool { return f.writeDrawing != nil }

// Theme says which of a palette's two themes a picture has.
type Theme int

const (
	Light Theme = iota
	Dark
	Auto // the reader's choice where the format can leave it to them, else light
)

// ThemeNames lists the names that ParseTheme knows.
func ThemeNames() []string { return []string{"light", "dark", "auto"} }

// ParseTheme reads a theme's name.
func ParseTheme(name string) (Theme, bool) {
	for i, n := range ThemeNames() {
		if n == name {
			return Theme(i), true
		}
	}
	return 0, false
}

// PageMargin is the blank edge, in points, of pages that a map is placed on.
const PageMargin = 18.0

// DefaultScale is how many pixels a pixel format has for each point.
const DefaultScale = 2.0

// DefaultColumns is how wide a terminal is taken to be.
const DefaultColumns = 80

// Job is one map to be written, in any number of formats: it is laid out once.
type Job struct {
	Outline  *argmap.Outline    // what is shown: a whole map or a view of it
	Findings source.Diagnostics // what checks say of the map, for formats that show it
	Layout   layout.Options
	Palette  style.Palette
	Theme    Theme
	Scale    float64      // pixels per point; 0: DefaultScale
	Fonts    []string     // files of fonts for characters that the built-in font lacks
	Page     *layout.Page // of formats that have pages; nil: a page of the map's own size
	Poster   bool         // of formats that are tiled: where the map is larger than Page, over several sheets instead of smaller
	Columns  int          // of formats for terminals; 0: DefaultColumns
	Steps    bool         // of formats that are stepped: the map in growing parts, a page for each

	Questions *scheme.Sheet // critical questions, for those who write them and for speaker notes; nil: none
	asked     map[*deck.Slide][]string

	drawing *layout.Drawing
}

// Map is the map that the outline shows.
func (j *Job) Map() *argmap.Map { return j.Outline.Map }

// Drawing lays the map out, the first time it is called.
func (j *Job) Drawing(ctx context.Context) (*layout.Drawing, error) {
	if j.drawing == nil {
		d, err := layout.Layout(ctx, j.Outline, j.Layout)
		if err != nil {
			return nil, err
		}
		j.drawing = d
	}
	return j.drawing, nil
}

// At is the job of the same picture at one stage of its reveal. It must be called
// after Drawing.
func (j *Job) At(stage int) *Job {
	part := *j
	part.drawing = j.drawing.Until(stage)
	return &part
}

// theme is the theme of formats that cannot leave the choice to the reader.
func (j *Job) theme() style.Theme {
	if j.Theme == Dark {
		return j.Palette.Dark
	}
	return j.Palette.Light
}

// Write writes the map in that format. The same job writes the same bytes. The
// diagnostics, all milder than errors, say what could not be shown.
func Write(ctx context.Context, w io.Writer, f *Format, j *Job) (source.Diagnostics, error) {
	if f.writeMap != nil {
		return f.writeMap(w, j)
	}
	d, err := j.Drawing(ctx)
	if err != nil {
		return nil, err
	}
	return f.writeDrawing(w, j, d)
}
