//go:build !race

package grade_test

// rounds is how many of so many rounds a test makes: all.
func rounds(n int) int { return n }
