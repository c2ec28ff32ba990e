//go:build !unix && !windows

package enginecache

import "errors"

const tempVariable = "TMPDIR"

var errUnknown = errors.New("ownership cannot be told on this system")

func guarded(string) error { return errUnknown }

func private(string) error { return errUnknown }
