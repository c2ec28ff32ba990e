package layout_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
)

// shapes are the generated maps that every drawing rule is tested on.
func shapes() []testmap.Shape {
	var list []testmap.Shape
	for seed := range uint64(60) {
		n := []int{1, 2, 5, 12, 20, 35, 60, 110}[seed%8]
		list = append(list, testmap.Shape{
			Claims: n, Seed: seed, Wild: seed%3 == 0, Groups: int(seed % 5), Links: []float64{0, 0.1, 0.3}[seed%3],
		})
	}
	return list
}

func example(t testing.TB, name string) *argmap.Map {
	t.Helper()
	text, ok := examples.Text(name)
	if !ok {
		t.Fatalf("no example %s", name)
	}
	file, diags := claims.Formats()[0].Parse(source.NewFile(name, text))
	m, more := argmap.Build(file)
	if len(diags)+len(more) > 0 {
		var b strings.Builder
		source.Print(&b, append(diags, more...), source.PrintOptions{})
		t.Fatalf("%s:\n%s", name, b.String())
	}
	return m
}

// variants are ways to lay a map out that must all look right.
func variants() []layout.Options {
	var list []layout.Options
	for _, d := range []layout.Direction{layout.Down, layout.Up, layout.Right, layout.Left} {
		list = append(list,
			layout.Options{Direction: d},
			layout.Options{Direction: d, Stacked: true, Numbers: true, Legend: true, Width: 120, Evidence: layout.EvidenceFull})
	}
	return append(list, layout.Options{Fit: &layout.Page{Name: "slide", Width: 960, Height: 540}})
}

// TestDrawings lays out every example and a few hundred generated maps, and
// holds each drawing against the rules of a good one.
func TestDrawings(t *testing.T) {
	check := func(t *testing.T, m *argmap.Map) {
		for i, opts := range variants() {
			d, err := layout.Layout(context.Background(), m.Outline(), opts)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults(m, d, opts) {
				t.Errorf("variant %d (%s): %s", i, opts.Direction, fault)
			}
			if t.Failed() {
				return
			}
		}
	}
	for _, name := range examples.Names() {
		t.Run(name, func(t *testing.T) { check(t, example(t, name)) })
	}
	for _, s := range shapes() {
		t.Run(fmt.Sprintf("claims=%d,seed=%d", s.Claims, s.Seed), func(t *testing.T) {
			t.Parallel()
			check(t, testmap.Map(s))
		})
	}
}

// faults lists what is wrong with a drawing.
func faults(m *argmap.Map, d *layout.Drawing, opts layout.Options) []string {
	c := &checker{d: d, frames: map[*argmap.Argument]*layout.Frame{}}
	for _, f := range d.Frames {
		if f.Argument != nil {
			c.frames[f.Argument] = f
		}
	}
	c.complete(m)
	c.texts()
	c.boxes()
	c.regions()
	c.connectors()
	c.neighbours()
	return c.faults
}

type checker struct {
	d      *layout.Drawing
	frames map[*argmap.Argument]*layout.Frame
	faults []string
}

func (c *checker) fault(format string, args ...any) {
	if len(c.faults) < 10 {
		c.faults = append(c.faults, fmt.Sprintf(format, args...))
	}
}

// complete: every claim and argument is there, and every claim's text is whole.
func (c *checker) complete(m *argmap.Map) {
	shown := map[*argmap.Claim]int{}
	for _, b := range c.d.Boxes {
		if b.Claim == nil {
			continue
		}
		if !b.Again {
			shown[b.Claim]++
		}
		if got := text(b.Lines); !strings.Contains(got, strings.Join(strings.Fields(b.Claim.Text), " ")) {
			c.fault("%q is drawn as %q", b.Claim.Text, got)
		}
	}
	for _, cl := range m.Claims {
		if shown[cl] != 1 {
			c.fault("claim %s is drawn %d times", cl.ID, shown[cl])
		}
	}
	for _, a := range m.Arguments {
		if c.frames[a] == nil {
			c.fault("argument %s is not drawn", a.ID)
		}
	}
}

func text(lines []layout.Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text + l.Next)
	}
	return b.String()
}

