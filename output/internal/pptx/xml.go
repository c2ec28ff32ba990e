package pptx

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// markup is text that is XML already.
type markup string

// doc is a part in the making.
type doc struct{ bytes.Buffer }

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// namespaces of the elements of slides and all that is like them.
const namespaces = ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`

func newDoc() *doc {
	d := &doc{}
	d.WriteString(xmlHead)
	return d
}

// printf writes markup. Strings among the arguments are escaped.
func (d *doc) printf(format string, args ...any) {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = escape(s)
		}
	}
	fmt.Fprintf(d, format, args...)
}

func (d *doc) raw(s string) { d.WriteString(s) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// escape makes a text safe inside elements and attributes. Characters that XML 1.0
// cannot hold become U+FFFD.
func escape(text string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return r
		case r < ' ' || r == 0xFFFE || r == 0xFFFF || r == utf8.RuneError:
			return '\uFFFD'
		}
		return r
	}, text)
	return escaper.Replace(clean)
}

// emu is a length in English Metric Units, 12,700 to the point. No coordinate may be
// beyond 27273042316900 (20.1.10.16 ST_Coordinate), far more than a slide holds.
func emu(points float64) int64 {
	const most = 1 << 40
	return int64(math.Round(max(-most, min(most, points*12700))))
}

// hundredths is a length in hundredths of a point.
func hundredths(points float64) int { return int(math.Round(points * 100)) }

// textSize is a size within the format's limits, in hundredths of a point.
func textSize(points float64) int { return hundredths(max(MinText, min(MaxText, points))) }

func (c Color) hex() string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

func solid(c Color) markup {
	return markup(`<a:solidFill><a:srgbClr val="` + c.hex() + `"/></a:solidFill>`)
}
