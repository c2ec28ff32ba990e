package main

import (
	"fmt"
	"path/filepath"
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
	format, err := inputFormat(path, c.String("from"))
	if err != nil {
		return nil, "", err
	}
	text, err := readInput(path, c.App.Reader)
	return format, text, err
}

// understand reads a text into declarations and a map, as far as it can be read,
// with the bibliographies that it names, and says what is wrong with it.
func understand(format *claims.Format, src *source.File, open claims.Opener) (*claims.File, *argmap.Map, source.Diagnostics) {
	file, diags := format.Parse(src)
	diags = append(diags, file.ReadBibliographies(open)...)
	m, more := argmap.Build(file)
	diags = append(diags, more...)
	diags.Sort()
	return file, m, diags
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
