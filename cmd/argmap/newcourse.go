package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/course"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/style"
	"github.com/argmap/argmap/output/worksheet"
	"github.com/urfave/cli/v2"
)

// sheetFormats are what exercises of the course are written as: for students, and
// with what is right filled in for the teacher.
var sheetFormats = []struct {
	name    string
	teacher bool
}{{"pdf", true}, {"html", false}}

// newCourse writes the course into a folder.
func newCourse(c *cli.Context) error {
	dir := "course"
	switch {
	case c.NArg() > 1:
		return misuse("argmap new --course DIR", "new --course writes into one folder")
	case c.String("output") != "":
		return misuse("argmap new --course DIR", "--output names a file, and a course is a folder")
	case c.String("example") != "":
		return misuse("leave out one of the two", "--course and --example are two things to write")
	case c.NArg() == 1:
		dir = c.Args().First()
	}
	if dir == "-" {
		return misuse("argmap new --course DIR", "a course is a folder, and cannot go to standard output")
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return system("name a folder that is to hold the course", fmt.Errorf("%s is a file", dir))
	}
	progress := startProgress(c.App.ErrWriter, "making the exercises of the course")
	defer progress.stop()
	made, err := courseFiles(c.Context)
	if err != nil {
		return err
	}
	progress.stop()
	for i := range made {
		made[i].path = filepath.Join(dir, filepath.FromSlash(made[i].path))
	}
	if err := writeFolder(made, c.Bool("force")); err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "wrote %s in %s into %s\nto begin, read %s\n",
		argmap.Counted(len(made), "file"), argmap.Counted(len(course.Lessons()), "lesson"), dir, filepath.Join(dir, "README.md"))
	return nil
}

// courseFiles makes all that the course consists of, with paths below its folder.
func courseFiles(ctx context.Context) ([]outFile, error) {
	var all []outFile
	for _, f := range course.Files() {
		all = append(all, outFile{f.Path, []byte(f.Text)})
	}
	for _, l := range course.Lessons() {
		file, diags := claims.Formats()[0].Parse(source.NewFile("map.yaml", l.Map()))
		m, more := argmap.Build(file)
		if diags = append(diags, more...); diags.HasErrors() {
			return nil, fmt.Errorf("the map of lesson %s: %s", l.Folder, diags[0].Message)
		}
		for _, ex := range l.Exercises {
			files, err := courseExercise(ctx, m, ex)
			if err != nil {
				return nil, fmt.Errorf("exercise %s of lesson %s: %w", ex.Type, l.Folder, err)
			}
			for _, f := range files {
				all = append(all, outFile{l.Folder + "/" + f.path, f.data})
			}
		}
	}
	return all, nil
}

// courseExercise makes an exercise of a lesson: students' sheets, and the teacher's
// keys in a folder of their own. Types and formats that are not there are left out.
func courseExercise(ctx context.Context, m *argmap.Map, ex course.Exercise) ([]outFile, error) {
	t := exercise.ForName(ex.Type)
	if t == nil {
		return nil, nil
	}
	var variants []exercise.Options
	for i := range ex.Count {
		variants = append(variants, exercise.Options{Seed: ex.Seed + uint64(i), Level: ex.Level})
	}
	set, err := makeSet(m, t, variants)
	if err != nil {
		return nil, err
	}
	set.look.Palette = style.Palettes()[0]
	data, err := exercise.WriteKeys(set.keys)
	if err != nil {
		return nil, err
	}
	files := []outFile{{"teacher/" + ex.Type + ".key.yaml", data}}
	for _, s := range sheetFormats {
		f := worksheet.ForName(s.name)
		if f == nil {
			continue
		}
		more, _, err := set.students(ctx, f, "exercises/"+ex.Type)
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
		if s.teacher {
			if more, err = set.teachers(ctx, f, "teacher/"+ex.Type); err != nil {
				return nil, err
			}
			files = append(files, more...)
		}
	}
	return files, nil
}

// writeFolder writes files and the folders that they are in: all, or none where one
// of them is there already and force is not given.
func writeFolder(files []outFile, force bool) (err error) {
	for _, f := range files {
		if _, err := os.Lstat(f.path); !errors.Is(err, fs.ErrNotExist) && !force {
			if err != nil {
				return system("", trimmed(err))
			}
			return system("name another folder, or write over its files with --force", fmt.Errorf("%s exists; nothing was written", f.path))
		}
	}
	var made []string // folders, the outer ones first
	defer func() {
		for i := len(made) - 1; err != nil && i >= 0; i-- {
			os.Remove(made[i]) // unless somebody has put something there
		}
	}()
	for _, f := range files {
		for _, dir := range missingFolders(filepath.Dir(f.path)) {
			if err := os.Mkdir(dir, 0o777); err != nil {
				return system("", trimmed(err))
			}
			made = append(made, dir)
		}
	}
	return writeFiles(files)
}

// missingFolders are those on the way to a folder that do not exist, the outer ones
// first.
func missingFolders(dir string) []string {
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) || dir == filepath.Dir(dir) {
		return nil
	}
	return append(missingFolders(filepath.Dir(dir)), dir)
}
