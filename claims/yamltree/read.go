// Package yamltree reads YAML that people write by hand: every syntax error is
// found and mended in one reading, every node keeps its place, and what YAML
// would silently take for something else is given back as it was written.
//
// It must not know what the keys mean. Values that come from Root's nodes go
// through Unmask before anybody sees them.
package yamltree

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
	"go.yaml.in/yaml/v4"
)

// maxBytes is the largest text that is read.
const maxBytes = 16 << 20

// Tree is a YAML text and the nodes in it. What the library reads is a repaired
// copy that keeps every line, and every column but for shifts: a sign that must
// not mean anything is masked by a private character of its own.
type Tree struct {
	Source *source.File
	Root   *yaml.Node // nil where there is nothing
	Diags  source.Diagnostics

	textKey string
	lines   []string       // of the copy, without line breaks
	shifts  []int          // columns that a line of the copy has been moved to the right by
	told    map[int]string // by line, the code of its syntax diagnostic: one each is enough
}

const byteOrderMark = "\ufeff"

const (
	maskBase = 0xF0000 // Supplementary Private Use Area-A: U+F0000 masks U+0000, and so on
	maskEnd  = maskBase + 0x80
)

func masked(c byte) string { return string(rune(maskBase + int(c))) }

// Unmask turns masked signs back.
func Unmask(text string) string {
	if !strings.ContainsFunc(text, isMask) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isMask(r) {
			return r - maskBase
		}
		return r
	}, text)
}

func isMask(r rune) bool { return r >= maskBase && r < maskEnd }

// Read reads a text. textKey is the key that an item of a list stands for where
// it is a plain text, such as "claim"; "" where items cannot be texts. Syntax
// errors are mended one by one in a copy, so that each is found.
func Read(src *source.File, textKey string) *Tree {
	d := &Tree{Source: src, textKey: textKey, told: map[int]string{}}
	if len(src.Text) > maxBytes {
		d.Report(CodeTooLarge, source.Span{Start: maxBytes, End: maxBytes}, "split it into several files",
			"the file is larger than %d MiB, and is not read", maxBytes>>20)
		return d
	}
	text, ok := d.clean(src.Text)
	if !ok {
		return d
	}
	d.lines = strings.Split(text, "\n")
	d.shifts = make([]int, len(d.lines))
	if strings.HasPrefix(src.Text, byteOrderMark) {
		d.shifts[0] = -1
	}
	// Every repair reads the text anew: large files get fewer.
	for left := min(max(64<<20/(len(text)+1), 3), 100); ; left-- {
		root, err := d.parse()
		if err == nil {
			d.Root = root
			return d
		}
		if left == 0 || !d.repair(err) {
			d.Root = d.giveUp(err)
			return d
		}
	}
}

// Silent is the same tree with diagnostics of its own, for a second look at a
// node that nobody should hear of.
func (d *Tree) Silent() *Tree {
	return &Tree{Source: d.Source, Root: d.Root, textKey: d.textKey, lines: d.lines, shifts: d.shifts, told: d.told}
}

// Report adds an error and returns it, so that more can be said; the pointer is
// good until the next one is added.
func (d *Tree) Report(code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	return d.add(source.Error, code, at, hint, format, args...)
}

// Warn adds a warning, as Report does an error.
func (d *Tree) Warn(code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	return d.add(source.Warning, code, at, hint, format, args...)
}

func (d *Tree) add(sev source.Severity, code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	d.Diags = append(d.Diags, source.Diagnostic{
		Severity: sev, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, File: d.Source, Span: at,
	})
	return &d.Diags[len(d.Diags)-1]
}

func (d *Tree) parse() (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.Join(d.lines, "\n")), &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

// giveUp reads what stands before a mistake that cannot be mended.
func (d *Tree) giveUp(err error) *yaml.Node {
	line := len(d.lines)
	var le *yaml.LoadError
	if errors.As(err, &le) && le.Mark.Line > 0 {
		line = min(le.Mark.Line, line)
	}
	at := d.lineSpan(line)
	d.Report(CodeTooManyFaults, at, "mend the mistakes above and try again", "the file is not read from here on")
	for ; line > 0; line-- {
		d.lines = d.lines[:line-1]
		if root, err := d.parse(); err == nil {
			return root
		}
		if len(d.lines) < line-3 || len(d.Source.Text) > 1<<20 {
			break
		}
	}
	return nil
}

