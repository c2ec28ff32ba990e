package output

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
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
		Policy: fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'",
			hashSource(script), hashSource(sheet)),
		Dark: j.Theme == Dark, Wide: d.Width > d.Height, Claims: len(plan.claims), Last: plan.reveal.Last, Text: num(d.TextSize),
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

// hashSource names a text in a security policy (https://www.w3.org/TR/CSP3/#source-list-syntax).
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// pageFile is a script or sheet without its comments, which stand on lines of their
// own, and without indents.
func pageFile(name string) string {
	data, err := pageFiles.ReadFile("page/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

func pageScript() string {
	var b strings.Builder
	b.WriteString("\n")
	for _, name := range pageScripts {
		b.WriteString(pageFile(name))
	}
	return b.String()
}

// pageSheet is the page's style sheet: the palette's colors as variables, dark
// ones for dark screens and never on paper, then the rules that use them.
func pageSheet(p style.Palette) string {
	return "\n:root{" + variables(p.Light) + "}\n" +
		"@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + variables(p.Dark) + "}}\n" +
		":root[data-theme=dark]{" + variables(p.Dark) + "}\n" +
		"@media print{:root,:root:not([data-theme=light]),:root[data-theme=dark]{" + variables(p.Light) + "}}\n" +
		pageFile("viewer.css")
}

func variables(t style.Theme) string {
	list := []struct {
		name  string
		color style.Color
	}{
		{"ground", t.Ground}, {"text", t.Text}, {"muted", t.Muted}, {"link", t.Link}, {"box", t.Box}, {"box-line", t.BoxLine},
		{"thesis-line", t.ThesisLine}, {"reason-line", t.Reason.Line}, {"reason-fill", t.Reason.Fill}, {"reason-ink", t.Reason.Ink},
		{"objection-line", t.Objection.Line}, {"objection-fill", t.Objection.Fill}, {"objection-ink", t.Objection.Ink},
		{"region-line", t.Region.Line}, {"region-fill", t.Region.Fill}, {"region-ink", t.Region.Ink},
	}
	var b strings.Builder
	for _, v := range list {
		fmt.Fprintf(&b, "--%s:%s;", v.name, v.color)
	}
	scheme, accent, hit, now := "light", "#6A35A8", "#FFF3B0", "#EFE7F8"
	if dark(t.Ground) {
		scheme, accent, hit, now = "dark", "#CDB2F5", "#473D10", "#352A47"
	}
	fmt.Fprintf(&b, "--accent:%s;--hit:%s;--now:%s;color-scheme:%s", accent, hit, now, scheme)
	return b.String()
}

func dark(c style.Color) bool { return int(c.R)+int(c.G)+int(c.B) < 3*128 }
