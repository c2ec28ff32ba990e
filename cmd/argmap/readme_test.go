package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/worksheet"
	"github.com/google/go-cmp/cmp"
)

const readmePath = "../../README.md"

func readme(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// block is the n-th fenced block of that language, from 0.
func block(t *testing.T, text, language string, n int) string {
	t.Helper()
	found := regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllStringSubmatch(text, -1)
	if len(found) <= n {
		t.Fatalf("the README has %d blocks of %s", len(found), language)
	}
	return found[n][1]
}

// runArgs runs a command as a user would.
func runArgs(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(context.Background(), args, strings.NewReader(""), &out, &errs)
	return out.String(), errs.String(), status
}

// replaced puts a new text into the README between two marks, or compares.
func replaced(t *testing.T, text, before, after, want string) string {
	t.Helper()
	head, rest, ok := strings.Cut(text, before)
	old, tail, ok2 := strings.Cut(rest, after)
	if !ok || !ok2 {
		t.Fatalf("the README has no %q … %q", before, after)
	}
	if os.Getenv("ARGMAP_UPDATE") == "" {
		if d := cmp.Diff(want, old); d != "" {
			t.Errorf("the README is out of date (-want +got):\n%s", d)
		}
	}
	return head + before + want + after + tail
}

// TestReadmeCurrent keeps what the README shows: the table of formats, and what
// argmap says to the broken file.
func TestReadmeCurrent(t *testing.T) {
	text := readme(t)
	var table strings.Builder
	table.WriteString("\n| file | what | read | written | good for |\n|---|---|---|---|---|\n")
	for _, f := range claims.Formats() {
		written := map[bool]string{true: "yes"}[f.Written()]
		fmt.Fprintf(&table, "| `%s` | %s | yes | %s | %s |\n", strings.Join(f.Exts, "` `"), f.Title, written, f.Use)
	}
	for _, f := range claims.WrittenFormats() {
		if !slices.Contains(claims.Formats(), f) {
			fmt.Fprintf(&table, "| `.json` with `convert --to %s` | %s | | yes | %s |\n", f.Name, f.Title, f.Use)
		}
	}
	for _, f := range output.Formats() {
		fmt.Fprintf(&table, "| `%s` | %s | | yes | %s |\n", f.Ext, f.Title, f.Use)
	}
	updated := replaced(t, text, "<!-- formats -->\n", "<!-- /formats -->", table.String()+"\n")
	var slides strings.Builder
	slides.WriteString("\n| file | what | good for |\n|---|---|---|\n")
	for _, f := range output.SlideFormats() {
		fmt.Fprintf(&slides, "| `%s` | %s | %s |\n", f.Ext, f.Title, f.Use)
	}
	updated = replaced(t, updated, "<!-- slides -->\n", "<!-- /slides -->", slides.String()+"\n")

	var sheets strings.Builder
	sheets.WriteString("\n| file | what | good for |\n|---|---|---|\n")
	for _, f := range worksheet.Formats() {
		fmt.Fprintf(&sheets, "| `%s` | %s | %s |\n", f.Ext, f.Title, f.Use)
	}
	updated = replaced(t, updated, "<!-- sheets -->\n", "<!-- /sheets -->", sheets.String()+"\n")

	t.Chdir(t.TempDir())
	if err := os.WriteFile("pets.yaml", []byte(block(t, text, "yaml", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	_, messages, status := runArgs(t, "render", "pets.yaml")
	if status != statusInput {
		t.Errorf("the broken file ends with status %d", status)
	}
	updated = replaced(t, updated, "```text\n", "```", messages)
	if os.Getenv("ARGMAP_UPDATE") != "" {
		t.Chdir(sourceFolder)
		if err := os.WriteFile(readmePath, []byte(updated), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// sourceFolder is where the tests of this package start.
var sourceFolder, _ = os.Getwd()

// TestReadmeQuote wants the README to show what check says of a quote that is not
// in its source in these words.
func TestReadmeQuote(t *testing.T) {
	text := readme(t)
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"vet.txt": "On most nights the dog twitched all morning, and it barked twice before it woke up.\n",
		"lesson.yaml": "sources:\n  vet: {author: J. Roe, title: Dogs at night, issued: 2019, file: vet.txt}\n\nthesis:\n  claim: Dogs dream.\n" +
			"  evidence:\n    - {source: vet, at: ¶1, quote: all morning}\n    - {source: vet, at: ¶1, quote: it barked thrice before it woke up}\n",
	} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	report, _, _ := runArgs(t, "check", "lesson.yaml", "--rule", "quote-not-found")
	if d := cmp.Diff(report, block(t, text, "text", 1)); d != "" {
		t.Errorf("the README shows something else than check says (-check +README):\n%s", d)
	}
}

// TestReadmePicture draws the README's first example and compares it with the
// picture beside it.
func TestReadmePicture(t *testing.T) {
	text := readme(t)
	in := filepath.Join(t.TempDir(), "claims.yaml")
	if err := os.WriteFile(in, []byte(block(t, text, "yaml", 0)), 0o644); err != nil {
		t.Fatal(err)
	}
	const picture = "../../output/testdata/readme.svg"
	out := in + ".svg"
	if os.Getenv("ARGMAP_UPDATE") != "" {
		out = picture
	}
	if _, messages, status := runArgs(t, "render", in, "-o", out); status != statusDone {
		t.Fatal(messages)
	}
	want, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the README's picture is out of date: ARGMAP_UPDATE=1 go test ./cmd/argmap draws it anew")
	}
}

// TestReadmeCommands runs every command that the README shows, in an empty folder.
func TestReadmeCommands(t *testing.T) {
	text := readme(t)
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.Symlink(filepath.Join(root, "claims"), "claims"); err != nil {
		t.Skip("no links here: ", err)
	}
	ran := 0
	for _, line := range strings.Split(block(t, text, "sh", 0)+block(t, text, "sh", 1)+block(t, text, "sh", 2), "\n") {
		line, _, _ = strings.Cut(line, " # ")
		args := strings.Fields(strings.Replace(line, "go run ./cmd/argmap", "argmap", 1))
		if len(args) == 0 || args[0] != "argmap" {
			continue
		}
		ran++
		if _, messages, status := runArgs(t, args[1:]...); status != statusDone {
			t.Errorf("%s: status %d\n%s", line, status, messages)
		}
	}
	if ran < 8 {
		t.Errorf("the README shows %d commands", ran)
	}
	for _, name := range []string{"china-kim.svg", "claims.svg", "map.png", "slide.svg", "map.svg", "zoo.yaml"} {
		if info, err := os.Stat(name); err != nil || info.Size() == 0 {
			t.Errorf("%s was not written", name)
		}
	}
}

// TestReadmeDependencies wants a line for every module that go.mod names directly.
func TestReadmeDependencies(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	text := readme(t)
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllSubmatch(mod, -1) {
		if !strings.Contains(text, "| "+string(m[1])+" |") {
			t.Errorf("the README has no line for %s", m[1])
		}
	}
}
