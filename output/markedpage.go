package output

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/argmap/argmap/output/layout"
)

// MarkedPage is a page of maps with what was found in them: what a class got wrong, or
// two maps side by side. It is for reading and printing, and runs no script.
type MarkedPage struct {
	Title  string
	Lang   string // BCP 47; "" where nobody says
	Intro  string
	Maps   []MarkedMap
	Beside bool          // two maps stand side by side where there is room
	Tables []MarkedTable // in words what the maps show, and more
}

// MarkedMap is a map whose layout has marks.
type MarkedMap struct {
	Title string
	Job   *Job
}

// MarkedTable is a table with a heading for each column, or a note where it has no rows.
type MarkedTable struct {
	Title string
	Head  []string
	Rows  [][]string
	Note  string
}

const markedSheet = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:1.5rem;font:16px/1.45 system-ui,sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.4rem;margin:0 0 .5rem}h2,figcaption{font-size:1.1rem;font-weight:700;margin:1.4rem 0 .5rem}
p{margin:0 0 .5rem;max-width:60rem}
.maps{display:flex;flex-wrap:wrap;gap:0 1.5rem}
figure{margin:0;flex:1 1 100%;min-width:0}.beside figure{flex:1 1 28rem}
.pane{overflow:auto;border:1px solid #bbb;border-radius:4px}
.pane:focus-visible{outline:3px solid #6a35a8}
svg{display:block;margin:0 auto}
table{border-collapse:collapse;max-width:75rem}
th,td{text-align:start;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid #bbb}
th{font-size:.9rem;white-space:nowrap}td.short{white-space:nowrap}
@media print{.beside figure{flex:1 1 45%}body{margin:0;font-size:11pt}.pane{overflow:visible;border:0}svg{max-width:100%;height:auto}tr,figure{break-inside:avoid}}
`

// Room for a map on a page, in points, and the least text that is set to make it fit; a
// map that is larger is scrolled.
const (
	markedWidth, besideWidth, markedHeight = 860.0, 440.0, 620.0
	markedText                             = 9.0
)

// shortCell is the most characters of a cell that is not broken.
const shortCell = 18

// WriteMarkedPage writes the page as one HTML file that asks for nothing from anywhere.
func WriteMarkedPage(ctx context.Context, w io.Writer, p *MarkedPage) error {
	h := &markedWriter{Writer: bufio.NewWriter(w)}
	lang := p.Lang
	if lang == "" {
		lang = "en"
	}
	h.printf("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'\">\n"+
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n<h1>%[2]s</h1>\n",
		hashSource(markedSheet), escape(clean(p.Title)), markedSheet)
	if p.Intro != "" {
		h.printf("<p>%s</p>\n", escape(clean(p.Intro)))
	}
	class := "maps"
	if p.Beside {
		class += " beside"
	}
	if len(p.Maps) > 0 {
		h.printf("<div class=\"%s\" lang=\"%s\">\n", class, escape(lang))
		for i, m := range p.Maps {
			if err := h.mapFigure(ctx, m, i+1, p.Beside); err != nil {
				return err
			}
		}
		h.printf("</div>\n")
	}
	for _, t := range p.Tables {
		h.table(t)
	}
	h.printf("</main>\n</body>\n</html>\n")
	return h.Flush()
}

type markedWriter struct{ *bufio.Writer }

func (h *markedWriter) printf(format string, args ...any) { fmt.Fprintf(h, format, args...) }

func (h *markedWriter) table(t MarkedTable) {
	h.printf("<h2>%s</h2>\n", escape(clean(t.Title)))
	if len(t.Rows) == 0 {
		h.printf("<p>%s</p>\n", escape(clean(t.Note)))
		return
	}
	h.printf("<table>\n<thead><tr>")
	for _, head := range t.Head {
		h.printf("<th scope=\"col\">%s</th>", escape(clean(head)))
	}
	h.printf("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		h.printf("<tr>")
		for _, cell := range row {
			class := ""
			if columns(cell) <= shortCell {
				class = " class=\"short\""
			}
			h.printf("<td dir=\"auto\"%s>%s</td>", class, escape(clean(cell)))
		}
		h.printf("</tr>\n")
	}
	h.printf("</tbody>\n</table>\n")
}

// mapFigure writes a map that is as wide as there is room for, or scrolled where its text
// would become too small.
func (h *markedWriter) mapFigure(ctx context.Context, m MarkedMap, n int, beside bool) error {
	width := markedWidth
	if beside {
		width = besideWidth
	}
	j, err := laidOut(ctx, m.Job, width)
	if err != nil {
		return err
	}
	title := escape(clean(m.Title))
	h.printf("<figure>\n<figcaption>%s</figcaption>\n<div class=\"pane\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n", title, title)
	d, key := j.drawing, fmt.Sprintf("map%d", n)
	s := &svgWriter{Writer: h.Writer, d: d, theme: j.theme(), prefix: key + "-"}
	s.open(key)
	s.printf("<title id=\"title-%s\">%s</title>\n<desc id=\"desc-%s\">%s</desc>\n", key, escape(d.Title), key, escape(d.Description))
	s.parts()
	s.printf("</svg>\n</div>\n</figure>\n")
	return nil
}

// mostFitted is how many claims a map may have for which layouts are tried.
const mostFitted = 400

// laidOut lays a map out for a width: as it is where it fits, otherwise in the way that
// leaves its text largest, higher where that is too small to be read, and wider at last.
func laidOut(ctx context.Context, j *Job, width float64) (*Job, error) {
	d, err := j.Drawing(ctx)
	if err != nil || d.Width <= width || len(j.Map().Claims) > mostFitted {
		return j, err
	}
	usual, grow := d.TextSize, 1.0
	for _, page := range []func() layout.Page{
		func() layout.Page { return layout.Page{Width: width, Height: markedHeight} },
		func() layout.Page { return layout.Page{Width: width, Height: markedHeight * grow * grow} },
		func() layout.Page { return layout.Page{Width: width * grow, Height: markedHeight * grow} },
	} {
		size := page()
		part := &Job{Outline: j.Outline, Layout: j.Layout, Palette: j.Palette}
		part.Layout.Fit = &size
		d, err := part.Drawing(ctx)
		if err == nil && d.TextSize > usual {
			size.Width, size.Height, part.drawing = size.Width*usual/d.TextSize, size.Height*usual/d.TextSize, nil
			d, err = part.Drawing(ctx)
		}
		if err != nil || d.TextSize >= markedText-0.01 {
			return part, err
		}
		if grow == 1 {
			grow = markedText / d.TextSize
		}
	}
	return j, nil
}
