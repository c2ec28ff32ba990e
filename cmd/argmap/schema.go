package main

import (
	"bytes"

	"github.com/argmap/argmap/claims"
	"github.com/urfave/cli/v2"
)

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "print the JSON Schema of claims files, for editors",
		ArgsUsage: " ",
		UsageText: "argmap schema [-o OUT]\n\n" +
			"argmap schema -o claims.schema.json\n\n" +
			"An editor with a YAML language server completes and checks a file that begins with\n" +
			"# yaml-language-server: $schema=claims.schema.json",
		Description: "It is made from the keys that the parser reads by. What no schema can say, that a ref names a\n" +
			"claim or that a text lost its end to a comment, argmap check finds.",
		Flags: []cli.Flag{&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT` (default: standard output)"}},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return misuse("", "schema takes no file")
			}
			var b bytes.Buffer
			if err := claims.WriteSchema(&b); err != nil {
				return err
			}
			return writeResult(c, c.String("output"), b.Bytes())
		},
	}
}
