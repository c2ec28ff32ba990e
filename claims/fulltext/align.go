package fulltext

import "strings"

// alignment is a part of a quote laid beside a passage of the text.
type alignment struct {
	start, end  int // of the passage in the body
	same, words int // of the longer of the two, words in all, and those that are the same
	cost        int // words to change, to put in, or to leave out
	pieces      []Piece
}

func (a alignment) likeness() float64 {
	if a.words == 0 {
		return 0
	}
	return float64(a.same) / float64(a.words)
}

// move is one step of an alignment.
type move byte

const (
	stop  move = iota // before the first word of the quote
	pair              // a word of each
	put               // a word of the quote alone
	leave             // a word of the text alone
)

// table holds the costs of laying the first i words of a quote beside the words
// of the text up to the j-th, for the j within reach of a diagonal.
type table struct {
	diagonal, half int
	from, to       int // bounds of j
	rows           [][]move
	last           []int32 // costs of the last row
}

const unreachable = 1 << 29

// column is the first j of row i; cell k of the row is for j = column(i) + k.
func (b *table) column(i int) int { return b.diagonal + i - b.half }

// maxBand bounds how far words may be put in or left out before the rest of the
// quote is no longer compared with what it matches, in words.
const maxBand = 400

// fill computes the table. Words of the text before and after the quote cost
// nothing, every other word that is not paired with the same one costs 1.
func (b *table) fill(quote, text []uint64) {
	width := 2*b.half + 1
	before, row := make([]int32, width), make([]int32, width)
	for i := 0; i <= len(quote); i++ {
		moves := make([]move, width)
		for k := range width {
			j := b.column(i) + k
			row[k] = unreachable
			switch {
			case j < b.from || j > b.to:
			case i == 0:
				row[k], moves[k] = 0, stop
			default:
				row[k], moves[k] = b.step(before, row, k, j > b.from && quote[i-1] == text[j-1], j > b.from)
			}
		}
		b.rows = append(b.rows, moves)
		before, row = row, before
	}
	b.last = before
}

// step is the cheapest way into cell k of a row, a pair where several are.
func (b *table) step(before, row []int32, k int, same, hasWord bool) (int32, move) {
	cost, m := int32(unreachable), pair
	if hasWord {
		if cost = before[k] + 1; same {
			cost--
		}
		if k > 0 && row[k-1]+1 < cost {
			cost, m = row[k-1]+1, leave
		}
	}
	if k+1 < len(before) && before[k+1]+1 < cost {
		cost, m = before[k+1]+1, put
	}
	return min(cost, unreachable), m
}

// end is the cell of the last row at which the passage ends: the first of the
// cheapest, but where the quote ends in words that are put in, they are paired
// with as many of the text as cost no more.
func (b *table) end() int {
	best := 0
	for k, c := range b.last {
		if c < b.last[best] {
			best = k
		}
	}
	tail := 0
	for i, k := len(b.rows)-1, best; i > 0 && k < len(b.rows[i]) && b.rows[i][k] == put; i, k = i-1, k+1 {
		tail++
	}
	for n := tail; n > 0; n-- {
		if best+n < len(b.last) && b.last[best+n] == b.last[best] {
			return best + n
		}
	}
	return best
}

// path is the moves from the first to the last, and the word of the text at which
// they begin.
func (b *table) path() (moves []move, first int) {
	k := b.end()
	i := len(b.rows) - 1
	for i > 0 {
		m := b.rows[i][k]
		moves = append(moves, m)
		switch m {
		case pair:
			i--
		case put:
			i, k = i-1, k+1
		case leave:
			k--
		}
	}
	for l, r := 0, len(moves)-1; l < r; l, r = l+1, r-1 {
		moves[l], moves[r] = moves[r], moves[l]
	}
	return moves, b.column(0) + k
}

// align lays a part of a quote beside a window of the text.
func (t *Text) align(q *words, quoted string, c candidate) alignment {
	text := t.words()
	b := table{diagonal: c.diagonal, half: min(len(q.keys)/4+16, maxBand), from: c.from, to: c.to}
	b.fill(q.keys, text.keys)
	k := b.end()
	if b.last[k] >= unreachable {
		return alignment{}
	}
	moves, first := b.path()
	moves, first = t.inBlock(moves, first, q.keys)
	a := alignment{cost: int(b.last[k])}
	n := 0 // words of the passage
	for _, m := range moves {
		if m != put {
			n++
		}
	}
	if n == 0 {
		return alignment{}
	}
	passage := append([]word(nil), text.at[first:first+n]...)
	quote := strings.Trim(quoted, "'\"“”‘’„«» \t\n")
	t.trim(passage, startsWithWord(quote), endsWithWord(quote))
	a.start, a.end = int(passage[0].start), int(passage[n-1].end)
	a.words = max(n, len(q.at))
	d := differ{t: t, quote: quoted, theirs: passage, mine: q.at, theirKeys: text.keys[first:], myKeys: q.keys}
	for i, m := range moves {
		d.add(m, i+1 == len(moves))
	}
	d.flush()
	a.pieces, a.same = d.pieces, d.same
	return a
}

// inBlock takes from a path's ends the words of the text that stand in another
// block than the first and the last that match: the quote's words there are put
// in, and do not stand for words of a neighbouring paragraph.
func (t *Text) inBlock(moves []move, first int, quote []uint64) ([]move, int) {
	text := t.words()
	head, tail := -1, -1 // the blocks of the first and last that match
	i, j := first, 0
	for _, m := range moves {
		if m == pair && text.keys[i] == quote[j] {
			tail = t.blockAt(int(text.at[i].start))
			if head < 0 {
				head = tail
			}
		}
		if m != put {
			i++
		}
		if m != leave {
			j++
		}
	}
	if head < 0 {
		return nil, first
	}
	var kept []move
	i = first
	for _, m := range moves {
		outside := false
		if m != put {
			block := t.blockAt(int(text.at[i].start))
			if outside = block < head || block > tail; block < head {
				first++
			}
			i++
		}
		switch {
		case !outside:
			kept = append(kept, m)
		case m == pair:
			kept = append(kept, put)
		}
	}
	return kept, first
}

// trim takes the punctuation from a passage's front, from its back, or from both.
func (t *Text) trim(passage []word, front, back bool) {
	first, last := &passage[0], &passage[len(passage)-1]
	if front {
		s := t.body[first.start:first.end]
		first.start += int32(len(s) - len(strings.TrimLeftFunc(s, notWordRune)))
	}
	if back {
		s := t.body[last.start:last.end]
		last.end -= int32(len(s) - len(strings.TrimRightFunc(s, notWordRune)))
	}
}
