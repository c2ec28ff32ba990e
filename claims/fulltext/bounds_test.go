package fulltext_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/fulltext"
	"pgregory.net/rapid"
)

// TestWordsAreFound takes a run of words out of a paragraph: it is found there,
// whatever white space stands between the words, and with one word changed the
// nearest passage differs in that word.
func TestWordsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paragraphs := rapid.SliceOfN(rapid.SliceOfN(rapid.StringMatching(`[a-z]{4,9}`), 20, 40), 1, 6).Draw(t, "paragraphs")
		var b strings.Builder
		for _, words := range paragraphs {
			b.WriteString("So " + strings.Join(words, " ") + ".\n\n")
		}
		text, err := fulltext.Read("a.txt", []byte(b.String()))
		if err != nil || text.Paragraphs() != len(paragraphs) {
			t.Fatalf("%d paragraphs of %d, %v", text.Paragraphs(), len(paragraphs), err)
		}
		in := rapid.IntRange(0, len(paragraphs)-1).Draw(t, "in")
		from := rapid.IntRange(0, 8).Draw(t, "from")
		words := paragraphs[in][from : from+8]
		gap := rapid.SampledFrom([]string{" ", "\n", "  \t", "\u00a0"}).Draw(t, "gap")
		if !inParagraph(text.Find(strings.Join(words, gap)), in+1) {
			t.Fatalf("%q is not found in ¶%d", words, in+1)
		}
		changed := append([]string(nil), words...)
		changed[4] = "UNLIKELY"
		near, ok := text.Nearest(strings.Join(changed, " "))
		if !ok || !strings.Contains(near.Diff(0), "{+UNLIKELY+}") {
			t.Fatalf("near is %v, %q", ok, near.Diff(-1))
		}
	})
}

func inParagraph(places []fulltext.Place, n int) bool {
	for _, p := range places {
		if p.Paragraph == n {
			return true
		}
	}
	return false
}

// hostile are texts that would keep a careless reader busy.
func hostile() map[string]string {
	return map[string]string{
		"word.txt":       strings.Repeat("word ", 1<<20),
		"tiny.txt":       strings.Repeat("a\n\n", 100_000),
		"deep.html":      strings.Repeat("<div>", 200_000) + "deep",
		"spans.html":     "<p>" + strings.Repeat("<b>a", 100_000),
		"quotes.md":      strings.Repeat("> ", 20_000) + "deep",
		"stars.md":       strings.Repeat("*a ", 200_000),
		"marks.txt":      strings.Repeat("…[", 500_000),
		"accents.txt":    "e" + strings.Repeat("\u0301", 500_000),
		"cues.vtt":       "WEBVTT\n\n" + strings.Repeat("00:01 --> 00:02\na\n\n", 50_000),
		"formfeeds.txt":  strings.Repeat("\f", 1<<20),
		"brackets.html":  strings.Repeat("<", 500_000),
		"entities.html":  strings.Repeat("&amp;&#x41;", 100_000),
		"one-line.plain": "",
	}
}

// TestHostile ends on each of them. It is no test of speed, but for what is so
// slow that it would seem to hang.
func TestHostile(t *testing.T) {
	for name, data := range hostile() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := fulltext.Read(name, []byte(data))
			if err != nil {
				return
			}
			for _, quote := range []string{"zzz yyy", strings.Repeat("word ", 100) + "end", "word … a … word", strings.Repeat("a ", 50), data[:min(len(data), 300)]} {
				text.Find(quote)
				text.Nearest(quote)
				text.LongestCommon(quote, 8)
			}
		})
	}
}

// FuzzText reads anything under any extension, and then a piece of its own text:
// no panic, and every place lies in the text.
func FuzzText(f *testing.F) {
	for _, ext := range fulltext.Extensions() {
		f.Add(ext, []byte("# Title\n\n<p>The wall is thin, and it will fall.\n\n00:01 --> 00:02\n[00:12] a\n"), "wall is thin")
	}
	f.Fuzz(func(t *testing.T, ext string, data []byte, quote string) {
		if len(data) > 1<<14 || len(quote) > 1<<10 {
			t.Skip()
		}
		text, err := fulltext.Read("a"+ext, data)
		if err != nil {
			return
		}
		all := text.String()
		for _, q := range []string{quote, all[:min(len(all), 40)]} {
			for _, p := range text.Find(q) {
				if p.Start < 0 || p.End < p.Start || p.End > len(all) {
					t.Fatalf("%+v lies outside %d bytes", p, len(all))
				}
				_ = p.String()
			}
			if near, ok := text.Nearest(q); ok {
				_ = near.Diff(2)
			}
			text.LongestCommon(q, 3)
		}
		if at, ok := fulltext.ParseLocator(quote); ok {
			for _, l := range at {
				text.Has(l)
				_ = l.String() + text.Extent(l.Kind)
			}
		}
	})
}

// BenchmarkText asks a text of a megabyte for a quote that it has, one that it
// nearly has, and a run of words.
func BenchmarkText(b *testing.B) {
	var s strings.Builder
	for i := 0; s.Len() < 1<<20; i++ {
		fmt.Fprintf(&s, "In the year %d the harbour was dredged %d times, and on day %d the pilots met at the %dth buoy.\n\n", i, i%7, i*31%365, i%97)
	}
	data := []byte(s.String())
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			fulltext.Read("a.txt", data)
		}
	})
	text, _ := fulltext.Read("a.txt", data)
	for name, ask := range map[string]func(){
		"find": func() { text.Find("the pilots met at the 41th buoy") },
		"nearest": func() {
			text.Nearest("In the year 4321 the haven was dredged, and on one day the pilots met at a buoy")
		},
		"common": func() { text.LongestCommon("it is said that on day 12 the pilots met at the quay", 6) },
	} {
		ask() // makes the index
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ask()
			}
		})
	}
}
