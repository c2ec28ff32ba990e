package bibtex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean is a piece of the file in valid UTF-8.
func clean(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		c, size := utf8.DecodeRuneInString(s)
		if c == utf8.RuneError && size == 1 {
			c = windows1252(s[0])
		}
		b.WriteRune(c)
		s = s[size:]
	}
	return b.String()
}

// windows1252 is the character of a byte that is not part of any UTF-8 sequence
// (https://encoding.spec.whatwg.org/#windows-1252).
func windows1252(c byte) rune {
	if c < 0x80 || c > 0x9f {
		return rune(c)
	}
	return []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")[c-0x80]
}

// tidy makes one blank of each run of blanks and control characters, and none of
// those at the ends.
func tidy(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] > ' ' && s[i] != 0x7f || s[i] == ' ' && i > 0 && i < len(s)-1 && s[i-1] != ' '
	}
	if clean {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case c == 0x7f:
		case c > ' ':
			b = append(b, c)
		case len(b) > 0 && b[len(b)-1] != ' ':
			b = append(b, ' ')
		}
	}
	return strings.TrimSuffix(string(b), " ")
}

// entities reads those of XML, which publishers leave in what they export.
func entities(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return xmlEntities.Replace(s)
}

var xmlEntities = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "’", "&#39;", "’")

// verbatim is the text of a field that is no LaTeX, such as an address: what was
// escaped for LaTeX all the same is given back, and blanks from line breaks go.
func verbatim(s string) string {
	s = clean(s)
	if strings.ContainsAny(s, `\{}$`) {
		s = mathInPaths.Replace(s)
		b := make([]byte, 0, len(s))
		for i := 0; i < len(s); i++ {
			switch c := s[i]; {
			case c == '{' || c == '}':
			case c == '\\':
				n, text := escaped(s[i:])
				b = append(b, text...)
				i += n - 1
			default:
				b = append(b, c)
			}
		}
		s = string(b)
	}
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return tidy(s)
	}
	words := strings.Fields(s)
	if len(words) > 1 && strings.Contains(words[1], "://") {
		return strings.TrimRight(words[0], ",;") // the first of several
	}
	return tidy(strings.Join(words, ""))
}

var mathInPaths = strings.NewReplacer(`$\sim$`, "~", `$\backslash$`, `\`, `\$`, "$")

// escaped reads an escape at the start of s: its length and what it stands for.
func escaped(s string) (int, string) {
	end := commandEnd(s, 0, len(s))
	switch name := strings.TrimSpace(s[1:end]); {
	case len(s) > 1 && strings.IndexByte("{}", s[1]) >= 0:
		return 2, s[1:2]
	case name == "url", name == "path", name == "nolinkurl", name == "doi", name == "-", name == "/":
		return end, ""
	case name == "~", name == "textasciitilde":
		return end, "~"
	case name == "^", name == "textasciicircum":
		return end, "^"
	case name == "textbackslash":
		return end, `\`
	case name == "textunderscore":
		return end, "_"
	case name != "" && strings.Contains(`_%#&$:;,`, name):
		return end, name
	}
	return 1, `\`
}