func inside(in, out layout.Rect, slack float64) bool {
	return in.X >= out.X-slack && in.Y >= out.Y-slack && in.X+in.W <= out.X+out.W+slack && in.Y+in.H <= out.Y+out.H+slack
}

func overlap(a, b layout.Rect, slack float64) bool {
	return a.X+slack < b.X+b.W && b.X+slack < a.X+a.W && a.Y+slack < b.Y+b.H && b.Y+slack < a.Y+a.H
}

func lineRect(l layout.Line) layout.Rect {
	return layout.Rect{X: l.X, Y: l.Y - 0.905*l.Size, W: l.Width, H: 1.117 * l.Size}
}

// texts: no line leaves the shape that it belongs to, and none covers another.
func (c *checker) texts() {
	page := layout.Rect{W: c.d.Width, H: c.d.Height}
	var all []layout.Line
	keep := func(lines []layout.Line, in layout.Rect) {
		for _, l := range lines {
			if !inside(lineRect(l), in, 0.5) {
				c.fault("%q at %v leaves %v", l.Text, lineRect(l), in)
			}
		}
		all = append(all, lines...)
	}
	for _, b := range c.d.Boxes {
		keep(b.Lines, b.Rect)
	}
	for _, f := range c.d.Frames {
		keep(f.Heading, f.Rect)
		for _, l := range f.Heading {
			for _, b := range c.d.Boxes {
				if overlap(lineRect(l), b.Rect, 0.5) {
					c.fault("%q stands on a box", l.Text)
				}
			}
		}
	}
	for _, r := range c.d.Regions {
		keep(r.Title, r.Rect)
	}
	keep(c.d.Captions, page)
	for i, a := range all {
		for _, b := range all[i+1:] {
			if overlap(lineRect(a), lineRect(b), 0.6) {
				c.fault("%q and %q cover one another", a.Text, b.Text)
			}
		}
	}
}

// boxes: none overlap, and those of a frame stand inside it.
func (c *checker) boxes() {
	page := layout.Rect{W: c.d.Width, H: c.d.Height}
	var outer []layout.Rect
	for _, f := range c.d.Frames {
		outer = append(outer, f.Rect)
	}
	for i, b := range c.d.Boxes {
		if f := c.frames[b.Argument]; b.Argument != nil && !inside(b.Rect, f.Rect, 0) {
			c.fault("box %d leaves its frame", i)
		} else if b.Argument == nil && b.Claim != nil {
			outer = append(outer, b.Rect)
		}
		for _, o := range c.d.Boxes[i+1:] {
			if overlap(b.Rect, o.Rect, 0.01) {
				c.fault("box %v covers %v", b.Rect, o.Rect)
			}
		}
	}
	for i, a := range outer {
		if !inside(a, page, 0) {
			c.fault("%v leaves the page", a)
		}
		for _, b := range outer[i+1:] {
			if overlap(a, b, 0.01) {
				c.fault("%v covers %v", a, b)
			}
		}
	}
}

// regions: whatever touches a region is inside it, and regions nest.
func (c *checker) regions() {
	for i, r := range c.d.Regions {
		for _, f := range c.d.Frames {
			if overlap(r.Rect, f.Rect, 0.01) && !inside(f.Rect, r.Rect, 0) {
				c.fault("region %q cuts a frame", r.Group.Title)
			}
		}
		for _, o := range c.d.Regions[i+1:] {
			if overlap(r.Rect, o.Rect, 0.01) && !inside(o.Rect, r.Rect, 0) {
				c.fault("regions %q and %q cut one another", r.Group.Title, o.Group.Title)
			}
		}
	}
}

type piece struct {
	c    *layout.Connector
	rect layout.Rect
}

func pieces(c *layout.Connector) []piece {
	var list []piece
	for i := 1; i < len(c.Points); i++ {
		a, b := c.Points[i-1], c.Points[i]
		list = append(list, piece{c, layout.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: math.Abs(a.X - b.X), H: math.Abs(a.Y - b.Y)}})
	}
	return list
}

func grown(r layout.Rect, by float64) layout.Rect {
	return layout.Rect{X: r.X - by, Y: r.Y - by, W: r.W + 2*by, H: r.H + 2*by}
}

