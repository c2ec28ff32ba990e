package bibtex

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// head is the beginning of a block: "@", a word, and what opens the block.
type head struct {
	kind   string // in lower case
	at     source.Span
	opener byte // '{' or '('; '{' also where it is missing
	body   int  // first byte behind the opener
	bare   bool // the opener is missing
}

// head reads the beginning of a block at an "@"; it is false where there is none.
// Words that are no type begin one at the start of a line only: an address in a
// comment does not.
func (r *reader) head(at int) (head, bool) {
	from := r.blanks(at + 1)
	to := r.word(from)
	if to == from {
		return head{}, false
	}
	h := head{kind: strings.ToLower(r.text[from:to]), at: source.Span{Start: at, End: to}, opener: '{'}
	if !known(h.kind) && !r.startsLine(at) {
		return head{}, false
	}
	open := r.blanks(to)
	if open < len(r.text) && (r.text[open] == '{' || r.text[open] == '(') {
		h.opener, h.body = r.text[open], open+1
		return h, true
	}
	if key := r.word(open); known(h.kind) && key > open && key < len(r.text) && r.text[key] == ',' && r.startsLine(at) {
		h.body, h.bare = open, true
		return h, true
	}
	return head{}, false
}

// known tells whether a word after "@" is one of BibTeX's or BibLaTeX's.
func known(kind string) bool {
	return types[kind] != "" || kind == "string" || kind == "comment" || kind == "preamble"
}

// closer is the sign that ends what opener begins.
func (h head) closer() byte {
	if h.opener == '(' {
		return ')'
	}
	return '}'
}

// interrupts tells whether the "@" begins an entry on a line of its own. Inside a
// value that is the sign of a brace forgotten above; only known types count, since
// texts may speak of others.
func (r *reader) interrupts(at int) bool {
	if !r.startsLine(at) {
		return false
	}
	h, ok := r.head(at)
	return ok && known(h.kind)
}

// startsLine tells whether only blanks stand before the offset on its line.
func (r *reader) startsLine(at int) bool {
	for at > 0 && (r.text[at-1] == ' ' || r.text[at-1] == '\t') {
		at--
	}
	return at == 0 || r.text[at-1] == '\n' || r.text[at-1] == '\r' || strings.HasSuffix(r.text[:at], "\ufeff")
}

func blank(c byte) bool { return c <= ' ' }

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// wordByte tells whether a name of a field, a type or a macro may hold the byte.
func wordByte(c byte) bool {
	return c > ' ' && c != 0x7f && !strings.ContainsRune(`"#%'(),={}@\`, rune(c))
}

func (r *reader) blanks(at int) int {
	for at < len(r.text) && blank(r.text[at]) {
		at++
	}
	return at
}

// space passes blanks and comments: lines from a % on, between the parts of an
// entry, as BibLaTeX has them.
func (r *reader) space(at int) int {
	for {
		at = r.blanks(at)
		if at == len(r.text) || r.text[at] != '%' {
			return at
		}
		at = r.lineEnd(at)
	}
}

func (r *reader) word(at int) int {
	for at < len(r.text) && wordByte(r.text[at]) {
		at++
	}
	return at
}

func (r *reader) lineEnd(at int) int {
	if i := strings.IndexByte(r.text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(r.text)
}

// byteAt is the byte at an offset, or 0 at the end of the text.
func (r *reader) byteAt(at int) byte {
	if at < len(r.text) {
		return r.text[at]
	}
	return 0
}

// closing finds the brace that closes the one at an offset. Where there is none
// before the next entry or the end of the text, it is false and gives that place.
func (r *reader) closing(open int) (int, bool) {
	depth, end := 0, r.horizon(open)
	for i := open; i < end; i++ {
		switch r.text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i, true
			}
		case '@':
			if r.interrupts(i) {
				r.wasted += i - open
				return i, false
			}
		}
	}
	r.wasted += end - open
	return end, false
}

// horizon is how far something that closes is looked for. Texts that were made to
// have it looked for in vain, again and again, get a few words.
func (r *reader) horizon(open int) int {
	if r.wasted > maxWasted {
		return min(open+512, len(r.text))
	}
	return len(r.text)
}

// near is the end of the line of an offset, or a place some way before it. What
// looks ahead on the line for a mistake does not look further, since lines can be
// as long as files.
func (r *reader) near(at int) int {
	end := min(at+4096, len(r.text))
	if i := strings.IndexByte(r.text[at:end], '\n'); i >= 0 {
		return at + i
	}
	return end
}

// closingQuote does the same for a quotation mark, which ends a value only
// outside of braces.
func (r *reader) closingQuote(open int) (int, bool) {
	depth, end := 0, r.horizon(open)
	for i := open + 1; i < end; i++ {
		switch r.text[i] {
		case '{':
			depth++
		case '}':
			depth = max(0, depth-1)
		case '"':
			if depth == 0 {
				return i, true
			}
		case '@':
			if r.interrupts(i) {
				r.wasted += i - open
				return i, false
			}
		}
	}
	r.wasted += end - open
	return end, false
}

// fieldAt tells whether a field begins at an offset: a name and "=".
func (r *reader) fieldAt(at int) bool {
	if at >= len(r.text) || !letter(r.text[at]) {
		return false
	}
	return r.byteAt(r.blanks(r.word(at))) == '='
}

// fieldLine finds the first line in a range that begins like a field, or gives -1.
// A sentence may begin with "n = 12": so the name must be one that is known, or
// braces or quotes must follow.
func (r *reader) fieldLine(from, to int) int {
	for at := from; ; {
		i := strings.IndexByte(r.text[at:to], '\n')
		if i < 0 {
			return -1
		}
		at = min(r.blanks(at+i+1), to)
		if at < to && r.looksLikeField(at) {
			return at
		}
	}
}

// looksLikeField tells whether what stands at an offset is more likely a field
// than part of a sentence.
func (r *reader) looksLikeField(at int) bool {
	if !r.fieldAt(at) {
		return false
	}
	end := r.word(at)
	is := r.byteAt(r.blanks(r.blanks(end) + 1))
	return is == '{' || is == '"' || is != 0 && knownField(strings.ToLower(r.text[at:end]))
}

// follows tells whether what stands at an offset, behind blanks, can follow a value.
func (r *reader) follows(at int) bool {
	at = r.blanks(at)
	if at == len(r.text) || strings.IndexByte(",#})%", r.text[at]) >= 0 {
		return true
	}
	if _, ok := r.head(at); ok && r.text[at] == '@' {
		return true
	}
	return r.fieldAt(at)
}
