package output

import (
	"math/rand/v2"
	"testing"

	"github.com/argmap/argmap/output/layout"
)

// TestSheetPages puts blocks of all heights on pages: each line of each stands on one of
// them once, in order, none leaves its page, and what is kept together is.
func TestSheetPages(t *testing.T) {
	const height = 100.0
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 1))
		var blocks []*sheetBlock
		lines := 0
		for range 1 + rng.IntN(30) {
			b := &sheetBlock{tick: -1, keep: rng.IntN(3) == 0}
			n := 1 + rng.IntN(5)
			if rng.IntN(10) == 0 {
				n = 40
			}
			for i := range n {
				b.lines = append(b.lines, layout.Line{Y: float64(8 + 10*i), Size: 8, X: float64(lines)})
				lines++
			}
			b.height = float64(10*n) + float64(rng.IntN(30))
			blocks = append(blocks, b)
		}
		next := 0
		for _, page := range sheetPages(blocks, height) {
			y := 0.0
			for _, b := range page {
				for _, l := range b.lines {
					if int(l.X) != next || y+l.Y > height {
						t.Fatalf("seed %d: line %v stands at %v where %d belongs", seed, l.X, y+l.Y, next)
					}
					next++
				}
				y += b.height
			}
			if y > height+0.001 {
				t.Errorf("seed %d: a page is %v high", seed, y)
			}
		}
		if next != lines {
			t.Errorf("seed %d: %d lines of %d", seed, next, lines)
		}
	}
}
