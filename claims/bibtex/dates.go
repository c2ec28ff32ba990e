package bibtex

import (
	"strconv"
	"strings"
	"unicode"
)

// readDate reads a date as BibLaTeX has it, or as people write it, and gives it
// in the Extended Date/Time Format, level 1 (https://www.loc.gov/standards/datetime/):
// 2021-01-31, 2021-01, 2020/2021, 2020/.., 2020-21 for spring, 1850~ for about.
func readDate(s string) (string, bool) {
	if d, ok := edtf(strings.ReplaceAll(s, "\u00a0", "~")); ok { // LaTeX has made a blank of it
		return d, true
	}
	return freeDate(s)
}

// edtf reads one date or two with a slash between them.
func edtf(s string) (string, bool) {
	from, to, isRange := strings.Cut(s, "/")
	if !isRange {
		return edtfDate(s)
	}
	if open := to == "" || to == ".."; open {
		d, ok := edtfDate(from)
		return d + "/..", ok
	}
	b, ok := edtfDate(to)
	if from == "" || from == ".." {
		return "../" + b, ok
	}
	a, ok2 := edtfDate(from)
	if !ok || !ok2 || len(to) < 4 {
		return "", false
	}
	return a + "/" + b, true
}

// edtfDate reads year, month and day. A time of day is left out, as CSL has none;
// X stands for digits not known.
func edtfDate(s string) (string, bool) {
	s, _, _ = strings.Cut(s, "T")
	mark := ""
	if n := len(strings.TrimRight(s, "?~%")); n < len(s) {
		s, mark = s[:n], s[n:]
		if len(mark) > 1 {
			mark = "%" // ?~ of older versions
		}
	}
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	parts := strings.Split(s, "-")
	if len(parts) > 3 || len(parts[0]) < 3 || len(parts[0]) > 4 || !isYear(parts[0]) {
		return "", false
	}
	year := strings.ToUpper(parts[0])
	if len(parts) == 1 {
		return sign + year + mark, true
	}
	month := number(parts[1])
	if len(parts) == 2 && month >= 21 && month <= 24 { // seasons
		return sign + year + "-" + parts[1] + mark, true
	}
	day := 0
	if len(parts) == 3 {
		if day = number(parts[2]); day < 1 {
			return "", false
		}
	}
	if !valid(year, month, day) {
		return "", false
	}
	return sign + year + monthDay(month, day) + mark, true
}

// isYear takes digits, the last of which may be X.
func isYear(s string) bool {
	digits := strings.TrimRight(strings.ToUpper(s), "X")
	return digits != "" && strings.Trim(digits, "0123456789") == ""
}

// number reads one or two digits, or is -1.
func number(s string) int {
	if n, err := strconv.Atoi(s); err == nil && len(s) <= 2 && digit(s[0]) {
		return n
	}
	return -1
}

// valid tells whether there is such a day, or month where day is 0.
func valid(year string, month, day int) bool {
	if month < 1 || month > 12 {
		return false
	}
	days := []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if y, err := strconv.Atoi(year); month == 2 && (err != nil || y%4 == 0 && (y%100 != 0 || y%400 == 0)) {
		days = 29
	}
	return day <= days
}

