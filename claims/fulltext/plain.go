package fulltext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readPlain reads plain text. Form feeds separate pages, and blank lines blocks;
// see splitBlocks.
func readPlain(data []byte) *Text {
	body := decode(data)
	t := &Text{lines: countLines(body), end: -1}
	t.body, t.pages, t.firstPage = turnPages(body)
	t.blocks = splitBlocks(t.body)
	t.marks = markLines(t.body)
	t.plainSections()
	return t.stamp().finish()
}

func countLines(s string) int {
	n := strings.Count(s, "\n")
	if s != "" && !strings.HasSuffix(s, "\n") {
		n++
	}
	return n
}

// markEvery is how many bytes are searched for line feeds at most to find the
// number of a line.
const markEvery = 1 << 14

// markLines marks a body that has all the lines of its file.
func markLines(body string) []mark {
	marks := []mark{{0, 1}}
	for at := 0; at+markEvery < len(body); {
		last := marks[len(marks)-1]
		at += markEvery
		marks = append(marks, mark{int32(at), last.line + int32(strings.Count(body[last.at:at], "\n"))})
	}
	return marks
}

// textLine is one line of a plain text, without white space around it.
type textLine struct {
	start, end int
	long       bool // longer than a line that was broken by hand
}

const (
	longLine  = 200 // characters; nobody breaks lines by hand at that width
	wideLine  = 120 // the same in a text that has no blank lines
	longWords = 20  // words that a long line has, where an address has none
)

// splitBlocks cuts a plain text into blocks. Blank lines and form feeds separate
// them; and where a line is so long that it cannot have been broken by hand, the
// lines next to it are blocks of their own as well.
func splitBlocks(body string) []block {
	limit := longLine
	if strings.IndexFunc(body, unicode.IsSpace) >= 0 && !hasBlankLine(body) {
		limit = wideLine
	}
	var blocks []block
	var lines []textLine
	flush := func() {
		blocks = appendBlocks(blocks, lines, body)
		lines = lines[:0]
	}
	for at := 0; at < len(body); {
		n := strings.IndexAny(body[at:], "\n\f")
		if n < 0 {
			n = len(body) - at
		}
		line := trimmed(body, at, at+n)
		if line.start == line.end {
			flush()
		} else {
			line.long = isLong(body[line.start:line.end], limit)
			lines = append(lines, line)
		}
		at += n + 1
		if at <= len(body) && body[at-1] == '\f' {
			flush()
		}
	}
	flush()
	return blocks
}

// appendBlocks adds what a run of lines without a blank one among them holds.
func appendBlocks(blocks []block, lines []textLine, body string) []block {
	if len(lines) == 0 {
		return blocks
	}
	split := false
	for _, l := range lines {
		split = split || l.long
	}
	if !split {
		last := lines[len(lines)-1]
		lines = []textLine{{start: lines[0].start, end: last.end}}
	}
	for _, l := range lines {
		b := block{start: int32(l.start), end: int32(l.end), section: -1, time: -1}
		if isHeadline(body[l.start:l.end]) {
			b.role = guess
		}
		blocks = append(blocks, b)
	}
	return blocks
}

func hasBlankLine(body string) bool {
	blank := false
	body = strings.TrimSpace(body)
	for i := 0; i < len(body) && !blank; i++ {
		if body[i] == '\n' {
			rest := strings.TrimLeft(body[i+1:min(len(body), i+200)], " \t")
			blank = strings.HasPrefix(rest, "\n")
		}
	}
	return blank || strings.Contains(body, "\f")
}

func isLong(line string, limit int) bool {
	if len(line) <= limit || utf8.RuneCountInString(line) <= limit {
		return false
	}
	r, _ := utf8.DecodeRuneInString(line)
	return isWide(r) || strings.Count(line, " ") > longWords
}

func trimmed(body string, start, end int) textLine {
	s := strings.TrimLeftFunc(body[start:end], unicode.IsSpace)
	start = end - len(s)
	return textLine{start: start, end: start + len(strings.TrimRightFunc(s, unicode.IsSpace))}
}
