package pptx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// files are the parts of a presentation as it is written.
func files(t *testing.T, p *Presentation) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
		list[f.Name] = string(data)
	}
	return list
}

func words(text string) *Text {
	return &Text{Paragraphs: []Paragraph{{Runs: []Run{{Text: text, Size: 12}}}}}
}

// lesson has two slides: boxes in a group, a connector, links, notes and clicks.
func lesson() *Presentation {
	one, two := &Slide{Title: "One", Notes: []string{"Say this.", "Then that."}}, &Slide{}
	top := &Box{Rect: Rect{100, 10, 100, 30}, Text: words("Thesis"), Corner: 3, Sites: []Point{{0.4, 1}}}
	low := &Box{Label: Label{Name: "Low", Alt: "a reason"}, Rect: Rect{20, 100, 100, 30}, Text: words("Reason"), Link: &Link{Slide: two}}
	group := &Group{Shapes: []Shape{low}}
	line := &Connector{Points: []Point{{140, 40}, {140, 70}, {70, 70}, {70, 100}}, Start: Glue{top, FirstSite}, End: Glue{low, Top},
		Line: Line{Width: 1, Head: Triangle}, Label: Label{Decorative: true}}
	one.Shapes = []Shape{top, group, line}
	one.Clicks = [][]Shape{{group, line}}
	away := &Box{Rect: Rect{10, 10, 50, 20}, Text: words("Away")}
	away.Text.Paragraphs[0].Runs[0].Link = &Link{URL: "notes on dogs.pdf"}
	two.Shapes = []Shape{away}
	return &Presentation{Title: "Lesson", Lang: "en-GB", Width: 300, Height: 200, Theme: Theme{Name: "T", Font: "Arial"}, Slides: []*Slide{one, two}}
}

// TestWrite reads a presentation back, part by part.
func TestWrite(t *testing.T) {
	got := files(t, lesson())
	slide, rels := got["ppt/slides/slide1.xml"], got["ppt/slides/_rels/slide1.xml.rels"]
	for _, c := range []struct{ what, in, want string }{
		{"the size in EMU", got["ppt/presentation.xml"], `<p:sldSz cx="3810000" cy="2540000"/>`},
		{"both slides", got["ppt/presentation.xml"], `<p:sldId id="256" r:id="rId3"/><p:sldId id="257" r:id="rId4"/>`},
		{"a title that is one", slide, `<p:ph type="title"/>`},
		{"the title above the slide", slide, `<a:off x="0" y="-508000"/>`},
		{"the description", slide, `name="Low" descr="a reason"`},
		{"glue to the box's own site", slide, `<a:stCxn id="3" idx="4"/><a:endCxn id="5" idx="0"/>`},
		{"the site that is glued to", slide, `<a:gd name="x0" fmla="*/ w 40000 100000"/>`},
		{"one click, both shapes", slide, `nodeType="clickEffect"`},
		{"the second with the first", slide, `nodeType="withEffect"`},
		{"what appears", slide, `<p:spTgt spid="4"/>`},
		{"a link to a slide", slide, `action="ppaction://hlinksldjump"`},
		{"that slide", rels, `Target="slide2.xml"`},
		{"a link to a file", got["ppt/slides/_rels/slide2.xml.rels"], `Target="notes%20on%20dogs.pdf" TargetMode="External"`},
		{"a slide without a title is blank", got["ppt/slides/_rels/slide2.xml.rels"], "slideLayout2.xml"},
		{"the notes", got["ppt/notesSlides/notesSlide1.xml"], `Then that.`},
		{"the language", slide, `lang="en-GB"`},
		{"the title of the file", got["docProps/core.xml"], `<dc:title>Lesson</dc:title>`},
	} {
		if !strings.Contains(c.in, c.want) {
			t.Errorf("%s: no %s in\n%s", c.what, c.want, c.in)
		}
	}
	if got["ppt/notesSlides/notesSlide2.xml"] != "" {
		t.Error("a slide without notes has notes")
	}
}

