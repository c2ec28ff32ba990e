package source

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// PrintOptions says how Print shows diagnostics.
type PrintOptions struct {
	Color bool // ANSI colours, for a terminal
	Max   int  // how many are shown, the gravest, before the rest is only counted; 0: all
}

// Print writes diagnostics for people, in the order in which they are given:
//
//	claims.yaml:4:10: error: message [code]
//	    claim: Note: this
//	           ^~~~~~~~~~
//	  hint: what to do now
//	claims.yaml:2:3: note: a related place
//
// Nothing in a user's text reaches w as a control character. Errors of w end the
// printing, and are returned.
func Print(w io.Writer, ds Diagnostics, opts PrintOptions) error {
	p := printer{color: opts.Color}
	shown, rest := gravest(ds, opts.Max)
	for _, d := range shown {
		p.diagnostic(d)
		if _, err := w.Write(p.buf.Bytes()); err != nil {
			return err
		}
		p.buf.Reset()
	}
	if len(rest) > 0 {
		p.more(rest)
	}
	_, err := w.Write(p.buf.Bytes())
	return err
}

// gravest parts the list in the most that may be shown, errors before warnings
// before the rest, and what is left; both keep their order.
func gravest(ds Diagnostics, most int) (shown, rest Diagnostics) {
	if most <= 0 || len(ds) <= most {
		return ds, nil
	}
	keep := make([]bool, len(ds))
	for severity := Error; severity <= Info; severity++ {
		for i, d := range ds {
			if most > 0 && d.Severity == severity {
				keep[i] = true
				most--
			}
		}
	}
	for i, d := range ds {
		if keep[i] {
			shown = append(shown, d)
		} else {
			rest = append(rest, d)
		}
	}
	return shown, rest
}

// String is the diagnostic as Print shows it, on one line and without the text.
func (d Diagnostic) String() string {
	p := printer{}
	p.headline(d.File, d.Span, d.Severity.String(), "", d.Message, d.Code)
	return strings.TrimSuffix(p.buf.String(), "\n")
}

// The colours of Print, as parameters of the "select graphic rendition" sequence.
const (
	bold    = "1"
	red     = "1;31"
	yellow  = "1;33"
	cyan    = "1;36"
	noColor = ""
)

type printer struct {
	buf   bytes.Buffer
	color bool
}

func (p *printer) diagnostic(d Diagnostic) {
	color := severityColor(d.Severity)
	p.headline(d.File, d.Span, d.Severity.String(), color, d.Message, d.Code)
	p.snippet(d.File, d.Span, color)
	if d.Hint != "" {
		p.buf.WriteString("  ")
		p.paint(cyan, "hint:")
		p.buf.WriteString(" " + Visible(d.Hint) + "\n")
	}
	for _, r := range d.Related {
		file := r.File
		if file == nil {
			file = d.File
		}
		p.headline(file, r.Span, "note", cyan, r.Message, "")
		p.snippet(file, r.Span, cyan)
	}
}

func severityColor(s Severity) string {
	switch s {
	case Error:
		return red
	case Warning:
		return yellow
	default:
		return cyan
	}
}

func (p *printer) headline(f *File, at Span, word, color, message, code string) {
	if f != nil {
		pos := f.Position(at.Start)
		place := fmt.Sprintf("%d:%d:", pos.Line, pos.Col)
		if f.Name != "" {
			place = Visible(f.Name) + ":" + place
		}
		p.paint(bold, place)
		p.buf.WriteByte(' ')
	}
	p.paint(color, word+":")
	p.buf.WriteString(" " + Visible(message))
	if code != "" {
		p.buf.WriteString(" [" + Visible(code) + "]")
	}
	p.buf.WriteByte('\n')
}

// more says how many diagnostics are not shown, and how grave they are.
func (p *printer) more(rest Diagnostics) {
	var count [Info + 1]int
	for _, d := range rest {
		count[min(max(d.Severity, Error), Info)]++
	}
	var parts []string
	for s, n := range count {
		switch {
		case n == 1:
			parts = append(parts, "1 more "+Severity(s).String())
		case n > 1 && Severity(s) == Info:
			parts = append(parts, fmt.Sprintf("%d more infos", n))
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d more %ss", n, Severity(s)))
		}
	}
	p.paint(bold, "… and "+strings.Join(parts, ", "))
	p.buf.WriteString(" not shown\n")
}

func (p *printer) paint(color, s string) {
	if !p.color || color == noColor {
		p.buf.WriteString(s)
		return
	}
	p.buf.WriteString("\x1b[" + color + "m" + s + "\x1b[0m")
}

// Visible returns s with everything that could move a terminal's cursor, change
// its colours or turn the direction of reading replaced by a visible sign: "␛"
// for an escape, "␊" for a line feed, "�" for what has no sign of its own.
func Visible(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] >= 0x20 && s[i] < 0x7f
	}
	if clean {
		return s
	}
	return strings.Map(visible, s) // invalid bytes arrive as U+FFFD
}

func visible(r rune) rune {
	switch {
	case r < 0x20:
		return 0x2400 + r // Control Pictures
	case r == 0x7f:
		return '␡'
	case r >= 0x80 && r <= 0x9f, r == 0x2028, r == 0x2029, r == 0xfeff:
		return utf8.RuneError
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // bidirectional overrides
		return utf8.RuneError
	case r >= 0xe0000 && r <= 0xe0fff, unicode.Is(unicode.Noncharacter_Code_Point, r): // tags
		return utf8.RuneError
	}
	return r
}
