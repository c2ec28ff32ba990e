package pdf_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"

	"github.com/argmap/argmap/output/internal/pdf"
	"github.com/argmap/argmap/output/style"
)

var black pdf.Color

func face(t *testing.T) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(style.Data(style.Regular)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// set sets a text, a glyph for a character.
func set(f *font.Face, text string) []pdf.Glyph {
	var list []pdf.Glyph
	x := 0.0
	for _, r := range text {
		id, _ := f.NominalGlyph(r)
		list = append(list, pdf.Glyph{Face: f, ID: id, X: x, Stretch: 1, Text: string(r)})
		x += float64(f.HorizontalAdvance(id)) / float64(f.Upem())
	}
	return list
}

// sample is a document with some of everything.
func sample(t *testing.T) *pdf.Document {
	d := pdf.NewDocument(pdf.Meta{Title: "Größe (1)", Lang: "de", Subject: "A <b> & c", Creator: "test"})
	f, other := face(t), face(t)
	d.Embed(f, "LiberationSans", style.Data(style.Regular))
	list := d.Root().Add("L")
	for i := range 3 {
		p := d.AddPage(200, 100)
		p.Save()
		p.Place(10, 20, 0.5)
		var path pdf.Path
		path.RoundRect(pdf.Rect{X: 1, Y: 2, W: 30, H: 40}, 3)
		p.FillStroke(&path, pdf.Color{R: 255}, pdf.Pen{Width: 1, Dash: []float64{3, 2}})
		e := list.Add("LI").Add("LBody").Add("P")
		p.Begin(e)
		p.Text(0, 0, 12, black, set(f, fmt.Sprintf("Page é %d", i)))
		p.Text(0, 20, 12, black, set(other, "Drawn"))
		p.End()
		link := e.Add("Link")
		p.Begin(link)
		p.Text(0, 40, 12, black, set(f, "link"))
		p.End()
		p.Link(pdf.Rect{X: 0, Y: 30, W: 20, H: 10}, "https://example.org/(a b)", link)
		p.Link(pdf.Rect{X: 0, Y: 30, W: 20, H: 10}, "#here", link)
		p.Link(pdf.Rect{X: 0, Y: 30, W: 20, H: 10}, "#nowhere", link)
		p.Restore()
		d.SetDest("here", p.Dest(pdf.Rect{X: 1, Y: 2, W: 30, H: 40}))
	}
	d.Bookmarks = []*pdf.Bookmark{{Title: "Ende", Dest: "here", Open: true, Kids: []*pdf.Bookmark{{Title: "ж"}, {Title: "two", Kids: []*pdf.Bookmark{{Title: "three"}}}}}}
	return d
}

// TestFile reads a file by its table, and finds all that the catalog promises.
func TestFile(t *testing.T) {
	file := write(t, sample(t))
	if again := write(t, sample(t)); !bytes.Equal(file, again) {
		t.Error("two runs differ")
	}
	doc := read(t, file)
	catalog, _ := doc.follow(t, doc.trailer, "Root")
	for _, want := range []string{"/MarkInfo<</Marked true>>", "/DisplayDocTitle true", "/Lang (de)"} {
		if !strings.Contains(catalog, want) {
			t.Errorf("no %s in %s", want, catalog)
		}
	}
	info, _ := doc.follow(t, doc.trailer, "Info")
	if !strings.Contains(info, "/Title <FEFF0047007200F600DF00650020002800310029>") || strings.Contains(info, "Date") {
		t.Errorf("info is %s", info)
	}
	_, xmp := doc.follow(t, catalog, "Metadata")
	if s := string(xmp); !strings.Contains(s, "Größe (1)") || !strings.Contains(s, "A &lt;b&gt; &amp; c") {
		t.Errorf("metadata are %s", s)
	}
	if pages := doc.find("/Type/Page/"); len(pages) != 3 || !strings.Contains(pages[0], "/MediaBox[0 0 200 100]") || !strings.Contains(pages[0], "/Tabs/S") {
		t.Errorf("pages are %q", pages)
	}
}

// TestBookmarks wants the levels linked, and closed ones counted below zero.
func TestBookmarks(t *testing.T) {
	doc := read(t, write(t, sample(t)))
	catalog, _ := doc.follow(t, doc.trailer, "Root")
	root, _ := doc.follow(t, catalog, "Outlines")
	first, _ := doc.follow(t, root, "First")
	two, _ := doc.follow(t, first, "Last")
	for _, c := range []struct{ value, want string }{
		{root, "/Count 3>>"}, {first, "/Title (Ende)"}, {first, "/Dest (here)"}, {first, "/Count 2>>"}, {two, "/Count -1>>"},
	} {
		if !strings.Contains(c.value, c.want) {
			t.Errorf("no %s in %s", c.want, c.value)
		}
	}
}

// TestLinks wants every link but the one that leads nowhere, each in a tag, and
// its target unable to leave its string.
func TestLinks(t *testing.T) {
	doc := read(t, write(t, sample(t)))
	links := doc.find("/Subtype/Link")
	if len(links) != 6 {
		t.Errorf("%d links", len(links))
	}
	if want := `/A<</S/URI/URI (https://example.org/\(a%20b\))>>`; !strings.Contains(links[0], want) {
		t.Errorf("no %s in %s", want, links[0])
	}
	if want := `/Rect[10 60 20 65]`; !strings.Contains(links[0], want) { // (0,30)…(20,40), halved and moved by (10,20), y up
		t.Errorf("no %s in %s", want, links[0])
	}
	if n := strings.Count(strings.Join(doc.find("/S/Link"), ""), "/Type/OBJR"); n != 6 {
		t.Errorf("%d links are tagged", n)
	}
}

// TestMarks wants every marked sequence of a page to be an element's that says
// so, everything else an artifact, and all of them closed.
func TestMarks(t *testing.T) {
	doc := read(t, write(t, sample(t)))
	catalog, _ := doc.follow(t, doc.trailer, "Root")
	tree, _ := doc.follow(t, catalog, "StructTreeRoot")
	parents, _ := doc.follow(t, tree, "ParentTree")
	for i, page := range doc.find("/Type/Page/") {
		_, content := doc.follow(t, page, "Contents")
		marks := regexp.MustCompile(`/(\w+)<</MCID (\d+)>>BDC`).FindAllSubmatch(content, -1)
		owners := strings.Split(strings.TrimSpace(doc.match(t, parents, fmt.Sprintf(`\b%d\[([^\]]*)\]`, i))), " R")
		if len(marks) != 2 || len(owners)-1 != len(marks) {
			t.Fatalf("page %d has %d marks, %q own them", i, len(marks), owners)
		}
		for k, m := range marks {
			var n int
			fmt.Sscan(owners[k], &n)
			if e := doc.values[n]; !strings.Contains(e, "/S/"+string(m[1])+"/") || string(m[2]) != fmt.Sprint(k) {
				t.Errorf("mark %s of page %d belongs to %s", m[0], i, e)
			}
		}
		opened := bytes.Count(content, []byte("BDC")) + bytes.Count(content, []byte("BMC"))
		if closed := bytes.Count(content, []byte("EMC")); opened != closed || !bytes.Contains(content, []byte("/Artifact BMC")) {
			t.Errorf("%d sequences are opened, %d closed", opened, closed)
		}
	}
}

// TestSubset reads the embedded font: it draws what the original draws, the parts
// of composed letters included, and no other letter; its checksums are right.
func TestSubset(t *testing.T) {
	doc := read(t, write(t, sample(t)))
	descriptor := doc.find("/FontFile2")[0]
	_, file := doc.follow(t, descriptor, "FontFile2")
	if len(file) > len(style.Data(style.Regular))/4 {
		t.Errorf("the subset has %d bytes", len(file))
	}
	original := face(t)
	small, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "Page é012 link" {
		id, _ := original.NominalGlyph(r)
		if want, got := original.GlyphData(id), small.GlyphData(id); !reflect.DeepEqual(got, want) {
			t.Errorf("%c is not drawn as it was", r)
		}
		if want, got := original.HorizontalAdvance(id), small.HorizontalAdvance(id); got != want {
			t.Errorf("%c is %v wide, not %v", r, got, want)
		}
	}
	other, _ := original.NominalGlyph('X')
	if g := small.GlyphData(other).(font.GlyphOutline); len(g.Segments) > 0 {
		t.Error("an unused letter is drawn")
	}
	if sum := words(file); sum != 0xB1B0AFBA {
		t.Errorf("the sum of the file is %X", sum)
	}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		e := file[12+16*i:]
		at, n := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		table := bytes.Clone(file[at : at+n])
		if string(e[:4]) == "head" {
			clear(table[8:12])
		}
		if words(table) != binary.BigEndian.Uint32(e[4:]) {
			t.Errorf("the sum of %s is wrong", e[:4])
		}
	}
}

