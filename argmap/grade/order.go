package grade

import (
	"strconv"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
)

// order judges an argument in standard form. Any order is right in which every claim
// stands behind all that it follows from; numbers that stand twice count for none.
func order(k *exercise.Key, a *exercise.Answer) []*Item {
	o := &ordering{key: k, answer: a, number: map[string]int{}, letter: map[int]string{}, of: map[string]string{}}
	o.read()
	var items []*Item
	for _, letter := range o.letters {
		c := claimOf(k.Map, k.Claims[letter])
		if c == nil {
			continue
		}
		items = append(items, o.place(letter, c), o.from(letter, c))
	}
	return items
}

type ordering struct {
	key     *exercise.Key
	answer  *exercise.Answer
	letters []string
	of      map[string]string // letters by claim
	number  map[string]int    // by letter; a number that stands twice is nobody's
	letter  map[int]string
}

func (o *ordering) read() {
	twice := map[int]bool{}
	for i := 0; o.key.Claims[exercise.Letter(i)] != ""; i++ {
		letter := exercise.Letter(i)
		o.letters = append(o.letters, letter)
		o.of[o.key.Claims[letter]] = letter
		said := o.answer.Fields[letter+".n"]
		if len(said) != 1 {
			continue
		}
		n, err := strconv.Atoi(said[0])
		if err != nil || n < 1 || o.key.Claims[exercise.Letter(n-1)] == "" {
			continue
		}
		twice[n] = o.letter[n] != ""
		o.letter[n] = letter
	}
	for n, letter := range o.letter {
		if !twice[n] {
			o.number[letter] = n
		}
	}
	for n := range twice {
		if twice[n] {
			delete(o.letter, n)
		}
	}
}

// before tells whether a claim has a number and stands before another that has one.
func (o *ordering) before(a, b string) bool {
	return o.number[a] > 0 && o.number[b] > 0 && o.number[a] < o.number[b]
}

func (o *ordering) place(letter string, c *argmap.Claim) *Item {
	it := &Item{ID: letter + ".n", Claim: c.ID, Said: joined(o.answer.Fields[letter+".n"]), Weight: 1, Credit: 1}
	switch {
	case it.Said == "":
		it.Feedback = letter + " has no number"
	case o.number[letter] == 0:
		it.Feedback = "the number of " + letter + " stands beside another claim too, or is none of the list"
	}
	for _, p := range premisesOf(c) {
		if it.Feedback == "" && !o.before(o.of[p.ID], letter) {
			it.Feedback = "something that " + letter + " follows from stands behind it, or nowhere: a conclusion comes after its premises"
		}
	}
	if len(c.Uses) > 0 && it.Feedback == "" {
		if t, ok := c.Uses[0].Target.(*argmap.Claim); ok && !o.before(letter, o.of[t.ID]) {
			it.Feedback = letter + " stands behind what it is a reason for: premises come first"
		}
	}
	if it.Feedback != "" {
		it.Credit = 0
	}
	return it
}

// from judges the numbers that a claim is said to follow from, which are the answer's own.
func (o *ordering) from(letter string, c *argmap.Claim) *Item {
	id := letter + ".from"
	it := &Item{ID: id, Claim: c.ID, Said: joined(o.answer.Fields[id]), Weight: 1}
	want := map[string]bool{}
	for _, p := range premisesOf(c) {
		want[o.of[p.ID]] = true
	}
	it.Credit = overlap(len(want), o.answer.Fields[id], func(s string) bool {
		n, err := strconv.Atoi(s)
		return err == nil && want[o.letter[n]]
	})
	if it.Credit < 1 {
		it.Feedback = "ask of each number beside " + letter + ": would somebody who believes only that believe " + letter + " more? And is one of them missing?"
	}
	it.Answer = c.Text + " follows from nothing on the sheet"
	if len(want) > 0 {
		it.Answer = c.Text + " follows from: " + texts(premisesOf(c))
	}
	return it
}

func premisesOf(c *argmap.Claim) []*argmap.Claim {
	var list []*argmap.Claim
	for _, a := range c.Pro {
		list = append(list, a.Premises...)
	}
	return list
}

func texts(list []*argmap.Claim) string {
	s := ""
	for i, c := range list {
		if i > 0 {
			s += "; "
		}
		s += c.Text
	}
	return s
}

func claimOf(m *argmap.Map, id string) *argmap.Claim {
	for _, c := range m.Claims {
		if c.ID == id {
			return c
		}
	}
	return nil
}
