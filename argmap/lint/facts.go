package lint

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
)

// facts are what several rules need to know of a map; each is worked out when it
// is first asked for.
type facts struct {
	m       *argmap.Map
	words   map[*argmap.Claim][]word
	content map[*argmap.Claim][]string
	reached map[*argmap.Claim]bool
	loads   map[*argmap.Claim]float64
	pairs   []pair
	paired  bool
}

func newFacts(m *argmap.Map) *facts {
	return &facts{m: m, words: map[*argmap.Claim][]word{}, content: map[*argmap.Claim][]string{}}
}

// wordsOf is a claim's text, taken apart.
func (f *facts) wordsOf(c *argmap.Claim) []word {
	ws, ok := f.words[c]
	if !ok {
		ws = wordsOf(c.Text)
		f.words[c] = ws
	}
	return ws
}

// contentOf lists the stems of a claim's content words, sorted and each once.
func (f *facts) contentOf(c *argmap.Claim) []string {
	stems, ok := f.content[c]
	if !ok {
		stems = content(f.wordsOf(c))
		f.content[c] = stems
	}
	return stems
}

func content(ws []word) []string {
	var stems []string
	for _, w := range ws {
		if !stopWords[w.lower] && !strings.HasSuffix(w.lower, "n't") {
			stems = append(stems, stem(w.lower))
		}
	}
	slices.Sort(stems)
	return slices.Compact(stems)
}

// negative tells whether a text denies: it holds an odd number of negations.
// "Not only" denies nothing.
func negative(ws []word) bool {
	odd := false
	for i, w := range ws {
		if w.lower == "not" && i+1 < len(ws) && ws[i+1].lower == "only" {
			continue
		}
		odd = odd != negations[w.lower]
	}
	return odd
}

// reach is every claim that bears on the thesis, the thesis too.
func (f *facts) reach() map[*argmap.Claim]bool {
	if f.reached == nil {
		f.reached = map[*argmap.Claim]bool{}
		if f.m.Thesis != nil {
			below(f.m.Thesis, f.reached)
		}
	}
	return f.reached
}

// loadOf is the share of the case for the thesis that rests on a claim, from 0 to
// 1. The thesis carries 1; a claim's load is shared evenly by the reasons for it,
// and each premise of a reason carries all of the reason's, since premises of one
// argument carry only together.
func (f *facts) loadOf(c *argmap.Claim) float64 {
	if f.loads == nil {
		f.loads = map[*argmap.Claim]float64{}
		if f.m.Thesis != nil {
			f.spread()
		}
	}
	return f.loads[c]
}

// spread hands loads down from the thesis: claims in an order in which each comes
// after everything that it bears on. Claims in a circle get what reaches them from
// outside it.
func (f *facts) spread() {
	var order []*argmap.Claim
	seen := map[*argmap.Claim]bool{}
	type frame struct {
		claim *argmap.Claim
		next  int
		below []*argmap.Claim
	}
	push := func(stack []frame, c *argmap.Claim) []frame {
		seen[c] = true
		var list []*argmap.Claim
		for _, a := range c.Pro {
			list = append(list, a.Premises...)
		}
		return append(stack, frame{claim: c, below: list})
	}
	for stack := push(nil, f.m.Thesis); len(stack) > 0; {
		top := &stack[len(stack)-1]
		if top.next == len(top.below) {
			order = append(order, top.claim)
			stack = stack[:len(stack)-1]
			continue
		}
		c := top.below[top.next]
		top.next++
		if !seen[c] {
			stack = push(stack, c)
		}
	}
	slices.Reverse(order)
	f.loads[f.m.Thesis] = 1
	for _, c := range order {
		for _, a := range c.Pro {
			for _, premise := range a.Premises {
				if premise != c {
					f.loads[premise] = min(1, f.loads[premise]+f.loads[c]/float64(len(c.Pro)))
				}
			}
		}
	}
}
