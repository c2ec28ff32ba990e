package claims_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

// TestArgdown reads every NAME.argdown of the archives in testdata/argdown and
// compares what it declares, printed in the native format, with NAME.want.
// ARGMAP_UPDATE=1 writes the wants anew.
func TestArgdown(t *testing.T) {
	golden.Archives(t, "testdata/argdown/*.txtar", ".argdown", func(t *testing.T, name, text string) string {
		file, diags := claims.ForName("argdown").Parse(source.NewFile(name, text))
		printed, more := claims.ForName("yaml").Print(file)
		if more.HasErrors() {
			t.Errorf("%s: %v", name, more)
		}
		if diags.HasErrors() {
			printed = ""
		}
		_, again := claims.ForName("yaml").Parse(source.NewFile(name, printed))
		if again.HasErrors() && !diags.HasErrors() {
			t.Errorf("%s: what is printed cannot be read: %v\n%s", name, again, printed)
		}
		b := bytes.NewBufferString(printed)
		if len(diags) > 0 {
			b.WriteString("\n")
			if err := source.Print(b, diags, source.PrintOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		return b.String()
	})
}

// TestTidyArgdown wants a document with warnings laid out, and one with an error
// refused.
func TestTidyArgdown(t *testing.T) {
	format := claims.ForName("argdown")
	tidy, diags := format.Tidy(source.NewFile("a.argdown", "[A]:   [sic]\n\t+b\n"))
	if want := "[A]: [sic]\n  + b\n"; tidy != want || diags != nil {
		t.Errorf("got %q and %v, not %q", tidy, diags, want)
	}
	if tidy, diags = format.Tidy(source.NewFile("a.argdown", "#   Nothing else\n")); tidy != "" || !diags.HasErrors() {
		t.Errorf("got %q and %v", tidy, diags)
	}
}

// answered has answers wherever a file can have them.
const answered = `thesis:
  claim: The dam is safe.
  because:
    - scheme: expert-opinion
      answers: {expert: "She is: she built {ten} dams.", field: "", bias: no}
      premises:
        - claim: The engineer says that the dam is safe.
          evidence:
            - {kind: testimony, note: a letter, answers: [He was there., "", Nobody paid him.]}
          answers: [The letter says so.]
    - premises: [It has stood for years.]
      answers: [Fifty of them.]
`

// TestThroughArgdown writes claims files as Argdown and reads them back: they say
// the same.
func TestThroughArgdown(t *testing.T) {
	native, argdown := claims.ForName("yaml"), claims.ForName("argdown")
	texts := map[string]string{}
	for _, name := range examples.Names() {
		texts[name], _ = examples.Text(name)
	}
	for seed := range uint64(40) {
		texts[fmt.Sprint("generated ", seed)] = testmap.Text(testmap.Shape{Claims: 4 + int(seed), Seed: seed, Wild: seed%2 == 0, Links: 0.2, Groups: int(seed % 3)})
	}
	texts["answers"] = answered
	for name, text := range texts {
		file, _ := native.Parse(source.NewFile(name, text))
		before, _ := native.Print(file)
		printed, _ := argdown.Print(file)
		again, diags := argdown.Parse(source.NewFile(name+".argdown", printed))
		for _, d := range diags {
			if d.Severity != source.Info {
				t.Errorf("%s: %s", name, d.Message)
			}
		}
		after, _ := native.Print(again)
		if d := cmp.Diff(before, after); d != "" {
			t.Errorf("%s comes back from Argdown as something else (-before +after):\n%s", name, d)
		}
	}
}
