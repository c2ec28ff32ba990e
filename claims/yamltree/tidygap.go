package yamltree

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// gap reads the white space and comments up to the next thing. Several blank lines
// count as one.
func (b *builder) gap() []remark {
	var rs []remark
	breaks := 0 // since the last comment
	if b.at == 0 {
		breaks = 1
	}
	for b.at < len(b.text) {
		switch b.text[b.at] {
		case ' ', '\t':
			b.at++
			continue
		case '\n':
			b.at++
			breaks++
			continue
		}
		if breaks > 1 {
			rs = append(rs, remark{})
		}
		if b.text[b.at] != '#' {
			return rs
		}
		rs = append(rs, b.comment(breaks > 0))
		breaks = 0
	}
	return rs
}

// blanks reads white space within a line.
func (b *builder) blanks() {
	for b.at < len(b.text) && (b.text[b.at] == ' ' || b.text[b.at] == '\t') {
		b.at++
	}
}

func (b *builder) comment(own bool) remark {
	start := b.at
	if i := strings.IndexByte(b.text[start:], '\n'); i >= 0 {
		b.at += i
	} else {
		b.at = len(b.text)
	}
	before := b.text[strings.LastIndexByte(b.text[:start], '\n')+1 : start]
	r := remark{tidyComment(b.text[start:b.at]), own, columns(before) + 1, len(before) - len(strings.TrimRight(before, " \t"))}
	b.remarks = append(b.remarks, r.text)
	return r
}

// tidyComment puts a blank behind the # of a comment's first word. What is no
// word stays: "#!", "#:" and rulers such as "####".
func tidyComment(text string) string {
	text = strings.TrimRight(text, " \t")
	if len(text) > 1 && !strings.ContainsRune(" \t#!:", rune(text[1])) {
		return "# " + text[1:]
	}
	return text
}

func columns(text string) int {
	n := 0
	for _, r := range text {
		n += source.RuneWidth(r)
	}
	return n
}

// settle hands what stands between two entries of a block to what it belongs to: a
// comment on the line on which prev ends trails it, and one that is indented at
// least as deep as a block that has ended, and deeper than col, the column of the
// block that goes on, ends that inner block. The rest leads the next entry.
func settle(gap []remark, prev *entry, col int) []remark {
	if len(gap) == 0 {
		return nil
	}
	last, blocks := prev.last()
	if gap[0].text != "" && !gap[0].own {
		last.addTrail(gap[0])
		gap = gap[1:]
	}
	level, pending := len(blocks)-1, 0
	for i, r := range gap {
		if r.text == "" {
			continue // goes with what follows
		}
		for level >= 0 && (r.col < blocks[level].col || blocks[level].col <= col) {
			level--
		}
		if level < 0 {
			break
		}
		blocks[level].tail = append(blocks[level].tail, gap[pending:i+1]...)
		pending = i + 1
	}
	return gap[pending:]
}

// hasComment tells whether there is more than blank lines.
func hasComment(rs []remark) bool {
	for _, r := range rs {
		if r.text != "" {
			return true
		}
	}
	return false
}

// trimStart leaves out the blank lines at the start, trimEnd those at the end.
func trimStart(rs []remark) []remark {
	for len(rs) > 0 && rs[0].text == "" {
		rs = rs[1:]
	}
	return rs
}

func trimEnd(rs []remark) []remark {
	for len(rs) > 0 && rs[len(rs)-1].text == "" {
		rs = rs[:len(rs)-1]
	}
	return rs
}
