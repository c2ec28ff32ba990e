package output

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/deck"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// HTMLSlides is a talk as one page that asks for nothing from anywhere. Without a
// script its slides stand under one another. What a slide shows is there as text
// too, for those who hear it read.
var HTMLSlides = &SlideFormat{Name: "html", Title: "HTML deck", Ext: ".html",
	Use: "talks in a browser, offline", write: writeHTMLSlides}

var deckTemplate = template.Must(template.ParseFS(pageFiles, "page/deck.html"))

// deckParts is what deck.html is filled with.
type deckParts struct {
	Lang, Title, Policy string
	Style               template.CSS
	Script              template.JS
	Slides              []deckSlide
}

type deckSlide struct {
	ID, Title string
	Number    int
	First     bool
	Last      int // stage, where the slide grows
	Way       []layout.Line
	Said      []string
	Notes     []string
	Picture   template.HTML
}

func writeHTMLSlides(w io.Writer, j *Job, d *deck.Deck, _ string) ([]Picture, source.Diagnostics, error) {
	sheet, script := deckSheet(j.theme()), "\n"+pageFile("deck.js")
	parts := deckParts{Lang: d.Lang, Title: d.Title, Style: template.CSS(sheet), Script: template.JS(script),
		Policy: PagePolicy(script, sheet)}
	if parts.Lang == "" {
		parts.Lang = "en" // as is assumed of a file that does not say
	}
	for i, s := range d.Slides {
		out := deckSlide{ID: s.ID, Title: s.Title, Number: i + 1, First: i == 0, Notes: j.slideNotes(s), Said: said(s)}
		if j.Steps && s.Drawing != nil {
			out.Last = s.Drawing.Stages
		}
		for _, t := range s.Texts {
			if t.Role == deck.RoleCrumbs {
				out.Way = t.Lines
			}
		}
		var b bytes.Buffer
		if err := writeSlideSVG(&b, j, s, slidePicture{crop: layout.Rect{W: deck.Width, H: deck.Height}, texts: true,
			prefix: s.ID + "-", talk: true, grow: j.Steps, until: -1}); err != nil {
			return nil, nil, err
		}
		out.Picture = template.HTML(b.String())
		parts.Slides = append(parts.Slides, out)
	}
	return nil, nil, deckTemplate.Execute(w, parts)
}

// said is what a slide shows, for those who do not see it.
func said(s *deck.Slide) []string {
	var list []string
	for _, t := range s.Texts {
		if t.Role == deck.RoleBody {
			for _, p := range paragraphs(t.Lines) {
				list = append(list, joined(p))
			}
		}
	}
	if s.Drawing == nil {
		return list
	}
	heading := map[any]string{}
	for _, f := range s.Drawing.Frames {
		heading[f.Argument] = joined(f.Heading)
	}
	for i, b := range s.Drawing.Boxes {
		if b.Argument != nil && (i == 0 || s.Drawing.Boxes[i-1].Argument != b.Argument) {
			list = append(list, capitalized(heading[b.Argument])+":")
		}
		var texts []string
		for _, p := range paragraphs(b.Lines) {
			texts = append(texts, joined(p))
		}
		list = append(list, strings.Join(texts, " · "))
	}
	return list
}

func capitalized(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// deckSheet is the talk's style sheet. A talk has the theme that it was made with:
// its speaker knows the room.
func deckSheet(t style.Theme) string {
	edge, scheme := style.Color{R: 0xD8, G: 0xD8, B: 0xD8}, "light"
	if dark(t.Ground) {
		edge, scheme = style.Color{}, "dark"
	}
	return fmt.Sprintf("\n:root{--ground:%s;--text:%s;--link:%s;--line:%s;--deck-edge:%s;color-scheme:%s}\n",
		t.Ground, t.Text, t.Link, t.BoxLine, edge, scheme) + pageFile("deck.css")
}
