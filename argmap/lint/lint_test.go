package lint_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/fulltext"
	"github.com/argmap/argmap/claims/source"
)

func parse(t testing.TB, text string) *argmap.Map {
	t.Helper()
	file, diags := claims.ForName("yaml").Parse(source.NewFile("in.yaml", text))
	m, more := argmap.Build(file)
	if all := append(diags, more...); len(all) > 0 {
		t.Fatal(all)
	}
	return m
}

// input is what rules look at of a text, with the texts of sources by their file names.
func input(t testing.TB, text string, beside map[string]string) lint.Input {
	t.Helper()
	in := lint.Input{Map: parse(t, text), Texts: map[*argmap.Source]*fulltext.Text{}}
	for _, s := range in.Map.Sources {
		if name := s.Decl.File.Value; name != "" {
			full, err := fulltext.Read(name, []byte(beside[name]))
			if err != nil {
				t.Fatal(err)
			}
			in.Texts[s] = full
		}
	}
	return in
}

// TestRules runs each rule over the examples of its own explanation: it reports
// the bad one and is silent about the good one.
func TestRules(t *testing.T) {
	for _, r := range lint.Rules() {
		t.Run(r.Code, func(t *testing.T) {
			beside := map[string]string{"vet.txt": r.Beside}
			if ds := lint.Check(input(t, r.Bad, beside), []*lint.Rule{r}); len(ds) == 0 {
				t.Error("the bad example is not reported")
			}
			for _, d := range lint.Check(input(t, r.Good, beside), []*lint.Rule{r}) {
				t.Errorf("of the good example it says: %s", d)
			}
			if !regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`).MatchString(r.Code) || r.Title == "" || len(r.Why) < 80 || lint.ForCode(r.Code) != r {
				t.Error("code, title or explanation is not as it should be")
			}
		})
	}
}

// TestCircle spells the loop out, once, and ends on loops of every kind.
func TestCircle(t *testing.T) {
	for text, want := range map[string]string{
		"thesis: {id: t, claim: T., because: [{ref: t}]}":                                                                                         "", // self-support says so
		"thesis: {id: t, claim: T., because: [{claim: A., because: [{claim: B., but: [{ref: t}]}]}]}":                                             "“T.” ← “A.” ← “B.” ← “T.”",
		"thesis: {id: t, claim: T., because: [{premises: [A.], but: [{ref: t}]}]}":                                                                "",
		"thesis: T.\nclaims:\n  - {id: a, claim: A., because: [{ref: b}]}\n  - {id: b, claim: B., because: [{ref: a}]}":                           "“A.” ← “B.” ← “A.”",
		"thesis: {claim: T., because: [{id: a, claim: A., because: [C.]}, {claim: B., because: [{ref: a}]}]}":                                     "",
		"thesis: {claim: T., because: [{premises: [{ref: x}, {ref: y}]}]}\nclaims: [{id: x, claim: X., because: [{ref: y}]}, {id: y, claim: Y.}]": "",
	} {
		ds := lint.Check(lint.Input{Map: parse(t, text)}, []*lint.Rule{lint.ForCode("circle")})
		got := ""
		for _, d := range ds {
			got += strings.TrimPrefix(d.Message, "the claim rests on itself: ")
		}
		if got != want {
			t.Errorf("%s\nreports %q, want %q", text, got, want)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{200, 2000, 10000} {
		m := testmap.Map(testmap.Shape{Claims: n})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				lint.Check(lint.Input{Map: m}, lint.Rules())
			}
		})
	}
}
