package exercise_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/argmap/argmap/argmap/exercise"
)

func ExampleVariants() {
	for _, v := range exercise.Variants([]string{"Ada Byron", "Kurt Gödel", "  ", "ada  byron"}, exercise.Options{Seed: 7, Level: 2}) {
		fmt.Println(v.Student, v.Level, v.Seed)
	}
	// Output:
	// Ada Byron 2 797888
	// Kurt Gödel 2 856666
	// ada byron 2 59980
}

// TestVariantsKeepTheirSeeds puts a class list into other orders, and lets somebody join.
func TestVariantsKeepTheirSeeds(t *testing.T) {
	var class []string
	for i := range 3000 {
		class = append(class, fmt.Sprintf("Student %d", i))
	}
	seeds := map[string]uint64{}
	taken := map[uint64]bool{}
	for i, v := range exercise.Variants(class, exercise.Options{Seed: 1}) {
		if v.Student != class[i] || taken[v.Seed] {
			t.Errorf("%s has the seed of another, or another's place", v.Student)
		}
		seeds[v.Student], taken[v.Seed] = v.Seed, true
	}
	slices.Reverse(class)
	for _, v := range exercise.Variants(class, exercise.Options{Seed: 1}) {
		if seeds[v.Student] != v.Seed {
			t.Errorf("%s has another seed in another list", v.Student)
		}
	}
	other := 0
	for _, v := range exercise.Variants(append(class, "Zoe"), exercise.Options{Seed: 2}) {
		if seeds[v.Student] != v.Seed {
			other++
		}
	}
	if other < 2990 {
		t.Errorf("another exercise gives %d of 3000 another seed", other)
	}
}
