package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/embed"
	"github.com/urfave/cli/v2"
)

func embedCommand() *cli.Command {
	return &cli.Command{
		Name:      "embed",
		Usage:     "put maps into Markdown documents",
		ArgsUsage: "DOC.md...",
		UsageText: "argmap embed DOC.md...\n\n" +
			"argmap embed notes.md                       draws its blocks, and shows the pictures behind them\n" +
			"argmap embed notes.md -o out.md             writes the document elsewhere\n" +
			"argmap embed --check *.md                   status 1 where something is out of date; for CI\n" +
			"pandoc -t json notes.md | argmap embed --pandoc html | pandoc -f json -o notes.html\n" +
			"ln -s \"$(command -v argmap)\" argmap-pandoc && pandoc --filter ./argmap-pandoc notes.md -o notes.pdf",
		Description: "A block is fenced, ```argmap or ~~~argmap, and holds claims as a claims file does; or it is empty and names\n" +
			"a file: ```argmap file=claims.yaml focus=distrust legend. Behind the word stand attributes, KEY=VALUE or KEY:\n" +
			strings.Join(attributeNames(), ", ") + ".\n" +
			"A comment, <!-- argmap file=claims.yaml -->, or one with claims in its further lines, does the same unseen.\n" +
			"The pictures of DOC.md are written to the folder DOC.argmap, with an outline of each map, and shown between\n" +
			"markers, <!-- argmap:begin NAME --> and <!-- argmap:end -->, which the next run finds again. Flags hold for\n" +
			"blocks that do not say otherwise. Pandoc's own Markdown wants attributes in braces: ``` {.argmap file=claims.yaml}",
		Flags:  embedFlags(),
		Action: embedDocuments,
	}
}

func embedFlags() []cli.Flag {
	flags := []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the document to `OUT` instead of back; - is standard output"},
		&cli.BoolFlag{Name: "check", Usage: "name what is out of date, and write nothing; the status is 1 where something is"},
		&cli.StringFlag{Name: "format", Usage: "of the pictures, `NAME`: " + strings.Join(imageNames(), ", ") + " (default: svg; with --pandoc what suits the target)"},
		&cli.StringFlag{Name: "outline", Usage: "of the outline that a picture leads to, `NAME`: " + strings.Join(outlineNames(), ", ") + " (default: " + outlineNames()[0] + ")"},
		&cli.BoolFlag{Name: "pandoc", Usage: "be a filter of Pandoc, whose target is the argument; so does a link to argmap by the name of argmap-pandoc"},
		&cli.StringFlag{Name: "dir", Usage: "with --pandoc, the `FOLDER` of the pictures", Value: "argmap-images"},
	}
	flags = append(flags, pictureFlags()...)
	return append(flags, fontFlag(), allowFilesFlag())
}

// imageNames are the formats of pictures that documents can show.
func imageNames() []string { return []string{output.SVG.Name, output.PNG.Name} }

// outlineNames are the formats of outlines, those that there are.
func outlineNames() []string {
	var names []string
	for _, n := range []string{"markdown", "html"} {
		if output.ForName(n) != nil {
			names = append(names, n)
		}
	}
	return append(names, "none")
}

// embedder embeds maps into one document after another.
type embedder struct {
	*blockDrawer
	outline *output.Format // nil: none
	files   []outFile
	diags   source.Diagnostics
	stdout  []byte
}

func embedDocuments(c *cli.Context) error {
	if c.Bool("pandoc") {
		return filterPandoc(c)
	}
	e, err := newEmbedder(c)
	if err != nil {
		return err
	}
	progress := startProgress(c.App.ErrWriter, "drawing")
	defer progress.stop()
	for _, path := range c.Args().Slice() {
		if err := e.document(path); err != nil {
			return err
		}
	}
	progress.stop()
	printDiagnostics(c, e.diags)
	if e.diags.HasErrors() {
		return &failure{status: statusInput}
	}
	if c.Bool("check") {
		return e.check()
	}
	if err := writeGenerated(e.files); err != nil {
		return err
	}
	if e.stdout != nil {
		return writeResult(c, "-", e.stdout)
	}
	return nil
}

func newEmbedder(c *cli.Context) (*embedder, error) {
	if _, err := pictureJob(c); err != nil {
		return nil, err
	}
	e := &embedder{blockDrawer: newBlockDrawer(c, output.SVG)}
	if name := c.String("format"); name != "" {
		if e.image = output.ForName(name); e.image == nil || !e.image.Drawn() || !slices.Contains(imageNames(), e.image.Name) {
			return nil, misuse("one of "+strings.Join(imageNames(), ", "), "--format: documents show no %q", name)
		}
	}
	name := c.String("outline")
	if name == "" {
		name = outlineNames()[0]
	}
	if !slices.Contains(outlineNames(), name) {
		return nil, misuse("one of "+strings.Join(outlineNames(), ", "), "--outline: there is no %q", name)
	}
	if name != "none" {
		e.outline = output.ForName(name)
	}
	switch n := c.NArg(); {
	case n == 0:
		return nil, misuse("argmap embed notes.md", "embed needs a document")
	case n > 1 && c.String("output") != "":
		return nil, misuse("leave out -o, or name one document", "-o takes one document, not %d", n)
	case slices.Contains(c.Args().Slice(), "-") && (c.String("output") == "" || c.String("output") == "-"):
		return nil, misuse("name the document to write with -o", "a document from standard input has no folder for its pictures")
	}
	return e, nil
}

