package grade_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/grade"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// changed is a map with one change to its declarations, which says what it costs; ok is
// false where there is nothing to change.
func changed(t *testing.T, text string, change func(*claims.File) (cost float64, ok bool)) (m *argmap.Map, cost float64, ok bool) {
	t.Helper()
	file, _ := claims.Formats()[0].Parse(source.NewFile("map.yaml", text))
	if cost, ok = change(file); !ok {
		return nil, 0, false
	}
	m, _ = argmap.Build(file)
	return m, cost, true
}

// mutations are what students get wrong, each with its price in the default rubric.
func mutations(rng *rand.Rand) map[string]func(*claims.File) (float64, bool) {
	pick := func(f *claims.File, fits func(*claims.Argument) bool) *claims.Argument {
		for _, i := range rng.Perm(len(f.Arguments)) {
			if fits(f.Arguments[i]) {
				return f.Arguments[i]
			}
		}
		return nil
	}
	onClaim := func(a *claims.Argument) bool { return a.Target.Claim != nil }
	return map[string]func(*claims.File) (float64, bool){
		"flip": func(f *claims.File) (float64, bool) {
			a := pick(f, func(a *claims.Argument) bool { return onClaim(a) && alone(f, a) })
			if a == nil {
				return 0, false
			}
			a.Kind = 1 - a.Kind
			return 0.5 * float64(len(a.Premises)), true
		},
		"split": func(f *claims.File) (float64, bool) {
			a := pick(f, func(a *claims.Argument) bool { return len(a.Premises) > 1 && alone(f, a) })
			if a == nil {
				return 0, false
			}
			rest := *a
			rest.Premises = a.Premises[1:]
			a.Premises = a.Premises[:1]
			f.Arguments = append(f.Arguments, &rest)
			return 0.5, true
		},
		"merge": func(f *claims.File) (float64, bool) {
			for _, a := range f.Arguments {
				for _, b := range f.Arguments {
					if a != b && a.Kind == b.Kind && onClaim(a) && a.Target.Claim == b.Target.Claim && alone(f, b) {
						a.Premises = append(a.Premises, b.Premises...)
						b.Premises = nil
						return 0.5, true
					}
				}
			}
			return 0, false
		},
		"leave out": func(f *claims.File) (float64, bool) {
			for i, a := range f.Arguments {
				if len(a.Premises) == 1 && leaf(f, a) {
					f.Arguments = append(f.Arguments[:i:i], f.Arguments[i+1:]...)
					for n, c := range f.Claims {
						if c == a.Premises[0].Claim {
							f.Claims = append(f.Claims[:n:n], f.Claims[n+1:]...)
							return 1, true
						}
					}
				}
			}
			return 0, false
		},
	}
}

// alone tells whether an argument stands by itself: nothing speaks of its step, its
// premises stand in it alone, and it has them where it stands.
func alone(f *claims.File, a *claims.Argument) bool {
	for _, p := range a.Premises {
		if p.Claim == nil {
			return false
		}
	}
	for _, b := range f.Arguments {
		if b.Target.Argument == a {
			return false
		}
		for _, p := range b.Premises {
			for _, q := range a.Premises {
				if b != a && (p.Claim == q.Claim || !p.Name.IsZero() && p.Name.Value == q.Claim.ID.Value) {
					return false
				}
			}
		}
	}
	return len(a.Premises) > 0
}

// leaf tells whether nothing bears on an argument's premises either.
func leaf(f *claims.File, a *claims.Argument) bool {
	for _, b := range f.Arguments {
		if b.Target.Claim != nil && len(a.Premises) > 0 && b.Target.Claim == a.Premises[0].Claim {
			return false
		}
	}
	return alone(f, a)
}

// TestMutationsCostWhatTheyCost makes one mistake in a right map, and wants the score to
// lose its price and no more.
func TestMutationsCostWhatTheyCost(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	counts := map[string]int{}
	for seed := range uint64(60) {
		text := testmap.Text(testmap.Shape{Claims: 6 + int(seed), Seed: seed})
		key := read(t, text)
		for name, change := range mutations(rng) {
			answer, cost, ok := changed(t, text, change)
			if !ok {
				continue
			}
			counts[name]++
			r := grade.Map([]*argmap.Map{key}, answer, grade.Default())
			want := 1 - cost/float64(len(key.Claims))
			if math.Abs(r.Score-want) > 1e-9 {
				t.Errorf("%s on map %d: %v, and %v was to be expected: %+v", name, seed, r.Score, want, r.Lost)
			}
		}
	}
	for name := range mutations(rng) {
		if counts[name] < 10 {
			t.Errorf("only %d times: %s", counts[name], name)
		}
	}
}

