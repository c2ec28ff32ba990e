package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
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
	return slices.Concat([]cli.Flag{
		&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT`; - is standard output (default: FILE with .svg)"},
	}, viewFlags(), pictureFlags(), pageFlags(), []cli.Flag{
		&cli.StringFlag{Name: "questions", Usage: choice("say on the picture which critical questions are open, `HOW`", "questions") + "; alone: how many"},
		schemesFlag(),
	}, []cli.Flag{
		fontFlag(),
		allowFilesFlag(),
		compatFlag(),
		&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
		&cli.StringFlag{Name: "to", Usage: choice("format of the output, `NAME`", "to") + " (default: by extension)"},
	})
}

// render is the command. It writes nothing unless everything can be written.
func render(c *cli.Context) error {
	job, err := pictureJob(c)
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
	if job.Outline, err = viewed(c, m); err != nil {
		return err
	}
	if job.Questions, err = asked(c, job.Outline); err != nil {
		return err
	}
	if job.Questions != nil {
		job.Layout.Marks = output.QuestionMarks(job.Questions, c.String("questions") == "full")
	}
	job.Layout.Numbers = job.Layout.Numbers || job.Outline.Partial()
	job.Columns = columns(c.App.Writer)
	if slices.ContainsFunc(outs, func(o out) bool { return o.format.Findings }) {
		if job.Findings, err = findings(c, m); err != nil {
			return err
		}
	}
	progress := startProgress(c.App.ErrWriter, "drawing "+argmap.Counted(len(m.Claims), "claim"))
	defer progress.stop()
	var files []outFile
	for _, o := range outs {
		made, notices, err := o.make(c.Context, job)
		if err != nil {
			return err
		}
		progress.stop()
		printDiagnostics(c, notices)
		if o.path != "-" {
			files = append(files, made...)
			continue
		}
		if _, err := c.App.Writer.Write(made[0].data); err != nil {
			return system("", fmt.Errorf("writing to standard output: %w", trimmed(err)))
		}
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	return tellFit(c, job)
}

// columns is how wide the terminal is that the output goes to; 0 where it goes
// elsewhere.
func columns(stream any) int {
	if f, ok := stream.(*os.File); ok && isTerminal(stream) {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			return width
		}
	}
	return 0
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

// out is a file to be written and its format.
type out struct {
	path   string
	format *output.Format
}

// make writes the job to memory: one file, or one for every stage of a reveal in
// formats without pages.
func (o out) make(ctx context.Context, job *output.Job) ([]outFile, source.Diagnostics, error) {
	jobs, paths := []*output.Job{job}, []string{o.path}
	if job.Steps && !o.format.Stepped {
		d, err := job.Drawing(ctx)
		if err != nil {
			return nil, nil, err
		}
		jobs, paths = nil, nil
		for stage := range d.Stages + 1 {
			jobs = append(jobs, job.At(stage))
			paths = append(paths, numbered(o.path, stage+1, d.Stages+1))
		}
	}
	var files []outFile
	var all source.Diagnostics
	for i, j := range jobs {
		var buf bytes.Buffer
		notices, err := output.Write(ctx, &buf, o.format, j)
		if err != nil {
			return nil, nil, fmt.Errorf("writing %s: %w", paths[i], err)
		}
		files, all = append(files, outFile{paths[i], buf.Bytes()}), notices // of the last, which shows everything
	}
	return files, all, nil
}

// numbered puts a number before the path's extension, with as many digits as the
// last one has: map-01.svg.
func numbered(path string, n, last int) string {
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s-%0*d%s", strings.TrimSuffix(path, ext), len(strconv.Itoa(last)), n, ext)
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
		if c.Bool("steps") && !o.format.Stepped && (path == "-" || !o.format.Drawn()) {
			return nil, misuse("name a picture or a document with -o", "--steps makes several pictures, not %s", o.format.Title)
		}
		if path == in && path != "-" {
			return nil, misuse("name another file with -o", "%s would be written over", in)
		}
		outs = append(outs, o)
	}
	return outs, placeable(c, outs)
}

// placeable wants a format with pages among the outputs where flags are about pages.
func placeable(c *cli.Context, outs []out) error {
	switch {
	case c.String("questions") != "" && !slices.ContainsFunc(outs, func(o out) bool { return o.format.Drawn() }):
		return misuse("name a picture with -o; argmap questions writes lists", "--questions draws on pictures, and none of these formats is one")
	case c.Bool("poster") && !slices.ContainsFunc(outs, func(o out) bool { return o.format.Tiled }):
		return misuse("write a PDF: -o map.pdf", "--poster prints sheets, and none of these formats has any")
	case c.IsSet("page") && !c.IsSet("fit") && !slices.ContainsFunc(outs, func(o out) bool { return o.format.Paged }):
		return misuse("write a PDF or slides, or fit the picture to the page with --fit", "none of these formats has a --page")
	}
	return nil
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
