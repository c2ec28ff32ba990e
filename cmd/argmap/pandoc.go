package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/embed"
	"github.com/urfave/cli/v2"
)

// filterName is the name under which argmap is a filter of Pandoc, which gives
// filters no flags.
const filterName = "argmap-pandoc"

// arguments are what argmap is to do, given what it was started as and with: under
// the filter's name it is the filter.
func arguments(args []string) []string {
	name := strings.TrimSuffix(filepath.Base(args[0]), ".exe")
	if name == filterName {
		return append([]string{"embed", "--pandoc"}, args[1:]...)
	}
	return args[1:]
}

// filterPandoc reads a syntax tree from standard input, and writes it with pictures
// in the place of its blocks.
func filterPandoc(c *cli.Context) error {
	if c.NArg() > 1 {
		return misuse("pandoc -t json notes.md | argmap embed --pandoc html | pandoc -f json -o notes.html", "--pandoc takes the name of Pandoc's target, not %d files", c.NArg())
	}
	for _, name := range []string{"check", "output", "outline"} {
		if c.IsSet(name) {
			return misuse("", "--%s goes with documents, not with --pandoc", name)
		}
	}
	if _, err := pictureJob(c); err != nil {
		return err
	}
	image := imageFor(c.Args().First())
	if name := c.String("format"); name != "" {
		if image = output.ForName(name); image == nil || !image.Drawn() {
			return misuse("one of "+strings.Join(imageNames(), ", "), "--format: documents show no %q", name)
		}
	}
	text, err := readInput("-", c.App.Reader)
	if err != nil {
		return err
	}
	tree, diags, err := embed.ReadTree([]byte(text))
	if err != nil {
		return &failure{status: statusInput, message: "standard input: " + err.Error(), hint: "pandoc -t json writes one"}
	}
	drawn, more, err := newBlockDrawer(c, image).draw(tree.Blocks, "-")
	if err != nil {
		return err
	}
	diags = append(diags, more...)
	printDiagnostics(c, diags)
	if diags.HasErrors() {
		return &failure{status: statusInput}
	}
	return writeTree(c, tree, drawn, image)
}

// writeTree writes the pictures, and the tree that shows them.
func writeTree(c *cli.Context, tree *embed.Tree, drawn []drawnBlock, image *output.Format) error {
	dir := c.String("dir")
	var files []outFile
	var pictures []embed.Picture
	for _, b := range drawn {
		path := filepath.Join(dir, b.name+image.Ext)
		if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return system("delete the link", fmt.Errorf("%s is a link, and is not followed", path))
		}
		files = append(files, outFile{path, b.image})
		pictures = append(pictures, embed.Picture{Name: b.name, Alt: b.alt, Image: filepath.ToSlash(path)})
	}
	data, err := tree.Rewrite(pictures)
	if err != nil {
		return err
	}
	if len(files) > 0 {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return system("name another folder with --dir", trimmed(err))
		}
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	return writeResult(c, "-", data)
}

// imageFor is the format of pictures for a target of Pandoc: its name, and what
// is switched on and off in it ("html5+smart").
func imageFor(target string) *output.Format {
	name := target
	if i := strings.IndexAny(target, "+-"); i >= 0 {
		name = target[:i]
	}
	switch name {
	case "html", "html4", "html5", "epub", "epub2", "epub3", "revealjs", "slidy", "slideous", "dzslides", "s5",
		"chunkedhtml", "markdown", "gfm", "commonmark", "commonmark_x", "native", "json":
		return output.SVG
	case "latex", "beamer", "context", "pdf":
		if pdf := output.ForName("pdf"); pdf != nil {
			return pdf
		}
	}
	return output.PNG
}
