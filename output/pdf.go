package output

import (
	"fmt"
	"io"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
)

// PDF is the drawing on pages: text that can be searched and copied, links,
// bookmarks, and tags for screen readers.
var PDF = &Format{Name: "pdf", Title: "PDF document", Ext: ".pdf", MIME: "application/pdf",
	Use: "print, reading aloud, sending", Binary: true, Stepped: true, Paged: true, Tiled: true, writeDrawing: writePDF}

func writePDF(w io.Writer, j *Job, d *layout.Drawing) (source.Diagnostics, error) {
	p, err := newPDFPainter(j, d.Description)
	if err != nil {
		return nil, err
	}
	views, notices := pdfViews(j, d)
	last := 0
	if j.Steps {
		last = d.Stages
	}
	for stage := range last + 1 {
		for _, v := range views {
			if v.Stage = stage; !j.Steps {
				v.Stage = d.Stages
			}
			p.sheet(v.Page).view(d, v)
		}
	}
	p.doc.Bookmarks = pdfBookmarks(j.Outline)
	more, err := p.finish(w)
	return append(notices, more...), err
}

// smallestText is the size in points below which a text on a page can hardly be
// read.
const smallestText = 4.0

// largestPage is how many points a side of a page has in every reader.
const largestPage = 14400.0

// manySheets is how many sheets of a poster nobody will want to join.
const manySheets = 60

// pdfNotices says whether a reader may find what is on the page too small, or the
// page too large.
func pdfNotices(j *Job, d *layout.Drawing, scale float64) source.Diagnostics {
	if j.Page == nil && j.Layout.Fit == nil {
		side := max(d.Width, d.Height)
		if side <= largestPage {
			return nil
		}
		return source.Diagnostics{{Severity: source.Warning, Code: "page-large",
			Message: fmt.Sprintf("the page is %.1f m long; some readers will show it smaller than it is", side/72*0.0254),
			Hint:    "print it over several sheets with --page a4 --poster, or show a part of the map"}}
	}
	size := d.TextSize * scale
	if size >= smallestText || len(d.Boxes) == 0 {
		return nil
	}
	hint := "print it over several sheets with --poster, take a larger page such as --page a3, let --fit arrange it, or show a part of the map"
	if j.Layout.Fit != nil {
		hint = "print it over several sheets with --poster instead of --fit, take a larger page such as a3, or show a part of the map"
	}
	return source.Diagnostics{{Severity: source.Warning, Code: "text-small",
		Message: fmt.Sprintf("on this page the claims are set in %.1f pt, too small to read on paper", size), Hint: hint}}
}

func posterNotices(views []pdfView) source.Diagnostics {
	if len(views) <= manySheets {
		return nil
	}
	return source.Diagnostics{{Severity: source.Warning, Code: "many-sheets",
		Message: fmt.Sprintf("the poster has %d sheets", len(views)),
		Hint:    "take a larger page such as --page a3, narrower or stacked boxes, or show a part of the map"}}
}
