package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
	"github.com/urfave/cli/v2"
)

// maxShown is how many diagnostics a command prints before it only counts them.
const maxShown = 50

// loadMap reads the command's one file and builds its map. What is wrong with the
// text goes to standard error; a text with errors makes no map.
func loadMap(c *cli.Context) (*argmap.Map, error) {
	path, err := oneFile(c)
	if err != nil {
		return nil, err
	}
	format, text, err := readClaims(c, path)
	if err != nil {
		return nil, err
	}
	_, m, diags := understand(format, source.NewFile(path, text), opener(c, path))
	printDiagnostics(c, diags)
	if diags.HasErrors() {
		return nil, &failure{status: statusInput}
	}
	return m, nil
}

// readClaims reads a file's text, and says which format it is in.
func readClaims(c *cli.Context, path string) (*claims.Format, string, error) {
	format, err := formatOf(c, path)
	if err != nil {
		return nil, "", err
	}
	text, err := readInput(path, c.App.Reader)
	return format, text, err
}

// compatFlag is for commands that read claims.
func compatFlag() cli.Flag {
	return &cli.StringFlag{Name: "compat", Usage: choice("read a text as another tool does, also where that loses something, `TOOL`", "compat")}
}

// formatOf is the format of the command's file, read in the way that its flags ask for.
func formatOf(c *cli.Context, path string) (*claims.Format, error) {
	format, err := inputFormat(path, c.String("from"))
	if err != nil {
		return nil, err
	}
	drawn := slices.ContainsFunc(c.Command.Flags, func(f cli.Flag) bool { return f.Names()[0] == "view" })
	return readAs(c, format, drawn)
}

// readAs is a format read in the way that flags ask for; of a text that is drawn, what
// it keeps out of its map is left out.
func readAs(c *cli.Context, format *claims.Format, drawn bool) (*claims.Format, error) {
	for _, flag := range []string{"compat", "view"} {
		if name := c.String(flag); name != "" && !slices.Contains(flagValues(flag), name) {
			return nil, badChoice(c, flag)
		}
	}
	r := claims.Reading{Compat: c.String("compat") != "", Compact: c.String("view") == "compact"}
	as := format.As(r)
	switch {
	case as == nil && r.Compact:
		return nil, badOption("view", "an Argdown document has two: full and compact", ": %ss have one view", format.Title)
	case as == nil:
		return nil, badOption("compat", "it is about Argdown documents", ": %ss are read in one way", format.Title)
	}
	if r.Selected = drawn; format.As(r) != nil {
		return format.As(r), nil
	}
	return as, nil
}

// understand reads a text into declarations and a map, as far as it can be read,
// with the bibliographies that it names, and says what is wrong with it.
func understand(format *claims.Format, src *source.File, open claims.Opener) (*claims.File, *argmap.Map, source.Diagnostics) {
	src, diags := format.Include(src, open)
	file, more := format.Parse(src)
	diags = append(diags, more...)
	diags = append(diags, file.ReadBibliographies(open)...)
	m, more := argmap.Build(file)
	diags = append(diags, more...)
	diags.Sort()
	return file, m, diags.Located()
}

func printDiagnostics(c *cli.Context, diags source.Diagnostics) {
	source.Print(c.App.ErrWriter, diags, source.PrintOptions{Color: useColor(c.App.ErrWriter), Max: maxShown})
}

func oneFile(c *cli.Context) (string, error) {
	switch c.NArg() {
	case 1:
		return c.Args().First(), nil
	case 0:
		return "", misuse("argmap "+c.Command.Name+" claims.yaml", "%s needs a claims file", c.Command.Name)
	}
	return "", misuse("", "%s takes one file, not %d: %s", c.Command.Name, c.NArg(), strings.Join(c.Args().Slice(), " "))
}

// inputFormat is the format named by --from, or by the extension; standard input
// is taken for the native format.
func inputFormat(path, name string) (*claims.Format, error) {
	var known, exts []string
	for _, f := range claims.Formats() {
		known = append(known, f.Name)
		exts = append(exts, f.Exts...)
	}
	if name != "" {
		if f := claims.ForName(name); f != nil {
			return f, nil
		}
		return nil, misuse("the formats are "+strings.Join(known, ", "), "--from: no claims format is called %q", name)
	}
	if path == "-" {
		return claims.Formats()[0], nil
	}
	if f := claims.ForPath(path); f != nil {
		return f, nil
	}
	return nil, misuse(fmt.Sprintf("claims files end in %s; otherwise say what it is with --from %s", strings.Join(exts, ", "), strings.Join(known, "|")),
		"no claims format has the extension %q", filepath.Ext(path))
}
