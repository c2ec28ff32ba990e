package argdown

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/argmap/argmap/claims/source"
)

// Bytes that stand in a masked text for what is no running text. Neither can stand
// in a document: as characters of a text they become blanks.
const (
	maskComment = '\x01'
	maskData    = '\x02'
)

// mask finds front matter, comments and data, and returns the text with their bytes
// masked, line breaks among them, so that places stay what they are.
func (p *parser) mask() {
	b := []byte(p.src.Text)
	for i := range b {
		if b[i] == maskComment || b[i] == maskData {
			b[i] = ' '
		}
	}
	p.masked, p.braces = b, pairs(p.src.Text)
	if strings.HasPrefix(p.src.Text, byteOrderMark) {
		p.fill(0, len(byteOrderMark), maskComment)
	}
	for i := p.frontmatter(); i < len(b); {
		switch rest := p.src.Text[i:]; {
		case b[i] == '\\' && i+1 < len(b):
			i += 2
		case strings.HasPrefix(rest, "//"):
			i = p.slashes(i)
		case strings.HasPrefix(rest, "/*"):
			i = p.closed(i, "/*", "*/")
		case strings.HasPrefix(rest, "<!--"):
			i = p.closed(i, "<!--", "-->")
		case b[i] == '{':
			i = p.brace(i)
		default:
			i++
		}
	}
}

func (p *parser) fill(start, end int, with byte) int {
	for i := start; i < end; i++ {
		p.masked[i] = with
	}
	return end
}

const byteOrderMark = "\ufeff" // which some programs begin a file with

var frontmatterBounds = regexp.MustCompile(`^\x{feff}?\s*(===+)[ \t\r]*(?:\n|$)`)
var frontmatterEnd = regexp.MustCompile(`(?m)^[ \t\r]*===+[ \t\r]*$`)

// frontmatter takes off the YAML between lines of equals signs, and returns where
// the text goes on.
func (p *parser) frontmatter() int {
	open := frontmatterBounds.FindStringSubmatchIndex(p.src.Text)
	if open == nil {
		return 0
	}
	shut := frontmatterEnd.FindStringIndex(p.src.Text[open[1]:])
	if shut == nil {
		p.warn(CodeFrontmatter, source.Span{Start: open[2], End: open[3]}, "close it with another line of ===", "the front matter has no end; its lines are read as text")
		return p.fill(open[2], open[3], maskComment)
	}
	inside := source.Span{Start: open[1], End: open[1] + shut[0]}
	p.doc.Frontmatter = &Data{YAML: p.src.Text[inside.Start:inside.End], Span: source.Span{Start: open[2], End: open[1] + shut[1]}, Inside: inside}
	p.doc.shortcodes = ownShortcodes(p.doc.Frontmatter.YAML)
	end := p.fill(open[2], open[1]+shut[1], maskComment)
	if next := p.lineAt(end + 1); strings.TrimSpace(p.src.Text[next.start:next.end]) != "" {
		p.missingBlank(next, source.Span{Start: next.start, End: next.end}, "Argdown wants a blank line after the front matter")
	}
	return end
}

// lineAt is the line that begins at an offset, its bounds alone.
func (p *parser) lineAt(start int) line {
	start = min(start, len(p.src.Text))
	end := len(p.src.Text)
	if n := strings.IndexByte(p.src.Text[start:], '\n'); n >= 0 {
		end = start + n
	}
	return line{start: start, end: end, body: start}
}

// ownShortcodes are those that the front matter adds, with what they stand for:
//
//	model: {shortcodes: {":bomb:": {unicode: 💣}}}
func ownShortcodes(front string) map[string]string {
	var settings struct {
		Model struct {
			Shortcodes map[string]struct{ Unicode string }
		}
	}
	if !strings.Contains(front, "shortcodes") || yaml.Unmarshal([]byte(front), &settings) != nil {
		return nil
	}
	codes := map[string]string{}
	for code, sign := range settings.Model.Shortcodes {
		codes[code] = sign.Unicode
	}
	return codes
}

// slashes takes a comment to the end of its line. After a colon they belong to an
// address, unless the document is read as Argdown does.
func (p *parser) slashes(i int) int {
	text := p.src.Text
	url := i > 1 && text[i-1] == ':' && letter(text[i-2]) && i+2 < len(text) && text[i+2] > ' '
	if n := p.insideLink(i); n > 0 {
		return n
	}
	if url && !p.compat {
		end := i
		for end < len(text) && text[end] > ' ' {
			end++
		}
		start := i - 1
		for start > 0 && letter(text[start-1]) {
			start--
		}
		p.report(source.Info, CodeURL, source.Span{Start: start, End: end}, "Argdown needs [words](address)", "Argdown takes the rest of the line for a comment; here it stays")
		return end
	}
	end := len(text)
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		end = i + n
	}
	if end > i && text[end-1] == '\r' {
		end--
	}
	if url {
		p.warn(CodeURL, source.Span{Start: i, End: end}, "write [words](address)", "the rest of the line is a comment to Argdown, though it looks like an address")
	}
	p.comment(i, end)
	return p.fill(i, end, maskComment)
}

