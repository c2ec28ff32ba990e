package fulltext

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a locator counts.
type Kind int

const (
	Other     Kind = iota // a figure, a note, "abstract": understood, and cannot be checked
	Paragraph             // "¶3"
	Page                  // "p. 12"
	Section               // "§2.1", "ch. 3", "section Methods"
	Line                  // "l. 40"
	Time                  // "12:30", in a recording
)

func (k Kind) String() string {
	switch k {
	case Paragraph:
		return "paragraph"
	case Page:
		return "page"
	case Section:
		return "section"
	case Line:
		return "line"
	case Time:
		return "time"
	}
	return "other"
}

// Open is the end of a locator that names only its beginning, as "p. 12 ff." does.
const Open = math.MaxInt

// Locator names a place in a source, or a range of them.
type Locator struct {
	Kind        Kind
	First, Last int    // Paragraph, Page, Line: from 1; Time: seconds; Last is First for a single one
	From, To    string // Section: numbers or names, "2.1"; Other: as it was written
}

// String is the locator as argmap writes it: "¶3", "¶¶3–5", "pp. 12–14", "§2.1",
// "ll. 40–44", "12:30".
func (l Locator) String() string {
	switch l.Kind {
	case Paragraph:
		return l.counted("¶", "¶¶")
	case Page:
		return l.counted("p. ", "pp. ")
	case Line:
		return l.counted("l. ", "ll. ")
	case Time:
		if l.Last == l.First {
			return clock(l.First)
		}
		return clock(l.First) + "–" + clock(l.Last)
	case Section:
		switch {
		case !sectionNumber.MatchString(l.From):
			return "section “" + l.From + "”"
		case l.From != l.To:
			return "§§" + l.From + "–" + l.To
		}
		return "§" + l.From
	}
	return l.From
}

func (l Locator) counted(one, many string) string {
	switch l.Last {
	case l.First:
		return one + strconv.Itoa(l.First)
	case Open:
		return one + strconv.Itoa(l.First) + " ff."
	}
	return many + strconv.Itoa(l.First) + "–" + strconv.Itoa(l.Last)
}

// clock writes seconds as people do: "12:30", "1:02:03".
func clock(seconds int) string {
	h, m, s := seconds/3600, seconds/60%60, seconds%60
	if h > 0 {
		return fmt.Sprintf("%d:%02d:%02d", h, m, s)
	}
	return fmt.Sprintf("%d:%02d", m, s)
}

// maxLocator is the length of the longest locator that is looked at, in bytes.
const maxLocator = 500

// ParseLocator reads a locator as people write them: "¶3", "par. 3–5", "pp. 12-14",
// "§ 2.1", "ch. IV", "section Methods", "l. 40", "12:30", "1h2m3s". A list
// ("¶¶3, 5") and a place within a place ("p. 12, ¶3") give several locators, in
// their order. It is false for a text that is not all understood, for a number
// without a word that says of what, and for a range that runs backwards. "s. 12"
// is of kind Other: a section to a lawyer, a page to a German.
func ParseLocator(s string) ([]Locator, bool) {
	if len(s) > maxLocator {
		return nil, false
	}
	rest := strings.Trim(strings.TrimSuffix(plainLocator(s), "."), "()[] ")
	var locators []Locator
	for rest != "" {
		l, size, ok := nextLocator(rest, locators)
		if !ok {
			return nil, false
		}
		locators = append(locators, l)
		rest = rest[size:]
		if next, _ := utf8.DecodeRuneInString(rest); rest != "" && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
			return nil, false
		}
		rest = strings.TrimLeft(rest, ".")
		rest = joint.ReplaceAllString(rest, "")
	}
	return locators, len(locators) > 0
}

var joint = regexp.MustCompile(`^\s*(?:(?:[,;&/]|and\b|und\b|at\b|in\b)\s*)*`)

// plainLocator makes one kind of dash and of space.
func plainLocator(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case isDash(r):
			return '-'
		case unicode.IsSpace(r):
			return ' '
		case isIgnored(r):
			return -1
		}
		return r
	}, s))
}

// notation is one way to write a locator. Its first two groups are the bounds of
// the range.
type notation struct {
	kind Kind
	re   *regexp.Regexp
}

