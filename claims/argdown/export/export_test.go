package export_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/argdowntest"
	"github.com/argmap/argmap/claims/argdown/export"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
)

func write(text string) []byte {
	d, _ := argdown.Parse(source.NewFile("test.argdown", text))
	m, _ := model.Build(d)
	return export.JSON(m)
}

// written is what we write of a text, as a reader of JSON sees it.
func written(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(write(text), &v); err != nil {
		t.Fatalf("what we write is no JSON: %v", err)
	}
	return v
}

// recordsPath is the archive of documents with what Argdown's core writes of each:
// NAME.argdown and NAME.json.
const recordsPath = "testdata/records.txtar"

func recorded(t *testing.T) (names, texts, records []string) {
	t.Helper()
	ar, err := txtar.ParseFile(recordsPath)
	if err != nil {
		t.Fatal(err)
	}
	wants := map[string]string{}
	for _, f := range ar.Files {
		wants[f.Name] = string(f.Data)
	}
	for _, f := range ar.Files {
		if name, ok := strings.CutSuffix(f.Name, ".argdown"); ok {
			names, texts, records = append(names, name), append(texts, string(f.Data)), append(records, wants[name+".json"])
		}
	}
	return names, texts, records
}

// TestRecords compares what we write with what Argdown's core was recorded to write.
func TestRecords(t *testing.T) {
	names, texts, records := recorded(t)
	for i, name := range names {
		t.Run(name, func(t *testing.T) {
			var want any
			if err := json.Unmarshal([]byte(records[i]), &want); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(loadable(want), written(t, texts[i])); d != "" {
				t.Errorf("(-Argdown +ours):\n%s", d)
			}
		})
	}
}

// TestOrder wants the same bytes on every run, and the parts in Argdown's order.
func TestOrder(t *testing.T) {
	text := argdowntest.Random(7)
	first := write(text)
	if !bytes.Equal(first, write(text)) {
		t.Error("the second run differs from the first")
	}
	at := -1
	for _, key := range []string{"arguments", "statements", "relations", "map", "sections", "tags"} {
		next := bytes.Index(first, []byte("\n  \""+key+"\": "))
		if next <= at {
			t.Errorf("%s stands at %d, behind what comes at %d", key, next, at)
		}
		at = next
	}
}

// FuzzJSON looks for a document of which we write what is no JSON, or what names
// something that is not there.
func FuzzJSON(f *testing.F) {
	ar, err := txtar.ParseFile(recordsPath)
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range ar.Files {
		text := string(file.Data)
		for _, n := range []int{len(text) / 3, len(text) / 2, len(text)} { // documents that end anywhere
			f.Add(text[:n])
		}
	}
	for i := range 50 {
		f.Add(argdowntest.Random(uint64(i)))
	}
	for _, text := range []string{
		"", "\\", "{a: 1}", "[a]", "[a]:", "<a>:", "# ", "(1) a", "----", "(1) a\n----\n  _ b", "===\n===\n", "[a]: b {c: .inf, d: [~]}\r\n  + \xff\r",
		"<a>\n\n(1) b\n----\n  _ c\n(2) d\n\n<a>\n\n(1) b\n----\n  +> c\n(2) d\n", "a\n  + b {c: d} e {f: g} .\n", "*a _b .A. c* d_ [e](f\ng)\n/* h",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var v document
		if err := json.Unmarshal(write(text), &v); err != nil {
			t.Fatalf("what we write is no JSON: %v", err)
		}
		v.check(t, strings.Contains(text, "explodeArguments"))
	})
}

// document is what of our JSON names other parts of it.
type document struct {
	Arguments, Statements map[string]struct {
		PCS       []any
		Section   string
		Relations []relation
	}
	Relations []relation
	Map       struct {
		Nodes []node
		Edges []struct{ From, To string }
	}
	Sections []node
}

type relation struct {
	From, FromType, To, ToType string
	ConclusionIndex            int
}

type node struct {
	ID       string
	Parent   string
	Children []node
}

func (d document) check(t *testing.T, exploded bool) {
	t.Helper()
	relations := d.Relations
	ids, sections := map[string]bool{"": true}, map[string]bool{"": true}
	names(d.Map.Nodes, "", ids, t)
	names(d.Sections, "", sections, t)
	for _, a := range d.Arguments {
		relations = append(relations, a.Relations...)
		if !sections[a.Section] {
			t.Errorf("an argument stands in a section %q that is not there", a.Section)
		}
	}
	for _, s := range d.Statements {
		relations = append(relations, s.Relations...)
	}
	exists := func(kind, title string, index int) bool {
		a, argument := d.Arguments[title]
		_, statement := d.Statements[title]
		return kind == "argument" && argument || kind == "equivalence-class" && statement || kind == "inference" && (exploded || index < len(a.PCS))
	}
	for _, r := range relations {
		if !exists(r.FromType, r.From, r.ConclusionIndex) || !exists(r.ToType, r.To, r.ConclusionIndex) {
			t.Errorf("%+v joins what is not there", r)
		}
	}
	for _, e := range d.Map.Edges {
		if !ids[e.From] || !ids[e.To] || e.From == "" || e.To == "" {
			t.Errorf("edge %+v joins what is not there", e)
		}
	}
}

// names collects the names of nodes and wants their parents to be where they stand.
func names(list []node, parent string, ids map[string]bool, t *testing.T) {
	for _, n := range list {
		ids[n.ID] = true
		if n.Parent != "" && n.Parent != parent {
			t.Errorf("%s stands in %q and says that it stands in %q", n.ID, parent, n.Parent)
		}
		names(n.Children, n.ID, ids, t)
	}
}
