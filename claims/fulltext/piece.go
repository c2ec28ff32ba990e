package fulltext

import (
	"strings"
	"unicode/utf8"
)

// Op says on which side the words of a piece stand.
type Op int

const (
	Same Op = iota // in the text and in the quote
	Gone           // in the text alone
	New            // in the quote alone
)

// Piece is a run of words that a text and a quote share, or that one of them has.
type Piece struct {
	Op   Op
	Text string // white space folded
}

// Diff shows how the passage becomes the quote: words of the text alone as
// [-words-], words of the quote alone as {+words+}. Of a run that both have only
// so many words are shown next to a difference; a negative number shows all.
func (n Near) Diff(context int) string {
	var shown []string
	for i, p := range n.Pieces {
		switch p.Op {
		case Gone:
			shown = append(shown, "[-"+p.Text+"-]")
		case New:
			shown = append(shown, "{+"+p.Text+"+}")
		default:
			shown = append(shown, shorten(p.Text, context, i > 0, i < len(n.Pieces)-1))
		}
	}
	return strings.Join(shown, " ")
}

// shorten keeps the words at those ends of a run that have a neighbour.
func shorten(s string, context int, left, right bool) string {
	fields := strings.Fields(s)
	most := 0
	if left {
		most += context
	}
	if right {
		most += context
	}
	if context < 0 || len(fields) <= most || !left && !right {
		return s
	}
	var parts []string
	if left {
		parts = append(parts, fields[:context]...)
	}
	parts = append(parts, "…")
	if right {
		parts = append(parts, fields[len(fields)-context:]...)
	}
	return strings.Join(parts, " ")
}

// differ makes pieces of the moves of an alignment.
type differ struct {
	t            *Text
	quote        string
	theirs, mine []word
	theirKeys    []uint64
	myKeys       []uint64

	i, j       int // words that were passed: theirs, mine
	kept       int // where the run of words that both have begins, in theirs
	gone, from int // where the run that is only in one begins: theirs, mine
	same       int // words of both that are the same but for case and punctuation
	pieces     []Piece
}

func (d *differ) add(m move, last bool) {
	if m == pair && d.theirKeys[d.i] == d.myKeys[d.j] {
		d.same++
		if d.equal(last) {
			d.flushChange()
			d.i, d.j = d.i+1, d.j+1
			d.gone, d.from = d.i, d.j
			return
		}
	}
	d.flushKept()
	if m != put {
		d.i++
	}
	if m != leave {
		d.j++
	}
	d.kept = d.i
}

// equal compares as Find does, which does not mind quotation marks at the ends of
// a quote, nor an editor's brackets.
func (d *differ) equal(last bool) bool {
	a := foldString(d.t.body[d.theirs[d.i].start:d.theirs[d.i].end])
	b := foldString(d.quote[d.mine[d.j].start:d.mine[d.j].end])
	if strings.ContainsAny(b, "[]") {
		return true
	}
	if d.j == 0 {
		a, b = strings.TrimLeft(a, "'"), strings.TrimLeft(b, "'")
	}
	if last {
		a, b = strings.TrimRight(a, "'"), strings.TrimRight(b, "'")
	}
	return a == b
}

func (d *differ) flush() {
	d.flushChange()
	d.flushKept()
}

// flushKept ends a run of words that both have, which goes up to the last change.
func (d *differ) flushKept() {
	if d.kept < d.gone {
		d.pieces = append(d.pieces, Piece{Same, d.passage(d.kept, d.gone)})
		d.kept = d.gone
	}
}

// flushChange ends a run of words that only one side has.
func (d *differ) flushChange() {
	if d.gone < d.i {
		d.pieces = append(d.pieces, Piece{Gone, d.passage(d.gone, d.i)})
	}
	if d.from < d.j {
		words := d.quote[d.mine[d.from].start:d.mine[d.j-1].end]
		d.pieces = append(d.pieces, Piece{New, strings.Join(strings.Fields(words), " ")})
	}
	d.gone, d.from = d.i, d.j
}

func (d *differ) passage(from, to int) string {
	return d.t.passage(int(d.theirs[from].start), int(d.theirs[to-1].end))
}

func notWordRune(r rune) bool { return !isWordRune(r) }

func startsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWordRune(r)
}

func endsWithWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isWordRune(r)
}
