package main

import (
	"fmt"

	"github.com/argmap/argmap/claims/source"
	"github.com/rogpeppe/go-internal/diff"
	"github.com/urfave/cli/v2"
)

func fmtCommand() *cli.Command {
	return &cli.Command{
		Name:      "fmt",
		Usage:     "lay out claims files in one canonical way",
		ArgsUsage: "FILE...",
		UsageText: "argmap fmt FILE...\n\n" +
			"argmap fmt claims.yaml             the new text, on standard output\n" +
			"argmap fmt -w *.yaml *.argdown     write it back\n" +
			"argmap fmt --diff claims.yaml      what would change\n" +
			"argmap fmt --check *.yaml          status 1 where something would; for CI",
		Description: "What the file says stays as it is, and so do comments and blank lines between groups. A file with\n" +
			"errors is left alone.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "write", Aliases: []string{"w"}, Usage: "write the files back"},
			&cli.BoolFlag{Name: "diff", Usage: "show what would change"},
			&cli.BoolFlag{Name: "check", Usage: "name the files that would change; the status is 1 where one would"},
			&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
		},
		Action: format,
	}
}

func format(c *cli.Context) error {
	if c.NArg() == 0 {
		return misuse("argmap fmt claims.yaml", "fmt needs a claims file")
	}
	var refused source.Diagnostics
	changed := false
	for _, path := range c.Args().Slice() {
		notation, text, err := readClaims(c, path)
		if err != nil {
			return err
		}
		tidy, diags := notation.Tidy(source.NewFile(path, text))
		if diags.HasErrors() {
			refused = append(refused, diags...)
			continue
		}
		changed = changed || tidy != text
		if err := formatted(c, path, text, tidy); err != nil {
			return err
		}
	}
	printDiagnostics(c, refused)
	if refused.HasErrors() || changed && c.Bool("check") {
		return &failure{status: statusInput}
	}
	return nil
}

// formatted does with one file what the flags say.
func formatted(c *cli.Context, path, text, tidy string) error {
	show := ""
	switch {
	case c.Bool("diff"):
		show = string(diff.Diff(path, []byte(text), path+" (formatted)", []byte(tidy)))
	case c.Bool("check"):
		if tidy != text {
			show = source.Visible(path) + "\n"
		}
	case !c.Bool("write") || path == "-":
		show = tidy
	}
	if c.Bool("write") && path != "-" && tidy != text {
		if err := writeFiles([]outFile{{path, []byte(tidy)}}); err != nil {
			return err
		}
	}
	if _, err := fmt.Fprint(c.App.Writer, show); err != nil {
		return system("", err)
	}
	return nil
}
