package claims

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/bibtex"
	"github.com/argmap/argmap/claims/fulltext"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
)

// Opener opens a file that a claims file names, by the path as it stands there. It
// decides what may be read: ErrOutside is its answer to a path that leads out of
// the folders it reads from.
type Opener func(name string) (fs.File, error)

// ErrOutside is what an Opener says of a file that it does not open for safety's sake.
var ErrOutside = errors.New("it lies outside the claims file's folder")

// ReadBibliographies adds the sources of the files that the file's bibliography
// names. What cannot be opened or read is reported.
func (f *File) ReadBibliographies(open Opener) source.Diagnostics {
	a := &attacher{open: open, file: f.Source}
	for _, name := range f.Bibliography {
		data, ok := a.read(name, "the bibliography")
		if !ok {
			continue
		}
		src := source.NewFile(beside(f.Source.Name, name.Value), string(data))
		switch strings.ToLower(path.Ext(name.Value)) {
		case ".bib", ".bibtex":
			f.Sources = append(f.Sources, a.bibtex(src)...)
		case ".json", ".yaml", ".yml":
			f.Sources = append(f.Sources, a.csl(src)...)
		default:
			a.report(name, "name a file that ends in .bib, .json or .yaml", "no bibliography has the extension %q", path.Ext(name.Value))
		}
	}
	return a.diags
}

// ReadTexts reads the files of the sources that evidence names, each once, from
// open. Sources without a file, or with one that cannot be read, which is
// reported, are not in the result.
func (f *File) ReadTexts(open Opener) (map[*Source]*fulltext.Text, source.Diagnostics) {
	a := &attacher{open: open, file: f.Source}
	var cited []string
	for _, c := range f.Claims {
		for _, e := range c.Evidence {
			cited = append(cited, e.Source.Value)
		}
	}
	texts := map[*Source]*fulltext.Text{}
	byName := map[string]*fulltext.Text{}
	for _, s := range f.Sources {
		if s.File.IsZero() || s.In != nil && !slices.Contains(cited, s.ID.Value) {
			continue
		}
		if text := byName[s.File.Value]; text != nil {
			texts[s] = text
			continue
		}
		a.in = s.In
		data, ok := a.read(s.File, "the text of the source "+s.ID.Value)
		if !ok {
			continue
		}
		text, err := fulltext.Read(s.File.Value, data)
		if err != nil {
			hint := "give a copy in one of " + strings.Join(fulltext.Extensions(), ", ")
			if !errors.Is(err, fulltext.ErrFormat) {
				hint = ""
			}
			if strings.EqualFold(path.Ext(s.File.Value), ".pdf") {
				hint = "make a text of it, with `pdftotext " + path.Base(s.File.Value) + "` say, and name that"
			}
			a.report(s.File, hint, "the text of the source %s cannot be read: %v", s.ID.Value, err)
			continue
		}
		byName[s.File.Value], texts[s] = text, text
	}
	return texts, a.diags
}

// Move rewrites the paths of the files that the file names, for a file that lies
// elsewhere: to returns a path as it is to stand there. It tells whether one changed.
func (f *File) Move(to func(path string) string) (moved bool) {
	move := func(t *Text) {
		before := t.Value
		t.Value = to(before)
		moved = moved || t.Value != before
	}
	for i := range f.Bibliography {
		move(&f.Bibliography[i])
	}
	for _, s := range f.Sources {
		if s.In == nil && !s.File.IsZero() {
			move(&s.File)
		}
	}
	return moved
}

// attacher reads the files beside a claims file.
type attacher struct {
	open  Opener
	file  *source.File
	in    *source.File // where the name that is read stands, if not in file
	diags source.Diagnostics
}

func (a *attacher) report(name Text, hint, format string, args ...any) {
	d := source.Diagnostic{Severity: source.Error, Code: CodeUnreadable, Message: fmt.Sprintf(format, args...), Hint: hint, File: a.file, Span: name.Span}
	if a.in != nil {
		d.File, d.Severity = a.in, source.Warning // other programs write paths of their own there
	}
	a.diags = append(a.diags, d)
}

