package embed

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// word is what says that a block is a map.
const word = "argmap"

// header is the line that opens a block: "argmap file=x.yaml number", or in
// Pandoc's way "{.argmap file=x.yaml}" and "argmap {file=x.yaml}".
type header struct {
	doc        *source.File
	attributes []Attribute
	classes    []string
	id         string
	diags      source.Diagnostics
}

// asksForMap tells whether an info string is that of a map.
func asksForMap(info string) bool {
	if rest, ok := strings.CutPrefix(info, word); ok {
		return rest == "" || strings.ContainsAny(rest[:1], " \t{")
	}
	inner, ok := strings.CutPrefix(info, "{")
	inner, _, _ = strings.Cut(inner, "}")
	if !ok {
		return false
	}
	fields := strings.Fields(inner)
	return len(fields) > 0 && fields[0] == word || slices.Contains(fields, "."+word)
}

// readHeader reads an info string that stands at an offset of the document.
func readHeader(doc *source.File, info string, at int) *header {
	h := &header{doc: doc}
	rest := info
	if cut, ok := strings.CutPrefix(info, word); ok {
		rest = cut
	}
	at += len(info) - len(rest)
	trimmed := strings.TrimLeft(rest, " \t")
	at += len(rest) - len(trimmed)
	if !strings.HasPrefix(trimmed, "{") {
		h.list(trimmed, at, false)
		return h
	}
	inner := trimmed[1:]
	n := h.list(inner, at+1, true)
	if behind := strings.TrimSpace(inner[n:]); behind != "" {
		h.report(at+1+n, at+1+len(inner), "attributes stand between the braces", "there is something behind the braces")
	}
	return h
}

func (h *header) report(start, end int, hint, format string, args ...any) {
	h.diags = append(h.diags, source.Diagnostic{Code: CodeAttribute, Message: fmt.Sprintf(format, args...), Hint: hint,
		File: h.doc, Span: source.Span{Start: start, End: end}})
}

// list reads attributes up to the end, or up to and with a closing brace, and
// returns how many bytes it has read.
func (h *header) list(text string, at int, braces bool) int {
	i := 0
	for {
		for i < len(text) && (text[i] == ' ' || text[i] == '\t') {
			i++
		}
		if i == len(text) {
			if braces {
				h.report(at+i, at+i, "end the attributes with }", "the braces are not closed")
			}
			return i
		}
		if braces && text[i] == '}' {
			return i + 1
		}
		n := tokenLength(text[i:], braces)
		h.token(text[i:i+n], at+i)
		i += n
	}
}

// tokenLength is the length of an attribute with its value, at least one byte.
func tokenLength(text string, braces bool) int {
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && i > 0 && text[i-1] == '=':
			quote = c
		case c == ' ' || c == '\t' || braces && c == '}':
			return max(i, 1)
		}
	}
	return len(text)
}

func (h *header) token(token string, at int) {
	end := at + len(token)
	if class, ok := strings.CutPrefix(token, "."); ok && class != "" {
		if class != word {
			h.classes = append(h.classes, class)
		}
		return
	}
	if id, ok := strings.CutPrefix(token, "#"); ok && id != "" {
		h.id = id
		return
	}
	if token == word && len(h.attributes) == 0 { // {argmap file=x.yaml}
		return
	}
	key, value, hasValue := strings.Cut(token, "=")
	if !isKey(key) {
		h.report(at, end, "attributes are KEY=VALUE or KEY, with blanks between them", "%q is not an attribute", token)
		return
	}
	value, ok := unquote(value)
	if !ok {
		h.report(at, end, "end the value with the quote that it begins with", "the quote of %s is not closed", key)
		return
	}
	for _, a := range h.attributes {
		if a.Key == key {
			h.report(at, end, "", "%s is given twice", key)
			return
		}
	}
	h.attributes = append(h.attributes, Attribute{key, value, !hasValue, source.Span{Start: at, End: end}})
}

func isKey(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if !(c >= 'a' && c <= 'z' || i > 0 && (s[i] >= '0' && s[i] <= '9' || s[i] == '-' || s[i] == '_')) {
			return false
		}
	}
	return s != ""
}

// unquote takes the quotes off a value, and the backslashes before quotes and
// backslashes in it.
func unquote(value string) (string, bool) {
	if value == "" || value[0] != '"' && value[0] != '\'' {
		return value, true
	}
	quote := value[0]
	var b strings.Builder
	for i := 1; i < len(value); i++ {
		c := value[i]
		switch {
		case c == '\\' && i+1 < len(value) && (value[i+1] == quote || value[i+1] == '\\'):
			i++
			b.WriteByte(value[i])
		case c == quote:
			return b.String(), i == len(value)-1
		default:
			b.WriteByte(c)
		}
	}
	return "", false
}
