package fulltext

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// decode makes valid UTF-8 of a file, without byte order mark, whose lines all
// end in "\n".
func decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return clean(decodeAs(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data))
	default:
		return clean(string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	}
}

// decodeHTML heeds the character set that a page declares of itself, and takes a
// page that declares none for windows-1252 where it is not UTF-8, as browsers do.
func decodeHTML(data []byte) string {
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		return decode(data)
	}
	head := data[:min(len(data), 1024)]
	enc, name, certain := charset.DetermineEncoding(head, "")
	if !certain {
		if m := xmlEncoding.FindSubmatch(head); m != nil {
			if e, n := charset.Lookup(string(m[1])); e != nil {
				enc, name = e, n
			}
		} else if name == "windows-1252" && len(bytes.ToValidUTF8(data, nil)) == len(data) {
			name = "utf-8" // its first bytes were cut inside a character
		}
	}
	if name == "utf-8" {
		return decode(data)
	}
	return clean(decodeAs(enc, data))
}

var xmlEncoding = regexp.MustCompile(`^\s*<\?xml\s[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']`)

// decodeAs never fails: the decoders here put U+FFFD for what they cannot read.
func decodeAs(enc encoding.Encoding, data []byte) string {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return string(data)
	}
	return string(out)
}

func clean(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if strings.Contains(s, "\r") {
		s = newlines.Replace(s)
	}
	return s
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")
