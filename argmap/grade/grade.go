// Package grade judges what students hand in, and says why.
//
// An answer to an exercise is judged field by field; where a type knows more, by that:
// gaps of a map as a whole, so that boxes that look the same may be filled either way
// (slots.go), numbers of a standard form by what must stand before what (order.go),
// built maps by the map metric (metric.go). A map that shares no ids with the key is
// matched to it by its texts first (match.go).
//
// Nothing that a Result says, but for Item.Answer, tells what is right. Judging reads
// no file, takes no chances, and gives the same answer the same marks.
package grade

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
)

// Result is what an answer is worth.
type Result struct {
	Score float64     // from 0 to 1
	Items []*Item     // in the order of the key
	Human []string    // why a person should look at it; none: it need not
	Key   *argmap.Map // of maps: the one of the keys that was taken
	Pairs []Pair      // of maps: which claim was taken for which, in the key's order
	Lost  Cost        // of maps: what went wrong, by kind
}

// Item is a field or a claim, and what was made of it.
type Item struct {
	ID       string  // of the field, or the claim's number in the key's map
	Claim    string  // id of the key's claim that it is about; "" for none
	Said     string  // what the answer says; "" nothing
	Credit   float64 // from 0 to 1
	Weight   float64 // 0: it does not count
	Human    bool    // a person has to judge it
	Feedback string  // a sentence that teaches and does not tell; "" where there is nothing to say
	Answer   string  // what is right, and why: not to be shown unless the teacher wants it

	lost float64 // of a claim of a map: what it costs, in the rubric's weights
}

// Points are the marks out of those of the rubric, rounded as it says.
func (r *Result) Points(by *Rubric) float64 {
	points := r.Score * by.Points
	if by.Round > 0 {
		points = math.Round(points/by.Round) * by.Round
	}
	return points
}

// Answer judges an answer by the key of its variant.
func Answer(k *exercise.Key, a *exercise.Answer, by *Rubric) *Result {
	r := &Result{}
	switch k.Type.Name {
	case "place", "blanks":
		r.Items = slots(k, a, by)
	case "standard-form":
		r.Items = order(k, a)
	case "build":
		built := k.Built(a)
		if built == nil {
			break
		}
		r = Built(k, built, by)
		for _, it := range r.Items {
			it.Said = said(k, a, it.Claim)
		}
	default:
		r.Items = fields(k, a)
	}
	r.close(k, by)
	return r
}

// Map judges a map by one or more keys, and takes the one that it fits best. Claims are
// told by their texts; those with one id and like texts are surely the same.
func Map(keys []*argmap.Map, answer *argmap.Map, by *Rubric) *Result {
	var best *Result
	in := lexicon{}
	for _, key := range keys {
		pairs := byText(key, answer, believed(byID(key, answer), in), in)
		r := compare(key, answer, pairs, by, everyClaim)
		if best == nil || r.Score > best.Score {
			best = r
		}
	}
	return best
}

// paired pairs the claims of two maps that were made of one sheet: by their ids if most of
// the answer's are the key's, whatever the texts say, and all others by their texts.
func paired(key, answer *argmap.Map) []Pair {
	pairs := byID(key, answer)
	if len(pairs)*2 < min(len(key.Claims), len(answer.Claims)) {
		pairs = nil
	}
	return byText(key, answer, pairs, lexicon{})
}

func everyClaim(*argmap.Claim) bool { return true }

// Built judges a map that was built in a build exercise, with the ids of the key's map.
// A thesis that the exercise gave away does not count.
func Built(k *exercise.Key, built *argmap.Map, by *Rubric) *Result {
	judged := func(c *argmap.Claim) bool { return c != k.Map.Thesis || k.Field(letterOf(k, c)+".on") != nil }
	return compare(k.Map, built, paired(k.Map, built), by, judged)
}

