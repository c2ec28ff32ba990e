// Package usercache finds directories for what argmap keeps between runs:
// directories that nobody but the user could have written.
//
// It must not know what is kept there, and must import nothing but the standard
// library; see package enginecache for why.
package usercache

import (
	"os"
	"path/filepath"
)

// Dir returns argmap's cache directory of that name, which it makes where it is
// missing: below the user's own cache directory, owned by the user, closed to
// everybody else, and reached through no directory in which others could
// exchange it. Where one of that cannot be had, it returns an error.
func Dir(name string) (string, error) {
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
	for _, name := range []string{"argmap", name} {
		dir = filepath.Join(dir, name)
		if err := os.Mkdir(dir, 0o700); err != nil && !os.IsExist(err) {
			return "", err
		}
		if err := private(dir); err != nil {
			return "", err
		}
	}
	return dir, nil
}
