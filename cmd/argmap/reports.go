package main

import (
	"encoding/json"
	"io"

	"github.com/argmap/argmap/claims/source"
)

// reports are the forms that a report can have, by the names of --format.
var reports = map[string]func(io.Writer, source.Diagnostics) error{"text": writeText, "json": writeJSON, "sarif": writeSARIF}

func writeText(w io.Writer, ds source.Diagnostics) error {
	return source.Print(w, ds, source.PrintOptions{Color: useColor(w), Max: maxShown})
}

// spot is a stretch of a file. Lines and columns count from 1, columns in
// characters; the end is behind the last character.
type spot struct {
	File      string `json:"file,omitempty"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

func spotOf(f *source.File, at source.Span) spot {
	start, end := f.Position(at.Start), f.Position(max(at.End, at.Start))
	return spot{f.Name, start.Line, start.Col, end.Line, end.Col}
}

// finding is a diagnostic in the report as JSON.
type finding struct {
	spot
	Severity string    `json:"severity"`
	Code     string    `json:"code"`
	Message  string    `json:"message"`
	Hint     string    `json:"hint,omitempty"`
	Related  []related `json:"related,omitempty"`
	Fix      *fix      `json:"fix,omitempty"`
}

type related struct {
	spot
	Message string `json:"message"`
}

type fix struct {
	Message string `json:"message"`
	Edits   []edit `json:"edits"`
}

type edit struct {
	spot
	Text string `json:"text"`
}

// writeJSON writes a list of findings, empty where there are none.
func writeJSON(w io.Writer, ds source.Diagnostics) error {
	list := []finding{}
	for _, d := range ds {
		f := finding{Severity: d.Severity.String(), Code: d.Code, Message: d.Message, Hint: d.Hint}
		if d.File != nil {
			f.spot = spotOf(d.File, d.Span)
		}
		for _, r := range d.Related {
			f.Related = append(f.Related, related{spotOf(relatedFile(d, r), r.Span), r.Message})
		}
		if d.Fix != nil && d.File != nil {
			f.Fix = &fix{Message: d.Fix.Message}
			for _, e := range d.Fix.Edits {
				f.Fix.Edits = append(f.Fix.Edits, edit{spotOf(d.File, e.Span), e.Text})
			}
		}
		list = append(list, f)
	}
	return encodeJSON(w, list)
}

func relatedFile(d source.Diagnostic, r source.Related) *source.File {
	if r.File != nil {
		return r.File
	}
	return d.File
}

func encodeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
