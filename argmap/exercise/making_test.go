package exercise_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
)

// secret stands in every id of the tests' maps, and in every scheme, group, label and
// kind: it must not come out on any paper.
const secret = "ZQ"

// testMaps are maps of every shape, made once: tame and wild ones of 5 to 80 claims, with
// claims that stand in several places and without, and the examples.
var testMaps = sync.OnceValue(func() []*argmap.Map {
	var maps []*argmap.Map
	for i, n := range []int{5, 6, 8, 10, 13, 17, 23, 30, 40, 60, 80} {
		for _, wild := range []bool{false, true} {
			for _, links := range []float64{0, 0.3} {
				if n > 20 && wild != (links > 0) {
					continue // large ones cost the most
				}
				text := testmap.Text(testmap.Shape{Claims: n, Links: links, Groups: i % 3, Wild: wild, Seed: uint64(i)})
				maps = append(maps, parsed(marked(text)))
			}
		}
	}
	for _, e := range examples.List() {
		text, _ := examples.Text(e.Name)
		maps = append(maps, parsed(text))
	}
	return maps
})

// marked puts the secret into all of a map that no student should see.
func marked(text string) string {
	text = strings.NewReplacer("id: c", "id: "+secret, "ref: c", "ref: "+secret, "id: other", "id: "+secret, "Group number", secret).Replace(text)
	text = regexp.MustCompile(`(?m)^( *)implicit: true`).ReplaceAllString(text, "${1}implicit: true\n${1}label: "+secret+"\n${1}note: "+secret+"\n${1}tags: "+secret)
	text = regexp.MustCompile(`(?m)^( *)- premises:`).ReplaceAllString(text, "${1}- scheme: "+secret+"\n${1}  strength: weak\n${1}  note: "+secret+"\n${1}  premises:")
	kinds := []string{"statistic", "event", "sighting"}
	return regexp.MustCompile(`evidence: report (p. (\d+))`).ReplaceAllStringFunc(text, func(e string) string {
		at := strings.TrimPrefix(e, "evidence: report ")
		return "evidence: {source: report, at: " + at + ", note: " + secret + ", kind: " + kinds[len(at)%3] + "}"
	})
}

func parsed(text string) *argmap.Map {
	file, diags := claims.Formats()[0].Parse(source.NewFile("map.yaml", text))
	if diags.HasErrors() {
		panic(diags[0].Message)
	}
	m, _ := argmap.Build(file)
	return m
}

