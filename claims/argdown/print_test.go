package argdown_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/source"
)

func dumped(doc *argdown.Document) string {
	d := &dumper{}
	for _, b := range doc.Blocks {
		d.block(0, b)
	}
	return writtenSign.ReplaceAllString(d.b.String(), "$1$2")
}

// writtenSign is the spelling of a relation, which printing does not keep.
var writtenSign = regexp.MustCompile(`(?m)^( *)\S+ (support|attack|undercut|contradiction)`)

// TestPrint prints every document of the archives and reads it again: the tree is
// the same, and printing it changes nothing more.
func TestPrint(t *testing.T) {
	archives, _ := filepath.Glob("testdata/parse/*.txtar")
	for _, path := range archives {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(data).Files {
			if strings.HasSuffix(f.Name, ".argdown") {
				samePrinted(t, f.Name, string(f.Data))
			}
		}
	}
}

func samePrinted(t *testing.T, name, text string) {
	t.Helper()
	doc, _ := argdown.Parse(source.NewFile(name, text))
	printed := argdown.Print(doc)
	again, _ := argdown.Parse(source.NewFile(name, printed))
	if d := cmp.Diff(dumped(doc), dumped(again)); d != "" {
		t.Errorf("%s is read otherwise when it is printed:\n%s\n%s", name, printed, d)
	}
	if twice := argdown.Print(again); twice != printed {
		t.Errorf("%s is printed otherwise the second time:\n%s", name, cmp.Diff(printed, twice))
	}
}
