package output_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

func parse(t testing.TB, name, text string) *argmap.Map {
	t.Helper()
	file, diags := claims.Formats()[0].Parse(source.NewFile(name, text))
	m, more := argmap.Build(file)
	if all := append(diags, more...); all.HasErrors() {
		t.Fatal(all)
	}
	return m
}

func job(m *argmap.Map) *output.Job {
	return &output.Job{Outline: m.Outline(), Palette: style.Palettes()[0]}
}

func write(t testing.TB, f *output.Format, j *output.Job) ([]byte, source.Diagnostics) {
	t.Helper()
	var b bytes.Buffer
	diags, err := output.Write(context.Background(), &b, f, j)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), diags
}

// maps are what the writers are tested on: the examples, and maps with long
// words, many scripts, circles and several roots.
func maps(t *testing.T) map[string]*argmap.Map {
	list := map[string]*argmap.Map{"hostile": parse(t, "hostile.yaml", hostile)}
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		list[name] = parse(t, name+".yaml", text)
	}
	for seed := range uint64(4) {
		list[fmt.Sprint("wild", seed)] = testmap.Map(testmap.Shape{Claims: 30, Wild: true, Groups: 2, Links: 0.2, Seed: seed})
	}
	return list
}

const hostile = `
title: "</title><script>alert(1)</script>"
sources:
  s: {title: "\"><img src=x onerror=alert(1)>", URL: "javascript:alert(1)"}
  good: {title: Good, URL: "https://example.org/?a=1&b=%22"}
thesis:
  claim: "</text></svg><script>alert('1')</script> & ]]> <!-- \" \\ \\N {x|y} <b>"
  id: thesis
  group: "\"];evil[label=\"<&"
  evidence: [s "><, good p. 1, {url: "data:text/html,<script>"}]
  because:
    - "]]></style>"
    - "\\\" \\n \\l ${x} %s"
`

// TestSameBytes writes each map twice, from two jobs.
func TestSameBytes(t *testing.T) {
	for name, m := range maps(t) {
		for _, f := range output.Formats() {
			one, two := job(m), job(m)
			one.Scale, two.Scale = 0.5, 0.5
			a, _ := write(t, f, one)
			b, _ := write(t, f, two)
			if !bytes.Equal(a, b) {
				t.Errorf("%s: two runs of %s differ", name, f.Name)
			}
			if len(a) == 0 {
				t.Errorf("%s: %s is empty", name, f.Name)
			}
		}
	}
}

// svgDoc is what a reader finds in an SVG.
type svgDoc struct {
	ids   map[string]bool
	texts map[string]string // of each claim, by its element's id: its lines, joined
	links []string
}

