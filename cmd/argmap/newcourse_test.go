package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/argmap/argmap/claims/course"
	"github.com/urfave/cli/v2"
)

// TestCourseCommands runs every command that the course's pages show, where they show
// it, but for those that wait for students' answers.
func TestCourseCommands(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "course")
	start := time.Now()
	if _, messages, status := runArgs(t, "new", "--course", dir); status != statusDone {
		t.Fatal(messages)
	}
	t.Logf("the course is written in %v", time.Since(start).Round(time.Millisecond))
	blocks := regexp.MustCompile("(?ms)^```sh\n(.*?)^```$")
	ran, missing := 0, map[string]bool{}
	for _, page := range course.Files() {
		for _, block := range blocks.FindAllStringSubmatch(page.Text, -1) {
			t.Chdir(filepath.Join(dir, filepath.Dir(page.Path)))
			for line := range strings.Lines(block[1]) {
				args := strings.Fields(line)
				switch {
				case args[0] == "cd":
					t.Chdir(args[1])
				case !slices.ContainsFunc(commands(), func(c *cli.Command) bool { return c.Name == args[1] }):
					missing[args[1]] = true
				case !strings.Contains(line, "answers/"):
					ran++
					if _, messages, status := runArgs(t, args[1:]...); status != statusDone {
						t.Errorf("%s: %s: status %d\n%s", page.Path, strings.TrimSpace(line), status, messages)
					}
				}
			}
		}
	}
	if ran < 15 {
		t.Errorf("the course shows %d commands", ran)
	}
	for _, name := range []string{"exercise", "grade", "questions"} {
		if missing[name] {
			t.Logf("there is no command %s yet", name)
		}
		delete(missing, name)
	}
	for name := range missing {
		t.Errorf("there is no command %s", name)
	}
}
