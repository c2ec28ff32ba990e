package yamltree

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
	"go.yaml.in/yaml/v4"
)

// place is a line and a column of the copy, both from 1.
type place struct{ line, col int }

// repair reports a syntax error and changes the copy so that it is not met again.
// It is false where nothing is left to change.
func (d *Tree) repair(err error) bool {
	var le *yaml.LoadError
	if !errors.As(err, &le) {
		return false
	}
	at := d.clamp(place{le.Mark.Line, le.Mark.Column})
	from := at
	if le.ContextMark.Line > 0 {
		from = d.clamp(place{le.ContextMark.Line, le.ContextMark.Column})
	}
	msg := le.Message
	switch {
	case strings.Contains(msg, "max depth"):
		d.tell(at.line, CodeDeep, d.lineSpan(at.line), "", "lists and keys are nested too deep here; the line is not read")
		return d.blank(at.line)
	case strings.Contains(msg, "mapping values are not allowed"):
		return d.repairColon(at)
	case strings.Contains(msg, "cannot start any token") && d.sign(at) == '\t':
		return d.repairTabs(at)
	case strings.Contains(msg, "cannot start any token"), strings.Contains(msg, "unknown anchor"), strings.Contains(msg, "mapping keys are not allowed"):
		return d.repairStart(at)
	case strings.Contains(le.ContextMsg, "block scalar"), strings.Contains(le.ContextMsg, "scanning an a"), strings.Contains(le.ContextMsg, "tag"),
		strings.Contains(le.ContextMsg, "directive"), strings.Contains(le.ContextMsg, "flow"):
		return d.repairStart(from)
	case strings.Contains(msg, "escape"), strings.Contains(msg, "hexadecimal"):
		return d.repairEscape(at, from)
	case strings.Contains(le.ContextMsg, "quoted scalar"):
		d.tell(from.line, CodeQuote, d.to(from, d.lineEnd(from.line)),
			"close it with the same sign; an apostrophe inside single quotes is written twice", "the quoted text never ends")
		return d.mask(from)
	case strings.Contains(msg, "could not find expected ':'"):
		return d.repairBareLine(from)
	case strings.Contains(msg, "did not find expected"):
		return d.repairBlock(at)
	}
	d.tell(at.line, CodeSyntax, d.lineSpan(at.line), "", "YAML cannot read this line: %s", msg)
	return d.blank(at.line)
}

// tell reports a syntax error, unless its line has one already.
func (d *Tree) tell(line int, code string, at source.Span, hint, format string, args ...any) *source.Diagnostic {
	if d.told[line] != "" {
		return &source.Diagnostic{}
	}
	d.told[line] = code
	return d.Report(code, at, hint, format, args...)
}

// Told is the code of the syntax error that was reported in the line of a place, or "".
func (d *Tree) Told(at source.Span) string { return d.told[d.Source.Position(at.Start).Line] }

// clamp takes a place behind the end of the text to its last line that has any.
func (d *Tree) clamp(p place) place {
	if p.line > len(d.lines) {
		p.line = len(d.lines)
	}
	p.line = max(p.line, 1)
	for p.line > 1 && strings.TrimSpace(d.lines[p.line-1]) == "" {
		p.line--
		p.col = utf8.RuneCountInString(d.lines[p.line-1])
	}
	p.col = max(p.col, 1)
	return p
}

// index is the byte of the copy's line at which a place is.
func (d *Tree) index(p place) int {
	i := 0
	for col := 1; col < p.col && i < len(d.lines[p.line-1]); col++ {
		_, size := utf8.DecodeRuneInString(d.lines[p.line-1][i:])
		i += size
	}
	return i
}

// sign is the byte at a place, 0 at a line's end.
func (d *Tree) sign(p place) byte {
	if i := d.index(p); i < len(d.lines[p.line-1]) {
		return d.lines[p.line-1][i]
	}
	return 0
}

