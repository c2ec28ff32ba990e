package output_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
)

// program runs a program on a file and returns what it prints. Without the program
// the test is skipped.
func program(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("no %s here", name)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

func writePDF(t *testing.T, j *output.Job) string {
	t.Helper()
	data, _ := write(t, output.PDF, j)
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestPDFIsSound wants no complaint about any file, whatever its pages.
func TestPDFIsSound(t *testing.T) {
	a4, _ := layout.ParsePage("a4")
	for name, m := range maps(t) {
		for _, poster := range []bool{false, true} {
			j := job(m)
			if poster {
				j.Page, j.Poster = a4, true
			}
			if out := program(t, "qpdf", "--check", writePDF(t, j)); !strings.Contains(out, "No syntax or stream encoding errors") || strings.Contains(out, "WARNING") {
				t.Errorf("%s: %s", name, out)
			}
		}
	}
}

// TestPDFTextKept reads each claim's text back whole, as far as pdftotext can: it drops
// hyphens at line ends, and puts right-to-left lines into an order of its own, of
// which only the characters are compared. With -layout, lines of neighbours run
// together, so that words are looked for.
func TestPDFTextKept(t *testing.T) {
	for name, m := range maps(t) {
		path := writePDF(t, job(m))
		raw := readable(program(t, "pdftotext", "-raw", path, "-"))
		plain := readable(program(t, "pdftotext", path, "-"))
		laid := readable(program(t, "pdftotext", "-layout", path, "-"))
		if i := strings.Index(raw, readable(m.Thesis.Text)); i < 0 || i > 0 && len(m.Groups) == 0 {
			t.Errorf("%s: the thesis stands at %d", name, i)
		}
		for _, c := range m.Claims {
			want := readable(c.Text)
			if rightToLeft(want) {
				want = ""
				for _, r := range readable(c.Text) {
					if !strings.ContainsRune(raw, r) {
						t.Errorf("%s: no %c of claim %s", name, r, c.ID)
					}
				}
			}
			if !strings.Contains(raw, want) || !strings.Contains(plain, want) {
				t.Errorf("%s: claim %s is not in the text: %q", name, c.ID, want)
			}
			for _, word := range strings.Fields(c.Text) {
				if want != "" && len(word) < 12 && readable(word) == word && !strings.Contains(laid, word) {
					t.Errorf("%s: no %q of claim %s in the layout", name, word, c.ID)
				}
			}
		}
	}
}

// readable is a text without blanks and hyphens.
func readable(text string) string {
	return strings.NewReplacer("-", "", "\u00ad", "").Replace(squeeze(text))
}

func rightToLeft(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 0x590 && r < 0x800 })
}

// TestPDFReadingOrder wants a map's texts in the order in which one would say
// them aloud, whatever their places on the page.
func TestPDFReadingOrder(t *testing.T) {
	m := parse(t, "in.yaml", `
title: Order
lang: en-GB
thesis:
  claim: Alpha alpha.
  because:
    - premises:
        - {claim: Bravo bravo., because: [Delta delta.]}
        - {claim: Charlie charlie., but: [Echo echo.]}
      but: [Foxtrot foxtrot.]
  but: [Golf golf.]
`)
	path := writePDF(t, job(m))
	text := program(t, "pdftotext", "-raw", path, "-")
	at := -1
	for _, word := range strings.Fields("Alpha Bravo Charlie Delta Echo Foxtrot Golf") {
		i := strings.Index(text, word)
		if i <= at {
			t.Errorf("%s stands at %d in %q", word, i, text)
		}
		at = i
	}
	info := program(t, "pdfinfo", path)
	if !regexp.MustCompile(`Title: +Order\n`).MatchString(info) || !regexp.MustCompile(`Tagged: +yes`).MatchString(info) {
		t.Errorf("info is %s", info)
	}
	tree := program(t, "pdfinfo", "-struct-text", path)
	if flat := regexp.MustCompile(`(\(block\)|[\s"])+`).ReplaceAllString(tree, " "); !strings.Contains(flat, "Document Sect L LI LBody P Alpha alpha. L LI LBody P because L LI LBody P Bravo bravo. L LI LBody P because P Delta delta. LI LBody P Charlie charlie.") {
		t.Errorf("the tags are %s", flat)
	}
	deep := program(t, "pdfinfo", "-struct", writePDF(t, job(testmap.Map(testmap.Shape{Claims: 300}))))
	if indent := regexp.MustCompile(`(?m)^ {80}`).FindString(deep); indent != "" || !strings.Contains(deep, strings.Repeat(" ", 60)) {
		t.Error("the tags are nested too deep, or not deep enough for this test")
	}
	if raw := plainPDF(t, path); !strings.Contains(raw, "/Lang (en-GB)") {
		t.Error("the language is not said")
	}
}

