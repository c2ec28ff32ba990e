package fulltext

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// role says what a block is by the markup around it, or by its looks.
type role int8

const (
	prose   role = iota // a paragraph
	loose               // counted only where it reads like a paragraph
	heading             // never counted
	aside               // never counted: a menu, a caption, a table, code
	guess               // a plain text's line that looks like a heading
)

// number gives the paragraphs of the body their numbers, and returns how many
// there are. Counted are, in order, the blocks that the markup calls paragraphs,
// list items or quotations, from the first that reads like a paragraph on:
//
//   - a block reads like a paragraph if it ends in a full stop, or is at least
//     150 characters long, and is neither a date nor a byline ("By …");
//   - in plain text a line of at most 12 words without punctuation at its end is
//     a heading, wherever it stands, and not counted;
//   - a block without a word, like a row of stars, is not counted;
//   - blocks at the end of the text that stand wholly in brackets are notes about
//     it, and not counted.
//
// Where no block reads like a paragraph, as in a list or a poem, all but those
// that are headings or asides by their markup are counted.
func number(blocks []block, body string) int {
	text := func(b block) string { return body[b.start:b.end] }
	first := len(blocks)
	for i, b := range blocks {
		if (b.role == prose || b.role == loose) && readsWell(text(b)) {
			first = i
			break
		}
	}
	last := len(blocks)
	for last > first+1 && (isNote(text(blocks[last-1])) || blocks[last-1].role != prose) {
		last--
	}
	n := int32(0)
	for i := range blocks {
		b := &blocks[i]
		var counts bool
		switch b.role {
		case prose:
			counts = i >= first && i < last
		case loose:
			counts = i >= first && i < last && readsLoosely(text(*b))
		}
		if first == len(blocks) {
			counts = b.role != heading && b.role != aside
		}
		if counts && hasWord(text(*b)) {
			n++
			b.number = n
		}
	}
	return int(n)
}

const (
	shortBlock    = 150 // characters; a longer block is no title
	headlineWords = 12
	headlineChars = 100
)

// readsWell tells whether a text can be the first paragraph of a body.
func readsWell(s string) bool {
	if runesOver(s, shortBlock) {
		return true
	}
	return endsStopped(s) && !byline.MatchString(s) && !isDate(s)
}

// readsLoosely is readsWell for a text inside the body, where questions and
// shouts are no titles.
func readsLoosely(s string) bool { return runesOver(s, shortBlock-1) || endsSentence(s) }

func runesOver(s string, n int) bool { return len(s) > n && utf8.RuneCountInString(s) >= n }

var (
	byline = regexp.MustCompile(`(?i)^(?:by|edited by|translated by|published|posted|updated|last updated|copyright|©|von|par|por)\s`)
	month  = regexp.MustCompile(`(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`)
	year   = regexp.MustCompile(`\b\d{4}\b`)
)

// isDate knows a line that gives a day: "Berlin, 31 Jan. 2021."
func isDate(s string) bool {
	return len(strings.Fields(s)) <= 6 && year.MatchString(s) && month.MatchString(s)
}

// closers may stand behind the mark that ends a sentence.
const closers = "\"'”’»«›‹)]}“‘」』）】*_ "

// endsStopped tells whether the text ends like a statement.
func endsStopped(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(".…。．।۔։", r)
}

func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(".…。．।۔։!?！？؟:：", r)
}

func beginsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isNote knows a text that stands in brackets from end to end.
func isNote(s string) bool {
	for _, pair := range []string{"()", "[]", "（）", "【】"} {
		open, size := utf8.DecodeRuneInString(pair)
		shut := pair[size:]
		if strings.HasPrefix(s, string(open)) && strings.HasSuffix(strings.TrimRight(s, ". "), shut) {
			return true
		}
	}
	return false
}

// isHeadline knows a line of plain text that looks like a heading.
func isHeadline(s string) bool {
	if strings.Contains(s, "\n") || runesOver(s, headlineChars) || len(strings.Fields(s)) > headlineWords {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return (unicode.IsUpper(first) || unicode.IsDigit(first) || first == '§' || unicode.IsTitle(first)) &&
		(unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsMark(last) || isNumbering(s))
}
