package grade

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/lint"
)

// How alike two texts must be to be taken for one claim, and from which likeness on no
// person needs to look: shares of the content words of both that are in both (Jaccard).
const (
	likeEnough = 0.5
	sureEnough = 0.75
)

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

// byText adds to pairs of claims those whose texts are alike, so that the likeness of all
// that are added together is the largest that there is. They come in the key's order.
func byText(key, answer *argmap.Map, known []Pair) []Pair {
	paired := map[*argmap.Claim]*Pair{}
	for i := range known {
		paired[known[i].Key], paired[known[i].Answer] = &known[i], &known[i]
	}
	if len(known) == min(len(key.Claims), len(answer.Claims)) && len(known) > 0 {
		return known
	}
	ours, theirs := stems(key), stems(answer)
	likeness := make([][]float64, len(key.Claims))
	for i := range key.Claims {
		likeness[i] = make([]float64, len(answer.Claims))
		for j := range answer.Claims {
			likeness[i][j] = jaccard(ours[i], theirs[j])
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

// stems are the content words of a map's claims, each as a set.
func stems(m *argmap.Map) []map[string]bool {
	sets := make([]map[string]bool, len(m.Claims))
	for i, c := range m.Claims {
		sets[i] = map[string]bool{}
		for _, w := range lint.ContentWords(c.Text) {
			sets[i][w.Stem] = true
		}
		if len(sets[i]) == 0 { // of small words alone, or in a script without blanks
			sets[i]["\x00"+c.Text] = true
		}
	}
	return sets
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
