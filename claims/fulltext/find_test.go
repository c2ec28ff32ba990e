package fulltext_test

import (
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/fulltext"
)

func read(t testing.TB, name, data string) *fulltext.Text {
	t.Helper()
	text, err := fulltext.Read(name, []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestSameWords lists what makes no difference between a text and a quote.
func TestSameWords(t *testing.T) {
	for _, c := range []struct{ what, text, quote string }{
		{"white space", "The ice  is\n\tthin.", "The ice is thin"},
		{"a space that does not break", "Only 5\u00a0km of ice.", "5 km"},
		{"the shape of quotation marks", "He said “thin ice” and ‘no’.", `said "thin ice" and 'no'`},
		{"double and single ones", "He said “thin ice”.", "said 'thin ice'"},
		{"guillemets, and the space in them", "Il a dit « glace mince » hier.", `a dit "glace mince" hier`},
		{"marks around the quote", "The ice is thin.", "“ice is thin”"},
		{"apostrophes", "It wasn’t the skaters’ fault.", "wasn't the skaters' fault"},
		{"dashes", "The ice—thin as it was—held.", "ice - thin as it was -- held"},
		{"hyphens", "A well‑known, ice-cold lake.", "well-known, ice‐cold"},
		{"an en dash in numbers", "From 1910–1915 it froze.", "1910-1915"},
		{"a word broken at a line's end", "We under-\nstand the ice.", "We understand the ice"},
		{"a compound broken at its hyphen", "A well-\nknown lake.", "well-known lake"},
		{"a quote that was broken", "We understand the ice.", "We under-\n    stand the ice"},
		{"soft hyphens", "We under\u00adstand the ice.", "understand"},
		{"ligatures", "The ﬁrst ﬂoe.", "first floe"},
		{"combining accents", "Le cafe\u0301 gele\u0301.", "café gelé"},
		{"full width", "Ｉｃｅ　１２", "Ice 12"},
		{"invisible characters", "thin\u200b \u2060ice\ufeff here", "thin ice here"},
		{"lines in Chinese", "湖上的冰\n很薄，\n不能走。", "冰很薄，不能走"},
		{"dots for words left out", "The ice on the lake was thin.", "The ice ... was thin"},
		{"spaced dots", "The ice on the lake was thin.", "The ice . . . was thin"},
		{"dots in brackets", "The ice on the lake was thin.", "The ice […] thin"},
		{"dots at the ends", "The ice on the lake was thin.", "… on the lake …"},
		{"a full stop before the dots", "The ice was thin. It was March. Nobody fell in.", "The ice was thin.… Nobody fell in"},
		{"words left out between paragraphs", "The ice was thin.\n\nIt was March. Nobody fell in.", "The ice … Nobody fell in"},
		{"a capital in brackets", "On the lake the ice was thin.", "[T]he ice was thin"},
		{"a small letter in brackets", "The ice was thin.", "[t]he ice was thin"},
		{"a word put in", "It was thin.", "It [the ice] was thin"},
		{"a word put in place of another", "It was thin that day.", "[The ice] was thin that day"},
		{"an ending that was changed", "They skate on it.", "They skate[d] on it"},
		{"sic", "The ise was thin.", "The ise [sic] was thin"},
		{"brackets that the text has", "The ice [of the lake] was thin.", "ice [of the lake] was"},
	} {
		if text := read(t, "a.txt", c.text); len(text.Find(c.quote)) == 0 {
			t.Errorf("%s: %q is not found in %q", c.what, c.quote, c.text)
		}
	}
}

// TestOtherWords lists what does.
func TestOtherWords(t *testing.T) {
	for _, c := range []struct{ what, text, quote string }{
		{"case", "The ice was thin.", "the ice"},
		{"punctuation", "The ice, thin as glass, held.", "The ice thin"},
		{"accents", "A résumé of the winter.", "resume"},
		{"a part of a word", "They started to skate.", "art"},
		{"the beginning of a word", "They started to skate.", "start"},
		{"a minus", "It was 5 degrees.", "-5 degrees"},
		{"another order", "The ice was thin, the boy was heavy.", "the boy was heavy … The ice"},
		{"words left out of a paragraph between", "The ice was thin.\n\nIt was March.\n\nNobody fell in.", "The ice … Nobody fell in"},
		{"too much for brackets", "The ice that nobody had looked at since Sunday was thin.", "The ice [there] was thin"},
		{"no words", "The ice was thin.", "…"},
		{"nothing", "The ice was thin.", ""},
	} {
		if places := read(t, "a.txt", c.text).Find(c.quote); len(places) != 0 {
			t.Errorf("%s: %q is found in %q at %v", c.what, c.quote, c.text, places)
		}
	}
}

// TestPlaces gives every place, in order, with the words that stand there and
// nothing around them.
func TestPlaces(t *testing.T) {
	text := read(t, "a.txt", "“Thin ice,” he said.\n\nIt was thin\nice indeed: thin ice — and more.\n")
	var got []string
	for _, p := range text.Find("thin ice") {
		got = append(got, p.String()+" "+p.In(fulltext.Line)+" "+text.String()[p.Start:p.End])
	}
	if want := "¶2 l. 3 thin\nice|¶2 l. 4 thin ice"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
	p := text.Find("Thin ice … said")[0]
	if got := text.String()[p.Start:p.End]; got != "Thin ice,” he said" {
		t.Errorf("the quote stands at %q", got)
	}
	many := read(t, "a.txt", strings.Repeat("thin ice ", 1000))
	if n := len(many.Find("thin ice")); n != fulltext.MaxPlaces {
		t.Errorf("%d places are given", n)
	}
}

// TestNearestOmission takes the end of a quote with an omission from the beginning
// that is nearest to it.
func TestNearestOmission(t *testing.T) {
	text := read(t, "a.txt", "The ice, the cold, the wind and the boy were there.")
	places := text.Find("the … boy")
	if len(places) != 1 || text.String()[places[0].Start:places[0].End] != "the boy" {
		t.Errorf("places are %v", places)
	}
}
