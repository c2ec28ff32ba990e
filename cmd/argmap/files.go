package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/term"
)

// maxInput is the largest text that is read, in bytes.
const maxInput = 16 << 20

// readInput reads a file, or standard input where the path is "-".
func readInput(path string, stdin io.Reader) (string, error) {
	in := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return "", system(openHint(err), trimmed(err))
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return "", system("name the claims file in it", fmt.Errorf("%s is a folder", path))
		}
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	if err != nil {
		return "", system("", fmt.Errorf("reading %s: %w", path, trimmed(err)))
	}
	if len(data) > maxInput {
		return "", system("split it into several files", fmt.Errorf("%s is larger than %d MiB", path, maxInput>>20))
	}
	return string(data), nil
}

func openHint(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "to start a new claims file: argmap new FILE"
	}
	return ""
}

// trimmed is a file error without the system call's name.
func trimmed(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return fmt.Errorf("%s: %w", pe.Path, pe.Err)
	}
	return err
}

// outFile is a file to be written whole or not at all.
type outFile struct {
	path string
	data []byte
}

// writeFiles writes every file beside its place and moves all of them there only
// when all are written, so that a failure leaves the old ones as they were.
func writeFiles(files []outFile) (err error) {
	var temps []string
	defer func() {
		for _, t := range temps {
			os.Remove(t) // those not moved
		}
		if err != nil {
			err = system("", trimmed(err))
		}
	}()
	for i, f := range files {
		target, direct, err := destination(f.path)
		if err != nil {
			return err
		}
		files[i].path = target
		if direct {
			temps = append(temps, "")
			continue
		}
		temp, err := writeTemp(target, f.data)
		if err != nil {
			return err
		}
		temps = append(temps, temp)
	}
	for i, f := range files {
		if temps[i] == "" {
			if err := os.WriteFile(f.path, f.data, 0o666); err != nil {
				return err
			}
			continue
		}
		if err := os.Rename(temps[i], f.path); err != nil {
			return err
		}
		temps[i] = ""
	}
	return nil
}

// destination follows links, and tells whether the place is a device or pipe,
// which can only be written directly.
func destination(path string) (target string, direct bool, err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, false, nil
	case err != nil:
		return "", false, err
	case info.IsDir():
		return "", false, &fs.PathError{Path: path, Err: errors.New("is a folder")}
	}
	return path, !info.Mode().IsRegular(), nil
}

// writeTemp writes the data to a new file beside path, with the permissions that
// path has or would have had.
func writeTemp(path string, data []byte) (temp string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".argmap-*")
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			pe.Path = path
		}
		return "", err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if _, err := f.Write(data); err != nil {
		f.Close()
		return "", err
	}
	if err := f.Close(); err != nil {
		return "", err
	}
	return f.Name(), os.Chmod(f.Name(), permissions(path))
}

func permissions(path string) fs.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o666 &^ umask()
}

// isTerminal tells whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// useColor tells whether messages to the stream may be coloured.
func useColor(stream any) bool {
	_, no := os.LookupEnv("NO_COLOR")
	return !no && os.Getenv("TERM") != "dumb" && isTerminal(stream)
}
