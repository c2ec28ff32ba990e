// Package worksheet writes exercises for people: on paper, on a page that marks
// itself, in a course system, in a text form to be filled in.
//
// A format is a value in Formats and lives in a file of its own. What it writes of a
// student's sheet must not tell what is right, anywhere: a Sheet without keys holds
// nothing that could. The package must not know how exercises are made or judged.
package worksheet

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// Format is a kind of file that exercises can be written as.
type Format struct {
	Name   string // as given to --to: "pdf"
	Title  string // for people: "PDF worksheet"
	Ext    string // with the dot
	Use    string // what it is good for, in a few words
	Binary bool   // not to be written to a terminal
	Marks  bool   // it holds what is right by its nature, hidden or not, and always takes keys: a student's file only where they are trusted with it
	Single bool   // a file holds one paper
	Tells  bool   // it can tell at once what is right: see Sheet.AtOnce

	write func(context.Context, io.Writer, *Sheet) (source.Diagnostics, error)
}

// Sheet is one exercise to be written.
type Sheet struct {
	Papers  []*exercise.Paper // its variants: one, or one for each student
	Keys    []*exercise.Key   // of the papers; nil: it is a student's sheet. Otherwise what is right stands filled in
	Page    *layout.Page      // of formats with pages; nil: A4
	Palette style.Palette
	Fonts   []string // files of fonts for characters that the built-in one lacks
	AtOnce  bool     // pages tell at once whether an answer is right, for which they take Keys without being the teacher's
}

// Formats lists every format, in the order in which help shows them.
func Formats() []*Format { return []*Format{PDF, HTML, Markdown, Moodle, Form, Gaps} }

// errNeedsKey is the error of formats that hold what is right, for a sheet without it.
var errNeedsKey = errors.New("the format holds what is right, and the sheet has no keys")

// ForName returns the format of that name, or nil.
func ForName(name string) *Format {
	for _, f := range Formats() {
		if f.Name == strings.ToLower(name) {
			return f
		}
	}
	return nil
}

// ForPath returns the format that the path's extension names, or nil. Of two that the
// path ends in, the longer one counts.
func ForPath(path string) *Format {
	var found *Format
	for _, f := range Formats() {
		if strings.HasSuffix(strings.ToLower(path), f.Ext) && (found == nil || len(f.Ext) > len(found.Ext)) {
			found = f
		}
	}
	return found
}

// Write writes the sheet in the format. The diagnostics say what it could not show.
func Write(ctx context.Context, w io.Writer, f *Format, s *Sheet) (source.Diagnostics, error) {
	return f.write(ctx, w, s)
}
