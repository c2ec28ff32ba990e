package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
	"github.com/kljensen/snowball/english"
)

// word is one word of a text.
type word struct {
	lower      string
	start, end int  // bytes of the text
	capital    bool // begins with a capital letter
	quoted     bool // stands inside quotation marks
	comma      bool // a comma, semicolon or dash stands before it
	stop       bool // ends a sentence: . ? ! follows
}

// wordsOf takes a text apart. Apostrophes and hyphens inside a word belong to it.
func wordsOf(text string) []word {
	var ws []word
	quote, comma := rune(0), false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			quote = inQuote(quote, r, text[:i])
			switch {
			case strings.ContainsRune(",;–—", r) || r == '-' && strings.HasSuffix(text[:i], " "):
				comma = true
			case strings.ContainsRune(".?!", r) && len(ws) > 0:
				ws[len(ws)-1].stop = true
			}
			i += size
			continue
		}
		end := wordEnd(text, i)
		ws = append(ws, word{lower: strings.ReplaceAll(strings.ToLower(text[i:end]), "’", "'"), start: i, end: end,
			capital: unicode.IsUpper(r), quoted: quote != 0, comma: comma})
		comma, i = false, end
	}
	return ws
}

// inQuote follows the marks that open and close quotations; it returns the mark
// that would close the open one, or 0.
func inQuote(open, r rune, before string) rune {
	switch {
	case open != 0 && r == open:
		return 0
	case open != 0:
		return open
	case r == '"':
		return '"'
	case r == '“' || r == '„':
		return '”'
	case r == '«':
		return '»'
	case r == '‘' || r == '\'' && (before == "" || strings.HasSuffix(before, " ") || strings.HasSuffix(before, "(")):
		if r == '\'' {
			return '\''
		}
		return '’'
	}
	return 0
}

func wordEnd(text string, start int) int {
	end := start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		inside := strings.ContainsRune("'’-", r) || strings.ContainsRune(".,", r) && unicode.IsDigit(next)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && (!inside || !unicode.IsLetter(next) && !unicode.IsDigit(next)) {
			break
		}
		end += size
	}
	return end
}

// stem is a word's stem: Porter's second stemmer, which takes most endings off.
func stem(lower string) string {
	lower = strings.TrimSuffix(lower, "'s")
	if base, ok := lemmas[lower]; ok {
		lower = base
	}
	if strings.ContainsFunc(lower, func(r rune) bool { return r > unicode.MaxASCII }) {
		return lower
	}
	return english.Stem(lower, false)
}

// is tells whether the word is one of a list.
func (w word) is(list set) bool { return list[w.lower] }

// set is a set of words, made from a text with blanks between them.
type set map[string]bool

func setOf(words string) set {
	s := set{}
	for w := range strings.FieldsSeq(words) {
		s[strings.ReplaceAll(w, "_", " ")] = true
	}
	return s
}

// phrases finds word sequences in a text.
type phrases map[string][][]string // by first word

// phrasesOf makes phrases of a text with a bar between them; "a|b c" is the word
// a and the words b c.
func phrasesOf(list string) phrases {
	ps := phrases{}
	for p := range strings.SplitSeq(list, "|") {
		if ws := strings.Fields(p); len(ws) > 0 {
			ps[ws[0]] = append(ps[ws[0]], ws)
		}
	}
	return ps
}

// at is the number of words of the longest phrase that begins at word i, or 0.
func (ps phrases) at(ws []word, i int) int {
	best := 0
	for _, p := range ps[ws[i].lower] {
		if len(p) <= best || i+len(p) > len(ws) {
			continue
		}
		same := true
		for k := range p {
			same = same && ws[i+k].lower == p[k]
		}
		if same {
			best = len(p)
		}
	}
	return best
}

// spanIn is where bytes start to end of a text stand in the file, if the text as
// written holds the same letters; otherwise the whole text's place.
func spanIn(file *source.File, whole source.Span, text string, start, end int) source.Span {
	raw := file.Slice(whole)
	piece := text[start:end]
	at := 0
	for n := strings.Count(text[:start], piece); ; n-- {
		i := strings.Index(raw[at:], piece)
		if i < 0 {
			return whole
		}
		if at += i; n <= 0 {
			return source.Span{Start: whole.Start + at, End: whole.Start + at + len(piece)}
		}
		at += len(piece)
	}
}
