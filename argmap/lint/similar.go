package lint

import (
	"cmp"
	"math"
	"slices"

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

// alike lists the pairs of claims with a likeness of leastLike or more, in the
// order of their second claims.
//
// Comparing every claim with every other would be quadratic. Two sets with
// Jaccard likeness t share one of the rarest |x| - ceil(t·|x|) + 1 members of
// each, so only claims that share one of those are compared: the prefix filter of
// Bayardo, Ma and Srikant, Scaling up all pairs similarity search (WWW 2007,
// section 4), which loses no pair.
func (f *facts) alike() []pair {
	if f.paired {
		return f.pairs
	}
	f.paired = true
	sets := f.ranked()
	index := map[int32][]int32{} // by word, the claims that have it among their rarest
	last := make([]int32, len(sets))
	for i, words := range sets {
		if len(words) < fewestWords {
			continue
		}
		prefix := words[:len(words)-int(math.Ceil(leastLike*float64(len(words))))+1]
		for _, w := range prefix {
			for _, j := range index[w] {
				if last[j] == int32(i)+1 {
					continue
				}
				last[j] = int32(i) + 1
				if like := jaccardOf(words, sets[j]); like >= leastLike {
					f.pairs = append(f.pairs, pair{f.m.Claims[j], f.m.Claims[i], like})
				}
			}
			index[w] = append(index[w], int32(i))
		}
	}
	slices.SortStableFunc(f.pairs, func(a, b pair) int { return cmp.Compare(textOf(a.second).Start, textOf(b.second).Start) })
	return f.pairs
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
