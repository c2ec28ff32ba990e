// Package golden holds results against archives that say what they should be.
//
// Nothing but tests may import it.
package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Update tells whether the archives are to be written anew: ARGMAP_UPDATE is set.
func Update() bool { return os.Getenv("ARGMAP_UPDATE") != "" }

// Archives runs result over the inputs in every archive that matches the pattern,
// and compares what it returns for NAME.ext with the file NAME.want behind it. An
// input NAME.quoted holds the same as Go string literals, one a line, for bytes
// that no editor keeps. Other files are left alone.
func Archives(t *testing.T, pattern, ext string, result func(t *testing.T, name, text string) string) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives match %s: %v", pattern, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { archive(t, path, ext, result) })
	}
}

func archive(t *testing.T, path, ext string, result func(t *testing.T, name, text string) string) {
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
		name, text, ok := input(t, f, ext)
		if !ok {
			if filepath.Ext(f.Name) != ".want" {
				updated.Files = append(updated.Files, f)
			}
			continue
		}
		got := result(t, name+ext, text)
		updated.Files = append(updated.Files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
		if d := cmp.Diff(wants[name+".want"], got); d != "" && !Update() {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	if Update() {
		if err := os.WriteFile(path, txtar.Format(updated), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// input is the text of an archive's file, if it is one that a result is made of.
func input(t *testing.T, f txtar.File, ext string) (name, text string, ok bool) {
	t.Helper()
	own := filepath.Ext(f.Name)
	name = strings.TrimSuffix(f.Name, own)
	if own == ext {
		return name, string(f.Data), true
	}
	if own != ".quoted" {
		return "", "", false
	}
	var b strings.Builder
	for line := range strings.SplitSeq(strings.TrimSpace(string(f.Data)), "\n") {
		s, err := strconv.Unquote(line)
		if err != nil {
			t.Fatalf("%s: %s: %v", f.Name, line, err)
		}
		b.WriteString(s)
	}
	return name, b.String(), true
}

// Constants are the string constants of a Go file, by their names: for tests that
// want each of them shown.
func Constants(t *testing.T, path string) map[string]string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
				out[spec.Names[0].Name], _ = strconv.Unquote(lit.Value)
			}
		}
		return true
	})
	return out
}
