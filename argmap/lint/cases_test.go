package lint_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/claims/source"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// TestCases runs each rule over the cases in testdata/rules/CODE.txtar. A file
// whose name begins with fires is reported as its .want says; of one whose name
// begins with silent nothing is said; files that are no YAML are the texts of
// sources. In files whose name holds "all-words" every word counts as a term.
// ARGMAP_UPDATE=1 writes the wants anew.
func TestCases(t *testing.T) {
	for _, r := range lint.Rules() {
		t.Run(r.Code, func(t *testing.T) {
			path := filepath.Join("testdata", "rules", r.Code+".txtar")
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			updated, fired, silent := ruleCases(t, r, ar)
			if fired == 0 || silent == 0 {
				t.Errorf("%d cases fire and %d stay silent; both must be shown", fired, silent)
			}
			if os.Getenv("ARGMAP_UPDATE") != "" {
				if err := os.WriteFile(path, txtar.Format(updated), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func ruleCases(t *testing.T, r *lint.Rule, ar *txtar.Archive) (updated *txtar.Archive, fired, silent int) {
	updated = &txtar.Archive{Comment: ar.Comment}
	wants, beside := map[string]string{}, map[string]string{}
	for _, f := range ar.Files {
		wants[f.Name] = string(f.Data)
		if filepath.Ext(f.Name) != ".yaml" && filepath.Ext(f.Name) != ".want" {
			beside[f.Name] = string(f.Data)
		}
	}
	for _, f := range ar.Files {
		name, isYAML := strings.CutSuffix(f.Name, ".yaml")
		if filepath.Ext(f.Name) == ".want" {
			continue
		}
		updated.Files = append(updated.Files, f)
		if !isYAML {
			continue
		}
		in := input(t, string(f.Data), beside)
		in.AllWords = strings.Contains(name, "all-words")
		ds := lint.Check(in, []*lint.Rule{r})
		var b bytes.Buffer
		if err := source.Print(&b, ds, source.PrintOptions{}); err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasPrefix(name, "silent"):
			silent++
			if len(ds) > 0 {
				t.Errorf("%s is reported:\n%s", f.Name, &b)
			}
		case len(ds) == 0:
			t.Errorf("%s is not reported", f.Name)
		default:
			fired++
			updated.Files = append(updated.Files, txtar.File{Name: name + ".want", Data: b.Bytes()})
			if d := cmp.Diff(wants[name+".want"], b.String()); d != "" && os.Getenv("ARGMAP_UPDATE") == "" {
				t.Errorf("%s (-want +got):\n%s", name, d)
			}
		}
	}
	return updated, fired, silent
}
