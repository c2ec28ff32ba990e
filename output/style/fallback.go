package style

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// Fallback finds fonts for characters that the built-in typeface lacks: in the
// files that the user names, then among the fonts of the machine, which are
// looked for only when they are needed.
type Fallback struct {
	faces    []*font.Face
	cacheDir func() (string, error)
	system   *fontscan.FontMap
	scanned  bool
	known    map[rune]*font.Face
}

// NewFallback reads the user's font files. The index of the machine's fonts is
// kept in the directory that cacheDir returns; where it is nil or fails, the
// machine's fonts are not looked for.
func NewFallback(files []string, cacheDir func() (string, error)) (*Fallback, error) {
	fb := &Fallback{cacheDir: cacheDir, known: map[rune]*font.Face{}}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		faces, err := font.ParseTTC(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s is no font that can be read: %w", path, err)
		}
		fb.faces = append(fb.faces, faces...)
	}
	return fb, nil
}

// Face returns a face that has the character, or nil.
func (fb *Fallback) Face(r rune) *font.Face {
	face, ok := fb.known[r]
	if !ok {
		face = fb.find(r)
		fb.known[r] = face
	}
	return face
}

func (fb *Fallback) find(r rune) *font.Face {
	for _, f := range fb.faces {
		if drawable(f, r) {
			return f
		}
	}
	if fb.scan(); fb.system == nil {
		return nil
	}
	if f := fb.system.ResolveFace(r); f != nil && drawable(f, r) {
		return f
	}
	return nil
}

// drawable tells whether the face has an outline for the character.
func drawable(f *font.Face, r rune) bool {
	id, ok := f.NominalGlyph(r)
	if !ok {
		return false
	}
	_, ok = f.GlyphData(id).(font.GlyphOutline)
	return ok
}

func (fb *Fallback) scan() {
	if fb.scanned || fb.cacheDir == nil {
		return
	}
	fb.scanned = true
	dir, err := fb.cacheDir()
	if err != nil {
		return
	}
	fm := fontscan.NewFontMap(log.New(io.Discard, "", 0))
	if fm.UseSystemFonts(dir) != nil {
		return
	}
	fm.SetQuery(fontscan.Query{Families: []string{fontscan.SansSerif}})
	fb.system = fm
}
