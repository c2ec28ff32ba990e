package model_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/argdowntest"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

// documents are the archives of small documents with what Argdown says of each:
// NAME.argdown and NAME.want.
func documents(t *testing.T) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	archives := map[string]*txtar.Archive{}
	for _, path := range paths {
		if archives[path], err = txtar.ParseFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return archives
}

// TestMeaningIsArgdowns compares what we say of every document with what Argdown's
// core was recorded to say. Where that gives up, we say what is wrong and go on.
func TestMeaningIsArgdowns(t *testing.T) {
	for path, ar := range documents(t) {
		wants := map[string]string{}
		for _, f := range ar.Files {
			wants[f.Name] = string(f.Data)
		}
		for _, f := range ar.Files {
			name, ok := strings.CutSuffix(f.Name, ".argdown")
			if !ok {
				continue
			}
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar")+"/"+name, func(t *testing.T) {
				agree(t, string(f.Data), wants[name+".want"])
			})
		}
	}
}

// agree fails the test where our answer is not the one wanted.
func agree(t *testing.T, text, want string) {
	t.Helper()
	got, diagnostics := ours(text)
	if strings.HasPrefix(want, "gives up: ") {
		if len(diagnostics) == 0 {
			t.Errorf("Argdown %sand we find nothing wrong", want)
		}
		return
	}
	if d := difference(want, got.String()); d != "" {
		t.Errorf("(-Argdown +ours):\n%s", d)
	}
}

// difference is the lines that only one of two answers has.
func difference(want, got string) string {
	wants, gots := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	var b strings.Builder
	for len(wants) > 0 || len(gots) > 0 {
		switch {
		case len(gots) == 0 || len(wants) > 0 && wants[0] < gots[0]:
			b.WriteString("- " + wants[0])
			wants = wants[1:]
		case len(wants) == 0 || gots[0] < wants[0]:
			b.WriteString("+ " + gots[0])
			gots = gots[1:]
		default:
			wants, gots = wants[1:], gots[1:]
		}
	}
	return b.String()
}

// TestRecordsAreArgdowns asks Argdown's core itself, and records what it says where
// ARGMAP_UPDATE is set.
func TestRecordsAreArgdowns(t *testing.T) {
	folder := argdowntest.Core(t)
	for path, ar := range documents(t) {
		var texts []string
		for _, f := range ar.Files {
			if strings.HasSuffix(f.Name, ".argdown") {
				texts = append(texts, string(f.Data))
			}
		}
		answers := theirs(t, folder, texts)
		updated := &txtar.Archive{Comment: ar.Comment}
		for _, f := range ar.Files {
			if name, ok := strings.CutSuffix(f.Name, ".argdown"); ok {
				updated.Files = append(updated.Files, f, txtar.File{Name: name + ".want", Data: []byte(answers[0].String())})
				answers = answers[1:]
			}
		}
		if golden.Update() {
			if err := os.WriteFile(path, txtar.Format(updated), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if d := cmp.Diff(string(txtar.Format(ar)), string(txtar.Format(updated))); d != "" {
			t.Errorf("%s (-recorded +now):\n%s", path, d)
		}
	}
}

// TestMendedDocuments wants Argdown's core to read what its grammar refuses once it is
// mended by what the parser's diagnostics offer.
func TestMendedDocuments(t *testing.T) {
	folder := argdowntest.Core(t)
	ar, err := txtar.ParseFile("../testdata/parse/recovery.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var names, texts []string
	for _, f := range ar.Files {
		if !strings.HasSuffix(f.Name, ".argdown") {
			continue
		}
		src := source.NewFile(f.Name, string(f.Data))
		for range 10 {
			_, diags := argdown.Parse(src)
			text, _ := source.Apply(src, diags)
			src = source.NewFile(f.Name, text)
		}
		names, texts = append(names, f.Name), append(texts, src.Text)
	}
	beyond := map[string]bool{ // what no fix of ours mends
		"data.argdown": true, "reconstruction.argdown": true, "contradiction.argdown": true, "levels.argdown": true, "unnumbered.argdown": true, "empty.argdown": true,
	}
	for i, a := range theirs(t, folder, texts) {
		if (a.Error != "") != beyond[names[i]] {
			t.Errorf("%s is refused still: %s\n%s", names[i], a.Error, texts[i])
		}
	}
}

// TestForeignDocuments compares us with Argdown's core on every document below the
// folder that ARGMAP_DOCUMENTS names.
func TestForeignDocuments(t *testing.T) {
	folder := argdowntest.Core(t)
	names, texts := argdowntest.Foreign(t)
	for i, a := range theirs(t, folder, texts) {
		t.Run(names[i], func(t *testing.T) {
			if a.Error != "" {
				_, diagnostics := ours(texts[i])
				t.Skipf("Argdown gives up: %s; we have %d diagnostics", a.Error, len(diagnostics))
			}
			agree(t, texts[i], a.String())
		})
	}
}
