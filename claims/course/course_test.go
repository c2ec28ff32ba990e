package course_test

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/course"
	"github.com/argmap/argmap/claims/fulltext"
	"github.com/argmap/argmap/claims/source"
	"github.com/google/go-cmp/cmp"
)

// advice is what check says of a lesson's map without failing it. The lesson's notes
// speak of each piece.
var advice = map[string][]string{
	"1-what-is-a-claim":               {"info scope-shift"},
	"2-reasons-and-objections":        nil,
	"3-premises-that-need-each-other": {"info modality-shift"},
	"4-layers":                        {"info unstated-crux"},
	"5-evidence":                      {"info unanswered", "info unanswered"},
}

// TestMaps wants no mistake and no warning of the lessons' maps: every quote stands in
// its text at the place given, every locator is in range, every claim is in words of
// its own.
func TestMaps(t *testing.T) {
	for _, l := range course.Lessons() {
		t.Run(l.Folder, func(t *testing.T) {
			m, found := check(t, l)
			if last(l) { // the article earns its warnings, which are a part of the lesson
				found = slices.DeleteFunc(found, func(f string) bool { return strings.HasPrefix(f, "info") })
				want := []string{"warning bolder-than-quote", "warning bolder-than-quote", "warning bolder-than-quote", "warning bolder-than-quote", "warning single-source"}
				if d := cmp.Diff(want, found); d != "" {
					t.Errorf("notes.md speaks of other warnings (-notes +check):\n%s", d)
				}
			} else if d := cmp.Diff(advice[l.Folder], found); d != "" {
				t.Errorf("-agreed +found:\n%s", d)
			}
			for _, c := range m.Claims {
				if len(c.Evidence) == 0 && !c.Implicit && len(c.Pro) == 0 && !slices.Contains(c.Tags, "analyst") {
					t.Errorf("nothing says where the text has “%s”", c.Text)
				}
			}
		})
	}
}

