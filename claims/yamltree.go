package claims

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

// document is a YAML text on its way to a tree. What the library reads is a
// repaired copy that keeps every line, and every column but for shifts: a sign
// that must not mean anything is masked by a private character of its own.
type document struct {
	src    *source.File
	lines  []string     // of the copy, without line breaks
	shifts []int        // columns that a line of the copy has been moved to the right by
	told   map[int]bool // lines with a syntax diagnostic: one each is enough
	diags  source.Diagnostics
}

const byteOrderMark = "\ufeff"

const (
	maskBase = 0xF0000 // Supplementary Private Use Area-A: U+F0000 masks U+0000, and so on
	maskEnd  = maskBase + 0x80
)

func masked(c byte) string { return string(rune(maskBase + int(c))) }

// unmasked turns masked signs back.
func unmasked(text string) string {
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

// readYAML returns the tree's root, or nil where there is none; diagnostics are
// in d. Syntax errors are mended in the copy one by one, so that each is found.
func readYAML(src *source.File) (root *yaml.Node, d *document) {
	d = &document{src: src, told: map[int]bool{}}
	if len(src.Text) > maxBytes {
		d.report(CodeTooLarge, source.Span{Start: maxBytes, End: maxBytes}, "split it into several files",
			"the file is larger than %d MiB, and is not read", maxBytes>>20)
		return nil, d
	}
	text, ok := d.clean(src.Text)
	if !ok {
		return nil, d
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
			return root, d
		}
		if left == 0 || !d.repair(err) {
			return d.giveUp(err), d
		}
	}
}

func (d *document) report(code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	return d.add(source.Error, code, at, hint, format, args...)
}

func (d *document) warn(code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	return d.add(source.Warning, code, at, hint, format, args...)
}

func (d *document) add(sev source.Severity, code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	d.diags = append(d.diags, source.Diagnostic{
		Severity: sev, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, File: d.src, Span: at,
	})
	return &d.diags[len(d.diags)-1]
}

func (d *document) parse() (*yaml.Node, error) {
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
func (d *document) giveUp(err error) *yaml.Node {
	line := len(d.lines)
	var le *yaml.LoadError
	if errors.As(err, &le) && le.Mark.Line > 0 {
		line = min(le.Mark.Line, line)
	}
	at := d.lineSpan(line)
	d.report(CodeTooManyFaults, at, "mend the mistakes above and try again", "the file is not read from here on")
	for ; line > 0; line-- {
		d.lines = d.lines[:line-1]
		if root, err := d.parse(); err == nil {
			return root
		}
		if len(d.lines) < line-3 || len(d.src.Text) > 1<<20 {
			break
		}
	}
	return nil
}

// clean returns the text without a byte order mark and with U+FFFD for what no
// YAML can hold, and tells what it found. It is false for text in UTF-16.
func (d *document) clean(text string) (string, bool) {
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") || strings.HasPrefix(text, "t\x00i\x00") {
		d.report(CodeNotUTF8, source.Span{}, "save it again as UTF-8", "the file is in UTF-16")
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
		case isControl(r), r == '\r' && !strings.HasPrefix(text[i+1:], "\n"), isMask(r):
			code, what = CodeControl, fmt.Sprintf("control character U+%04X", r)
		}
		switch {
		case code == "-":
			b.WriteByte(' ')
		case code == "":
			b.WriteString(text[i : i+size])
		default:
			b.WriteRune(utf8.RuneError)
			if p := d.src.Position(i); p.Line != lastLine {
				lastLine = p.Line
				hint := "delete it"
				if code == CodeNotUTF8 {
					hint = "save the file as UTF-8"
				}
				d.report(code, source.Span{Start: i, End: i + size}, hint, "%s", what)
			}
		}
		i += size
	}
	return b.String(), true
}

// isControl tells characters that no text should hold, and that XML cannot.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 || r == 0xfeff || r == 0xfffe || r == 0xffff
}

// offset is where in the original text a place of the copy is; both count from 1.
func (d *document) offset(line, col int) int {
	if line >= 1 && line <= len(d.shifts) {
		col = max(col-d.shifts[line-1], 1)
	}
	return d.src.Offset(source.Position{Line: line, Col: col})
}

// lineSpan is a line of the original without its indentation.
func (d *document) lineSpan(line int) source.Span {
	text := d.src.Line(line)
	start := d.src.Offset(source.Position{Line: line, Col: 1})
	indent := len(text) - len(strings.TrimLeft(text, " \t"))
	return source.Span{Start: start + indent, End: start + len(strings.TrimRight(text, " \t"))}
}

// span is where a scalar, or the first line of a list or mapping, stands in the
// original text. Nodes carry no end: it is found by reading on.
func (d *document) span(n *yaml.Node) source.Span {
	start := d.offset(n.Line, n.Column)
	text := d.src.Text
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
		return source.Span{Start: start, End: follow(text, end, unmasked(n.Value))}
	}
	return source.Span{Start: start, End: max(follow(text, start, unmasked(n.Value)), start)}
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

// follow reads a value in the text from start on, whatever its white space, and
// returns where it ends.
func follow(text string, start int, value string) int {
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
