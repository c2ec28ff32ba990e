package main_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/argmap/argmap/"

// layers lists the packages from the bottom up. A package may import those above
// its own line in this list, and no others; leaves import none of the module.
var layers = []struct {
	pkg  string
	leaf bool
}{
	{"claims/source", true},
	{"claims/source/golden", true},
	{"claims/examples", true},
	{"claims/course", false},
	{"claims/fulltext", true},
	{"claims/argdown", false},
	{"claims/argdown/argdowntest", true},
	{"claims/argdown/model", false},
	{"claims/argdown/export", false},
	{"claims/yamltree", false},
	{"claims/bibtex", false},
	{"claims", false},
	{"argmap", false},
	{"argmap/testmap", false},
	{"argmap/lint", false},
	{"argmap/exercise", false},
	{"argmap/grade", false},
	{"argmap/scheme", false},
	{"output/style", true},
	{"output/internal/raster", false},
	{"output/internal/pdf", false},
	{"output/internal/pptx", true},
	{"output/usercache", true},
	{"output/layout/enginecache", false},
	{"output/layout", false},
	{"output/deck", false},
	{"output", false},
	{"output/worksheet", false},
	{"output/embed", false},
	{"cmd/argmap", false},
}

// TestImportsGoOneWay keeps the architecture: imports run from cmd down to
// claims/source, leaves stay leaves, and the command-line library stays in cmd.
func TestImportsGoOneWay(t *testing.T) {
	level := map[string]int{}
	for i, l := range layers {
		level[l.pkg] = i
	}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".g")) {
			return filepath.SkipDir
		}
		if filepath.Ext(file) != ".go" {
			return nil
		}
		rel, _ := filepath.Rel(root, file)
		pkg := path.Dir(filepath.ToSlash(rel))
		at, known := level[pkg]
		if !known {
			t.Errorf("%s: package %s has no place in the list of layers", rel, pkg)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		test := strings.HasSuffix(file, "_test.go")
		for _, imp := range f.Imports {
			name, _ := strconv.Unquote(imp.Path.Value)
			if strings.HasPrefix(name, "github.com/urfave/cli") && pkg != "cmd/argmap" {
				t.Errorf("%s imports %s, which belongs in cmd", rel, name)
			}
			if strings.HasPrefix(name, "github.com/goccy/go-graphviz") && pkg != "output/layout" {
				t.Errorf("%s imports %s, which belongs in output/layout", rel, name)
			}
			inner, ours := strings.CutPrefix(name, module)
			if !ours || test {
				continue
			}
			if inner == "argmap/testmap" || inner == "claims/source/golden" || inner == "claims/argdown/argdowntest" {
				t.Errorf("%s imports %s outside a test", rel, inner)
			}
			if to, ok := level[inner]; !ok || to >= at || layers[at].leaf {
				t.Errorf("%s imports %s, which lies above it", rel, inner)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
