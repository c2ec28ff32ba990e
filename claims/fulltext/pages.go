package fulltext

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// turnPages finds the pages between form feeds, and takes out what stands on a
// page but is not its text: page numbers, and running heads but for the first.
// The number printed on most pages says which number the first page has; where
// none is printed it is 1.
func turnPages(body string) (text string, pages []int32, first int) {
	if !strings.Contains(body, "\f") {
		return body, nil, 1
	}
	starts := pageStarts(body)
	if len(starts) > maxPages {
		return body, starts, 1
	}
	edges := pageEdges(body, starts)
	first = printedNumber(edges, len(starts))
	drop := furniture(edges, len(starts), first)
	if len(drop) == 0 {
		return body, starts, first
	}
	cut := cutter{drop: drop}
	for i, at := range starts {
		starts[i] = cut.move(at)
	}
	return cut.text(body), starts, first
}

// pageStarts leaves out a last page that is empty, for programs end each page,
// the last one too, with a form feed.
func pageStarts(body string) []int32 {
	starts := []int32{0}
	for i := 0; i < len(body); i++ {
		if body[i] == '\f' {
			starts = append(starts, int32(i+1))
		}
	}
	if last := starts[len(starts)-1]; strings.TrimSpace(body[last:]) == "" {
		starts = starts[:len(starts)-1]
	}
	return starts
}

// edge is one of the outer lines of a page, where numbers and running heads are.
type edge struct {
	span
	page    int // from 0
	mask    string
	numbers []int // that the line begins or ends with
	bare    bool  // the line is a page number, and nothing else
}

// span is a half-open range of byte offsets.
type span struct{ start, end int32 }

const (
	maxPages   = 50_000
	edgeLines  = 2   // at the top of a page, and at its bottom
	edgeLength = 100 // characters; a longer line is text
)

func pageEdges(body string, starts []int32) []edge {
	var edges []edge
	for page, start := range starts {
		end := len(body)
		if page+1 < len(starts) {
			end = int(starts[page+1]) - 1
		}
		from, to := int(start), end
		for range edgeLines {
			var top, bottom textLine
			top, from = nextLine(body, from, to)
			if top.start == top.end {
				break
			}
			edges = appendEdge(edges, body, page, top)
			bottom, to = lastLine(body, from, to)
			if bottom.start == bottom.end {
				break
			}
			edges = appendEdge(edges, body, page, bottom)
		}
	}
	slices.SortFunc(edges, func(a, b edge) int { return int(a.start) - int(b.start) })
	return edges
}

// nextLine is the first line that is not blank, and where to go on after it.
func nextLine(body string, from, to int) (textLine, int) {
	for from < to {
		n := strings.IndexByte(body[from:to], '\n')
		if n < 0 {
			n = to - from
		}
		line := trimmed(body, from, from+n)
		from = min(from+n+1, to)
		if line.start < line.end {
			return line, from
		}
	}
	return textLine{}, from
}

// lastLine is nextLine from the other end.
func lastLine(body string, from, to int) (textLine, int) {
	for from < to {
		start := from + strings.LastIndexByte(body[from:to], '\n') + 1
		line := trimmed(body, start, to)
		to = max(start-1, from)
		if line.start < line.end {
			return line, to
		}
	}
	return textLine{}, to
}

var (
	leadingNumber  = regexp.MustCompile(`^\W*(?:page|p\.|seite|s\.)?\s*(\d{1,5})\b`)
	trailingNumber = regexp.MustCompile(`\b(\d{1,5})\W*$`)
	bareNumber     = regexp.MustCompile(`^\W*(?:page|p\.|seite|s\.)?\s*\d{1,5}(?:\s*(?:of|/|von)\s*\d{1,5})?\W*$`)
	digits         = regexp.MustCompile(`\d+`)
)

func appendEdge(edges []edge, body string, page int, line textLine) []edge {
	s := strings.ToLower(body[line.start:line.end])
	if utf8.RuneCountInString(s) > edgeLength {
		return edges
	}
	e := edge{span: span{int32(line.start), int32(line.end)}, page: page, bare: bareNumber.MatchString(s)}
	e.mask = strings.Join(strings.Fields(digits.ReplaceAllString(s, "#")), " ")
	for _, re := range []*regexp.Regexp{leadingNumber, trailingNumber} {
		if m := re.FindStringSubmatch(s); m != nil {
			n, _ := strconv.Atoi(m[1])
			e.numbers = append(e.numbers, n)
		}
	}
	return append(edges, e)
}

// printedNumber is the number of the first page, by the vote of the lines at the
// pages' edges; half of the pages, and two at least, must agree.
func printedNumber(edges []edge, pages int) int {
	var votes []int
	for _, e := range edges {
		for i, n := range e.numbers {
			if n -= e.page; n >= 0 && (i == 0 || n != e.numbers[0]-e.page) {
				votes = append(votes, n)
			}
		}
	}
	slices.Sort(votes)
	best, most := 1, max(1, (pages-1)/2)
	for i := 0; i < len(votes); {
		j := i
		for j < len(votes) && votes[j] == votes[i] {
			j++
		}
		if j-i > most {
			best, most = votes[i], j-i
		}
		i = j
	}
	return best
}

// furniture is what to take out, in order: bare page numbers that fit, and lines
// that are on a third of the pages, and three at least, but for their numbers.
func furniture(edges []edge, pages, first int) []span {
	count := map[string]int{}
	for _, e := range edges {
		count[e.mask]++
	}
	seen := map[string]bool{}
	var drop []span
	for _, e := range edges {
		fits := e.bare && len(e.numbers) > 0 && e.numbers[0] == first+e.page
		again := seen[e.mask] && count[e.mask] >= max(3, pages/3)
		seen[e.mask] = true
		if fits || again {
			drop = append(drop, e.span)
		}
	}
	return drop
}

// cutter takes ranges out of a body, and tells where the offsets of what stays
// have gone. The offsets must be asked for in ascending order.
type cutter struct {
	drop []span // in order, apart from each other
	next int
	gone int32
}

func (c *cutter) move(at int32) int32 {
	for c.next < len(c.drop) && c.drop[c.next].end <= at {
		c.gone += c.drop[c.next].end - c.drop[c.next].start
		c.next++
	}
	if c.next < len(c.drop) && c.drop[c.next].start < at {
		at = c.drop[c.next].start
	}
	return at - c.gone
}

func (c *cutter) text(body string) string {
	var b strings.Builder
	b.Grow(len(body))
	from := int32(0)
	for _, d := range c.drop {
		b.WriteString(body[from:d.start])
		from = d.end
	}
	b.WriteString(body[from:])
	return b.String()
}

// joinPages counts a paragraph once that goes on over a page's end: the last
// block of the page has no full stop, and the first of the next begins small.
func (t *Text) joinPages() {
	joined := int32(0)
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.number == 0 {
			continue
		}
		b.number -= joined
		if i == 0 || t.blocks[i-1].number == 0 || t.pageAt(int(b.start)) == t.pageAt(int(t.blocks[i-1].end)) {
			continue
		}
		before := t.body[t.blocks[i-1].start:t.blocks[i-1].end]
		if !endsSentence(before) && beginsSmall(t.body[b.start:b.end]) {
			b.number = t.blocks[i-1].number
			joined++
		}
	}
	t.paragraphs -= int(joined)
}