func (d *Tree) lineEnd(line int) place {
	return place{line, utf8.RuneCountInString(strings.TrimRight(d.lines[line-1], " \r")) + 1}
}

func (d *Tree) to(from, to place) source.Span {
	return source.Span{Start: d.offset(from.line, from.col), End: d.offset(to.line, to.col)}
}

// mask takes the meaning of the sign at a place.
func (d *Tree) mask(p place) bool {
	line, i := d.lines[p.line-1], d.index(p)
	if i >= len(line) || line[i] >= utf8.RuneSelf || line[i] <= ' ' {
		return d.blank(p.line)
	}
	d.lines[p.line-1] = line[:i] + masked(line[i]) + line[i+1:]
	return true
}

// blank makes a line empty. It is false for one that is.
func (d *Tree) blank(line int) bool {
	empty := strings.TrimSpace(d.lines[line-1]) == ""
	d.lines[line-1] = ""
	return !empty
}

// valueStart is where the value of the last "key: " or "- " that opens a line
// begins, as a byte of the line: behind list signs, and behind one key.
func valueStart(line string) int {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '-' && (i+1 == len(line) || line[i+1] == ' ')) {
		i++
	}
	rest := line[i:]
	if c := strings.Index(rest, ": "); c >= 0 && !strings.ContainsAny(rest[:c], "\"'#") {
		i += c + 2
		i += len(line[i:]) - len(strings.TrimLeft(line[i:], " "))
	}
	return i
}

// repairColon mends a text that holds ": ".
func (d *Tree) repairColon(at place) bool {
	line := d.lines[at.line-1]
	start, colon := valueStart(line), d.index(at)
	if start <= colon && start > 0 && strings.Contains(line[:start], ":") {
		from := place{at.line, utf8.RuneCountInString(line[:start]) + 1}
		span := d.to(from, d.lineEnd(at.line))
		diag := d.tell(at.line, CodeColon, span, "put the text in quotes", "the text holds `: `, which YAML takes for the end of a key")
		diag.Fix = QuoteFix(d.Source, span)
		return d.mask(at)
	}
	if above := d.above(at.line); above > 0 {
		switch {
		case strings.HasPrefix(d.lines[above-1], "%"):
			d.tell(above, CodeSyntax, d.lineSpan(above), "delete it", "a line that begins with %% is an order to YAML")
			return d.blank(above)
		case d.keyWithoutBlank(above), d.keyUnderText(above, at.line):
			return true
		}
	}
	d.tell(at.line, CodeIndent, d.lineSpan(at.line), "line it up with the keys it belongs to, or end the line above with `:` or a quote",
		"a key stands where the text of the line above goes on")
	return d.reindent(at.line) || d.mask(at)
}

// above is the nearest line above that is not empty, 0 where there is none.
func (d *Tree) above(line int) int {
	for line--; line > 0 && strings.TrimSpace(d.lines[line-1]) == ""; {
		line--
	}
	return line
}

// keyUnderText mends an item that is a text with keys under it, as if they could
// hang on it: "- A text" and in the next line "  but:".
func (d *Tree) keyUnderText(above, line int) bool {
	if d.textKey == "" {
		return false
	}
	indent := indentOf(d.lines[line-1])
	for above > 0 && indentOf(d.lines[above-1]) == indent && !isItem(d.lines[above-1]) {
		above = d.above(above) // the text goes on over several lines
	}
	if above == 0 {
		return false
	}
	item := d.lines[above-1]
	start := indentOf(item)
	for strings.HasPrefix(item[start:], "- ") {
		start += 1 + indentOf(item[start+1:])
	}
	if start != indent || start >= len(item) || !isItem(item) || strings.ContainsAny(item[start:start+1], "\"'|>[{") {
		return false
	}
	key, _, _ := strings.Cut(d.lines[line-1][indent:], ":")
	d.tell(line, CodeNotMapping, d.lineSpan(line), "write `- "+d.textKey+":` before the text above", "a text alone has no keys, and `%s` stands under one", Shorten(Unmask(key)))
	d.lines[above-1] = item[:start] + d.textKey + ": " + item[start:]
	d.shifts[above-1] += len(d.textKey + ": ")
	return true
}

