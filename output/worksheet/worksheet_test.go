package worksheet_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
	"github.com/argmap/argmap/output/style"
	"github.com/argmap/argmap/output/worksheet"
)

// secret stands in every id of the tests' maps: it must not come out on a student's sheet.
const secret = "zq-author-zq-"

// shapes are maps of every shape, made once.
var shapes = sync.OnceValue(func() []*argmap.Map {
	var list []*argmap.Map
	for i, n := range []int{6, 12, 25, 60} {
		for _, wild := range []bool{false, true} {
			text := testmap.Text(testmap.Shape{Claims: n, Groups: i % 2, Wild: wild, Seed: uint64(i)})
			list = append(list, parsed(strings.NewReplacer("id: c", "id: "+secret, "ref: c", "ref: "+secret).Replace(text)))
		}
	}
	for _, e := range examples.List() {
		text, _ := examples.Text(e.Name)
		list = append(list, parsed(text))
	}
	return list
})

func parsed(text string) *argmap.Map {
	file, diags := claims.Formats()[0].Parse(source.NewFile("map.yaml", text))
	if diags.HasErrors() {
		panic(diags[0].Message)
	}
	m, _ := argmap.Build(file)
	return m
}

// hostile is a name that tries to be something else in every format.
const hostile = "A\"b: [x]\n# | <b>*_`$\u202e\\../é 名"

// sheet is an exercise with its key; nil where the map is too small for it.
func sheet(m *argmap.Map, typ *exercise.Type, seed uint64, level int, student string) (*worksheet.Sheet, *exercise.Key) {
	p, k, err := exercise.Make(m, typ, exercise.Options{Seed: seed, Level: level, Student: student})
	if err != nil {
		return nil, nil
	}
	return &worksheet.Sheet{Papers: []*exercise.Paper{p}, Palette: style.Palettes()[0]}, k
}

// each calls a function with exercises of every type and level over all maps.
func each(t *testing.T, f func(t *testing.T, s *worksheet.Sheet, k *exercise.Key)) {
	for _, typ := range exercise.Types() {
		t.Run(typ.Name, func(t *testing.T) {
			made := 0
			for i, m := range shapes() {
				level := i%exercise.MaxLevel + 1
				if s, k := sheet(m, typ, uint64(i), level, hostile); s != nil {
					made++
					f(t, s, k)
				}
			}
			if made == 0 {
				t.Error("no map gives an exercise")
			}
		})
	}
}

func written(t *testing.T, f *worksheet.Format, s *worksheet.Sheet) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := worksheet.Write(context.Background(), &b, f, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func withKey(s *worksheet.Sheet, k *exercise.Key) *worksheet.Sheet {
	copied := *s
	copied.Keys = []*exercise.Key{k}
	return &copied
}

// TestShown shows sheets in text, for students and with what is right.
func TestShown(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", ".yaml", func(t *testing.T, _, text string) string {
		m, out := parsed(text), ""
		show := func(f *worksheet.Format, key bool, types ...string) {
			for _, name := range types {
				s, k := sheet(m, exercise.ForName(name), 3, 2, "Ada Lovelace")
				if s == nil {
					t.Fatal(name)
				}
				head := "student"
				if key {
					s, head = withKey(s, k), "key"
				}
				out += fmt.Sprintf("== %s, %s, %s ==\n%s\n", f.Name, name, head, written(t, f, s))
			}
		}
		show(worksheet.Form, false, "conclusion", "polarity", "place", "missing", "standard-form", "evidence", "repair", "build")
		show(worksheet.Form, true, "linked", "build")
		show(worksheet.Markdown, false, "blanks", "build", "linked")
		show(worksheet.Markdown, true, "blanks", "build", "missing")
		show(worksheet.Gaps, false, "place", "build", "repair")
		show(worksheet.Gaps, true, "place", "build", "repair")
		return out
	})
}

