package output

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// MarkedPage is a page of maps with what was found in them: what a class got wrong, or
// two maps side by side. It is for reading and printing, and runs no script.
type MarkedPage struct {
	Title string
	Lang  string // BCP 47; "" where nobody says
	Intro string
	Maps  []MarkedMap // two of them stand side by side where there is room
	Lists []MarkedList
}

// MarkedMap is a map whose layout has marks.
type MarkedMap struct {
	Title string
	Job   *Job
}

// MarkedList says in words what the maps show, and more.
type MarkedList struct {
	Title string
	Items []string
}

const markedSheet = `
:root{color-scheme:light}
body{margin:1.5rem;font:16px/1.45 system-ui,sans-serif;color:#111;background:#fff}
h1{font-size:1.4rem;margin:0 0 .5rem}h2{font-size:1.1rem;margin:1.2rem 0 .4rem}
.maps{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}
figure{margin:0;flex:1 1 28rem;min-width:0}figcaption{font-weight:700;margin-bottom:.4rem}
svg{max-width:100%;height:auto}
li{margin:.25rem 0;max-width:52rem}
@media print{body{margin:0}figure{break-inside:avoid}}
`

// WriteMarkedPage writes the page as one HTML file that asks for nothing from anywhere.
func WriteMarkedPage(ctx context.Context, w io.Writer, p *MarkedPage) (source.Diagnostics, error) {
	b := bufio.NewWriter(w)
	lang := p.Lang
	if lang == "" {
		lang = "en"
	}
	fmt.Fprintf(b, "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'\">\n"+
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n<h1>%s</h1>\n",
		escape(lang), hashSource(markedSheet), escape(clean(p.Title)), markedSheet, escape(clean(p.Title)))
	if p.Intro != "" {
		fmt.Fprintf(b, "<p>%s</p>\n", escape(clean(p.Intro)))
	}
	var notices source.Diagnostics
	b.WriteString("<div class=\"maps\">\n")
	for i, m := range p.Maps {
		fmt.Fprintf(b, "<figure>\n<figcaption>%s</figcaption>\n", escape(clean(m.Title)))
		if err := writeMarkedSVG(ctx, b, m.Job, fmt.Sprintf("m%d-", i+1)); err != nil {
			return nil, err
		}
		b.WriteString("</figure>\n")
	}
	b.WriteString("</div>\n")
	for _, l := range p.Lists {
		fmt.Fprintf(b, "<h2>%s</h2>\n<ul>\n", escape(clean(l.Title)))
		for _, item := range l.Items {
			fmt.Fprintf(b, "<li dir=\"auto\">%s</li>\n", escape(clean(item)))
		}
		b.WriteString("</ul>\n")
	}
	b.WriteString("</main>\n</body>\n</html>\n")
	return notices, b.Flush()
}

// writeMarkedSVG writes a map as an element of a page that holds several.
func writeMarkedSVG(ctx context.Context, w io.Writer, j *Job, prefix string) error {
	d, err := j.Drawing(ctx)
	if err != nil {
		return err
	}
	s := &svgWriter{Writer: bufio.NewWriterSize(w, 1<<16), d: d, theme: j.theme(), prefix: prefix}
	s.open(strings.TrimSuffix(prefix, "-"))
	s.printf("<title id=\"title-%s\">%s</title>\n<desc id=\"desc-%s\">%s</desc>\n", strings.TrimSuffix(prefix, "-"), escape(d.Title), strings.TrimSuffix(prefix, "-"), escape(d.Description))
	s.parts()
	s.printf("</svg>\n")
	return s.Flush()
}
