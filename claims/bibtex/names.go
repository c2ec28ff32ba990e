package bibtex

import (
	"slices"
	"strings"
	"unicode"
)

// names reads a list of names: pieces with " and " between them, outside braces.
func (r *reader) names(variable string, v value) NameList {
	list := NameList{Variable: variable, Span: v.span}
	for _, p := range pieces(v.raw) {
		start, end := trimmed(v.raw, p[0], p[1])
		text := v.raw[start:end]
		switch lower := strings.ToLower(text); {
		case text == "":
			r.warn(CodeName, v.spanOf(start, end), "delete the `and` too many", "a name is missing in the list")
		case lower == "others" && len(list.Names) > 0, lower == "et al.", lower == "et al":
			list.Others = true
		default:
			for _, n := range r.name(v, start, end) {
				if n.Family != "" || n.Literal != "" {
					list.Names = append(list.Names, n)
				}
			}
		}
	}
	return list
}

// pieces are the ranges between the words "and" that stand outside braces.
func pieces(s string) [][2]int {
	var out [][2]int
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case depth <= 0 && c|0x20 == 'a' && i+3 <= len(s) && strings.EqualFold(s[i:i+3], "and") &&
			(i == 0 || blank(s[i-1])) && (i+3 == len(s) || blank(s[i+3])):
			out = append(out, [2]int{start, i})
			start = i + 3
			i += 2
		}
	}
	return append(out, [2]int{start, len(s)})
}

// trimmed is the range without the blanks at its ends.
func trimmed(s string, start, end int) (int, int) {
	for start < end && blank(s[start]) {
		start++
	}
	for end > start && blank(s[end-1]) {
		end--
	}
	return start, end
}

// name reads one name, or several where somebody put semicolons between them, or
// commas between names that begin with an initial.
func (r *reader) name(v value, start, end int) []Name {
	var out []Name
	text := v.raw[start:end]
	names, sign := cuts(text, ';'), "semicolons"
	if len(names) > 1 && strings.Contains(text, "&") { // the end of an entity
		names = [][2]int{{0, len(text)}}
	}
	if commas := cuts(text, ','); len(names) == 1 && len(commas) > 1 && initials(text, commas) {
		names, sign = commas, "commas"
	}
	if len(names) > 1 {
		r.warn(CodeName, v.spanOf(start, end), "write `and` between names", "names have %s between them", sign)
	}
	for _, p := range names {
		if s, e := trimmed(v.raw, start+p[0], start+p[1]); s < e {
			n := r.oneName(v, s, e)
			n.Span = v.spanOf(s, e)
			out = append(out, n)
		}
	}
	return out
}

// initials tells whether each of the ranges begins with an initial and goes on
// with a word, as no family name does.
func initials(s string, ranges [][2]int) bool {
	for _, p := range ranges {
		start, end := trimmed(s, p[0], p[1])
		if end-start < 5 || s[start] < 'A' || s[start] > 'Z' || s[start+1] != '.' || !letter(s[end-1]) {
			return false
		}
	}
	return true
}

func (r *reader) oneName(v value, start, end int) Name {
	text := v.raw[start:end]
	if inner, ok := braced(text); ok {
		return Name{Literal: r.plain(v, start+inner[0], start+inner[1])}
	}
	commas := cuts(text, ',')
	if n, ok := r.extended(v, start, commas, text); ok {
		return n
	}
	switch len(commas) {
	case 1:
		return r.spoken(v, start, end)
	case 2:
		return r.listedName(v, start, commas[0], commas[1], [2]int{})
	case 3:
		suffix, given := commas[1], commas[2]
		if isSuffix(text[given[0]:given[1]]) && !isSuffix(text[suffix[0]:suffix[1]]) {
			suffix, given = given, suffix
		}
		return r.listedName(v, start, commas[0], given, suffix)
	}
	r.warn(CodeName, v.spanOf(start, end), "write `and` between names; put an institution in braces", "a name has too many commas in it and is kept whole")
	return Name{Literal: r.plain(v, start, end)}
}

// plain is a part of a name as text, with common blanks.
func (r *reader) plain(v value, start, end int) string {
	return entities(tidy(commonBlanks.Replace(r.decode(v, start, end))))
}

var commonBlanks = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// braced gives the range inside the braces of a text that is one braced group. A
// group that begins with a backslash is a letter with an accent.
func braced(s string) ([2]int, bool) {
	if len(s) < 2 || s[0] != '{' || s[1] == '\\' {
		return [2]int{}, false
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return [2]int{1, i}, i == len(s)-1
			}
		}
	}
	return [2]int{}, false
}

// cuts are the ranges between the separators that stand outside braces.
func cuts(s string, sep byte) [][2]int {
	var out [][2]int
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '\\' && i+1 < len(s) && s[i+1] == sep: // a blank in LaTeX
			i++
		case c == sep && depth <= 0:
			out = append(out, [2]int{start, i})
			start = i + 1
		}
	}
	return append(out, [2]int{start, len(s)})
}

// listedName reads "von Last, First" and "von Last, Jr, First".
func (r *reader) listedName(v value, start int, family, given, suffix [2]int) Name {
	n := Name{Family: r.plain(v, start+family[0], start+family[1]), Given: r.plain(v, start+given[0], start+given[1])}
	if jr := r.plain(v, start+suffix[0], start+suffix[1]); jr != "" {
		n.Given = withSuffix(n.Given, jr)
	}
	if n.Family == "" {
		n.Literal, n.Given = n.Given, ""
	}
	return n
}

