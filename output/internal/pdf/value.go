package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// appendNumber writes a number with at most three decimals, none that say nothing.
func appendNumber(b []byte, v float64) []byte {
	if math.IsNaN(v) || math.Abs(v) > 1e12 {
		v = 0
	}
	n := int64(math.Round(v * 1000))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	if n %= 1000; n == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/100))
	if n %= 100; n == 0 {
		return b
	}
	b = append(b, byte('0'+n/10))
	if n %= 10; n == 0 {
		return b
	}
	return append(b, byte('0'+n))
}

// numbers writes numbers with blanks between them.
func numbers(list ...float64) string {
	var b []byte
	for i, v := range list {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendNumber(b, v)
	}
	return string(b)
}

// text writes a text string (7.9.2.2): as ASCII where that can hold it, else as
// UTF-16. Control characters become blanks.
func text(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	for _, r := range s {
		if r > '~' {
			return utf16text(s)
		}
	}
	return bytestring(s)
}

// utf16text writes a text as UTF-16 with its byte order mark.
func utf16text(s string) string {
	return "<FEFF" + utf16hex(s) + ">"
}

func utf16hex(s string) string {
	const digits = "0123456789ABCDEF"
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	return string(b)
}

// bytestring writes a byte string (7.3.4.2).
func bytestring(s string) string {
	var b strings.Builder
	b.WriteByte('(')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '(' || c == ')' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c > '~':
			fmt.Fprintf(&b, "\\%03o", c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(')')
	return b.String()
}

// uri writes a link, all of it ASCII (12.6.4.7).
func uri(link string) string {
	var b strings.Builder
	for i := range len(link) {
		if c := link[i]; c <= ' ' || c > '~' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return bytestring(b.String())
}
