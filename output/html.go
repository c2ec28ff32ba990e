package output

import (
	"bufio"
	"bytes"
	"embed"
	"html/template"
	"io"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// HTML is a page to read and explore a map in (https://html.spec.whatwg.org/): one
// file that asks for nothing from anywhere, as its own security policy says. The
// outline is what assistive technology reads; the map is a graphic beside it.
//
// A page follows its reader's choice of a light or dark screen, and begins dark
// where the job's theme is Dark.
var HTML = &Format{Name: "html", Title: "HTML page", Ext: ".html", MIME: "text/html",
	Use: "reading and exploring in a browser, offline", Findings: true, Stepped: true, writeDrawing: writeHTML}

//go:embed page
var pageFiles embed.FS

// pageScripts are the parts of the page's one script, in their order.
var pageScripts = []string{"model.js", "map.js", "select.js", "search.js", "reveal.js", "keys.js"}

var pageTemplate = template.Must(template.ParseFS(pageFiles, "page/page.html"))

// pageParts is what page.html is filled with.
type pageParts struct {
	Lang, Title, Description string
	Policy                   string
	Dark                     bool // to begin with
	Wide                     bool // the map prints better on a sheet on its side
	Claims, Last             int
	Text                     string // size of the map's text, in points
	Style                    template.CSS
	Script                   template.JS
	Map, Outline, Details    template.HTML
}

func writeHTML(w io.Writer, j *Job, d *layout.Drawing) (source.Diagnostics, error) {
	plan := newPagePlan(j)
	sheet, script := pageSheet(j.Palette), pageScript()
	parts := pageParts{
		Lang: d.Lang, Title: d.Title, Description: d.Description,
		Policy: PagePolicy(script, sheet),
		Dark:   j.Theme == Dark, Wide: d.Width > d.Height, Claims: len(plan.claims), Last: plan.reveal.Last, Text: num(d.TextSize),
		Style: template.CSS(sheet), Script: template.JS(script),
	}
	if parts.Lang == "" {
		parts.Lang = "en" // as is assumed of a file that does not say
	}
	parts.Map = written(func(b *bufio.Writer) {
		(&svgWriter{Writer: b, d: d, theme: j.theme(), page: plan}).picture(j)
	})
	parts.Outline = written(func(b *bufio.Writer) { (&htmlWriter{b, plan}).outline(j.Outline) })
	parts.Details = written(func(b *bufio.Writer) { (&htmlWriter{b, plan}).details() })
	return nil, pageTemplate.Execute(w, parts)
}

// written is what a writer writes, which has escaped it.
func written(write func(*bufio.Writer)) template.HTML {
	var buf bytes.Buffer
	b := bufio.NewWriterSize(&buf, 1<<16)
	write(b)
	b.Flush()
	return template.HTML(buf.String())
}

func pageScript() string {
	var b strings.Builder
	b.WriteString("\n")
	for _, name := range pageScripts {
		b.WriteString(pageFile(name))
	}
	return b.String()
}

// pageSheet is the page's style sheet.
func pageSheet(p style.Palette) string { return PageColors(p) + pageFile("viewer.css") }

// pageFile is a script or sheet of the page.
func pageFile(name string) string { return PageText(pageFiles, "page/"+name) }
