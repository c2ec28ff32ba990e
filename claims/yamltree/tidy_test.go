package yamltree_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// narrow is a style that is easy to test: of 60 columns, and with an order like
// that of claims files.
var narrow = yamltree.Style{Width: 60, TextKey: "claim", Order: claimsOrder}

func claimsOrder(path, keys []string) []int {
	if len(path) > 0 && path[0] == "sources" {
		return nil
	}
	ranks := make([]int, len(keys))
	for i, key := range keys {
		switch key {
		case "because", "but", "premises":
			ranks[i] = 50
		default:
			ranks[i] = 100
		}
		for rank, known := range []string{"title", "sources", "thesis", "claims", "id", "label", "claim", "implicit", "evidence", "note", "tags"} {
			if key == known {
				ranks[i] = rank
			}
		}
	}
	return ranks
}

// TestTidy lays out every NAME.yaml of the archives in testdata/tidy and compares
// the result, or why it was refused, with NAME.want. A NAME.quoted holds the same
// as Go string literals, for bytes that no editor keeps. ARGMAP_UPDATE=1 writes
// the wants anew.
func TestTidy(t *testing.T) {
	paths, err := filepath.Glob("testdata/tidy/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { tidyArchive(t, path) })
	}
}

func tidyArchive(t *testing.T, path string) {
	ar, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	wants := map[string]string{}
	for _, f := range ar.Files {
		wants[f.Name] = string(f.Data)
	}
	updated := &txtar.Archive{Comment: ar.Comment}
	for _, f := range ar.Files {
		name, text, ok := input(t, f)
		if !ok {
			continue
		}
		got, diags := yamltree.Tidy(source.NewFile(name+".yaml", text), narrow)
		if diags == nil {
			checkTidy(t, text, narrow)
		} else {
			got = printed(t, diags)
		}
		updated.Files = append(updated.Files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
		if d := cmp.Diff(wants[name+".want"], got); d != "" && os.Getenv("ARGMAP_UPDATE") == "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	if os.Getenv("ARGMAP_UPDATE") != "" {
		if err := os.WriteFile(path, txtar.Format(updated), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// input is the text of an archive's file, unless that is a want.
func input(t *testing.T, f txtar.File) (name, text string, ok bool) {
	t.Helper()
	ext := filepath.Ext(f.Name)
	name, text = strings.TrimSuffix(f.Name, ext), string(f.Data)
	if ext == ".quoted" {
		var b strings.Builder
		for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
			s, err := strconv.Unquote(line)
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			b.WriteString(s)
		}
		text = b.String()
	}
	return name, text, ext != ".want"
}

func printed(t *testing.T, diags source.Diagnostics) string {
	t.Helper()
	var b bytes.Buffer
	if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
