package grade

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
)

// Repaired judges a map that was handed in for a repair exercise, mended, with the ids of
// the key's map. By the map metric a map with one fault in it would have nearly full marks
// as it was given out. So what counts are the claims that the fault is about, which are
// right or not, and others only where they were right before and are not now.
func Repaired(k *exercise.Key, mended *argmap.Map, by *Rubric) *Result {
	r := compare(k.Map, mended, paired(k.Map, mended), by, everyClaim)
	about := map[string]bool{}
	if f := k.Field("2"); f != nil {
		for _, o := range f.Right {
			about[k.Claims[o.Key]] = true
		}
	}
	whole := len(r.Pairs) == len(k.Map.Claims) && r.Lost.Extra == 0
	sum, of := 0.0, float64(r.Lost.Extra)*by.Extra
	var items []*Item
	for _, it := range r.Items {
		if !about[it.Claim] && it.Credit == 1 {
			continue
		}
		if about[it.Claim] && it.Credit == 1 && !whole {
			it.Credit, it.Feedback = 0, "the fault is about this claim, and the map has a claim too many or too few"
		}
		if it.Credit < 1 {
			it.Credit = 0
		}
		sum, of, items = sum+it.Credit*it.Weight, of+it.Weight, append(items, it)
	}
	if r.Items, r.Score = items, 0; of > 0 {
		r.Score = sum / of
	}
	return r
}