// clean returns the text without a byte order mark and with U+FFFD for what no
// YAML can hold, and tells what it found. It is false for text in UTF-16.
func (d *Tree) clean(text string) (string, bool) {
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") || strings.HasPrefix(text, "t\x00i\x00") {
		d.Report(CodeNotUTF8, source.Span{}, "save it again as UTF-8", "the file is in UTF-16")
		return "", false
	}
	var b strings.Builder
	lastLine, start := 0, 0
	if strings.HasPrefix(text, byteOrderMark) {
		start = len(byteOrderMark)
	}
	for i := start; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		code, what := "", ""
		switch {
		case r == utf8.RuneError && size == 1:
			code, what = CodeNotUTF8, fmt.Sprintf("byte 0x%02X is not UTF-8", text[i])
		case r == 0x2028 || r == 0x2029 || r == 0x85:
			code = "-" // line breaks to YAML and to nobody else
		case IsControl(r), r == '\r' && !strings.HasPrefix(text[i+1:], "\n"), isMask(r):
			code, what = CodeControl, fmt.Sprintf("control character U+%04X", r)
		}
		switch {
		case code == "-":
			b.WriteByte(' ')
		case code == "":
			b.WriteString(text[i : i+size])
		default:
			b.WriteRune(utf8.RuneError)
			if p := d.Source.Position(i); p.Line != lastLine {
				lastLine = p.Line
				hint := "delete it"
				if code == CodeNotUTF8 {
					hint = "save the file as UTF-8"
				}
				d.Report(code, source.Span{Start: i, End: i + size}, hint, "%s", what)
			}
		}
		i += size
	}
	return b.String(), true
}

// IsControl tells characters that no text should hold, and that XML cannot.
func IsControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 || r == 0xfeff || r == 0xfffe || r == 0xffff
}

// offset is where in the original text a place of the copy is; both count from 1.
func (d *Tree) offset(line, col int) int {
	if line >= 1 && line <= len(d.shifts) {
		col = max(col-d.shifts[line-1], 1)
	}
	return d.Source.Offset(source.Position{Line: line, Col: col})
}

// lineSpan is a line of the original without its indentation.
func (d *Tree) lineSpan(line int) source.Span {
	text := d.Source.Line(line)
	start := d.Source.Offset(source.Position{Line: line, Col: 1})
	indent := len(text) - len(strings.TrimLeft(text, " \t"))
	return source.Span{Start: start + indent, End: start + len(strings.TrimRight(text, " \t"))}
}

// Span is where a scalar, or the first line of a list or mapping, stands in the
// original text. Nodes carry no end: it is found by reading on.
func (d *Tree) Span(n *yaml.Node) source.Span {
	start := d.offset(n.Line, n.Column)
	text := d.Source.Text
	end := len(text)
	if i := strings.IndexAny(text[start:], "\r\n"); i >= 0 {
		end = start + i
	}
	if n.Kind != yaml.ScalarNode {
		return source.Span{Start: start, End: max(end, start)}
	}
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return source.Span{Start: start, End: quoteEnd(text, start)}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return source.Span{Start: start, End: Follow(text, end, Unmask(n.Value))}
	}
	return source.Span{Start: start, End: max(Follow(text, start, Unmask(n.Value)), start)}
}

// quoteEnd is where the quoted text that begins at start ends.
func quoteEnd(text string, start int) int {
	if start >= len(text) {
		return start
	}
	quote := text[start]
	for i := start + 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] == quote && quote == '\'' && strings.HasPrefix(text[i+1:], "'"):
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return len(text)
}

// Follow reads a value in the text from start on, whatever its white space, and
// returns where it ends.
func Follow(text string, start int, value string) int {
	end := start
	for _, r := range value {
		if r == ' ' || r == '\n' || r == '\t' {
			continue
		}
		rest := strings.TrimLeft(text[end:], " \t\r\n")
		size := utf8.RuneLen(r)
		if size < 0 || !strings.HasPrefix(rest, string(r)) {
			if r != utf8.RuneError {
				return end
			}
			if _, size = utf8.DecodeRuneInString(rest); size == 0 {
				return end
			}
		}
		end = len(text) - len(rest) + size
	}
	return end
}

// End is where the last thing inside a node ends.
func (d *Tree) End(n *yaml.Node) int {
	for len(n.Content) > 0 && n.Kind != yaml.AliasNode {
		n = n.Content[len(n.Content)-1]
	}
	return d.Span(n).End
}
