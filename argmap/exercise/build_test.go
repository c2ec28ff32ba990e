package exercise_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
)

// TestBuiltIsTheMap builds maps from the right answers to build exercises.
func TestBuiltIsTheMap(t *testing.T) {
	t.Parallel()
	each(t, exercise.ForName("build"), 150, func(_ *argmap.Map, p *exercise.Paper, k *exercise.Key) {
		if want, got := shape(k.Map), shape(k.Built(rightAnswer(k))); want != got {
			t.Errorf("want\n%s\ngot\n%s", want, got)
		}
	})
}

// TestBuiltFromAnything builds maps from answers that mean nothing, and from none.
func TestBuiltFromAnything(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 6))
	each(t, exercise.ForName("build"), 150, func(_ *argmap.Map, p *exercise.Paper, k *exercise.Key) {
		words := []string{"", "-", "+", "S", "SS", "Ω", "sA", "sb"}
		for i := range p.Claims {
			words = append(words, exercise.Letter(i), "S"+exercise.Letter(i))
		}
		a := &exercise.Answer{Fields: map[string][]string{}}
		for i := range p.Claims {
			for _, field := range []string{".on", ".how", ".with"} {
				var given []string
				for range rng.IntN(3) {
					given = append(given, words[rng.IntN(len(words))])
				}
				a.Fields[exercise.Letter(i)+field] = given
			}
		}
		for _, answer := range []*exercise.Answer{a, {}} {
			m := k.Built(answer)
			if len(m.Claims) != len(k.Map.Claims) {
				t.Errorf("%d claims of %d", len(m.Claims), len(k.Map.Claims))
			}
			m.Outline()
		}
	})
}

// rightAnswer is what somebody hands in who has seen the key.
func rightAnswer(k *exercise.Key) *exercise.Answer {
	a := &exercise.Answer{Type: k.Type.Name, Seed: k.Seed, Fields: map[string][]string{}}
	for _, f := range k.Fields {
		for _, o := range f.Right {
			a.Fields[f.ID] = append(a.Fields[f.ID], o.Key)
			if !f.Several {
				break
			}
		}
	}
	return a
}

// shape lists a map's arguments by ids, in an order of its own.
func shape(m *argmap.Map) string {
	var list []string
	var name func(argmap.Target) string
	name = func(t argmap.Target) string {
		switch t := t.(type) {
		case *argmap.Claim:
			return t.ID
		case *argmap.Argument:
			var ids []string
			for _, p := range t.Premises {
				ids = append(ids, p.ID)
			}
			slices.Sort(ids)
			return fmt.Sprintf("(%s %s %s)", strings.Join(ids, "+"), t.Kind, name(t.Target))
		}
		return ""
	}
	for _, a := range m.Arguments {
		list = append(list, name(a))
	}
	slices.Sort(list)
	return m.Thesis.ID + "\n" + strings.Join(list, "\n")
}
