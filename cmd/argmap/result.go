package main

import (
	"github.com/urfave/cli/v2"
)

// writeResult writes what a command makes to a file, or to standard output where
// the path is empty or "-".
func writeResult(c *cli.Context, path string, data []byte) error {
	if path != "" && path != "-" {
		return writeFiles([]outFile{{path, data}})
	}
	if _, err := c.App.Writer.Write(data); err != nil {
		return system("", err)
	}
	return nil
}
