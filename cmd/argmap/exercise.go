package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
	"github.com/argmap/argmap/output/worksheet"
	"github.com/urfave/cli/v2"
)

// mostVariants is how many variants a command makes: more than any class needs.
const mostVariants = 1000

func exerciseCommand() *cli.Command {
	return &cli.Command{
		Name:      "exercise",
		Usage:     "make exercises of a map, with their keys",
		ArgsUsage: "FILE",
		UsageText: "argmap exercise FILE --type T [-o OUT]...\n\n" +
			"argmap exercise claims.yaml                              what can be made of it\n" +
			"argmap exercise claims.yaml --type place -o place.pdf\n" +
			"argmap exercise claims.yaml --type build --level 3 --seed 7 --count 4 -o build.pdf --page letter\n" +
			"argmap exercise claims.yaml --type blanks --class names.txt -o blanks.pdf -o blanks.yaml",
		Description: "Beside OUT, which is for students, stand OUT with .key before its extension, with what is right filled in,\n" +
			"and NAME.key.yaml, with which argmap grade compares answers. Formats with a file for each student write\n" +
			"NAME-ada.yaml. One seed makes one exercise, always the same.\n" +
			"OUT's extension picks the format: " + sheetList() + ".\n" +
			"Types:\n" + typeList(),
		Flags:  exerciseFlags(),
		Action: makeExercise,
	}
}

func sheetList() string {
	var list []string
	for _, f := range worksheet.Formats() {
		list = append(list, f.Ext+" ("+f.Title+")")
	}
	return strings.Join(list, ", ")
}

func typeList() string {
	var b strings.Builder
	for _, t := range exercise.Types() {
		fmt.Fprintf(&b, "  %-14s %s\n", t.Name, t.Title)
	}
	return b.String()
}

func exerciseFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT`; - is standard output (default: FILE with the type's name and .pdf)"},
		&cli.StringFlag{Name: "type", Aliases: []string{"t"}, Usage: choice("what students do, `TYPE`", "type")},
		&cli.Uint64Flag{Name: "seed", Usage: "a `NUMBER`: another one makes another exercise", Value: 1},
		&cli.IntFlag{Name: "count", Usage: "how many variants, `K`, with the seeds that follow one another", Value: 1},
		&cli.IntFlag{Name: "level", Usage: "`LEVEL` from 1, a few claims, to 5, large maps with wrong answers among those to choose from", Value: exercise.DefaultLevel},
		&cli.StringFlag{Name: "class", Usage: "a variant for everybody in a `LIST`: a name on each line, or .csv with a column name"},
		&cli.StringFlag{Name: "page", Usage: choice("paper, `PAGE`", "sheets-page"), Value: "a4"},
		&cli.StringFlag{Name: "feedback", Usage: choice("on screen, whether the page tells what is right, `WHEN`", "feedback"), Value: "none"},
		&cli.StringFlag{Name: "palette", Usage: choice("colors of maps, `NAME`", "palette"), Value: "default"},
		fontFlag(),
		allowFilesFlag(),
		compatFlag(),
		&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
		&cli.StringFlag{Name: "to", Usage: choice("format of the sheets, `NAME`", "sheets-to") + " (default: by extension)"},
	}
}

// makeExercise is the command. It writes nothing unless everything can be written.
func makeExercise(c *cli.Context) error {
	wish, err := exerciseWish(c)
	if err != nil {
		return err
	}
	m, err := loadMap(c)
	if err != nil {
		return err
	}
	if wish.of == nil {
		listTypes(c, m, wish.options)
		return nil
	}
	progress := startProgress(c.App.ErrWriter, "making "+argmap.Counted(len(wish.variants), "exercise"))
	defer progress.stop()
	set, err := makeSet(m, wish.of, wish.variants)
	if errors.Is(err, exercise.ErrTooSmall) {
		return &failure{status: statusInput, message: "no exercise of type " + wish.of.Name + " can be made: " + err.Error(),
			hint: "another type may do: `argmap exercise " + c.Args().First() + "` lists those that the map is large enough for"}
	}
	if err != nil {
		return err
	}
	set.look, set.atOnce = wish.look, c.String("feedback") == "at-once"
	files, err := wish.files(c, set)
	if err != nil {
		return err
	}
	progress.stop()
	return writeFiles(files)
}

// wish is what the command line asks for.
type wish struct {
	of       *exercise.Type // nil: a list of the types
	options  exercise.Options
	variants []exercise.Options
	look     worksheet.Sheet // without papers and keys
	outs     []sheetOut
	in       string
}

// sheetOut is a file for students and its format.
type sheetOut struct {
	path   string
	format *worksheet.Format
}

// exerciseWish reads the flags, before the claims file is read.
func exerciseWish(c *cli.Context) (*wish, error) {
	in, err := oneFile(c)
	if err != nil {
		return nil, err
	}
	w := &wish{in: in, options: exercise.Options{Seed: c.Uint64("seed"), Level: c.Int("level")}}
	if w.options.Level < 1 || w.options.Level > exercise.MaxLevel {
		return nil, badOption("level", "", " is 1 to %d, not %d", exercise.MaxLevel, w.options.Level)
	}
	name := c.String("type")
	if w.of = exercise.ForName(name); w.of == nil {
		switch {
		case name != "":
			return nil, badChoice(c, "type")
		case c.IsSet("output") || c.IsSet("class") || c.IsSet("count"):
			return nil, misuse("one of "+strings.Join(flagValues("type"), ", "), "say with --type which exercise")
		}
		return w, nil
	}
	if err := w.paper(c); err != nil {
		return nil, err
	}
	if w.outs, err = sheetOutputs(c, in, w.of); err != nil {
		return nil, err
	}
	w.variants, err = variantsOf(c, w.options)
	return w, err
}

// paper reads the flags about what sheets look like.
func (w *wish) paper(c *cli.Context) error {
	w.look.Fonts = c.StringSlice("font")
	var ok bool
	if w.look.Palette, ok = style.PaletteFor(c.String("palette")); !ok {
		return badChoice(c, "palette")
	}
	for _, flag := range []string{"page", "feedback"} {
		if values := commandValues(c.Command.Name, flag); !slices.Contains(values, c.String(flag)) {
			return badChoiceOf(c, flag, values)
		}
	}
	var err error
	w.look.Page, err = layout.ParsePage(c.String("page") + "-portrait")
	return err
}

// variantsOf are the options of all variants.
func variantsOf(c *cli.Context, o exercise.Options) ([]exercise.Options, error) {
	if path := c.String("class"); path != "" {
		if c.IsSet("count") {
			return nil, misuse("leave one of them out", "--class makes a variant for everybody, and --count so many")
		}
		if path == "-" && c.Args().First() == "-" {
			return nil, misuse("name a file", "standard input cannot be both the claims and the class")
		}
		names, err := readClass(path, c.App.Reader)
		return exercise.Variants(names, o), err
	}
	n := c.Int("count")
	if n < 1 || n > mostVariants {
		return nil, badOption("count", "", " is 1 to %d, not %d", mostVariants, n)
	}
	var list []exercise.Options
	for i := range n {
		list = append(list, exercise.Options{Seed: o.Seed + uint64(i), Level: o.Level})
	}
	return list, nil
}

// sheetOutputs decides what to write where.
func sheetOutputs(c *cli.Context, in string, t *exercise.Type) ([]sheetOut, error) {
	var to *worksheet.Format
	if name := c.String("to"); name != "" {
		if to = worksheet.ForName(name); to == nil {
			return nil, badChoiceOf(c, "to", flagValues("sheets-to"))
		}
	}
	paths := c.StringSlice("output")
	if len(paths) == 0 {
		if in == "-" {
			return nil, misuse("name a file with -o", "there is no file to name the exercise after")
		}
		f := to
		if f == nil {
			f = worksheet.Formats()[0]
		}
		paths = []string{strings.TrimSuffix(in, filepath.Ext(in)) + "-" + t.Name + f.Ext}
	}
	var outs []sheetOut
	for _, path := range paths {
		f := to
		switch {
		case f != nil:
		case path == "-":
			f = worksheet.Markdown
		default:
			if f = worksheet.ForPath(path); f == nil {
				return nil, misuse("OUT ends in one of: "+sheetList(), "%q names no format that an exercise can be written in", path)
			}
		}
		if path == "-" && f.Binary && isTerminal(c.App.Writer) {
			return nil, misuse("name a file with -o, or send the output into a pipe", "a %s is not written to a terminal", f.Title)
		}
		outs = append(outs, sheetOut{path, f})
	}
	if c.String("feedback") == "at-once" && !slices.ContainsFunc(outs, func(o sheetOut) bool { return o.format.Tells }) {
		return nil, misuse("write a page: -o "+t.Name+".html", "--feedback is about exercises on screen, and none of these is one")
	}
	return outs, nil
}

// listTypes says which exercises can be made of a map.
func listTypes(c *cli.Context, m *argmap.Map, o exercise.Options) {
	for _, t := range exercise.Types() {
		_, _, err := exercise.Make(m, t, o)
		fmt.Fprintf(c.App.Writer, "%-14s %s – %s\n", t.Name, t.Title, t.Use)
		if err != nil {
			fmt.Fprintf(c.App.Writer, "%-14s not of this map: %s\n", "", err)
		}
	}
	fmt.Fprintf(c.App.ErrWriter, "to make one: argmap exercise %s --type %s -o exercise.pdf\n", c.Args().First(), exercise.Types()[0].Name)
}
