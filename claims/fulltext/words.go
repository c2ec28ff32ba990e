package fulltext

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a word of a text together with the punctuation that hangs on it.
// Between Chinese or Japanese characters each is a word.
type word struct{ start, end int32 }

// words are a text's words, and indexes to find them by.
type words struct {
	at   []word
	keys []uint64 // hash of the word's letters and digits, of one case
	one  index    // of single words
	few  index    // of runs of gram words
}

// gram is the length of the runs of words that are looked up. Two texts that
// share a longer run share each gram of it.
const gram = 3

func indexWords(text string) *words {
	w := splitWords(text)
	w.one = newIndex(w.keys, 1)
	w.few = newIndex(w.keys, gram)
	return w
}

// splitWords cuts a text at white space and behind long dashes, but not at a
// hyphen, not even one at the end of a line. Punctuation that stands alone hangs
// on the word before it.
func splitWords(text string) *words {
	s := splitter{text: text}
	for s.at < len(text) {
		s.next()
	}
	s.cut(len(text))
	return &words{at: s.words, keys: s.keys}
}

type splitter struct {
	text  string
	at    int
	words []word
	keys  []uint64

	start  int // of the word that is being read
	key    uint64
	filled bool // the word has a letter or a digit
	hyphen bool // the last character that was read is a hyphen
	buf    []byte
}

// FNV-1a, by characters.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

func (s *splitter) next() {
	at, c := s.at, rune(s.text[s.at])
	size := 1
	if c >= utf8.RuneSelf {
		c, size = utf8.DecodeRuneInString(s.text[at:])
	}
	s.at += size
	switch {
	case c <= ' ' || c >= 0x80 && unicode.IsSpace(c):
		if s.hyphen && s.filled && c == '\n' {
			s.skipBreak()
			return
		}
		s.cut(at)
		s.start = s.at
	case c == '—' || c == '―' || c == '-' && s.hyphen:
		s.cut(s.at)
		s.start = s.at
	case c == '-' || c == '‐' || c == '‑' || c == '–' || c == '−' || c == 0xad:
		s.hyphen = true
	case isWide(c):
		if s.filled {
			s.cut(at)
			s.start = at
		}
		s.add(c, at)
	default:
		s.add(c, at)
	}
}

// skipBreak goes on in the next line with a word that was broken at the end of
// this one.
func (s *splitter) skipBreak() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
	}
	if s.at < len(s.text) && s.text[s.at] == '\n' { // a blank line ends the word
		s.cut(s.at)
		s.start = s.at
	}
}

func (s *splitter) add(c rune, at int) {
	s.hyphen = false
	if c < utf8.RuneSelf {
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		default:
			return
		}
		s.hash(c)
		return
	}
	if !isWordRune(c) {
		return
	}
	s.buf = norm.NFKD.AppendString(s.buf[:0], s.text[at:s.at])
	for b := s.buf; len(b) > 0; {
		r, size := utf8.DecodeRune(b)
		if b = b[size:]; isWordRune(r) {
			s.hash(unicode.ToLower(r))
		}
	}
}

func (s *splitter) hash(r rune) {
	if !s.filled {
		s.key, s.filled = hashStart, true
	}
	s.key = (s.key ^ uint64(r)) * hashPrime
}

// cut ends the word. One without letters becomes the end of the one before it.
func (s *splitter) cut(end int) {
	switch n := len(s.words); {
	case s.filled:
		s.words = append(s.words, word{int32(s.start), int32(end)})
		s.keys = append(s.keys, s.key)
	case end > s.start && n > 0 && s.start-int(s.words[n-1].end) <= 1:
		s.words[n-1].end = int32(end)
	}
	s.filled, s.hyphen, s.start = false, false, end
}

// index finds the runs of n words that have a hash. Runs whose hashes fall into
// one bucket stand together, in the order of the text.
type index struct {
	n      int
	shift  int
	starts []uint32 // of each bucket in at
	at     []uint32 // indexes of words
}

func newIndex(keys []uint64, n int) index {
	runs := max(0, len(keys)-n+1)
	size := bits.Len(uint(runs))
	x := index{n: n, shift: 64 - size, starts: make([]uint32, 1<<size+1), at: make([]uint32, runs)}
	for i := range runs {
		x.starts[x.bucket(keys[i:])+1]++
	}
	for i := 1; i < len(x.starts); i++ {
		x.starts[i] += x.starts[i-1]
	}
	next := append([]uint32(nil), x.starts...)
	for i := range runs {
		b := x.bucket(keys[i:])
		x.at[next[b]] = uint32(i)
		next[b]++
	}
	return x
}

func (x index) bucket(keys []uint64) uint64 {
	h := uint64(0)
	for _, k := range keys[:x.n] {
		h = (bits.RotateLeft64(h, 23) ^ k) * 0x9e3779b97f4a7c15
	}
	return h >> x.shift
}

// lookup is where the first n of the keys may stand, in the order of the text;
// the caller compares the words.
func (x index) lookup(keys []uint64) []uint32 {
	if len(keys) < x.n || len(x.at) == 0 {
		return nil
	}
	b := x.bucket(keys)
	return x.at[x.starts[b]:x.starts[b+1]]
}
