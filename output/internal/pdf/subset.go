package pdf

import (
	"encoding/binary"
	"slices"

	"github.com/go-text/typesetting/font"
)

// readTables finds the tables of an OpenType file (OpenType 1.9, "Table
// Directory"). A table that does not lie within the file is left out.
func readTables(file []byte) map[string][]byte {
	tables := map[string][]byte{}
	if len(file) < 12 {
		return tables
	}
	n := int(binary.BigEndian.Uint16(file[4:]))
	for i := range n {
		at := 12 + 16*i
		if at+16 > len(file) {
			break
		}
		offset, length := uint64(binary.BigEndian.Uint32(file[at+8:])), uint64(binary.BigEndian.Uint32(file[at+12:]))
		if offset+length <= uint64(len(file)) {
			tables[string(file[at:at+4])] = file[offset : offset+length]
		}
	}
	return tables
}

// glyphCount is how many glyphs a file has ("maxp").
func glyphCount(file []byte) int {
	if maxp := readTables(file)["maxp"]; len(maxp) >= 6 {
		return int(binary.BigEndian.Uint16(maxp[4:]))
	}
	return 0
}

// subset is the TrueType file with the outlines of those glyphs, of those that
// they are composed of, and of none else. Glyphs keep their numbers; those behind
// the last one are gone.
func subset(file []byte, used map[font.GID]bool) []byte {
	t := readTables(file)
	g := newGlyphTable(t)
	keep := g.closure(used)
	n := 1
	for id := range keep {
		n = max(n, id+1)
	}
	var glyf []byte
	loca := make([]byte, 0, 4*(n+1))
	for id := range n {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if keep[id] {
			glyf = append(glyf, g.glyph(id)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head := slices.Clone(t["head"])
	binary.BigEndian.PutUint32(head[8:], 0)  // checkSumAdjustment, set below
	binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	maxp := slices.Clone(t["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(n))
	hhea, hmtx := metrics(t, keep, n)
	out := []namedTable{
		{"cmap", emptyCmap()}, {"cvt ", t["cvt "]}, {"fpgm", t["fpgm"]}, {"glyf", glyf}, {"head", head},
		{"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}, {"prep", t["prep"]},
	}
	return writeTables(slices.DeleteFunc(out, func(t namedTable) bool { return t.data == nil }))
}

// metrics are the tables hhea and hmtx of the first n glyphs; those of glyphs that
// are not kept are zero.
func metrics(t map[string][]byte, keep map[int]bool, n int) (hhea, hmtx []byte) {
	hhea = slices.Clone(t["hhea"])
	full := int(binary.BigEndian.Uint16(hhea[34:])) // glyphs beyond share the last advance
	old := t["hmtx"]
	for id := range n {
		entry := []byte{0, 0, 0, 0}
		if keep[id] {
			copy(entry, old[4*min(id, full-1):])
			if id >= full {
				copy(entry[2:], old[4*full+2*(id-full):])
			}
		}
		hmtx = append(hmtx, entry...)
	}
	binary.BigEndian.PutUint16(hhea[34:], uint16(n))
	return hhea, hmtx
}

// glyphTable is the tables glyf and loca.
type glyphTable struct {
	glyf, loca []byte
	long       bool
}

func newGlyphTable(t map[string][]byte) *glyphTable {
	return &glyphTable{t["glyf"], t["loca"], binary.BigEndian.Uint16(t["head"][50:]) == 1}
}

// glyph is the description of a glyph; none for a blank or unknown one.
func (g *glyphTable) glyph(id int) []byte {
	var from, to int
	switch {
	case g.long && 4*id+8 <= len(g.loca):
		from, to = int(binary.BigEndian.Uint32(g.loca[4*id:])), int(binary.BigEndian.Uint32(g.loca[4*id+4:]))
	case !g.long && 2*id+4 <= len(g.loca):
		from, to = 2*int(binary.BigEndian.Uint16(g.loca[2*id:])), 2*int(binary.BigEndian.Uint16(g.loca[2*id+2:]))
	}
	if from >= to || to > len(g.glyf) {
		return nil
	}
	return g.glyf[from:to]
}

// closure adds the glyphs that others are composed of, and .notdef, which every
// font has.
func (g *glyphTable) closure(used map[font.GID]bool) map[int]bool {
	keep := map[int]bool{0: true}
	todo := []int{0}
	for id := range used {
		todo = append(todo, int(id))
	}
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		keep[id] = true
		for _, part := range components(g.glyph(id)) {
			if !keep[part] {
				todo = append(todo, part)
			}
		}
	}
	return keep
}

// components lists the glyphs that a glyph is composed of (OpenType 1.9, "glyf",
// Composite Glyph Description).
func components(glyph []byte) []int {
	const words, scale, more, twoScales, matrix = 0x1, 0x8, 0x20, 0x40, 0x80
	if len(glyph) < 10 || int16(binary.BigEndian.Uint16(glyph)) >= 0 {
		return nil
	}
	var list []int
	for at := 10; at+4 <= len(glyph); {
		flags := binary.BigEndian.Uint16(glyph[at:])
		list = append(list, int(binary.BigEndian.Uint16(glyph[at+2:])))
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			break
		}
	}
	return list
}

// emptyCmap is a table that maps no character: PDF needs none, but readers of
// fonts look for one. It has one subtable of format 4 with the closing segment.
func emptyCmap() []byte {
	words := []uint16{0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0}
	var b []byte
	for _, w := range words {
		b = binary.BigEndian.AppendUint16(b, w)
	}
	return b
}

type namedTable struct {
	tag  string
	data []byte
}

// writeTables writes an OpenType file of tables in the order of their tags.
func writeTables(tables []namedTable) []byte {
	n, power, log := len(tables), 1, 0
	for 2*power <= n {
		power, log = 2*power, log+1
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 * power, log, 16 * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	offset, head := 12+16*n, 0
	var body []byte
	for _, t := range tables {
		if t.tag == "head" {
			head = offset + len(body)
		}
		out = append(out, t.tag...)
		for _, v := range []uint32{checksum(t.data), uint32(offset + len(body)), uint32(len(t.data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum is the sum of a table's words.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