// document draws what a document asks for, and keeps what is to be written.
func (e *embedder) document(path string) error {
	text, err := readInput(path, e.c.App.Reader)
	if err != nil {
		return err
	}
	target := path
	if out := e.c.String("output"); out != "" && out != "-" {
		target = out
	}
	d, diags := embed.Read(source.NewFile(path, text))
	if len(d.Blocks) == 0 && !diags.HasErrors() {
		diags = append(diags, source.Diagnostic{Severity: source.Info, Code: "no-blocks", Message: fmt.Sprintf("%s asks for no maps", path), Hint: "a map begins with a line of ```argmap"})
	}
	drawn, more, err := e.draw(d.Blocks, path)
	if err != nil {
		return err
	}
	diags = append(diags, more...)
	if diags.HasErrors() {
		diags.Sort()
		e.diags = append(e.diags, diags...)
		return nil
	}
	folder := withExt(target, ".argmap")
	pictures, err := e.pictures(drawn, folder)
	if err != nil {
		return err
	}
	rewritten, more := d.Rewrite(pictures)
	e.diags = append(append(e.diags, diags...), more...)
	if e.c.String("output") == "-" {
		e.stdout = []byte(rewritten)
		return nil
	}
	if target != path || rewritten != text {
		e.files = append(e.files, outFile{target, []byte(rewritten)})
	}
	return nil
}

// pictures keeps the files of each map that are not there already, and says how the document
// shows them.
func (e *embedder) pictures(drawn []drawnBlock, folder string) ([]embed.Picture, error) {
	var list []embed.Picture
	for _, b := range drawn {
		p := embed.Picture{Name: b.name, Alt: b.alt, Image: linkTo(folder, b.name+e.image.Ext)}
		if err := e.keep(filepath.Join(folder, b.name+e.image.Ext), b.image); err != nil {
			return nil, err
		}
		if e.outline != nil {
			var buf bytes.Buffer
			if _, err := output.Write(e.c.Context, &buf, e.outline, b.job); err != nil {
				return nil, err
			}
			p.Link = linkTo(folder, b.name+e.outline.Ext)
			if err := e.keep(filepath.Join(folder, b.name+e.outline.Ext), buf.Bytes()); err != nil {
				return nil, err
			}
		}
		list = append(list, p)
	}
	return list, nil
}

// keep keeps a generated file, unless it is there as it should be.
func (e *embedder) keep(path string, data []byte) error {
	old, err := os.ReadFile(path)
	switch {
	case err == nil && bytes.Equal(old, data):
		return nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return system("", trimmed(err))
	}
	e.files = append(e.files, outFile{path, data})
	return nil
}

// linkTo is a file of a folder as a document beside the folder links to it.
func linkTo(folder, name string) string {
	link := url.PathEscape(filepath.Base(folder)) + "/" + url.PathEscape(name)
	if strings.Contains(link, ":") { // which could be the end of a scheme
		return "./" + link
	}
	return link
}

// check names what a run would write.
func (e *embedder) check() error {
	for _, f := range e.files {
		state := "is out of date"
		if _, err := os.Stat(f.path); errors.Is(err, fs.ErrNotExist) {
			state = "is missing"
		}
		if _, err := fmt.Fprintf(e.c.App.Writer, "%s %s\n", source.Visible(f.path), state); err != nil {
			return system("", err)
		}
	}
	if len(e.files) > 0 {
		return &failure{status: statusInput}
	}
	return nil
}

// writeGenerated writes files whose names a document has a say in: folders are
// made where they are missing, and links are not followed, so that no document that came with
// a folder of its own leads what is written elsewhere.
func writeGenerated(files []outFile) error {
	var made []string
	for _, f := range files {
		folder := filepath.Dir(f.path)
		if filepath.Ext(folder) != ".argmap" {
			continue
		}
		for _, path := range []string{folder, f.path} {
			if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
				return system("delete the link", fmt.Errorf("%s is a link, and is not followed", path))
			}
		}
		switch err := os.Mkdir(folder, 0o777); {
		case err == nil:
			made = append(made, folder)
		case !errors.Is(err, fs.ErrExist):
			return system("", trimmed(err))
		}
	}
	err := writeFiles(files)
	if err != nil {
		for _, folder := range made {
			os.Remove(folder) // empty, or it stays
		}
	}
	return err
}
