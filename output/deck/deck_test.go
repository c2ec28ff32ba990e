package deck_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/deck"
	"github.com/argmap/argmap/output/layout"
)

func parse(text string) *argmap.Map {
	file, _ := claims.ForName("yaml").Parse(source.NewFile("map.yaml", text))
	m, _ := argmap.Build(file)
	return m
}

// maps are those that decks are tested on.
func maps() map[string]*argmap.Map {
	list := map[string]*argmap.Map{
		"long":  parse(long()),
		"large": testmap.Map(testmap.Shape{Claims: 300, Wild: true, Seed: 1}), // more than the locator shows
	}
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		list[name] = parse(text)
	}
	for seed := range uint64(8) {
		list[fmt.Sprint("wild", seed)] = testmap.Map(testmap.Shape{Claims: 10 + 8*int(seed), Wild: true, Links: 0.2, Groups: 2, Seed: seed})
	}
	return list
}

// long is a map whose title, whose thesis, one of whose premises, one of whose
// labels, and one of whose arguments do not fit a slide.
func long() string {
	var many strings.Builder
	for i := range 30 {
		fmt.Fprintf(&many, "        - Premise number %d of the many says what the others do not say, at some length.\n", i)
	}
	words := strings.Repeat("and so on ", 900)
	return "title: " + words + "\nthesis:\n  claim: The thesis " + words + "\n  because:\n    - premises:\n" + many.String() +
		"      but:\n        - claim: An undercut " + words + "\n          label: L" + words + "\n    - claim: " + strings.Repeat("x", 9000) + "\n"
}

// TestDecks holds every deck against the rules of a good one.
func TestDecks(t *testing.T) {
	for name, m := range maps() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := deck.Make(context.Background(), m.Outline(), layout.Options{})
			if err != nil {
				t.Fatal(err)
			}
			text := map[*argmap.Claim]bool{}
			ids := map[string]bool{}
			for i, s := range d.Slides {
				if size := s.SmallestText(); size < deck.SmallestText-1e-9 {
					t.Errorf("slide %d (%s) has text of %.1f pt", i+1, s.Title, size)
				}
				if want := fmt.Sprintf("slide-%d", i+1); s.ID != want || s.Title == "" {
					t.Errorf("slide %d is called %q, titled %q", i+1, s.ID, s.Title)
				}
				ids["#"+s.ID] = true
				inside(t, i+1, s)
				for _, e := range s.Shown {
					text[e.Claim] = true
				}
			}
			for _, s := range d.Slides {
				for _, x := range s.Texts {
					for _, l := range x.Lines {
						if strings.HasPrefix(l.URL, "#") && !ids[l.URL] {
							t.Errorf("%q links to %s, which is no slide", l.Text, l.URL)
						}
					}
				}
			}
			for _, c := range m.Claims {
				if !text[c] {
					t.Errorf("claim %s is on no slide in full", c.ID)
				}
			}
		})
	}
}

// inside wants everything on the slide, and texts off one another.
func inside(t *testing.T, n int, s *deck.Slide) {
	t.Helper()
	fits := func(what string, r layout.Rect) {
		if r.X < 0 || r.Y < 0 || r.X+r.W > deck.Width+0.01 || r.Y+r.H > deck.Height+0.01 {
			t.Errorf("slide %d (%s): %s leaves the slide: %+v", n, s.Title, what, r)
		}
	}
	var top float64
	for _, x := range s.Texts {
		fits("text", x.Rect)
		for _, l := range x.Lines {
			if l.X < x.X-0.01 || l.X+l.Width > x.X+x.W+0.5 || l.Y > x.Y+x.H || l.Y-l.Size > x.Y+x.H {
				t.Errorf("slide %d (%s): the line %.40q leaves its place %+v: %+v", n, s.Title, l.Text, x.Rect, l)
			}
		}
		if x.Role == deck.RoleTitle || x.Role == deck.RoleCrumbs {
			top = max(top, x.Y+x.H)
		}
	}
	if s.Drawing == nil {
		return
	}
	for _, b := range s.Drawing.Boxes {
		fits("a claim", b.Rect)
		if b.Y < top {
			t.Errorf("slide %d (%s): a claim stands under the title", n, s.Title)
		}
	}
	for _, f := range s.Drawing.Frames {
		fits("a frame", f.Rect)
	}
	if l := s.Locator; l != nil {
		here := false
		for _, d := range l.Dots {
			fits("the locator", d.Rect)
			here = here || d.Here
		}
		if !here {
			t.Errorf("slide %d (%s): the locator does not say where it is", n, s.Title)
		}
	}
}

// TestDeckOfExample is the shape of a talk: what is on which slide.
func TestDeckOfExample(t *testing.T) {
	text, _ := examples.Text("first-lesson")
	d, err := deck.Make(context.Background(), parse(text).Outline(), layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range d.Slides {
		got = append(got, s.Title)
	}
	t.Logf("%q", got)
}
