package worksheet_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
	"github.com/argmap/argmap/output/worksheet"
)

// program runs a program on a PDF, which its arguments call FILE. Without the program the
// test is skipped.
func program(t *testing.T, pdf, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("no %s here", name)
	}
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(path, []byte(pdf), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// plainPDF is what a PDF holds: its bytes with nothing compressed, and its text.
func plainPDF(t *testing.T, pdf string) string {
	t.Helper()
	return program(t, pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-") + program(t, pdf, "pdftotext", "-raw", "FILE", "-")
}

// class is all types in one file: one sheet for each that the map gives.
func class(t *testing.T, n int, level int, key bool) *worksheet.Sheet {
	t.Helper()
	all := &worksheet.Sheet{Palette: style.Palettes()[0]}
	for _, typ := range exercise.Types() {
		s, k := sheet(shapes()[n], typ, 5, level, "Ada Lovelace")
		if s == nil {
			continue
		}
		all.Papers = append(all.Papers, s.Papers[0])
		if key {
			all.Keys = append(all.Keys, k)
		}
	}
	if len(all.Papers) == 0 {
		t.Fatal("no exercise of any type")
	}
	return all
}

// TestPDFIsPrintable wants no text under 10 pt, on every page what it belongs to and its
// number, and everything inside the margins, on both papers.
func TestPDFIsPrintable(t *testing.T) {
	for n := range shapes() {
		for i, name := range []string{"a4-portrait", "letter-portrait"} {
			if (n+i)%2 == 0 {
				continue
			}
			s := class(t, n, n%exercise.MaxLevel+1, n%2 == 0)
			s.Page, _ = layout.ParsePage(name)
			pdf := written(t, worksheet.PDF, s)
			plain := program(t, pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
			for _, m := range regexp.MustCompile(`(?m)^/\S+ ([\d.]+) Tf$`).FindAllStringSubmatch(plain, -1) {
				if size, _ := strconv.ParseFloat(m[1], 64); size < 9.99 {
					t.Errorf("map %d: a text of %g pt", n, size)
				}
			}
			for _, m := range regexp.MustCompile(`(?m)^(\S+) 0 0 (\S+) \S+ \S+ cm$`).FindAllStringSubmatch(plain, -1) {
				if m[1] != "1" && !strings.HasPrefix(m[1], "1.000") {
					t.Errorf("map %d: something is scaled by %s", n, m[1])
				}
			}
			pages(t, pdf, s, n)
		}
	}
}

// pages looks at the footers of all pages, and for words outside of them.
func pages(t *testing.T, pdf string, s *worksheet.Sheet, n int) {
	t.Helper()
	texts := strings.Split(strings.TrimSuffix(program(t, pdf, "pdftotext", "-layout", "FILE", "-"), "\f"), "\f")
	at := 0
	for _, p := range s.Papers {
		last := 0
		for i := 1; last == 0 || i <= last; i++ {
			want := regexp.MustCompile(fmt.Sprintf(`%s · seed %d · level %d · Ada Lovelace +page %d of (\d+)`, p.Type.Name, p.Seed, p.Level, i))
			m := want.FindStringSubmatch(texts[at])
			if m == nil {
				t.Fatalf("map %d, %s: page %d has no footer %s:\n%s", n, p.Type.Name, at+1, want, texts[at])
			}
			last, _ = strconv.Atoi(m[1])
			at++
		}
	}
	if at != len(texts) {
		t.Errorf("map %d: %d pages with footers of %d", n, at, len(texts))
	}
	box := program(t, pdf, "pdftotext", "-bbox", "FILE", "-")
	width, height := 0.0, 0.0
	for _, m := range regexp.MustCompile(`<(page width|word xMin)="([\d.-]+)" (?:height|yMin)="([\d.-]+)"(?: xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word)?`).FindAllStringSubmatch(box, -1) {
		var v [4]float64
		for i := range v {
			v[i], _ = strconv.ParseFloat(m[i+2], 64)
		}
		if m[1] == "page width" {
			width, height = v[0], v[1]
		} else if v[0] < 40 || v[1] < 30 || v[2] > width-40 || v[3] > height-20 {
			t.Errorf("map %d: %q stands at %v on a page of %g x %g", n, m[6], v, width, height)
		}
	}
}

// TestPDFSaysEverything looks for all that a student needs on the pages.
func TestPDFSaysEverything(t *testing.T) {
	for n := range shapes() {
		if n%2 == 1 && n < 8 { // wild texts are broken in ways of their own
			continue
		}
		s := class(t, n, 3, false)
		text := squeezed(program(t, written(t, worksheet.PDF, s), "pdftotext", "-raw", "FILE", "-"))
		for _, p := range s.Papers {
			want := []string{p.Type.Title, p.Title, p.Ask}
			for _, o := range append(p.Claims, p.Bank...) {
				want = append(want, o.Text)
			}
			if p.Map != nil {
				for _, c := range p.Map.Claims {
					want = append(want, c.Text)
				}
			}
			for _, f := range p.Fields {
				for _, a := range f.About {
					want = append(want, a.Text)
				}
			}
			for _, w := range want {
				if !strings.Contains(text, squeezed(w)) {
					t.Errorf("map %d, %s: no %q", n, p.Type.Name, w)
				}
			}
		}
	}
}

func squeezed(text string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("-", "", "\u00ad", "").Replace(text)), "")
}

// TestPDFIsSound wants no complaint about a file with all types, for students and teachers.
func TestPDFIsSound(t *testing.T) {
	for _, key := range []bool{false, true} {
		pdf := written(t, worksheet.PDF, class(t, len(shapes())-1, 3, key))
		if out := program(t, pdf, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Error(out)
		}
		if info := program(t, pdf, "pdfinfo", "FILE"); !regexp.MustCompile(`Tagged: +yes`).MatchString(info) {
			t.Error(info)
		}
	}
}
