package main

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
	"github.com/urfave/cli/v2"
)

// pictureFlags say what a map looks like. They are flags of the commands that draw,
// and attributes of the blocks that embed draws.
func pictureFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "direction", Aliases: []string{"d"}, Usage: choice("where reasons lie as seen from the thesis, `DIR`", "direction"), Value: layout.Down.String()},
		&cli.StringFlag{Name: "fit", Usage: choice("the largest text that fits a `PAGE`", "fit") + ", or a size such as 800x600 (points) or 13.33x7.5in; alone: that of --page"},
		&cli.StringFlag{Name: "palette", Usage: choice("colors, `NAME`", "palette"), Value: "default"},
		&cli.StringFlag{Name: "theme", Usage: choice("ground, `NAME`", "theme"), Value: "light"},
		&cli.Float64Flag{Name: "width", Aliases: []string{"w"}, Usage: fmt.Sprintf("of a claim's box, in `POINTS` (%g to %g)", layout.MinWidth, layout.MaxWidth), Value: layout.DefaultWidth},
		&cli.BoolFlag{Name: "stack", Usage: "stand the arguments of a target on one another where nothing hangs on them"},
		&cli.Float64Flag{Name: "scale", Usage: "`PIXELS` for a point, in pixel formats", Value: output.DefaultScale},
		&cli.BoolFlag{Name: "number", Aliases: []string{"n"}, Usage: "number the claims: 2.1 is the first premise of argument 2; parts of a map have numbers anyway"},
		&cli.StringFlag{Name: "evidence", Usage: choice("what stands under a claim, `HOW`", "evidence"), Value: "short"},
		&cli.BoolFlag{Name: "legend", Usage: "explain the signs under the map"},
		&cli.BoolFlag{Name: "references", Usage: "list under the map the works that its evidence names"},
	}
}

func fontFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "font", Usage: "a font `FILE` for characters that the built-in one lacks, in pixel and page formats"}
}

// pageFlags are about formats that have pages or slides.
func pageFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "page", Usage: choice("in formats with pages, a `PAGE` instead of one of the map's own size", "page") + ", or a size"},
		&cli.BoolFlag{Name: "poster", Usage: "with --page: print a large map over several sheets, to be glued together"},
		&cli.BoolFlag{Name: "steps", Usage: "show the map in growing parts: pages, slides to click through, or numbered files"},
	}
}

// pictureJob reads those flags, before any file is read. A command may have only
// some of them.
func pictureJob(c *cli.Context) (*output.Job, error) {
	opts, err := layoutOptions(c)
	if err != nil {
		return nil, err
	}
	job := &output.Job{Layout: opts, Scale: c.Float64("scale"), Fonts: c.StringSlice("font")}
	if c.IsSet("scale") && !(job.Scale >= 0.1 && job.Scale <= 20) {
		return nil, badOption("scale", "2 is usual on screens, 4 in print", " is 0.1 to 20 pixels for a point, not %g", job.Scale)
	}
	var ok bool
	if job.Palette, ok = style.PaletteFor(c.String("palette")); !ok {
		return nil, badChoice(c, "palette")
	}
	if job.Theme, ok = output.ParseTheme(c.String("theme")); !ok {
		return nil, badChoice(c, "theme")
	}
	return job, pageOptions(c, job)
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
	if c.IsSet("width") && !(o.Width >= layout.MinWidth && o.Width <= layout.MaxWidth) {
		return o, badOption("width", "", " is %g to %g points, not %g", layout.MinWidth, layout.MaxWidth, o.Width)
	}
	if name := c.String("fit"); name != "" && name != fitPage {
		o.Fit, err = page(c, "fit")
	}
	return o, err
}

// fitPage is the value of --fit that stands for the page of --page.
const fitPage = "page"

// pageOptions reads the flags about pages into the job.
func pageOptions(c *cli.Context, job *output.Job) error {
	job.Poster, job.Steps = c.Bool("poster"), c.Bool("steps")
	job.Layout.Steps = job.Steps
	if c.String("page") == "" {
		switch {
		case job.Poster:
			return misuse("say on which sheets, --page a4 for example", "--poster needs --page")
		case c.String("fit") == fitPage:
			return badOption("fit", "say which page, --page a4 for example, or --fit a4", " without a page needs --page")
		}
		return nil
	}
	var err error
	if job.Page, err = page(c, "page"); err != nil {
		return err
	}
	switch {
	case job.Poster && c.IsSet("fit"):
		return misuse("leave one of them out", "--poster prints the map at its own size, and --fit changes it")
	case job.Poster && job.Steps:
		return misuse("leave one of them out", "--poster and --steps do not go together")
	case c.String("fit") == fitPage:
		const margin = 2 * output.PageMargin
		job.Layout.Fit = &layout.Page{Name: job.Page.Name, Width: job.Page.Width - margin, Height: job.Page.Height - margin}
	}
	return nil
}

func page(c *cli.Context, flag string) (*layout.Page, error) {
	p, err := layout.ParsePage(c.String(flag))
	if err != nil {
		return nil, badOption(flag, "pages are "+strings.Join(flagValues(flag), ", ")+", or a size such as 800x600 or 13.33x7.5in", ": %s", err)
	}
	return p, nil
}

func badChoice(c *cli.Context, name string) error { return badChoiceOf(c, name, flagValues(name)) }

func badChoiceOf(c *cli.Context, name string, values []string) error {
	value, hint := c.String(name), "one of "+strings.Join(values, ", ")
	if s := source.Suggest(value, values); s != "" {
		hint = "did you mean " + s + "?"
	}
	return badOption(name, hint, ": there is no %q", value)
}

// badOption is misuse of an option of a picture, which is a flag or, in a document,
// an attribute; the problem goes on from its name.
func badOption(name, hint, problem string, args ...any) error {
	return &failure{statusMisuse, "--" + name + fmt.Sprintf(problem, args...), hint, name}
}

// viewFlags say which part of a map is shown.
func viewFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "focus", Usage: "only the claim or argument `ID` (or number), and what hangs on it"},
		&cli.IntFlag{Name: "depth", Usage: "only `N` levels of arguments"},
		&cli.StringSliceFlag{Name: "only", Usage: "only what has a tag or stands in a group of that `NAME`, and the way to it; may be given again"},
		&cli.StringFlag{Name: "view", Usage: choice("of an Argdown document: premises and conclusions, or arguments as single boxes, `HOW`", "view")},
		&cli.StringSliceFlag{Name: "fold", Usage: "leave out what hangs on the claim or argument `ID` (or number); may be given again"},
	}
}

// viewed is the part of the map that the flags name.
func viewed(c *cli.Context, m *argmap.Map) (*argmap.Outline, error) {
	v, err := viewOf(c)
	if err != nil {
		return nil, err
	}
	o, err := m.View(v)
	if u, ok := err.(*argmap.UnknownPart); ok {
		return nil, misuse(u.Hint(), "%s", u.Error())
	}
	return o, err
}

// viewOf reads the view.
func viewOf(c *cli.Context) (argmap.View, error) {
	v := argmap.View{Focus: c.String("focus"), Depth: c.Int("depth"), Only: c.StringSlice("only"), Fold: c.StringSlice("fold")}
	if c.IsSet("depth") && v.Depth < 1 {
		return v, badOption("depth", "1 shows the thesis and its arguments", " is 1 or more, not %d", v.Depth)
	}
	return v, nil
}
