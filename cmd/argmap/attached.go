package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/argmap/argmap/claims"
	"github.com/urfave/cli/v2"
)

func allowFilesFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "allow-files", Usage: "let claims files name bibliographies and texts in `DIR` as well; may be given again"}
}

var errNotRegular = errors.New("it is no regular file")

// opener opens what a claims file names: regular files in its own folder or
// below, or in the folders of --allow-files. Links that lead out of them are not
// followed: os.Root sees to that.
func opener(c *cli.Context, claimsFile string) claims.Opener {
	base := "."
	if claimsFile != "-" {
		base = filepath.Dir(claimsFile)
	}
	folders := append([]string{base}, c.StringSlice("allow-files")...)
	return func(name string) (fs.File, error) {
		path := filepath.FromSlash(strings.ReplaceAll(name, `\`, "/"))
		if !filepath.IsAbs(path) {
			path = filepath.Join(base, path)
		}
		for _, folder := range folders {
			inside, ok := below(folder, path)
			if !ok {
				continue
			}
			f, err := openBelow(folder, inside)
			if err != nil && strings.Contains(err.Error(), "escapes") { // a link that leads out
				return nil, claims.ErrOutside
			}
			return f, err
		}
		return nil, claims.ErrOutside
	}
}

// below is the path as seen from the folder, if it lies in it.
func below(folder, path string) (string, bool) {
	a, errA := filepath.Abs(folder)
	b, errB := filepath.Abs(path)
	if errA != nil || errB != nil {
		return "", false
	}
	inside, err := filepath.Rel(a, b)
	return inside, err == nil && filepath.IsLocal(inside)
}

func openBelow(folder, inside string) (fs.File, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if info, err := root.Stat(inside); err != nil || !info.Mode().IsRegular() { // a pipe would wait for a writer
		if err == nil {
			err = &fs.PathError{Op: "open", Path: inside, Err: errNotRegular}
		}
		return nil, err
	}
	return root.Open(inside)
}
