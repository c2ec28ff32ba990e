package claims_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// declared is what a text declares, without places.
func declared(text string) string {
	file, _ := claims.ForName("yaml").Parse(source.NewFile("in.yaml", text))
	var b bytes.Buffer
	dump(&b, file)
	return b.String()
}

// checkTidy wants of a text that is not refused that its canonical layout declares
// the same, in the same order, and is its own canonical layout.
func checkTidy(t *testing.T, text string) (tidied bool) {
	t.Helper()
	tidy, diags := claims.ForName("yaml").Tidy(source.NewFile("in.yaml", text))
	if diags.HasErrors() {
		return false
	}
	if d := cmp.Diff(declared(text), declared(tidy)); d != "" {
		t.Errorf("the layout declares something else (-before +after):\n%s\nof\n%s\nlaid out as\n%s", d, text, tidy)
	}
	again, diags := claims.ForName("yaml").Tidy(source.NewFile("in.yaml", tidy))
	if diags.HasErrors() || again != tidy {
		t.Errorf("the layout is laid out anew: %v\n%s", diags, cmp.Diff(tidy, again))
	}
	return true
}

// TestTidyKeepsDeclarations lays out every example and every archived file. The
// examples are in canonical layout already.
func TestTidyKeepsDeclarations(t *testing.T) {
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		checkTidy(t, text)
		if tidy, _ := claims.ForName("yaml").Tidy(source.NewFile(name, text)); tidy != text {
			t.Errorf("%s is not in canonical layout: argmap fmt -w claims/examples/*.yaml", name)
		}
	}
	tidied := 0
	for _, pattern := range []string{"testdata/native/*.txtar", "../argmap/testdata/build/*.txtar", "../argmap/lint/testdata/rules/*.txtar", "../cmd/argmap/testdata/script/*.txtar"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range ar.Files {
				if filepath.Ext(f.Name) == ".yaml" && checkTidy(t, string(f.Data)) {
					tidied++
				}
			}
		}
	}
	if tidied < 100 {
		t.Errorf("only %d files are laid out", tidied)
	}
}
