package fulltext_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/fulltext"
)

// novel makes a megabyte of sentences whose words are as common, and as rare, as
// those of a language (Zipf's law), in paragraphs of a hundred words.
func novel() string {
	rnd := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rnd, 1.1, 3, 20_000)
	var b strings.Builder
	for n := 1; b.Len() < 1<<20; n++ {
		word := zipf.Uint64()
		fmt.Fprintf(&b, "%s%s", strings.Repeat(string(rune('a'+word%26)), 1+int(word%5)), fmt.Sprint(word))
		switch {
		case n%100 == 0:
			b.WriteString(".\n\n")
		case n%12 == 0:
			b.WriteString(",\n")
		default:
			b.WriteString(" ")
		}
	}
	return b.String()
}

// BenchmarkNovel asks a text of a megabyte for quotes of 10 and of 200 words that
// it has, that it has but for every tenth word, and that it does not have at all.
func BenchmarkNovel(b *testing.B) {
	data := novel()
	text := read(b, "a.txt", data)
	for _, n := range []int{10, 200} {
		words := strings.Fields(text.String()[len(data)/2:])[3 : n+3]
		exact := strings.Join(words, " ")
		changed := append([]string(nil), words...)
		for i := 4; i < len(changed); i += 10 {
			changed[i] = "other"
		}
		near := strings.Join(changed, " ")
		foreign := make([]string, n)
		for i := range foreign {
			foreign[i] = strings.Fields(text.String()[i*400:])[1]
		}
		none := strings.Join(foreign, " ")
		for _, c := range []struct {
			name string
			ask  func()
		}{
			{"find", func() { text.Find(exact) }},
			{"find none", func() { text.Find(near) }},
			{"nearest", func() { text.Nearest(near) }},
			{"nearest none", func() { text.Nearest(none) }},
			{"common", func() { text.LongestCommon(near, 8) }},
		} {
			c.ask() // makes the indexes
			b.Run(fmt.Sprintf("%s of %d words", c.name, n), func(b *testing.B) {
				for b.Loop() {
					c.ask()
				}
			})
		}
	}
}

// BenchmarkFirst reads a text of a megabyte and asks it for the first time, which
// makes the indexes.
func BenchmarkFirst(b *testing.B) {
	data := []byte(novel())
	for _, c := range []struct {
		name string
		ask  func(*fulltext.Text)
	}{
		{"read", func(*fulltext.Text) {}},
		{"read and find", func(t *fulltext.Text) { t.Find("there is no such quote") }},
		{"read and compare", func(t *fulltext.Text) { t.LongestCommon("there is no such quote", 8) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				text, _ := fulltext.Read("a.txt", data)
				c.ask(text)
			}
		})
	}
}
