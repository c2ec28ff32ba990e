//go:build race

package exercise_test

// rounds is how many of so many rounds a test makes: few under the race detector, which
// makes each ten times as long and finds nothing new in the later ones.
func rounds(n int) int { return max(n/10, 1) }
