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
// It must not know of maps, and must import nothing but the standard library and
// package usercache, which does not either.
package enginecache

import (
	"os"
	"path/filepath"
	"runtime"

	"github.com/argmap/argmap/output/usercache"
)

// tempVariable names the environment variable that os.TempDir reads.
var tempVariable = map[bool]string{true: "TMP", false: "TMPDIR"}[runtime.GOOS == "windows"]

var (
	tempBefore string
	tempWasSet bool
)

func init() {
	tempBefore, tempWasSet = os.LookupEnv(tempVariable)
	dir, err := usercache.Dir("engine")
	if err == nil {
		_, err = usercache.Dir(filepath.Join("engine", "go-graphviz")) // as go-graphviz names it
	}
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
