package argdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

// document is an Argdown document of about so many lines.
func document(lines int) string {
	var b strings.Builder
	for i := range lines / 12 {
		fmt.Fprintf(&b, "[S%d]: A **statement** with a #tag and a [link](https://example.org/%d). {source: p. %d}\n  + <A%d>: an argument for it\n    over two lines\n    - [T%d]: an objection\n\n<A%d>\n\n(1) A premise.\n----\n(2) [S%d]\n\n", i, i, i, i, i, i, i)
	}
	return b.String()
}

// BenchmarkTidy measures the layout of documents in the same way.
func BenchmarkTidy(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		src := source.NewFile("x.argdown", document(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				argdown.Tidy(src)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(src.Lines()), "ns/line")
		})
	}
}

// BenchmarkParse measures the reading of documents of a thousand lines and more: the
// time for each line should stay what it is.
func BenchmarkParse(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		src := source.NewFile("x.argdown", document(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				argdown.Parse(src)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(src.Lines()), "ns/line")
		})
	}
	for name, text := range map[string]string{"brackets": strings.Repeat("[", 1<<20), "braces": strings.Repeat("{}", 1<<19), "stars": strings.Repeat("*a ", 1<<18), "signs": strings.Repeat("  - x\n", 1<<17), "open": strings.Repeat("{", 1<<20)} {
		src := source.NewFile("x.argdown", text)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				argdown.Parse(src)
			}
		})
	}
}