// monthDay writes a month, and a day unless it is 0, with dashes before them.
func monthDay(month, day int) string {
	s := "-" + pad(month)
	if day > 0 {
		s += "-" + pad(day)
	}
	return s
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// days are one day or month of a year, or the two ends of a range.
type days struct {
	months, days []int
	season       int // 21 to 24
}

// freeDate reads a date in words or figures that leave no doubt: "January 31,
// 2021", "31.1.2021", "Mar/Apr 2020", "c. 1850", "2020–21", "1999–2003".
func freeDate(s string) (string, bool) {
	if len(s) > 80 {
		return "", false
	}
	tokens := dateTokens(s)
	if d, ok := figures(s, tokens); ok {
		return d, true
	}
	var rest []string
	year, to, mark := "", "", ""
	for _, t := range tokens {
		switch {
		case isYear(t) && len(t) == 4 && digit(t[3]) && year == "":
			year = t
		case isYear(t) && len(t) == 4 && digit(t[3]) && to == "":
			to = t
		case t == "c" || t == "ca" || t == "circa" || t == "about":
			mark = "~"
		default:
			rest = append(rest, t)
		}
	}
	switch {
	case year == "":
		return "", false
	case to != "" && len(rest) == 0 && to > year:
		return year + "/" + to, true
	case to != "":
		return "", false
	case len(rest) == 0:
		return year + mark, true
	}
	d, ok := readDays(rest)
	if !ok {
		return "", false
	}
	out, ok := d.in(year)
	return out + mark, ok
}

// figures reads dates of numbers alone: 2021/1/31, 31.1.2021, 2020-21. Numbers
// with slashes where day and month could change places are not read.
func figures(s string, tokens []string) (string, bool) {
	var n []int
	for _, t := range tokens {
		i, err := strconv.Atoi(t)
		if err != nil || !digit(t[0]) {
			return "", false
		}
		n = append(n, i)
	}
	switch {
	case len(n) == 2 && len(tokens[0]) == 4 && len(tokens[1]) == 2 && n[1] > n[0]%100:
		return tokens[0] + "/" + tokens[0][:2] + tokens[1], true
	case len(n) != 3:
		return "", false
	case len(tokens[0]) == 4 && valid(tokens[0], n[1], n[2]) && n[2] > 0:
		return tokens[0] + monthDay(n[1], n[2]), true
	case len(tokens[2]) == 4 && (strings.Contains(s, ".") || n[0] > 12 || n[0] == n[1]) && valid(tokens[2], n[1], n[0]) && n[0] > 0:
		return tokens[2] + monthDay(n[1], n[0]), true
	case len(tokens[2]) == 4 && n[1] > 12 && valid(tokens[2], n[0], n[1]):
		return tokens[2] + monthDay(n[0], n[1]), true
	}
	return "", false
}

// dateTokens are the words and numbers of a text, in lower case, a number without
// the letters of an ordinal.
func dateTokens(s string) []string {
	tokens := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r < 0x80 && !digit(byte(r)) && !letter(byte(r)) || unicode.IsSpace(r) || unicode.IsPunct(r) || r == '©'
	})
	for i, t := range tokens {
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			if n := strings.TrimSuffix(t, suffix); n != t && number(n) > 0 {
				tokens[i] = n
			}
		}
	}
	return tokens
}

// readDays reads months by their English names or, alone, by number; days; and
// seasons.
func readDays(tokens []string) (days, bool) {
	var d days
	for _, t := range tokens {
		n := number(t)
		switch {
		case monthOf(t) > 0:
			d.months = append(d.months, monthOf(t))
		case n > 0 && n <= 31:
			d.days = append(d.days, n)
		case seasons[t] > 0 && d.season == 0:
			d.season = seasons[t]
		default:
			return d, false
		}
	}
	if len(d.months) == 0 && len(d.days) == 1 && d.season == 0 {
		d.months, d.days = d.days, nil
	}
	return d, true
}

var seasons = map[string]int{"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

var monthNames = strings.Fields("january february march april may june july august september october november december")

// monthOf is the number of an English month, written out or cut to three letters
// or more, or 0.
func monthOf(word string) int {
	if len(word) < 3 {
		return 0
	}
	for i, name := range monthNames {
		if strings.HasPrefix(name, word) {
			return i + 1
		}
	}
	return 0
}

// in is the date or range of those days in a year.
func (d days) in(year string) (string, bool) {
	if d.season > 0 {
		return year + "-" + strconv.Itoa(d.season), len(d.months) == 0 && len(d.days) == 0
	}
	day := func(i int) int {
		if i < len(d.days) {
			return d.days[i]
		}
		return 0
	}
	switch m, n := len(d.months), len(d.days); {
	case m == 1 && n <= 2, m == 2 && (n == 0 || n == 2):
	default:
		return "", false
	}
	last := d.months[len(d.months)-1]
	if !valid(year, d.months[0], day(0)) || !valid(year, last, day(1)) {
		return "", false
	}
	from := year + monthDay(d.months[0], day(0))
	if len(d.months) == 1 && len(d.days) < 2 {
		return from, true
	}
	return from + "/" + year + monthDay(last, day(1)), true
}
