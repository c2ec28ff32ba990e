package argmap_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims/examples"
)

const trial = `
thesis:
  claim: The zoo should keep its elephants.
  because:
    - premises:
        - id: herd
          claim: The herd is bound together.
          group: Welfare
          because:
            - {id: kin, claim: They are kin., tags: [biology]}
            - They sleep side by side.
        - What is bound together should stay together.
      but:
        - {id: habit, claim: A bond can be a habit.}
    - {id: school, claim: Schools learn from them., because: [ref: kin, Classes come daily.]}
  but:
    - {id: cost, claim: They cost more than all birds., tags: [money]}
claims:
  - {claim: Elephants are mammals., tags: [biology]}
`

// sketch writes what a view shows in one line a claim.
func sketch(o *argmap.Outline) string {
	var b strings.Builder
	o.Each(func(e *argmap.Entry) {
		fmt.Fprintf(&b, "%s %s", e.Number, e.Claim.Text)
		if e.Again {
			fmt.Fprintf(&b, " [again at %s, away %v]", e.Home.Number, e.Away)
		}
		if e.Above != nil {
			fmt.Fprintf(&b, " [in %s]", e.Above.Number)
		}
		for _, n := range []struct {
			what  string
			count int
		}{{"below", e.Hidden}, {"elsewhere", e.Elsewhere}} {
			if n.count > 0 {
				fmt.Fprintf(&b, " +%d %s", n.count, n.what)
			}
		}
		b.WriteString("\n")
	}, func(s *argmap.Step) {
		if s.Hidden > 0 {
			fmt.Fprintf(&b, "%s: +%d on the step\n", s.Number, s.Hidden)
		}
	})
	return b.String()
}

