package lint_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// score counts what a rule says of labelled claims.
type score struct {
	right  int // reported and labelled
	wrong  int // reported and not labelled
	missed int // labelled and not reported
}

func (s score) precision() float64 { return ratio(s.right, s.right+s.wrong) }
func (s score) recall() float64    { return ratio(s.right, s.right+s.missed) }

func ratio(part, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(part) / float64(all)
}

// labelled are the rules that testdata/prose is labelled for: a label is the
// judgement of a reader who had not seen the rules.
var labelled = strings.Fields(`reasoning-word two-in-one not-a-statement fragment dangling-pronoun hedge weasel absolute first-person
modality-shift scope-shift bolder-conclusion mental-state number-without-evidence near-duplicate restates contradiction pass-through
strange-bedfellows stranded-premises`)

// measure runs the labelled rules over the maps whose file names match a pattern.
// Labels stand in the file as comments behind the claim: "# expect: hedge".
func measure(t testing.TB, pattern string) (scores map[string]score, claimsRead int, mistakes []string) {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join("testdata", "prose", pattern))
	if len(paths) == 0 {
		t.Fatal("no files match " + pattern)
	}
	scores = map[string]score{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		src := source.NewFile(filepath.Base(path), string(text))
		file, diags := claims.ForName("yaml").Parse(src)
		m, more := argmap.Build(file)
		if all := append(diags, more...); len(all) > 0 {
			t.Fatal(all)
		}
		expected := map[string]bool{}
		for _, c := range m.Claims {
			claimsRead++
			line := src.Position(c.Decl.Text.Span.Start).Line
			for _, code := range labelsOn(src.Line(line)) {
				if !slices.Contains(labelled, code) {
					t.Errorf("%s:%d: no rule is called %s", path, line, code)
				}
				expected[fmt.Sprintf("%s:%d %s", src.Name, line, code)] = true
			}
		}
		found := map[string]bool{}
		for _, code := range labelled {
			for _, d := range lint.Check(lint.Input{Map: m}, []*lint.Rule{lint.ForCode(code)}) {
				line := src.Position(d.Span.Start).Line
				found[fmt.Sprintf("%s:%d %s", src.Name, line, code)] = true
			}
			for i := 1; i <= src.Lines(); i++ {
				key := fmt.Sprintf("%s:%d %s", src.Name, i, code)
				s := scores[code]
				switch {
				case found[key] && expected[key]:
					s.right++
				case found[key]:
					s.wrong++
					mistakes = append(mistakes, "wrong  "+key+"  "+strings.TrimSpace(src.Line(i)))
				case expected[key]:
					s.missed++
					mistakes = append(mistakes, "missed "+key+"  "+strings.TrimSpace(src.Line(i)))
				}
				scores[code] = s
			}
		}
	}
	return scores, claimsRead, mistakes
}

func labelsOn(line string) []string {
	_, labels, ok := strings.Cut(line, "# expect:")
	if !ok {
		return nil
	}
	return strings.Fields(labels)
}

// TestProse shows what the rules get wrong, with go test -v -run Prose.
func TestProse(t *testing.T) {
	for _, pattern := range []string{"a-*.yaml", "b-*.yaml"} {
		if only := os.Getenv("ARGMAP_PROSE"); only != "" && only != pattern[:1] {
			continue
		}
		scores, n, mistakes := measure(t, pattern)
		t.Logf("%s: %d claims", pattern, n)
		for _, code := range labelled {
			s := scores[code]
			t.Logf("%-26s precision %.2f recall %.2f (%d right, %d wrong, %d missed)", code, s.precision(), s.recall(), s.right, s.wrong, s.missed)
		}
		slices.Sort(mistakes)
		t.Log("\n" + strings.Join(mistakes, "\n"))
	}
}
