package worksheet_test

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"image/png"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/output/worksheet"
)

type moodleAnswer struct {
	Fraction float64 `xml:"fraction,attr"`
	Text     string  `xml:"text"`
}

type moodleQuiz struct {
	Questions []struct {
		Type string `xml:"type,attr"`
		Name string `xml:"name>text"`
		Text struct {
			Text  string   `xml:"text"`
			Files []string `xml:"file"`
		} `xml:"questiontext"`
		Answers []moodleAnswer `xml:"answer"`
		Grader  string         `xml:"graderinfo>text"`
	} `xml:"question"`
}

var clozeGap = regexp.MustCompile(`\{1:(MULTICHOICE|MULTIRESPONSE):([^{}]*)\}`)

// TestMoodle reads the questions of every type as Moodle does: they have names and texts,
// every field can be answered rightly and no wrong option is worth anything, and pictures
// are pictures.
func TestMoodle(t *testing.T) {
	each(t, func(t *testing.T, student *worksheet.Sheet, k *exercise.Key) {
		p := student.Papers[0]
		if p.Map != nil && len(p.Map.Claims) > 20 { // whose picture takes long
			return
		}
		s := withKey(student, k)
		text := written(t, worksheet.Moodle, s)
		if text != written(t, worksheet.Moodle, s) {
			t.Errorf("not the same twice")
		}
		var quiz moodleQuiz
		if err := xml.Unmarshal([]byte(text), &quiz); err != nil {
			t.Fatal(err)
		}
		if len(quiz.Questions) < 2 || quiz.Questions[0].Type != "category" {
			t.Fatalf("%d questions", len(quiz.Questions))
		}
		asked := 0
		for _, q := range quiz.Questions[1:] {
			if q.Name == "" || q.Text.Text == "" {
				t.Errorf("a question without a name or text")
			}
			for _, f := range q.Text.Files {
				data, err := base64.StdEncoding.DecodeString(f)
				if err == nil {
					_, err = png.Decode(bytes.NewReader(data))
				}
				if err != nil {
					t.Errorf("no picture: %v", err)
				}
			}
			if strings.Contains(q.Text.Text, "@@PLUGINFILE@@") != (len(q.Text.Files) > 0) {
				t.Errorf("a picture is shown and not there, or the other way round")
			}
			asked += answerable(t, q.Type, q.Text.Text, q.Answers, q.Grader)
		}
		fields := 0
		for _, f := range p.Fields {
			if !f.Open {
				fields++
			}
		}
		if p.Type.Name != "standard-form" && asked != fields {
			t.Errorf("%d of %d fields are asked", asked, fields)
		}
	})
}

// answerable wants what is right in a question to be worth all of it, and counts what it
// asks; an essay is for a person, who needs a model answer.
func answerable(t *testing.T, kind, text string, answers []moodleAnswer, grader string) (asked int) {
	t.Helper()
	switch kind {
	case "multichoice":
		best := 0.0
		for _, a := range answers {
			best = max(best, a.Fraction)
		}
		if best != 100 {
			t.Errorf("the best answer is worth %g", best)
		}
		return 1
	case "essay":
		if grader == "" {
			t.Errorf("nothing helps whoever reads the answer")
		}
		return 0
	}
	for _, g := range clozeGap.FindAllStringSubmatch(text, -1) {
		asked++
		sum, best := 0.0, false
		for o := range strings.SplitSeq(g[2], "~") {
			best = best || strings.HasPrefix(o, "=")
			if rest, ok := strings.CutPrefix(o, "%"); ok {
				share, _, _ := strings.Cut(rest, "%")
				v, err := strconv.ParseFloat(share, 64)
				if err != nil {
					t.Errorf("%s", o)
				}
				sum += max(v, 0)
			}
		}
		if g[1] == "MULTICHOICE" && !best || g[1] == "MULTIRESPONSE" && math.Abs(sum-100) > 0.01 {
			t.Errorf("what is right in %s is worth %g", g[0], sum)
		}
	}
	if n := strings.Count(text, "{1:"); n != asked {
		t.Errorf("%d gaps, of which %d can be read", n, asked)
	}
	return asked
}
