package fulltext_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/fulltext"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const lake = `The old men had warned us about the lake for years, and nobody listened.

In March the ice was thin, and the boys who crossed it at night knew that it would
not bear a horse. They crossed all the same. “It has always held,” said the eldest.

By morning the under-
standing between the two villages was gone, and so was the horse.
`

// TestDifferences shows how a passage becomes the quote: [-the text's words-],
// {+the quote's words+}.
func TestDifferences(t *testing.T) {
	text := read(t, "lake.txt", lake)
	for _, c := range []struct{ quote, want string }{
		{"the ice was thick", "¶2 the ice was [-thin-] {+thick+}"},
		{"the boys that crossed it at night knew", "¶2 the boys [-who-] {+that+} crossed it at night knew"},
		{"the boys crossed it at night", "¶2 the boys [-who-] crossed it at night"},
		{"they would not bear a white horse", "¶2 [-it-] {+they+} would not bear a {+white+} horse"},
		{"In March, the ice was thin", "¶2 In [-March-] {+March,+} the ice was thin"},
		{"in march the ice was thin", "¶2 [-In March-] {+in march+} the ice was thin"},
		{"By morning the misunderstanding between the two villages was gone", "¶3 By morning the [-under-standing-] {+misunderstanding+} between the two villages was gone"},
		{"the boys who crossed it … would not carry a horse", "¶2 the boys who crossed it … would not [-bear-] {+carry+} a horse"},
		{"[T]hey crossed all the time", "¶2 They crossed all the [-same-] {+time+}"},
		{"The old men had warned us about the lake for years, and we did not listen", "¶1 The old men had warned us about the lake for years, and [-nobody listened-] {+we did not listen+}"},
		{"the dogs of the kennel slept", "nothing"},
		{"thin horse", "nothing"},
		{"", "nothing"},
	} {
		got := "nothing"
		if near, ok := text.Nearest(c.quote); ok {
			got = near.Place.String() + " " + near.Diff(-1)
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.quote, got, c.want)
		}
	}
}

// TestDiffContext shows a few words next to each difference.
func TestDiffContext(t *testing.T) {
	near, _ := read(t, "lake.txt", lake).Nearest("the boys who crossed it at noon knew that it would not bear a horse")
	for context, want := range map[int]string{
		0:  "… [-night-] {+noon+} …",
		2:  "… it at [-night-] {+noon+} knew that …",
		-1: "the boys who crossed it at [-night-] {+noon+} knew that it would not bear a horse",
	} {
		if got := near.Diff(context); got != want {
			t.Errorf("Diff(%d) = %q, want %q", context, got, want)
		}
	}
}

// TestPartsApart gives a quote back whole whose parts stand in the text, but in
// another order.
func TestPartsApart(t *testing.T) {
	near, ok := read(t, "lake.txt", lake).Nearest("nobody listened … the old men had warned us")
	if !ok || near.Similarity < 0.99 {
		t.Fatalf("got %v, %+v", ok, near)
	}
}

// prose draws a text of a few paragraphs, each with its own words, so that it is
// known where everything stands.
func prose(t *rapid.T) [][]string {
	words := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-zé]{4,9}`), 60, 120, rapid.ID).Draw(t, "words")
	var paragraphs [][]string
	for len(words) > 0 {
		n := min(len(words), rapid.IntRange(8, 40).Draw(t, "length"))
		paragraphs, words = append(paragraphs, words[:n]), words[n:]
	}
	return paragraphs
}

func written(paragraphs [][]string) string {
	var b strings.Builder
	for _, words := range paragraphs {
		b.WriteString("“" + strings.Join(words, " ") + ".”\n\n")
	}
	return b.String()
}

