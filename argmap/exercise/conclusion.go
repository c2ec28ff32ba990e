package exercise

import (
	"fmt"

	"github.com/argmap/argmap/argmap"
)

var conclusionType = &Type{
	Name: "conclusion", Title: "Find the main conclusion", Use: "telling what a text argues for from what it argues with",
	make: makeConclusion,
}

func makeConclusion(mk *maker) error {
	m := mk.part(wish{most: sizes{4, 6, 9, 12, 16}, has: threeClaims})
	if m == nil {
		return errThreeClaims()
	}
	p := mk.paper
	p.Title = "" // it often is the conclusion as a question
	p.Ask = "One of these claims is what all the others are there for or against. Which one?"
	options, letters := mk.lettered(m.Claims)
	mk.field(Field{ID: "1", Prompt: "The main conclusion is", Options: options}, whyConclusion(m), letters[m.Thesis])
	return nil
}

func whyConclusion(m *argmap.Map) string {
	return fmt.Sprintf("Every other claim speaks for or against something that leads to %s, and it speaks for none of them itself.", quoted(m.Thesis))
}