// TestFormIsRead reads forms back: an empty one is an answer without answers, and one
// with the key filled in is right in every field.
func TestFormIsRead(t *testing.T) {
	each(t, func(t *testing.T, s *worksheet.Sheet, k *exercise.Key) {
		for _, filled := range []bool{false, true} {
			if filled {
				s = withKey(s, k)
			}
			a, diags := exercise.ReadAnswer(source.NewFile("a.yaml", written(t, worksheet.Form, s)))
			if a == nil || len(diags) > 0 || a.Type != k.Type.Name || a.Seed != k.Seed || !strings.HasPrefix(a.Student, "A\"b: [x]") {
				t.Fatalf("filled %v: %+v %v", filled, a, diags)
			}
			for _, f := range k.Fields {
				got := a.Fields[f.ID]
				switch {
				case !filled || len(f.Right) == 0:
					if len(got) > 0 {
						t.Errorf("field %s of an empty form holds %q", f.ID, got)
					}
				case f.Open:
					if len(got) == 0 {
						t.Errorf("field %s lost its words", f.ID)
					}
				case f.Several:
					if len(got) != len(f.Right) {
						t.Errorf("field %s holds %q, not %v", f.ID, got, f.Right)
					}
				case len(got) != 1 || got[0] != f.Right[0].Key:
					t.Errorf("field %s holds %q, not %q", f.ID, got, f.Right[0].Key)
				}
			}
		}
	})
}

// TestGapsAreClaimsFiles reads what students edit as a claims file, and the mended one as
// one without errors whose ids the key knows.
func TestGapsAreClaimsFiles(t *testing.T) {
	each(t, func(t *testing.T, s *worksheet.Sheet, k *exercise.Key) {
		var b bytes.Buffer
		if _, err := worksheet.Write(context.Background(), &b, worksheet.Gaps, s); err != nil {
			if slices.Contains([]string{"place", "blanks", "build", "repair"}, k.Type.Name) {
				t.Error(err)
			}
			return
		}
		for _, text := range []string{b.String(), written(t, worksheet.Gaps, withKey(s, k))} {
			file, diags := claims.Formats()[0].Parse(source.NewFile("gaps.yaml", text))
			_, more := argmap.Build(file)
			for _, d := range append(diags, more...) { // at higher levels students say what the thesis is
				if d.Severity == source.Error && (d.Code != "no-thesis" || k.Type.Name != "build") {
					t.Fatalf("%s\n%s", d.Message, text)
				}
			}
			for _, c := range file.Claims {
				if id := c.ID.Value; id != "" && k.Claims[id] == "" {
					t.Errorf("the key does not know the id %q", id)
				}
			}
		}
	})
}

// TestNothingTold looks through students' files for what only authors and keys know.
func TestNothingTold(t *testing.T) {
	each(t, func(t *testing.T, s *worksheet.Sheet, k *exercise.Key) {
		for _, f := range worksheet.Formats() {
			if f.Marks || f == worksheet.Gaps && s.Papers[0].Map == nil && k.Type.Name != "build" {
				continue
			}
			text := written(t, f, s)
			if f == worksheet.PDF {
				if len(s.Papers[0].Fields) > 6 { // those of large maps take long to take apart
					continue
				}
				text = plainPDF(t, text)
			}
			if strings.Contains(text, secret) {
				t.Errorf("%s: an id of the author's", f.Name)
			}
			flat := strings.Join(strings.Fields(text), " ")
			for _, kf := range k.Fields {
				if kf.Why != "" && strings.Contains(flat, strings.Join(strings.Fields(kf.Why), " ")) {
					t.Errorf("%s: it says %q", f.Name, kf.Why)
				}
			}
			if again := written(t, f, s); f != worksheet.PDF && again != text {
				t.Errorf("%s: the same sheet is written in two ways", f.Name)
			}
		}
	})
}

// TestSingleFormatsTakeOne wants formats that hold one paper to say so of two.
func TestSingleFormatsTakeOne(t *testing.T) {
	s, _ := sheet(shapes()[0], exercise.ForName("place"), 1, 1, "")
	s.Papers = append(s.Papers, s.Papers[0])
	for _, f := range worksheet.Formats() {
		_, err := worksheet.Write(context.Background(), &bytes.Buffer{}, f, s)
		if f.Single != (err != nil) && !f.Marks {
			t.Errorf("%s: two papers: %v", f.Name, err)
		}
	}
}

// TestFormatsAreFound finds formats by name and by the longest extension.
func TestFormatsAreFound(t *testing.T) {
	for path, want := range map[string]*worksheet.Format{
		"a.pdf": worksheet.PDF, "A.MD": worksheet.Markdown, "a.yaml": worksheet.Form, "a.claims.yaml": worksheet.Gaps, "a.key": nil,
	} {
		if got := worksheet.ForPath(path); got != want {
			t.Errorf("%s is a %v", path, got)
		}
	}
	for _, f := range worksheet.Formats() {
		if worksheet.ForName(f.Name) != f {
			t.Errorf("%s is not found by its name", f.Name)
		}
	}
}
