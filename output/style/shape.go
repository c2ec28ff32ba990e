package style

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Glyph is a shape to draw: its place is its distance from the left end of the
// line and its height above the baseline, in em.
type Glyph struct {
	Face    *font.Face
	ID      font.GID
	X, Y    float64
	Width   float64
	Stretch float64 // horizontal; below 1 where a font is wider than was measured
	Missing rune    // the character that no font has; 0 otherwise
	Text    string  // the characters that it shows; "" for the further glyphs of a cluster
}

// Shape sets one line of text from left to right as it is seen: mixed directions
// in order (UAX #9), characters that the built-in typeface lacks from fallback. The
// line is at most as long as Width measured it. The fallback may be nil, and may
// return nil.
func (f *Fonts) Shape(line string, cut Font, rtl bool, fallback func(rune) *font.Face) []Glyph {
	text := []rune(line)
	if len(text) == 0 {
		return nil
	}
	const size = 2048
	direction := di.DirectionLTR
	if rtl {
		direction = di.DirectionRTL
	}
	chooser := &faceChooser{f: f, cut: cut, fallback: fallback}
	inputs := f.runs.Split(shaping.Input{Text: text, RunEnd: len(text), Direction: direction, Face: f.Face(cut),
		Size: fixed.I(size), Language: language.DefaultLanguage()}, chooser)
	outs := make([]shaping.Output, len(inputs))
	for i, in := range inputs {
		outs[i] = f.shaper.Shape(in)
	}
	lines, _ := f.lines.WrapParagraph(shaping.WrapConfig{Direction: direction}, 1<<24, text, shaping.NewSliceIterator(outs))
	var runs []shaping.Output
	for _, l := range lines {
		runs = append(runs, l...)
	}
	slices.SortStableFunc(runs, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
	set := &setting{f: f, cut: cut, text: text}
	for _, run := range runs {
		set.run(run)
	}
	return set.finish(f.Width(line, cut, 1), rtl)
}

// faceChooser picks the face of each character. Marks stay with their letters.
type faceChooser struct {
	f        *Fonts
	cut      Font
	fallback func(rune) *font.Face
	last     *font.Face
}

// ResolveFace implements shaping.Fontmap.
func (c *faceChooser) ResolveFace(r rune) *font.Face {
	mark := unicode.Is(unicode.M, r) || shapeless(r)
	if mark && c.last != nil {
		if _, ok := c.last.NominalGlyph(r); ok {
			return c.last
		}
	}
	face := c.f.Face(c.cut)
	if !c.f.Covers(r) && !shapeless(r) && c.fallback != nil {
		if other := c.fallback(r); other != nil {
			face = other
		}
	}
	if !mark {
		c.last = face
	}
	return face
}

// setting puts shaped runs side by side.
type setting struct {
	f       *Fonts
	cut     Font
	text    []rune
	x       float64
	foreign bool // a run is set in another face, or a character is missing
	glyphs  []Glyph
}

func (s *setting) run(run shaping.Output) {
	const size = 2048
	em := func(v fixed.Int26_6) float64 { return float64(v) / 64 / size }
	stretch := 1.0
	if run.Face != s.f.Face(s.cut) {
		s.foreign = true
		want := s.f.measure(s.text[run.Runes.Offset:run.Runes.Offset+run.Runes.Count], s.cut)
		if length := em(run.Advance); length > want && want > 0 {
			stretch = want / length
		}
	}
	for i, g := range run.Glyphs {
		out := Glyph{Face: run.Face, ID: g.GlyphID, X: s.x + em(g.XOffset)*stretch, Y: em(g.YOffset), Width: em(g.Advance) * stretch, Stretch: stretch}
		if i < 1 || run.Glyphs[i-1].TextIndex() != g.TextIndex() {
			out.Text = string(s.text[g.TextIndex() : g.TextIndex()+g.RunesCount()])
		}
		if r := s.text[g.TextIndex()]; g.GlyphID == 0 {
			s.foreign = true
			if shapeless(r) {
				continue
			}
			out.Missing, out.X = r, s.x
			if out.Width = clusterEm([]rune{r}); unicode.Is(unicode.M, r) {
				out.Width = 0
			}
		}
		s.glyphs = append(s.glyphs, out)
		s.x += out.Width
	}
}

// finish brings the line to the length it was measured at. In the built-in
// typeface they differ by the kerning around blanks; elsewhere a line may be
// shorter, and then begins where its script begins.
func (s *setting) finish(want float64, rtl bool) []Glyph {
	factor, move := 1.0, 0.0
	switch {
	case s.x <= 0 || want <= 0:
	case !s.foreign || s.x > want:
		factor = want / s.x
	case rtl:
		move = want - s.x
	}
	for i := range s.glyphs {
		s.glyphs[i].X = s.glyphs[i].X*factor + move
	}
	return s.glyphs
}