// QuoteFix puts a span of the text in quotes.
func QuoteFix(src *source.File, span source.Span) *source.Fix {
	return &source.Fix{Message: "quote the text", Edits: []source.Edit{{Span: span, Text: DoubleQuoted(src.Slice(span))}}}
}

// DoubleQuoted writes a text as YAML that means exactly that.
func DoubleQuoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(text) + `"`
}

// repairTabs turns every tab in the indentation of the file into a blank.
func (d *Tree) repairTabs(at place) bool {
	n := 0
	for i, line := range d.lines {
		rest := strings.TrimLeft(line, " \t")
		indent := line[:len(line)-len(rest)]
		if strings.Contains(indent, "\t") && rest != "" {
			n++
			d.lines[i] = strings.ReplaceAll(indent, "\t", " ") + rest
		}
	}
	if n == 0 { // a tab behind a key or a list sign
		i := d.index(at)
		d.lines[at.line-1] = d.lines[at.line-1][:i] + " " + d.lines[at.line-1][i+1:]
	}
	more := ""
	if n > 1 {
		more = ", as are others below"
	}
	d.tell(at.line, CodeTab, d.to(at, place{at.line, at.col + 1}), "indent with blanks; most editors can replace all tabs at once",
		"the line is indented with a tab%s", more)
	return true
}

// repairStart mends a text that begins with a sign that YAML keeps for itself.
func (d *Tree) repairStart(at place) bool {
	c := d.sign(at)
	if c == 0 || c == ' ' {
		d.tell(at.line, CodeSyntax, d.lineSpan(at.line), "", "YAML cannot read this line")
		return d.blank(at.line)
	}
	span := d.to(at, d.lineEnd(at.line))
	if d.told[at.line] == "" {
		d.told[at.line] = CodeSpecialStart
		d.SpecialStart(span, c).Fix = QuoteFix(d.Source, span)
	}
	return d.mask(at)
}

// SpecialStart reports a text that begins with a sign of YAML's own.
func (d *Tree) SpecialStart(at source.Span, c byte) *source.Diagnostic {
	sign := "`" + string(rune(c)) + "`"
	if c == '`' {
		sign = "a backtick"
	}
	return d.Report(CodeSpecialStart, at, "put the text in quotes", "a text cannot begin with %s, which means something else to YAML", sign)
}

func (d *Tree) repairEscape(at, from place) bool {
	for at.col > 1 && d.sign(at) != '\\' {
		at.col--
	}
	if d.sign(at) != '\\' {
		at = from
	}
	d.tell(at.line, CodeEscape, d.to(at, place{at.line, at.col + 2}), "write \\\\ for a backslash, or put the text in single quotes",
		"the backslash means nothing here")
	return d.mask(at)
}

// repairBareLine mends a list sign without its blank, and takes out a line that is
// neither key nor item.
func (d *Tree) repairBareLine(at place) bool {
	line := d.lines[at.line-1]
	indent := len(line) - len(strings.TrimLeft(line, " "))
	rest := line[indent:]
	if len(rest) > 1 && rest[0] == '-' && rest[1] != ' ' {
		d.tell(at.line, CodeMissingSpace, d.lineSpan(at.line), "write `- ` before the text", "a blank is missing after `-`")
		d.lines[at.line-1] = line[:indent] + "- " + rest[1:]
		d.shifts[at.line-1]++
		return true
	}
	if d.keyWithoutBlank(at.line) {
		return true
	}
	hint := "begin it with `- ` to make it an item, or with a key and a colon"
	if word := strings.TrimSpace(line); !strings.Contains(word, " ") {
		hint = "write `" + Shorten(Unmask(word)) + ":` if it is a key, or `- ` before it to make it an item"
	}
	d.tell(at.line, CodeSyntax, d.lineSpan(at.line), hint,
		"the line is neither an item nor a key with its value")
	return d.blank(at.line)
}

