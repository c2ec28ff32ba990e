package exercise

import (
	"fmt"
	"strconv"

	"github.com/argmap/argmap/argmap"
)

var polarityType = &Type{
	Name: "polarity", Title: "For or against?", Use: "telling reasons from objections, and objections from answers to them",
	make: makePolarity,
}

var polarityItems = sizes{3, 5, 7, 10, 14}

func makePolarity(mk *maker) error {
	m := mk.part(wish{most: sizes{9, 14, 24, 40, 60}, has: func(m *argmap.Map) bool {
		n := map[argmap.Kind]int{}
		for _, a := range m.Arguments {
			n[a.Kind]++
		}
		return n[argmap.Support] > 0 && n[argmap.Attack] > 0
	}})
	if m == nil {
		return tooSmall("no part of it has both a reason and an objection")
	}
	items := mk.polarityArguments(m)
	options := []Option{{"+", "supports it"}, {"-", "opposes it"}}
	mk.paper.Ask = "Does the claim support what it bears on, or oppose it?"
	for _, a := range items {
		if a.Role() == argmap.Rebuttal {
			options = []Option{{"+", "supports it"}, {"-", "opposes it, as an objection"}, {"R", "rebuts it: opposes what itself opposes something"}}
			mk.paper.Ask = "Does the claim support what it bears on, object to it, or rebut it, as an objection to an objection does?"
			break
		}
	}
	for i, a := range items {
		c := a.Premises[mk.rng.IntN(len(a.Premises))]
		key := map[argmap.Kind]string{argmap.Support: "+", argmap.Attack: "-"}[a.Kind]
		if a.Role() == argmap.Rebuttal {
			key = "R"
		}
		mk.key.Claims[strconv.Itoa(i+1)] = c.ID
		mk.field(Field{ID: strconv.Itoa(i + 1), About: polarityParts(a, c), Prompt: "The claim", Options: options}, whyPolarity(a, c), key)
	}
	return nil
}

// polarityArguments draws as many arguments as the level asks for, of both kinds. Those
// about steps come in from level 3, where they do not answer an objection: such an
// undercut could as well be called a rebuttal.
func (mk *maker) polarityArguments(m *argmap.Map) []*argmap.Argument {
	kinds := map[argmap.Kind][]*argmap.Argument{}
	pool := append([]*argmap.Argument{}, m.Arguments...)
	shuffle(mk, pool)
	var rest []*argmap.Argument
	for _, a := range pool {
		on, onStep := a.Target.(*argmap.Argument)
		if onStep && (mk.paper.Level < 3 || on.Kind == argmap.Attack || on.OnStep()) {
			continue
		}
		if len(kinds[a.Kind]) == 0 {
			kinds[a.Kind] = append(kinds[a.Kind], a)
		} else {
			rest = append(rest, a)
		}
	}
	items := append(kinds[argmap.Support], kinds[argmap.Attack]...)
	items = append(items, rest[:min(len(rest), mk.count(polarityItems)-len(items))]...)
	shuffle(mk, items)
	return items
}

// polarityParts are a claim and what it bears on, with what that in turn does.
func polarityParts(a *argmap.Argument, c *argmap.Claim) []Part {
	parts := []Part{{"claim", c.Text}}
	for _, p := range others(a, c) {
		parts = append(parts, Part{"together with", p.Text})
	}
	switch t := a.Target.(type) {
	case *argmap.Argument:
		parts = append(parts, Part{"bears on", stepOf(t)})
	case *argmap.Claim:
		parts = append(parts, Part{"bears on", t.Text})
		if len(t.Uses) > 0 {
			parts = append(parts, Part{"which itself", bears(t.Uses[0])})
		}
	}
	return parts
}

func whyPolarity(a *argmap.Argument, c *argmap.Claim) string {
	if a.Role() == argmap.Rebuttal {
		on := a.Target.(*argmap.Claim)
		return fmt.Sprintf("%s opposes %s, which itself %s: an objection to an objection is a rebuttal.", quoted(c), quoted(on), bears(on.Uses[0]))
	}
	if a.Role() == argmap.Undercut {
		return fmt.Sprintf("%s %s: the premises may be true and still not lead there.", quoted(c), bears(a))
	}
	so := "less"
	if a.Kind == argmap.Support {
		so = "more"
	}
	return fmt.Sprintf("%s %s: if it is true, there is %s to be said for that.", quoted(c), bears(a), so)
}
