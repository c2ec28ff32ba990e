package lint

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
)

// pair is two claims of nearly the same content words, the earlier one first.
type pair struct {
	first, second *argmap.Claim
	likeness      float64 // Jaccard: shared content words by all of them
}

// leastLike is the likeness from which two claims count as nearly the same.
const leastLike = 0.7

// fewestWords is how many content words a claim must have for a comparison to
// mean anything.
const fewestWords = 3

// alike lists for each claim the first one before it that is like it and says the
// same, and the first that is like it and denies it, in the order of the file.
// Claims with different figures say different things, however alike their words.
//
// Comparing every claim with every other would be quadratic. Two sets with
// Jaccard likeness t share one of the rarest |x| - ceil(t·|x|) + 1 members of
// each, so only claims that share one of those are compared: the prefix filter of
// Bayardo, Ma and Srikant, Scaling up all pairs similarity search (WWW 2007,
// section 4), which loses no pair. Claims of the same words are compared once.
func (f *facts) alike() []pair {
	if f.paired {
		return f.pairs
	}
	f.paired = true
	c := &search{facts: f, sets: f.ranked(), index: map[indexKey][]int32{}}
	c.last = make([]int32, len(c.sets))
	figures := map[string]int32{}
	known := map[string]int32{} // by words, figures and parity, the first claim that has them
	for i, words := range c.sets {
		ws := f.wordsOf(f.m.Claims[i])
		numbers := strings.Join(numbersIn(ws), " ")
		if _, ok := figures[numbers]; !ok {
			figures[numbers] = int32(len(figures))
		}
		c.figures = append(c.figures, figures[numbers])
		c.denies = append(c.denies, negative(ws))
		if len(words) < fewestWords {
			continue
		}
		whole := wholeKey(words, c.figures[i], c.denies[i])
		if j, ok := known[whole]; ok {
			f.pairs = append(f.pairs, pair{f.m.Claims[j], f.m.Claims[i], 1})
			continue
		}
		known[whole] = int32(i)
		c.compare(int32(i))
	}
	return f.pairs
}

// search is the search of alike.
type search struct {
	*facts
	sets    [][]int32
	figures []int32 // by claim, the number of its figures
	denies  []bool
	index   map[indexKey][]int32 // the claims that have a word among their rarest
	last    []int32              // by claim, the last one it was compared with, plus 1
}

type indexKey struct{ word, figures int32 }

// compare looks for the claims before claim i that are like it, and puts it into
// the index.
func (c *search) compare(i int32) {
	words := c.sets[i]
	var same, denied bool
	for _, w := range words[:len(words)-int(math.Ceil(leastLike*float64(len(words))))+1] {
		k := indexKey{w, c.figures[i]}
		for _, j := range c.index[k] {
			if same && denied {
				break
			}
			found := &same
			if c.denies[j] != c.denies[i] {
				found = &denied
			}
			if *found || c.last[j] == i+1 || !near(len(words), len(c.sets[j])) {
				continue
			}
			c.last[j] = i + 1
			if like := jaccardOf(words, c.sets[j]); like >= leastLike {
				*found = true
				c.pairs = append(c.pairs, pair{c.m.Claims[j], c.m.Claims[i], like})
			}
		}
		c.index[k] = append(c.index[k], i)
	}
}

// wholeKey is all that counts of a claim, as a key.
func wholeKey(words []int32, figures int32, denies bool) string {
	key := make([]byte, 0, 4*len(words)+5)
	for _, w := range words {
		key = binary.LittleEndian.AppendUint32(key, uint32(w))
	}
	key = binary.LittleEndian.AppendUint32(key, uint32(figures))
	if denies {
		key = append(key, 1)
	}
	return string(key)
}

// near tells whether sets of these sizes can be alike at all.
func near(a, b int) bool {
	return float64(min(a, b)) >= leastLike*float64(max(a, b))
}

// ranked is every claim's content words as numbers, the rarest word of the map
// first.
func (f *facts) ranked() [][]int32 {
	count := map[string]int{}
	for _, c := range f.m.Claims {
		for _, w := range f.contentOf(c) {
			count[w]++
		}
	}
	words := make([]string, 0, len(count))
	for w := range count {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(count[a], count[b]), cmp.Compare(a, b)) })
	rank := make(map[string]int32, len(words))
	for i, w := range words {
		rank[w] = int32(i)
	}
	sets := make([][]int32, len(f.m.Claims))
	for i, c := range f.m.Claims {
		for _, w := range f.contentOf(c) {
			sets[i] = append(sets[i], rank[w])
		}
		slices.Sort(sets[i])
	}
	return sets
}

// jaccardOf is the share of the members of two sorted sets that are in both.
func jaccardOf[T cmp.Ordered](a, b []T) float64 {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c == 0:
			shared++
			i++
			j++
		case c < 0:
			i++
		default:
			j++
		}
	}
	if all := len(a) + len(b) - shared; all > 0 {
		return float64(shared) / float64(all)
	}
	return 0
}

// bearsOn tells whether a claim is a premise of an argument for or against another.
func bearsOn(premise, target *argmap.Claim) bool {
	return slices.ContainsFunc(premise.Uses, func(a *argmap.Argument) bool { return a.Target == argmap.Target(target) })
}

// sameNumbers tells whether two claims name the same figures: two that differ in
// a number alone say different things.
func (f *facts) sameNumbers(a, b *argmap.Claim) bool {
	return slices.Equal(numbersIn(f.wordsOf(a)), numbersIn(f.wordsOf(b)))
}

func numbersIn(ws []word) []string {
	var list []string
	for _, w := range ws {
		if w.lower[0] >= '0' && w.lower[0] <= '9' || numberWords[w.lower] {
			list = append(list, w.lower)
		}
	}
	slices.Sort(list)
	return list
}

var numberWords = setOf(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
	thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half third quarter`)