// plainPDF is the file with nothing compressed.
func plainPDF(t *testing.T, path string) string {
	t.Helper()
	return program(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
}

// TestPDFFontsEmbedded wants every font embedded, and TrueType ones as subsets.
func TestPDFFontsEmbedded(t *testing.T) {
	for name, m := range maps(t) {
		lines := strings.Split(strings.TrimSpace(program(t, "pdffonts", writePDF(t, job(m)))), "\n")
		if len(lines) < 3 {
			t.Fatalf("%s: no fonts", name)
		}
		for _, l := range lines[2:] {
			if f := strings.Fields(l); f[len(f)-5] != "yes" || f[len(f)-3] != "yes" || strings.Contains(l, "TrueType") && f[len(f)-4] != "yes" {
				t.Errorf("%s: %s", name, l)
			}
		}
	}
}

// TestPDFLinksSafe wants links to the web and within the file, and none that does
// anything else.
func TestPDFLinksSafe(t *testing.T) {
	inner := 0
	for name, m := range maps(t) {
		raw := plainPDF(t, writePDF(t, job(m)))
		for _, bad := range []string{"/JavaScript", "/JS", "/Launch", "/AA", "/OpenAction", "/SubmitForm", "/EmbeddedFile"} {
			if strings.Contains(raw, bad+" ") || strings.Contains(raw, bad+"\n") {
				t.Errorf("%s: a %s", name, bad)
			}
		}
		for _, l := range regexp.MustCompile(`/URI \(([^)]*)\)`).FindAllStringSubmatch(raw, -1) {
			if _, ok := argmap.SafeURL(l[1]); !ok {
				t.Errorf("%s: link %q", name, l[1])
			}
		}
		inner += len(regexp.MustCompile(`(?s)/Dest \(claim-[^)]*\)\s*/F 4`).FindAllString(raw, -1))
	}
	if inner == 0 {
		t.Error("no claim that stands again leads to its place")
	}
}

// TestPDFBookmarks looks for whole titles, nested as the outline.
func TestPDFBookmarks(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("whole ", 60))
	raw := plainPDF(t, writePDF(t, job(parse(t, "in.yaml", `
thesis:
  claim: A thesis.
  label: Short
  because: ["`+long+`", {premises: [One., Two.]}]
`))))
	for _, want := range []string{"(Short)", "(because: " + long + ")", "(because)", "(One.)", "(Two.)"} {
		if !strings.Contains(raw, "/Title "+want) {
			t.Errorf("no bookmark %s", want)
		}
	}
}

// TestPDFPageSizes wants a page of the size asked for, with a map that is never blown
// up, and a word where its text is too small to read.
func TestPDFPageSizes(t *testing.T) {
	a4, _ := layout.ParsePage("a4")
	j := job(maps(t)["wild0"])
	j.Page = a4
	_, notices := write(t, output.PDF, j)
	if len(notices) == 0 || notices[0].Code != "text-small" {
		t.Errorf("notices are %v", notices)
	}
	if size := sizesOf(t, writePDF(t, j)); len(size) != 1 || size[0] != "841.89 x 595.28" {
		t.Errorf("pages are %q", size)
	}
	fit := job(testmap.Map(testmap.Shape{Claims: 300}))
	fit.Layout.Fit = a4
	if _, notices := write(t, output.PDF, fit); len(notices) != 1 || notices[0].Code != "text-small" || strings.Contains(notices[0].Hint, "let --fit") {
		t.Errorf("notices of a fitted map are %v", notices)
	}
	small := job(parse(t, "in.yaml", "thesis: Small.\n"))
	d, _ := small.Drawing(context.Background())
	if size := sizesOf(t, writePDF(t, small)); len(size) != 1 || size[0] != fmt.Sprintf("%.6g x %.6g", d.Width, d.Height) {
		t.Errorf("pages are %q, not of the drawing's %v x %v", size, d.Width, d.Height)
	}
	small.Page = a4
	raw := plainPDF(t, writePDF(t, small))
	if want := fmt.Sprintf("1.00000000 0 0 1.00000000 %.3f", (a4.Width-d.Width)/2); !strings.Contains(raw, strings.TrimRight(want, "0")) {
		t.Errorf("the map is not in the middle at its own size: no %s", want)
	}
}