// letterOf is the letter that a claim has on the paper.
func letterOf(k *exercise.Key, c *argmap.Claim) string {
	for i := 0; k.Claims[exercise.Letter(i)] != ""; i++ {
		if k.Claims[exercise.Letter(i)] == c.ID {
			return exercise.Letter(i)
		}
	}
	return ""
}

// said is what an answer to a build exercise says of a claim.
func said(k *exercise.Key, a *exercise.Answer, id string) string {
	for i := 0; k.Claims[exercise.Letter(i)] != ""; i++ {
		if l := exercise.Letter(i); k.Claims[l] == id {
			return joined([]string{joined(a.Fields[l+".on"]), joined(a.Fields[l+".how"]), joined(a.Fields[l+".with"])})
		}
	}
	return ""
}

// close weighs the items by the rubric and sums them up, but where a map's metric has.
func (r *Result) close(k *exercise.Key, by *Rubric) {
	sum, whole := 0.0, 0.0
	for _, it := range r.Items {
		if f := k.Field(it.ID); f == nil || !f.Open {
			it.Weight = by.weight(it)
		}
		if it.Human {
			r.Human = append(r.Human, fmt.Sprintf("%s is answered in words", it.ID))
		}
		sum, whole = sum+it.Credit*it.Weight, whole+it.Weight
	}
	if whole > 0 && r.Pairs == nil {
		r.Score = sum / whole
	}
	for _, it := range r.Items {
		if f := k.Field(it.ID); f != nil && it.Answer == "" {
			it.Answer = answerOf(f)
		}
	}
}

// fields judges every field on its own.
func fields(k *exercise.Key, a *exercise.Answer) []*Item {
	var items []*Item
	for i := range k.Fields {
		f := &k.Fields[i]
		it := &Item{ID: f.ID, Claim: claimAsked(k, f.ID), Said: joined(a.Fields[f.ID]), Weight: 1}
		items = append(items, it)
		if f.Open {
			it.Weight = 0
			it.Said = a.Words[f.ID]
			it.Human = it.Said != ""
			continue
		}
		if it.Credit = credit(f, a.Fields[f.ID]); it.Credit < 1 {
			it.Feedback = hint(k.Type.Name, f, it.Said)
		}
	}
	return items
}

// claimAsked is the claim that a field is about, by its number: "2" as well as "2.kind".
func claimAsked(k *exercise.Key, field string) string {
	number, _, _ := strings.Cut(field, ".")
	return k.Claims[number]
}

// credit is what a field's answer is worth: all or nothing, and for several the harmonic
// mean of how much of it is right and how much of what is right it has (F₁).
func credit(f *exercise.KeyField, said []string) float64 {
	right := func(key string) bool {
		return slices.ContainsFunc(f.Right, func(o exercise.Option) bool { return o.Key == key })
	}
	if !f.Several {
		if len(said) == 1 && right(said[0]) {
			return 1
		}
		return 0
	}
	return overlap(len(f.Right), said, right)
}

// overlap is F₁ of what was said, each word once, and of so many right ones; 1 where both
// are nothing.
func overlap(want int, said []string, right func(string) bool) float64 {
	given := slices.Compact(slices.Sorted(slices.Values(said)))
	if want == 0 && len(given) == 0 {
		return 1
	}
	hits := 0
	for _, s := range given {
		if right(s) {
			hits++
		}
	}
	return 2 * float64(hits) / float64(want+len(given))
}

func joined(words []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" }), ", ")
}

// answerOf is what is right in a field, and why.
func answerOf(f *exercise.KeyField) string {
	s := ""
	for i, o := range f.Right {
		switch {
		case i > 0 && f.Several:
			s += ", "
		case i > 0:
			s += " or "
		}
		if o.Key != "" {
			s += o.Key
		} else {
			s += o.Text
		}
	}
	if s == "" {
		s = "nothing"
	}
	if f.Why != "" {
		s += ". " + f.Why
	}
	return s
}
