package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/deck"
	"github.com/urfave/cli/v2"
)

func slidesCommand() *cli.Command {
	return &cli.Command{
		Name:      "slides",
		Usage:     "make a talk of a map: slides that can be read from the back row",
		ArgsUsage: "FILE",
		UsageText: "argmap slides claims.yaml -o deck.pptx\n" +
			"argmap slides claims.yaml -o deck.html --steps --theme dark\n" +
			"argmap slides claims.yaml -o deck.pdf --focus distrust --evidence full\n" +
			"argmap slides claims.yaml -o deck.md",
		Description: fmt.Sprintf("A title, the thesis with its first arguments, a slide for every argument that matters, for and against\n"+
			"side by side, and the sources. No text is smaller than %g pt on a slide of 13.33 x 7.5 in.\n"+
			"OUT's extension picks the format: ", deck.SmallestText) + slideList() + ".",
		Flags:  slidesFlags(),
		Action: slides,
	}
}

func slideList() string {
	var list []string
	for _, f := range output.SlideFormats() {
		list = append(list, f.Ext+" ("+f.Title+")")
	}
	return strings.Join(list, ", ")
}

func slidesFlags() []cli.Flag {
	own := []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT`; - is standard output (default: FILE with .pptx)"},
		&cli.BoolFlag{Name: "steps", Usage: "let every slide grow part by part, in the order in which one would say it"},
	}
	var look []cli.Flag
	for _, f := range pictureFlags() { // the rest is for a deck to decide
		if slices.Contains([]string{"direction", "palette", "theme", "evidence"}, f.Names()[0]) {
			look = append(look, f)
		}
	}
	return slices.Concat(own, viewFlags(), look, []cli.Flag{
		&cli.BoolFlag{Name: "questions", Usage: "put the open critical questions into the notes for the speaker"}, schemesFlag(),
	}, []cli.Flag{
		fontFlag(),
		allowFilesFlag(),
		compatFlag(),
		&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
		&cli.StringFlag{Name: "to", Usage: choice("format of the deck, `NAME`", "slides-to") + " (default: by extension)"},
	})
}

// slides is the command. It writes nothing unless everything can be written.
func slides(c *cli.Context) error {
	path, format, err := slidesOutput(c)
	if err != nil {
		return err
	}
	job, err := pictureJob(c)
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
	progress := startProgress(c.App.ErrWriter, "making slides of "+argmap.Counted(len(m.Claims), "claim"))
	defer progress.stop()
	d, err := job.Deck(c.Context)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	pictures, notices, err := output.WriteSlides(&buf, format, job, d, name)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	progress.stop()
	printDiagnostics(c, notices)
	if path == "-" {
		return writeResult(c, path, buf.Bytes())
	}
	files := []outFile{{path, buf.Bytes()}}
	for _, p := range pictures {
		files = append(files, outFile{filepath.Join(filepath.Dir(path), p.Name), p.Data})
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	tellSlides(c, d)
	return nil
}

// tellSlides says what nobody can see from the file's name.
func tellSlides(c *cli.Context, d *deck.Deck) {
	least := 0.0
	for _, s := range d.Slides {
		if size := s.SmallestText(); least == 0 || size < least {
			least = size
		}
	}
	fmt.Fprintf(c.App.ErrWriter, "%s, no text under %.1f pt\n", argmap.Counted(len(d.Slides), "slide"), least)
}

// slidesOutput decides what to write where.
func slidesOutput(c *cli.Context) (string, *output.SlideFormat, error) {
	in, err := oneFile(c)
	if err != nil {
		return "", nil, err
	}
	path := c.String("output")
	var f *output.SlideFormat
	switch name := c.String("to"); {
	case name != "":
		if f = output.SlidesForName(name); f == nil {
			return "", nil, badChoiceOf(c, "to", flagValues("slides-to"))
		}
	case path == "" || path == "-":
		f = output.SlideFormats()[0]
	default:
		if f = output.SlidesForPath(path); f == nil {
			return "", nil, misuse("OUT ends in one of: "+slideList(), "%q names no format that a deck can be written in", path)
		}
	}
	if path == "" {
		if path = "-"; in != "-" {
			path = withExt(in, f.Ext)
		}
	}
	switch {
	case path == "-" && f.Beside:
		return "", nil, misuse("name a file with -o", "a %s has pictures in files beside it", f.Title)
	case path == "-" && f.Binary && isTerminal(c.App.Writer):
		return "", nil, misuse("name a file with -o, or send the output into a pipe", "a %s is not written to a terminal", f.Title)
	case path == in && path != "-":
		return "", nil, misuse("name another file with -o", "%s would be written over", in)
	}
	return path, f, nil
}
