package fulltext

import (
	"math"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxPlaces is how many places Find looks for.
const MaxPlaces = 100

// Find returns the places where the quote stands, in order, the first MaxPlaces
// of them; nil where it does not stand, or holds no word. A quote must begin and
// end where words do.
//
// It stands there word for word: white space, the shape of quotation marks and
// dashes, double or single, hyphens, words broken at a line's end, ligatures and
// other compatibility forms are not compared, and neither are quotation marks
// around the whole quote. "…", "..." and "[…]" in the quote stand for words left
// out of one paragraph, or between it and the next. Where it does not stand like
// that, what it has in square brackets is taken for an editor's: "[T]he" is "the"
// or "The", and words in brackets stand for up to five of the text's.
func (t *Text) Find(quote string) []Place {
	places := t.find(literally(quote), MaxPlaces)
	if places == nil && strings.Contains(quote, "[") {
		places = t.find(edited(quote), MaxPlaces)
	}
	return places
}

// find looks for the parts of a quote in order, each as near to the one before as
// it can be. All the parts' cursors move forward alone, so the whole search reads
// the text once for each part.
func (t *Text) find(parts []part, most int) []Place {
	if len(parts) == 0 {
		return nil
	}
	cursors := make([]cursor, len(parts))
	for i, p := range parts {
		cursors[i] = t.newCursor(p)
	}
	var places []Place
	for from := 0; len(places) < most; {
		first, ok := cursors[0].next(from)
		if !ok {
			break
		}
		from = first.next
		end, fits, more := t.follow(parts, cursors, first)
		if !more {
			break
		}
		if !fits {
			continue
		}
		p := t.place(first.start, end)
		if n := len(places); n > 0 && len(parts) > 1 && places[n-1].End == p.End {
			places[n-1] = p // the same end from a nearer beginning
		} else {
			places = append(places, p)
		}
	}
	return places
}

// follow looks for the parts after the first; more is false where one of them
// stands nowhere in the rest of the text.
func (t *Text) follow(parts []part, cursors []cursor, first hit) (end int, fits, more bool) {
	last := first
	for i := 1; i < len(parts); i++ {
		here, ok := cursors[i].next(last.next)
		if !ok {
			return 0, false, false
		}
		if parts[i].words == math.MaxInt {
			fits = t.nearBlocks(first.start, here.start, i)
		} else {
			fits = wordsWithin(t.body[last.end:here.start], parts[i].words)
		}
		if !fits {
			return 0, false, true
		}
		last = here
	}
	return last.end, true, true
}

// nearBlocks tells whether at most so many paragraphs begin after one offset and
// not after the other; a few titles between them do not count.
func (t *Text) nearBlocks(from, to, most int) bool {
	first, last := t.blockAt(from), t.blockAt(to)
	if last-first > 8*most {
		return false
	}
	n := 0
	for i := first + 1; i <= last; i++ {
		if t.blocks[i].number > 0 || i == last {
			n++
		}
	}
	return n <= most
}

func wordsWithin(s string, most int) bool {
	if len(s) > 1000 {
		return false
	}
	return len(strings.Fields(s)) <= most
}

// hit is a stretch of the text that a part matches.
type hit struct {
	start, end int // in the body
	next       int // in the folded text, where the search goes on
}

// cursor finds the places of one part from front to back.
type cursor struct {
	t     *Text
	part  part
	at    []int // next place of each alternative in the folded text, -1: none left
	start int   // where they were looked for
	found hit
	ok    bool
}

func (t *Text) newCursor(p part) cursor {
	c := cursor{t: t, part: p, at: make([]int, len(p.alts)), start: -1}
	for i := range c.at {
		c.at[i] = -2
	}
	return c
}

// next is the first hit at or after an offset of the folded text, which must not
// be before that of the call before.
func (c *cursor) next(from int) (hit, bool) {
	if c.start >= from && c.start >= 0 {
		return c.found, c.ok
	}
	f := c.t.folded()
	for {
		best := -1
		for i, alt := range c.part.alts {
			if c.at[i] != -1 && c.at[i] < from {
				n := strings.Index(f.text[min(from, len(f.text)):], alt)
				if n >= 0 {
					n += from
				}
				c.at[i] = n
			}
			if c.at[i] >= 0 && (best < 0 || c.at[i] < c.at[best]) {
				best = i
			}
		}
		if best < 0 {
			c.start, c.found, c.ok = len(f.text)+1, hit{}, false
			return hit{}, false
		}
		start, end := c.at[best], c.at[best]+len(c.part.alts[best])
		if h := c.t.hit(f, start, end); c.t.fits(h, c.part) {
			c.start, c.found, c.ok = start, h, true
			return h, true
		}
		_, size := utf8.DecodeRuneInString(f.text[start:])
		from = start + size
	}
}

// hit leads a stretch of the folded text back to the body. Its end is that of the
// last character, so that nothing that fold has dropped belongs to it.
func (t *Text) hit(f folded, start, end int) hit {
	_, size := utf8.DecodeLastRuneInString(f.text[start:end])
	last := f.original(end - size)
	n := max(1, norm.NFKC.NextBoundaryInString(t.body[last:], true))
	return hit{start: f.original(start), end: last + n, next: end}
}

// fits tells whether the hit begins and ends where words do, so that "art" is not
// found in "start".
func (t *Text) fits(h hit, p part) bool {
	if !p.loose.left && h.start > 0 {
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(t.body[max(0, h.start-40):h.start], isUnseen))
		first, _ := utf8.DecodeRuneInString(t.body[h.start:])
		if sameWord(before, first) {
			return false
		}
	}
	if !p.loose.right && h.end < len(t.body) {
		after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(t.body[h.end:min(len(t.body), h.end+40)], isUnseen))
		last, _ := utf8.DecodeLastRuneInString(t.body[:h.end])
		return !sameWord(last, after)
	}
	return true
}

func isUnseen(r rune) bool { return r == 0xad || r >= 0x300 && isIgnored(r) }

// sameWord tells whether no word can end between two characters.
func sameWord(a, b rune) bool {
	return isWordRune(a) && isWordRune(b) && !isWide(a) && !isWide(b) && a != utf8.RuneError && b != utf8.RuneError
}

// place describes a stretch of the body.
func (t *Text) place(start, end int) Place {
	p := Place{Start: start, End: end, Line: t.lineAt(start), Page: t.pageAt(start)}
	i := t.blockAt(start)
	if i < 0 {
		return p
	}
	p.Paragraph = int(t.blocks[i].number)
	if s := t.blocks[i].section; s >= 0 {
		p.Section = t.sections[s].name()
	}
	if at := t.blocks[i].time; at >= 0 {
		p.Time = clock(int(at))
	}
	return p
}

// blocksOf are the blocks that a place touches.
func (t *Text) blocksOf(p Place) []block {
	first := max(0, t.blockAt(p.Start))
	last := sort.Search(len(t.blocks), func(i int) bool { return int(t.blocks[i].start) >= p.End })
	return t.blocks[min(first, last):last]
}