// connectors: upright and level, from the target's edge to the frame's, and
// through no box, frame or title that they do not join.
func (c *checker) connectors() {
	for _, con := range c.d.Connectors {
		if con.Argument == nil {
			continue
		}
		own, target := c.frames[con.Argument], c.targetFrame(con.Argument)
		for _, p := range pieces(con) {
			if p.rect.W > 0.01 && p.rect.H > 0.01 {
				c.fault("a connector of %s slants", con.Argument.ID)
			}
			for _, f := range c.d.Frames {
				if f != own && f != target && overlap(grown(p.rect, 1.5*c.d.Scale), f.Rect, 0) {
					c.fault("the connector of %s passes through a frame", con.Argument.ID)
				}
			}
			for _, b := range c.d.Boxes {
				if overlap(grown(p.rect, 0.01), b.Rect, 0.03) {
					c.fault("the connector of %s passes through the box of %s", con.Argument.ID, b.Claim.ID)
				}
			}
			for _, r := range c.d.Regions {
				for _, l := range r.Title {
					if overlap(grown(p.rect, c.d.Scale), lineRect(l), 0) {
						c.fault("the connector of %s passes through the title %q", con.Argument.ID, l.Text)
					}
				}
			}
		}
		if end := con.Points[len(con.Points)-1]; !overlap(layout.Rect{X: end.X - 0.5, Y: end.Y - 0.5, W: 1, H: 1}, own.Rect, 0) {
			c.fault("the connector of %s does not reach its frame", con.Argument.ID)
		}
	}
}

func (c *checker) targetFrame(a *argmap.Argument) *layout.Frame {
	switch t := a.Target.(type) {
	case *argmap.Argument:
		return c.frames[t]
	case *argmap.Claim:
		for _, b := range c.d.Boxes {
			if b.Claim == t && !b.Again && b.Argument != nil {
				return c.frames[b.Argument]
			}
		}
	}
	return nil
}

// neighbours: connectors of different targets or kinds keep apart where they run
// side by side.
func (c *checker) neighbours() {
	const apart = 5.0
	var all []piece
	for _, con := range c.d.Connectors {
		if con.Argument != nil {
			all = append(all, pieces(con)...)
		}
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.c.Role == b.c.Role && a.c.Argument.Target == b.c.Argument.Target {
				continue
			}
			upright := a.rect.W < 0.01 && b.rect.W < 0.01 && math.Abs(a.rect.X-b.rect.X) < apart*c.d.Scale &&
				a.rect.Y+1 < b.rect.Y+b.rect.H && b.rect.Y+1 < a.rect.Y+a.rect.H
			level := a.rect.H < 0.01 && b.rect.H < 0.01 && math.Abs(a.rect.Y-b.rect.Y) < apart*c.d.Scale &&
				a.rect.X+1 < b.rect.X+b.rect.W && b.rect.X+1 < a.rect.X+a.rect.W
			if upright || level {
				c.fault("connectors of %s and %s run on one another", a.c.Argument.ID, b.c.Argument.ID)
			}
		}
	}
}

// TestMarks lays maps out with marks on everything that can have one: they stand in
// their boxes and frames, and nothing else suffers.
func TestMarks(t *testing.T) {
	for _, s := range shapes()[:24] {
		m := testmap.Map(s)
		marks := map[any][]string{}
		for i, c := range m.Claims {
			marks[c] = []string{fmt.Sprintf("%d questions open", i), "a mark that is longer than its box is wide, so that it has to be broken"}[:1+i%2]
		}
		for _, a := range m.Arguments {
			marks[a] = []string{"7 questions open", "perhaps from correlation to cause: 6 questions"}
		}
		for i, opts := range variants() {
			opts.Marks = marks
			d, err := layout.Layout(context.Background(), m.Outline(), opts)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults(m, d, opts) {
				t.Errorf("claims=%d,seed=%d, variant %d: %s", s.Claims, s.Seed, i, fault)
			}
			for _, f := range d.Frames {
				if f.Argument != nil && !strings.Contains(text(f.Heading), "7 questions open") {
					t.Errorf("the mark of %s is drawn as %q", f.Argument.ID, text(f.Heading))
				}
			}
			if t.Failed() {
				return
			}
		}
	}
}
