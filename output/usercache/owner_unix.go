//go:build unix

package usercache

import (
	"errors"
	"os"
	"syscall"
)

// guarded tells whether nobody but the user and root can exchange what stands in
// the directory.
func guarded(dir string) error {
	info, uid, err := inspect(dir)
	switch {
	case err != nil:
		return err
	case uid != os.Geteuid() && uid != 0:
		return errors.New(dir + " belongs to somebody else")
	case info.Mode().Perm()&0o022 != 0 && info.Mode()&os.ModeSticky == 0:
		return errors.New(dir + " can be written by others")
	}
	return nil
}

// private tells whether the directory is the user's and closed to all others.
func private(dir string) error {
	info, uid, err := inspect(dir)
	switch {
	case err != nil:
		return err
	case uid != os.Geteuid():
		return errors.New(dir + " belongs to somebody else")
	case info.Mode().Perm()&0o077 != 0:
		return errors.New(dir + " is open to others")
	}
	return nil
}

func inspect(dir string) (os.FileInfo, int, error) {
	info, err := os.Lstat(dir)
	if err != nil {
		return nil, 0, err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !info.IsDir() || !ok {
		return nil, 0, errors.New(dir + " is no directory")
	}
	return info, int(stat.Uid), nil
}
