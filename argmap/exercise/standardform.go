package exercise

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/argmap/argmap/argmap"
)

var standardFormType = &Type{
	Name: "standard-form", Title: "Write the argument in standard form", Use: "ordering an argument from its premises to its conclusion",
	make: makeStandardForm,
}

func makeStandardForm(mk *maker) error {
	m := mk.part(wish{most: sizes{5, 7, 9, 12, 16}, has: threeClaims, only: func(a *argmap.Argument) bool {
		return a.Kind == argmap.Support && !a.OnStep()
	}})
	if m == nil {
		return tooSmall("no claim has reasons with two premises in all")
	}
	p := mk.paper
	p.Title = "" // it often is the conclusion as a question
	p.Ask = fmt.Sprintf("Number the claims from 1 to %d, so that each stands after all that it follows from and the main conclusion is the last. "+
		"Beside each write the numbers of the claims that it follows from directly; beside a premise nothing.", len(m.Claims))
	options, letters := mk.lettered(m.Claims)
	p.Claims = options
	order := mk.standardOrder(m)
	number := map[*argmap.Claim]string{}
	var numbers []Option
	for i, c := range order {
		number[c] = strconv.Itoa(i + 1)
		numbers = append(numbers, Option{number[c], "line " + number[c]})
	}
	byLetter := map[string]*argmap.Claim{}
	for _, c := range m.Claims {
		byLetter[letters[c]] = c
	}
	for _, o := range options {
		c := byLetter[o.Key]
		from := premisesFor(c)
		var right []string
		for _, f := range from {
			right = append(right, number[f])
		}
		mk.field(Field{ID: o.Key + ".n", Prompt: o.Key + " is number", Options: numbers}, whyNumber(m, c), number[c])
		mk.field(Field{ID: o.Key + ".from", Prompt: "from", Options: numbers, Several: true}, whyFrom(c), right...)
	}
	return nil
}

// premisesFor are the claims that a claim follows from directly.
func premisesFor(c *argmap.Claim) []*argmap.Claim {
	var list []*argmap.Claim
	for _, a := range c.Pro {
		list = append(list, a.Premises...)
	}
	return list
}

// standardOrder is one of the orders in which every claim stands after those that it
// follows from; which one is drawn by lot.
func (mk *maker) standardOrder(m *argmap.Map) []*argmap.Claim {
	var order []*argmap.Claim
	ready := slices.Clone(m.Claims)
	for len(ready) > 0 {
		var next []*argmap.Claim
		for _, c := range ready {
			if !slices.ContainsFunc(premisesFor(c), func(p *argmap.Claim) bool { return !slices.Contains(order, p) }) {
				next = append(next, c)
			}
		}
		c := next[mk.rng.IntN(len(next))]
		order = append(order, c)
		ready = slices.DeleteFunc(ready, func(r *argmap.Claim) bool { return r == c })
	}
	return order
}

func whyNumber(m *argmap.Map, c *argmap.Claim) string {
	if c == m.Thesis {
		return fmt.Sprintf("%s is the main conclusion, and stands last.", quoted(c))
	}
	so := targetClaim(c.Uses[0])
	if len(c.Pro) == 0 {
		return fmt.Sprintf("%s is a premise: any line will do that stands before %s.", quoted(c), quoted(so))
	}
	return fmt.Sprintf("%s is an intermediate conclusion: any line will do that stands after %s, and before %s.", quoted(c), listed(premisesFor(c)), quoted(so))
}

func whyFrom(c *argmap.Claim) string {
	if len(c.Pro) == 0 {
		return fmt.Sprintf("Nothing here is a reason for %s: it is a premise.", quoted(c))
	}
	return fmt.Sprintf("%s follows from %s.", quoted(c), listed(premisesFor(c)))
}
