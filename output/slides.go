package output

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/deck"
)

// SlideFormat is a kind of file that a talk can be written as.
type SlideFormat struct {
	Name  string // as given to --to: "pptx"
	Title string // for people: "PowerPoint deck"
	Ext   string // with the dot
	Use   string // what it is good for, in a few words

	Binary bool // not to be written to a terminal
	Beside bool // has pictures in files beside it, and so a name

	// write returns the pictures that belong beside the file, and what could not be
	// shown. The job's Steps ask for slides that grow; name is the file's own,
	// without a folder and extension, for the pictures to be called by.
	write func(w io.Writer, j *Job, d *deck.Deck, name string) ([]Picture, source.Diagnostics, error)
}

// Picture is a file beside another.
type Picture struct {
	Name string // without a folder
	Data []byte
}

// SlideFormats lists the formats of talks, in the order in which help shows them.
func SlideFormats() []*SlideFormat {
	return []*SlideFormat{PPTXSlides, HTMLSlides, PDFSlides, MarkdownSlides}
}

// SlidesForName returns the format of that name, or nil.
func SlidesForName(name string) *SlideFormat {
	for _, f := range SlideFormats() {
		if f.Name == strings.ToLower(name) {
			return f
		}
	}
	return nil
}

// SlidesForPath returns the format that the path's extension names, or nil.
func SlidesForPath(path string) *SlideFormat {
	for _, f := range SlideFormats() {
		if strings.EqualFold(f.Ext, filepath.Ext(path)) {
			return f
		}
	}
	return nil
}

// Deck plans the job's talk.
func (j *Job) Deck(ctx context.Context) (*deck.Deck, error) {
	return deck.Make(ctx, j.Outline, j.Layout)
}

// WriteSlides writes a talk. The same deck writes the same bytes.
func WriteSlides(w io.Writer, f *SlideFormat, j *Job, d *deck.Deck, name string) ([]Picture, source.Diagnostics, error) {
	part := *j
	part.asked = questionNotes(j.Questions, d)
	return f.write(w, &part, d, name)
}

// slideAlt says what a slide's picture shows.
func slideAlt(s *deck.Slide) string {
	switch s.Kind {
	case deck.KindOverview:
		return "Argument map: the thesis and its first arguments"
	case deck.KindArgument:
		return "Argument map: " + s.Title
	}
	return s.Title
}

// slideNotes is what a speaker may want to say or look up: every claim on the
// slide in full, with what it rests on.
func (j *Job) slideNotes(s *deck.Slide) []string {
	var notes []string
	for _, e := range s.Shown {
		if e.Again {
			continue
		}
		c, text := e.Claim, e.Claim.Text
		if e.Number != "" {
			text = e.Number + " " + text
		}
		if c.Implicit {
			text += " (implicit)"
		}
		notes = append(notes, text)
		for _, ev := range c.Evidence {
			notes = append(notes, evidenceNote(ev))
		}
		if c.Note != "" {
			notes = append(notes, "Note: "+c.Note)
		}
	}
	return append(notes, j.asked[s]...)
}

// evidenceNote is everything that a piece of evidence says, and where it can be read.
func evidenceNote(e *argmap.Evidence) string {
	text := "Evidence: " + e.Full()
	if link := e.Link(); link != "" && !strings.Contains(text, link) {
		text += " " + link
	}
	return text
}

// slideName is the file name of a deck's picture: name-03.svg.
func slideName(name string, n, of int, what string) string {
	return fmt.Sprintf("%s-%0*d%s.svg", name, len(fmt.Sprint(of)), n, what)
}