func withSuffix(given, jr string) string {
	if given == "" {
		return jr
	}
	return given + ", " + jr
}

func isSuffix(s string) bool {
	s = strings.TrimSuffix(strings.ToLower(strings.Trim(s, " \t\r\n{}")), ".")
	return slices.Contains([]string{"jr", "sr", "ii", "iii", "iv"}, s)
}

// homonym tells whether a word is a number that DBLP puts behind the names of
// namesakes: 0001.
func homonym(word string) bool {
	return len(word) == 4 && word[0] == '0' && strings.Trim(word, "0123456789") == ""
}

// spoken reads "First von Last". The particle begins with the first word in lower
// case that is not the last one.
func (r *reader) spoken(v value, start, end int) Name {
	words := nameWords(v.raw, start, end)
	firm := slices.ContainsFunc(words, func(w [2]int) bool {
		return slices.Contains([]string{"&", `\&`, `{\&}`, "&amp;", `\&amp;`, `{\&}amp;`}, v.raw[w[0]:w[1]])
	})
	if firm || len(words) == 0 { // Smith & Sons
		return Name{Literal: r.plain(v, start, end)}
	}
	if last := words[len(words)-1]; len(words) > 1 && homonym(v.raw[last[0]:last[1]]) {
		words = words[:len(words)-1]
	}
	jr := ""
	if last := words[len(words)-1]; len(words) > 2 && isSuffix(v.raw[last[0]:last[1]]) {
		jr = r.plain(v, last[0], last[1])
		words = words[:len(words)-1]
	}
	family := len(words) - 1
	for i, w := range words[:family] {
		if r.lowerCase(v, w) {
			family = i
			break
		}
	}
	n := Name{Family: r.plain(v, words[family][0], words[len(words)-1][1])}
	if family > 0 {
		n.Given = r.plain(v, words[0][0], words[family-1][1])
	}
	if jr != "" {
		n.Given = withSuffix(n.Given, jr)
	}
	if n.Family == "" {
		n.Literal, n.Given = n.Given, ""
	}
	return n
}

// nameWords are the ranges of a name's words, parted by blanks and ties outside
// braces. A blank behind a command in letters belongs to it.
func nameWords(s string, start, end int) [][2]int {
	var out [][2]int
	depth, from := 0, -1
	for i := start; i < end; i++ {
		c := s[i]
		if depth <= 0 && (blank(c) || c == '~') {
			if from >= 0 {
				out = append(out, [2]int{from, i})
			}
			from = -1
			continue
		}
		if from < 0 {
			from = i
		}
		switch c {
		case '{':
			depth++
		case '}':
			depth--
		case '\\':
			i = commandEnd(s, i, end) - 1
		}
	}
	if from >= 0 {
		out = append(out, [2]int{from, end})
	}
	return out
}

// commandEnd is where a command ends, the blanks behind letters included, those
// behind the bare backslash not.
func commandEnd(s string, at, end int) int {
	at++
	if at >= end || strings.IndexByte("{}", s[at]) >= 0 || blank(s[at]) {
		return at
	}
	if !letter(s[at]) {
		return at + 1
	}
	for at < end && letter(s[at]) {
		at++
	}
	for at < end && blank(s[at]) {
		at++
	}
	return at
}

// lowerCase tells whether a word begins with a small letter; one in braces does
// not, unless the brace begins a letter with an accent.
func (r *reader) lowerCase(v value, w [2]int) bool {
	s := v.raw[w[0]:w[1]]
	if s[0] == '{' && !strings.HasPrefix(s, `{\`) {
		return false
	}
	if s[0] == '{' || s[0] == '\\' {
		s = r.plain(v, w[0], w[1])
	}
	for _, c := range s {
		if unicode.IsLetter(c) {
			return unicode.IsLower(c)
		}
	}
	return false
}

// extended reads BibLaTeX's names with their parts named: family=Beumont,
// given=Simon, prefix=de (section 3.4 of its manual).
func (r *reader) extended(v value, start int, fields [][2]int, text string) (Name, bool) {
	if !strings.Contains(text, "=") {
		return Name{}, false
	}
	part := map[string]string{}
	for _, f := range fields {
		s, e := trimmed(text, f[0], f[1])
		s, e = unquote(text, s, e)
		key, _, ok := strings.Cut(text[s:e], "=")
		key = strings.ToLower(strings.TrimSpace(key))
		if !ok || !nameParts[strings.TrimSuffix(key, "-i")] {
			return Name{}, false
		}
		s, e = trimmed(text, s+strings.IndexByte(text[s:e], '=')+1, e)
		s, e = unquote(text, s, e)
		part[key] = r.plain(v, start+s, start+e)
	}
	n := Name{Family: strings.TrimSpace(part["prefix"] + " " + part["family"]), Given: part["given"]}
	if strings.HasSuffix(part["prefix"], "’") {
		n.Family = part["prefix"] + part["family"]
	}
	if jr := part["suffix"]; jr != "" {
		n.Given = withSuffix(n.Given, jr)
	}
	if n.Family == "" {
		n.Literal, n.Given = n.Given, ""
	}
	return n, true
}

var nameParts = set("family given prefix suffix useprefix id hash sortingnamekeytemplatename nametemplates")

func unquote(s string, start, end int) (int, int) {
	if end-start >= 2 && s[start] == '"' && s[end-1] == '"' {
		return start + 1, end - 1
	}
	return start, end
}
