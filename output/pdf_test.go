package output_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
)

// tool runs a program on a file that holds the data, and skips the test where
// there is none of that name.
func tool(t *testing.T, data []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("no %s here", name)
	}
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %s: %v\n%.800s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// withoutShapeless is a text without what shows nothing.
func withoutShapeless(text string) string {
	return strings.Map(func(r rune) rune {
		if r == 0xAD || r == 0x200B {
			return -1
		}
		return r
	}, text)
}

// TestPDFFonts wants every font embedded, and no more of it than is used.
func TestPDFFonts(t *testing.T) {
	m := parse(t, "in.yaml", "thesis: Кошки видят сны, ведь они fl ffi и Ω.\n")
	data, _ := write(t, output.PDF, job(m))
	out := tool(t, data, "pdffonts", "FILE")
	fonts := regexp.MustCompile(`(?m)^([A-Z]{6}\+\S+) +CID TrueType +Identity-H +yes yes yes`).FindAllStringSubmatch(out, -1)
	if len(fonts) != 1 || !strings.HasSuffix(fonts[0][1], "+LiberationSans-Bold") {
		t.Errorf("fonts:\n%s", out)
	}
	if len(data) > 40_000 {
		t.Errorf("%d bytes for a sentence", len(data))
	}
}

// TestPDFAbout wants what readers and catalogues want to know.
func TestPDFAbout(t *testing.T) {
	m := parse(t, "in.yaml", "title: On – café\nlang: fr\nthesis: Les chats rêvent.\n")
	data, _ := write(t, output.PDF, job(m))
	out := tool(t, data, "pdfinfo", "FILE")
	for _, want := range []string{`Title: +On – café`, `Tagged: +yes`, `Pages: +1`} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
	if out := tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"); !strings.Contains(out, "/Lang (fr)") {
		t.Error("no language")
	}
}

const twoPages = `
sources: {s: {title: Seen, URL: "https://example.org/seen"}}
thesis:
  claim: Dogs dream.
  evidence: s p. 2
  because:
    - {claim: They twitch in their sleep., id: twitch, because: [They run without going anywhere.]}
    - {claim: Cats dream as well., because: [ref: twitch]}
`

// pageSizes are the sizes of a file's pages in points, rounded.
func pageSizes(t *testing.T, data []byte) []string {
	t.Helper()
	out := tool(t, data, "pdfinfo", "-f", "1", "-l", "999", "FILE")
	var sizes []string
	for _, m := range regexp.MustCompile(`Page +\d+ size: +([\d.]+) x ([\d.]+)`).FindAllStringSubmatch(out, -1) {
		w, _ := strconv.ParseFloat(m[1], 64)
		h, _ := strconv.ParseFloat(m[2], 64)
		sizes = append(sizes, fmt.Sprintf("%.0fx%.0f", w, h))
	}
	return sizes
}

func TestPDFPages(t *testing.T) {
	a4, _ := layout.ParsePage("a4")
	m := parse(t, "in.yaml", twoPages)
	one := job(m)
	d, err := one.Drawing(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	data, _ := write(t, output.PDF, one)
	if got := pageSizes(t, data); len(got) != 1 || got[0] != fmt.Sprintf("%.0fx%.0f", d.Width, d.Height) {
		t.Errorf("the map's own size: %v, not %v x %v", got, d.Width, d.Height)
	}
	page := job(m)
	page.Page = a4
	data, _ = write(t, output.PDF, page)
	if got := pageSizes(t, data); len(got) != 1 || got[0] != "842x595" {
		t.Errorf("a page: %v", got)
	}
	steps := job(m)
	steps.Page, steps.Steps, steps.Layout.Steps = a4, true, true
	data, _ = write(t, output.PDF, steps)
	if got := pageSizes(t, data); len(got) != d.Stages+1 || d.Stages != 4 {
		t.Errorf("%d stages: %v", d.Stages, got)
	}
	if out := tool(t, data, "pdftotext", "-l", "1", "FILE", "-"); strings.Contains(out, "twitch") || !strings.Contains(out, "Dogs dream") {
		t.Errorf("the first step says %q", out)
	}
}

// TestPDFSmallText warns where a page makes the text too small to be read.
func TestPDFSmallText(t *testing.T) {
	j := job(maps(t)["china-kim"])
	j.Page, _ = layout.ParsePage("a4")
	_, notices := write(t, output.PDF, j)
	if len(notices) != 1 || notices[0].Code != "text-small" {
		t.Errorf("notices: %v", notices)
	}
}
