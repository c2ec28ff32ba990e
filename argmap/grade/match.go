package grade

import (
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/lint"
)

// How alike two texts must be to be taken for one claim, and from which likeness on no
// person needs to look: shares of the content words of both that are in both (Jaccard).
const (
	likeEnough = 0.5
	sureEnough = 0.75
)

// opposed is what is left of the likeness of two texts of which one denies something and
// the other does not: too little for any two to be taken for one another unseen.
const opposed = 0.7

// besides is how much the likeness of what claims bear on adds to their own when the
// best match is looked for: enough to tell apart two claims of the same words.
const besides = 0.1

// mostMatched is how many claims a map may have to be matched by the best assignment,
// which takes time with the third power; beyond it each claim takes the likest that is free.
const mostMatched = 400

// byID pairs claims that have one id.
func byID(key, answer *argmap.Map) []Pair {
	theirs := map[string]*argmap.Claim{}
	for _, c := range answer.Claims {
		theirs[c.ID] = c
	}
	var pairs []Pair
	for _, c := range key.Claims {
		if d := theirs[c.ID]; d != nil {
			pairs = append(pairs, Pair{c, d, 1})
		}
	}
	return pairs
}

// believed are the pairs of claims with one id whose texts are alike too. In maps that
// were drawn apart an id means nothing by itself: both may have numbered their claims.
func believed(pairs []Pair, in lexicon) []Pair {
	return slices.DeleteFunc(pairs, func(p Pair) bool {
		if p.Key.Text == p.Answer.Text {
			return false
		}
		ours, theirs := in.of(p.Key), in.of(p.Answer)
		return ours.denies != theirs.denies || ours.like(theirs) < likeEnough
	})
}

// byText adds to pairs of claims those whose texts are alike, so that the likeness of all
// that are added together is the largest that there is. They come in the key's order.
func byText(key, answer *argmap.Map, known []Pair, in lexicon) []Pair {
	paired := map[*argmap.Claim]*Pair{}
	for i := range known {
		paired[known[i].Key], paired[known[i].Answer] = &known[i], &known[i]
	}
	if len(known) == min(len(key.Claims), len(answer.Claims)) && len(known) > 0 {
		return known
	}
	ours, theirs := in.all(key), in.all(answer)
	likeness := make([][]float64, len(key.Claims))
	for i := range key.Claims {
		likeness[i] = make([]float64, len(answer.Claims))
		for j := range answer.Claims {
			likeness[i][j] = ours[i].like(theirs[j])
		}
	}
	place := map[*argmap.Claim]int{}
	for j, c := range answer.Claims {
		place[c] = j
	}
	rows := map[*argmap.Claim]int{}
	for i, c := range key.Claims {
		rows[c] = i
	}
	value := make([][]float64, len(likeness))
	for i, row := range likeness {
		value[i] = make([]float64, len(row))
		for j, like := range row {
			if like >= likeEnough && paired[key.Claims[i]] == nil && paired[answer.Claims[j]] == nil {
				value[i][j] = like + besides*above(likeness, rows, place, key.Claims[i], answer.Claims[j])
			}
		}
	}
	partner := greedy(value)
	if len(key.Claims) <= mostMatched && len(answer.Claims) <= mostMatched {
		partner = assign(value)
	}
	var pairs []Pair
	for i, j := range partner {
		if p := paired[key.Claims[i]]; p != nil {
			pairs = append(pairs, *p)
		} else if j >= 0 && value[i][j] > 0 {
			pairs = append(pairs, Pair{key.Claims[i], answer.Claims[j], likeness[i][j]})
		}
	}
	return pairs
}

// above is how alike the claims are that two claims bear on.
func above(likeness [][]float64, rows, place map[*argmap.Claim]int, c, d *argmap.Claim) float64 {
	if use(c) == nil || use(d) == nil {
		if use(c) == nil && use(d) == nil {
			return 1
		}
		return 0
	}
	s, okS := use(c).Target.(*argmap.Claim)
	t, okT := use(d).Target.(*argmap.Claim)
	if !okS || !okT {
		return 0
	}
	return likeness[rows[s]][place[t]]
}

// words are what counts of a text when it is compared: its content words, and whether it
// denies something, which content words do not say.
type words struct {
	stems  map[string]bool
	denies bool
}

// lexicon knows the words of claims that have been asked for.
type lexicon map[*argmap.Claim]words

func (l lexicon) of(c *argmap.Claim) words {
	if w, known := l[c]; known {
		return w
	}
	w := words{map[string]bool{}, lint.Denies(c.Text)}
	for _, cw := range lint.ContentWords(c.Text) {
		w.stems[cw.Stem] = true
	}
	if len(w.stems) == 0 { // of small words alone, or in a script without blanks
		w.stems["\x00"+c.Text] = true
	}
	l[c] = w
	return w
}

func (l lexicon) all(m *argmap.Map) []words {
	list := make([]words, len(m.Claims))
	for i, c := range m.Claims {
		list[i] = l.of(c)
	}
	return list
}

func (w words) like(other words) float64 {
	if w.denies != other.denies {
		return opposed * jaccard(w.stems, other.stems)
	}
	return jaccard(w.stems, other.stems)
}

func jaccard(a, b map[string]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	shared := 0
	for w := range a {
		if b[w] {
			shared++
		}
	}
	return float64(shared) / float64(len(a)+len(b)-shared)
}

// greedy gives every row in turn the best column that is free; -1: none.
func greedy(value [][]float64) []int {
	taken := map[int]bool{}
	partner := make([]int, len(value))
	for i, row := range value {
		partner[i] = -1
		for j, v := range row {
			if v > 0 && !taken[j] && (partner[i] < 0 || v > row[partner[i]]) {
				partner[i] = j
			}
		}
		if partner[i] >= 0 {
			taken[partner[i]] = true
		}
	}
	return partner
}
