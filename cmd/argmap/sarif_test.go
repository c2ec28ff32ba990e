package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // carries the published schema
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sarifSchema is the schema that OASIS publishes for SARIF 2.1.0, as the source of
// a library carries it: the library keeps it to itself, and what it reads and
// writes again is not what was written.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Skip("the schema's module cannot be found: ", err)
	}
	path := filepath.Join(strings.TrimSpace(string(dir)), "pkg", "report", "v210", "sarif", "schema.go")
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && len(lit.Value) > len(text) {
			text = lit.Value
		}
		return true
	})
	if text, err = strconv.Unquote(text); err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestSARIF validates reports of many codes, with related places and fixes, and of
// none, against the published schema.
func TestSARIF(t *testing.T) {
	schema := sarifSchema(t)
	t.Chdir(t.TempDir())
	if err := os.Mkdir("my maps", 0o755); err != nil {
		t.Fatal(err)
	}
	text := "title: Ünï\nsources: {vet: {title: Dogs}}\nthesis:\n  clam: x\n  claim: Dogs dream.\n  id: d\n  because:\n    - Therefore, dogs bark in 中文.\n" +
		"    - {claim: Dogs bark., evidence: vet}\n    - Dogs bark!\n    - claim: A.\n      because: [{claim: B., because: [{ref: d}]}]\n"
	if err := os.WriteFile("my maps/a#b.yaml", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("none.yaml", []byte("thesis: Dogs dream.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for path, least := range map[string]int{"my maps/a#b.yaml": 8, "none.yaml": 0} {
		out, messages, _ := runArgs(t, "check", "--format", "sarif", path)
		if messages != "" {
			t.Fatal(messages)
		}
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		var log sarifLog
		if err := json.Unmarshal([]byte(out), &log); err != nil {
			t.Fatal(err)
		}
		if n := len(log.Runs[0].Results); n < least || least == 0 && n > 0 {
			t.Errorf("%s: %d results", path, n)
		}
		for _, r := range log.Runs[0].Results {
			if log.Runs[0].Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
				t.Errorf("the rule of %s has another index", r.RuleID)
			}
			if uri := r.Locations[0].Physical.Artifact.URI; uri != "my%20maps/a%23b.yaml" {
				t.Errorf("the file is called %s", uri)
			}
		}
	}
	if schema.Validate(map[string]any{"version": "2.1.0", "runs": "none"}) == nil {
		t.Error("the schema takes anything")
	}
}
