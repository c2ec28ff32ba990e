package worksheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
)

// The fields of an argument in standard form: the number of a line, and the numbers of
// those that it follows from, each after the letter of its claim.
const (
	numberField = ".n"
	fromField   = ".from"
)

// Any order of lines is right in which every claim stands after those that it follows
// from, and a key has one of them. What a page checks instead is right in all: a number
// that leaves room for what must stand before and after, and the letters of the claims
// that a claim follows from, which the page finds by the numbers that were given to them.

// orders are these answers by field; nil if the exercise is not of that kind.
func orders(p *exercise.Paper, key *exercise.Key) map[string][]string {
	if key == nil || !inLines(p) {
		return nil
	}
	letter := map[string]string{} // by number
	for _, k := range key.Fields {
		if claim, ok := strings.CutSuffix(k.ID, numberField); ok && len(k.Right) > 0 {
			letter[k.Right[0].Key] = claim
		}
	}
	from, so := map[string][]string{}, map[string][]string{}
	for _, k := range key.Fields {
		claim, ok := strings.CutSuffix(k.ID, fromField)
		if !ok {
			continue
		}
		for _, o := range k.Right {
			premise := letter[o.Key]
			from[claim] = append(from[claim], premise)
			so[premise] = append(so[premise], claim)
		}
		slices.Sort(from[claim])
	}
	answers := map[string][]string{}
	for _, claim := range letter {
		first, last := 1+reached(from, claim), len(letter)-reached(so, claim)
		for n := first; n <= last; n++ {
			answers[claim+numberField] = append(answers[claim+numberField], fmt.Sprint(n))
		}
		answers[claim+fromField] = []string{strings.Join(from[claim], ",")}
	}
	return answers
}

// inLines tells whether a paper asks for the numbers of lines.
func inLines(p *exercise.Paper) bool {
	return slices.ContainsFunc(p.Fields, func(f exercise.Field) bool {
		return strings.HasSuffix(f.ID, numberField) && slices.ContainsFunc(p.Fields, func(g exercise.Field) bool {
			return g.ID == strings.TrimSuffix(f.ID, numberField)+fromField
		})
	})
}

// reached counts what can be reached from a claim.
func reached(next map[string][]string, claim string) int {
	seen := map[string]bool{}
	var visit func(string)
	visit = func(c string) {
		for _, n := range next[c] {
			if !seen[n] {
				seen[n] = true
				visit(n)
			}
		}
	}
	visit(claim)
	return len(seen)
}
