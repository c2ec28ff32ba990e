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
	Use: "print, reading aloud, sending", Binary: true, Paged: true, writeDrawing: writePDF}

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

// pdfNotices says what of the page a reader may find too small or too large.
func pdfNotices(j *Job, d *layout.Drawing, scale float64) source.Diagnostics {
	var list source.Diagnostics
	if size := d.TextSize * scale; size < smallestText && len(d.Boxes) > 0 && j.Page != nil {
		hint := "print it over several sheets with --poster, take a larger page such as --page a3, let --fit arrange it, or show a part of the map"
		list = append(list, source.Diagnostic{Severity: source.Warning, Code: "text-small",
			Message: fmt.Sprintf("on this page the claims are set in %.1f pt, too small to read on paper", size), Hint: hint})
	}
	if side := max(d.Width, d.Height); j.Page == nil && side > largestPage {
		list = append(list, source.Diagnostic{Severity: source.Warning, Code: "page-large",
			Message: fmt.Sprintf("the page is %.1f m long; some readers will show it smaller than it is", side/72*0.0254),
			Hint:    "print it over several sheets with --page a4 --poster, or show a part of the map"})
	}
	return list
}