func TestView(t *testing.T) {
	for _, test := range []struct {
		name string
		view argmap.View
		want string
	}{
		{"a claim", argmap.View{Focus: "herd"}, `
1.1 The herd is bound together. [in 1] +7 elsewhere
1.1.1 They are kin.
1.1.2 They sleep side by side.
`},
		{"an argument, by number", argmap.View{Focus: "1"}, `
 The zoo should keep its elephants. +3 below +1 elsewhere
1.1 The herd is bound together.
1.1.1 They are kin.
1.1.2 They sleep side by side.
1.2 What is bound together should stay together.
1.S1 A bond can be a habit.
`},
		{"an undercut", argmap.View{Focus: "objection-habit"}, `
 The zoo should keep its elephants. +3 below +1 elsewhere
1.1 The herd is bound together. +2 below
1.2 What is bound together should stay together.
1.S1 A bond can be a habit.
`},
		{"what stands elsewhere is away", argmap.View{Focus: "school"}, `
2 Schools learn from them. [in 2] +8 elsewhere
2.1 They are kin. [again at 1.1.1, away true]
2.2 Classes come daily.
`},
		{"a level", argmap.View{Depth: 1}, `
 The zoo should keep its elephants.
1: +1 on the step
1.1 The herd is bound together. +2 below
1.2 What is bound together should stay together.
2 Schools learn from them. +1 below
3 They cost more than all birds.
A Elephants are mammals.
`},
		{"a tag", argmap.View{Only: []string{"money"}}, `
 The zoo should keep its elephants. +7 below +1 elsewhere
3 They cost more than all birds.
`},
		{"a group", argmap.View{Only: []string{"Welfare"}}, `
 The zoo should keep its elephants. +3 below +1 elsewhere
1.1 The herd is bound together.
1.1.1 They are kin.
1.1.2 They sleep side by side.
1.2 What is bound together should stay together.
1.S1 A bond can be a habit.
`},
		{"folded", argmap.View{Fold: []string{"herd", "school"}}, `
 The zoo should keep its elephants.
1.1 The herd is bound together. +2 below
1.2 What is bound together should stay together.
1.S1 A bond can be a habit.
2 Schools learn from them. +1 below
3 They cost more than all birds.
A Elephants are mammals.
`},
		{"focus and depth", argmap.View{Focus: "1", Depth: 1}, `
 The zoo should keep its elephants. +3 below +1 elsewhere
1: +1 on the step
1.1 The herd is bound together. +2 below
1.2 What is bound together should stay together.
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			o, err := parse(trial).View(test.view)
			if err != nil {
				t.Fatal(err)
			}
			if got := "\n" + sketch(o); got != test.want {
				t.Errorf("got%s\nwant%s", got, test.want)
			}
		})
	}
}

func TestUnknownPart(t *testing.T) {
	for _, test := range []struct {
		view argmap.View
		want string
	}{
		{argmap.View{Focus: "hurd"}, "did you mean herd?"},
		{argmap.View{Fold: []string{"9.9.9"}}, "there are the-zoo-should-keep-its-elephants, reason-herd, herd, reason-kin"},
		{argmap.View{Only: []string{"welfare"}}, "did you mean Welfare?"},
	} {
		_, err := parse(trial).View(test.view)
		var u *argmap.UnknownPart
		if !errors.As(err, &u) || !strings.HasPrefix(u.Hint(), test.want) {
			t.Errorf("%+v: %v, %v", test.view, err, u)
		}
	}
}

// TestNames looks for a claim by its id before it takes the name for a number.
func TestNames(t *testing.T) {
	m := parse(`
thesis:
  claim: The zoo should keep its elephants.
  because:
    - {claim: They are kin.}
    - {id: "1", claim: Classes come daily.}
    - {id: two, claim: Nobody else has room for them.}
`)
	for name, want := range map[string]string{"1": "Classes come daily.", "2": "Classes come daily.", "3": "Nobody else has room for them."} {
		o, err := m.View(argmap.View{Focus: name})
		if err != nil {
			t.Fatal(err)
		}
		if got := o.Roots[0].Claim.Text; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestViewsCount holds for every view of every map: what is shown and what is said
// to be left out are together the whole map.
func TestViewsCount(t *testing.T) {
	for seed := range uint64(30) {
		m := testmap.Map(testmap.Shape{Claims: 40, Seed: seed, Wild: seed%2 == 0, Links: 0.1, Groups: 2})
		views := []argmap.View{{Depth: 1}, {Depth: 2}, {Fold: []string{m.Claims[3].ID}}, {Fold: []string{m.Arguments[1].ID}, Depth: 3}}
		for _, c := range m.Claims {
			views = append(views, argmap.View{Focus: c.ID}, argmap.View{Focus: c.ID, Depth: 1})
		}
		for _, a := range m.Arguments {
			views = append(views, argmap.View{Focus: a.ID})
		}
		for _, g := range m.Groups {
			views = append(views, argmap.View{Only: []string{g.Title}})
		}
		for _, v := range views {
			o, err := m.View(v)
			if err != nil {
				t.Fatal(err)
			}
			sum := 0
			o.Each(func(e *argmap.Entry) {
				if !e.Again {
					sum++
				}
				sum += e.Hidden + e.Elsewhere
			}, func(s *argmap.Step) { sum += s.Hidden })
			if sum != len(m.Claims) {
				t.Errorf("seed %d, view %+v: %d claims are shown or counted, of %d", seed, v, sum, len(m.Claims))
			}
		}
	}
}

// stages lists what a reveal shows at each stage.
func stages(o *argmap.Outline) []string {
	r := o.Reveal()
	list := make([]string, r.Last+1)
	o.Each(func(e *argmap.Entry) { list[r.Entry(e)] += " " + e.Claim.ID }, nil)
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

func TestReveal(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"as one would say it", `
thesis: {id: t, claim: Thesis., because: [{premises: [{id: a, claim: A., because: [{id: a1, claim: A1.}]}, {id: b, claim: B.}], but: [{id: u, claim: U.}]}], but: [{id: c, claim: C.}]}`,
			[]string{"t", "a b", "a1", "u", "c"}},
		{"steps as written, then the rest", `
thesis: {id: t, claim: Thesis., because: [{id: a, claim: A.}, {id: b, claim: B., step: 1, because: [{id: b1, claim: B1.}]}, {id: c, claim: C., step: 1}]}`,
			[]string{"t", "b c", "b1", "a"}},
		{"nothing before what it bears on", `
thesis: {id: t, claim: Thesis., because: [{id: a, claim: A., because: [{id: a1, claim: A1., step: 1}]}, {id: b, claim: B., step: 2}]}`,
			[]string{"t", "a", "a1", "b"}},
		{"a premise by itself", `
thesis: {id: t, claim: Thesis., because: [{premises: [{id: a, claim: A.}, {id: b, claim: B., step: 2, because: [{id: b1, claim: B1.}]}], step: 1}, {id: c, claim: C.}]}`,
			[]string{"t", "a", "b", "b1", "c"}},
	} {
		if got := stages(parse(test.text).Outline()); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestRevealOrder holds for every map: no stage is empty, and nothing comes before
// what it bears on.
func TestRevealOrder(t *testing.T) {
	outlines := map[string]*argmap.Outline{}
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		outlines[name] = parse(text).Outline()
	}
	for seed := range uint64(20) {
		outlines[fmt.Sprint("seed ", seed)] = testmap.Map(testmap.Shape{Claims: 30, Seed: seed, Wild: true, Links: 0.2}).Outline()
	}
	for name, o := range outlines {
		for stage, shown := range stages(o) {
			if shown == "" {
				t.Errorf("%s: stage %d shows nothing", name, stage)
			}
		}
		r := o.Reveal()
		var steps func(list []*argmap.Step, least int)
		steps = func(list []*argmap.Step, least int) {
			for _, s := range list {
				if r.Step(s) <= least {
					t.Errorf("%s: %s appears at stage %d, and what it bears on at %d", name, s.Number, r.Step(s), least)
				}
				for _, e := range s.Premises {
					steps(e.Children, r.Entry(e))
				}
				steps(s.Children, r.Step(s))
			}
		}
		for _, e := range o.Roots {
			steps(e.Children, r.Entry(e))
		}
	}
}