func words(data []byte) (sum uint32) {
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	for i := 0; i < len(data); i += 4 {
		sum += binary.BigEndian.Uint32(data[i:])
	}
	return sum
}

// TestTexts wants glyphs to say exactly what they stand for: one that stands for
// two texts, many, and several for one text.
func TestTexts(t *testing.T) {
	d := pdf.NewDocument(pdf.Meta{Title: "t"})
	f := face(t)
	d.Embed(f, "LiberationSans", style.Data(style.Regular))
	p := d.AddPage(1000, 100)
	two := set(f, "--")
	two[1].Text = "\u2010"
	p.Text(0, 50, 10, black, two)
	accent := set(f, "ax")
	accent[0].Text, accent[1].Text = "a\u0301", ""
	p.Text(0, 70, 10, black, accent)
	var many strings.Builder
	for r := 'À'; r < 'À'+250; r++ {
		many.WriteRune(r)
	}
	p.Text(0, 90, 10, black, set(f, many.String()))
	doc := read(t, write(t, d))
	content := string(doc.streams[pageContent(t, doc)])
	if !strings.Contains(content, "/Span<</ActualText<FEFF00610301>>>BDC") {
		t.Errorf("no text stands beside the cluster in %.300s", content)
	}
	_, table := doc.follow(t, doc.find("/Type0")[0], "ToUnicode")
	hyphen, _ := f.NominalGlyph('-')
	if !strings.Contains(string(table), fmt.Sprintf("<%04X><002D>", hyphen)) || !strings.Contains(string(table), "><2010>") {
		t.Errorf("the hyphens are not told apart in %s", table)
	}
	blocks := regexp.MustCompile(`(\d+) beginbfchar\n((?:<.*\n)*)endbfchar`).FindAllStringSubmatch(string(table), -1)
	if len(blocks) < 3 {
		t.Errorf("%d blocks", len(blocks))
	}
	for _, b := range blocks {
		if n := strings.Count(b[2], "\n"); n > 100 || fmt.Sprint(n) != b[1] {
			t.Errorf("a block of %s has %d entries", b[1], n)
		}
	}
	cid := doc.find("/CIDFontType2")[0]
	_, glyphs := doc.follow(t, cid, "CIDToGIDMap ")
	if code := len(glyphs)/2 - 1; font.GID(binary.BigEndian.Uint16(glyphs[2*code:])) != hyphen {
		t.Errorf("code %d is another glyph", code)
	}
}

