package fulltext

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is a stretch of a quote that must stand in the text as it is.
type part struct {
	alts []string // folded; any of them will do, for a letter of either case

	// What may stand in the text before the part, and after the one before it.
	words int // at most so many words; math.MaxInt: an omission

	loose struct{ left, right bool } // its first or last word may be part of a longer one
}

// maxEditorial is how many words of the text an editor's words in square brackets
// can stand for: "[the king] left" for "he left", but not for a whole clause.
const maxEditorial = 5

// Signs of omission: "…", three dots or more, spaced or not, in brackets or not.
var (
	omission  = regexp.MustCompile(`[\[(]\s*` + ellipsis + `\s*[\])]|` + ellipsis)
	editorial = regexp.MustCompile(`\[[^\[\]]{0,200}\]`)
)

const ellipsis = `(?:[…⋯]|\.(?:\s?\.){2,})[….⋯]*`

// quotedPieces are the stretches between a quote's omissions. Stops next to an
// omission are dropped, for they may be the writer's.
func quotedPieces(quote string) []string {
	pieces := omission.Split(quote, -1)
	var kept []string
	for i, p := range pieces {
		if i > 0 {
			p = strings.TrimLeft(p, " \t\n.,;")
		}
		if i < len(pieces)-1 {
			p = strings.TrimRight(p, " \t\n.,;")
		}
		if hasWord(p) {
			kept = append(kept, p)
		}
	}
	return kept
}

func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return isWordRune(r) && !isIgnored(r) }) >= 0
}

func isWordRune(r rune) bool {
	if unicode.IsLetter(r) {
		return r != '\u02bc' && r != '\u02bb' && r != '\u02b9' && r != '\u0374' // apostrophes, letters to Unicode
	}
	return unicode.IsMark(r) || unicode.IsNumber(r) || unicode.Is(unicode.So, r)
}

// literally takes a quote as it stands, but for its omissions.
func literally(quote string) []part {
	var parts []part
	for _, p := range quotedPieces(quote) {
		parts = appendPart(parts, part{alts: []string{p}, words: math.MaxInt})
	}
	return parts
}

// edited takes what stands in square brackets as an editor's: "[T]he" is "the" or
// "The", and other words stand for a few of the text's, or for none.
func edited(quote string) []part {
	var parts []part
	for _, piece := range quotedPieces(quote) {
		p := part{alts: []string{""}, words: math.MaxInt}
		rest := piece
		for {
			at := editorial.FindStringIndex(rest)
			if at == nil {
				break
			}
			before, inside, after := rest[:at[0]], rest[at[0]+1:at[1]-1], rest[at[1]:]
			p.add(before)
			rest = after
			if letter(inside) && startsWord(after) {
				p.addLetter(inside)
				continue
			}
			p.loose.right = endsWord(before)
			parts = appendPart(parts, p)
			p = part{alts: []string{""}, words: maxEditorial}
			p.loose.left = startsWord(after)
		}
		p.add(rest)
		parts = appendPart(parts, p)
	}
	return parts
}

func (p *part) add(s string) {
	for i := range p.alts {
		p.alts[i] += s
	}
}

// addLetter adds a letter of either case. Only the first few letters double the
// alternatives.
func (p *part) addLetter(s string) {
	if len(p.alts) >= 4 {
		p.add(s)
		return
	}
	upper, lower := strings.ToUpper(s), strings.ToLower(s)
	if upper == lower {
		p.add(s)
		return
	}
	for _, alt := range p.alts {
		p.alts = append(p.alts, alt+lower)
	}
	for i := range len(p.alts) / 2 {
		p.alts[i] += upper
	}
}

// appendPart folds a part, and leaves out one that has no words.
func appendPart(parts []part, p part) []part {
	for i, alt := range p.alts {
		p.alts[i] = strings.Trim(foldString(alt), "' ")
	}
	if !hasWord(p.alts[0]) {
		return parts
	}
	return append(parts, p)
}

func letter(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && unicode.IsLetter(r)
}

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

func endsWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}
