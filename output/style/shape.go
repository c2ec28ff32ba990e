package style

import (
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// Glyph is a shape to draw: its place is its distance from the left end of the
// line and its height above the baseline, in em.
type Glyph struct {
	Face    *font.Face
	ID      font.GID
	X, Y    float64
	Stretch float64 // horizontal; below 1 where a font is wider than was measured
	Missing rune    // the character that no font has; 0 otherwise
	Width   float64 // in em
}

// Shape sets one line of text from left to right as it is read: mixed directions
// in order, characters that the built-in typeface lacks from fallback. The line is
// as long as Width measured it. The fallback may be nil, and may return nil.
func (f *Fonts) Shape(line string, cut Font, rtl bool, fallback func(rune) *font.Face) []Glyph {
	direction := bidi.LeftToRight
	if rtl {
		direction = bidi.RightToLeft
	}
	var p bidi.Paragraph
	if _, err := p.SetString(line, bidi.DefaultDirection(direction)); err != nil {
		return nil
	}
	order, err := p.Order()
	if err != nil {
		return nil
	}
	var glyphs []Glyph
	x := 0.0
	for i := range order.NumRuns() {
		run := order.Run(i)
		pieces := f.byFace([]rune(run.String()), cut, fallback)
		back := run.Direction() == bidi.RightToLeft
		for j := range pieces {
			if back {
				j = len(pieces) - 1 - j
			}
			glyphs = append(glyphs, f.piece(pieces[j], cut, back, x)...)
			x += f.measure(pieces[j].text, cut)
		}
	}
	return f.justified(glyphs, line, cut, x)
}

// justified stretches what was shaped piece by piece to the length of the line as
// it was measured word by word: they differ by the kerning around blanks.
func (f *Fonts) justified(glyphs []Glyph, line string, cut Font, shaped float64) []Glyph {
	if want := f.Width(line, cut, 1); shaped > 0 && want > 0 {
		for i := range glyphs {
			glyphs[i].X *= want / shaped
		}
	}
	return glyphs
}

// piece is a part of a run that one face has; a nil face has none of it.
type piece struct {
	text []rune
	face *font.Face
}

// byFace cuts a run where another face is needed. Marks stay with their letters.
func (f *Fonts) byFace(text []rune, cut Font, fallback func(rune) *font.Face) []piece {
	var pieces []piece
	for _, r := range text {
		last := len(pieces) - 1
		if last >= 0 && (shapeless(r) || unicode.Is(unicode.M, r)) {
			pieces[last].text = append(pieces[last].text, r)
			continue
		}
		var face *font.Face
		switch {
		case f.Covers(r) || shapeless(r):
			face = f.Face(cut)
		case fallback != nil:
			face = fallback(r)
		}
		if last >= 0 && pieces[last].face == face {
			pieces[last].text = append(pieces[last].text, r)
		} else {
			pieces = append(pieces, piece{[]rune{r}, face})
		}
	}
	return pieces
}

// piece shapes a part of a run from x on, squeezed where it would be longer than
// measured.
func (f *Fonts) piece(p piece, cut Font, back bool, x float64) []Glyph {
	want := f.measure(p.text, cut)
	if p.face == nil {
		return missing(p.text, want, x)
	}
	const size = 2048
	direction := di.DirectionLTR
	if back {
		direction = di.DirectionRTL
	}
	out := f.shaper.Shape(shaping.Input{
		Text: p.text, RunEnd: len(p.text), Direction: direction, Face: p.face, Size: fixed.I(size),
		Script: scriptOf(p.text), Language: language.DefaultLanguage(),
	})
	em := func(v fixed.Int26_6) float64 { return float64(v) / 64 / size }
	stretch := 1.0
	if length := em(out.Advance); length > want && length > 0 {
		stretch = want / length
	}
	var glyphs []Glyph
	for _, g := range out.Glyphs {
		glyphs = append(glyphs, Glyph{Face: p.face, ID: g.GlyphID, X: x + em(g.XOffset)*stretch, Y: em(g.YOffset),
			Stretch: stretch, Width: em(g.Advance) * stretch})
		x += em(g.Advance) * stretch
	}
	return glyphs
}

// missing stands for characters that no font has: one place each.
func missing(text []rune, width, x float64) []Glyph {
	var visible []rune
	for _, r := range text {
		if !shapeless(r) && !unicode.Is(unicode.M, r) {
			visible = append(visible, r)
		}
	}
	var glyphs []Glyph
	for _, r := range visible {
		w := width / float64(len(visible))
		glyphs = append(glyphs, Glyph{X: x, Width: w, Missing: r})
		x += w
	}
	return glyphs
}

// scriptOf is the script of the first character that belongs to one.
func scriptOf(text []rune) language.Script {
	for _, r := range text {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited && s != language.Unknown {
			return s
		}
	}
	return language.Latin
}
