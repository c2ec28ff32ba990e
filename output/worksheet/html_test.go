package worksheet_test

import (
	"bytes"
	"context"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/style"
	"github.com/argmap/argmap/output/worksheet"
)

func exampleMap(t testing.TB, name string) *argmap.Map {
	t.Helper()
	text, ok := examples.Text(name)
	if !ok {
		t.Fatal(name)
	}
	f, _ := claims.Formats()[0].Parse(source.NewFile(name, text))
	m, _ := argmap.Build(f)
	return m
}

// onPage writes the page of a paper: with a key the teacher's, or the one that tells at once.
func onPage(t testing.TB, p *exercise.Paper, k *exercise.Key, atOnce bool) string {
	t.Helper()
	s := &worksheet.Sheet{Papers: []*exercise.Paper{p}, Palette: style.Palettes()[0], AtOnce: atOnce}
	if k != nil {
		s.Keys = []*exercise.Key{k}
	}
	var b bytes.Buffer
	if _, err := worksheet.Write(context.Background(), &b, worksheet.HTML, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// eachPaper makes a paper of every type and level of the example maps, where they have one.
func eachPaper(t *testing.T, check func(t *testing.T, p *exercise.Paper, k *exercise.Key)) {
	for _, name := range examples.Names() {
		m := exampleMap(t, name)
		for _, typ := range exercise.Types() {
			for level := 1; level <= exercise.MaxLevel; level += 2 {
				if p, k, err := exercise.Make(m, typ, exercise.Options{Seed: 3, Level: level}); err == nil {
					t.Run(name+"/"+typ.Name, func(t *testing.T) { check(t, p, k) })
				}
			}
		}
	}
}

// TestPageHoldsNoAnswer takes the key away, turns it round, and looks for what it says.
func TestPageHoldsNoAnswer(t *testing.T) {
	eachPaper(t, func(t *testing.T, p *exercise.Paper, k *exercise.Key) {
		page := onPage(t, p, nil, false)
		if page != onPage(t, p, nil, false) {
			t.Fatal("two pages of one paper differ")
		}
		turned := *k
		turned.Fields = nil
		for _, f := range k.Fields {
			f.Right, f.Why = []exercise.Option{{Key: "A"}}, "Another reason."
			turned.Fields = append(turned.Fields, f)
		}
		once, other := onPage(t, p, k, true), onPage(t, p, &turned, true)
		blank := regexp.MustCompile(` data-(tags|why)="[^"]*"`)
		if blank.ReplaceAllString(once, "") != blank.ReplaceAllString(other, "") {
			t.Error("pages that tell at once differ in more than hashes and ciphers")
		}
		for _, f := range k.Fields {
			for _, text := range []string{page, once} {
				if f.Why != "" && (strings.Contains(text, f.Why) || strings.Contains(text, strings.TrimSuffix(strings.NewReplacer("'", "&#39;").Replace(f.Why), "."))) {
					t.Errorf("the page says why %s is right: %s", f.ID, f.Why)
				}
			}
		}
		for _, c := range k.Map.Claims {
			if strings.Contains(page, "claim-"+c.ID+"\"") {
				t.Errorf("the page names the claim %s", c.ID)
			}
		}
		if regexp.MustCompile(` (checked|selected)\b`).MatchString(once + page) {
			t.Error("something is chosen")
		}
	})
}

// TestGapsLookAlike wants gaps of one size, whatever stands in them on the whole map.
func TestGapsLookAlike(t *testing.T) {
	box := regexp.MustCompile(`class="am-box [^"]*" x="[^"]*" y="[^"]*" (width="[^"]*" height="[^"]*")`)
	eachPaper(t, func(t *testing.T, p *exercise.Paper, _ *exercise.Key) {
		if p.Type.Name != "place" {
			return
		}
		page, sizes := onPage(t, p, nil, false), map[string]int{}
		for _, found := range box.FindAllStringSubmatch(page, -1) {
			sizes[found[1]]++
		}
		if len(sizes) > 2 { // the thesis is written in bold letters
			t.Errorf("gaps have sizes: %v", sizes)
		}
		for _, o := range p.Bank {
			if n := strings.Count(page, strings.ReplaceAll(o.Text, "'", "&#39;")); n != 1+len(p.Fields) {
				t.Errorf("%q stands on the page %d times, not once and in each of %d lists", o.Text, n, len(p.Fields))
			}
		}
	})
}

// TestTeachersPage shows every right answer and every reason, and has nothing to fill in.
func TestTeachersPage(t *testing.T) {
	eachPaper(t, func(t *testing.T, p *exercise.Paper, k *exercise.Key) {
		page := onPage(t, p, k, false)
		right := 0
		for _, f := range k.Fields {
			if f.Why != "" && !strings.Contains(page, strings.NewReplacer("'", "&#39;", "&", "&amp;", `"`, "&#34;").Replace(f.Why)) {
				t.Errorf("the page does not say %q", f.Why)
			}
			if !f.Open {
				right += max(1, len(f.Right))
			}
		}
		if n := strings.Count(page, `class="tick"`); n != right {
			t.Errorf("%d answers are marked, not %d", n, right)
		}
		if regexp.MustCompile(`<(input|select|textarea)`).MatchString(page) {
			t.Error("there is something to fill in")
		}
	})
}

// TestPageIsSmall keeps what a page has beside its exercise under 25 kB, and all requests out of it.
func TestPageIsSmall(t *testing.T) {
	m := exampleMap(t, "first-lesson")
	p, k, err := exercise.Make(m, exercise.ForName("place"), exercise.Options{Level: 1})
	if err != nil {
		t.Fatal(err)
	}
	page := onPage(t, p, k, true)
	between := func(from, to string) int {
		_, rest, _ := strings.Cut(page, from)
		inside, _, _ := strings.Cut(rest, to)
		return len(inside)
	}
	if n := between("<style>", "</style>") + between(`<script type="module">`, "</script>"); n > 25_000 {
		t.Errorf("script and style are %d bytes", n)
	}
	if regexp.MustCompile(`\b(src|href)="|url\(|@import`).MatchString(page) {
		t.Error("the page asks for something")
	}
}

// TestGapsPrintLegibly wants the numbers of gaps in 10 pt on paper, as far as their boxes
// have room, however small the map is printed.
func TestGapsPrintLegibly(t *testing.T) {
	drawn := regexp.MustCompile(`viewBox="0 0 ([\d.]+) ([\d.]+)"`)
	size := regexp.MustCompile(`@media print{(@page{size:landscape})?.*\.slot{font-size:([\d.]+)px}}`)
	number := func(s string) float64 { f, _ := strconv.ParseFloat(s, 64); return f }
	for level := 1; level <= 3; level++ {
		p, _, err := exercise.Make(exampleMap(t, "zoo-elephants"), exercise.ForName("place"), exercise.Options{Seed: 4, Level: level})
		if err != nil {
			t.Fatal(err)
		}
		page := onPage(t, p, nil, false)
		box, slot := drawn.FindStringSubmatch(page), size.FindStringSubmatch(page)
		if box == nil || slot == nil {
			t.Fatal("the page does not say how the map is printed")
		}
		width := 516.0 // points between the margins of an upright page
		if slot[1] != "" {
			width = 711
		}
		if printed := number(slot[2]) * min(width/number(box[1]), 482/number(box[2])); printed < 9.9 {
			t.Errorf("level %d prints numbers in %.1f pt", level, printed)
		}
	}
}

// TestPageRefuses asks for what a page cannot be.
func TestPageRefuses(t *testing.T) {
	p, _, err := exercise.Make(exampleMap(t, "first-lesson"), exercise.ForName("place"), exercise.Options{Level: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*worksheet.Sheet{{}, {Papers: []*exercise.Paper{p, p}}, {Papers: []*exercise.Paper{p}, AtOnce: true}} {
		if _, err := worksheet.Write(context.Background(), &bytes.Buffer{}, worksheet.HTML, s); err == nil {
			t.Errorf("a page of %d papers, at once %t", len(s.Papers), s.AtOnce)
		}
	}
}

// TestPageEscapes writes texts that would like to be more.
func TestPageEscapes(t *testing.T) {
	evil := `</script><script>alert(1)</script>"><img src=x onerror=alert(1)> {{.}} '`
	p := &exercise.Paper{Type: exercise.Types()[0], Options: exercise.Options{Student: evil}, Title: evil, Lang: `"><script>`, Ask: evil,
		Claims: []exercise.Option{{Key: "A", Text: evil}}, Bank: []exercise.Option{{Key: evil, Text: evil}},
		Fields: []exercise.Field{{ID: "1", About: []exercise.Part{{Word: evil, Text: evil}}, Prompt: evil}, {ID: "2.from", Options: []exercise.Option{{Key: evil}}, Several: true}, {ID: evil, Open: true}}}
	page := onPage(t, p, nil, false)
	if strings.Count(page, "<script") != 1 || strings.Contains(page, "<img") {
		t.Error("a text became more than text")
	}
}