// insideLink tells whether slashes stand in the address of a [link](address), and
// where that ends; 0 where they do not.
func (p *parser) insideLink(i int) int {
	text := p.src.Text
	start := i
	for start > 0 && p.masked[start-1] > ' ' && text[start-1] != '(' {
		start--
	}
	if !strings.HasSuffix(text[:start], "](") {
		return 0
	}
	n := strings.IndexAny(text[start:min(len(text), start+longest)], ")\n")
	if n < 0 || text[start+n] != ')' || start+n < i {
		return 0
	}
	return start + n
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func (p *parser) comment(start, end int) {
	p.doc.Comments = append(p.doc.Comments, Comment{Text: p.src.Text[start:end], Span: source.Span{Start: start, End: end}})
}

// closed takes a comment with an end of its own.
func (p *parser) closed(i int, open, shut string) int {
	n := strings.Index(p.src.Text[i+len(open):], shut)
	if n < 0 {
		p.warn(CodeComment, source.Span{Start: i, End: i + len(open)}, "close it with "+shut+", or write \\"+open, "the comment has no end; it is read as text")
		return i + len(open)
	}
	end := i + len(open) + n + len(shut)
	p.comment(i, end)
	return p.fill(i, end, maskComment)
}

var yamlKey = regexp.MustCompile(`^[\s{]*["']?[\w-]+["']?\s*:(\s|$)`)

// behindData is what can stand in the line behind data: nothing, a comment, the end
// of an inference.
var behindData = regexp.MustCompile(`^[ \t]*(?:-*[ \t\r]*(?:\n|$)|//|/\*|<!--)`)

// brace takes data: a block in braces that holds keys, with nothing behind it in
// its line.
func (p *parser) brace(i int) int {
	text, end := p.src.Text, p.braces[i]
	data := end > 0 && (yamlKey.MatchString(text[i+1:end-1]) || strings.TrimSpace(text[i+1:end-1]) == "") && behindData.MatchString(text[end:])
	spread := data && strings.Contains(strings.TrimLeft(text[i+1:end], " \t\r\n"), "\n\n\n")
	if spread {
		p.notes.spreads(i, end)
	}
	if !data || spread {
		p.warn(CodeBrace, source.Span{Start: i, End: max(end, i+1)}, "to be sure that it stays text, write \\{", "the brace begins no data; it is read as text")
		return i + 1
	}
	inside := source.Span{Start: i + 1, End: end - 1}
	p.data[i] = &Data{YAML: text[inside.Start:inside.End], Inline: !strings.Contains(text[i:end], "\n"), Span: source.Span{Start: i, End: end}, Inside: inside}
	return p.fill(i, end, maskData)
}

// pairs tells for every brace where it closes: just behind its partner.
func pairs(text string) map[int]int {
	var open []int
	list := map[int]int{}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '{':
			open = append(open, i)
		case '}':
			if n := len(open); n > 0 {
				list[open[n-1]] = i + 1
				open = open[:n-1]
			}
		}
	}
	return list
}

// line is a line of the masked text. A comment or data over several lines of the
// document is in one.
type line struct {
	start, end int  // without its break and blanks before that
	body       int  // where its first sign stands that is no comment
	indent     int  // how many blanks are right before the body
	blank      bool // it has none
	comment    bool // a comment stands before the body, or alone
}

// lines cuts the masked text.
func (p *parser) lines() []line {
	var list []line
	for start := 0; start <= len(p.masked); {
		end := start
		for end < len(p.masked) && p.masked[end] != '\n' {
			end++
		}
		next := end + 1
		for end > start && isBlank(p.masked[end-1]) {
			end--
		}
		l := line{start: start, end: end, body: start}
		for l.body < end && (isBlank(p.masked[l.body]) || p.masked[l.body] == maskComment) {
			l.indent++
			if p.masked[l.body] == maskComment {
				l.comment, l.indent = true, 0
			}
			l.body++
		}
		l.blank = l.body == end
		list = append(list, l)
		start = next
	}
	return list
}

const blanks = " \t\r"

func isBlank(c byte) bool { return strings.IndexByte(blanks, c) >= 0 }
