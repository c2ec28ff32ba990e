package style

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func wrapped(text string, width float64) []string {
	var lines []string
	for _, l := range NewFonts().Wrap(text, Regular, 10, width) {
		lines = append(lines, l.Text)
	}
	return lines
}

func TestWrap(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		width float64
		want  []string
	}{
		"short":                 {"Dogs dream.", 100, []string{"Dogs dream."}},
		"at blanks":             {"Dogs dream, cats do not.", 60, []string{"Dogs dream,", "cats do not."}},
		"no lonely last word":   {"The dog and the cat sleep on it", 130, []string{"The dog and the cat", "sleep on it"}},
		"line break kept":       {"One.\nTwo.", 100, []string{"One.", "Two."}},
		"empty":                 {"  \n ", 100, []string{""}},
		"Chinese":               {"中国不会永远支持金正恩政权。", 50, []string{"中国不会永", "远支持金正", "恩政权。"}},
		"no full stop in front": {"中国支持金正。恩", 60, []string{"中国支持金", "正。恩"}},
		"long word":             {"Donaudampfschifffahrtsgesellschaft", 60, []string{"Donaudampf", "schifffahrtsge", "sellschaft"}},
		"address":               {"https://example.org/a/long/path/to/a/page", 100, []string{"https://example.org/a/", "long/path/to/a/page"}},
		"soft hyphen":           {"Donau\u00addampf\u00adschiff", 70, []string{"Donaudampf-", "schiff"}},
		"no-break space":        {"on p.\u00a07 of it", 38, []string{"on p.\u00a07", "of it"}},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, wrapped(c.text, c.width)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestRightToLeft(t *testing.T) {
	for text, want := range map[string]bool{"Dogs": false, "السلام dogs": true, "«שלום»": true, "12 dogs": false, "12": false} {
		if got := NewFonts().Wrap(text, Regular, 10, 100)[0].RTL; got != want {
			t.Errorf("%s: right to left is %t", text, got)
		}
	}
}

// Texts of every script, with marks that belong to the letter before them.
var alphabet = []string{"a", "word", " ", "  ", "\n", "-", "/", ".", "é", "e\u0301", "ß", "中", "国。", "ア", "ｱ", "ع", "ال", "ש", "नि", "ก็", "한국", "👩‍👩‍👧", "🇯🇵", "1️⃣", "\u00ad", "\u00a0", "\u200b", "\t"}

// TestWrapLaws holds for any text and width: nothing visible is lost, no line is
// longer than the width unless it is one grapheme cluster, its width is the one it
// names, and no cluster is cut.
func TestWrapLaws(t *testing.T) {
	f := NewFonts()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 40).Draw(t, "text"), "")
		width := rapid.Float64Range(5, 300).Draw(t, "width")
		cut := rapid.SampledFrom([]Font{Regular, Bold, Italic}).Draw(t, "cut")
		var all strings.Builder
		for _, l := range f.Wrap(text, cut, 10, width) {
			all.WriteString(l.Text)
			if got := f.Width(l.Text, cut, 10); got != l.Width {
				t.Fatalf("line %q says %.2f and measures %.2f", l.Text, l.Width, got)
			}
			if l.Width > width+1e-9 && clusters(strings.TrimSuffix(l.Text, "-")) > 1 {
				t.Fatalf("line %q is %.2f points long, more than %.2f", l.Text, l.Width, width)
			}
		}
		if got, want := visible(all.String()), visible(text); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

// visible leaves out what a line break may swallow or add.
func visible(text string) string {
	return strings.NewReplacer(" ", "", "\n", "", "\t", "", "\u00ad", "", "-", "").Replace(text)
}

func clusters(text string) int {
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	n := 0
	for it := seg.GraphemeIterator(); it.Next(); {
		n++
	}
	return n
}

// TestWidth compares with the advances in the font's own table, in units of 1/2048.
func TestWidth(t *testing.T) {
	f := NewFonts()
	for text, units := range map[string]float64{"n": 1139, "W": 1933, "i": 455, "nn": 2278, " ": 569, "": 0} {
		if got, want := f.Width(text, Regular, 2048), units; got != want {
			t.Errorf("%q measures %v, want %v", text, got, want)
		}
	}
	if f.Width("AV", Regular, 10) >= f.Width("A", Regular, 10)+f.Width("V", Regular, 10) {
		t.Error("A and V are not kerned")
	}
	if f.Width("中国", Regular, 10) != 20 {
		t.Error("wide characters do not measure their full width")
	}
	if f.Width("e\u0301", Regular, 10) != f.Width("e", Regular, 10) {
		t.Error("a combining accent takes room")
	}
}

func TestUncovered(t *testing.T) {
	if got := string(NewFonts().Uncovered("Dogs, 犬 und Ünder, 犬🐕\u200b")); got != "犬🐕" {
		t.Errorf("uncovered are %q", got)
	}
}

func BenchmarkWrap(b *testing.B) {
	text := strings.Repeat("That China may not back the regime to the end is what the article wants to show. ", 2)
	b.Run("warm", func(b *testing.B) {
		f := NewFonts()
		b.ReportAllocs()
		b.SetBytes(int64(utf8.RuneCountInString(text)))
		for b.Loop() {
			f.Wrap(text, Regular, 10, 160)
		}
	})
	b.Run("cold", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			NewFonts().Wrap(text, Regular, 10, 160)
		}
	})
}
