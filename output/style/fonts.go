package style

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/width"
)

// Data returns the TrueType file of a cut.
func Data(f Font) []byte {
	switch f {
	case Bold:
		return liberationsansbold.TTF
	case Italic:
		return liberationsansitalic.TTF
	}
	return liberationsansregular.TTF
}

// Fonts measures and wraps text, the same on every machine: what the built-in
// typeface can show is shaped with it, the rest is measured by rule. The zero
// value is ready; it is not safe for concurrent use.
type Fonts struct {
	faces   [3]*font.Face
	shaper  shaping.HarfbuzzShaper
	seg     segmenter.Segmenter
	runs    shaping.Segmenter
	lines   shaping.LineWrapper
	words   map[wordKey]float64
	wrapped map[wrapKey][]Line
	covered map[rune]bool
}

type wordKey struct {
	text string
	font Font
}

type wrapKey struct {
	text        string
	font        Font
	size, width float64
}

// NewFonts returns Fonts that have measured nothing yet.
func NewFonts() *Fonts { return &Fonts{} }

// Face returns the cut's face, for drawing. It belongs to the Fonts.
func (f *Fonts) Face(cut Font) *font.Face {
	if f.faces[cut] == nil {
		face, err := font.ParseTTF(bytes.NewReader(Data(cut)))
		if err != nil {
			panic(err) // it is embedded
		}
		f.faces[cut] = face
	}
	return f.faces[cut]
}

// Covers tells whether the built-in typeface has the character.
func (f *Fonts) Covers(r rune) bool {
	if c, ok := f.covered[r]; ok {
		return c
	}
	_, c := f.Face(Regular).NominalGlyph(r)
	if f.covered == nil {
		f.covered = map[rune]bool{}
	}
	f.covered[r] = c
	return c
}

// Uncovered lists, in the order of the text and each once, the characters that
// the built-in typeface lacks, those without a shape of their own left out.
func (f *Fonts) Uncovered(text string) []rune {
	var list []rune
	for _, r := range text {
		if !f.Covers(r) && !shapeless(r) && !strings.ContainsRune(string(list), r) {
			list = append(list, r)
		}
	}
	return list
}

// Width is the length of a line of text in points, kerned as browsers do.
func (f *Fonts) Width(text string, cut Font, size float64) float64 {
	if text == "" {
		return 0
	}
	em := 0.0
	for i, word := range strings.Split(text, " ") {
		if i > 0 {
			em += f.word(" ", cut)
		}
		em += f.word(word, cut)
	}
	return em * size
}

// word is the length of a text in em. Words come again and again, so each is
// shaped once.
func (f *Fonts) word(text string, cut Font) float64 {
	if text == "" {
		return 0
	}
	key := wordKey{text, cut}
	if em, ok := f.words[key]; ok {
		return em
	}
	em := f.measure([]rune(text), cut)
	if f.words == nil {
		f.words = map[wordKey]float64{}
	}
	f.words[key] = em
	return em
}

// measure shapes what the face has and sums estimates of the rest.
func (f *Fonts) measure(text []rune, cut Font) float64 {
	em := 0.0
	for start := 0; start < len(text); {
		end, covered := start, f.Covers(text[start])
		for end < len(text) && f.Covers(text[end]) == covered {
			end++
		}
		if covered {
			em += f.shaped(text, start, end, cut)
		} else {
			em += f.estimate(text[start:end])
		}
		start = end
	}
	return em
}

func (f *Fonts) shaped(text []rune, start, end int, cut Font) float64 {
	const upem = 2048 // of Liberation Sans: at this size, advances are exact
	out := f.shaper.Shape(shaping.Input{
		Text: text, RunStart: start, RunEnd: end, Direction: di.DirectionLTR, Face: f.Face(cut),
		Size: fixed.I(upem), Script: language.LookupScript(text[start]), Language: language.DefaultLanguage(),
	})
	return float64(out.Advance) / 64 / upem
}

// Lengths in em of characters that the built-in typeface lacks: the full width
// for wide ones, and for the others as much as a common font needs at most.
const (
	emojiWidth   = 1.3
	wideWidth    = 1.0
	narrowWidth  = 0.5
	clusterWidth = 0.72 // Arabic, Devanagari, Thai, …: a letter with its marks
	spacingMark  = 0.35 // a mark that stands beside its letter
)

// estimate is the length in em of a text none of which the typeface has.
func (f *Fonts) estimate(text []rune) float64 {
	f.seg.Init(text)
	em := 0.0
	for it := f.seg.GraphemeIterator(); it.Next(); {
		cluster := it.Grapheme().Text
		em += clusterEm(cluster)
	}
	return em
}

func clusterEm(cluster []rune) float64 {
	first := cluster[0]
	switch {
	case emoji(cluster):
		return emojiWidth
	case shapeless(first) || unicode.In(first, unicode.Mn, unicode.Me):
		return 0
	}
	switch width.LookupRune(first).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return wideWidth
	case width.EastAsianHalfwidth:
		return narrowWidth
	}
	em := clusterWidth
	for _, r := range cluster[1:] {
		if unicode.Is(unicode.Mc, r) {
			em += spacingMark
		}
	}
	return em
}

// emoji tells whether the cluster is shown as one picture.
func emoji(cluster []rune) bool {
	first := cluster[0]
	if first >= 0x1F000 && first <= 0x1FAFF || first >= 0x2600 && first <= 0x27BF {
		return true
	}
	return len(cluster) > 1 && (cluster[1] == 0xFE0F || cluster[1] == 0x20E3)
}

// shapeless tells whether the character shows nothing by itself: format
// characters, variation selectors, controls.
func shapeless(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Variation_Selector) || r == 0x034F
}
