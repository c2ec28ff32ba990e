package grade_test

import (
	"math"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/grade"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// FuzzAnswer gives anything as an answer, and as a map, to exercises of every type and to
// their maps: it is graded, or refused, and the same way twice.
func FuzzAnswer(f *testing.F) {
	for _, seed := range []string{"exercise: place\nseed: 1\nanswers: {1: C, 2: [A, B], A.on: SB, A.how: -, B.with: [A, C]}\n",
		`{"exercise":"build","answers":{"A.on":["B"],"B.on":["A"],"A.n":["1"],"A.from":["2","2"]}}`,
		"thesis: {claim: T., id: later, because: [{premises: [{claim: A., id: A}, {ref: later}], but: [B.]}]}\n", "- &a [*a]\n", "\x00", "answers: {1: {2: 3}}"} {
		f.Add(seed)
	}
	m := example(f, "first-lesson")
	var keys []*exercise.Key
	for _, typ := range exercise.Types() {
		if _, k, err := exercise.Make(m, typ, exercise.Options{Seed: 1, Level: 3}); err == nil {
			keys = append(keys, k)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := source.NewFile("answer.yaml", text)
		check := func(r *grade.Result) {
			if !(r.Score >= 0 && r.Score <= 1) || math.IsNaN(r.Score) {
				t.Errorf("a score of %v", r.Score)
			}
		}
		if a, _ := exercise.ReadAnswer(src); a != nil {
			for _, k := range keys {
				check(grade.Answer(k, a, grade.Default()))
			}
		}
		file, _ := claims.Formats()[0].Parse(src)
		answer, _ := argmap.Build(file)
		check(grade.Map([]*argmap.Map{m, keys[0].Map}, answer, grade.Default()))
		exercise.ReadKeys(src)
		grade.ReadRubric(src)
	})
}
