package exercise_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

// TestShown shows one small exercise of every type, with its key, or why there is none.
func TestShown(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", ".yaml", func(t *testing.T, _, text string) string {
		m, out := parsed(text), ""
		for _, typ := range exercise.Types() {
			p, k, err := exercise.Make(m, typ, exercise.Options{Seed: 1, Level: 1})
			if err != nil {
				out += typ.Name + ": " + err.Error() + "\n\n"
				continue
			}
			out += show(p, k) + "\n"
		}
		return out
	})
}

// TestNoThesisNoLevel asks for what cannot be.
func TestNoThesisNoLevel(t *testing.T) {
	for _, typ := range exercise.Types() {
		if _, _, err := exercise.Make(&argmap.Map{}, typ, exercise.Options{}); !errors.Is(err, exercise.ErrTooSmall) {
			t.Errorf("%s without a thesis: %v", typ.Name, err)
		}
		for _, level := range []int{-1, exercise.MaxLevel + 1} {
			if _, _, err := exercise.Make(testMaps()[0], typ, exercise.Options{Level: level}); err == nil {
				t.Errorf("%s of level %d", typ.Name, level)
			}
		}
	}
}

// TestWordsStayWords reads an answer in short words as it is written.
func TestWordsStayWords(t *testing.T) {
	a, _ := exercise.ReadAnswer(source.NewFile("answer.json", `{"exercise": "missing", "answers": {"1.words": ["It is so"], "1": "a"}}`))
	if a.Words["1.words"] != "It is so" || a.Fields["1"][0] != "A" {
		t.Errorf("%v %v", a.Words, a.Fields)
	}
}

// TestEndlessAnswer passes over a field that holds more than any answer does.
func TestEndlessAnswer(t *testing.T) {
	a, diags := exercise.ReadAnswer(source.NewFile("answer.yaml", "exercise: place\nanswers: {1: "+strings.Repeat("A ", 500_000)+", 2: B}\n"))
	if len(diags) != 1 || a.Fields["1"] != nil || a.Fields["2"][0] != "B" {
		t.Errorf("%v", diags)
	}
}

// TestDashesAreAnswers reads the keys of build as people write them, which YAML does not
// take for texts.
func TestDashesAreAnswers(t *testing.T) {
	for _, text := range []string{
		"exercise: build\nanswers:\n  A.on: B\n  A.how: -\n  C.on: -\r\n",
		"exercise: build\nanswers: {A.on: B, A.how: -, C.on: - }\n",
		"exercise: build\nanswers: {A.on: b, A.how: −, C.on: \"-\"}\n",
	} {
		a, diags := exercise.ReadAnswer(source.NewFile("answer.yaml", text))
		if a == nil || len(diags) > 0 || a.Fields["A.how"][0] != "-" || a.Fields["C.on"][0] != "-" || a.Fields["A.on"][0] != "B" {
			t.Errorf("%q: %v %v", text, a, diags)
		}
	}
}
