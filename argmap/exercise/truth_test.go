package exercise_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
)

// What a key says is true of the map, and of nothing else on the sheet.

// TestOneFault compares the map that a student is to repair with the one that it was made
// of: it differs by the fault that the key names, and by no other.
func TestOneFault(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	each(t, exercise.ForName("repair"), 300, func(_ *argmap.Map, p *exercise.Paper, k *exercise.Key) {
		was, is := sizesOf(k.Map), sizesOf(p.Map)
		moreClaims, moreArguments, flipped := is.claims-was.claims, is.arguments-was.arguments, is.objections != was.objections
		fault := k.Fields[0].Right[0].Key
		seen[fault]++
		ok := map[string]bool{
			"1": moreClaims == 0 && moreArguments == 0 && flipped,
			"2": moreClaims == 1 && moreArguments == 1 && !flipped,
			"3": moreClaims == 0 && moreArguments == 0 && !flipped,
			"4": moreClaims == -1 && moreArguments == -1 && !flipped,
			"5": moreClaims == 0 && moreArguments == 1,
			"6": moreClaims == 0 && moreArguments == -1,
		}[fault]
		if !ok {
			t.Errorf("fault %s: %+v became %+v", fault, was, is)
		}
		for i, c := range p.Map.Claims {
			letter, text, _ := strings.Cut(c.Text, ": ")
			of := claimOf(k, letter)
			if letter != exercise.Letter(i) || of == nil || fault != "4" && text != of.Text {
				t.Errorf("box %d says %q", i+1, c.Text)
			}
		}
	})
	if len(seen) != 6 {
		t.Errorf("the faults made are %v", seen)
	}
}

type mapSize struct{ claims, arguments, objections int }

func sizesOf(m *argmap.Map) mapSize {
	s := mapSize{len(m.Claims), len(m.Arguments), 0}
	for _, a := range m.Arguments {
		if a.Kind == argmap.Attack {
			s.objections++
		}
	}
	return s
}

// claimOf is the claim of the key's map that a letter or a field stands for.
func claimOf(k *exercise.Key, name string) *argmap.Claim {
	for _, c := range k.Map.Claims {
		if c.ID == k.Claims[name] {
			return c
		}
	}
	return nil
}

// TestWrongAnswersAreWrong looks whether a wrong answer could be defended: a claim that
// bears on what the right one bears on, anywhere in the whole map.
func TestWrongAnswersAreWrong(t *testing.T) {
	t.Parallel()
	each(t, exercise.ForName("missing"), 200, func(m *argmap.Map, p *exercise.Paper, k *exercise.Key) {
		target := ""
		for i, f := range p.Fields {
			for _, part := range f.About {
				if strings.HasPrefix(part.Word, "so") {
					target = part.Text
				}
			}
			if f.Open {
				continue
			}
			for _, o := range f.Options {
				for _, c := range withText(m, o.Text) {
					bears := slices.ContainsFunc(c.Uses, func(a *argmap.Argument) bool { return partOf(k, endOf(a)) && endOf(a).Text == target })
					if bears && o != k.Fields[i].Right[0] {
						t.Errorf("%s: %q bears on the same claim", f.ID, o.Text)
					}
				}
			}
			if len(f.Options) < 3 || len(f.Options) > 4 {
				t.Errorf("%d options", len(f.Options))
			}
		}
	})
	for _, name := range []string{"place", "blanks"} {
		each(t, exercise.ForName(name), 100, func(m *argmap.Map, p *exercise.Paper, k *exercise.Key) {
			for _, o := range p.Bank {
				if c := claimOf(k, o.Key); c != nil { // of the part
					continue
				}
				for _, c := range withText(m, o.Text) {
					if c.ID == k.Claims[o.Key] && slices.ContainsFunc(c.Uses, func(a *argmap.Argument) bool { return partOf(k, endOf(a)) }) {
						t.Errorf("%s could stand on the map", o.Key)
					}
				}
			}
		})
	}
}

