package grade_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/grade"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// TestOneLetterEverywhere writes each letter of a sheet into all of its gaps, which must
// not pay: it is right once.
func TestOneLetterEverywhere(t *testing.T) {
	m := example(t, "china-kim")
	for seed := range uint64(20) {
		p, k, err := exercise.Make(m, exercise.ForName("place"), exercise.Options{Seed: seed, Level: 3})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range p.Bank {
			a := &exercise.Answer{Type: "place", Seed: seed, Fields: map[string][]string{}}
			for _, f := range p.Fields {
				a.Fields[f.ID] = []string{o.Key}
			}
			if got := grade.Answer(k, a, grade.Default()).Score; got > 1/float64(len(p.Fields))+1e-9 {
				t.Errorf("seed %d: %s everywhere has %v", seed, o.Key, got)
			}
		}
	}
}

// TestDeepSteps grades gaps below a tower of objections to steps, each of which is laid
// over itself in one way: it must not take time that doubles with every floor.
func TestDeepSteps(t *testing.T) {
	var b strings.Builder
	b.WriteString("thesis:\n  claim: The thesis\n  because:\n")
	indent := "    "
	for i := range 40 {
		fmt.Fprintf(&b, "%s- premises: [Premise %d]\n%s  but:\n", indent, i, indent)
		indent += "    "
	}
	b.WriteString(indent + "- The last doubt\n")
	_, k, err := exercise.Make(read(t, b.String()), exercise.ForName("place"), exercise.Options{Level: 5})
	if err != nil {
		t.Fatal(err)
	}
	if r := grade.Answer(k, right(k), grade.Default()); r.Score != 1 {
		t.Errorf("the key has %v", r.Score)
	}
}

// TestOrderOfTheFile turns the order of everything in a file around, in which some claims
// stand in several arguments: it says the same, and is worth the same.
func TestOrderOfTheFile(t *testing.T) {
	turned := func(text string) *argmap.Map {
		file, _ := claims.Formats()[0].Parse(source.NewFile("map.yaml", text))
		for i, j := 0, len(file.Arguments)-1; i < j; i, j = i+1, j-1 {
			file.Arguments[i], file.Arguments[j] = file.Arguments[j], file.Arguments[i]
		}
		for _, a := range file.Arguments {
			for i, j := 0, len(a.Premises)-1; i < j; i, j = i+1, j-1 {
				a.Premises[i], a.Premises[j] = a.Premises[j], a.Premises[i]
			}
		}
		m, _ := argmap.Build(file)
		return m
	}
	for seed := range uint64(40) {
		text := testmap.Text(testmap.Shape{Claims: 20, Links: 0.3, Seed: seed})
		if r := grade.Map([]*argmap.Map{read(t, text)}, turned(text), grade.Default()); r.Score != 1 {
			t.Errorf("map %d has %v: %+v", seed, r.Score, r.Lost)
		}
	}
}

const schoolMap = `
thesis:
  claim: Schools should open at nine
  id: c1
  because:
    - {claim: Pupils sleep too little on weekdays, id: c2}
    - {claim: Morning buses run half empty, id: c3}
  but:
    - {claim: Clubs would finish after dark, id: c4}
`

// TestEveryPlaceCounts has a claim used twice in the key, and once or otherwise in the answer.
func TestEveryPlaceCounts(t *testing.T) {
	key := "thesis:\n  claim: Alpha beta\n  because:\n    - {claim: Delta epsilon, because: [{claim: Eta theta, id: x}]}\n    - {claim: Kappa lambda, because: [{ref: x}]}\n"
	for _, test := range []struct{ old, with string }{
		{", because: [{ref: x}]", ""},                                  // left out: a move
		{"because: [{ref: x}]", "but: [{ref: x}]"},                     // turned round: a flip
		{"    - {claim: Delta", "    - {ref: x}\n    - {claim: Delta"}, // one place more
	} {
		r := grade.Map([]*argmap.Map{read(t, key)}, read(t, strings.Replace(key, test.old, test.with, 1)), grade.Default())
		want := 1 - (r.Lost.Moves+0.5*float64(r.Lost.Flips+r.Lost.Extra))/5
		if r.Lost == (grade.Cost{}) || math.Abs(r.Score-want) > 1e-9 {
			t.Errorf("%s: %v, and %v was to be expected: %+v", test.with, r.Score, want, r.Lost)
		}
	}
}

// TestNumberedAlike draws two maps of the same claims whose authors have numbered them, each
// in their own order: the texts count.
func TestNumberedAlike(t *testing.T) {
	answer := strings.NewReplacer("c2", "c3", "c3", "c4", "c4", "c2").Replace(schoolMap)
	r := grade.Map([]*argmap.Map{read(t, schoolMap)}, read(t, answer), grade.Default())
	if r.Score != 1 || len(r.Human) > 0 {
		t.Errorf("%v, %q", r.Score, r.Human)
	}
}

// TestOpposite hands in the opposite of the thesis, in the same words but one.
func TestOpposite(t *testing.T) {
	for _, answer := range []string{schoolMap, strings.ReplaceAll(schoolMap, "id: c", "id: d")} {
		r := grade.Map([]*argmap.Map{read(t, schoolMap)}, read(t, strings.Replace(answer, "should", "should not", 1)), grade.Default())
		if len(r.Human) != 1 {
			t.Errorf("nobody is asked to look: %q", r.Human)
		}
	}
}

// TestItemsAddUp sums up what the items of a map are worth, by their weights: the score.
func TestItemsAddUp(t *testing.T) {
	by := grade.Default()
	by.Fields = map[string]float64{"c1": 0, "c2": 3, "3": 2}
	answer := strings.Replace(schoolMap, "  but:\n", "", 1)
	answer = strings.Replace(answer, "{claim: Pupils sleep too little on weekdays, id: c2}\n    - {claim: Morning", "premises: [{claim: Pupils sleep too little on weekdays, id: c2}, {claim: Morning", 1)
	answer = strings.Replace(answer, "id: c3}", "id: c3}]", 1)
	r := grade.Map([]*argmap.Map{read(t, schoolMap)}, read(t, answer), by)
	sum, whole := 0.0, 0.0
	for _, it := range r.Items {
		sum, whole = sum+it.Weight*it.Credit, whole+it.Weight
	}
	if want := (3*0.75 + 0.75 + 2*0.5) / 6; math.Abs(r.Score-want) > 1e-9 || math.Abs(sum/whole-want) > 1e-9 {
		t.Errorf("%v, the items %v, and %v was to be expected: %+v", r.Score, sum/whole, want, r.Lost)
	}
}
