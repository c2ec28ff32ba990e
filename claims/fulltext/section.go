package fulltext

import (
	"regexp"
	"strconv"
	"strings"
)

// section is what a heading begins.
type section struct {
	number string // "2.1": the heading's own, or counted; "": it has only a name
	title  string // without the number; "": the number is all there is
	level  int
	parent int // index of the section around it, -1: none
}

// A heading's own number: "2 Data", "2.1. Data", "IV. Data", "§ 3", "Chapter II:
// Data", "A.1 Data". A Roman number needs a mark or a word that makes it one.
var (
	namedNumber   = regexp.MustCompile(`(?i)^(?:§+|sections?|sec\.|chapter|chap\.|ch\.|part)\s*(\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,7})(?:[.:)]|\s|$)`)
	arabicNumber  = regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,3})*)(?:[.:)]*\s|[.:)]*$)`)
	romanNumber   = regexp.MustCompile(`^([IVXLC]{1,7})(?:[.:)]\s|[.:)]?$)`)
	letterNumber  = regexp.MustCompile(`^([A-Z](?:\.\d{1,3})+)[.:)]?\s`)
	numberedParts = []*regexp.Regexp{namedNumber, arabicNumber, romanNumber, letterNumber}
)

// ownNumber takes a heading's number off it.
func ownNumber(heading string) (number, rest string, named bool) {
	heading = strings.Join(strings.Fields(heading), " ")
	if isDate(heading) {
		return "", heading, false
	}
	for _, re := range numberedParts {
		m := re.FindStringSubmatchIndex(heading)
		if m == nil {
			continue
		}
		number = heading[m[2]:m[3]]
		if n, ok := roman(number); ok {
			number = strconv.Itoa(n)
		}
		return number, strings.Trim(heading[m[1]:], " .:–—-"), re == namedNumber
	}
	return "", heading, false
}

func isNumbering(s string) bool {
	number, rest, _ := ownNumber(s)
	return number != "" && rest == ""
}

// roman reads a Roman number of well-formed tens and ones, as chapters have.
func roman(s string) (int, bool) {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	s = strings.ToUpper(s)
	n := 0
	for i := range len(s) {
		v := value[s[i]]
		if v == 0 || len(s) > 15 {
			return 0, false
		}
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return n, n > 0
}

// addSection begins a section at the next block.
func (t *Text) addSection(level int, heading string) int32 {
	parent := len(t.sections) - 1
	for parent >= 0 && t.sections[parent].level >= level {
		parent = t.sections[parent].parent
	}
	t.sections = append(t.sections, section{title: heading, level: level, parent: parent})
	return int32(len(t.sections) - 1)
}

// numberSections gives the sections their numbers. Where headings have numbers of
// their own those count, and the headings without one have only their names; the
// first of them must be a first one, so that "12 Angry Men" numbers nothing.
// Otherwise sections are counted, 1, 1.1, 1.2, 2, by the depth of the headings;
// a text's only heading of the highest level is its title, and not counted.
func (t *Text) numberSections(count bool) {
	t.marked = count
	if t.numberedByThemselves() || !count {
		return
	}
	skip := t.titleOnly()
	counts := make([]int, len(t.sections)+1) // of the sections in each, in the whole text first
	for i := range t.sections {
		s := &t.sections[i]
		if i == skip {
			continue
		}
		around := s.parent
		if around == skip {
			around = -1
		}
		counts[around+1]++
		if around >= 0 {
			s.number = t.sections[around].number + "."
		}
		s.number += strconv.Itoa(counts[around+1])
	}
}

func (t *Text) numberedByThemselves() bool {
	first := true
	for i := range t.sections {
		s := &t.sections[i]
		number, rest, named := ownNumber(s.title)
		if number == "" {
			continue
		}
		if start, _, _ := strings.Cut(number, "."); first && !named && start != "0" && start != "1" && start != "A" {
			return false
		}
		s.number, s.title, first = number, rest, false
	}
	return !first
}

// titleOnly is the index of the heading that is the whole text's title, or -1.
func (t *Text) titleOnly() int {
	if len(t.sections) == 0 || len(t.sections) == 1 && t.sections[0].level > 1 {
		return -1
	}
	for _, s := range t.sections[1:] {
		if s.level <= t.sections[0].level {
			return -1
		}
	}
	return 0
}

// plainSections makes sections of the lines that look like headings. Before the
// body they are taken for titles and authors, unless they have a number.
func (t *Text) plainSections() {
	at, inBody := int32(-1), false
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.role != guess {
			inBody = inBody || readsWell(t.body[b.start:b.end])
		} else {
			heading := t.passage(int(b.start), int(b.end))
			if number, _, _ := ownNumber(heading); number != "" || inBody {
				at = t.addSection(1, heading)
			}
		}
		b.section = at
	}
	t.numberSections(false)
}
