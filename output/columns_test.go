package output

import (
	"slices"
	"testing"
)

// TestFold breaks texts where a reader would, and never into nothing.
func TestFold(t *testing.T) {
	for _, c := range []struct {
		text        string
		first, rest int
		want        []string
	}{
		{"", 10, 10, []string{""}},
		{"one two three", 13, 13, []string{"one two three"}},
		{"one two three", 8, 6, []string{"one two", "three"}},
		{"one two three", 2, 9, []string{"", "one two", "three"}},
		{"abcdefgh", 3, 3, []string{"abc", "def", "gh"}},
		{"a abcdefgh", 4, 3, []string{"a ab", "cde", "fgh"}},
		{"広い字だ", 5, 5, []string{"広い", "字だ"}},
		{"e\u0301e\u0301e\u0301", 2, 1, []string{"e\u0301e\u0301", "e\u0301"}},
		{"字字", 1, 1, []string{"字", "字"}},
	} {
		if got := fold(c.text, c.first, c.rest); !slices.Equal(got, c.want) {
			t.Errorf("fold(%q, %d, %d) = %q, not %q", c.text, c.first, c.rest, got, c.want)
		}
	}
}