func readSVG(t *testing.T, data []byte) svgDoc {
	t.Helper()
	doc := svgDoc{ids: map[string]bool{}, texts: map[string]string{}}
	dec := xml.NewDecoder(bytes.NewReader(data))
	var open []string // ids of the open elements
	inText := 0
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return doc
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			id := ""
			for _, a := range tok.Attr {
				switch name := a.Name.Local; {
				case name == "id":
					id = a.Value
					if doc.ids[id] {
						t.Errorf("id %q stands twice", id)
					}
					doc.ids[id] = true
				case name == "href":
					doc.links = append(doc.links, a.Value)
				case strings.HasPrefix(name, "on"):
					t.Errorf("an attribute %s", name)
				}
			}
			if name := tok.Name.Local; name == "script" || name == "foreignObject" || name == "img" || name == "b" {
				t.Errorf("an element <%s>", name)
			}
			open = append(open, id)
			if tok.Name.Local == "text" {
				inText++
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if tok.Name.Local == "text" {
				inText--
			}
		case xml.CharData:
			for i := len(open) - 1; i >= 0 && inText > 0; i-- {
				if strings.HasPrefix(open[i], "claim-") {
					doc.texts[open[i]] += string(tok)
					break
				}
			}
		}
	}
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// TestSVG reads each picture as XML: every claim stands in it under an id of its
// own with its text whole, every link is safe, and nothing of the text has become
// an element.
func TestSVG(t *testing.T) {
	for name, m := range maps(t) {
		t.Run(name, func(t *testing.T) {
			for _, theme := range []output.Theme{output.Light, output.Dark, output.Auto} {
				j := job(m)
				j.Theme, j.Layout.Legend, j.Layout.Numbers = theme, true, true
				data, _ := write(t, output.SVG, j)
				doc := readSVG(t, data)
				for _, c := range m.Claims {
					if got := squeeze(doc.texts["claim-"+c.ID]); !strings.Contains(got, squeeze(c.Text)) {
						t.Errorf("claim %s is drawn as %q", c.ID, got)
					}
				}
				for _, link := range doc.links {
					if _, ok := argmap.SafeURL(strings.TrimPrefix(link, "#")); !ok {
						t.Errorf("link %q", link)
					}
				}
				head, _, _ := strings.Cut(string(data), "\n<rect")
				for _, want := range []string{`role="img"`, "<title", "<desc", "aria-labelledby"} {
					if !strings.Contains(head, want) {
						t.Errorf("no %s at the top", want)
					}
				}
			}
		})
	}
}

