package style

import (
	"math"
	"testing"
)

// surfaces are everything that is drawn on something in a theme, by what it is:
// words and lines, each with every ground it may stand on.
func surfaces(t Theme) (words, lines map[string][2]Color) {
	words = map[string][2]Color{
		"text on a claim": {t.Text, t.Box}, "muted words on a claim": {t.Muted, t.Box}, "links on a claim": {t.Link, t.Box},
		"text on the page": {t.Text, t.Ground}, "muted words on the page": {t.Muted, t.Ground},
	}
	lines = map[string][2]Color{
		"a claim's border on the page": {t.BoxLine, t.Ground}, "a claim's border": {t.BoxLine, t.Box}, "a claim's border in a group": {t.BoxLine, t.Region.Fill},
		"the thesis's border on the page": {t.ThesisLine, t.Ground}, "the thesis's border": {t.ThesisLine, t.Box}, "the thesis's border in a group": {t.ThesisLine, t.Region.Fill},
	}
	for name, l := range map[string]Look{"reason": t.Reason, "objection": t.Objection} {
		words["words on a frame: "+name] = [2]Color{l.Ink, l.Fill}
		words["words beside a connector: "+name] = [2]Color{l.Ink, t.Ground}
		lines["a frame's border on itself: "+name] = [2]Color{l.Line, l.Fill}
		lines["a frame's border around a claim: "+name] = [2]Color{l.Line, t.Box}
		lines["a connector on the page: "+name] = [2]Color{l.Line, t.Ground}
		lines["a connector in a group: "+name] = [2]Color{l.Line, t.Region.Fill}
	}
	words["a group's title"] = [2]Color{t.Region.Ink, t.Region.Fill}
	lines["a group's border"] = [2]Color{t.Region.Line, t.Ground}
	lines["a group's border inside"] = [2]Color{t.Region.Line, t.Region.Fill}
	return words, lines
}

// TestContrast computes the contrast of every pair of words or line and ground:
// WCAG 2.2, 1.4.3 and 1.4.11.
func TestContrast(t *testing.T) {
	for _, p := range Palettes() {
		for name, theme := range map[string]Theme{"light": p.Light, "dark": p.Dark} {
			words, lines := surfaces(theme)
			least := 4.5
			if p.Name == "contrast" {
				least = 7 // 1.4.6
			}
			for what, pair := range words {
				if c := contrast(pair[0], pair[1]); c < least {
					t.Errorf("%s, %s: %s has a contrast of %.2f:1, below %.1f:1", p.Name, name, what, c, least)
				}
			}
			for what, pair := range lines {
				if c := contrast(pair[0], pair[1]); c < 3 {
					t.Errorf("%s, %s: %s has a contrast of %.2f:1, below 3:1", p.Name, name, what, c)
				}
			}
		}
	}
}

// TestColorBlind wants reasons and objections of the default palette told apart
// by color alone under every simulated dichromacy, though shape, line and word
// tell them apart as well. A difference of 20 is plain at a glance; 2.3 can just
// be noticed.
func TestColorBlind(t *testing.T) {
	p := Palettes()[0]
	for name, theme := range map[string]Theme{"light": p.Light, "dark": p.Dark} {
		for kind, m := range dichromacies {
			if d := ciede2000(lab(simulate(m, theme.Reason.Line)), lab(simulate(m, theme.Objection.Line))); d < 20 {
				t.Errorf("%s theme, %s: reasons and objections differ by %.1f", name, kind, d)
			}
		}
	}
}

// TestCIEDE2000 checks the formula against pairs 1, 7 and 20 of Sharma, Wu and
// Dalal, The CIEDE2000 Color-Difference Formula, 2005, table 1.
func TestCIEDE2000(t *testing.T) {
	for _, c := range []struct {
		a, b [3]float64
		want float64
	}{
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, 0, 0}, [3]float64{50, -1, 2}, 2.3669},
		{[3]float64{50, 2.5, 0}, [3]float64{58, 24, 15}, 19.4535},
	} {
		if got := ciede2000(c.a, c.b); math.Abs(got-c.want) > 1e-4 {
			t.Errorf("ciede2000(%v, %v) = %.4f, want %.4f", c.a, c.b, got, c.want)
		}
	}
}

func linear(c uint8) float64 {
	v := float64(c) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func rgbLinear(c Color) [3]float64 { return [3]float64{linear(c.R), linear(c.G), linear(c.B)} }

// contrast is WCAG's contrast ratio.
func contrast(a, b Color) float64 {
	lum := func(c Color) float64 {
		l := rgbLinear(c)
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
	}
	x, y := lum(a), lum(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// dichromacies are the matrices of severity 1 on linear RGB of Machado, Oliveira
// and Fernandes, A Physiologically-based Model for Simulation of Color Vision
// Deficiency, 2009.
var dichromacies = map[string][3][3]float64{
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func simulate(m [3][3]float64, c Color) [3]float64 {
	in := rgbLinear(c)
	var out [3]float64
	for i := range out {
		for j := range in {
			out[i] += m[i][j] * in[j]
		}
		out[i] = min(max(out[i], 0), 1)
	}
	return out
}

// lab is CIELAB, D65, of linear sRGB.
func lab(c [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// ciede2000 is the color difference of Sharma, Wu and Dalal, equations 2 to 22.
func ciede2000(p, q [3]float64) float64 {
	deg := math.Pi / 180
	chroma := (math.Hypot(p[1], p[2]) + math.Hypot(q[1], q[2])) / 2
	g := 0.5 * (1 - math.Sqrt(math.Pow(chroma, 7)/(math.Pow(chroma, 7)+math.Pow(25, 7))))
	polar := func(v [3]float64) (c, h float64) {
		a := (1 + g) * v[1]
		if c = math.Hypot(a, v[2]); c > 0 {
			h = math.Mod(math.Atan2(v[2], a)/deg+360, 360)
		}
		return c, h
	}
	c1, h1 := polar(p)
	c2, h2 := polar(q)
	dh, mean := h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		dh, mean = 0, h1+h2
	case dh > 180:
		dh -= 360
	case dh < -180:
		dh += 360
	}
	if c1*c2 != 0 && math.Abs(h1-h2) > 180 {
		if mean += 180; h1+h2 >= 360 {
			mean -= 360
		}
	}
	dl, dc, dH := q[0]-p[0], c2-c1, 2*math.Sqrt(c1*c2)*math.Sin(dh/2*deg)
	l, c := (p[0]+q[0])/2, (c1+c2)/2
	t := 1 - 0.17*math.Cos((mean-30)*deg) + 0.24*math.Cos(2*mean*deg) + 0.32*math.Cos((3*mean+6)*deg) - 0.20*math.Cos((4*mean-63)*deg)
	sl := 1 + 0.015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50))
	sc, sh := 1+0.045*c, 1+0.015*c*t
	rt := -2 * math.Sqrt(math.Pow(c, 7)/(math.Pow(c, 7)+math.Pow(25, 7))) * math.Sin(60*math.Exp(-math.Pow((mean-275)/25, 2))*deg)
	return math.Sqrt(math.Pow(dl/sl, 2) + math.Pow(dc/sc, 2) + math.Pow(dH/sh, 2) + rt*dc/sc*dH/sh)
}
