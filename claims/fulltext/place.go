package fulltext

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Place is where a stretch of a text stands, told by its first character.
type Place struct {
	Paragraph  int    // from 1; 0: in a title, a note or the like, which is not counted
	Page       int    // 0: the text has no page marks
	Line       int    // of the file, from 1
	Section    string // number or, where it has none, name of the innermost; "": before the first
	Time       string // "12:30", when the paragraph or the cue begins; "": not known
	Start, End int    // offsets of bytes in Text.String
}

// String names the place in the way that is most exact: "¶3", or "l. 12" for one
// outside the paragraphs that are counted.
func (p Place) String() string {
	if p.Paragraph > 0 {
		return Locator{Kind: Paragraph, First: p.Paragraph, Last: p.Paragraph}.String()
	}
	return Locator{Kind: Line, First: p.Line, Last: p.Line}.String()
}

// In names the place in the way of a kind of locator, "p. 3" or "12:30", so that
// it can be told beside one; where the text has no such marks it is as String.
func (p Place) In(k Kind) string {
	switch {
	case k == Page && p.Page > 0:
		return Locator{Kind: Page, First: p.Page, Last: p.Page}.String()
	case k == Line && p.Line > 0:
		return Locator{Kind: Line, First: p.Line, Last: p.Line}.String()
	case k == Section && p.Section != "":
		return Locator{Kind: Section, From: p.Section, To: p.Section}.String()
	case k == Time && p.Time != "":
		return p.Time
	}
	return p.String()
}

// Has tells whether the text has a place of that name. It is not known where the
// text has no marks of that kind, as a plain text without form feeds has no pages.
func (t *Text) Has(l Locator) (has, known bool) {
	within := func(first, last int) bool {
		return l.First >= first && l.First <= last && (l.Last == Open || l.Last >= l.First && l.Last <= last)
	}
	switch l.Kind {
	case Paragraph:
		return within(1, t.paragraphs), true
	case Line:
		return within(1, t.lines), true
	case Page:
		return within(t.firstPage, t.firstPage+len(t.pages)-1), len(t.pages) > 0
	case Time:
		return within(0, int(t.end)+timeSlack), t.end >= 0
	case Section:
		from, known := t.findSection(l.From)
		to, _ := t.findSection(l.To)
		return from && to, known
	}
	return false, false
}

// Extent says how many places of a kind the text has, to be read after "the text
// has": "5 paragraphs", "pages 101 to 120", "sections 1, 2, 2.1". It is "" where
// the text has no marks of the kind.
func (t *Text) Extent(k Kind) string {
	switch {
	case k == Paragraph:
		return plural(t.paragraphs, "paragraph")
	case k == Line:
		return plural(t.lines, "line")
	case k == Page && len(t.pages) > 0 && t.firstPage == 1:
		return plural(len(t.pages), "page")
	case k == Page && len(t.pages) > 0:
		return fmt.Sprintf("pages %d to %d", t.firstPage, t.firstPage+len(t.pages)-1)
	case k == Section && len(t.sections) > 0:
		return t.sectionList()
	case k == Time && t.end >= 0:
		return "times up to " + clock(int(t.end))
	}
	return ""
}

