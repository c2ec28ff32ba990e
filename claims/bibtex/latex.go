package bibtex

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// decoder turns LaTeX into text. Braces go, commands become what they print, and
// what is no LaTeX stays as it is.
type decoder struct {
	in      string
	pos     int
	out     []byte
	math    bool
	depth   int // of arguments inside arguments
	quotes  int // of \enquote inside \enquote
	unknown func(start, end int)
	deep    func(start, end int)
}

// decode is the text of a range of a value. Commands that are not known are
// reported once in a file each.
func (r *reader) decode(v value, start, end int) string {
	s := v.raw[start:end]
	if isPlain(s) {
		return s
	}
	d := decoder{in: s, out: make([]byte, 0, len(s)), unknown: func(a, b int) {
		name := s[a:b]
		if !r.told[name] {
			r.told[name] = true
			r.warn(CodeLatex, v.spanOf(start+a, start+b), "write what it prints", "the LaTeX command %s is not known; the text around it is kept", clean(name))
		}
	}, deep: func(a, b int) {
		if !r.told["deep"] {
			r.told["deep"] = true
			r.warn(CodeLatex, v.spanOf(start+a, start+b), "", "LaTeX commands are nested too deep here; the inner ones are left out")
		}
	}}
	d.until(0)
	return string(d.out)
}

// isPlain tells whether a text holds nothing that LaTeX would change.
func isPlain(s string) bool {
	for i := range len(s) {
		if special[s[i]] {
			return false
		}
	}
	return true
}

// special are the bytes at which the decoder looks closer.
var special = func() (t [256]bool) {
	for _, c := range []byte("\\{}~$`'-\x7f") {
		t[c] = true
	}
	for c := range 256 {
		t[c] = t[c] || c >= 0x80 || c < ' ' && c != '\n' && c != '\t' && c != '\r'
	}
	return t
}()

// until reads to a closing sign and passes it, or to the end. The closing sign is
// '}' for an argument in braces, '$' for mathematics, 0 for none.
func (d *decoder) until(closing byte) {
	braces := 0
	for d.pos < len(d.in) {
		c := d.in[d.pos]
		switch {
		case c == closing && braces == 0:
			d.pos++
			return
		case c == '{':
			braces++
			d.pos++
		case c == '}':
			braces = max(0, braces-1)
			d.pos++
		case c == '\\':
			d.command()
		case d.math:
			d.mathSign(c)
		case special[c]:
			d.sign(c)
		default:
			start := d.pos
			for d.pos < len(d.in) && !special[d.in[d.pos]] {
				d.pos++
			}
			d.out = append(d.out, d.in[start:d.pos]...)
		}
	}
}

// sign reads a sign that means something in text.
func (d *decoder) sign(c byte) {
	run := 1
	for d.pos+run < len(d.in) && d.in[d.pos+run] == c && run < 3 {
		run++
	}
	switch {
	case c >= 0x80:
		d.rune()
		return
	case c == '~':
		d.write("\u00a0", 1)
	case c == '$':
		d.dollars()
	case c == '-' && run == 3:
		d.write("—", 3)
	case c == '-' && run == 2:
		d.write("–", 2)
	case c == '`' && run >= 2:
		d.write("“", 2)
	case c == '\'' && run >= 2:
		d.write("”", 2)
	case c == '`' && d.after('?'):
		d.out = append(d.out[:len(d.out)-1], "¿"...)
		d.pos++
	case c == '`' && d.after('!'):
		d.out = append(d.out[:len(d.out)-1], "¡"...)
		d.pos++
	case c == '`':
		d.write("‘", 1)
	case c == '\'':
		d.write("’", 1)
	case c < ' ', c == 0x7f:
		d.write(" ", 1)
	default:
		d.out = append(d.out, c)
		d.pos++
	}
}

// after tells whether a sign was written last, and stands right before.
func (d *decoder) after(c byte) bool {
	return d.pos > 0 && d.in[d.pos-1] == c && len(d.out) > 0 && d.out[len(d.out)-1] == c
}

func (d *decoder) write(s string, read int) {
	d.out = append(d.out, s...)
	d.pos += read
}

// rune copies a character. Bytes that are no UTF-8 are read as Windows-1252.
func (d *decoder) rune() {
	c, size := utf8.DecodeRuneInString(d.in[d.pos:])
	if c == utf8.RuneError && size == 1 {
		c = windows1252(d.in[d.pos])
	}
	d.out = utf8.AppendRune(d.out, c)
	d.pos += size
}

// argument is the text of the next argument: a group in braces, a command with its
// own arguments, or a character. It is false, and nothing is read, where there is
// none or arguments are nested too deep.
func (d *decoder) argument() (string, bool) {
	start := d.pos
	for d.pos < len(d.in) && blank(d.in[d.pos]) {
		d.pos++
	}
	switch {
	case d.pos == len(d.in), d.in[d.pos] == '}', d.in[d.pos] == '$':
		d.pos = start
		return "", false
	case d.depth == maxNesting:
		d.deep(d.pos, d.pos)
		return "", false
	}
	outer := d.out
	d.out = nil
	d.depth++
	switch d.in[d.pos] {
	case '{':
		d.pos++
		d.until('}')
	case '\\':
		d.command()
	default:
		d.rune()
	}
	d.depth--
	text := string(d.out)
	d.out = outer
	return text, true
}

// rawArgument is the next argument in braces as it stands, or "".
func (d *decoder) rawArgument() string {
	for d.pos < len(d.in) && blank(d.in[d.pos]) {
		d.pos++
	}
	if d.pos == len(d.in) || d.in[d.pos] != '{' {
		return ""
	}
	depth, start := 0, d.pos+1
	for d.pos < len(d.in) {
		c := d.in[d.pos]
		d.pos++
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return d.in[start : d.pos-1]
			}
		}
	}
	return d.in[start:]
}

// accent puts a combining mark on the first letter of the next argument; where
// there is no letter, the sign stands by itself.
func (d *decoder) accent(mark rune, alone string) {
	text, _ := d.argument()
	first, size := utf8.DecodeRuneInString(text)
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		d.out = append(d.out, alone...)
		d.out = append(d.out, text...)
		return
	}
	switch first { // the dot goes where something else stands above
	case 'ı':
		first = 'i'
	case 'ȷ':
		first = 'j'
	}
	for size < len(text) { // behind the marks that are there
		c, n := utf8.DecodeRuneInString(text[size:])
		if !unicode.Is(unicode.Mn, c) {
			break
		}
		size += n
	}
	_, n := utf8.DecodeRuneInString(text)
	composed := string(first) + text[n:size] + string(mark)
	if mark == '\u0307' && size == n && (first == 'i' || first == 'j') { // it has that dot
		composed = string(first)
	}
	d.out = norm.NFC.AppendString(d.out, composed)
	d.out = append(d.out, text[size:]...)
}