// TestPNG decodes a picture: it has the size that the scale asks for, and ink
// where the thesis stands.
func TestPNG(t *testing.T) {
	for name, m := range maps(t) {
		j := job(m)
		j.Scale = 0.75
		data, _ := write(t, output.PNG, j)
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		d, err := j.Drawing(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := float64(img.Bounds().Dx()), d.Width*0.75; got < want-1 || got > want+1 {
			t.Errorf("%s: %v pixels wide, want about %v", name, got, want)
		}
		dark, all := 0, 0
		for y := 0; y < img.Bounds().Dy(); y += 2 {
			for x := 0; x < img.Bounds().Dx(); x += 2 {
				r, g, b, _ := img.At(x, y).RGBA()
				if all++; r+g+b < 3*0x6000 {
					dark++
				}
			}
		}
		if dark*1000 < all {
			t.Errorf("%s: %d of %d pixels are dark", name, dark, all)
		}
	}
}

// TestMissingGlyphs wants a character that no font has named, and drawn as a box.
func TestMissingGlyphs(t *testing.T) {
	_, diags := write(t, output.PNG, job(parse(t, "in.yaml", "thesis: \"A private sign, \uE123, and another, \uE124.\"\n")))
	if len(diags) != 1 || !strings.Contains(diags[0].Message, "U+E123") || !strings.Contains(diags[0].Message, "U+E124") {
		t.Errorf("diagnostics are %v", diags)
	}
}

// TestDOT looks for every claim's words in the graph.
func TestDOT(t *testing.T) {
	for name, m := range maps(t) {
		data, _ := write(t, output.DOT, job(m))
		text := squeeze(string(data))
		for _, c := range m.Claims {
			word := strings.FieldsFunc(c.Text, func(r rune) bool { return strings.ContainsRune(` <>&"'/\`, r) })[0]
			if begin := []rune(word)[:min(6, len([]rune(word)))]; !strings.Contains(text, string(begin)) {
				t.Errorf("%s: no %q of claim %s", name, word, c.ID)
			}
		}
		if strings.Contains(string(data), "javascript:") && strings.Contains(string(data), `URL="javascript:`) {
			t.Errorf("%s: an unsafe link", name)
		}
	}
}

// TestJSON reads the map back: every claim and argument with its relations.
func TestJSON(t *testing.T) {
	for name, m := range maps(t) {
		data, _ := write(t, output.JSON, job(m))
		var out struct {
			Version int `json:"argmap"`
			Thesis  string
			Claims  []struct {
				ID, Text            string
				Reasons, Objections []string
				Span                struct{ Start, End, Line, Column int }
			}
			Arguments []struct {
				ID, Kind, Role string
				Premises       []string
				Target         struct{ Claim, Argument string }
			}
		}
		if err := json.Unmarshal(data, &out); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if out.Version != 1 || out.Thesis != m.Thesis.ID || len(out.Claims) != len(m.Claims) || len(out.Arguments) != len(m.Arguments) {
			t.Fatalf("%s: version %d, thesis %q, %d claims, %d arguments", name, out.Version, out.Thesis, len(out.Claims), len(out.Arguments))
		}
		for i, c := range out.Claims {
			if c.ID != m.Claims[i].ID || c.Text != m.Claims[i].Text || len(c.Reasons) != len(m.Claims[i].Pro) || len(c.Objections) != len(m.Claims[i].Con) {
				t.Errorf("%s: claim %d is %+v", name, i, c)
			}
			if p := m.Source.Position(c.Span.Start); p.Line != c.Span.Line || p.Col != c.Span.Column {
				t.Errorf("%s: claim %s stands at %v, not %+v", name, c.ID, p, c.Span)
			}
		}
		for i, a := range out.Arguments {
			if want := m.Arguments[i]; a.ID != want.ID || a.Role != want.Role().String() || len(a.Premises) != len(want.Premises) || (a.Target.Claim == "") == (a.Target.Argument == "") {
				t.Errorf("%s: argument %d is %+v", name, i, a)
			}
		}
	}
}

// TestFormats wants of each format what help, completion and the README say of it.
func TestFormats(t *testing.T) {
	for _, f := range output.Formats() {
		if f.Title == "" || f.Use == "" || f.MIME == "" || output.ForName(f.Name) != f || output.ForPath("a"+strings.ToUpper(f.Ext)) != f {
			t.Errorf("%+v", f)
		}
	}
}

// BenchmarkWrite measures each writer by itself, after the layout.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{20, 200, 2000} {
		m := testmap.Map(testmap.Shape{Claims: n})
		for _, f := range output.Formats() {
			j := job(m)
			j.Scale = 1
			if _, err := j.Drawing(context.Background()); err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("%s/%d", f.Name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := output.Write(context.Background(), io.Discard, f, j); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkPipeline measures the steps from text to SVG of trees, and of maps a
// tenth of whose premises stand elsewhere. Everything but the layout should take
// less than a quarter of the layout's time at 2,000 claims.
func BenchmarkPipeline(b *testing.B) {
	for _, links := range []float64{0, 0.1} {
		shape := map[float64]string{0: "tree", 0.1: "links"}[links]
		for _, n := range []int{20, 200, 2000, 10000} {
			text := testmap.Text(testmap.Shape{Claims: n, Links: links})
			file, _ := claims.Formats()[0].Parse(source.NewFile("map.yaml", text))
			m, _ := argmap.Build(file)
			j := job(m)
			if _, err := j.Drawing(context.Background()); err != nil {
				b.Fatal(err)
			}
			steps := []struct {
				name string
				run  func() error
			}{
				{"parse", func() error { claims.Formats()[0].Parse(source.NewFile("map.yaml", text)); return nil }},
				{"build", func() error { argmap.Build(file); return nil }},
				{"measure", func() error { measure(m); return nil }},
				{"layout", func() error { _, err := layout.Layout(context.Background(), m.Outline(), layout.Options{}); return err }},
				{"draw", func() error { _, err := output.Write(context.Background(), io.Discard, output.SVG, j); return err }},
			}
			for _, s := range steps {
				b.Run(fmt.Sprintf("%s/%d/%s", shape, n, s.name), func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						if err := s.run(); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
	}
}

// measure wraps every claim, with fonts that have measured nothing yet.
func measure(m *argmap.Map) {
	ms := layout.NewMeasurer(layout.Options{})
	for _, c := range m.Claims {
		e := &argmap.Entry{Claim: c}
		e.Home = e
		ms.Box(e, false)
	}
}
