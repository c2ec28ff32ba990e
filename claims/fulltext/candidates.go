package fulltext

import (
	"cmp"
	"math/bits"
	"slices"
)

// candidate is a window of the text's words in which a part of a quote may stand.
type candidate struct {
	from, to int // words of the text
	diagonal int // by how many words the part stands behind its own beginning
	score    int32
	anchors  []anchor
}

// anchor is a word of a part of a quote, found in the text.
type anchor struct{ text, quote int32 }

const (
	maxAnchors    = 20_000
	maxGrams      = 16 // places of one run of words that are taken
	maxCandidates = 5
)

// candidates are the windows of the text that share the most words with a part of
// a quote, the best first.
func (t *Text) candidates(q *words) []candidate {
	anchors, weights := t.words().anchors(q)
	m := len(q.keys)
	width := int32(m + m/4 + 4)
	counts := make([]int32, m)
	var windows []candidate
	score, first := int32(0), 0
	for i, a := range anchors {
		if counts[a.quote]++; counts[a.quote] == 1 {
			score += weights[a.quote]
		}
		for anchors[first].text <= a.text-width {
			out := anchors[first].quote
			if counts[out]--; counts[out] == 0 {
				score -= weights[out]
			}
			first++
		}
		windows = appendWindow(windows, candidate{
			from: int(anchors[first].text), to: int(a.text) + 1, score: score, anchors: anchors[first : i+1],
		})
	}
	slices.SortStableFunc(windows, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	windows = windows[:min(len(windows), maxCandidates)]
	for i := range windows {
		c := &windows[i]
		c.diagonal = c.middle(weights)
		c.from, c.to = max(0, c.from-m-4), min(len(t.words().at), c.to+m+4)
	}
	return windows
}

// appendWindow keeps the better of two windows that overlap.
func appendWindow(windows []candidate, c candidate) []candidate {
	n := len(windows)
	if n == 0 || windows[n-1].to <= c.from {
		return append(windows, c)
	}
	if c.score > windows[n-1].score {
		windows[n-1] = c
	}
	return windows
}

// middle is the median diagonal of the anchors that weigh most.
func (c *candidate) middle(weights []int32) int {
	heaviest := int32(0)
	for _, a := range c.anchors {
		heaviest = max(heaviest, weights[a.quote])
	}
	var diagonals []int32
	for _, a := range c.anchors {
		if 2*weights[a.quote] >= heaviest {
			diagonals = append(diagonals, a.text-a.quote)
		}
	}
	slices.Sort(diagonals)
	return int(diagonals[len(diagonals)/2])
}

// anchors looks a quote's words up, in the order of the text, and weighs them by
// how rare they are.
func (w *words) anchors(q *words) (found []anchor, weights []int32) {
	weights = make([]int32, len(q.keys))
	rare := make([]int, len(q.keys))
	for i := range q.keys {
		places := w.one.lookup(q.keys[i:])
		rare[i], weights[i] = i, 1+20/(1+int32(bits.Len(uint(len(places)))))
		grams := w.few.lookup(q.keys[i:])
		for _, p := range grams[:min(len(grams), maxGrams)] {
			for k := range gram {
				if w.keys[int(p)+k] == q.keys[i+k] {
					found = append(found, anchor{int32(p) + int32(k), int32(i + k)})
				}
			}
		}
	}
	slices.SortStableFunc(rare, func(a, b int) int { return cmp.Compare(weights[b], weights[a]) })
	for _, i := range rare {
		places := w.one.lookup(q.keys[i:])
		for _, p := range places[:min(len(places), max(0, maxAnchors-len(found)))] {
			if w.keys[p] == q.keys[i] {
				found = append(found, anchor{int32(p), int32(i)})
			}
		}
	}
	slices.SortFunc(found, func(a, b anchor) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.quote, b.quote))
	})
	return found, weights
}
