package argmap_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

// TestBuild resolves every NAME.yaml of the archives in testdata/build and
// compares its outline, and what is said about it, with NAME.want.
// ARGMAP_UPDATE=1 writes the wants anew.
func TestBuild(t *testing.T) { golden.Archives(t, "testdata/build/*.txtar", ".yaml", describe) }

func describe(t *testing.T, name, text string) string {
	t.Helper()
	file, diags := claims.ForName("yaml").Parse(source.NewFile(name, text))
	m, more := argmap.Build(file)
	checkMap(t, m)
	var b bytes.Buffer
	for _, root := range m.Outline().Roots {
		writeEntry(&b, 0, root)
	}
	if diags = append(diags, more...); len(diags) > 0 {
		b.WriteString("\n")
		if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func writeEntry(b *bytes.Buffer, depth int, e *argmap.Entry) {
	fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), strings.TrimLeft(e.Number+" ", " "))
	fmt.Fprintf(b, "%s (%s%s)", e.Claim.Text, e.Claim.ID, inGroup(e.Group))
	if e.Again {
		fmt.Fprintf(b, " again, see %s", e.Home.Number)
	}
	b.WriteString("\n")
	for _, s := range e.Children {
		writeStep(b, depth+1, s)
	}
}

func writeStep(b *bytes.Buffer, depth int, s *argmap.Step) {
	fmt.Fprintf(b, "%s%s %s (%s%s)\n", strings.Repeat("  ", depth), s.Number, s.Argument.Role(), s.Argument.ID, inGroup(s.Group))
	for _, e := range s.Premises {
		writeEntry(b, depth+1, e)
	}
	for _, c := range s.Children {
		writeStep(b, depth+1, c)
	}
}

func inGroup(g *argmap.Group) string {
	if g == nil {
		return ""
	}
	return ", in " + g.Title
}

// checkMap wants what every Map promises: ids that are unique, and links that
// lead both ways.
func checkMap(t *testing.T, m *argmap.Map) {
	t.Helper()
	ids := map[string]bool{}
	unique := func(id string) {
		if id == "" || ids[id] {
			t.Errorf("id %q is empty or taken", id)
		}
		ids[id] = true
	}
	seen := map[*argmap.Claim]int{}
	for _, c := range m.Claims {
		unique(c.ID)
		for _, a := range append(append([]*argmap.Argument(nil), c.Pro...), c.Con...) {
			if a.Target != argmap.Target(c) {
				t.Errorf("argument %s hangs on %s and bears on something else", a.ID, c.ID)
			}
		}
	}
	for _, a := range m.Arguments {
		unique(a.ID)
		if len(a.Premises) == 0 {
			t.Errorf("argument %s has no premises", a.ID)
		}
	}
	for _, g := range m.Groups {
		unique(g.ID)
	}
	var walk func(*argmap.Entry)
	var step func(*argmap.Step)
	walk = func(e *argmap.Entry) {
		if e.Home == nil || e.Home.Claim != e.Claim || e.Home.Again {
			t.Errorf("%s at %q has no home", e.Claim.ID, e.Number)
		}
		if !e.Again {
			seen[e.Claim]++
		}
		for _, s := range e.Children {
			step(s)
		}
	}
	step = func(s *argmap.Step) {
		for _, e := range s.Premises {
			walk(e)
		}
		for _, c := range s.Children {
			step(c)
		}
	}
	for _, root := range m.Outline().Roots {
		walk(root)
	}
	for _, c := range m.Claims {
		if seen[c] != 1 {
			t.Errorf("claim %s stands in the outline %d times", c.ID, seen[c])
		}
	}
}
