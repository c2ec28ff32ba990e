package exercise

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/argmap"
)

// What a claim does in a map, in sentences that teach.

// quoted is a claim's text in quotation marks, without its full stop.
func quoted(c *argmap.Claim) string { return "“" + strings.TrimSuffix(c.Text, ".") + "”" }

// bears says what an argument does to its target: "supports “Dogs dream.”"
func bears(a *argmap.Argument) string {
	switch t := a.Target.(type) {
	case *argmap.Argument:
		return map[argmap.Kind]string{argmap.Support: "backs ", argmap.Attack: "doubts "}[a.Kind] + stepOf(t)
	case *argmap.Claim:
		return map[argmap.Kind]string{argmap.Support: "supports ", argmap.Attack: "opposes "}[a.Kind] + quoted(t)
	}
	return ""
}

// stepOf names the step of an argument.
func stepOf(a *argmap.Argument) string { return stepFrom(a.Premises, a) }

// stepFrom names the step of an argument of which only some premises are there.
func stepFrom(premises []*argmap.Claim, a *argmap.Argument) string {
	to := "what it bears on"
	if t, ok := a.Target.(*argmap.Claim); ok {
		to = quoted(t)
	}
	way := map[argmap.Kind]string{argmap.Support: "to", argmap.Attack: "against"}[a.Kind]
	return fmt.Sprintf("the step from %s %s %s", listed(premises), way, to)
}

// listed is “a”, “b” and “c”.
func listed(cs []*argmap.Claim) string {
	var b strings.Builder
	for i, c := range cs {
		switch {
		case i > 0 && i == len(cs)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(quoted(c))
	}
	return b.String()
}

// others are the premises of an argument but one.
func others(a *argmap.Argument, but *argmap.Claim) []*argmap.Claim {
	var list []*argmap.Claim
	for _, p := range a.Premises {
		if p != but {
			list = append(list, p)
		}
	}
	return list
}

// whyPlace says what a claim does where it stands.
func whyPlace(c *argmap.Claim) string {
	if len(c.Uses) == 0 {
		return fmt.Sprintf("%s is what everything else is about.", quoted(c))
	}
	a := c.Uses[0]
	if rest := others(a, c); len(rest) > 0 {
		return fmt.Sprintf("%s %s only together with %s.", quoted(c), bears(a), listed(rest))
	}
	return fmt.Sprintf("%s %s.", quoted(c), bears(a))
}
