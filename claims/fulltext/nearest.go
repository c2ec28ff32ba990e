package fulltext

import (
	"strings"
)

// Near is the passage of a text that is most like a quote.
type Near struct {
	Place      Place
	Text       string  // the quote in the text's own words, white space folded, with "…" for omissions
	Similarity float64 // the share of words that are the same, but for case and punctuation
	Pieces     []Piece // how the passage becomes the quote, from front to back
}

// leastSimilar is the similarity under which a passage is another one.
const leastSimilar = 0.6

// maxQuote is how many words of a quote Nearest looks at.
const maxQuote = 5000

// Nearest returns the passage that is most like a quote that Find does not find,
// with the difference word by word. It is false where no passage has at least six
// in ten of its words in their order.
//
// The parts of a quote between omissions are looked for one by one, each in the
// places that share the most words with it:
//
//  1. Each word of the part, the rarest first, and each run of three words, is
//     looked up in an index of the text, up to a bound that keeps common words
//     from costing much.
//  2. A window a little longer than the part slides over the places found; those
//     in which most of the part's words stand, rare words counting more, are
//     candidates.
//  3. Part and candidate are aligned word by word at the least edit distance, in a
//     band around the diagonal on which most of the places lie.
//
// A quote whose parts all stand in the text, but too far from each other or in
// another order, comes back with a similarity of 1 and no difference.
func (t *Text) Nearest(quote string) (Near, bool) {
	var near Near
	same, all := 0, 0
	for i, piece := range quotedPieces(quote) {
		piece = strings.TrimSpace(editorial.ReplaceAllStringFunc(piece, editorsWords))
		a, ok := t.nearestPiece(piece, near.Place.End)
		n := len(splitWords(piece).at)
		if !ok {
			a = alignment{pieces: []Piece{{New, strings.Join(strings.Fields(piece), " ")}}, words: n}
		}
		same, all = same+a.same, all+a.words
		if i > 0 {
			near.Pieces = append(near.Pieces, Piece{Same, "…"})
		}
		near.Pieces = append(near.Pieces, a.pieces...)
		if !ok {
			continue
		}
		if near.Place.End == 0 {
			near.Place.Start, near.Place.End = a.start, a.end
		} else if a.start >= near.Place.End && t.nearBlocks(near.Place.Start, a.start, i) {
			near.Place.End = a.end
		}
	}
	if all == 0 || float64(same) < leastSimilar*float64(all) || near.Place.End == 0 {
		return Near{}, false
	}
	near.Place = t.place(near.Place.Start, near.Place.End)
	near.Text = ownWords(near.Pieces)
	near.Similarity = float64(same) / float64(all)
	return near, true
}

// ownWords are those of the pieces that stand in the text.
func ownWords(pieces []Piece) string {
	var words []string
	for _, p := range pieces {
		if p.Op != New {
			words = append(words, p.Text)
		}
	}
	return strings.Join(words, " ")
}

// editorsWords keeps a letter in brackets, which belongs to its word, and drops
// everything else in them.
func editorsWords(s string) string {
	if inside := s[1 : len(s)-1]; letter(inside) {
		return s
	}
	return ""
}

// nearestPiece looks for one part of a quote, and prefers a place after an offset
// where it is as good.
func (t *Text) nearestPiece(piece string, after int) (alignment, bool) {
	q := splitWords(piece)
	if len(q.at) == 0 {
		return alignment{}, false
	}
	if len(q.at) > maxQuote {
		piece = piece[:q.at[maxQuote-1].end]
		q.at, q.keys = q.at[:maxQuote], q.keys[:maxQuote]
	}
	if places := t.find(literally(piece), MaxPlaces); len(places) > 0 {
		p := places[0]
		for _, other := range places {
			if p.Start < after && other.Start >= after {
				p = other
			}
		}
		text := t.passage(p.Start, p.End)
		return alignment{start: p.Start, end: p.End, same: len(q.at), words: len(q.at), pieces: []Piece{{Same, text}}}, true
	}
	var best alignment
	found := false
	for _, c := range t.candidates(q) {
		a := t.align(q, piece, c)
		if a.likeness() < leastSimilar {
			continue
		}
		if !found || a.cost < best.cost || a.cost == best.cost && best.start < after && a.start >= after {
			best, found = a, true
		}
	}
	return best, found
}