func pageContent(t *testing.T, doc *document) (n int) {
	t.Helper()
	fmt.Sscan(doc.match(t, doc.find("/Type/Page/")[0], `/Contents (\d+)`), &n)
	return n
}

// TestDrawnFonts wants a face without a file drawn from its outlines, in fonts of
// at most 255 glyphs, and a box for a character that no font has.
func TestDrawnFonts(t *testing.T) {
	d := pdf.NewDocument(pdf.Meta{Title: "t"})
	f := face(t)
	p := d.AddPage(1000, 100)
	var many strings.Builder
	for r := 'À'; r < 'À'+300; r++ {
		many.WriteRune(r)
	}
	p.Text(0, 50, 10, black, set(f, many.String()))
	p.Text(0, 70, 10, black, []pdf.Glyph{{Width: 0.7, Stretch: 1, Text: "\uE123"}})
	doc := read(t, write(t, d))
	fonts := doc.find("/Subtype/Type3")
	if len(fonts) != 3 || !strings.Contains(fonts[0], "/LastChar 255") || !strings.Contains(fonts[1], "/LastChar 45") {
		t.Fatalf("%d fonts", len(fonts))
	}
	if _, table := doc.follow(t, fonts[2], "ToUnicode"); !strings.Contains(string(table), "<01><E123>") {
		t.Errorf("the box says %s", table)
	}
	_, shape := doc.follow(t, fonts[0], "g1")
	if s := string(shape); !strings.Contains(s, " d1\n") || !strings.HasSuffix(s, "f\n") || !strings.Contains(s, " c\n") && !strings.Contains(s, " l\n") {
		t.Errorf("a glyph is %q", s)
	}
}

// TestLargePage wants a page beyond what readers take to have larger units.
func TestLargePage(t *testing.T) {
	d := pdf.NewDocument(pdf.Meta{Title: "t"})
	d.AddPage(28000, 140)
	page := read(t, write(t, d)).find("/Type/Page/")[0]
	if !strings.Contains(page, "/UserUnit 2") || !strings.Contains(page, "/MediaBox[0 0 14000 70]") {
		t.Errorf("the page is %s", page)
	}
}

type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

// TestWriteError wants the trouble of the writer to be told.
func TestWriteError(t *testing.T) {
	for _, room := range []int{0, 100, 5000} {
		if err := sample(t).Write(&full{room}); err == nil {
			t.Errorf("no error after %d bytes", room)
		}
	}
}