// check is what argmap check finds in a lesson's map, sorted.
func check(t *testing.T, l course.Lesson) (*argmap.Map, []string) {
	t.Helper()
	file, diags := claims.Formats()[0].Parse(source.NewFile("map.yaml", l.Map()))
	m, more := argmap.Build(file)
	diags = append(diags, more...)
	texts, more := file.ReadTexts(opener(l.Folder))
	diags = append(diags, more...)
	in := lint.Input{Map: m, Texts: map[*argmap.Source]*fulltext.Text{}}
	for _, s := range m.Sources {
		if in.Texts[s] = texts[s.Decl]; in.Texts[s] == nil {
			if !last(l) {
				t.Errorf("the source %s has no text", s.ID)
			}
			delete(in.Texts, s)
		}
	}
	rules, err := (&lint.Config{}).Choose(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	diags = append(diags, lint.Check(in, rules)...)
	var found []string
	for _, d := range lint.Silence(file, diags, rules) {
		if d.Code == "unused-ignore" || d.Severity != source.Info {
			t.Log(d.Message)
		}
		found = append(found, fmt.Sprintf("%s %s", d.Severity, d.Code))
	}
	slices.Sort(found)
	return m, found
}

func opener(folder string) claims.Opener {
	files := fstest.MapFS{}
	for _, f := range course.Files() {
		files[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return func(name string) (fs.File, error) { return files.Open(path.Join(folder, name)) }
}

func last(l course.Lesson) bool { return l.Folder == "6-the-article" }

// TestProgression keeps what each lesson is about in its map.
func TestProgression(t *testing.T) {
	type shape struct{ claims, linked, implicit, depth, rebuttals, undercuts, schemes, kinds, sources int }
	got := map[string]shape{}
	for _, l := range course.Lessons() {
		m, _ := check(t, l)
		s := shape{claims: len(m.Claims), sources: len(m.Sources)}
		kinds := map[string]bool{}
		for _, c := range m.Claims {
			if c.Implicit {
				s.implicit++
			}
			for _, e := range c.Evidence {
				kinds[e.Kind] = e.Kind != ""
			}
		}
		delete(kinds, "")
		s.kinds = len(kinds)
		for _, a := range m.Arguments {
			count := func(n *int, yes bool) {
				if yes {
					*n++
				}
			}
			target, onClaim := a.Target.(*argmap.Claim)
			count(&s.linked, len(a.Premises) > 1)
			count(&s.undercuts, a.OnStep() && a.Kind == argmap.Attack)
			count(&s.schemes, a.Scheme != "")
			count(&s.rebuttals, a.Kind == argmap.Attack && onClaim && len(target.Uses) > 0 && target.Uses[0].Kind == argmap.Attack)
		}
		m.Outline().Each(func(e *argmap.Entry) { s.depth = max(s.depth, depth(e)) }, nil)
		got[l.Folder] = s
	}
	want := map[string]shape{
		"1-what-is-a-claim":               {claims: 6, depth: 3, rebuttals: 1, sources: 1},
		"2-reasons-and-objections":        {claims: 10, depth: 4, rebuttals: 3, sources: 1},
		"3-premises-that-need-each-other": {claims: 12, linked: 5, implicit: 4, depth: 3, rebuttals: 1, sources: 1},
		"4-layers":                        {claims: 16, linked: 4, implicit: 1, depth: 5, rebuttals: 1, sources: 1},
		"5-evidence":                      {claims: 18, linked: 7, implicit: 1, depth: 3, rebuttals: 1, undercuts: 3, schemes: 6, kinds: 7, sources: 3},
	}
	delete(got, "6-the-article") // as it is
	if d := cmp.Diff(want, got, cmp.AllowUnexported(shape{})); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func depth(e *argmap.Entry) int {
	most := 0
	var of func(*argmap.Step)
	of = func(s *argmap.Step) {
		for _, p := range s.Premises {
			most = max(most, depth(p))
		}
		for _, c := range s.Children {
			of(c)
		}
	}
	for _, s := range e.Children {
		of(s)
	}
	return most + 1
}

// TestExercises makes every exercise of the course, and wants its variants to differ.
func TestExercises(t *testing.T) {
	seeds := map[uint64]string{}
	for _, l := range course.Lessons() {
		m, _ := check(t, l)
		for _, ex := range l.Exercises {
			t.Run(l.Folder+"/"+ex.Type, func(t *testing.T) {
				typ := exercise.ForName(ex.Type)
				if typ == nil {
					t.Skipf("there is no exercise %s yet", ex.Type)
				}
				shown := map[string]bool{}
				for i := range ex.Count {
					seed := ex.Seed + uint64(i)
					if other := seeds[seed]; other != "" {
						t.Errorf("seed %d is that of %s too", seed, other)
					}
					seeds[seed] = t.Name()
					paper, key, err := exercise.Make(m, typ, exercise.Options{Seed: seed, Level: ex.Level})
					if errors.Is(err, exercise.ErrTooSmall) {
						t.Fatalf("seed %d: the lesson's map does not do: %v", seed, err)
					} else if err != nil {
						t.Fatal(err)
					}
					if len(paper.Fields) == 0 || len(key.Fields) != len(paper.Fields) {
						t.Errorf("seed %d: %d fields, and %d in the key", seed, len(paper.Fields), len(key.Fields))
					}
					shown[fmt.Sprint(paper.Claims, paper.Bank, paper.Fields)] = true
				}
				if len(shown) < 2 && ex.Count > 1 {
					t.Errorf("the %d variants are one", ex.Count)
				}
			})
		}
	}
}

// TestFiles wants every lesson whole, its text of a length that can be read in ten
// minutes, and the teacher told of every exercise.
func TestFiles(t *testing.T) {
	files := map[string]string{}
	for _, f := range course.Files() {
		if files[f.Path] != "" || f.Text == "" || !fs.ValidPath(f.Path) {
			t.Errorf("%s is empty, or there twice, or no path", f.Path)
		}
		files[f.Path] = f.Text
	}
	if files["class.txt"] == "" || files["README.md"] == "" {
		t.Error("README.md or class.txt is missing")
	}
	for i, l := range course.Lessons() {
		if n := len(strings.Fields(files[l.Folder+"/text.md"])); n < 120 || n > 350 {
			t.Errorf("%s/text.md has %d words", l.Folder, n)
		}
		notes := files[l.Folder+"/notes.md"]
		if head := fmt.Sprintf("# %d %s\n", i+1, l.Title); !strings.HasPrefix(notes, head) {
			t.Errorf("%s/notes.md does not begin with %q", l.Folder, head)
		}
		var types []string
		for _, ex := range l.Exercises {
			types = append(types, ex.Type)
			if !strings.Contains(notes, "`"+ex.Type+"`") {
				t.Errorf("%s/notes.md does not speak of `%s`", l.Folder, ex.Type)
			}
		}
		if row := fmt.Sprintf("| %d %s |", i+1, l.Title); !strings.Contains(files["README.md"], row) || !strings.Contains(files["README.md"], "| "+strings.Join(types, ", ")+" |\n") {
			t.Errorf("README.md has no row %s with %v", row, types)
		}
	}
}
