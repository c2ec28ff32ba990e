package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/claims/source"
)

// settings are a file of settings, read once; what is wrong with it has been said.
type settings struct {
	config *lint.Config
}

// settingsFor finds the settings for a claims file: those of --config, or the
// nearest in its folder and those above, up to the working folder.
func (ch *checker) settingsFor(claimsFile string) (*settings, error) {
	path := ch.c.String("config")
	if path == "" {
		path = nearestConfig(claimsFile)
	}
	if path == "" {
		return &settings{&lint.Config{}}, nil
	}
	if s := ch.configs[path]; s != nil {
		return s, nil
	}
	text, err := readInput(path, ch.c.App.Reader)
	if err != nil {
		return nil, err
	}
	config, diags := lint.ParseConfig(source.NewFile(path, text))
	ch.all = append(ch.all, diags...)
	s := &settings{config}
	ch.configs[path] = s
	return s, nil
}

func nearestConfig(claimsFile string) string {
	folder := "."
	if claimsFile != "-" {
		folder = filepath.Dir(claimsFile)
	}
	for {
		path := filepath.Join(folder, lint.ConfigName)
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return path
		}
		up := filepath.Dir(folder)
		if _, inside := below(".", up); folder == "." || up == folder || !inside {
			return ""
		}
		folder = up
	}
}
