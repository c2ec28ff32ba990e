package fulltext

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A time at the beginning of a line, as transcripts have it: "[00:12:30]",
// "(12:30)", "12:30 -", "12:30 → 12:41". A time of the day ("12:30 pm") is none.
var (
	lineTime = regexp.MustCompile(`^[\[(]?` + clockTime + `(?:\s*[-–—>→]+\s*` + clockTime + `)?[\])]?(?:\s*[-–—:|]+\s+|[ \t]+|$)`)
	dayTime  = regexp.MustCompile(`(?i)^(?:[ap]\.?m\b|o.clock|uhr\b|gmt\b|utc\b)`)
)

// seconds reads what clockTime or unitTime matches: "1:02:03", "12:30.5", "12m30s".
func seconds(s string) int {
	if strings.Contains(s, ":") {
		s, _, _ = strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
		total := 0
		for _, part := range strings.Split(s, ":") {
			n, _ := strconv.Atoi(part)
			total = total*60 + n
		}
		return total
	}
	total, n := 0, 0
	unread := true // the letter after a number says its unit, the rest of the word nothing
	for _, r := range strings.ToLower(s) {
		switch {
		case '0' <= r && r <= '9':
			n, unread = n*10+int(r-'0'), true
		case unread && r == 'h':
			total, n, unread = total+n*3600, 0, false
		case unread && r == 'm':
			total, n, unread = total+n*60, 0, false
		case unread && r == 's':
			total, n, unread = total+n, 0, false
		}
	}
	return total
}

// lineStamp is a time that stands at the beginning of a line.
type lineStamp struct {
	span
	block int // index
	at    int32
}

// stamp gives blocks their times from the times in the text, which it takes out.
// They must be at the beginnings of lines, two at least, and not run backwards,
// or they are part of what is told. A line with a time begins a block; a block
// without one belongs to the time before it.
func (t *Text) stamp() *Text {
	stamps := t.lineStamps()
	if len(stamps) < 2 || !slices.IsSortedFunc(stamps, func(a, b lineStamp) int { return int(a.at) - int(b.at) }) {
		return t
	}
	blocks := splitAt(t.blocks, stamps)
	cut := cutter{}
	for _, s := range stamps {
		cut.drop = append(cut.drop, s.span)
	}
	for i := range t.pages {
		t.pages[i] = cut.move(t.pages[i])
	}
	cut.next, cut.gone = 0, 0
	for i := range t.marks {
		t.marks[i].at = cut.move(t.marks[i].at)
	}
	cut.next, cut.gone = 0, 0
	body := cut.text(t.body)
	t.blocks = blocks[:0]
	now := int32(-1)
	for _, b := range blocks {
		now = max(now, b.time)
		line := trimmed(body, int(cut.move(b.start)), int(cut.move(b.end)))
		if line.start == line.end {
			continue
		}
		b.start, b.end, b.time = int32(line.start), int32(line.end), now
		if b.role == guess {
			b.role = prose
		}
		t.blocks = append(t.blocks, b)
	}
	t.body, t.end = body, now
	return t
}

func (t *Text) lineStamps() []lineStamp {
	var stamps []lineStamp
	for i, b := range t.blocks {
		for at := b.start; at < b.end; {
			line := t.body[at:b.end]
			if n := strings.IndexByte(line, '\n'); n >= 0 {
				line = line[:n]
			}
			if length, time, ok := stampOf(line); ok {
				stamps = append(stamps, lineStamp{span{at, at + int32(length)}, i, int32(time)})
			}
			at += int32(len(line) + 1)
		}
	}
	return stamps
}

// stampOf reads the time that a line begins with: its length, and seconds.
func stampOf(line string) (length, time int, ok bool) {
	if line == "" || strings.IndexByte("[(0123456789", line[0]) < 0 {
		return 0, 0, false
	}
	m := lineTime.FindStringSubmatchIndex(line[:min(len(line), 80)])
	if m == nil || dayTime.MatchString(line[m[1]:]) {
		return 0, 0, false
	}
	return m[1], seconds(line[m[2]:m[3]]), true
}

// splitAt makes each stamp the beginning of a block.
func splitAt(blocks []block, stamps []lineStamp) []block {
	var out []block
	next := 0
	for i, b := range blocks {
		for next < len(stamps) && stamps[next].block == i {
			s := stamps[next]
			if s.start > b.start {
				before := b
				before.end = s.start
				out = append(out, before)
			}
			b.start, b.time = s.start, s.at
			next++
		}
		out = append(out, b)
	}
	return out
}
