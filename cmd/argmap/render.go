package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
	"github.com/urfave/cli/v2"
)

func renderCommand() *cli.Command {
	return &cli.Command{
		Name:      "render",
		Usage:     "draw a claims file",
		ArgsUsage: "FILE",
		UsageText: "argmap render FILE [-o OUT]...\n\n" +
			"argmap render claims.yaml                                  writes claims.svg\n" +
			"argmap render claims.yaml -o map.png --scale 3\n" +
			"argmap render claims.yaml -o slide.svg --fit 16:9 --legend\n" +
			"argmap render - --to dot < claims.yaml | dot -Tpdf > map.pdf",
		Description: "OUT's extension picks the format; several -o write several files from one layout.\n" +
			"Formats: " + formatList(),
		Flags:  renderFlags(),
		Action: render,
	}
}

func formatList() string {
	var list []string
	for _, f := range output.Formats() {
		list = append(list, f.Ext+" ("+f.Title+")")
	}
	return strings.Join(list, ", ")
}

func renderFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT`; - is standard output (default: FILE with .svg)"},
		&cli.StringFlag{Name: "direction", Aliases: []string{"d"}, Usage: choice("where reasons lie as seen from the thesis, `DIR`", "direction"), Value: layout.Down.String()},
		&cli.StringFlag{Name: "fit", Usage: choice("the largest text that fits a `PAGE`", "fit") + ", or a size such as 800x600 (points) or 13.33x7.5in"},
		&cli.StringFlag{Name: "palette", Usage: choice("colors, `NAME`", "palette"), Value: "default"},
		&cli.StringFlag{Name: "theme", Usage: choice("ground, `NAME`", "theme"), Value: "light"},
		&cli.Float64Flag{Name: "width", Aliases: []string{"w"}, Usage: fmt.Sprintf("of a claim's box, in `POINTS` (%g to %g)", layout.MinWidth, layout.MaxWidth), Value: layout.DefaultWidth},
		&cli.BoolFlag{Name: "stack", Usage: "stand the arguments of a target on one another where nothing hangs on them"},
		&cli.Float64Flag{Name: "scale", Usage: "`PIXELS` for a point, in pixel formats", Value: output.DefaultScale},
		&cli.BoolFlag{Name: "number", Aliases: []string{"n"}, Usage: "number the claims: 2.1 is the first premise of argument 2"},
		&cli.StringFlag{Name: "evidence", Usage: choice("what stands under a claim, `HOW`", "evidence"), Value: "short"},
		&cli.BoolFlag{Name: "legend", Usage: "explain the signs under the map"},
		&cli.BoolFlag{Name: "references", Usage: "list under the map the works that its evidence names"},
		&cli.StringSliceFlag{Name: "font", Usage: "a font `FILE` for characters that the built-in one lacks, in pixel formats"},
		allowFilesFlag(),
		&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
		&cli.StringFlag{Name: "to", Usage: choice("format of the output, `NAME`", "to") + " (default: by extension)"},
	}
}

// render is the command. It writes nothing unless everything can be written.
func render(c *cli.Context) error {
	job, err := renderJob(c)
	if err != nil {
		return err
	}
	outs, err := outputs(c)
	if err != nil {
		return err
	}
	m, err := loadMap(c)
	if err != nil {
		return err
	}
	job.Outline = m.Outline()
	if slices.ContainsFunc(outs, func(o out) bool { return o.format.Findings }) {
		if job.Findings, err = findings(c, m); err != nil {
			return err
		}
	}
	progress := startProgress(c.App.ErrWriter, "drawing "+counted(len(m.Claims), "claim"))
	defer progress.stop()
	var files []outFile
	for _, o := range outs {
		var buf bytes.Buffer
		notices, err := output.Write(c.Context, &buf, o.format, job)
		if err != nil {
			return fmt.Errorf("writing %s: %w", o.path, err)
		}
		progress.stop()
		printDiagnostics(c, notices)
		if o.path != "-" {
			files = append(files, outFile{o.path, buf.Bytes()})
			continue
		}
		if _, err := c.App.Writer.Write(buf.Bytes()); err != nil {
			return system("", fmt.Errorf("writing to standard output: %w", trimmed(err)))
		}
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	return tellFit(c, job)
}

// tellFit says how large the text came out on the page, which nobody can see
// from the file's name.
func tellFit(c *cli.Context, job *output.Job) error {
	page := job.Layout.Fit
	if page == nil {
		return nil
	}
	d, err := job.Drawing(c.Context)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "text is %.1f pt on %s (%.2f x %.2f in)\n", d.TextSize, page.Name, page.Width/72, page.Height/72)
	return nil
}

// renderJob reads the flags, before any file is read.
func renderJob(c *cli.Context) (*output.Job, error) {
	opts, err := layoutOptions(c)
	if err != nil {
		return nil, err
	}
	job := &output.Job{Layout: opts, Scale: c.Float64("scale"), Fonts: c.StringSlice("font")}
	if !(job.Scale >= 0.1 && job.Scale <= 20) {
		return nil, misuse("2 is usual on screens, 4 in print", "--scale is 0.1 to 20 pixels for a point, not %g", job.Scale)
	}
	var ok bool
	if job.Palette, ok = style.PaletteFor(c.String("palette")); !ok {
		return nil, badChoice(c, "palette")
	}
	if job.Theme, ok = output.ParseTheme(c.String("theme")); !ok {
		return nil, badChoice(c, "theme")
	}
	return job, nil
}

func layoutOptions(c *cli.Context) (layout.Options, error) {
	o := layout.Options{Width: c.Float64("width"), Stacked: c.Bool("stack"), Numbers: c.Bool("number"), Legend: c.Bool("legend"), References: c.Bool("references"),
		FixedDirection: c.IsSet("direction"), FixedWidth: c.IsSet("width")}
	var err error
	if o.Direction, err = layout.ParseDirection(c.String("direction")); err != nil {
		return o, badChoice(c, "direction")
	}
	if o.Evidence, err = layout.ParseEvidence(c.String("evidence")); err != nil {
		return o, badChoice(c, "evidence")
	}
	if !(o.Width >= layout.MinWidth && o.Width <= layout.MaxWidth) {
		return o, misuse("", "--width is %g to %g points, not %g", layout.MinWidth, layout.MaxWidth, o.Width)
	}
	if name := c.String("fit"); name != "" {
		if o.Fit, err = layout.ParsePage(name); err != nil {
			return o, misuse("pages are "+strings.Join(flagValues("fit"), ", ")+", or a size such as 800x600 or 13.33x7.5in", "--fit: %s", err)
		}
	}
	return o, nil
}

func badChoice(c *cli.Context, name string) error {
	value, hint := c.String(name), valuesHint(name)
	if s := source.Suggest(value, flagValues(name)); s != "" {
		hint = "did you mean " + s + "?"
	}
	return misuse(hint, "--%s: there is no %q", name, value)
}

// out is a file to be written and its format.
type out struct {
	path   string
	format *output.Format
}

// outputs decides what to write where.
func outputs(c *cli.Context) ([]out, error) {
	in, err := oneFile(c)
	if err != nil {
		return nil, err
	}
	var to *output.Format
	if name := c.String("to"); name != "" {
		if to = output.ForName(name); to == nil {
			return nil, badChoice(c, "to")
		}
	}
	paths := c.StringSlice("output")
	if len(paths) == 0 {
		paths = []string{defaultOutput(in, to)}
	}
	var outs []out
	for _, path := range paths {
		o := out{path, to}
		if o.format == nil {
			if o.format, err = outputFormat(path); err != nil {
				return nil, err
			}
		}
		if path == "-" && o.format.Binary && isTerminal(c.App.Writer) {
			return nil, misuse("name a file with -o, or send the output into a pipe", "%s is not written to a terminal", o.format.Title)
		}
		if path == in && path != "-" {
			return nil, misuse("name another file with -o", "%s would be written over", in)
		}
		outs = append(outs, o)
	}
	return outs, nil
}

func defaultOutput(in string, to *output.Format) string {
	if in == "-" {
		return "-"
	}
	if to == nil {
		to = output.SVG
	}
	return withExt(in, to.Ext)
}

func outputFormat(path string) (*output.Format, error) {
	if path == "-" {
		return output.SVG, nil
	}
	if f := output.ForPath(path); f != nil {
		return f, nil
	}
	return nil, misuse("OUT ends in one of: "+formatList(), "%q names no format that can be written", path)
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
