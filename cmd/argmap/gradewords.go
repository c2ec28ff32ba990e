package main

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
)

// What answers say, in words: letters and numbers stand for something else in every variant.

const nothingSaid = "nothing"

// words is what an item says; "" where it cannot be put into words.
func (one *graded) words(claim, id, said string) string {
	switch {
	case one.Pairs != nil:
		return one.placed(claim)
	case said == "":
		return nothingSaid
	case one.key.Type.Name == "standard-form":
		return "" // numbers of an order that is the student's own
	}
	var list []string
	for _, key := range strings.Split(said, ", ") {
		text := keyWords(one.key, id, key)
		if text == "" {
			return ""
		}
		list = append(list, text)
	}
	return strings.Join(list, " and ")
}

// optionWords are options that a key does not spell out, since they are never right in it.
var optionWords = map[string]map[string]string{
	"polarity": {"+": "supports it", "-": "opposes it, as an objection", "R": "rebuts it"},
	"linked":   {"L": "linked", "C": "convergent"},
}

// keyWords is what a key of an option stands for in a field: a claim, or what it says
// where it is right.
func keyWords(k *exercise.Key, field, key string) string {
	if text := optionWords[k.Type.Name][key]; text != "" {
		return text
	}
	_, asks, _ := strings.Cut(field, ".")
	for i := range k.Fields {
		f := &k.Fields[i]
		_, other, _ := strings.Cut(f.ID, ".")
		if f.ID != field && (asks != other || k.Type.Name == "missing" || k.Type.Name == "repair") {
			continue // with options of its own
		}
		for _, o := range f.Right {
			if o.Key == key && o.Text != "" {
				return "“" + o.Text + "”"
			}
		}
	}
	if c := claimByID(k.Map, k.Claims[key]); c != nil && asks == "" {
		return "“" + c.Text + "”"
	}
	return ""
}

// placed is where the answer's map has a claim of the key's.
func (one *graded) placed(id string) string {
	theirs, ours := map[string]*argmap.Claim{}, map[*argmap.Claim]*argmap.Claim{}
	for _, p := range one.Pairs {
		theirs[p.Key.ID], ours[p.Answer] = p.Answer, p.Key
	}
	c := theirs[id]
	switch {
	case c == nil:
		return "missing"
	case len(c.Uses) == 0 && one.answer != nil && c == one.answer.Thesis:
		return "the main conclusion"
	case len(c.Uses) == 0:
		return "bears on nothing"
	}
	text := func(c *argmap.Claim) string {
		if ours[c] != nil {
			return "“" + ours[c].Text + "”"
		}
		return "“" + c.Text + "”"
	}
	a := c.Uses[0]
	words := map[argmap.Kind]string{argmap.Support: "for ", argmap.Attack: "against "}[a.Kind]
	switch t := a.Target.(type) {
	case *argmap.Claim:
		words += text(t)
	case *argmap.Argument:
		words += "the step from " + text(t.Premises[0])
	}
	var others []string
	for _, p := range a.Premises {
		if p != c {
			others = append(others, text(p))
		}
	}
	if slices.Sort(others); len(others) > 0 {
		words += " with " + strings.Join(others, " and ")
	}
	return words
}
