package pptx

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// attribute reads a number out of markup, or 0.
func attribute(text markup, pattern string) float64 {
	m := regexp.MustCompile(pattern).FindStringSubmatch(string(text))
	if m == nil {
		return 0
	}
	v, _ := strconv.ParseFloat(m[1], 64)
	return v
}

// way walks a preset form as presetShapeDefinitions.xml has it, then flips and turns
// it as 20.1.7.6 says.
func way(t interface{ Fatalf(string, ...any) }, g markup) []Point {
	x, y := attribute(g, `off x="(-?\d+)"`)/12700, attribute(g, `off x="-?\d+" y="(-?\d+)"`)/12700
	w, h := attribute(g, `cx="(\d+)"`)/12700, attribute(g, `cy="(\d+)"`)/12700
	a1, a2 := attribute(g, `"adj1" fmla="val (-?\d+)"`)/100000, attribute(g, `"adj2" fmla="val (-?\d+)"`)/100000
	name := regexp.MustCompile(`prst="(\w+)"`).FindStringSubmatch(string(g))
	if name == nil {
		t.Fatalf("no preset: %s", g)
	}
	pts := map[string][]Point{
		"straightConnector1": {{0, 0}, {w, h}},
		"bentConnector2":     {{0, 0}, {w, 0}, {w, h}},
		"bentConnector3":     {{0, 0}, {w * a1, 0}, {w * a1, h}, {w, h}},
		"bentConnector4":     {{0, 0}, {w * a1, 0}, {w * a1, h * a2}, {w, h * a2}, {w, h}},
	}[name[1]]
	sin, cos := math.Sincos(attribute(g, `rot="(\d+)"`) / 60000 * math.Pi / 180)
	for i, p := range pts {
		dx, dy := p.X-w/2, p.Y-h/2
		if attribute(g, `flipH="(1)"`) == 1 {
			dx = -dx
		}
		if attribute(g, `flipV="(1)"`) == 1 {
			dy = -dy
		}
		pts[i] = Point{x + w/2 + dx*cos - dy*sin, y + h/2 + dx*sin + dy*cos}
	}
	return pts
}

// TestConnectorWay holds for connectors in all four directions, with up to three
// corners: the preset that is written goes through their very points.
func TestConnectorWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.Float64Range(10, 400)
		side := rapid.SampledFrom([]float64{-1, 1})
		w, lane := length.Draw(t, "w"), rapid.Float64Range(0.1, 0.9).Draw(t, "lane")
		h, over := length.Draw(t, "h")*side.Draw(t, "side"), rapid.Float64Range(-2, 3).Draw(t, "over")
		pts := [][]Point{
			{{0, 0}, {w, 0}},
			{{0, 0}, {w, 0}, {w, h}},
			{{0, 0}, {w * lane, 0}, {w * lane, h}, {w, h}},
			{{0, 0}, {w * lane, 0}, {w * lane, h * over}, {w, h * over}, {w, h}},
		}[rapid.IntRange(0, 3).Draw(t, "corners")]
		if math.Abs(h*over) < 1 || math.Abs(h*(1-over)) < 1 {
			t.Skip("straight on")
		}
		for range rapid.IntRange(0, 3).Draw(t, "quarters") {
			for i, p := range pts {
				pts[i] = Point{-p.Y, p.X}
			}
		}
		for i := range pts {
			pts[i].X, pts[i].Y = pts[i].X+900, pts[i].Y+900
		}
		g := (&Connector{Points: pts}).geometry()
		got := way(t, g)
		if len(got) != len(pts) {
			t.Fatalf("%d points of %d: %s", len(got), len(pts), g)
		}
		for i, p := range pts {
			if math.Hypot(got[i].X-p.X, got[i].Y-p.Y) > 0.02 {
				t.Fatalf("point %d is %v, want %v: %s", i, got[i], p, g)
			}
		}
	})
}

// TestConnectorCorners leaves out what is no corner, and walks by itself where no
// preset goes.
func TestConnectorCorners(t *testing.T) {
	for name, c := range map[string]struct {
		points  []Point
		corners int
		preset  bool
	}{
		"straight on":  {[]Point{{0, 0}, {0, 10}, {0, 30}}, 2, true},
		"twice":        {[]Point{{0, 0}, {0, 0}, {0, 30}, {20, 30}}, 3, true},
		"there and up": {[]Point{{0, 0}, {10, 0}, {10, 20}, {0, 20}}, 4, false},
		"six corners":  {[]Point{{0, 0}, {10, 0}, {10, 20}, {30, 20}, {30, 40}, {50, 40}}, 6, false},
		"over itself":  {[]Point{{50, 0}, {50, 20}, {20, 20}, {20, 60}, {50, 60}}, 5, true},
	} {
		g := (&Connector{Points: c.points}).geometry()
		if got := len(corners(c.points)); got != c.corners {
			t.Errorf("%s: %d points, want %d", name, got, c.corners)
		}
		if got := regexp.MustCompile("prstGeom").MatchString(string(g)); got != c.preset {
			t.Errorf("%s: preset %t: %s", name, got, g)
		}
	}
}

func TestHeadSize(t *testing.T) {
	for size, want := range map[float64]string{2: "sm", 6: "med", 8: "lg"} {
		if got := headSize(&Line{Width: 1.75, HeadSize: size}); got != want {
			t.Errorf("a head of %s points is %s", fmt.Sprint(size), got)
		}
	}
}
