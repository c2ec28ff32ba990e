package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
)

// trueType is a typeface whose file is embedded: a composite font over a CIDFont
// (9.7). A glyph's code is its number in the file; where it stands for a further
// text, it has a further code behind those.
type trueType struct {
	name   string // among the page's resources
	face   *font.Face
	data   fontData
	codes  map[glyphKey]int
	glyphs map[int]font.GID // by code
	texts  map[int]string
	next   int
}

func newTrueType(name string, f *font.Face, data fontData) *trueType {
	return &trueType{name: name, face: f, data: data, codes: map[glyphKey]int{},
		glyphs: map[int]font.GID{}, texts: map[int]string{}, next: glyphCount(data.file)}
}

func (t *trueType) digits() int { return 4 }

func (t *trueType) code(g Glyph) (code int, name string, width float64) {
	key := glyphKey{id: g.ID, text: g.Text}
	code, ok := t.codes[key]
	if !ok {
		code = int(g.ID)
		if _, taken := t.glyphs[code]; taken && t.next <= 0xFFFF {
			code = t.next
			t.next++
		}
		t.codes[key] = code
		if _, taken := t.glyphs[code]; !taken {
			t.glyphs[code], t.texts[code] = g.ID, g.Text
		}
	}
	return code, t.name, t.width(g.ID)
}

// width is in thousandths of an em, as the file has it.
func (t *trueType) width(id font.GID) float64 {
	return math.Round(float64(t.face.HorizontalAdvance(id)) * 1000 / float64(t.face.Upem()))
}

func (t *trueType) sorted() []int {
	var list []int
	for code := range t.glyphs {
		list = append(list, code)
	}
	slices.Sort(list)
	return list
}

func (t *trueType) write(f *file) []resource {
	codes := t.sorted()
	used := map[font.GID]bool{}
	var maps []mapping
	var widths strings.Builder
	for i, c := range codes {
		used[t.glyphs[c]] = true
		maps = append(maps, mapping{c, t.texts[c]})
		if i == 0 || codes[i-1] != c-1 {
			if i > 0 {
				widths.WriteString("]")
			}
			fmt.Fprintf(&widths, "%d[", c)
		} else {
			widths.WriteString(" ")
		}
		widths.WriteString(numbers(t.width(t.glyphs[c])))
	}
	data := subset(t.data.file, used)
	base := subsetTag(data) + "+" + t.data.name
	program := f.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	descriptor := f.add(t.descriptor(base, program))
	glyphs := "/Identity"
	if last := codes[len(codes)-1]; last >= glyphCount(t.data.file) {
		glyphs = f.stream("", t.glyphMap(last)).String()
	}
	cid := f.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %v/DW 0/W[%s]]/CIDToGIDMap %s>>", base, descriptor, widths.String(), glyphs))
	return []resource{{t.name, f.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
		base, cid, f.unicodeMap(t.digits(), maps)))}}
}

// glyphMap is the table from codes to glyphs (table 117, CIDToGIDMap).
func (t *trueType) glyphMap(last int) []byte {
	table := make([]byte, 2*(last+1))
	for code, id := range t.glyphs {
		binary.BigEndian.PutUint16(table[2*code:], uint16(id))
	}
	return table
}

// descriptor is the font's measures (9.8), from its tables head and hhea.
func (t *trueType) descriptor(base string, program ref) string {
	tables := readTables(t.data.file)
	head, hhea := tables["head"], tables["hhea"]
	upem := float64(binary.BigEndian.Uint16(head[18:]))
	em := func(table []byte, at int) float64 {
		return math.Round(float64(int16(binary.BigEndian.Uint16(table[at:]))) * 1000 / upem)
	}
	slant, flags := 0.0, 4
	if post := tables["post"]; len(post) >= 8 {
		if slant = float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536; slant != 0 {
			flags |= 64
		}
	}
	stem := 80.0
	if head[45]&1 != 0 { // bold
		stem = 140
	}
	return fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%s]/ItalicAngle %s/Ascent %s/Descent %s/CapHeight %s/StemV %s/FontFile2 %v>>",
		base, flags, numbers(em(head, 36), em(head, 38), em(head, 40), em(head, 42)), numbers(slant),
		numbers(em(hhea, 4)), numbers(em(hhea, 6)), numbers(capHeight(tables["OS/2"], upem)), numbers(stem), program)
}

// capHeight is the height of capitals, which older tables do not have.
func capHeight(os2 []byte, upem float64) float64 {
	if len(os2) >= 90 && binary.BigEndian.Uint16(os2) >= 2 {
		return math.Round(float64(int16(binary.BigEndian.Uint16(os2[88:]))) * 1000 / upem)
	}
	return 700
}
