package exercise_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/examples"
)

// checkSecrets looks through everything that a student is given for what only the author
// knows.
func checkSecrets(t *testing.T, m *argmap.Map, p *exercise.Paper, k *exercise.Key) {
	if text := all(p); strings.Contains(text, secret) {
		at := strings.Index(text, secret)
		t.Errorf("something of the author's is on the paper: %s", text[max(0, at-100):at+10])
	}
	if p.Map != nil {
		checkMap(t, p, k)
	}
	if p.Title != "" && k.Map.Thesis.ID != m.Thesis.ID {
		t.Errorf("a branch has the title of the whole map")
	}
}

// all is every text that hangs on a value, however deep, but for its type's name.
func all(p *exercise.Paper) string {
	var b strings.Builder
	seen := map[any]bool{}
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if v.IsNil() || v.Type() == reflect.TypeFor[*exercise.Type]() || seen[v.Pointer()] {
				return
			}
			seen[v.Pointer()] = true
			walk(v.Elem())
		case reflect.Interface:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				walk(key)
				walk(v.MapIndex(key))
			}
		case reflect.String:
			fmt.Fprintln(&b, v.String())
		}
	}
	walk(reflect.ValueOf(p))
	return b.String()
}

// checkMap looks at a paper's map: ids in the order of reading or copying, and nothing but
// texts and structure.
func checkMap(t *testing.T, p *exercise.Paper, k *exercise.Key) {
	texts := map[string]bool{}
	for i, c := range p.Map.Claims {
		texts[c.Text] = true
		if c.ID != fmt.Sprintf("c%d", i+1) {
			t.Errorf("claim %d has the id %q", i+1, c.ID)
		}
		if c.Label+c.Note != "" || c.Group != nil || len(c.Tags)+len(c.Evidence)+c.Step != 0 {
			t.Errorf("more is said of %q than its text", c.Text)
		}
		if field := p.Gaps[c.ID]; field != "" && (c.Text != "("+field+")" || c.Implicit) {
			t.Errorf("gap %s shows %q", field, c.Text)
		}
	}
	for _, a := range p.Map.Arguments {
		if a.Named || a.Label+a.Note+a.Scheme+a.Strength+a.Conflict != "" || len(a.Tags)+a.Step != 0 {
			t.Errorf("more is said of the argument %q than its claims", a.ID)
		}
	}
	for _, o := range p.Bank {
		if texts[o.Text] {
			t.Errorf("%q is on the map already", o.Text)
		}
	}
	if len(p.Map.Groups)+len(p.Map.Sources)+len(p.Map.Terms) != 0 || p.Map.Title != "" {
		t.Errorf("the map has groups, sources, terms or a title")
	}
	if p.Gaps != nil && p.Type.Name != "repair" && len(p.Map.Claims) != len(k.Map.Claims) {
		t.Errorf("%d boxes for %d claims", len(p.Map.Claims), len(k.Map.Claims))
	}
}

// TestLettersAreDrawnByLot makes one exercise with many seeds: what is right in its first
// field has each place among the choices as often as the others.
func TestLettersAreDrawnByLot(t *testing.T) {
	text, _ := examples.Text("china-kim")
	m := parsed(text)
	for _, name := range []string{"conclusion", "place", "blanks", "missing", "standard-form", "evidence", "build"} {
		for _, level := range []int{1, 3} {
			t.Run(fmt.Sprint(name, level), func(t *testing.T) {
				t.Parallel()
				counts := map[int][]int{} // by how many choices there are, how often each is right
				for seed := range uint64(200) {
					p, k, err := exercise.Make(m, exercise.ForName(name), exercise.Options{Seed: seed, Level: level})
					if err != nil {
						t.Fatal(err)
					}
					at, n := firstRight(p, k)
					if counts[n] == nil {
						counts[n] = make([]int, n)
					}
					counts[n][at]++
				}
				for n, list := range counts {
					if x, bound := chiSquare(list), float64(n-1)+4*math.Sqrt(2*float64(n)); sum(list) > 8*n && x > bound {
						t.Errorf("of %d choices each was right so often: %v (chi square %.1f, at most %.1f)", n, list, x, bound)
					}
				}
			})
		}
	}
}

