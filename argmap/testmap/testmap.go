// Package testmap makes maps of any size for tests and benchmarks: the same map
// from the same numbers, on every machine.
//
// Nothing but tests and benchmarks may import it.
package testmap

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// Shape says what a map is like. The zero value asks for a single claim.
type Shape struct {
	Claims int
	Links  float64 // share of premises that name a claim that stands elsewhere
	Groups int     // titled regions
	Wild   bool    // long words, other scripts, undercuts, circles, several roots
	Seed   uint64
}

// Text returns a claims file of that shape.
func Text(s Shape) string {
	g := &generator{Shape: s, rng: rand.New(rand.NewPCG(s.Seed, 41)), left: max(s.Claims, 1) - 1}
	g.printf("title: A map of %d claims\nsources:\n  report: {title: A report, issued: 2020, URL: \"https://example.org/report\"}\nthesis:\n", s.Claims)
	if s.Wild && s.Claims > 8 {
		g.left -= 2
	}
	g.claim("  ", 0)
	g.grow("  ")
	if s.Wild && s.Claims > 8 {
		g.printf("claims:\n  - An aside that hangs on nothing.\n  -\n    claim: Another root.\n    id: other-root\n    because:\n      - ref: c0\n")
	}
	return g.b.String()
}

// Map returns the map of that shape. It panics where the text does not parse,
// which is a mistake in this package.
func Map(s Shape) *argmap.Map {
	file, diags := claims.Formats()[0].Parse(source.NewFile("map.yaml", Text(s)))
	m, more := argmap.Build(file)
	if all := append(diags, more...); all.HasErrors() {
		var b strings.Builder
		source.Print(&b, all, source.PrintOptions{Max: 5})
		panic(b.String())
	}
	return m
}

type generator struct {
	Shape
	rng    *rand.Rand
	b      strings.Builder
	left   int // claims still to be written
	ids    int
	groups int
}

func (g *generator) printf(format string, args ...any) { fmt.Fprintf(&g.b, format, args...) }

// claim writes a claim's own keys at that indentation.
func (g *generator) claim(indent string, depth int) {
	g.printf("%sclaim: %s\n%sid: c%d\n", indent, g.sentence(), indent, g.ids)
	g.ids++
	if g.rng.IntN(3) == 0 {
		g.printf("%sevidence: report p. %d\n", indent, 1+g.rng.IntN(300))
	}
	if depth > 0 && g.rng.IntN(6) == 0 {
		g.printf("%simplicit: true\n", indent)
	}
	if depth > 0 && g.groups < g.Groups && g.rng.IntN(4) == 0 {
		g.groups++
		g.printf("%sgroup: Group number %d\n", indent, 1+g.rng.IntN(g.Groups))
	}
}

// branch is a claim or an argument that has been written and may get arguments.
type branch struct {
	indent string
	depth  int
}

// grow writes arguments below the thesis, breadth by depth, until all claims are
// used up: every target gets its share of what is left.
func (g *generator) grow(indent string) { g.arguments(branch{indent, 0}, g.left) }

// arguments writes because and but of one target, with that many claims below.
func (g *generator) arguments(at branch, share int) {
	share = min(share, g.left)
	if share <= 0 {
		return
	}
	pro := share
	if share > 1 && g.rng.IntN(2) == 0 {
		pro = share - 1 - g.rng.IntN(share/2+1)
	}
	for _, side := range []struct {
		key   string
		share int
	}{{"because", pro}, {"but", share - pro}} {
		if side.share <= 0 {
			continue
		}
		g.printf("%s%s:\n", at.indent, side.key)
		rest := side.share
		for parts := 1 + g.rng.IntN(4); parts > 0 && rest > 0; parts-- {
			own := rest / parts
			if parts == 1 {
				own = rest
			}
			own = max(own, 1)
			rest -= own
			g.argument(branch{at.indent + "  ", at.depth + 1}, side.key, own)
		}
	}
}

func (g *generator) argument(at branch, key string, share int) {
	inner := at.indent + "    "
	premises := 1
	if share > 1 && g.rng.IntN(2) == 0 {
		premises = min(2+g.rng.IntN(2), share)
	}
	g.printf("%s- premises:\n", at.indent)
	deep := at.depth < 40
	for i := range premises {
		g.left--
		below := (share - premises) / premises
		if i == 0 {
			below += (share - premises) % premises
		}
		g.printf("%s-\n", inner)
		g.claim(inner+"  ", at.depth)
		if deep {
			g.arguments(branch{inner + "  ", at.depth + 1}, below)
		}
	}
	if g.ids > 3 && g.rng.Float64() < g.Links {
		g.printf("%s- ref: c%d\n", inner, g.rng.IntN(g.ids))
		premises++
	}
	if conflicts := claims.Conflicts(); g.Wild && key == "but" && premises == 1 && g.ids%3 == 0 {
		g.printf("%s  conflict: %s\n", at.indent, conflicts[g.ids/3%len(conflicts)])
	}
	if g.Wild && g.left > 0 && g.rng.IntN(5) == 0 {
		g.left--
		key := []string{"but", "because"}[g.rng.IntN(2)]
		g.printf("%s  %s:\n%s-\n", at.indent, key, inner)
		g.claim(inner+"  ", at.depth+1)
	}
}

var words = strings.Fields(`the a of to and in that is was for on are with as his they be at one have this from
or had by hot word but what some we can out other were all there when up use your how said an each she which
their time will way about many then them write would like so these her long make thing see him two has look more
day could go come did number sound no most people my over know water than call first who may down side been now
find argument evidence government temperature responsibility environmental transportation measurement`)

var wildSentences = []string{
	"中国は北朝鮮の金体制を最後まで支えるとは限らないという主張は、両者の相互不信に基づいている。",
	"السلام في المنطقة يعتمد على الحوار المستمر بين جميع الأطراف المعنية بالأمر.",
	"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft verlor ihren Prozess.",
	"https://example.org/a/very/long/path/that/has/no/blank/in/it/and/goes/on/and/on.html?with=query&and=more",
	"קיצור דרך הוא לפעמים הדרך הארוכה ביותר, כך אומר הפתגם הישן.",
	"Z̸͎̎a̴̗͝l̶̯̕g̷̰̈o text & <b>markup</b> \\\"quoted\\\" stays what it is.",
	"Да.",
}

// sentence is a quoted YAML text of 4 to 22 words.
func (g *generator) sentence() string {
	if g.Wild && g.rng.IntN(6) == 0 {
		return `"` + wildSentences[g.rng.IntN(len(wildSentences))] + `"`
	}
	var ws []string
	for range 4 + g.rng.IntN(19) {
		ws = append(ws, words[g.rng.IntN(len(words))])
	}
	s := strings.Join(ws, " ")
	return `"` + strings.ToUpper(s[:1]) + s[1:] + `."`
}
