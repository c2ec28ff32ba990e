package yamltree

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
	"go.yaml.in/yaml/v4"
)

const quotedStyle = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle

// text writes a text that is no block scalar. It holds line breaks only where a
// plain one has several paragraphs.
func (p *part) text(flow bool) string {
	value := p.scalar.Value
	if p.scalar.Style&quotedStyle == 0 {
		return value
	}
	hidden := strings.ContainsFunc(value, isHidden) && !strings.ContainsFunc(p.raw, isHidden)
	if !hidden && isPlain(value, flow) {
		return value
	}
	return quoted(value, hidden)
}

// keyText is text for a key, which stands on one line.
func (p *part) keyText(flow bool) string {
	text := p.text(flow)
	if strings.Contains(text, "\n") || isMark(text) {
		return quoted(p.scalar.Value, false)
	}
	return text
}

// isMark tells what would end a document at the start of a line.
func isMark(text string) bool {
	return strings.HasPrefix(text, "---") || strings.HasPrefix(text, "...")
}

// quoted writes a text in single quotes where that saves backslashes, in double
// quotes otherwise. hidden says whether characters that cannot be seen are written
// as escapes.
func quoted(value string, hidden bool) string {
	if strings.ContainsAny(value, `"\`) && !strings.Contains(value, "'") && !hidden && !strings.ContainsFunc(value, mustEscape) {
		return "'" + value + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range value {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case !mustEscape(r) && (!hidden || !isHidden(r)):
			b.WriteRune(r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// mustEscape tells the characters that stand in no file, or that are line breaks
// to some readers.
func mustEscape(r rune) bool {
	return r < ' ' || IsControl(r) || isMask(r) || r == 0x2028 || r == 0x2029
}

// isHidden tells characters that nobody sees, for which an author may have
// preferred an escape.
func isHidden(r rune) bool {
	return r >= 0x80 && (unicode.In(r, unicode.Cf, unicode.Co) || unicode.IsSpace(r))
}

// isPlain tells whether a text that is in quotes can do without them: whether
// readers of YAML 1.1 and 1.2 alike read exactly that text, and people cannot take
// it for anything else. flow says that it stands between brackets.
func isPlain(value string, flow bool) bool {
	switch {
	case value == "", strings.TrimSpace(value) != value, strings.ContainsFunc(value, mustEscape):
		return false
	case strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`", rune(value[0])), isMark(value):
		return false
	case strings.Contains(value, ": "), strings.Contains(value, " #"), strings.HasSuffix(value, ":"):
		return false
	case flow && strings.ContainsAny(value, ",[]{}:"):
		return false
	}
	if first, _ := utf8.DecodeRuneInString(value); isHidden(first) {
		return false
	}
	return !isAmbiguous(value)
}

// numberLike matches what some reader of YAML takes for a number or a point in
// time, and what people would: see https://yaml.org/type/ for YAML 1.1, and
// section 10.3 of the specification of YAML 1.2.
var numberLike = regexp.MustCompile(`(?i)^[-+]?\.?([0-9][-0-9_.,:/]*(e[-+]?[0-9]+)?|0b[01_]+|0x[0-9a-f_]+|0o[0-7_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(t|[ \t]+)[0-9]{1,2}:.*)$`)

func isAmbiguous(value string) bool {
	if strings.IndexByte("+.0123456789", value[0]) >= 0 {
		return numberLike.MatchString(value) || strings.EqualFold(value, ".nan") ||
			strings.EqualFold(strings.TrimLeft(value, "+"), ".inf")
	}
	switch strings.ToLower(value) {
	case "y", "n", "yes", "no", "true", "false", "on", "off", "null", "~", "<<", "=":
		return true
	}
	return false
}

// foldIndent is how many columns the further lines of a text stand to the right of
// its entry.
const foldIndent = 2

// fold breaks a text at blanks into lines that end within the width where they can.
// Its first line begins behind col columns of its entry.
func fold(text string, col, width int) []string {
	var lines []string
	for i, paragraph := range strings.Split(text, "\n") {
		if i > 0 {
			lines = append(lines, "") // a line break in a text is an empty line
			col = foldIndent
		}
		if i == 0 || paragraph != "" {
			lines = append(lines, foldParagraph(paragraph, col, width)...)
		}
	}
	return lines
}

func foldParagraph(text string, col, width int) []string {
	var lines []string
	start, blank := 0, 0 // the start of the line, and the last blank at which it can end
	for i, r := range text {
		if r == ' ' && i > start && foldsAt(text, i) {
			if col > width && blank > start {
				lines, start = append(lines, text[start:blank]), blank+1
				col = foldIndent + columns(text[start:i])
			}
			blank = i
		}
		col += source.RuneWidth(r)
	}
	if col > width && blank > start {
		lines, start = append(lines, text[start:blank]), blank+1
	}
	return append(lines, text[start:])
}

// foldsAt tells whether a text may be broken at a blank: a single one, before a
// word that cannot be taken for anything else where it begins a line.
func foldsAt(text string, blank int) bool {
	if blank == 0 || strings.IndexByte(" \t", text[blank-1]) >= 0 {
		return false
	}
	for _, r := range text[blank+1:] {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("(“‘„‚«‹「『（", r)
	}
	return false
}