// read reads a regular file below the root, up to maxAttached bytes.
func (a *attacher) read(name Text, what string) ([]byte, bool) {
	f, err := a.open(name.Value)
	if err != nil {
		a.reportOpen(name, what, err)
		return nil, false
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		a.reportOpen(name, what, err)
		return nil, false
	case info.Size() > maxAttached:
		a.report(name, "keep the part that is quoted", "%s is not read: %s is larger than %d MiB", what, name.Value, maxAttached>>20)
		return nil, false
	}
	data, err := io.ReadAll(io.LimitReader(f, maxAttached))
	if err != nil {
		a.reportOpen(name, what, err)
		return nil, false
	}
	return data, true
}

func (a *attacher) reportOpen(name Text, what string, err error) {
	hint := "the path counts from the claims file's folder"
	reason := err.Error()
	var pe *fs.PathError
	if errors.As(err, &pe) {
		reason = pe.Err.Error()
	}
	if errors.Is(err, fs.ErrNotExist) {
		reason = "there is no such file"
		if strings.HasPrefix(what, "the text") { // a copy may be left out where a file is passed on
			a.report(name, hint, "%s, %s, is not there: its quotes are not checked", what, name.Value)
			a.diags[len(a.diags)-1].Severity = source.Warning
			return
		}
	} else if errors.Is(err, ErrOutside) {
		reason, hint = ErrOutside.Error(), "move it there, or allow its folder with --allow-files DIR"
	}
	a.report(name, hint, "%s, %s, cannot be read: %s", what, name.Value, reason)
}

// csl reads a list of sources in CSL-JSON, or in YAML as Pandoc writes it.
func (a *attacher) csl(src *source.File) []*Source {
	r := &reader{d: yamltree.Read(src, ""), grammar: nativeGrammar(), file: &File{Source: src}}
	if root := r.d.Root; root != nil {
		if hasKey(root, "references") { // Pandoc's metadata
			for i := 0; i+1 < len(root.Content); i += 2 {
				if root.Content[i].Value == "references" {
					root = root.Content[i+1]
					break
				}
			}
		}
		r.sources(root)
	}
	a.diags = append(a.diags, r.d.Diags...)
	for _, s := range r.file.Sources {
		s.In = src
	}
	return r.file.Sources
}

// bibtex reads a BibTeX or BibLaTeX file.
func (a *attacher) bibtex(src *source.File) []*Source {
	entries, diags := bibtex.Parse(src)
	a.diags = append(a.diags, diags...)
	var sources []*Source
	for _, e := range entries {
		if e.Key == "" { // reported; nothing can name it
			continue
		}
		s := &Source{ID: Text{e.Key, e.KeySpan}, Type: Text{e.Type, e.KeySpan}, Span: e.Span, In: src}
		for _, v := range e.Variables {
			t := Text{v.Value, v.Span}
			switch v.Name {
			case "title":
				s.Title = t
			case "issued":
				s.Issued = t
			case "URL":
				s.URL = t
			case "file":
				s.File = t
			default:
				s.Fields = append(s.Fields, Field{v.Name, t})
			}
		}
		for _, list := range e.Names {
			if list.Variable == "author" {
				s.Author = namesOf(list)
			} else {
				s.Fields = append(s.Fields, Field{list.Variable, Text{joinNames(namesOf(list)), e.KeySpan}})
			}
		}
		sources = append(sources, s)
		for _, alias := range e.Aliases {
			again := *s
			again.ID.Value = alias
			sources = append(sources, &again)
		}
	}
	return sources
}

// beside is the path of a file that a claims file names, as the user sees it.
func beside(claimsFile, name string) string {
	if folder := path.Dir(strings.ReplaceAll(claimsFile, `\`, "/")); folder != "." && !path.IsAbs(name) {
		return path.Join(folder, name)
	}
	return name
}

func namesOf(list bibtex.NameList) []Name {
	var names []Name
	for _, n := range list.Names {
		names = append(names, Name{Family: n.Family, Given: n.Given, Literal: n.Literal, Span: n.Span})
	}
	if list.Others {
		names = append(names, Name{Literal: "others", Span: list.Span})
	}
	return names
}

func joinNames(names []Name) string {
	var list []string
	for _, n := range names {
		list = append(list, n.String())
	}
	return strings.Join(list, "; ")
}

// String is the name as one says it: "Ilona Varga".
func (n Name) String() string {
	if n.Literal != "" {
		return n.Literal
	}
	return strings.TrimSpace(n.Given + " " + n.Family)
}

// maxAttached is the size of the largest file that is read beside a claims file.
const maxAttached = 16 << 20
