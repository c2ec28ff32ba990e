package source

import "strings"

// Suggest returns the candidate that was probably meant by a word, or "" where
// none is near enough. Letter case does not count as a difference; of two equally
// near candidates the earlier one is taken.
func Suggest(word string, candidates []string) string {
	best, bestDistance := "", maxDistance(word)+1
	lower := []rune(strings.ToLower(word))
	if len(lower) > longestWord {
		return ""
	}
	for _, c := range candidates {
		if c == word || len(c) > 4*longestWord {
			continue
		}
		if d := distance(lower, []rune(strings.ToLower(c)), bestDistance); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// longestWord bounds the work that one word can cause, in characters.
const longestWord = 60

// maxDistance is how many slips a word may hold: one in every three letters.
func maxDistance(word string) int {
	n := len([]rune(word))
	if n < 3 {
		return n / 2
	}
	return max(1, n/3)
}

// distance is the number of letters inserted, left out, replaced, or swapped with
// a neighbour that lead from a to b (the optimal string alignment distance), or
// limit where it is not less than that.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before := make([]int, len(b)+1)
	last := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}
