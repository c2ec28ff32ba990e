package main

import (
	"path/filepath"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
	"github.com/urfave/cli/v2"
)

func convertCommand() *cli.Command {
	return &cli.Command{
		Name:      "convert",
		Usage:     "write a claims file in another format",
		ArgsUsage: "IN",
		UsageText: "argmap convert debate.argdown -o debate.yaml\nargmap convert - --from argdown < debate.argdown",
		Description: "OUT's extension picks the format. What OUT cannot hold is said. Formats that are written: " +
			strings.Join(writtenNames(), ", ") + ".",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT` (default: standard output)"},
			allowFilesFlag(),
			compatFlag(),
			&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
			&cli.StringFlag{Name: "to", Usage: "format of the output, `NAME`: " + strings.Join(writtenNames(), ", ") + " (default: by extension)"},
		},
		Action: convert,
	}
}

// writtenNames are the formats that claims files can be written in.
func writtenNames() []string {
	var names []string
	for _, f := range claims.WrittenFormats() {
		names = append(names, f.Name)
	}
	return names
}

func convert(c *cli.Context) error {
	in, err := oneFile(c)
	if err != nil {
		return err
	}
	to, err := convertTarget(c)
	if err != nil {
		return err
	}
	from, text, err := readClaims(c, in)
	if err != nil {
		return err
	}
	if c.String("output") == in && in != "-" {
		return misuse("name another file with -o", "%s would be written over", in)
	}
	file, _, diags := understand(from, source.NewFile(in, text), opener(c, in))
	if diags.HasErrors() {
		printDiagnostics(c, diags)
		return &failure{status: statusInput}
	}
	out, lost := converted(c, from, to, file)
	printDiagnostics(c, append(diags, lost...))
	if lost.HasErrors() {
		return &failure{status: statusInput}
	}
	return writeResult(c, c.String("output"), []byte(out))
}

// converted is the text of a file in another format, and what that cannot hold. In the
// format that it is in already, the text is laid out and keeps its words.
func converted(c *cli.Context, from, to *claims.Format, file *claims.File) (string, source.Diagnostics) {
	in, path := c.Args().First(), c.String("output")
	moved := path != "" && path != "-" && in != "-" && file.Move(func(name string) string { return seenFrom(filepath.Dir(path), filepath.Dir(in), name) })
	if from.Name == to.Name && !moved {
		return to.Tidy(file.Source)
	}
	out, lost := to.Print(file)
	if n := from.Comments(file.Source); n > 0 {
		lost = append(lost, source.Diagnostic{Severity: source.Info, Code: "comments-left", Message: argmap.Counted(n, "comment") + " of " + source.Visible(in) + " not carried over"})
	}
	return out, lost
}

// seenFrom is a relative path of one folder as it stands in another; where there is
// none, it stays what it is.
func seenFrom(folder, from, name string) string {
	native := filepath.FromSlash(strings.ReplaceAll(name, `\`, "/"))
	if filepath.IsAbs(native) {
		return name
	}
	a, errA := filepath.Abs(folder)
	b, errB := filepath.Abs(filepath.Join(from, native))
	moved, err := filepath.Rel(a, b)
	if errA != nil || errB != nil || err != nil {
		return name
	}
	return filepath.ToSlash(moved)
}

// convertTarget is the format named by --to or by the extension of the output; the
// native one where neither says. A .json has to be named: render writes another one.
func convertTarget(c *cli.Context) (*claims.Format, error) {
	f := claims.Formats()[0]
	switch name, path := c.String("to"), c.String("output"); {
	case name != "":
		f = nil
		for _, written := range claims.WrittenFormats() {
			if written.Name == name {
				f = written
			}
		}
	case path != "" && path != "-":
		f = claims.ForPath(path)
	}
	if f == nil || !f.Written() {
		return nil, misuse("one of "+strings.Join(writtenNames(), ", "), "this format cannot be written")
	}
	return f, nil
}
