package main

import (
	"encoding/csv"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// longestName is how many letters a name on a class list has at most: a longer line is
// no name.
const longestName = 100

const classHint = "a class list has a name on each line, or is a .csv with a column name or student"

// readClass reads the names of a class list.
func readClass(path string, stdin io.Reader) ([]string, error) {
	text, err := readInput(path, stdin)
	var f *failure
	if errors.As(err, &f) {
		return nil, &failure{status: f.status, message: f.message, hint: classHint}
	}
	if !utf8.ValidString(text) {
		return nil, badClass("save it as “CSV UTF-8” or as UTF-8 text", path+" is not in UTF-8")
	}
	text = strings.TrimPrefix(text, "\ufeff")
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	if slices.Contains([]string{".csv", ".tsv"}, strings.ToLower(filepath.Ext(path))) {
		if lines, err = csvNames(path, text); err != nil {
			return nil, err
		}
	}
	var names []string
	for _, line := range lines {
		name := strings.Join(strings.Fields(line), " ")
		if utf8.RuneCountInString(name) > longestName {
			return nil, badClass(classHint, path+" has a line that is no name: "+string([]rune(name)[:30])+"…")
		}
		if name != "" {
			names = append(names, name)
		}
	}
	switch {
	case len(names) == 0:
		return nil, badClass(classHint, path+" holds no names")
	case len(names) > mostVariants:
		return nil, badClass("make several lists of it", path+" holds more names than any class has")
	}
	return names, nil
}

func badClass(hint, message string) error {
	return &failure{status: statusInput, message: message, hint: hint}
}

// csvNames are the fields of the column that holds names. Spreadsheets put commas,
// semicolons or tabs between fields, as their language has it.
func csvNames(path, text string) ([]string, error) {
	head, _, _ := strings.Cut(text, "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	for _, comma := range ";\t" {
		if strings.Count(head, string(comma)) > strings.Count(head, string(r.Comma)) {
			r.Comma = comma
		}
	}
	rows, err := r.ReadAll()
	if err != nil {
		return nil, badClass(classHint, path+": "+err.Error())
	}
	if len(rows) == 0 {
		return nil, nil
	}
	at := slices.IndexFunc(rows[0], func(title string) bool {
		title = strings.ToLower(strings.TrimSpace(title))
		return title == "name" || title == "student"
	})
	if at < 0 {
		return nil, badClass("give the column with the names the title name", path+" has no column name or student, but: "+strings.Join(rows[0], ", "))
	}
	var names []string
	for _, row := range rows[1:] {
		if at < len(row) {
			names = append(names, row[at])
		}
	}
	return names, nil
}
