package grade_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/grade"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
)

func read(t testing.TB, text string) *argmap.Map {
	t.Helper()
	file, diags := claims.Formats()[0].Parse(source.NewFile("map.yaml", text))
	m, more := argmap.Build(file)
	if diags = append(diags, more...); diags.HasErrors() {
		t.Fatalf("%s", diags[0].Message)
	}
	return m
}

func example(t testing.TB, name string) *argmap.Map {
	text, _ := examples.Text(name)
	return read(t, text)
}

// made is exercises of every type over maps of many shapes.
func made(t *testing.T, seeds int, test func(t *testing.T, p *exercise.Paper, k *exercise.Key)) {
	maps := []*argmap.Map{example(t, "china-kim"), example(t, "zoo-elephants"), testmap.Map(testmap.Shape{Claims: 40, Seed: 1}),
		testmap.Map(testmap.Shape{Claims: 25, Seed: 2, Wild: true, Links: 0.2, Groups: 2}), testmap.Map(testmap.Shape{Claims: 9, Seed: 3})}
	for _, typ := range exercise.Types() {
		t.Run(typ.Name, func(t *testing.T) {
			n := 0
			for i, m := range maps {
				for seed := range seeds {
					p, k, err := exercise.Make(m, typ, exercise.Options{Seed: uint64(seed), Level: 1 + (seed+i)%exercise.MaxLevel})
					if err == nil {
						n++
						test(t, p, k)
					}
				}
			}
			if n < seeds {
				t.Errorf("only %d exercises", n)
			}
		})
	}
}

// right is the answer that a key holds.
func right(k *exercise.Key) *exercise.Answer {
	a := &exercise.Answer{Type: k.Type.Name, Seed: k.Seed, Fields: map[string][]string{}}
	for _, f := range k.Fields {
		var keys []string
		for _, o := range f.Right {
			keys = append(keys, o.Key)
		}
		switch {
		case f.Open || len(keys) == 0:
		case f.Several:
			a.Fields[f.ID] = keys
		default:
			a.Fields[f.ID] = keys[:1]
		}
	}
	return a
}

// TestOwnKey gives, to some thousand exercises, what the key says, and has full marks and no complaint.
func TestOwnKey(t *testing.T) {
	made(t, rounds(200), func(t *testing.T, _ *exercise.Paper, k *exercise.Key) {
		r := grade.Answer(k, right(k), grade.Default())
		if r.Score != 1 {
			t.Errorf("seed %d, level %d: %v", k.Seed, k.Level, r.Score)
			for _, it := range r.Items {
				if it.Credit < 1 {
					t.Logf("%s: %q %v: %s; right: %s", it.ID, it.Said, it.Credit, it.Feedback, it.Answer)
				}
			}
		}
		for _, it := range r.Items {
			if it.Feedback != "" {
				t.Errorf("%s is right, and told %q", it.ID, it.Feedback)
			}
		}
	})
}

// TestNothingGiven has no marks, or those of fields in which nothing is right.
func TestNothingGiven(t *testing.T) {
	made(t, 5, func(t *testing.T, _ *exercise.Paper, k *exercise.Key) {
		r := grade.Answer(k, &exercise.Answer{Type: k.Type.Name}, grade.Default())
		most := 0.0
		if k.Type.Name == "standard-form" {
			most = 0.5 // premises follow from nothing
		}
		if r.Score > most || math.IsNaN(r.Score) {
			t.Errorf("seed %d: an empty sheet has %v", k.Seed, r.Score)
		}
	})
}

// TestFeedbackTellsNothing gives wrong answers, and wants no text of what is right in
// what is said about them but where it stands on the paper already.
func TestFeedbackTellsNothing(t *testing.T) {
	made(t, 10, func(t *testing.T, p *exercise.Paper, k *exercise.Key) {
		if k.Type.Name == "build" { // whose feedback names co-premises by their texts, which are on the sheet
			return
		}
		a := &exercise.Answer{Type: k.Type.Name, Fields: map[string][]string{}}
		for _, f := range p.Fields {
			for _, o := range p.Choices(f) {
				if !contains(k.Field(f.ID).Right, o.Key) {
					a.Fields[f.ID] = []string{o.Key}
				}
			}
		}
		for _, it := range grade.Answer(k, a, grade.Default()).Items {
			f := k.Field(it.ID)
			if it.Feedback == "" || f == nil {
				continue
			}
			for _, o := range f.Right {
				if len(o.Text) > 8 && strings.Contains(it.Feedback, o.Text) {
					t.Errorf("%s: %q tells %q", it.ID, it.Feedback, o.Text)
				}
			}
		}
	})
}

func contains(list []exercise.Option, key string) bool {
	for _, o := range list {
		if o.Key == key {
			return true
		}
	}
	return false
}

// TestGuessing answers by lot, and comes near the chance that is computed, where every
// field is right or wrong by itself. Half credit and twins make up for the rest.
func TestGuessing(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	sums, chances, n := map[string]float64{}, map[string]float64{}, map[string]float64{}
	by := grade.Default()
	by.Half = 0
	made(t, 60, func(_ *testing.T, p *exercise.Paper, k *exercise.Key) {
		a := &exercise.Answer{Type: k.Type.Name, Fields: map[string][]string{}}
		for _, f := range p.Fields {
			choices := p.Choices(f)
			if !f.Several && len(choices) > 0 {
				a.Fields[f.ID] = []string{choices[rng.IntN(len(choices))].Key}
			}
		}
		name := k.Type.Name
		sums[name] += grade.Answer(k, a, by).Score
		chances[name] += exercise.Chance(p, k)
		n[name]++
	})
	for _, name := range []string{"conclusion", "polarity", "linked", "missing", "repair", "evidence", "blanks", "place"} {
		got, want := sums[name]/n[name], chances[name]/n[name]
		if math.Abs(got-want) > 0.06 {
			t.Errorf("%s: guesses have %.2f, and chance is %.2f", name, got, want)
		}
	}
}

// TestRandomAnswersStayInRange gives anything to anything.
func TestRandomAnswersStayInRange(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	made(t, 10, func(t *testing.T, p *exercise.Paper, k *exercise.Key) {
		a := &exercise.Answer{Fields: map[string][]string{"": {""}, "Z.on": {"Z"}}}
		for _, f := range p.Fields {
			a.Fields[f.ID] = []string{[]string{"A", "SB", "-", "+", "999", "", "\x00", "🐦"}[rng.IntN(8)], "A", "A"}[:1+rng.IntN(3)]
		}
		r := grade.Answer(k, a, grade.Default())
		again := grade.Answer(k, a, grade.Default())
		if !(r.Score >= 0 && r.Score <= 1) || r.Score != again.Score || fmt.Sprint(r.Items[0]) != fmt.Sprint(again.Items[0]) {
			t.Errorf("%v, then %v", r.Score, again.Score)
		}
	})
}
