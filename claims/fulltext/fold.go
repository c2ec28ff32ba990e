package fulltext

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is compared, with the way back to the text itself.
//
//   - Characters are those of Unicode's form NFKC: a ligature is its letters, an
//     ellipsis three dots.
//   - A run of white space is one space; between Chinese or Japanese characters,
//     which are not spaced, it is nothing.
//   - A run of quotation marks of any shape is one apostrophe, and takes the white
//     space around it along.
//   - Hyphens and dashes are nothing, and take the white space around them along:
//     "under-\nstand" is "understand", and "well-known" is "well-\nknown". Only a
//     minus before a number stays.
//   - Soft hyphens, joiners, marks of direction and the like are nothing.
type folded struct {
	text   string
	steps  []step
	source string
}

// step says that from a byte of the folded text on, up to the next step, the
// bytes are as far apart as those of the original. A character that became
// several has a step at its beginning.
type step struct{ folded, original int32 }

// original is the offset in the original of the character that became the one at
// an offset of the folded text.
func (f folded) original(offset int) int {
	i := sort.Search(len(f.steps), func(i int) bool { return int(f.steps[i].folded) > offset }) - 1
	if i >= 0 {
		offset += int(f.steps[i].original) - int(f.steps[i].folded)
	}
	end := len(f.source)
	if i+1 < len(f.steps) {
		end = int(f.steps[i+1].original)
	}
	for offset = min(offset, end-1); offset > 0 && !utf8.RuneStart(f.source[offset]); {
		offset--
	}
	return offset
}

func fold(s string) folded {
	f := folder{src: s, out: make([]byte, 0, len(s)+len(s)/16)}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
			f.ascii(c, i, i+1, false)
			i++
			continue
		}
		if r, size := utf8.DecodeRuneInString(s[i:]); r >= 0x4e00 && r <= 0x9fff { // Han: always itself in NFKC
			f.write(r, i, true)
			i += size
			continue
		}
		n := max(1, norm.NFKC.NextBoundaryInString(s[i:], true))
		f.segment(i, i+n)
		i += n
	}
	return folded{string(f.out), f.steps, s}
}

// foldString is fold for a piece that nobody looks for places in.
func foldString(s string) string { return fold(s).text }

type folder struct {
	src   string
	out   []byte
	steps []step
	buf   []byte
	last  int // offset of the character that was written last

	space bool // white space was read, and not yet written
	glued bool // what was read last takes the white space after it along
	wide  bool // the last character is one that is not spaced
}

func (f *folder) ascii(c byte, at, end int, wide bool) {
	switch {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
		f.write(rune(c), at, false)
	case c == ' ' || '\t' <= c && c <= '\r':
		f.space = true
	case c == '\'' || c == '"' || c == '`':
		f.quotation(at)
	case c == '-':
		f.dash('-', at, end)
	case c < ' ' || c == 0x7f:
	default:
		f.write(rune(c), at, wide)
	}
}

// segment folds a character together with what combines with it.
func (f *folder) segment(start, end int) {
	s := f.src[start:end]
	first, size := utf8.DecodeRuneInString(s)
	if isQuotation(first) && size == len(s) { // before NFKC makes a space and an accent of "´"
		f.quotation(start)
		return
	}
	if norm.NFKC.QuickSpanString(s) == len(s) {
		for i, r := range s {
			f.character(r, start+i, end, isWide(first))
		}
		return
	}
	f.buf = norm.NFKC.AppendString(f.buf[:0], s)
	for b := f.buf; len(b) > 0; {
		r, size := utf8.DecodeRune(b)
		f.character(r, start, end, isWide(first))
		b = b[size:]
	}
}

// character folds one character of Unicode's form NFKC.
func (f *folder) character(r rune, start, end int, wide bool) {
	switch {
	case r < utf8.RuneSelf:
		f.ascii(byte(r), start, end, wide)
	case unicode.IsSpace(r):
		f.space = true
	case isQuotation(r):
		f.quotation(start)
	case isDash(r):
		f.dash(r, start, end)
	case isIgnored(r):
	default:
		f.write(r, start, wide)
	}
}

func (f *folder) write(r rune, at int, wide bool) {
	if f.space && !f.glued && len(f.out) > 0 && (!f.wide || !wide) {
		f.step(at - 1)
		f.out = append(f.out, ' ')
	}
	f.space, f.glued, f.wide = false, false, wide
	f.step(at)
	f.out = utf8.AppendRune(f.out, r)
}

// step marks where the offset of the character that is written next leads to.
func (f *folder) step(at int) {
	if at == f.last && len(f.out) > 0 {
		return // another one of the same
	}
	f.last = at
	here := step{int32(len(f.out)), int32(at)}
	last := step{}
	if n := len(f.steps); n > 0 {
		last = f.steps[n-1]
	}
	if here.original-here.folded != last.original-last.folded {
		f.steps = append(f.steps, here)
	}
}

func (f *folder) quotation(at int) {
	f.space = false
	if n := len(f.out); n == 0 || f.out[n-1] != '\'' {
		f.write('\'', at, false)
	}
	f.space, f.glued = false, true
}

func (f *folder) dash(r rune, start, end int) {
	if (r == '-' || r == '−' || r == '–') && end < len(f.src) && '0' <= f.src[end] && f.src[end] <= '9' {
		before, _ := utf8.DecodeLastRuneInString(f.src[:start])
		if start == 0 || !isWordRune(before) && !isDash(before) && before != ')' && before != ']' {
			f.write('-', start, false)
			return
		}
	}
	f.space, f.glued = false, true
}

func isQuotation(r rune) bool {
	return strings.ContainsRune("'\"`´‘’‚‛“”„‟‹›«»′″‵‶「」『』〝〞〟＂＇ʼʻ\u02b9\u0374", r)
}

func isDash(r rune) bool {
	return unicode.Is(unicode.Pd, r) || r == '−' || r == '⁃'
}

// isIgnored knows characters that are not seen.
func isIgnored(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == 0x34f || unicode.IsControl(r)
}

// isWide knows the characters of scripts that put no space between words.
func isWide(r rune) bool {
	if r < 0x2e80 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}