func plural(n int, what string) string {
	switch n {
	case 0:
		return "no " + what + "s"
	case 1:
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// listedSections bounds what a message says of a book's sections.
const listedSections = 12

func (t *Text) sectionList() string {
	var names []string
	numbered := t.hasNumbers()
	for _, s := range t.sections {
		if numbered && s.number != "" {
			names = append(names, s.number)
		} else if !numbered {
			names = append(names, "“"+s.title+"”")
		}
	}
	if n := len(names); n > listedSections {
		names = append(names[:listedSections-1], "… "+names[n-1])
	}
	if len(names) == 1 {
		return "one section, " + names[0]
	}
	return "sections " + strings.Join(names, ", ")
}

// timeSlack is by how many seconds a time may miss, for people stop a recording a
// little early or late.
const timeSlack = 10

// Covers tells whether a place lies in what a locator names, at least in part.
// Several locators of one kind name all their places together ("¶3, 5"); of
// several kinds ("p. 12, ¶3") only the first that the text has marks for is
// looked at, for people count the finer ones within the coarser in many ways.
func (t *Text) Covers(at []Locator, p Place) (covers, known bool) {
	kind := Other
	for _, l := range at {
		if _, ok := t.Has(l); !ok || kind != Other && l.Kind != kind {
			continue
		}
		kind = l.Kind
		covers = covers || t.touches(l, p)
	}
	return covers, kind != Other
}

func (t *Text) touches(l Locator, p Place) bool {
	overlaps := func(first, last int) bool { return first <= l.Last && last >= l.First }
	switch l.Kind {
	case Page:
		return overlaps(t.pageAt(p.Start), t.pageAt(max(p.Start, p.End-1)))
	case Line:
		return overlaps(t.lineAt(p.Start), t.lineAt(max(p.Start, p.End-1)))
	case Time:
		return overlaps(t.timesOf(p))
	}
	for _, b := range t.blocksOf(p) {
		switch {
		case l.Kind == Paragraph && b.number > 0 && overlaps(int(b.number), int(b.number)):
			return true
		case l.Kind == Section && b.section >= 0 && t.sectionWithin(int(b.section), l.From, l.To):
			return true
		}
	}
	return false
}

// timesOf is from when to when a place is spoken, in seconds, with some slack.
func (t *Text) timesOf(p Place) (first, last int) {
	i := t.blockAt(p.Start)
	if i < 0 || t.blocks[i].time < 0 {
		return -1, -1
	}
	first = int(t.blocks[i].time)
	for i++; i < len(t.blocks); i++ {
		b := t.blocks[i]
		if int(b.start) >= p.End && int(b.time) > first {
			return first - timeSlack, int(b.time) + timeSlack
		}
	}
	return first - timeSlack, max(int(t.end), first) + timeSlack
}

func (s section) name() string {
	if s.number != "" {
		return s.number
	}
	return s.title
}

func (t *Text) hasNumbers() bool {
	for _, s := range t.sections {
		if s.number != "" {
			return true
		}
	}
	return false
}

// findSection looks for a section by its number or its name. Where it has neither
// the answer is known only if all the sections are.
func (t *Text) findSection(name string) (found, known bool) {
	for _, s := range t.sections {
		if sameName(s.title, name) || s.number != "" && strings.EqualFold(s.number, name) {
			return true, true
		}
	}
	if sectionNumber.MatchString(name) {
		return false, t.hasNumbers()
	}
	return false, t.marked
}

var sectionNumber = regexp.MustCompile(`^(?:\d+|[A-Za-z])(?:\.\d+)*$`)

// sectionWithin tells whether a section, or one around it, is among those from
// one name to another.
func (t *Text) sectionWithin(i int, from, to string) bool {
	s := t.sections[i]
	for j := i; j >= 0 && from == to; j = t.sections[j].parent {
		if sameName(t.sections[j].title, from) {
			return true
		}
	}
	if s.number == "" || !sectionNumber.MatchString(from) || !sectionNumber.MatchString(to) {
		return false
	}
	return compareNumbers(s.number, from, false) >= 0 && compareNumbers(s.number, to, true) <= 0
}

func sameName(a, b string) bool {
	return a != "" && strings.EqualFold(strings.Trim(foldString(a), "' "), strings.Trim(foldString(b), "' "))
}

// compareNumbers compares "2.10" with "2.9", number by number. A number that goes
// on where the other ends is after it, or, if inside, the same.
func compareNumbers(a, b string, inside bool) int {
	as, bs := strings.Split(strings.ToUpper(a), "."), strings.Split(strings.ToUpper(b), ".")
	for i := range min(len(as), len(bs)) {
		x, errX := strconv.Atoi(as[i])
		y, errY := strconv.Atoi(bs[i])
		switch {
		case errX == nil && errY == nil && x != y:
			return x - y
		case (errX != nil || errY != nil) && as[i] != bs[i]:
			return strings.Compare(as[i], bs[i])
		}
	}
	if inside && len(as) > len(bs) {
		return 0
	}
	return len(as) - len(bs)
}
