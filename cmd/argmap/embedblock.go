package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/embed"
	"github.com/urfave/cli/v2"
)

// attributeFlags are the attributes of a block, as flags: most of them are those of
// the commands that draw.
func attributeFlags() []cli.Flag {
	flags := []cli.Flag{
		&cli.StringFlag{Name: "file"},
		&cli.StringFlag{Name: "name"},
		&cli.StringFlag{Name: "alt"},
	}
	return append(append(flags, viewFlags()...), pictureFlags()...)
}

func attributeNames() []string {
	var names []string
	for _, f := range attributeFlags() {
		names = append(names, f.Names()[0])
	}
	return names
}

// Codes of what is wrong with a block and is not the document's.
const (
	codeUnknownAttribute = "unknown-attribute"
	codeAttributeValue   = "bad-value"
	codeBlockFile        = "unreadable-file"
	codeBlockEmpty       = "empty-block"
	codeBlockPart        = "unknown-part"
)

// blockDrawer draws the blocks of documents.
type blockDrawer struct {
	c     *cli.Context
	image *output.Format
	maps  map[string]*argmap.Map // of the files that blocks name, by path; nil where one has errors
}

func newBlockDrawer(c *cli.Context, image *output.Format) *blockDrawer {
	return &blockDrawer{c: c, image: image, maps: map[string]*argmap.Map{}}
}

// drawnBlock is a block's map and what is shown of it.
type drawnBlock struct {
	name, alt string
	job       *output.Job
	image     []byte
}

// draw draws the blocks of a document. Where the diagnostics hold errors the rest
// is worth nothing.
func (d *blockDrawer) draw(blocks []*embed.Block, path string) ([]drawnBlock, source.Diagnostics, error) {
	var diags source.Diagnostics
	var drawn []drawnBlock
	var bases []string
	for _, b := range blocks {
		job, ds := d.job(b, path)
		diags = append(diags, ds...)
		if job == nil {
			continue
		}
		drawn = append(drawn, drawnBlock{alt: b.Attribute("alt"), job: job})
		bases = append(bases, baseName(b, job))
	}
	if diags.HasErrors() {
		return nil, diags, nil
	}
	for i, name := range embed.Names(blocks, bases) {
		var buf bytes.Buffer
		notices, err := output.Write(d.c.Context, &buf, d.image, drawn[i].job)
		if err != nil {
			return nil, nil, err
		}
		diags = append(diags, blocks[i].InDocument(notices)...)
		drawn[i].name, drawn[i].image = name, buf.Bytes()
		if drawn[i].alt == "" {
			drawing, err := drawn[i].job.Drawing(d.c.Context)
			if err != nil {
				return nil, nil, err
			}
			drawn[i].alt = told(drawn[i].job.Map().Title, drawing.Description)
		}
	}
	return drawn, diags, nil
}

// told is what a reader who cannot see a map is told of it: its title, if it has
// one, and its description.
func told(title, description string) string {
	switch title = strings.TrimSpace(title); {
	case title == "":
		return description
	case strings.ContainsAny(title[len(title)-1:], ".?!"):
		return title + " " + description
	default:
		return title + ". " + description
	}
}

// baseName is what a block is called that has no name: after its file and the
// part that it shows, or after its thesis.
func baseName(b *embed.Block, job *output.Job) string {
	name := "map"
	if file := b.Attribute("file"); file != "" {
		file = filepath.Base(filepath.FromSlash(file))
		name = strings.TrimSuffix(file, filepath.Ext(file))
	} else if t := job.Map().Thesis; t != nil {
		name = t.ID
	}
	if focus := b.Attribute("focus"); focus != "" {
		name += "-" + focus
	}
	return name
}

// job reads a block's attributes and claims; nil with an error among the
// diagnostics.
func (d *blockDrawer) job(b *embed.Block, path string) (*output.Job, source.Diagnostics) {
	c, diags := d.options(b)
	if diags.HasErrors() {
		return nil, diags
	}
	job, err := pictureJob(c)
	if err != nil {
		return nil, source.Diagnostics{attributeError(b, err)}
	}
	view, err := viewOf(c)
	if err != nil {
		return nil, source.Diagnostics{attributeError(b, err)}
	}
	view.Only, view.Fold = eachName(view.Only), eachName(view.Fold)
	m, diags := d.read(c, b, path)
	if m == nil || diags.HasErrors() {
		return nil, diags
	}
	if job.Outline, err = m.View(view); err != nil {
		at, hint := b.At, ""
		var unknown *argmap.UnknownPart
		if errors.As(err, &unknown) {
			at, hint = attributeWith(b, unknown.Name), unknown.Hint()
		}
		return nil, append(diags, b.Report(codeBlockPart, at, hint, "%s", err))
	}
	job.Layout.Numbers = job.Layout.Numbers || job.Outline.Partial()
	return job, diags
}

