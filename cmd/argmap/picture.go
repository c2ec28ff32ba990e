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

// pictureFlags say how a map looks. They are flags of the commands that draw, and
// attributes of the blocks that embed draws.
func pictureFlags() []cli.Flag {
	return []cli.Flag{
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
	}
}

func fontFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "font", Usage: "a font `FILE` for characters that the built-in one lacks, in pixel formats"}
}

// viewFlags say which part of a map is shown.
func viewFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "focus", Usage: "show this claim or argument, `ID`, and what hangs on it"},
		&cli.IntFlag{Name: "depth", Usage: "show so many `LEVELS` of arguments"},
		&cli.StringSliceFlag{Name: "only", Usage: "show what has one of these `TAGS`, or is in one of these groups, and the way to it"},
		&cli.StringSliceFlag{Name: "fold", Usage: "show nothing below these claims and arguments, `IDS`"},
	}
}

// viewOf reads the view; the names in a list have commas between them.
func viewOf(c *cli.Context) (argmap.View, error) {
	v := argmap.View{Focus: c.String("focus"), Depth: c.Int("depth"), Only: list(c, "only"), Fold: list(c, "fold")}
	if v.Depth < 0 {
		return v, badOption("depth", "", " is a number of levels, not %d", v.Depth)
	}
	return v, nil
}

func list(c *cli.Context, name string) []string {
	var all []string
	for _, value := range c.StringSlice(name) {
		for item := range strings.SplitSeq(value, ",") {
			if item = strings.TrimSpace(item); item != "" {
				all = append(all, item)
			}
		}
	}
	return all
}

// renderJob reads how a map is to look, before any file is read: from flags, or from
// the attributes of a block with the flags behind them.
func renderJob(c *cli.Context) (*output.Job, error) {
	opts, err := layoutOptions(c)
	if err != nil {
		return nil, err
	}
	job := &output.Job{Layout: opts, Scale: c.Float64("scale"), Fonts: c.StringSlice("font")}
	if !(job.Scale >= 0.1 && job.Scale <= 20) {
		return nil, badOption("scale", "2 is usual on screens, 4 in print", " is 0.1 to 20 pixels for a point, not %g", job.Scale)
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
		return o, badOption("width", "", " is %g to %g points, not %g", layout.MinWidth, layout.MaxWidth, o.Width)
	}
	if name := c.String("fit"); name != "" {
		if o.Fit, err = layout.ParsePage(name); err != nil {
			return o, badOption("fit", "pages are "+strings.Join(flagValues("fit"), ", ")+", or a size such as 800x600 or 13.33x7.5in", ": %s", err)
		}
	}
	return o, nil
}

// badOption is misuse of an option of a picture, which is a flag or, in a document,
// an attribute; the problem goes on from its name.
func badOption(name, hint, problem string, args ...any) error {
	return &failure{statusMisuse, "--" + name + fmt.Sprintf(problem, args...), hint, name}
}

func badChoice(c *cli.Context, name string) error {
	value, hint := c.String(name), valuesHint(name)
	if s := source.Suggest(value, flagValues(name)); s != "" {
		hint = "did you mean " + s + "?"
	}
	return badOption(name, hint, ": there is no %q", value)
}
