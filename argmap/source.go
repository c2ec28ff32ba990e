package argmap

import (
	"net/url"
	"strings"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// Short names a source in a few words, as a citation in the text would: "Araki
// 2021", "Araki and Kim 2021", "Araki et al. 2021"; the title, or failing that
// the id, where no author is known.
func (s *Source) Short() string {
	name := shortAuthors(s.Decl.Author)
	if name == "" {
		name = s.Decl.Title.Value
	}
	if name == "" {
		return s.ID
	}
	if year := s.Year(); year != "" {
		return name + " " + year
	}
	return name
}

// Year is the year the source was issued, or "".
func (s *Source) Year() string {
	year, _, _ := strings.Cut(s.Decl.Issued.Value, "-")
	return year
}

// Link is where the source can be read: its URL, or its DOI as a link, if that
// is safe to follow; otherwise "".
func (s *Source) Link() string {
	if link, ok := SafeURL(s.Decl.URL.Value); ok {
		return link
	}
	for _, f := range s.Decl.Fields {
		if f.Key == "DOI" && strings.HasPrefix(f.Value.Value, "10.") {
			return "https://doi.org/" + (&url.URL{Path: f.Value.Value}).EscapedPath()
		}
	}
	return ""
}

func shortAuthors(names []claims.Name) string {
	short := func(n claims.Name) string {
		if n.Family != "" {
			return n.Family
		}
		return n.Literal
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return short(names[0])
	case 2:
		return short(names[0]) + " and " + short(names[1])
	default:
		return short(names[0]) + " et al."
	}
}

// Cite is the evidence in one line: source and locator, or what else there is.
func (e *Evidence) Cite() string {
	var parts []string
	if e.Source != nil {
		parts = append(parts, e.Source.Short())
	}
	if e.At != "" {
		parts = append(parts, e.At)
	}
	if len(parts) == 0 && e.URL != "" {
		parts = append(parts, e.URL)
	}
	if len(parts) == 0 && e.Note != "" {
		parts = append(parts, e.Note)
	}
	if len(parts) == 0 && e.Quote != "" {
		parts = append(parts, "“"+e.Quote+"”")
	}
	if len(parts) == 0 {
		parts = append(parts, e.Kind)
	}
	return strings.Join(parts, ", ")
}

// Full is everything that the evidence says, in one line, but for its link.
func (e *Evidence) Full() string {
	s := e.Cite()
	if e.Kind != "" && s != e.Kind {
		s += " (" + e.Kind + ")"
	}
	if e.Quote != "" && !strings.Contains(s, e.Quote) {
		s += ": “" + e.Quote + "”"
	}
	if e.Note != "" && !strings.Contains(s, e.Note) {
		s += ". " + e.Note
	}
	return s
}

// Link is where the evidence can be read: its own URL, else its source's; ""
// where there is none that is safe to follow.
func (e *Evidence) Link() string {
	if link, ok := SafeURL(e.URL); ok {
		return link
	}
	if e.Source != nil {
		return e.Source.Link()
	}
	return ""
}

// SafeURL returns a link that may be put into a picture or a page: http, https,
// mailto, or a relative path. Everything else (javascript:, data:, //host, …) is
// refused, as is an empty text.
func SafeURL(raw string) (link string, ok bool) {
	raw = strings.TrimSpace(raw)
	if raw == "" || strings.ContainsFunc(raw, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' }) {
		return "", false
	}
	u, err := url.Parse(raw)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.String(), u.Host != ""
	case "mailto":
		return u.String(), u.Opaque != ""
	case "":
		return u.String(), u.Host == "" && !strings.HasPrefix(raw, "/")
	}
	return "", false
}

// Field is a variable of the source that is carried as text, or "".
func (s *Source) Field(key string) string {
	for _, f := range s.Decl.Fields {
		if f.Key == key {
			return f.Value.Value
		}
	}
	return ""
}

// In is the file that declares the source: its bibliography, or the claims file.
func (s *Source) In(m *Map) *source.File {
	if s.Decl.In != nil {
		return s.Decl.In
	}
	return m.Source
}