// keyWithoutBlank mends "title:Text", and is false where a line is nothing like it.
func (d *Tree) keyWithoutBlank(line int) bool {
	text := d.lines[line-1]
	start := 0
	for strings.HasPrefix(text[start:], " ") || strings.HasPrefix(text[start:], "- ") {
		start++
	}
	i := strings.Index(text[start:], ":")
	if i <= 0 || strings.ContainsAny(text[start:start+i], " \"'#") || start+i+1 >= len(text) || strings.ContainsAny(text[start+i+1:start+i+2], " \r/") {
		return false
	}
	d.tell(line, CodeMissingSpace, d.lineSpan(line), "write `"+Unmask(text[start:start+i])+": ` before the value", "a blank is missing after the colon")
	d.lines[line-1] = text[:start+i+1] + " " + text[start+i+1:]
	d.shifts[line-1]++
	return true
}

// repairBlock mends a text that goes on behind its closing quote, and a line
// that is indented like none of its neighbours.
func (d *Tree) repairBlock(at place) bool {
	line := d.lines[at.line-1]
	start := valueStart(line)
	if start < len(line) && strings.ContainsRune("[{", rune(line[start])) && d.index(at) > start {
		return d.repairStart(place{at.line, utf8.RuneCountInString(line[:start]) + 1})
	}
	if start < len(line) && (line[start] == '"' || line[start] == '\'') && d.index(at) > start {
		from := place{at.line, utf8.RuneCountInString(line[:start]) + 1}
		span := d.to(from, d.lineEnd(at.line))
		d.tell(at.line, CodeQuote, span, "put the whole text in quotes, or the inner ones in other quotes", "the text goes on behind its closing quote")
		return d.mask(from)
	}
	d.tell(at.line, CodeIndent, d.lineSpan(at.line), "line it up with the lines that it belongs to", "the line is indented like none of its neighbours")
	return d.reindent(at.line)
}

// reindent moves a line, and those below that hang on it, to the nearest
// indentation that is open above it.
func (d *Tree) reindent(line int) bool {
	own := indentOf(d.lines[line-1])
	item := isItem(d.lines[line-1])
	best, found := 0, false
	below := own + 1<<20
	for i := line - 2; i >= 0; i-- {
		text := d.lines[i]
		if strings.TrimSpace(text) == "" || strings.HasPrefix(strings.TrimSpace(text), "#") {
			continue
		}
		for _, level := range levelsOf(text, item) {
			if level < below && level != own && (!found || abs(level-own) < abs(best-own)) {
				best, found = level, true
			}
		}
		below = min(below, indentOf(text)+1)
		if below == 1 {
			break
		}
	}
	if !found || best == own {
		return d.blank(line)
	}
	for i := line - 1; i < len(d.lines); i++ {
		text := d.lines[i]
		if strings.TrimSpace(text) == "" {
			continue
		}
		if level := indentOf(text); i > line-1 && (level <= own || level <= best && isItem(text) == item) {
			break
		}
		if move := best - own; move > 0 {
			d.lines[i] = strings.Repeat(" ", move) + text
			d.shifts[i] += move
		} else {
			d.lines[i] = text[min(-move, indentOf(text)):]
			d.shifts[i] += move
		}
	}
	return true
}

func isItem(line string) bool { return strings.HasPrefix(strings.TrimLeft(line, " "), "-") }

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// levelsOf lists the indentations that a line opens for items, or for keys.
func levelsOf(line string, items bool) []int {
	var levels []int
	at := indentOf(line)
	for strings.HasPrefix(line[at:], "- ") {
		if items {
			levels = append(levels, at)
		}
		at += 1 + indentOf(line[at+1:])
	}
	if !items && strings.Contains(line[at:], ":") {
		levels = append(levels, at)
	}
	return levels
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// Shorten cuts a text for a message.
func Shorten(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return string(runes)
}