// firstRight is the place among its choices of what is right in the first field that
// letters answer; of exercises about lettered claims, the place of the thesis among them.
func firstRight(p *exercise.Paper, k *exercise.Key) (at, n int) {
	if p.Claims != nil {
		return slices.IndexFunc(p.Claims, func(o exercise.Option) bool { return o.Text == k.Map.Thesis.Text }), len(p.Claims)
	}
	i := slices.IndexFunc(p.Fields, func(f exercise.Field) bool { return !f.Open })
	choices := p.Choices(p.Fields[i])
	return slices.Index(choices, k.Fields[i].Right[0]), len(choices)
}

func chiSquare(counts []int) float64 {
	mean, x := float64(sum(counts))/float64(len(counts)), 0.0
	for _, n := range counts {
		x += (float64(n) - mean) * (float64(n) - mean) / mean
	}
	return x
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}

// TestFixedChoicesAreEven looks at the types whose choices are always the same: none of
// them is right so often that always giving it would pay.
func TestFixedChoicesAreEven(t *testing.T) {
	for name, most := range map[string]float64{"linked": 0.65, "polarity": 0.75, "repair": 0.35} {
		counts, n := map[string]int{}, 0
		each(t, exercise.ForName(name), 200, func(_ *argmap.Map, p *exercise.Paper, k *exercise.Key) {
			for _, f := range k.Fields {
				if name != "repair" || f.ID == "1" {
					counts[f.Right[0].Key]++
					n++
				}
			}
		})
		for key, c := range counts {
			if share := float64(c) / float64(n); share > most {
				t.Errorf("%s: %s is right in %.0f %% of all items", name, key, 100*share)
			}
		}
	}
}

// TestSeedsDecide makes exercises twice: the same seed makes the same paper and key,
// whoever's it is, and other seeds make others.
func TestSeedsDecide(t *testing.T) {
	text, _ := examples.Text("china-kim")
	m := parsed(text)
	for _, typ := range exercise.Types() {
		papers := map[string]bool{}
		for seed := range uint64(20) {
			p, k, err := exercise.Make(m, typ, exercise.Options{Seed: seed})
			if err != nil {
				t.Fatal(err)
			}
			q, l, _ := exercise.Make(m, typ, exercise.Options{Seed: seed, Student: "Ada"})
			if q.Student != "Ada" || l.Student != "Ada" {
				t.Errorf("%s: the paper is nobody's", typ.Name)
			}
			if show(p, k) != show(q, l) || k.Text() != l.Text() {
				t.Errorf("%s: seed %d makes two exercises:\n%s\n%s", typ.Name, seed, show(p, k), show(q, l))
			}
			papers[show(p, k)] = true
		}
		if len(papers) < 14 {
			t.Errorf("%s: twenty seeds make %d papers", typ.Name, len(papers))
		}
	}
}

// TestChance answers exercises by lot, many times, and compares the mean score with what
// Chance says.
func TestChance(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, typ := range exercise.Types() {
		want, got, n := 0.0, 0.0, 0.0
		each(t, typ, 60, func(_ *argmap.Map, p *exercise.Paper, k *exercise.Key) {
			n++
			want += exercise.Chance(p, k)
			for range 20 {
				got += byLot(rng, p, k) / 20
			}
		})
		if math.Abs(want-got)/n > 0.04 {
			t.Errorf("%s: by lot %.1f %%, computed %.1f %%", typ.Name, 100*got/n, 100*want/n)
		}
		t.Logf("%-14s %.1f %%", typ.Name, 100*want/n)
	}
}

// byLot is the score of one answer by lot.
func byLot(rng *rand.Rand, p *exercise.Paper, k *exercise.Key) float64 {
	right, n := 0, 0
	for i, f := range p.Fields {
		if f.Open {
			continue
		}
		n++
		choices, keys := p.Choices(f), map[string]bool{}
		for _, o := range k.Fields[i].Right {
			keys[o.Key] = true
		}
		ok := f.Several
		for _, o := range choices {
			ok = ok && (rng.IntN(2) == 0) == keys[o.Key]
		}
		if !f.Several {
			ok = keys[choices[rng.IntN(len(choices))].Key]
		}
		if ok {
			right++
		}
	}
	return float64(right) / float64(n)
}
