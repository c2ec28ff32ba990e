package deck_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/output/deck"
	"github.com/argmap/argmap/output/layout"
)

// BenchmarkMake measures the planning of a talk, layouts included.
func BenchmarkMake(b *testing.B) {
	for _, n := range []int{20, 50, 200, 2000} {
		m := testmap.Map(testmap.Shape{Claims: n})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			slides := 0
			for b.Loop() {
				d, err := deck.Make(context.Background(), m.Outline(), layout.Options{})
				if err != nil {
					b.Fatal(err)
				}
				slides = len(d.Slides)
			}
			b.ReportMetric(float64(slides), "slides")
		})
	}
}
