package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/argmap/argmap/claims/examples"
	"github.com/urfave/cli/v2"
)

func newCommand() *cli.Command {
	return &cli.Command{
		Name:      "new",
		Usage:     "write a claims file to start from, or a course",
		ArgsUsage: "[FILE]",
		UsageText: "argmap new [FILE]\nargmap new --course [DIR]\n\n" +
			"argmap new claims.yaml                        a commented starter\n" +
			"argmap new --example china-kim > map.yaml     one of the examples\n" +
			"argmap new --list                             what examples there are\n" +
			"argmap new --course lessons                   six lessons, in a folder",
		Description: "Without FILE the text goes to standard output. A file that exists is left as it is.\n\n" +
			"The course has texts, model maps, exercises with their keys, and a page of notes for the teacher of each\n" +
			"lesson. It goes into DIR, or course; its README.md says how to begin.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT`, as FILE does"},
			&cli.StringFlag{Name: "example", Aliases: []string{"e"}, Usage: "write the example `NAME`: " + strings.Join(examples.Names(), ", ")},
			&cli.BoolFlag{Name: "list", Usage: "list the examples"},
			&cli.BoolFlag{Name: "course", Usage: "write a course of six lessons into the folder DIR"},
			&cli.BoolFlag{Name: "force", Usage: "write over a file that exists"},
		},
		Action: newFile,
	}
}

func newFile(c *cli.Context) error {
	if c.Bool("list") {
		for _, e := range examples.List() {
			fmt.Fprintf(c.App.Writer, "%-16s %s\n", e.Name, e.Title)
		}
		return nil
	}
	if c.Bool("course") {
		return newCourse(c)
	}
	text := examples.Starter()
	if name := c.String("example"); name != "" {
		var ok bool
		if text, ok = examples.Text(name); !ok {
			return badChoice(c, "example")
		}
	}
	path := c.String("output")
	switch {
	case c.NArg() > 1 || c.NArg() == 1 && path != "":
		return misuse("", "new writes one file")
	case c.NArg() == 1:
		path = c.Args().First()
	case path == "":
		path = "-"
	}
	if path == "-" {
		if _, err := fmt.Fprint(c.App.Writer, text); err != nil {
			return system("", err)
		}
		return nil
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) && !c.Bool("force") {
		return system("--force writes over it", fmt.Errorf("%s exists", path))
	}
	if err := writeFiles([]outFile{{path, []byte(text)}}); err != nil {
		return err
	}
	fmt.Fprintf(c.App.ErrWriter, "wrote %s; to draw it: argmap render %s\n", path, path)
	return nil
}
