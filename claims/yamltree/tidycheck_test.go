package yamltree_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"go.yaml.in/yaml/v4"
	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"
)

// checkTidy wants the layout of a text to say the same, to hold every comment, and
// to be laid out already. A text may be refused, but not because its layout would
// be wrong.
func checkTidy(t rapid.TB, text string, style yamltree.Style) {
	t.Helper()
	once, diags := yamltree.Tidy(source.NewFile("in.yaml", text), style)
	if diags != nil {
		if message := diags[0].Message; strings.Contains(message, "the layout would change") {
			t.Fatalf("%s\n%s", message, text)
		}
		return
	}
	twice, diags := yamltree.Tidy(source.NewFile("out.yaml", once), style)
	if diags != nil {
		t.Fatalf("the layout is refused: %v\n%s", diags, once)
	}
	if twice != once {
		t.Fatalf("the layout of the layout differs.\nonce:\n%s\ntwice:\n%s", once, twice)
	}
	var before, after any
	if yaml.Unmarshal([]byte(readable(text)), &before) == nil { // it may have keys twice
		if err := yaml.Unmarshal([]byte(once), &after); err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if !sameValue(before, after) {
			t.Fatalf("the layout says something else:\n%#v\n%#v\n%s", before, after, once)
		}
	}
	for line := range strings.Lines(readable(text)) {
		comment := strings.TrimLeft(strings.TrimSpace(line), "# \t")
		if strings.HasPrefix(strings.TrimSpace(line), "#") && !strings.Contains(once, comment) && !strings.Contains(text, `"`) {
			t.Fatalf("the comment %q is lost:\n%s", line, once)
		}
	}
}

// readable has blanks for the characters that Read takes for blanks.
func readable(text string) string {
	return strings.NewReplacer("\u2028", " ", "\u2029", " ", "\u0085", " ", "\ufeff", "").Replace(text)
}

// sameValue is reflect.DeepEqual for values in which what is no number may stand.
func sameValue(a, b any) bool {
	switch a := a.(type) {
	case float64:
		b, ok := b.(float64)
		return ok && (a == b || math.IsNaN(a) && math.IsNaN(b))
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !sameValue(a[i], b[i]) {
				return false
			}
		}
		return true
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for key := range a {
			if !sameValue(a[key], b[key]) {
				return false
			}
		}
		return true
	case map[any]any: // some keys are no texts, and perhaps not equal to themselves
		b, ok := b.(map[any]any)
		return ok && len(a) == len(b)
	}
	return reflect.DeepEqual(a, b)
}

// claimsTexts are the claims files of the repository: those that ship, those that
// tests read, and those of the README.
func claimsTexts(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"../examples/*.yaml", "../../argmap/*/testdata/*.yaml", "../../argmap/*/testdata/*/*.yaml", "../../argmap/*/*/*.yaml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			texts[path] = readFile(t, path)
		}
	}
	archives, err := filepath.Glob("../testdata/native/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range archives {
		for _, f := range txtar.Parse([]byte(readFile(t, path))).Files {
			if filepath.Ext(f.Name) == ".yaml" {
				texts[path+":"+f.Name] = string(f.Data)
			}
		}
	}
	for i, block := range strings.Split(readFile(t, "../../README.md"), "```yaml\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		texts[fmt.Sprintf("README.md:%d", i+1)] = block
	}
	return texts
}

func readFile(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestTidyClaimsFiles lays out every claims file there is, in any width: all that
// can be read without errors can be laid out, but for what claims files cannot hold
// anyway.
func TestTidyClaimsFiles(t *testing.T) {
	for name, text := range claimsTexts(t) {
		_, diags := yamltree.Tidy(source.NewFile(name, text), yamltree.Style{})
		if diags != nil && !strings.Contains(name, "testdata/native") {
			t.Errorf("%s: %v", name, diags)
		}
		for _, style := range []yamltree.Style{{}, narrow, {Width: 1}} {
			checkTidy(t, text, style)
		}
	}
}
