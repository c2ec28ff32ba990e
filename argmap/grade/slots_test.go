package grade_test

import (
	"testing"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/grade"
)

// twins is a map of which two branches look alike when their texts are gone.
const twins = `
thesis:
  claim: Dogs are good company.
  id: t
  because:
    - {claim: Dogs greet people at the door., id: a, but: [{claim: Some dogs hide from visitors., id: b}]}
    - {claim: Dogs warn of strangers by barking., id: c, but: [{claim: Small dogs bark at falling leaves., id: d}]}
`

// TestOneBranch gives nothing for the right branch where there is one alone.
func TestOneBranch(t *testing.T) {
	m := read(t, `
thesis:
  claim: Dogs are good company.
  because: [{claim: Dogs greet people at the door., because: [Some dogs wait for hours., Small dogs bark at every step.]}]
`)
	_, k, err := exercise.Make(m, exercise.ForName("place"), exercise.Options{Seed: 1, Level: 1})
	if err != nil {
		t.Fatal(err)
	}
	a := right(k)
	a.Fields["2"], a.Fields["3"] = a.Fields["3"], a.Fields["2"]
	if r := grade.Answer(k, a, grade.Default()); r.Score != 0.5 {
		t.Errorf("%v", r.Score)
	}
}

// TestTwins fills gaps that look alike either way, and wants whole branches to be filled
// alike: a child under the wrong twin is wrong, and so is a letter that stands twice.
func TestTwins(t *testing.T) {
	_, k, err := exercise.Make(read(t, twins), exercise.ForName("place"), exercise.Options{Seed: 1, Level: 1})
	if err != nil {
		t.Fatal(err)
	}
	letter, field := map[string]string{}, map[string]string{}
	for key, id := range k.Claims {
		if k.Field(key) != nil {
			field[id] = key
		} else {
			letter[id] = key
		}
	}
	for name, test := range map[string]struct {
		place map[string]string // the claims that stand in the places of others
		want  float64
	}{
		"as made":            {map[string]string{}, 5},
		"branches swapped":   {map[string]string{"a": "c", "b": "d", "c": "a", "d": "b"}, 5},
		"children swapped":   {map[string]string{"b": "d", "d": "b"}, 3},
		"one twice":          {map[string]string{"c": "a"}, 4},
		"a child in its way": {map[string]string{"a": "b", "b": "a"}, 4}, // half each
	} {
		a := &exercise.Answer{Fields: map[string][]string{}}
		for _, id := range []string{"t", "a", "b", "c", "d"} {
			said := id
			if other := test.place[id]; other != "" {
				said = other
			}
			a.Fields[field[id]] = []string{letter[said]}
		}
		if r := grade.Answer(k, a, grade.Default()); r.Score*5 != test.want {
			t.Errorf("%s: %g of 5, and not %g", name, r.Score*5, test.want)
		}
	}
}
