package main

import (
	_ "embed"
	"io"

	"github.com/urfave/cli/v2"
)

// notices are the terms of everything that is linked into the program. A test
// wants every module in it.
//
//go:embed notices.txt
var notices string

func noticesCommand() *cli.Command {
	return &cli.Command{
		Name:      "notices",
		Usage:     "print the licenses of what argmap is built from",
		UsageText: "argmap notices\n\nargmap notices | less",
		Action: func(c *cli.Context) error {
			_, err := io.WriteString(c.App.Writer, notices)
			return err
		},
	}
}