// eachName takes apart names with commas between them: an attribute stands once.
func eachName(lists []string) []string {
	var names []string
	for _, list := range lists {
		for name := range strings.SplitSeq(list, ",") {
			if name = strings.TrimSpace(name); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

// options are the command's flags with the attributes of a block before them.
func (d *blockDrawer) options(b *embed.Block) (*cli.Context, source.Diagnostics) {
	known := attributeNames()
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	var diags source.Diagnostics
	for _, a := range b.Attributes {
		at := slices.Index(known, a.Key)
		if at < 0 {
			hint := "the attributes are " + strings.Join(known, ", ")
			if s := source.Suggest(a.Key, known); s != "" {
				hint = "did you mean " + s + "?"
			}
			diags = append(diags, b.Report(codeUnknownAttribute, a.Span, hint, "a block has no attribute `%s`", a.Key))
			continue
		}
		f := attributeFlags()[at]
		if err := f.Apply(set); err != nil {
			continue
		}
		if problem := setAttribute(set, f, a); problem != "" {
			diags = append(diags, b.Report(codeAttributeValue, a.Span, valuesHint(a.Key), "`%s` %s", a.Key, problem))
		}
	}
	return cli.NewContext(d.c.App, set, d.c), diags
}

// setAttribute gives a flag the value of an attribute, or says what is wrong with that.
func setAttribute(set *flag.FlagSet, f cli.Flag, a embed.Attribute) (problem string) {
	value := a.Value
	_, isBool := f.(*cli.BoolFlag)
	switch {
	case a.Bare && isBool:
		value = "true"
	case a.Bare && optionalValue(a.Key) != "" && a.Key != "fit": // which needs a page, and blocks have none
		value = optionalValue(a.Key)
	case a.Bare || value == "":
		return "needs a value"
	}
	if set.Set(a.Key, value) == nil {
		return ""
	}
	if isBool {
		return "is true or false, not " + strconv.Quote(value)
	}
	return "is a number, not " + strconv.Quote(value)
}

// attributeError is misuse of an option as a mistake in a block.
func attributeError(b *embed.Block, err error) source.Diagnostic {
	var f *failure
	if !errors.As(err, &f) {
		return b.Report(codeAttributeValue, b.At, "", "%s", err)
	}
	at := b.At
	for _, a := range b.Attributes {
		if a.Key == f.option {
			at = a.Span
		}
	}
	return b.Report(codeAttributeValue, at, f.hint, "`%s`%s", f.option, strings.TrimPrefix(f.message, "--"+f.option))
}

// attributeWith is the place of the attribute of a view that holds a name.
func attributeWith(b *embed.Block, name string) source.Span {
	for _, a := range b.Attributes {
		for _, f := range viewFlags() {
			if a.Key == f.Names()[0] && strings.Contains(a.Value, name) {
				return a.Span
			}
		}
	}
	return b.At
}

// read reads the map of a block; nil with the reason among the diagnostics.
func (d *blockDrawer) read(c *cli.Context, b *embed.Block, path string) (*argmap.Map, source.Diagnostics) {
	name := b.Attribute("file")
	switch {
	case b.Inline() && name != "":
		return nil, source.Diagnostics{b.Report(codeBlockFile, attributeWithKey(b, "file"), "leave one of them out", "the block names a file, and holds claims as well")}
	case b.Inline():
		_, m, diags := understand(claims.Formats()[0], b.Claims, opener(d.c, path))
		return m, b.InDocument(diags)
	case name == "":
		return nil, source.Diagnostics{b.Report(codeBlockEmpty, b.At, "write claims into it, or name a file with file=claims.yaml (for Pandoc in braces: ``` {.argmap file=claims.yaml})", "the block holds no claims and names no file")}
	}
	return d.readFile(c, b, path, name)
}

// readFile reads the map of a file that a block names; what is wrong with it is
// said once, however many blocks name it.
func (d *blockDrawer) readFile(c *cli.Context, b *embed.Block, path, name string) (*argmap.Map, source.Diagnostics) {
	file := filepath.FromSlash(strings.ReplaceAll(name, `\`, "/"))
	if !filepath.IsAbs(file) {
		file = filepath.Join(filepath.Dir(path), file)
	}
	key := file + "\x00" + c.String("view")
	if m, ok := d.maps[key]; ok {
		return m, nil
	}
	d.maps[key] = nil
	report := func(hint, problem string) (*argmap.Map, source.Diagnostics) {
		return nil, source.Diagnostics{b.Report(codeBlockFile, attributeWithKey(b, "file"), hint, "the claims file %s cannot be read: %s", name, problem)}
	}
	format, err := inputFormat(file, "")
	if err != nil {
		var exts []string
		for _, f := range claims.Formats() {
			exts = append(exts, f.Exts...)
		}
		return report("claims files end in "+strings.Join(exts, ", "), err.Error())
	}
	if format, err = readAs(c, format, true); err != nil {
		return nil, source.Diagnostics{attributeError(b, err)}
	}
	in, err := opener(d.c, path)(name)
	switch {
	case errors.Is(err, claims.ErrOutside):
		return report("move it there, or allow its folder with --allow-files DIR", "it lies outside the document's folder")
	case errors.Is(err, fs.ErrNotExist):
		return report("the path counts from the document's folder", "there is no such file")
	case err != nil:
		return report("", trimmed(err).Error())
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	if err != nil || len(text) > maxInput {
		return report("", fmt.Sprintf("it is larger than %d MiB, or cannot be read to its end", maxInput>>20))
	}
	_, m, diags := understand(format, source.NewFile(file, string(text)), opener(d.c, file))
	if !diags.HasErrors() {
		d.maps[key] = m
	}
	return m, diags
}

func attributeWithKey(b *embed.Block, key string) source.Span {
	for _, a := range b.Attributes {
		if a.Key == key {
			return a.Span
		}
	}
	return b.At
}