// each makes n exercises of a type, from every map, at every level, with every seed from 1.
func each(t *testing.T, typ *exercise.Type, n int, check func(m *argmap.Map, p *exercise.Paper, k *exercise.Key)) {
	t.Helper()
	made, small := 0, 0
	for seed := uint64(1); made < n; seed++ {
		for i, m := range testMaps() {
			o := exercise.Options{Seed: seed, Level: 1 + (i+int(seed))%exercise.MaxLevel}
			p, k, err := exercise.Make(m, typ, o)
			if errors.Is(err, exercise.ErrTooSmall) {
				if small++; small > 3*n {
					t.Fatalf("nearly all maps are too small: %v", err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if made++; made > n {
				return
			}
			if check(m, p, k); t.Failed() {
				t.Fatalf("map %d, %+v:\n%s", i, o, show(p, k))
			}
		}
	}
}

// TestPapersHoldTogether makes a thousand exercises of every type.
func TestPapersHoldTogether(t *testing.T) {
	for _, typ := range exercise.Types() {
		t.Run(typ.Name, func(t *testing.T) {
			t.Parallel()
			each(t, typ, rounds(1000), func(m *argmap.Map, p *exercise.Paper, k *exercise.Key) {
				checkFields(t, p, k)
				checkSecrets(t, m, p, k)
			})
		})
	}
}

// TestBanksGoRound looks whether the first right letters of a key fill a sheet: each of
// them stands in one gap.
func TestBanksGoRound(t *testing.T) {
	for _, name := range []string{"place", "blanks"} {
		each(t, exercise.ForName(name), 200, func(_ *argmap.Map, p *exercise.Paper, k *exercise.Key) {
			used := map[string]bool{}
			for _, f := range k.Fields {
				if used[f.Right[0].Key] {
					t.Errorf("%s is right first in two gaps", f.Right[0].Key)
				}
				used[f.Right[0].Key] = true
			}
			if len(used) != len(p.Gaps) || p.Level < 4 && len(used) != len(p.Bank) {
				t.Errorf("%d gaps, %d letters, %d used", len(p.Gaps), len(p.Bank), len(used))
			}
		})
	}
}

func checkFields(t *testing.T, p *exercise.Paper, k *exercise.Key) {
	if p.Ask == "" || len(p.Fields) == 0 || len(k.Fields) != len(p.Fields) {
		t.Errorf("%d fields, %d in the key", len(p.Fields), len(k.Fields))
		return
	}
	ids := map[string]bool{}
	for i, f := range p.Fields {
		kf, choices := k.Fields[i], p.Choices(f)
		if ids[f.ID] || kf.ID != f.ID || kf.Several != f.Several || kf.Open != f.Open {
			t.Errorf("field %q is not that of the key, or there twice", f.ID)
		}
		ids[f.ID] = true
		if !f.Several && len(kf.Right) == 0 {
			t.Errorf("nothing is right in %s", f.ID)
		}
		if !f.Open && !f.Several && len(choices) < 2 {
			t.Errorf("there is nothing to choose in %s", f.ID)
		}
		keys := map[string]bool{}
		for _, o := range choices {
			if keys[o.Key] || o.Key == "" || o.Key != strings.ToUpper(o.Key) {
				t.Errorf("key %q of %s is there twice, or cannot be written", o.Key, f.ID)
			}
			keys[o.Key] = true
		}
		for _, o := range kf.Right {
			if !f.Open && !slices.Contains(choices, o) {
				t.Errorf("%s: what is right is not among the choices", f.ID)
			}
			for _, other := range choices {
				if !f.Several && other.Text == o.Text && !slices.Contains(kf.Right, other) {
					t.Errorf("%s: %q is right once and wrong once", f.ID, o.Text)
				}
			}
		}
		if !f.Open && (len(kf.Why) < 20 || !strings.HasSuffix(kf.Why, ".")) {
			t.Errorf("%s: %q teaches nothing", f.ID, kf.Why)
		}
	}
}

// show writes a paper and its key for people.
func show(p *exercise.Paper, k *exercise.Key) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n%s\n%s\n", p.Type.Name, p.Type.Title, p.Title, p.Ask)
	for _, o := range p.Claims {
		fmt.Fprintf(&b, "  %s. %s\n", o.Key, o.Text)
	}
	if p.Map != nil {
		b.WriteString("map:\n")
		p.Map.Outline().Each(func(e *argmap.Entry) {
			fmt.Fprintf(&b, "  %-8s %s\n", e.Number, e.Claim.Text)
		}, func(s *argmap.Step) { fmt.Fprintf(&b, "  %-8s %s\n", s.Number, s.Argument.Kind) })
	}
	for _, o := range p.Bank {
		fmt.Fprintf(&b, "  [%s] %s\n", o.Key, o.Text)
	}
	for i, f := range p.Fields {
		for _, part := range f.About {
			fmt.Fprintf(&b, "  %s: %s\n", part.Word, part.Text)
		}
		fmt.Fprintf(&b, "%s) %s ____", f.ID, f.Prompt)
		known := slices.Concat(p.Claims, p.Bank)
		for _, o := range f.Options {
			if slices.Contains(known, o) {
				fmt.Fprintf(&b, " %s", o.Key)
			} else {
				fmt.Fprintf(&b, " %s (%s)", o.Key, o.Text)
			}
		}
		var right []string
		for _, o := range k.Fields[i].Right {
			right = append(right, cmpOr(o.Key, o.Text))
		}
		fmt.Fprintf(&b, "\n      right: %s\n", strings.Join(right, ", "))
		if why := k.Fields[i].Why; why != "" {
			fmt.Fprintf(&b, "      why: %s\n", why)
		}
	}
	return b.String()
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