const (
	pageWord    = `(?:pages?|pgs?\.?|pp?\.?|seiten?)`
	lineWord    = `(?:lines?|lns?\.?|ll?\.?)`
	partWord    = `(?:paragraphs?|paras?\.?|pars?\.?|absatz|abs\.|¶+)`
	sectionWord = `(?:§+|sections?|sect\.?|secs?\.?|chapters?|chaps?\.?|chs?\.?|parts?|pts?\.)`
	sectionID   = `(\d{1,4}(?:\.\d{1,4})*|[ivxlc]{1,7}\b|[a-z](?:\.\d{1,4})+)`
	clockTime   = `(\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?)`
	unitTime    = `(\d{1,3} ?h(?:ours?|rs?)? ?\d{1,3} ?m(?:in(?:ute)?s?)?(?: ?\d{1,5} ?s(?:ec(?:ond)?s?)?)?|\d{1,3} ?h(?:ours?|rs?)?|\d{1,4} ?m(?:in(?:ute)?s?)?(?: ?\d{1,5} ?s(?:ec(?:ond)?s?)?)?|\d{1,6} ?s(?:ec(?:ond)?s?)?)`
	timeWord    = `(?:at|from|time|timestamp|t ?=|minutes?|min\.?)?\s*`
	otherWord   = `(?:fig(?:ure)?s?\.?|tables?|tab\.|boxe?s?|footnotes?|fn\.?|notes?|nn?\.|vol(?:ume)?s?\.?|app(?:endix)?\.?|eqs?\.?|col\.|loc\.?|vv?\.|verses?|stanzas?|acts?|scenes?|ss?\.|arts?\.?|articles?|cls?\.|clauses?|rn\.?|slides?|exhibits?|items?|questions?|fol\.|ff\.)`
	otherName   = `(?:abstract|(?:sub)?title|headline|introduction|conclusions?|preface|foreword|afterword|epilogue|prologue|captions?|cover|summary|sidebar|passim|throughout|appendix|references|bibliography|epigraph|blurb)\b`
)

func counted(word string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^` + word + `\s*(\d{1,9})(?:[a-eg-z]\b|n\.?\s?\d+)?(?:\s*(?:-+|to\b)\s*` + word + `?\s*(\d{1,9})|\s*(ff?)\b\.?)?`)
}

// The ways to write a locator, tried in this order.
var notations = []notation{
	{Paragraph, counted(partWord)},
	{Page, counted(pageWord)},
	{Other, regexp.MustCompile(`(?i)^((?:pages?|pgs?|pp?)(?:\.\s*|\s+)(?:[ivxlcdm]+(?:-[ivxlcdm]+)?|[a-z]-?\d+)\b)()`)},
	{Section, regexp.MustCompile(`(?i)^` + sectionWord + `\s*` + sectionID + `(?:\s*(?:-+|to\b)\s*` + sectionWord + `?\s*` + sectionID + `)?`)},
	{Line, counted(lineWord)},
	{Time, regexp.MustCompile(`(?i)^` + timeWord + clockTime + `(?:\s*(?:-+>?|to\b)\s*` + clockTime + `)?`)},
	{Time, regexp.MustCompile(`(?i)^` + timeWord + unitTime + `(?:\s*(?:-+|to\b)\s*` + unitTime + `)?`)},
	{Other, regexp.MustCompile(`(?i)^(` + otherWord + `\s*[a-z]?[\d.]*\d[a-z]?(?:\s*-\s*\d+)?)()`)},
	{Other, regexp.MustCompile(`(?i)^(` + otherName + `)()`)},
	{Section, regexp.MustCompile(`(?i)^` + sectionWord + `\s*[“"‘']?(\pL[^,;“”"]*)()[”"’']?`)},
}

var bareRange = regexp.MustCompile(`(?i)^()(\d{1,9})(?:\s*-+\s*(\d{1,9})|\s*(ff?)\b\.?)?`)

// nextLocator reads the first locator of a text; a number alone is of the kind of
// the one before it.
func nextLocator(s string, before []Locator) (l Locator, size int, ok bool) {
	for _, n := range notations {
		if m := n.re.FindStringSubmatch(s); m != nil {
			l, ok = makeLocator(n.kind, m[1:])
			return l, len(m[0]), ok
		}
	}
	if len(before) > 0 {
		kind := before[len(before)-1].Kind
		if m := bareRange.FindStringSubmatch(s); m != nil && kind != Other && kind != Time {
			l, ok = makeLocator(kind, m[2:])
			return l, len(m[0]), ok
		}
	}
	return Locator{}, 0, false
}

func makeLocator(kind Kind, bounds []string) (Locator, bool) {
	l := Locator{Kind: kind}
	from, to := bounds[0], bounds[1]
	switch kind {
	case Other:
		l.From, l.To = from, from
		return l, true
	case Section:
		l.From, l.To = sectionBounds(from, to)
		return l, true
	case Time:
		l.First = seconds(from)
		l.Last = l.First
		if to != "" {
			l.Last = seconds(to)
		}
		return l, l.Last >= l.First
	}
	l.First, _ = strconv.Atoi(from)
	l.Last = l.First
	switch {
	case to != "":
		if len(to) < len(from) { // "123–8"
			to = from[:len(from)-len(to)] + to
		}
		l.Last, _ = strconv.Atoi(to)
	case len(bounds) > 2 && strings.EqualFold(bounds[2], "f"):
		l.Last++
	case len(bounds) > 2 && bounds[2] != "":
		l.Last = Open
	}
	return l, l.Last >= l.First
}

// sectionBounds reads "IV" as 4, and the range "2.1–3" as one up to 2.3.
func sectionBounds(from, to string) (string, string) {
	from, to = sectionName(from), sectionName(to)
	if to == "" {
		return from, from
	}
	if dot := strings.LastIndexByte(from, '.'); dot >= 0 && !strings.Contains(to, ".") {
		to = from[:dot+1] + to
	}
	return from, to
}

func sectionName(s string) string {
	if n, ok := roman(s); ok {
		return strconv.Itoa(n)
	}
	return strings.TrimSpace(s)
}
