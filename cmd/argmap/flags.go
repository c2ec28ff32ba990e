package main

import (
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
	"github.com/argmap/argmap/output/worksheet"
)

// flagValues lists what a flag may be given, for completion, hints and help; nil
// where it takes anything.
func flagValues(name string) []string {
	switch name {
	case "direction", "d":
		return layout.DirectionNames()
	case "fit", "page":
		var names []string
		for _, p := range layout.Pages() {
			names = append(names, p.Name)
		}
		return names
	case "palette":
		var names []string
		for _, p := range style.Palettes() {
			names = append(names, p.Name)
		}
		return names
	case "theme":
		return output.ThemeNames()
	case "evidence":
		return layout.EvidenceNames()
	case "from":
		var names []string
		for _, f := range claims.Formats() {
			names = append(names, f.Name)
		}
		return names
	case "questions":
		return []string{"count", "full"}
	case "compat":
		return []string{"argdown"}
	case "view":
		return []string{"full", "compact"}
	case "to":
		var names []string
		for _, f := range output.Formats() {
			names = append(names, f.Name)
		}
		return names
	case "slides-to":
		var names []string
		for _, f := range output.SlideFormats() {
			names = append(names, f.Name)
		}
		return names
	case "type":
		var names []string
		for _, t := range exercise.Types() {
			names = append(names, t.Name)
		}
		return names
	case "level":
		var levels []string
		for i := range exercise.MaxLevel {
			levels = append(levels, strconv.Itoa(i+1))
		}
		return levels
	case "feedback":
		return []string{"none", "at-once"}
	case "sheets-page":
		return []string{"a4", "letter"}
	case "sheets-to":
		var names []string
		for _, f := range worksheet.Formats() {
			names = append(names, f.Name)
		}
		return names
	case "format":
		return []string{"text", "json", "sarif"}
	case "rule", "ignore", "explain":
		return lint.Codes()
	case "example":
		return examples.Names()
	}
	return nil
}

// commandValues lists what a flag of a command may be given: flagValues, unless the
// command has a flag of its own by that name.
func commandValues(command, name string) []string {
	switch {
	case command == "embed" && name == "format":
		return imageNames()
	case command == "questions" && name == "format":
		return questionFormatNames()
	case command == "questions" && name == "explain":
		return schemeNames()
	case command == "grade" && name == "format":
		return gradeFormats
	case command == "embed" && name == "outline":
		return outlineNames()
	case command == "exercise" && (name == "page" || name == "to"):
		return flagValues("sheets-" + name)
	case command == "convert" && name == "to":
		return writtenNames()
	}
	return flagValues(name)
}

// optionalValue is what a flag means that is given without its value; "" for
// flags that need one.
func optionalValue(name string) string {
	switch name {
	case "evidence":
		return "full"
	case "fit":
		return fitPage
	case "questions":
		return "count"
	}
	return ""
}

func valuesHint(name string) string {
	if values := flagValues(name); values != nil {
		return "one of " + strings.Join(values, ", ")
	}
	return ""
}

// choice is the usage text of a flag with a list of values.
func choice(what, name string) string {
	return what + ": " + strings.Join(flagValues(name), ", ")
}