func sizesOf(t *testing.T, path string) []string {
	t.Helper()
	var sizes []string
	for _, m := range regexp.MustCompile(`Page +\d+ size: +([\d.]+ x [\d.]+)`).FindAllStringSubmatch(program(t, "pdfinfo", "-l", "-1", path), -1) {
		sizes = append(sizes, m[1])
	}
	return sizes
}

// TestPDFPosterSheets wants every box whole or in parts on the sheets, on each its
// label, and no blank sheet.
func TestPDFPosterSheets(t *testing.T) {
	a4, _ := layout.ParsePage("a4")
	j := job(testmap.Map(testmap.Shape{Claims: 120, Seed: 2}))
	j.Page, j.Poster = a4, true
	d, err := j.Drawing(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	path := writePDF(t, j)
	text := program(t, "pdftotext", "-raw", path, "-")
	labels := regexp.MustCompile(`([A-Z]+)(\d+) · row (\d+) of (\d+), column (\d+) of (\d+)`).FindAllStringSubmatch(text, -1)
	if n := len(sizesOf(t, path)); n != len(labels) || n < 4 {
		t.Fatalf("%d sheets, %d labels", n, len(labels))
	}
	sheets := map[[2]int]bool{}
	for _, l := range labels {
		var row, col int
		fmt.Sscan(l[3], &row)
		fmt.Sscan(l[5], &col)
		sheets[[2]int{col - 1, row - 1}] = true
	}
	const margin, overlap = 30, 28
	w, h := a4.Width-2*margin, a4.Height-2*margin
	for _, b := range d.Boxes {
		for _, p := range []layout.Point{{X: b.X, Y: b.Y}, {X: b.X + b.W, Y: b.Y + b.H}} {
			at := [2]int{int(math.Min(p.X/(w-overlap), math.Ceil((d.Width-overlap)/(w-overlap))-1)), int(math.Min(p.Y/(h-overlap), math.Ceil((d.Height-overlap)/(h-overlap))-1))}
			if !sheets[at] {
				t.Errorf("no sheet shows %v", p)
			}
		}
	}
	j.Page = &layout.Page{Width: d.Width + 40, Height: d.Height + 40}
	if n := len(sizesOf(t, writePDF(t, j))); n != 1 {
		t.Errorf("a map that fits is on %d sheets", n)
	}
}

// TestPDFSteps wants a page for every stage, each with what the one before has.
func TestPDFSteps(t *testing.T) {
	j := job(parse(t, "in.yaml", "thesis:\n  claim: Alpha.\n  because: [Bravo.]\n  but: [Charlie.]\n"))
	j.Steps = true
	d, err := j.Drawing(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	d.Stages = 2
	for i := range 2 {
		d.Frames[i].Stage, d.Boxes[i+1].Stage, d.Connectors[i].Stage = i+1, i+1, i+1
	}
	pages := strings.Split(program(t, "pdftotext", writePDF(t, j), "-"), "\f")
	if len(pages) != 4 { // the last form feed ends the file
		t.Fatalf("%d pages", len(pages)-1)
	}
	for i, want := range []string{"Alpha.", "Alpha.because Bravo.", "Alpha.because but Bravo.Charlie."} {
		for _, word := range []string{"Alpha", "Bravo", "Charlie", "because", "but"} {
			if got := strings.Contains(pages[i], word); got != strings.Contains(want, word) {
				t.Errorf("page %d: %q", i, pages[i])
			}
		}
	}
}

// TestPDFMissingGlyphs wants a character that no font has named, and kept in the
// text.
func TestPDFMissingGlyphs(t *testing.T) {
	j := job(parse(t, "in.yaml", "thesis: \"A private sign, \uE123.\"\n"))
	_, notices := write(t, output.PDF, j)
	if len(notices) != 1 || notices[0].Code != "no-glyph" {
		t.Errorf("notices are %v", notices)
	}
	if text := program(t, "pdftotext", writePDF(t, j), "-"); !strings.Contains(text, "\uE123") {
		t.Errorf("the text is %q", text)
	}
}