func withText(m *argmap.Map, text string) []*argmap.Claim {
	var list []*argmap.Claim
	for _, c := range m.Claims {
		if c.Text == text {
			list = append(list, c)
		}
	}
	return list
}

// partOf tells whether a claim of the whole map is in the key's part.
func partOf(k *exercise.Key, c *argmap.Claim) bool {
	return slices.ContainsFunc(k.Map.Claims, func(have *argmap.Claim) bool { return have.ID == c.ID })
}

func endOf(a *argmap.Argument) *argmap.Claim {
	if t, ok := a.Target.(*argmap.Argument); ok {
		return endOf(t)
	}
	return a.Target.(*argmap.Claim)
}

// TestEvidenceIsToldApart looks whether a piece could be taken for that of another claim:
// one that cites the same place, and quotes nothing or the same.
func TestEvidenceIsToldApart(t *testing.T) {
	t.Parallel()
	each(t, exercise.ForName("evidence"), 100, func(_ *argmap.Map, p *exercise.Paper, k *exercise.Key) {
		for i, f := range p.Fields {
			if f.Options != nil {
				continue
			}
			for _, o := range p.Bank {
				for _, r := range k.Fields[i].Right {
					if o.Key != r.Key && (strings.HasPrefix(o.Text, r.Text) || strings.HasPrefix(r.Text, o.Text)) && !slices.Contains(k.Fields[i].Right, o) && cut(o.Text) == cut(r.Text) {
						t.Errorf("%s: %q and %q are one place", f.ID, o.Text, r.Text)
					}
				}
			}
		}
	})
}

// cut is a piece of evidence without its quote.
func cut(piece string) string {
	place, _, _ := strings.Cut(piece, ": “")
	return place
}

// TestStandardFormIsInOrder reads the key of a standard form: everything follows from what
// stands before it, and the thesis stands last.
func TestStandardFormIsInOrder(t *testing.T) {
	t.Parallel()
	each(t, exercise.ForName("standard-form"), 150, func(_ *argmap.Map, p *exercise.Paper, k *exercise.Key) {
		number := func(letter string) int {
			n, _ := strconv.Atoi(k.Field(letter + ".n").Right[0].Key)
			return n
		}
		taken := map[int]bool{}
		for _, o := range p.Claims {
			n := number(o.Key)
			if taken[n] || claimOf(k, o.Key) == k.Map.Thesis && n != len(p.Claims) {
				t.Errorf("%s is number %d", o.Key, n)
			}
			taken[n] = true
			var from []int
			for _, r := range k.Field(o.Key + ".from").Right {
				at, _ := strconv.Atoi(r.Key)
				from = append(from, at)
			}
			for _, other := range p.Claims {
				bears := slices.ContainsFunc(claimOf(k, other.Key).Uses, func(a *argmap.Argument) bool { return a.Target == argmap.Target(claimOf(k, o.Key)) })
				if bears != slices.Contains(from, number(other.Key)) || bears && number(other.Key) > n {
					t.Errorf("%s is from %v, and %s is number %d", o.Key, from, other.Key, number(other.Key))
				}
			}
		}
	})
}

// TestTwins has a map in which two pairs of gaps look the same: either answer is right,
// and the first ones of the key go together.
func TestTwins(t *testing.T) {
	t.Parallel()
	m := parsed(`thesis:
  claim: Root.
  because:
    - claim: Left.
      because: [Left leaf.]
    - claim: Right.
      because: [Right leaf.]
    - claim: Lone.
  but: [Against.]
`)
	_, k, err := exercise.Make(m, exercise.ForName("place"), exercise.Options{Level: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range k.Fields {
		want := map[string]int{"Root.": 1, "Left.": 2, "Right.": 2, "Left leaf.": 2, "Right leaf.": 2, "Lone.": 1, "Against.": 1}[f.Right[0].Text]
		if len(f.Right) != want || k.Claims[f.ID] != k.Claims[f.Right[0].Key] {
			t.Errorf("%s: %v", f.ID, f.Right)
		}
	}
}
