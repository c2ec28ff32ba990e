package bibtex

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// dated reads a date of BibLaTeX or, without one, year, month and day.
func dated(date, year, month, day string) func(*builder) (string, source.Span) {
	return func(b *builder) (string, source.Span) {
		if s, at := b.dateText(date); s != "" {
			for _, name := range []string{year, month, day} {
				b.take(name) // they say the same for BibTeX
			}
			return b.date(s, at), at
		}
		s, at := b.dateText(year)
		if s == "" {
			return "", source.Span{}
		}
		if d, ok := figures(s, dateTokens(s)); ok { // 2020-21 is no season here
			return d, at
		}
		s = b.date(s, at)
		if len(s) != 4 || !isYear(s) {
			return s, at
		}
		m, span := b.text(month)
		d, _ := b.text(day)
		if m == "" {
			return s, at
		}
		if days, ok := readDays(dateTokens(m + " " + d)); ok {
			if full, ok := days.in(s); ok {
				return full, at
			}
		}
		b.warn(CodeDate, span, "write the month as jan or 01, and the day by itself", "this is no month or day; only the year %s is read", s)
		return s, at
	}
}

// dateText is the text of a field, with the ties that BibLaTeX writes for "about".
func (b *builder) dateText(name string) (string, source.Span) {
	f := b.take(name)
	if f == nil {
		return "", source.Span{}
	}
	return tidy(b.decode(f.value, 0, len(f.value.raw))), f.value.span
}

// date is a date in the form of readDate. One that cannot be read is reported, and
// stands for its year if it has one, or else for itself.
func (b *builder) date(s string, at source.Span) string {
	if d, ok := readDate(s); ok {
		return d
	}
	year := ""
	for i := 0; i < len(s); {
		n := 0
		for i+n < len(s) && digit(s[i+n]) {
			n++
		}
		if n == 4 {
			if year != "" {
				year = ""
				break
			}
			year = s[i : i+4]
		}
		i += max(n, 1)
	}
	const hint = "write it as 2021-01-31, 2021-01 or 2021; two dates with / between them"
	if year != "" {
		b.warn(CodeDate, at, hint, "the date cannot be read; only the year %s is", year)
		return year
	}
	b.warn(CodeDate, at, hint, "the date cannot be read; it is kept as it is")
	return s
}

// states are how far a work can be from being published, as BibLaTeX's pubstate
// has them and, blanks aside, as people write them for a year.
var states = map[string]string{
	"inpress": "in press", "forthcoming": "forthcoming", "toappear": "to appear", "submitted": "submitted", "accepted": "accepted",
	"inpreparation": "in preparation", "underreview": "under review", "unpublished": "unpublished", "prepublished": "prepublished",
}

// status is how far a work is from being published. A year may say so too.
func status(b *builder) (string, source.Span) {
	for _, name := range []string{"date", "year"} {
		f := b.field(name)
		if f == nil || f.used {
			continue
		}
		s := b.value(f)
		word := strings.ToLower(strings.Map(func(c rune) rune {
			if c < 0x80 && !letter(byte(c)) {
				return -1
			}
			return c
		}, s))
		switch {
		case word == "nd" || word == "nodate" || word == "na": // there is none: nothing to say
			f.used = true
		case states[word] != "" && !strings.ContainsAny(s, "0123456789"):
			f.used = true
			if b.field("pubstate") == nil {
				return states[word], f.value.span
			}
		}
	}
	s, at := b.text("pubstate")
	if words := states[s]; words != "" {
		s = words
	}
	return s, at
}

// accessed is the day on which an address was seen, from its field or from a note
// that says nothing else: "[Online; accessed 31-January-2021]", as Wikipedia has it.
func accessed(b *builder) (string, source.Span) {
	if s, at := dated("urldate", "urlyear", "urlmonth", "urlday")(b); s != "" {
		return s, at
	}
	for _, name := range []string{"note", "howpublished"} {
		f := b.field(name)
		if f == nil || f.used {
			continue
		}
		s := strings.ToLower(strings.Trim(b.value(f), "[]() ."))
		for _, word := range []string{"online", ";", ",", "last "} {
			s = strings.TrimSpace(strings.TrimPrefix(s, word))
		}
		for _, word := range []string{"accessed", "visited", "retrieved"} {
			rest, ok := strings.CutPrefix(s, word)
			rest = strings.TrimPrefix(strings.TrimLeft(rest, ": "), "on ")
			if d, isDate := readDate(rest); ok && isDate {
				f.used = true
				return d, f.value.span
			}
		}
	}
	return "", source.Span{}
}