// TestNothingDangles takes away what others refer to.
func TestNothingDangles(t *testing.T) {
	p := lesson()
	one := p.Slides[0]
	p.Slides = p.Slides[:1] // the slide that a box links to
	one.Shapes = one.Shapes[1:]
	one.Clicks = append(one.Clicks, []Shape{&Box{}})
	slide := files(t, p)["ppt/slides/slide1.xml"]
	if strings.Contains(slide, "stCxn") || !strings.Contains(slide, "endCxn") {
		t.Error("the connector is glued to a box that is gone, or is not glued to that which is there")
	}
	if strings.Contains(slide, "hlinksldjump") {
		t.Error("a link leads to a slide that is gone")
	}
	if n := strings.Count(slide, "clickEffect"); n != 1 {
		t.Errorf("%d clicks", n)
	}
}

// TestTwoWays wants a connector with corners there twice, under one id, and a
// straight one once.
func TestTwoWays(t *testing.T) {
	p := lesson()
	if s := files(t, p)["ppt/slides/slide1.xml"]; strings.Count(s, `<p:cNvPr id="6"`) != 2 || !strings.Contains(s, "mc:Fallback") {
		t.Error("no other way for programs that route for themselves")
	}
	p.Slides[0].Shapes[2].(*Connector).Points = []Point{{140, 40}, {140, 100}}
	if s := files(t, p)["ppt/slides/slide1.xml"]; strings.Contains(s, "mc:") {
		t.Error("a straight connector stands there twice")
	}
}

// TestAnyText holds for any text: every part is well-formed, and what XML can hold of
// the text is read back.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("<&\"'>]\x00\x0b\n\uFFFE\u202E")))).Draw(rt, "text")
		p := lesson()
		s := p.Slides[0]
		p.Title, p.Lang, s.Title, s.Notes = text, text, text, []string{text}
		box := s.Shapes[0].(*Box)
		box.Label, box.Text = Label{Name: text, Alt: text}, words(text)
		box.Text.Paragraphs[0].Runs[0].Link = &Link{URL: text}
		for name, data := range files(t, p) {
			if err := wellFormed(data); err != nil {
				rt.Fatalf("%s: %v\n%s", name, err, data)
			}
		}
	})
}

func wellFormed(data string) error {
	dec := xml.NewDecoder(strings.NewReader(data))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestURI(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/?a=1&b=%22": "https://example.org/?a=1&b=%22",
		"https://example.org/100%":       "https://example.org/100%25",
		"a b/ü.pdf#p#2":                  "a%20b/%C3%BC.pdf#p%232",
		"http://[::1]/x":                 "http://[::1]/x",
		"x[1]\"<>.pdf":                   "x%5B1%5D%22%3C%3E.pdf",
	} {
		if got := uri(link); got != want {
			t.Errorf("%s: %s, want %s", link, got, want)
		}
	}
}

// TestLimits keeps sides and sizes within what the format knows.
func TestLimits(t *testing.T) {
	p := lesson()
	p.Width, p.Height = 9999, 1
	p.Slides[0].Shapes[0].(*Box).Text.Paragraphs[0].Runs[0].Size = 0.2
	got := files(t, p)
	if want := `<p:sldSz cx="51206400" cy="914400"/>`; !strings.Contains(got["ppt/presentation.xml"], want) {
		t.Errorf("no %s", want)
	}
	if !strings.Contains(got["ppt/slides/slide1.xml"], `sz="100"`) {
		t.Error("a text is smaller than the format knows")
	}
}

// TestIDs wants no id twice, nor a relationship.
func TestIDs(t *testing.T) {
	for name, data := range files(t, lesson()) {
		seen := map[string]bool{}
		data = regexp.MustCompile(`(?s)<mc:Fallback>.*?</mc:Fallback>`).ReplaceAllString(data, "")
		for _, m := range regexp.MustCompile(`(?:cNvPr id|cTn id|Relationship Id)="(\w+)"`).FindAllString(data, -1) {
			if seen[m] {
				t.Errorf("%s: %s stands twice", name, m)
			}
			seen[m] = true
		}
	}
}

func ExampleWrite() {
	hello := &Box{Rect: Rect{20, 20, 200, 40}, Text: words("Hello")}
	var b bytes.Buffer
	err := Write(&b, &Presentation{Width: 240, Height: 80, Slides: []*Slide{{Title: "Hello", Shapes: []Shape{hello}}}})
	fmt.Println(err, b.Len() > 0)
	// Output: <nil> true
}
