package pdf

import (
	"bytes"
	"testing"

	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/font"
)

// TestSubset reads the subset as a font: the glyphs that are used look as they
// did, an accented one with its parts, and the others are gone.
func TestSubset(t *testing.T) {
	full, err := font.ParseTTF(bytes.NewReader(liberationsansregular.TTF))
	if err != nil {
		t.Fatal(err)
	}
	used := map[font.GID]bool{}
	for _, r := range "Aéя" {
		id, _ := full.NominalGlyph(r)
		used[id] = true
	}
	data := subset(liberationsansregular.TTF, used)
	if len(data)*10 > len(liberationsansregular.TTF) {
		t.Errorf("%d bytes of %d for three letters", len(data), len(liberationsansregular.TTF))
	}
	part, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	outline := func(f *font.Face, id font.GID) int {
		o, _ := f.GlyphData(id).(font.GlyphOutline)
		return len(o.Segments)
	}
	for id := range used {
		if got, want := outline(part, id), outline(full, id); got != want || got == 0 {
			t.Errorf("glyph %d has %d pieces, not %d", id, got, want)
		}
		if got, want := part.HorizontalAdvance(id), full.HorizontalAdvance(id); got != want {
			t.Errorf("glyph %d is %v wide, not %v", id, got, want)
		}
	}
	other, _ := full.NominalGlyph('Q')
	if n := outline(part, other); n != 0 {
		t.Errorf("a glyph that is not used has %d pieces", n)
	}
}
