package export_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/argdowntest"
	"github.com/argmap/argmap/claims/argdown/model"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

// answer is what Argdown's core says of a document.
type answer struct {
	Error string // it gives up
	JSON  any
}

func theirs(t *testing.T, texts []string) []answer {
	t.Helper()
	var answers []answer
	argdowntest.Ask(t, argdowntest.Core(t), "testdata/oracle.cjs", texts, &answers)
	return answers
}

// compare compares us with Argdown's core on documents, and tells how many it refused.
func compare(t *testing.T, names, texts []string) (refused int) {
	t.Helper()
	ours := 0
	for i, a := range theirs(t, texts) {
		if a.Error != "" {
			refused++
			continue
		}
		if onPurpose(texts[i]) {
			t.Logf("%s holds what we read in a way of our own", names[i])
			ours++
			continue
		}
		if d := cmp.Diff(loadable(a.JSON), written(t, texts[i])); d != "" {
			t.Errorf("%s (-Argdown +ours):\n%s\n%s", names[i], texts[i], d)
		}
	}
	t.Logf("%d documents compared; %d others are ours to read otherwise, and Argdown gave up on %d", len(texts)-ours-refused, ours, refused)
	return refused
}

// onPurpose tells whether a document holds an address in running text, a shortcode
// inside a word or a date in data.
func onPurpose(text string) bool {
	src := source.NewFile("test.argdown", text)
	as, _ := argdown.Parse(src)
	like, _ := argdown.ParseCompat(src)
	us, _ := model.Build(as)
	them, _ := model.Build(like)
	for i, c := range us.Classes {
		if i >= len(them.Classes) || c.Text() != them.Classes[i].Text() {
			return true
		}
	}
	for i, a := range us.Arguments {
		if i >= len(them.Arguments) || a.Text() != them.Arguments[i].Text() {
			return true
		}
	}
	return date.MatchString(text)
}

var date = regexp.MustCompile(`[:,\[] *\d{4}-\d\d-\d\d`)

// loadable gives an empty text to the nodes of a map that have none, as we do.
func loadable(document any) any {
	var walk func(list any)
	walk = func(list any) {
		for _, n := range list.([]any) {
			n := n.(map[string]any)
			if children, ok := n["children"]; ok {
				walk(children)
			} else if n["labelText"] == nil {
				n["labelText"] = ""
			}
		}
	}
	walk(document.(map[string]any)["map"].(map[string]any)["nodes"])
	return document
}

// TestModelsDocuments compares us with Argdown's core on the documents by which
// package model is tested.
func TestModelsDocuments(t *testing.T) {
	argdowntest.Core(t)
	paths, err := filepath.Glob("../model/testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	var names, texts []string
	for _, path := range paths {
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range ar.Files {
			if strings.HasSuffix(f.Name, ".argdown") {
				names, texts = append(names, filepath.Base(path)+"/"+f.Name), append(texts, string(f.Data))
			}
		}
	}
	compare(t, names, texts)
}

// TestForeignDocuments compares us with Argdown's core on every document below the
// folder that ARGMAP_DOCUMENTS names.
func TestForeignDocuments(t *testing.T) {
	argdowntest.Core(t)
	names, texts := argdowntest.Foreign(t)
	compare(t, names, texts)
}

// TestRandomDocuments compares us with Argdown's core on documents that nobody would
// write. ARGMAP_RANDOM says how many, instead of 200.
func TestRandomDocuments(t *testing.T) {
	argdowntest.Core(t)
	count, err := strconv.Atoi(os.Getenv("ARGMAP_RANDOM"))
	if err != nil {
		count = 200
	}
	var names, texts []string
	for i := range count {
		names, texts = append(names, strconv.Itoa(i)), append(texts, argdowntest.Random(uint64(i)))
	}
	if refused := compare(t, names, texts); refused > count/10 {
		t.Errorf("Argdown gave up on %d of %d documents: they are not what the test means them to be", refused, count)
	}
}

// TestRecordsAreArgdowns asks Argdown's core itself for what is recorded, and records
// what it says where ARGMAP_UPDATE is set.
func TestRecordsAreArgdowns(t *testing.T) {
	argdowntest.Core(t)
	names, texts, records := recorded(t)
	updated := &txtar.Archive{}
	for i, a := range theirs(t, texts) {
		now, err := json.Marshal(a.JSON)
		if err != nil || a.Error != "" {
			t.Fatalf("%s: %s %v", names[i], a.Error, err)
		}
		updated.Files = append(updated.Files, txtar.File{Name: names[i] + ".argdown", Data: []byte(texts[i])}, txtar.File{Name: names[i] + ".json", Data: append(now, '\n')})
		if d := cmp.Diff(records[i], string(now)+"\n"); d != "" && !golden.Update() {
			t.Errorf("%s (-recorded +now):\n%s", names[i], d)
		}
	}
	if golden.Update() {
		if err := os.WriteFile(recordsPath, txtar.Format(updated), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
