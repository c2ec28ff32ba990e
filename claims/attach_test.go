package claims_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// TestAttach reads the claims.yaml of the archives in testdata/attach with the
// other files beside it, and compares the sources and texts that come out, and
// what is said about them, with want. ARGMAP_UPDATE=1 writes the wants anew.
func TestAttach(t *testing.T) {
	paths, err := filepath.Glob("testdata/attach/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, p := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(p), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(p)
			if err != nil {
				t.Fatal(err)
			}
			files := fstest.MapFS{}
			for _, f := range ar.Files {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := attached(t, string(files["claims.yaml"].Data), files)
			want := &ar.Files[len(ar.Files)-1]
			if want.Name != "want" {
				t.Fatal("the last file of the archive is want")
			}
			if os.Getenv("ARGMAP_UPDATE") != "" {
				want.Data = []byte(got)
				if err := os.WriteFile(p, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if d := cmp.Diff(string(want.Data), got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func attached(t *testing.T, text string, files fs.FS) string {
	t.Helper()
	open := func(name string) (fs.File, error) {
		if clean := path.Clean(name); fs.ValidPath(clean) {
			return files.Open(clean)
		}
		return nil, claims.ErrOutside
	}
	file, diags := claims.ForName("yaml").Parse(source.NewFile("claims.yaml", text))
	diags = append(diags, file.ReadBibliographies(open)...)
	texts, more := file.ReadTexts(open)
	diags = append(diags, more...)
	var b bytes.Buffer
	d := dumper{b: &b, file: file}
	for _, s := range file.Sources {
		if s.In != nil {
			fmt.Fprintf(&b, "%s: ", s.In.Name)
		}
		d.source(s)
		if text := texts[s]; text != nil {
			fmt.Fprintf(&b, "  a text of %d paragraphs\n", text.Paragraphs())
		}
	}
	if len(diags) > 0 {
		b.WriteString("\n")
		if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}
