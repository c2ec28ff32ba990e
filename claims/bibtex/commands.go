package bibtex

import (
	"strings"
	"unicode/utf8"
)

// command reads a command and what belongs to it.
func (d *decoder) command() {
	start := d.pos
	d.pos++
	if d.pos == len(d.in) {
		return
	}
	if !letter(d.in[d.pos]) {
		d.signCommand()
		return
	}
	for d.pos < len(d.in) && letter(d.in[d.pos]) {
		d.pos++
	}
	name, end := d.in[start+1:d.pos], d.pos
	if d.pos < len(d.in) && d.in[d.pos] == '*' {
		d.pos++
	}
	if !d.math { // in mathematics blanks make it readable
		d.skipBlanks()
	}
	if !d.wordCommand(name) {
		d.pos = end
		d.unknown(start, end)
		if d.next() != '{' && d.next() != '[' {
			d.out = append(d.out, name...) // nothing else is left of it
		}
	}
}

func (d *decoder) skipBlanks() {
	for d.pos < len(d.in) && blank(d.in[d.pos]) {
		d.pos++
	}
}

// next is the next byte, or 0 at the end.
func (d *decoder) next() byte {
	if d.pos < len(d.in) {
		return d.in[d.pos]
	}
	return 0
}

// signCommand reads a backslash with a sign behind it.
func (d *decoder) signCommand() {
	c := d.in[d.pos]
	if c >= utf8.RuneSelf {
		d.rune()
		return
	}
	d.pos++
	if mark := signAccents[c]; mark.combining != 0 && !d.math {
		d.accent(mark.combining, mark.alone)
		return
	}
	switch c {
	case '\\':
		d.out = append(d.out, ' ')
		if d.next() == '*' {
			d.pos++
		}
	case ',':
		d.out = append(d.out, "\u202f"...)
	case ' ', '\t', '\n', '\r', ';', ':', '>':
		d.out = append(d.out, ' ')
	case '-', '/', '!', '@':
	case '(':
		if !d.math {
			d.inMath(func() { d.mathUntil(`\)`) })
		}
	case ')', '[', ']':
	case '|':
		d.out = append(d.out, "‖"...)
	case '{', '}': // braces were counted as braces: see the package's decisions
		d.out = append(d.out, c)
	default:
		d.out = append(d.out, c)
	}
}

// wordCommand reads a command whose name is letters, and is false for one that is
// not known.
func (d *decoder) wordCommand(name string) bool {
	if s, ok := symbols[name]; ok {
		d.out = append(d.out, s...)
		return true
	}
	if mark, ok := wordAccents[name]; ok {
		d.accent(mark, "")
		return true
	}
	if transparent[name] {
		return true
	}
	if operators[name] {
		d.out = append(d.out, name...)
		if c := d.next(); letter(c) || digit(c) || c == '\\' {
			d.out = append(d.out, ' ')
		}
		return true
	}
	if gone[name] {
		d.rawArgument()
		return true
	}
	return d.action(name)
}

// action runs the commands that do something with their arguments.
func (d *decoder) action(name string) bool {
	switch name {
	case "url", "path", "nolinkurl", "doi":
		d.out = append(d.out, verbatim(d.rawArgument())...)
	case "href":
		if to := d.rawArgument(); !d.write1() {
			d.out = append(d.out, verbatim(to)...)
		}
	case "textcolor", "foreignlanguage", "texorpdfstring", "raisebox":
		d.rawArgument()
	case "enquote", "mkbibquote", "textquote":
		d.enquote()
	case "mkbibparens", "parentext":
		d.between("(", ")")
	case "mkbibbrackets", "brackettext":
		d.between("[", "]")
	case "ensuremath":
		d.inMath(func() { d.write1() })
	case "text", "textrm", "textnormal", "mbox", "hbox":
		was := d.math
		d.math = false
		d.write1()
		d.math = was
	case "frac", "tfrac", "dfrac", "nicefrac", "sfrac":
		d.fraction()
	case "sqrt":
		s, _ := d.argument()
		d.out = append(d.out, "√"+grouped(s)...)
	case "textsuperscript", "textsubscript", "mkbibsuperscript":
		d.script(name == "textsubscript")
	case "uppercase", "MakeUppercase":
		s, _ := d.argument()
		d.out = append(d.out, strings.ToUpper(s)...)
	case "lowercase", "MakeLowercase":
		s, _ := d.argument()
		d.out = append(d.out, strings.ToLower(s)...)
	default:
		return false
	}
	return true
}

// write1 writes the next argument as text, and tells whether there was one.
func (d *decoder) write1() bool {
	s, ok := d.argument()
	d.out = append(d.out, s...)
	return ok
}

func (d *decoder) between(open, closing string) {
	d.out = append(d.out, open...)
	d.write1()
	d.out = append(d.out, closing...)
}

// enquote writes quotation marks, other ones inside the first.
func (d *decoder) enquote() {
	d.quotes++
	if d.quotes%2 == 1 {
		d.between("“", "”")
	} else {
		d.between("‘", "’")
	}
	d.quotes--
}
