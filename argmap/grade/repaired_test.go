package grade_test

import (
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/grade"
	"github.com/argmap/argmap/argmap/testmap"
)

// TestRepaired has full marks for the map as it should be, and none for the map as it was
// given out, whatever the fault.
func TestRepaired(t *testing.T) {
	maps := []*argmap.Map{example(t, "zoo-elephants"), example(t, "china-kim"), testmap.Map(testmap.Shape{Claims: 30, Seed: 4})}
	faults := map[string]bool{}
	for i := range 60 {
		p, k, err := exercise.Make(maps[i%len(maps)], exercise.ForName("repair"), exercise.Options{Seed: uint64(i), Level: 1 + i%exercise.MaxLevel})
		if err != nil {
			t.Fatal(err)
		}
		if r := grade.Repaired(k, k.Map, grade.Default()); r.Score != 1 || len(r.Human) > 0 {
			t.Errorf("seed %d: the key's own map has %v, %v", i, r.Score, r.Human)
		}
		given := *p.Map
		given.Claims = nil
		ids := map[string]bool{}
		for _, c := range p.Map.Claims {
			letter, _, _ := strings.Cut(c.Text, ":")
			if id := k.Claims[letter]; id != "" && !ids[id] {
				ids[id], c.ID = true, id
			}
			given.Claims = append(given.Claims, c)
		}
		fault := k.Field("1").Right[0].Text
		faults[fault] = true
		if r := grade.Repaired(k, &given, grade.Default()); r.Score > 0 {
			t.Errorf("seed %d, %s: the map as it was given out has %v", i, fault, r.Score)
		}
	}
	if len(faults) < 6 {
		t.Errorf("only %d kinds of faults were tried", len(faults))
	}
}
