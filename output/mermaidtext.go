package output

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
)

// mermaidText writes a cleaned text for the inside of a label's quotes. Mermaid
// looks for directives, comments, tags, Markdown, icons and links in its whole
// text before and after it parses it, so every sign that could be a part of one is
// written as an entity (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
func mermaidText(text string) string {
	var b strings.Builder
	runes := []rune(text)
	start := 0 // behind the digits that a list's item could begin with
	for start < len(runes) && runes[start] >= '0' && runes[start] <= '9' {
		start++
	}
	for i, r := range runes {
		plain := r == ' ' || r > 0x7f || unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(",.'()?!-/+", r)
		switch {
		case i == 0 && (r == '-' || r == '+'): // an item of a list
			plain = false
		case i == start && start > 0 && (r == '.' || r == ')'):
			plain = false
		case r == '.' && strings.EqualFold(string(runes[max(0, i-3):i]), "www"): // a link
			plain = false
		case r == '\ufb02': // this and the next are how Mermaid marks entities for itself
			b.WriteString("fl")
			continue
		case r == 'ß' && i > 0 && runes[i-1] == '¶':
			b.WriteRune('\u2060') // a joiner, which nobody sees
		}
		if plain {
			b.WriteRune(r)
		} else {
			b.WriteString("#" + strconv.Itoa(int(r)) + ";")
		}
	}
	return b.String()
}

// mermaidYAML writes a cleaned text as a value of the front matter, without the
// signs that Mermaid looks for before it reads that as YAML.
func mermaidYAML(text string) string {
	quoted, _ := json.Marshal(text) // a string: it cannot fail, and escapes < > &
	return strings.NewReplacer("#", `\u0023`, "%", `\u0025`, "{", `\u007b`, "\ufb02", "fl").Replace(string(quoted))
}
