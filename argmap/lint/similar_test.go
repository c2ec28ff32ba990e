package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/argmap/testmap"
)

// BenchmarkNearDuplicates shows how the search for claims that say nearly the same
// grows with the map. The claims of a generated map share a hundred words, which
// is the worst case: in prose, words are rarer, and fewer claims are compared.
func BenchmarkNearDuplicates(b *testing.B) {
	for _, n := range []int{1250, 2500, 5000, 10000} {
		in := lint.Input{Map: testmap.Map(testmap.Shape{Claims: n})}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				lint.Check(in, []*lint.Rule{lint.ForCode("near-duplicate")})
			}
		})
	}
}

// TestNearDuplicatesComplete compares every claim with every other, the slow way,
// and wants the same claims reported.
func TestNearDuplicatesComplete(t *testing.T) {
	words := strings.Fields("harbour bridge tunnel council voters budget winter ferry market school")
	var b strings.Builder
	b.WriteString("thesis:\n  claim: The town stands.\n  because:\n")
	var texts []string
	for i := range 200 {
		var text []string
		for j := range 5 {
			text = append(text, words[(i*7+j*j*(i%5+1)+j)%len(words)])
		}
		texts = append(texts, strings.Join(text, " ")+fmt.Sprint(" grow number", i%3))
		fmt.Fprintf(&b, "    - The %s.\n", texts[i])
	}
	got := len(lint.Check(lint.Input{Map: parse(t, b.String())}, []*lint.Rule{lint.ForCode("near-duplicate")}))
	want := 0
	for i := range texts {
		if !slices.Contains(texts[:i], texts[i]) && slices.ContainsFunc(texts[:i], func(other string) bool { return like(texts[i], other) >= 0.7 }) {
			want++
		}
	}
	if got != want || want == 0 {
		t.Errorf("%d claims are found of %d", got, want)
	}
}

// like is the Jaccard likeness of two generated claims.
func like(a, b string) float64 {
	all, in := map[string]int{}, 0
	for i, text := range []string{a, b} {
		for _, w := range strings.Fields(text) {
			all[w] |= 1 << i
		}
	}
	for _, sides := range all {
		if sides == 3 {
			in++
		}
	}
	return float64(in) / float64(len(all))
}
