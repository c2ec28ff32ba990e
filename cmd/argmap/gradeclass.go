package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
)

// classMap is what a class made of one map, or of all that were given out.
type classMap struct {
	model  *argmap.Map
	of     int // answers
	asked  map[string]int
	wrong  map[string]int // answers that have less than full credit for a claim, by its id
	chosen map[string]int // answers that name a claim where another is right
	missed map[string]*missed
	order  []string // of missed, as first seen
}

// missed is a question with how many got it wrong, and what they said.
type missed struct {
	claim *argmap.Claim // nil: it is about no single one
	about string        // where there is no claim, what is right and why
	asks  string        // which of several questions about the claim it is; "" the only one
	of    int           // answers to it
	wrong int
	said  map[string]int // in words
}

func newClassMap(m *argmap.Map) *classMap {
	return &classMap{model: m, asked: map[string]int{}, wrong: map[string]int{}, chosen: map[string]int{}, missed: map[string]*missed{}}
}

// classMaps are the maps that the answers were judged by, each once, with what went wrong.
func (g *grading) classMaps() []*classMap {
	var list []*classMap
	byMap := map[any]*classMap{} // variants of one part have one text
	for _, one := range g.list {
		same := any(one.model)
		if one.key != nil {
			same = one.key.Text()
		}
		cm := byMap[same]
		if cm == nil {
			cm = newClassMap(one.judgedBy())
			byMap[same] = cm
			list = append(list, cm)
		}
		cm.add(one)
	}
	return list
}

// wholeClass is all answers together, whatever their maps: claims are told by their ids.
func (g *grading) wholeClass() *classMap {
	all := newClassMap(nil)
	for _, one := range g.list {
		all.add(one)
	}
	return all
}

// judgedBy is the map that the answer was judged by.
func (one *graded) judgedBy() *argmap.Map {
	if one.key != nil && one.model == nil {
		return one.key.Map
	}
	return one.model
}

// fieldAsks names what is asked of one claim, by the ends of fields' names.
var fieldAsks = map[string]string{"n": "its place", "from": "what it follows from", "kind": "the kind of evidence"}

func (cm *classMap) add(one *graded) {
	cm.of++
	seen := map[string]bool{}
	for _, it := range one.Items {
		if it.Weight == 0 {
			continue
		}
		m := cm.question(one, it.Claim, it.ID)
		m.of++
		first := it.Claim != "" && !seen[it.Claim]
		if first {
			cm.asked[it.Claim]++
		}
		if it.Credit >= 1 {
			continue
		}
		if m.wrong++; it.Claim != "" && !seen[it.Claim+"\x00"] {
			seen[it.Claim+"\x00"] = true
			cm.wrong[it.Claim]++
		}
		seen[it.Claim] = true
		if words := one.words(it.Claim, it.ID, it.Said); words != "" {
			m.said[words]++
		}
		if it.Claim == "" && one.key != nil {
			if id := one.key.Claims[it.Said]; id != "" {
				cm.chosen[id]++
			}
		}
	}
}

// question is the one that an item is about. Fields have other names in other variants:
// one about a claim is known by that, another by its reason.
func (cm *classMap) question(one *graded, claim, id string) *missed {
	_, asks, _ := strings.Cut(id, ".")
	if one.Pairs != nil {
		asks = "" // the number of a map's claim
	}
	m := &missed{claim: claimByID(one.judgedBy(), claim), asks: fieldAsks[asks], said: map[string]int{}}
	name := "claim " + claim + "\x00" + asks
	if m.claim == nil {
		m.about = id
		if one.key != nil && one.key.Field(id) != nil {
			m.about = rightWords(one.key, id)
		}
		name = "field " + m.about
	}
	if cm.missed[name] == nil {
		cm.missed[name] = m
		cm.order = append(cm.order, name)
	}
	return cm.missed[name]
}

// rightWords is what is right in a field that is about no single claim.
func rightWords(k *exercise.Key, id string) string {
	f := k.Field(id)
	if t := k.Type.Name; t == "linked" || t == "polarity" || f.Why != "" && len(f.Right) == 0 {
		return f.Why
	}
	var texts []string
	for _, o := range f.Right {
		if !slices.Contains(texts, o.Text) {
			texts = append(texts, o.Text)
		}
	}
	return strings.Join(texts, ", or ")
}

// worst lists what some got wrong, the most missed first.
func (cm *classMap) worst() []*missed {
	var list []*missed
	for _, name := range cm.order {
		if cm.missed[name].wrong > 0 {
			list = append(list, cm.missed[name])
		}
	}
	slices.SortStableFunc(list, func(a, b *missed) int {
		return cmp.Or(cmp.Compare(b.wrong*a.of, a.wrong*b.of), cmp.Compare(b.wrong, a.wrong))
	})
	return list
}

// commonest is what was said most often; "" where nothing can be put into words.
func (m *missed) commonest() (said string, n int) {
	words := make([]string, 0, len(m.said))
	for w := range m.said {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		if m.said[w] > n {
			said, n = w, m.said[w]
		}
	}
	return said, n
}

func claimByID(m *argmap.Map, id string) *argmap.Claim {
	for _, c := range m.Claims {
		if c.ID == id {
			return c
		}
	}
	return nil
}
