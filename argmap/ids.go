package argmap

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/argmap/argmap/claims/source"
)

const slugRunes = 40 // at most, so that ids stay legible in links

// slug makes an id of a text: its first words in lower case, joined by hyphens.
// It depends on nothing but the text, so that a link to a claim survives changes
// elsewhere in the file. A text without letters or digits gives the fallback.
func slug(text, fallback string) string {
	var b strings.Builder
	runes, pending := 0, false
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || (unicode.Is(unicode.Mn, r) && runes > 0 && !pending):
			if pending && runes > 0 {
				if runes >= slugRunes*3/4 {
					return b.String()
				}
				b.WriteByte('-')
				runes++
			}
			pending = false
			if runes >= slugRunes {
				return b.String()
			}
			b.WriteRune(r)
			runes++
		case r == '\'' || r == '’':
			// Kim's → kims
		default:
			pending = true
		}
	}
	if runes == 0 {
		return fallback
	}
	return b.String()
}

// unique reserves an id that is not taken: the wish itself, or the wish with the
// first free number.
func (b *builder) unique(wish string) string {
	id := wish
	for n := 2; ; n++ {
		if _, taken := b.ids[id]; !taken {
			b.ids[id] = source.Span{}
			return id
		}
		id = wish + "-" + strconv.Itoa(n)
	}
}