// TestMoved moves a claim within its branch and out of it.
func TestMoved(t *testing.T) {
	const text = "thesis:\n  claim: T is so.\n  id: t\n  because:\n    - {claim: A is so., id: a, because: [{claim: B is so., id: b, because: [{claim: C is so., id: c}]}]}\n    - {claim: D is so., id: d}\n"
	for where, want := range map[string]float64{
		strings.Replace(text, ", because: [{claim: C is so., id: c}]", "", 1) + "  but: [{claim: C is so., id: c}]\n":                                       1 - 1.0/5, // elsewhere
		strings.Replace(text, "[{claim: B is so., id: b, because: [{claim: C is so., id: c}]}]", "[{claim: B is so., id: b}, {claim: C is so., id: c}]", 1): 1 - 0.5/5, // in its branch
		text: 1,
	} {
		r := grade.Map([]*argmap.Map{read(t, text)}, read(t, where), grade.Default())
		if math.Abs(r.Score-want) > 1e-9 {
			t.Errorf("%v, and %v was to be expected, for\n%s", r.Score, want, where)
		}
	}
}

// TestFreeMaps matches a map without ids by its texts, however they are ordered and
// worded, and asks a person where it is unsure.
func TestFreeMaps(t *testing.T) {
	key := read(t, `
thesis:
  claim: Millbrook School should begin its lessons at nine instead of eight.
  id: key-thesis
  because:
    - premises:
        - {claim: Most pupils of Millbrook School sleep less than eight hours on school nights., id: k1}
        - {claim: Pupils would use a later start to sleep longer., id: k2}
  but:
    - {claim: A later start would push sports clubs into the dark in winter., id: k3}
`)
	answer := read(t, `
thesis:
  claim: Lessons at Millbrook School should begin at nine.
  but:
    - A later start pushes the sports clubs into the dark.
  because:
    - Pupils would sleep longer if they had a later start.
    - On school nights, most pupils of Millbrook sleep less than eight hours.
    - Elephants are large.
`)
	r := grade.Map([]*argmap.Map{key}, answer, grade.Default())
	if len(r.Pairs) != 4 || r.Lost != (grade.Cost{Regroup: 1, Extra: 1}) || len(r.Human) == 0 {
		t.Errorf("%d pairs, %+v, %q", len(r.Pairs), r.Lost, r.Human)
	}
	said := ""
	for _, it := range r.Items {
		said += it.Feedback + "\n"
	}
	if !strings.Contains(said, "co-premises") {
		t.Errorf("nothing is said of the co-premises:\n%s", said)
	}
}

// TestBestKeyCounts takes of two keys the one that the answer fits.
func TestBestKeyCounts(t *testing.T) {
	one, two := testmap.Map(testmap.Shape{Claims: 12, Seed: 1}), testmap.Map(testmap.Shape{Claims: 12, Seed: 2})
	for _, keys := range [][]*argmap.Map{{one, two}, {two, one}} {
		if r := grade.Map(keys, two, grade.Default()); r.Score != 1 {
			t.Errorf("%v", r.Score)
		}
	}
}

// TestRubric reads what counts how much, and says what is wrong with it.
func TestRubric(t *testing.T) {
	r, diags := grade.ReadRubric(source.NewFile("r.yaml", "points: 20\nround: 1\nweights: {moves: 2, flips: 1}\nhalf: 0.25\nfields: {1: 3, A.with: 0}\n"))
	if len(diags) > 0 || r.Points != 20 || r.Moves != 2 || r.Half != 0.25 || r.Fields["1"] != 3 {
		t.Errorf("%+v %v", r, diags)
	}
	_, diags = grade.ReadRubric(source.NewFile("r.yaml", "point: 20\nweights: {moves: much}\nhalf: 3\n"))
	got := ""
	for _, d := range diags {
		got += d.Message + "\n"
	}
	for _, want := range []string{"a rubric has no `point` here", `"much" is no weight`, "half is a share"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said:\n%s", want, got)
		}
	}
}

// BenchmarkClass grades 200 maps of 30 claims, with ids of their own.
func BenchmarkClass(b *testing.B) {
	key := testmap.Map(testmap.Shape{Claims: 30, Seed: 1})
	var answers []*argmap.Map
	for i := range 200 {
		answers = append(answers, testmap.Map(testmap.Shape{Claims: 30, Seed: uint64(i % 7)}))
	}
	for b.Loop() {
		for _, a := range answers {
			grade.Map([]*argmap.Map{key}, a, grade.Default())
		}
	}
}

func ExampleMap() {
	parse := func(text string) *argmap.Map {
		file, _ := claims.Formats()[0].Parse(source.NewFile("map.yaml", text))
		m, _ := argmap.Build(file)
		return m
	}
	key := parse("thesis: {claim: Dogs dream., id: t, because: [{premises: [{claim: They twitch asleep., id: a}, {claim: What twitches asleep dreams., id: b}]}]}")
	answer := parse("thesis: {claim: Dogs dream., id: t, because: [{claim: They twitch asleep., id: a}, {claim: What twitches asleep dreams., id: b}]}")
	r := grade.Map([]*argmap.Map{key}, answer, grade.Default())
	fmt.Printf("%.0f %%\n", r.Score*100)
	for _, it := range r.Items {
		if it.Feedback != "" {
			fmt.Println(it.ID+":", it.Feedback)
		}
	}
	// Output:
	// 83 %
	// 1.1: “They twitch asleep.” carries what it bears on only together with “What twitches asleep dreams.”: they are co-premises, and stand in one argument
	// 1.2: “What twitches asleep dreams.” carries what it bears on only together with “They twitch asleep.”: they are co-premises, and stand in one argument
}
