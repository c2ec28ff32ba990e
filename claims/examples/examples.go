// Package examples holds the claims files that ship inside the binary: the
// article's map, a first lesson, a large map, and the starter for a new file.
//
// It knows texts and names only; it must not read what is in them.
package examples

import (
	"embed"
	"strings"
)

//go:embed *.yaml
var files embed.FS

// Example is a claims file that ships inside the binary.
type Example struct {
	Name  string // without the extension
	Title string // what it is, in a few words
}

// List returns the examples, the article's map first.
func List() []Example {
	return []Example{
		{"china-kim", "an article's argument: will China back the Kim regime to the end?"},
		{"first-lesson", "a first lesson: a thesis, its reasons, an objection and its answer"},
		{"zoo-elephants", "a large map with two sides: should zoos go on keeping elephants?"},
	}
}

// Names lists the names of the examples.
func Names() []string {
	var names []string
	for _, e := range List() {
		names = append(names, e.Name)
	}
	return names
}

// Text returns the example of that name.
func Text(name string) (text string, ok bool) {
	for _, e := range List() {
		if e.Name == strings.TrimSuffix(name, ".yaml") {
			data, err := files.ReadFile(e.Name + ".yaml")
			return string(data), err == nil
		}
	}
	return "", false
}

// Starter returns a commented claims file to begin with.
func Starter() string {
	data, err := files.ReadFile("starter.yaml")
	if err != nil {
		panic(err) // it is embedded
	}
	return string(data)
}
