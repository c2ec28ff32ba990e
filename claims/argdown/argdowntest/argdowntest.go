// Package argdowntest holds what tests need that compare us with Argdown's own core:
// the core, where there is one, and documents to ask it about.
package argdowntest

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Core is the folder with Argdown's core; the test is skipped where there is none.
func Core(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("ARGMAP_ARGDOWN")
	if _, err := os.Stat(filepath.Join(folder, "node_modules", "@argdown", "core")); folder == "" || err != nil {
		t.Skip("ARGMAP_ARGDOWN names no folder with node_modules/@argdown/core")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("no node here")
	}
	return folder
}

// Ask gives texts to a script with the core, and reads its answers.
func Ask(t *testing.T, folder, script string, texts []string, answers any) {
	t.Helper()
	input, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", script, folder)
	cmd.Stdin, cmd.Stderr = strings.NewReader(string(input)), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the oracle failed: %v", err)
	}
	if err := json.Unmarshal(out, answers); err != nil {
		t.Fatalf("the oracle's answer cannot be read: %v", err)
	}
}

// Foreign is every document below the folder that ARGMAP_DOCUMENTS names; the test is
// skipped where it names none.
func Foreign(t *testing.T) (names, texts []string) {
	t.Helper()
	below := os.Getenv("ARGMAP_DOCUMENTS")
	if below == "" {
		t.Skip("ARGMAP_DOCUMENTS names no folder with documents")
	}
	err := filepath.WalkDir(below, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".argdown" && filepath.Ext(path) != ".ad" {
			return err
		}
		data, err := os.ReadFile(path)
		names, texts = append(names, strings.TrimPrefix(path, below)), append(texts, string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names, texts
}
