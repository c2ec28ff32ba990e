package output_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/deck"
)

// talk writes the slides of an example.
func talk(t *testing.T, f *output.SlideFormat, j *output.Job) ([]byte, []output.Picture, *deck.Deck) {
	t.Helper()
	d, err := j.Deck(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	pictures, _, err := output.WriteSlides(&b, f, j, d, "talk")
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), pictures, d
}

// TestSlidesSameBytes writes each talk twice, from two jobs.
func TestSlidesSameBytes(t *testing.T) {
	all := maps(t)
	for _, name := range []string{"hostile", "first-lesson", "wild0"} {
		for _, f := range output.SlideFormats() {
			a, _, _ := talk(t, f, job(all[name]))
			b, _, _ := talk(t, f, job(all[name]))
			if !bytes.Equal(a, b) || len(a) == 0 {
				t.Errorf("%s: two runs of %s differ, or are empty", name, f.Name)
			}
		}
	}
}

// TestSlidesPPTX wants a slide for each, with its title, and notes with every claim.
func TestSlidesPPTX(t *testing.T) {
	m := maps(t)["china-kim"]
	j := job(m)
	j.Steps, j.Layout.Steps = true, true
	data, _, d := talk(t, output.PPTXSlides, j)
	files := parts(t, data)
	sound(t, files)
	notes := ""
	for i, s := range d.Slides {
		slide := readSlide(t, files[fmt.Sprintf("ppt/slides/slide%d.xml", i+1)])
		if len(slide.texts) == 0 || slide.texts[0] != s.Title {
			t.Errorf("slide %d is titled %q, not %q", i+1, slide.texts[:min(1, len(slide.texts))], s.Title)
		}
		if s.Drawing != nil {
			clicks := strings.Count(string(files[fmt.Sprintf("ppt/slides/slide%d.xml", i+1)]), `nodeType="clickEffect"`)
			if clicks != s.Drawing.Stages {
				t.Errorf("slide %d has %d clicks, not %d", i+1, clicks, s.Drawing.Stages)
			}
		}
		notes += strings.Join(readSlide(t, files[fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", i+1)]).texts, "\n")
	}
	for _, c := range m.Claims {
		if !strings.Contains(notes, c.Text) {
			t.Errorf("no notes hold %q", c.Text)
		}
	}
}

// TestSlidesPDF counts pages, and reads titles and claims back.
func TestSlidesPDF(t *testing.T) {
	m := maps(t)["china-kim"]
	data, _, d := talk(t, output.PDFSlides, job(m))
	if got := pageSizes(t, data); len(got) != len(d.Slides) || got[0] != "960x540" {
		t.Errorf("%d pages of %s for %d slides", len(got), got[0], len(d.Slides))
	}
	text := squeeze(tool(t, data, "pdftotext", "-raw", "FILE", "-"))
	for _, c := range m.Claims {
		if !strings.Contains(text, squeeze(c.Text)) {
			t.Errorf("no page says %q", c.Text)
		}
	}
	tool(t, data, "qpdf", "--check", "FILE")
	j := job(m)
	j.Steps, j.Layout.Steps = true, true
	stages := 0
	data, _, d = talk(t, output.PDFSlides, j)
	for _, s := range d.Slides {
		if stages++; s.Drawing != nil {
			stages += s.Drawing.Stages
		}
	}
	if got := pageSizes(t, data); len(got) != stages {
		t.Errorf("%d pages for %d stages", len(got), stages)
	}
}

// TestSlidesHTML wants every claim in words, and a policy that names the page's own
// script.
func TestSlidesHTML(t *testing.T) {
	m := maps(t)["zoo-elephants"]
	data, _, d := talk(t, output.HTMLSlides, job(m))
	harmlessHTML(t, data)
	if got := strings.Count(string(data), `<section class="slide"`); got != len(d.Slides) {
		t.Errorf("%d sections for %d slides", got, len(d.Slides))
	}
	if strings.Contains(string(data), "data-stage=\"") {
		t.Error("slides grow though nobody asked")
	}
	ids := map[string]bool{}
	for n := range tree(t, data) {
		for _, a := range n.Attr {
			if a.Key == "id" {
				if ids[a.Val] {
					t.Errorf("the id %q stands twice", a.Val)
				}
				ids[a.Val] = true
			}
		}
	}
	for n := range tree(t, data) {
		for _, a := range n.Attr {
			if to, ok := strings.CutPrefix(a.Val, "#"); ok && strings.HasSuffix(a.Key, "href") && !ids[to] {
				t.Errorf("a link to #%s, which is not there", to)
			}
		}
	}
}

// TestSlidesMarkdown wants the pictures that the text shows, all of them and no
// others, and has the real Marp make slides of it: as many as there are.
func TestSlidesMarkdown(t *testing.T) {
	data, pictures, d := talk(t, output.MarkdownSlides, job(maps(t)["zoo-elephants"]))
	named := map[string]bool{}
	for _, m := range regexp.MustCompile(`!\[.*?\]\(<(.*?)>\)`).FindAllStringSubmatch(string(data), -1) {
		named[m[1]] = true
	}
	for _, p := range pictures {
		readSVG(t, p.Data)
		if !named[p.Name] {
			t.Errorf("nothing shows %s", p.Name)
		}
		delete(named, p.Name)
	}
	for name := range named {
		t.Errorf("%s is shown and not written", name)
	}
	html := marp(t, data)
	if got := strings.Count(html, "<section"); got != len(d.Slides) {
		t.Errorf("Marp makes %d slides of %d", got, len(d.Slides))
	}
	for _, s := range d.Slides {
		if !strings.Contains(html, ">"+strings.ReplaceAll(s.Title, "'", "&#39;")+"<") && !strings.Contains(html, ">"+s.Title+"<") {
			t.Errorf("Marp shows no title %q", s.Title)
		}
	}
}

// marp is the page that marp-core makes of a deck. ARGMAP_MARP names a folder with
// node_modules/@marp-team/marp-core.
func marp(t *testing.T, deck []byte) string {
	t.Helper()
	folder := os.Getenv("ARGMAP_MARP")
	if _, err := exec.LookPath("node"); err != nil || folder == "" {
		t.Skip("no node here, or no ARGMAP_MARP to say where marp-core is")
	}
	script := filepath.Join(t.TempDir(), "marp.js")
	code := `const {Marp} = require(process.argv[2] + "/node_modules/@marp-team/marp-core");
		let text = ""; process.stdin.on("data", (d) => text += d).on("end", () => process.stdout.write(new Marp().render(text).html));`
	if err := os.WriteFile(script, []byte(code), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", script, folder)
	cmd.Stdin = bytes.NewReader(deck)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
