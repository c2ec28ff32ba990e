//go:build unix

package main

import (
	"io/fs"
	"syscall"
)

// umask is what new files must not allow. It can only be read by setting it.
func umask() fs.FileMode {
	mask := syscall.Umask(0o022)
	syscall.Umask(mask)
	return fs.FileMode(mask)
}
