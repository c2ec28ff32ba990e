package bibtex

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// raw reads a field that is no LaTeX.
func raw(name string) func(*builder) (string, source.Span) {
	return func(b *builder) (string, source.Span) {
		if f := b.take(name); f != nil {
			return verbatim(f.value.raw), f.value.span
		}
		return "", source.Span{}
	}
}

// link is an address in a text.
type link struct {
	address    string
	start, end int // of the command or the address itself
}

// findLink finds the first address in LaTeX: \url{…}, \href{…}{…}, or one that
// begins with http.
func findLink(s string) (link, bool) {
	for _, command := range []string{`\url`, `\href`} {
		i := strings.Index(s, command)
		if i < 0 {
			continue
		}
		d := decoder{in: s, pos: i + len(command)}
		if address := verbatim(d.rawArgument()); address != "" {
			return link{address, i, d.pos}, true
		}
	}
	i := strings.Index(s, "http://")
	if j := strings.Index(s, "https://"); i < 0 || j >= 0 && j < i {
		i = j
	}
	if i < 0 {
		return link{}, false
	}
	end := i
	for end < len(s) && !blank(s[end]) && strings.IndexByte("{}\"<>|^`", s[end]) < 0 {
		end++
	}
	end = i + len(strings.TrimRight(s[i:end], ".,;:!?)]'"))
	return link{verbatim(s[i:end]), i, end}, true
}

func linkIn(s string) string {
	l, _ := findLink(s)
	return l.address
}

// alone tells whether a text is a link and signs around it.
func (l link) alone(s string) bool {
	return !strings.ContainsFunc(s[:l.start]+s[l.end:], func(c rune) bool { return c >= 0x80 || letter(byte(c)) || digit(byte(c)) })
}

// address is the URL: of the field, of what says how the work was published, of
// the note, or of the archive.
func address(b *builder) (string, source.Span) {
	url, at := raw("url")(b)
	for _, name := range []string{"howpublished", "note"} {
		f := b.field(name)
		if f == nil || f.used {
			continue
		}
		l, ok := findLink(f.value.raw)
		if !ok || url != "" && url != l.address {
			continue
		}
		f.used = l.alone(f.value.raw)
		if url == "" {
			url, at = l.address, f.value.spanOf(l.start, l.end)
		}
	}
	if f := b.field("eprint"); url == "" && f != nil && !f.used {
		url, at = eprintAddress(b, f), f.value.span
	}
	return url, at
}

// archives are the archives that eprinttype names: what they are called, and what
// stands before an identifier to make its address.
var archives = map[string][2]string{
	"arxiv": {"arXiv", "https://arxiv.org/abs/"}, "jstor": {"JSTOR", "https://www.jstor.org/stable/"},
	"pubmed": {"PubMed", "https://pubmed.ncbi.nlm.nih.gov/"}, "hdl": {"Handle", "https://hdl.handle.net/"},
	"googlebooks": {"Google Books", "https://books.google.com/books?id="},
}

func eprintAddress(b *builder, f *field) string {
	id := verbatim(f.value.raw)
	if strings.Contains(id, "://") {
		f.used = true
		return id
	}
	id = strings.TrimPrefix(strings.TrimPrefix(id, "arXiv:"), "abs/")
	if strings.ContainsFunc(id, func(c rune) bool {
		return c >= 0x80 || !letter(byte(c)) && !digit(byte(c)) && !strings.ContainsRune("./_-", c)
	}) {
		return ""
	}
	if a := archives[archiveOf(b)]; id != "" && a[1] != "" {
		return a[1] + id
	}
	return ""
}

// archiveOf is the eprinttype in lower case; an identifier in the form of arXiv's
// needs none.
func archiveOf(b *builder) string {
	if f := b.field("eprinttype"); f != nil {
		return strings.ToLower(b.value(f))
	}
	f := b.field("eprint")
	if f == nil {
		return ""
	}
	year, number, ok := strings.Cut(strings.TrimPrefix(verbatim(f.value.raw), "arXiv:"), ".")
	number, _, _ = strings.Cut(number, "v")
	if ok && len(year) == 4 && len(number) >= 4 && len(number) <= 5 && strings.Trim(year+number, "0123456789") == "" {
		return "arxiv"
	}
	return ""
}

// archiveLocation is the identifier of an eprint. What is an address and no
// identifier is carried as it is.
func archiveLocation(b *builder) (string, source.Span) {
	if f := b.field("eprint"); f != nil && strings.Contains(f.value.raw, "://") {
		return "", source.Span{}
	}
	return raw("eprint")(b)
}

// archive is the name of the archive that an eprint is in.
func archive(b *builder) (string, source.Span) {
	f := b.field("eprint")
	if f == nil || f.used {
		return "", source.Span{}
	}
	name := archiveOf(b)
	if a := archives[name]; a[0] != "" {
		name = a[0]
	} else if t := b.field("eprinttype"); t != nil {
		name = b.value(t)
	}
	return name, f.value.span
}

// doi is the bare identifier.
func doi(b *builder) (string, source.Span) {
	s, at := raw("doi")(b)
	for _, prefix := range []string{"https://", "http://", "dx.", "doi.org/", "doi:"} {
		if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
			s = s[len(prefix):]
		}
	}
	return s, at
}

// note joins what is said about a work in free words.
func note(b *builder) (string, source.Span) {
	var all []string
	var at source.Span
	for _, name := range []string{"howpublished", "note", "addendum"} {
		if s, span := b.text(name); s != "" {
			if len(all) == 0 {
				at = span
			}
			all = append(all, s)
		}
	}
	for i := range max(0, len(all)-1) {
		all[i] = strings.TrimSuffix(all[i], ".")
	}
	return strings.Join(all, ". "), at
}

// localFile is the first path of a file field: plain, or title:path:type as
// Zotero, JabRef and Mendeley write it, with colons and semicolons escaped.
func localFile(b *builder) (string, source.Span) {
	f := b.take("file")
	if f == nil {
		return "", source.Span{}
	}
	s := strings.NewReplacer(`$\backslash$`, `\`, "{", "", "}", "", "\n", " ", "\r", "").Replace(clean(f.value.raw))
	for _, entry := range unescapedCuts(s, ';') {
		parts := unescapedCuts(entry, ':')
		if n := len(parts); n > 2 && !drive(parts[0], parts[1]) {
			parts = parts[1 : n-1]
		} else if n == 3 {
			parts = parts[:2]
		} else if n == 2 && !drive(parts[0], parts[1]) {
			parts = parts[1:]
		}
		if path := tidy(unescape(strings.Join(parts, ":"))); path != "" {
			return path, f.value.span
		}
	}
	return "", source.Span{}
}

// drive tells whether a colon stands behind the letter of a drive: C:\docs.
func drive(before, behind string) bool {
	before = strings.TrimSpace(before)
	return len(before) == 1 && letter(before[0]) && behind != "" && (behind[0] == '\\' || behind[0] == '/')
}

// unescapedCuts cuts at a sign that has no backslash before it.
func unescapedCuts(s string, sep byte) []string {
	var out []string
	start := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case sep:
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[min(start, len(s)):])
}

// unescape takes the backslashes from signs that were escaped; those of Windows
// paths stay.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte(`\:;_%#&$`, s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
