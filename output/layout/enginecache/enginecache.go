// Package enginecache decides where the layout engine may keep the machine code
// that it compiles: in a directory that nobody but the user could have written,
// or nowhere.
//
// go-graphviz compiles Graphviz when its package is initialised and looks for an
// earlier result in a directory of fixed name under the system's temporary
// directory. Whoever makes that directory first would choose the code that
// everybody else runs. There is no option to move it, so this package points the
// temporary directory elsewhere while go-graphviz is initialised. It can, because
// Go initialises packages that are ready in the order of their import paths
// (https://go.dev/ref/spec#Program_initialization): this one sorts before
// github.com/goccy and imports nothing that go-graphviz does not need as well.
// A test watches over that.
//
// It must not know of maps, and must import nothing but the standard library.
package enginecache

import (
	"os"
	"path/filepath"
)

var (
	tempBefore string
	tempWasSet bool
)

func init() {
	tempBefore, tempWasSet = os.LookupEnv(tempVariable)
	dir, err := Dir()
	if err != nil {
		// A directory that cannot be made: go-graphviz then works without a cache.
		dir = filepath.Join(os.DevNull, "no-cache")
	}
	os.Setenv(tempVariable, dir)
}

// Restore undoes what the package did to the environment. It must be called
// after go-graphviz has been initialised, before anything else asks for the
// temporary directory.
func Restore() {
	if tempWasSet {
		os.Setenv(tempVariable, tempBefore)
	} else {
		os.Unsetenv(tempVariable)
	}
}

// Dir returns the directory for compiled code, which it makes where it is
// missing: below the user's own cache directory, owned by the user, closed to
// everybody else, and reached through no directory in which others could
// exchange it. Where one of that cannot be had, it returns an error.
func Dir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(base, 0o700); err != nil {
		return "", err
	}
	if base, err = filepath.EvalSymlinks(base); err != nil {
		return "", err
	}
	if base, err = filepath.Abs(base); err != nil {
		return "", err
	}
	for dir := base; ; dir = filepath.Dir(dir) {
		if err := guarded(dir); err != nil {
			return "", err
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	dir := base
	for _, name := range []string{"argmap", "engine", "go-graphviz"} {
		dir = filepath.Join(dir, name)
		if err := os.Mkdir(dir, 0o700); err != nil && !os.IsExist(err) {
			return "", err
		}
		if err := private(dir); err != nil {
			return "", err
		}
	}
	return filepath.Dir(dir), nil
}