// TestOneWordChanged changes one word of a quote, wherever in it: the nearest
// passage is the one it was taken from, and the difference that word.
func TestOneWordChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paragraphs := prose(t)
		in := rapid.IntRange(0, len(paragraphs)-1).Draw(t, "paragraph")
		words := paragraphs[in]
		if len(words) < 3 {
			t.Skip("too short a paragraph for a quote")
		}
		from := rapid.IntRange(0, len(words)-3).Draw(t, "from")
		to := rapid.IntRange(from+3, len(words)).Draw(t, "to")
		at := rapid.IntRange(from, to-1).Draw(t, "changed")
		quote := slices.Clone(words[from:to])
		quote[at-from] = "xxx"

		text, _ := fulltext.Read("a.txt", []byte(written(paragraphs)))
		near, ok := text.Nearest(strings.Join(quote, " "))
		if !ok || near.Place.Paragraph != in+1 {
			t.Fatalf("nearest is %v, %v", ok, near)
		}
		var want []fulltext.Piece
		for _, p := range []fulltext.Piece{
			{Op: fulltext.Same, Text: strings.Join(words[from:at], " ")}, {Op: fulltext.Gone, Text: words[at]},
			{Op: fulltext.New, Text: "xxx"}, {Op: fulltext.Same, Text: strings.Join(words[at+1:to], " ")},
		} {
			if p.Text != "" {
				want = append(want, p)
			}
		}
		if d := cmp.Diff(want, near.Pieces); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
	})
}

// TestOwnWordsAreFound quotes the passage that Nearest gives instead: that stands
// in the text, at the same place.
func TestOwnWordsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		vocabulary := rapid.SliceOfNDistinct(rapid.StringMatching(`[A-Za-z]{1,6}[,.]?`), 4, 30, rapid.ID).Draw(t, "vocabulary")
		word := rapid.SampledFrom(vocabulary)
		text, _ := fulltext.Read("a.txt", []byte(strings.Join(rapid.SliceOfN(word, 10, 200).Draw(t, "text"), " ")))
		quote := strings.Join(rapid.SliceOfN(word, 3, 20).Draw(t, "quote"), " ")
		near, ok := text.Nearest(quote)
		if !ok {
			return
		}
		if near.Similarity < 0.6 || near.Similarity > 1 {
			t.Errorf("similarity is %v", near.Similarity)
		}
		for _, p := range text.Find(near.Text) {
			if p == near.Place {
				return
			}
		}
		if len(text.Find(near.Text)) < fulltext.MaxPlaces {
			t.Errorf("%q, nearest to %q, is not found at %v in %q", near.Text, quote, near.Place, text)
		}
	})
}

// TestCopied finds the longest run of words that a claim has from a text.
func TestCopied(t *testing.T) {
	text := read(t, "lake.txt", lake)
	for _, c := range []struct {
		claim string
		least int
		want  string
	}{
		{"Everybody knew that the ice was thin in March", 4, "the ice was thin,"},
		{"Everybody knew that THE ICE, was: thin", 4, "the ice was thin,"},
		{"The understanding between the two villages was gone", 5, "the under-standing between the two villages was gone,"},
		{"The ice was thin", 5, ""},
		{"The ice was", 0, "the ice was"},
		{"Nothing is shared here", 3, ""},
		{"", 3, ""},
	} {
		run, ok := text.LongestCommon(c.claim, c.least)
		if run.Text != c.want || ok != (c.want != "") {
			t.Errorf("LongestCommon(%q, %d) = %q, %v, want %q", c.claim, c.least, run.Text, ok, c.want)
		}
	}
}

// TestLongestCommon compares the index with looking at every pair of words.
func TestLongestCommon(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"a", "b", "c", "d", "e"})
		theirs := rapid.SliceOfN(word, 0, 60).Draw(t, "text")
		mine := rapid.SliceOfN(word, 0, 30).Draw(t, "claim")
		longest := 0
		for i := range theirs {
			for j := range mine {
				n := 0
				for i+n < len(theirs) && j+n < len(mine) && theirs[i+n] == mine[j+n] {
					n++
				}
				longest = max(longest, n)
			}
		}
		text, _ := fulltext.Read("a.txt", []byte(strings.Join(theirs, " ")))
		run, ok := text.LongestCommon(strings.Join(mine, " "), 3)
		if ok != (longest >= 3) || ok && (run.Words != longest || len(strings.Fields(run.Text)) != longest) {
			t.Fatalf("got %v, %+v, want %d words", ok, run, longest)
		}
		if ok && text.String()[run.Place.Start:run.Place.End] != run.Text {
			t.Fatalf("%+v stands at %q", run, text.String()[run.Place.Start:run.Place.End])
		}
	})
}
