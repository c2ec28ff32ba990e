package bibtex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dollars reads mathematics between dollar signs. Those that cannot be a pair are
// money: "$5 and $6".
func (d *decoder) dollars() {
	n := 1
	if strings.HasPrefix(d.in[d.pos:], "$$") {
		n = 2
	}
	if !d.paired(d.pos + n) {
		d.write("$$"[:n], n)
		return
	}
	d.pos += n
	d.inMath(func() { d.until('$') })
	if n == 2 && d.next() == '$' {
		d.pos++
	}
}

// paired tells whether the next "$" ends mathematics that begins at an offset: it
// is in the same group, both have a blank inside or neither, and what begins with
// a digit has none behind its end.
func (d *decoder) paired(start int) bool {
	depth := 0
	for i := start; i < len(d.in); i++ {
		switch d.in[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		case '$':
			return depth == 0 && i > start && blank(d.in[i-1]) == blank(d.in[start]) &&
				!(digit(d.in[start]) && i+1 < len(d.in) && digit(d.in[i+1]))
		}
	}
	return false
}

func (d *decoder) inMath(read func()) {
	was := d.math
	d.math = true
	read()
	d.math = was
}

// mathUntil reads mathematics up to a command and passes it.
func (d *decoder) mathUntil(end string) {
	braces := 0
	for d.pos < len(d.in) {
		switch c := d.in[d.pos]; {
		case strings.HasPrefix(d.in[d.pos:], end):
			d.pos += len(end)
			return
		case c == '\\':
			d.command()
		case c == '{':
			braces++
			d.pos++
		case c == '}':
			if braces--; braces < 0 {
				return
			}
			d.pos++
		default:
			d.mathSign(c)
		}
	}
}

// mathSign reads a sign that means something in mathematics.
func (d *decoder) mathSign(c byte) {
	switch {
	case c >= utf8.RuneSelf:
		d.rune()
	case c == '^' || c == '_':
		d.pos++
		d.script(c == '_')
	case c == '-':
		d.write("−", 1)
	case c == '\'':
		d.write("′", 1)
	case c == '~', c <= ' ', c == 0x7f:
		d.write(" ", 1)
	case c == '&':
		d.pos++
	default:
		d.out = append(d.out, c)
		d.pos++
	}
}

// The signs that Unicode has above and below the line, as far as fonts have them.
var (
	above = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹",
		"+", "⁺", "-", "⁻", "−", "⁻", "=", "⁼", "(", "⁽", ")", "⁾", "n", "ⁿ", "i", "ⁱ")
	below = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉",
		"+", "₊", "-", "₋", "−", "₋", "=", "₌", "(", "₍", ")", "₎")
)

// script reads a superscript or a subscript. Where Unicode has no such signs, it
// is x^(a+b) in mathematics and plain text outside it: 4th.
func (d *decoder) script(sub bool) {
	s, ok := d.argument()
	sign, to := "^", above
	if sub {
		sign, to = "_", below
	}
	switch {
	case !ok && d.math:
		d.out = append(d.out, sign...)
	case strings.Trim(s, scripts(sub)) == "":
		d.out = append(d.out, to.Replace(s)...)
	case s == "∘":
		d.out = append(d.out, "°"...)
	case !d.math, plainAbove[s], !letters(s) && utf8.RuneCountInString(s) == 1:
		d.out = append(d.out, s...)
	default:
		d.out = append(d.out, sign+grouped(s)...)
	}
}

// scripts are the signs that stand above or below the line on their own.
func scripts(sub bool) string {
	if sub {
		return "0123456789+-−=()"
	}
	return "0123456789+-−=()ni"
}

// plainAbove are endings that are set above the line and read as well on it.
var plainAbove = set("th st nd rd e er re ère o a")

func letters(s string) bool {
	for _, c := range s {
		if unicode.IsLetter(c) {
			return true
		}
	}
	return false
}

// grouped puts parentheses around what is more than one character.
func grouped(s string) string {
	if utf8.RuneCountInString(s) < 2 || strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		return s
	}
	return "(" + s + ")"
}

func (d *decoder) fraction() {
	over, _ := d.argument()
	under, _ := d.argument()
	d.out = append(d.out, grouped(over)+"/"+grouped(under)...)
}
