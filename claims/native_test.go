package claims_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
	"github.com/argmap/argmap/claims/yamltree"
)

// TestNative reads every NAME.yaml of the archives in testdata/native and
// compares what comes out, and what is said about it, with NAME.want. A
// NAME.quoted holds the same as Go string literals, for bytes that no editor
// keeps. ARGMAP_UPDATE=1 writes the wants anew.
func TestNative(t *testing.T) {
	golden.Archives(t, "testdata/native/*.txtar", ".yaml", func(_ *testing.T, name, text string) string { return describe(name, text) })
}

// describe is a file's declarations, one a line, and its diagnostics.
func describe(name, text string) string {
	file, diags := claims.ForName("yaml").Parse(source.NewFile(name, text))
	var b bytes.Buffer
	dump(&b, file)
	if len(diags) > 0 {
		b.WriteString("\n")
		if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
			panic(err)
		}
	}
	return b.String()
}

// TestEveryCodeIsShown wants each code of the format in an archive, or in the
// list of inputs too large for one.
func TestEveryCodeIsShown(t *testing.T) {
	shown := map[string]bool{}
	paths, _ := filepath.Glob("testdata/*/*.txtar")
	code := regexp.MustCompile(`(?m)^\S+: (?:error|warning): .* \[([a-z0-9-]+)\]$`)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllSubmatch(data, -1) {
			shown[string(m[1])] = true
		}
	}
	for name, text := range bounds() {
		_, diags := claims.ForName("yaml").Parse(source.NewFile("in.yaml", text))
		found := false
		for _, d := range diags {
			shown[d.Code] = true
			found = found || d.Code == name
		}
		if !found {
			t.Errorf("%s is not reported where it should be: %v", name, diags)
		}
	}
	for _, path := range []string{"codes.go", "yamltree/codes.go"} {
		for name, value := range golden.Constants(t, path) {
			if !shown[value] {
				t.Errorf("no archive shows %s (%s)", name, value)
			}
		}
	}
}

// bounds are inputs at which the reader stops, by the code it stops with.
func bounds() map[string]string {
	deep := strings.Builder{}
	deep.WriteString("thesis:\n")
	for i := range 300 {
		in := strings.Repeat("    ", i)
		fmt.Fprintf(&deep, "%s  claim: C%d\n%s  because:\n%s    -\n", in, i, in, in)
	}
	return map[string]string{
		yamltree.CodeDeep:          deep.String(),
		yamltree.CodeTooLarge:      "thesis: " + strings.Repeat("word ", 4<<20),
		yamltree.CodeTooManyFaults: "thesis: A\nclaims:\n" + strings.Repeat("  - @a: b: c\n", 500),
	}
}
