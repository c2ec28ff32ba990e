package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/worksheet"
	"github.com/urfave/cli/v2"
)

// exerciseSet is the variants of an exercise and how they are written.
type exerciseSet struct {
	papers []*exercise.Paper
	keys   []*exercise.Key
	look   worksheet.Sheet // without papers and keys
	atOnce bool            // pages tell students what is right
}

func makeSet(m *argmap.Map, t *exercise.Type, variants []exercise.Options) (*exerciseSet, error) {
	set := &exerciseSet{}
	for _, o := range variants {
		p, k, err := exercise.Make(m, t, o)
		if err != nil {
			return nil, err
		}
		set.papers, set.keys = append(set.papers, p), append(set.keys, k)
	}
	return set, nil
}

// students writes the students' files: stem.ext, or of formats with one paper in a file
// stem-NAME.ext where there are several.
func (set *exerciseSet) students(ctx context.Context, f *worksheet.Format, stem string) ([]outFile, source.Diagnostics, error) {
	s := set.look
	s.AtOnce = set.atOnce && f.Tells
	if f.Marks || s.AtOnce {
		s.Keys = set.keys
	}
	return set.write(ctx, f, s, stem, f.Ext)
}

// teachers writes the same with what is right filled in.
func (set *exerciseSet) teachers(ctx context.Context, f *worksheet.Format, stem string) ([]outFile, error) {
	s := set.look
	s.Keys = set.keys
	files, _, err := set.write(ctx, f, s, stem, ".key"+f.Ext)
	return files, err
}

func (set *exerciseSet) write(ctx context.Context, f *worksheet.Format, s worksheet.Sheet, stem, ext string) ([]outFile, source.Diagnostics, error) {
	s.Papers = set.papers
	if !f.Single {
		data, diags, err := sheetData(ctx, f, &s)
		return []outFile{{stem + ext, data}}, diags, err
	}
	names := []string{stem}
	if len(set.papers) > 1 {
		names = set.names(stem)
	}
	var files []outFile
	var all source.Diagnostics
	for i, p := range set.papers {
		one := s
		if one.Papers = []*exercise.Paper{p}; s.Keys != nil {
			one.Keys = s.Keys[i : i+1]
		}
		data, diags, err := sheetData(ctx, f, &one)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, outFile{names[i] + ext, data})
		all = append(all, diags...)
	}
	return files, all, nil
}

func sheetData(ctx context.Context, f *worksheet.Format, s *worksheet.Sheet) ([]byte, source.Diagnostics, error) {
	var b bytes.Buffer
	diags, err := worksheet.Write(ctx, &b, f, s)
	if errors.Is(err, worksheet.ErrType) {
		return nil, nil, misuse("write another format, such as -o "+s.Papers[0].Type.Name+worksheet.Form.Ext, "%s; it can be made of those about the form of a map: place, blanks, repair, build", err)
	}
	return b.Bytes(), diags, err
}

// names are the students' names, or numbers, behind the stem; no two are alike, also
// where large and small letters are not told apart.
func (set *exerciseSet) names(stem string) []string {
	var names []string
	taken := map[string]bool{}
	for i, p := range set.papers {
		name := slug(p.Student)
		if name == "" {
			name = fmt.Sprintf("%0*d", len(strconv.Itoa(len(set.papers))), i+1)
		}
		for n, base := 2, name; taken[name]; n++ {
			name = base + "-" + strconv.Itoa(n)
		}
		taken[name] = true
		names = append(names, stem+"-"+name)
	}
	return names
}

// slug is a name as a part of a file's name: letters and digits in small, and hyphens.
func slug(name string) string {
	const longest = 40 // runes
	var b []rune
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && len(b) > 0:
			b = append(b, r)
		case len(b) > 0 && b[len(b)-1] != '-':
			b = append(b, '-')
		}
	}
	return strings.Trim(string(b[:min(len(b), longest)]), "-")
}

// sheetStem is a path without the extension of its format.
func sheetStem(path string, f *worksheet.Format) string {
	if n := len(path) - len(f.Ext); n > 0 && strings.EqualFold(path[n:], f.Ext) {
		return path[:n]
	}
	return strings.TrimSuffix(path, filepath.Ext(path))
}

// files makes all files of a set, and writes to standard output what goes there.
func (w *wish) files(c *cli.Context, set *exerciseSet) ([]outFile, error) {
	var students, teachers []outFile
	keyPath := ""
	for _, o := range w.outs {
		stem := sheetStem(o.path, o.format)
		files, diags, err := set.students(c.Context, o.format, stem)
		if err != nil {
			return nil, err
		}
		printDiagnostics(c, diags)
		if o.path == "-" {
			if len(files) > 1 {
				return nil, misuse("name a file with -o", "a %s holds one exercise, and there are %d", o.format.Title, len(files))
			}
			if _, err := c.App.Writer.Write(files[0].data); err != nil {
				return nil, system("", err)
			}
			continue
		}
		if len(files) == 1 && !o.format.Single || len(set.papers) == 1 {
			files[0].path = o.path // as it was written, whatever its extension
		}
		students = append(students, files...)
		if keyPath == "" {
			keyPath = stem + ".key.yaml"
		}
		if o.format.Marks || o.format == worksheet.Form { // the key itself is the form filled in
			continue
		}
		more, err := set.teachers(c.Context, o.format, stem)
		if err != nil {
			return nil, err
		}
		teachers = append(teachers, more...)
	}
	if keyPath == "" {
		fmt.Fprintln(c.App.ErrWriter, "the key is not written: with -o FILE it would stand beside the file; the same seed makes it again")
		return nil, nil
	}
	data, err := exercise.WriteKeys(set.keys)
	if err != nil {
		return nil, err
	}
	teachers = append(teachers, outFile{keyPath, data})
	all := append(students, teachers...)
	if err := distinct(all, w.in); err != nil {
		return nil, err
	}
	tellSheets(c, set, students, teachers)
	return all, nil
}

// distinct wants every file to have a place of its own.
func distinct(files []outFile, in string) error {
	taken := map[string]bool{filepath.Clean(in): in != "-"}
	for _, f := range files {
		path := filepath.Clean(f.path)
		if taken[path] {
			return misuse("name another file with -o", "%s would be written over", f.path)
		}
		taken[path] = true
	}
	return nil
}

// tellSheets says which files are for whom.
func tellSheets(c *cli.Context, set *exerciseSet, students, teachers []outFile) {
	first, last := set.papers[0].Seed, set.papers[len(set.papers)-1].Seed
	seeds := fmt.Sprintf("seed %d", first)
	if len(set.papers) > 1 && set.papers[0].Student == "" {
		seeds = fmt.Sprintf("seeds %d to %d", first, last)
	} else if len(set.papers) > 1 {
		seeds = "a seed for each"
	}
	fmt.Fprintf(c.App.ErrWriter, "%s, %s\nfor students: %s\nfor teachers: %s\n", argmap.Counted(len(set.papers), "variant"), seeds, fileList(students), fileList(teachers))
}

// fileList names files, or the first and the last of many.
func fileList(files []outFile) string {
	var names []string
	for _, f := range files {
		names = append(names, f.path)
	}
	if n := len(names); n > 6 {
		names = []string{names[0], "…", names[n-1], fmt.Sprintf("(%d files)", n)}
		return strings.Join(names, " ")
	}
	return strings.Join(names, ", ")
}
