package output_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/scheme"
	"github.com/argmap/argmap/claims/source/golden"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
)

// asking is the job of a map with its questions.
func asking(m *argmap.Map) *output.Job {
	j := job(m)
	j.Questions, _ = scheme.Builtin().Ask(j.Outline, scheme.Options{})
	return j
}

func writeQuestions(t *testing.T, f *output.QuestionFormat, j *output.Job) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := output.WriteQuestions(&b, f, j); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestQuestions shows each form that is text on a small map.
func TestQuestions(t *testing.T) {
	for _, f := range output.QuestionFormats() {
		if f.Binary {
			continue
		}
		golden.Archives(t, "testdata/questions/"+f.Name+".txtar", ".yaml", func(t *testing.T, name, text string) string {
			return string(writeQuestions(t, f, asking(parse(t, name, text))))
		})
	}
}

// TestQuestionsOfAnything writes the questions of every map, hostile ones among them,
// twice: the bytes are the same, and a reader of PDF has no complaint.
func TestQuestionsOfAnything(t *testing.T) {
	all := maps(t)
	all["trapped"], all["evil"] = trapped(t), malicious(t)
	for name, m := range all {
		for _, f := range output.QuestionFormats() {
			data := writeQuestions(t, f, asking(m))
			if !bytes.Equal(data, writeQuestions(t, f, asking(m))) || len(data) == 0 {
				t.Errorf("%s: two runs of %s differ, or are empty", name, f.Name)
			}
			if f == output.MarkdownQuestions && bytes.Contains(bytes.ReplaceAll(data, []byte(`\<`), nil), []byte("<script")) {
				t.Errorf("%s: a script stands in the Markdown", name)
			}
		}
		if out := program(t, "qpdf", "--check", sheetOf(t, asking(m))); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", name, out)
		}
	}
}

func sheetOf(t *testing.T, j *output.Job) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(path, writeQuestions(t, output.PDFQuestions, j), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

var sheetWord = regexp.MustCompile(`<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">`)

// TestQuestionSheet wants every question of the article on an upright page, whole, within
// the margins, and no word smaller than 10 pt.
func TestQuestionSheet(t *testing.T) {
	for _, page := range []string{"a4", "letter"} {
		j := asking(maps(t)["china-kim"])
		j.Page, _ = layout.ParsePage(page)
		path := sheetOf(t, j)
		text := strings.Join(strings.Fields(program(t, "pdftotext", "-raw", path, "-")), " ")
		for _, item := range j.Questions.Items {
			for _, q := range item.Questions {
				if !strings.Contains(text, q.Text) {
					t.Errorf("%s: the sheet lacks %q", page, q.Text)
				}
			}
		}
		boxes := program(t, "pdftotext", "-bbox", path, "-")
		width, height := min(j.Page.Width, j.Page.Height), max(j.Page.Width, j.Page.Height)
		if !strings.Contains(boxes, fmt.Sprintf(`<page width="%f" height="%f">`, width, height)) {
			t.Errorf("%s: the pages do not stand", page)
		}
		words := sheetWord.FindAllStringSubmatch(boxes, -1)
		if len(words) < 1000 {
			t.Errorf("%s: only %d words", page, len(words))
		}
		for _, w := range words {
			var at [4]float64
			for i := range at {
				at[i], _ = strconv.ParseFloat(w[i+1], 64)
			}
			if at[0] < 49 || at[2] > width-49 || at[1] < 49 || at[3] > height-30 || at[3]-at[1] < 10 {
				t.Errorf("%s: a word stands at %v", page, at)
			}
		}
	}
}

// TestQuestionMarks wants the marks on every picture.
func TestQuestionMarks(t *testing.T) {
	for _, name := range []string{"china-kim", "hostile", "wild0"} {
		j := asking(maps(t)[name])
		full := name == "wild0"
		j.Layout.Marks = output.QuestionMarks(j.Questions, full)
		for _, f := range output.Formats() {
			if !f.Drawn() {
				continue
			}
			data, _ := write(t, f, j)
			if f == output.PPTX {
				files := parts(t, data)
				sound(t, files)
				data = files["ppt/slides/slide1.xml"]
			}
			if text := string(data); name == "china-kim" && !f.Binary || f == output.PPTX && name == "china-kim" {
				if !strings.Contains(text, "7 questions open") || !strings.Contains(text, "evidence: 4 questions open") {
					t.Errorf("%s: the picture does not say what is open", f.Name)
				}
			}
		}
	}
}

// TestQuestionNotes wants every open question in the notes of a talk once.
func TestQuestionNotes(t *testing.T) {
	for _, name := range []string{"china-kim", "zoo-elephants", "first-lesson"} {
		j := asking(maps(t)[name])
		data, _, _ := talk(t, output.MarkdownSlides, j)
		for _, item := range j.Questions.Items {
			n := 0
			for _, other := range j.Questions.Items {
				if other.Scheme == item.Scheme {
					n++
				}
			}
			for _, q := range item.Questions {
				if got := strings.Count(string(data), "– "+q.Text+"\n"); got != n {
					t.Errorf("%s: %q stands in the notes %d times, not %d", name, q.Text, got, n)
				}
			}
		}
	}
	pptx, _, _ := talk(t, output.PPTXSlides, asking(maps(t)["china-kim"]))
	notes := string(bytes.Join(valuesOf(parts(t, pptx), "ppt/notesSlides/"), nil))
	if !strings.Contains(notes, "Does the act bring the goal any nearer, and what shows that it does?") {
		t.Error("the notes of the PowerPoint deck do not ask")
	}
	html, _, _ := talk(t, output.HTMLSlides, asking(maps(t)["china-kim"]))
	if !strings.Contains(string(html), "Does the act bring the goal any nearer, and what shows that it does?") {
		t.Error("the notes of the HTML deck do not ask")
	}
}

// valuesOf are the files of a package in a folder.
func valuesOf(files map[string][]byte, folder string) [][]byte {
	var list [][]byte
	for name, data := range files {
		if strings.HasPrefix(name, folder) {
			list = append(list, data)
		}
	}
	return list
}
