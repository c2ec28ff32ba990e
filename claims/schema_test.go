package claims_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
	"golang.org/x/tools/txtar"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	var b bytes.Buffer
	if err := claims.WriteSchema(&b); err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(claims.SchemaID, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(claims.SchemaID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON is a YAML text as the validator of an editor sees it; false where plain
// YAML cannot read it.
func asJSON(t *testing.T, text string) (any, bool) {
	t.Helper()
	var root yaml.Node
	if yaml.Unmarshal([]byte(text), &root) != nil || len(root.Content) == 0 {
		return nil, false
	}
	return nodeJSON(root.Content[0]), true
}

func nodeJSON(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = nodeJSON(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, nodeJSON(item))
		}
		return list
	case yaml.ScalarNode:
		var v any
		if n.Decode(&v) == nil {
			switch v := v.(type) {
			case int:
				return float64(v)
			case float64, bool, nil:
				return v
			}
		}
		return n.Value
	}
	return nil
}

// TestSchemaTakesExamples validates every example and every archived file without
// a diagnostic, with a validator that knows nothing of argmap.
func TestSchemaTakesExamples(t *testing.T) {
	schema := compileSchema(t)
	for _, name := range append(examples.Names(), "") {
		text, ok := examples.Text(name)
		if !ok {
			text = examples.Starter()
		}
		if doc, ok := asJSON(t, text); !ok {
			t.Errorf("%s is no YAML", name)
		} else if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// beyondSchema are the codes of what no schema can see: what YAML drops before
// any validator sees it, and what lies between the values.
var beyondSchema = map[string]bool{
	"cut-by-comment": true, "second-part": true, "special-start": true, "control-char": true, "not-utf8": true,
	"bad-lang": true, "alias": true, "too-deep": true, "duplicate-key": true,
}

// TestSchemaAndParserAgree holds the schema against the parser over every archived
// file: what one of them takes, the other takes, save for what beyondSchema lists.
func TestSchemaAndParserAgree(t *testing.T) {
	schema := compileSchema(t)
	paths, _ := filepath.Glob("testdata/native/*.txtar")
	taken, refused := 0, 0
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range ar.Files {
			if filepath.Ext(f.Name) != ".yaml" {
				continue
			}
			doc, ok := asJSON(t, string(f.Data))
			if !ok {
				continue // broken YAML: an editor says so itself
			}
			invalid := schema.Validate(doc)
			_, diags := claims.ForName("yaml").Parse(source.NewFile(f.Name, string(f.Data)))
			var codes []string
			certain := false
			for _, d := range diags {
				codes = append(codes, d.Code)
				certain = certain || d.Severity == source.Error && !beyondSchema[d.Code]
			}
			name := filepath.Base(path) + ": " + f.Name
			switch {
			case certain && invalid == nil:
				t.Errorf("%s: the parser reports %s, and the schema takes it", name, strings.Join(codes, ", "))
			case len(diags) == 0 && invalid != nil:
				t.Errorf("%s: the parser takes it, and the schema does not: %v", name, invalid)
			case invalid == nil:
				taken++
			default:
				refused++
			}
		}
	}
	if taken < 10 || refused < 10 {
		t.Errorf("only %d files are taken and %d refused", taken, refused)
	}
}
