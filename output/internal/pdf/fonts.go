package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
)

// fontSet is the typefaces of a file, each in one or more fonts.
type fontSet struct {
	data  map[*font.Face]fontData
	faces map[*font.Face]typeface
	order []typeface // as first used
	count int        // of font names
}

// fontData is what a face was read from.
type fontData struct {
	name string
	file []byte
}

// glyphKey is a glyph that stands for a text: one that stands for another text
// has another code, so that a text can be read back exactly.
type glyphKey struct {
	id    font.GID
	text  string
	width float64 // of a box
}

func (s *fontSet) face(f *font.Face) typeface {
	if t, ok := s.faces[f]; ok {
		return t
	}
	var t typeface
	if data, ok := s.data[f]; ok {
		t = newTrueType(s.name(), f, data)
	} else {
		t = &drawn{set: s, face: f, codes: map[glyphKey]drawnCode{}}
	}
	s.faces[f] = t
	s.order = append(s.order, t)
	return t
}

// name is a new name among the page's resources.
func (s *fontSet) name() string {
	s.count++
	return fmt.Sprintf("F%d", s.count)
}

// write returns the entries of the dictionary of fonts.
func (s *fontSet) write(f *file) string {
	var b strings.Builder
	for _, t := range s.order {
		for _, r := range t.write(f) {
			fmt.Fprintf(&b, "/%s %v", r.name, r.ref)
		}
	}
	return b.String()
}

// mapping is a code and the text that it stands for.
type mapping struct {
	code int
	text string
}

// unicodeMap adds the table from codes of that many digits to texts (9.10.3), in
// the order of the codes. Glyphs that show nothing of their own get a blank
// without width, lest readers guess a text.
func (f *file) unicodeMap(digits int, list []mapping) ref {
	const perBlock = 100
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n")
	fmt.Fprintf(&b, "<%0*X><%0*X>\nendcodespacerange\n", digits, 0, digits, 1<<(4*digits)-1)
	for block := range slices.Chunk(list, perBlock) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, m := range block {
			if m.text == "" {
				m.text = "\u200B"
			}
			fmt.Fprintf(&b, "<%0*X><%s>\n", digits, m.code, utf16hex(m.text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return f.stream("", []byte(b.String()))
}

// subsetTag is six letters for a subset, made from what is in it (9.6.4).
func subsetTag(file []byte) string {
	sum := sha256.Sum256(file)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
