package lint

import (
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var circle = &Rule{
	Code:     "circle",
	Family:   Structure,
	Severity: source.Error,
	Title:    "a claim does not rest on itself",
	Why: "An argument in a circle gives nobody a reason who does not hold the conclusion already: to accept the premise, one must " +
		"have accepted what it is to show. Find the step in the loop that says least, and take it out or give it a reason of its own. " +
		"A loop through an objection is a mistake of the map as well: a claim cannot first be attacked by what it then attacks to stand.",
	Bad: `thesis:
  claim: The oracle is always right.
  id: right
  because:
    - claim: What the oracle foretold has come to pass.
      because:
        - ref: right
`,
	Good: `thesis:
  claim: The oracle is always right.
  because:
    - claim: What the oracle foretold has come to pass.
      because:
        - The town's records show it for every one of its sayings.
`,
	check: checkCircle,
}

// checkCircle reports each loop once, at the premise that closes it when one reads
// from the thesis on. The walk keeps its own stack, for maps of any depth.
func checkCircle(p *pass) {
	w := &loopWalk{state: map[*argmap.Claim]int{}}
	for _, c := range p.m.Claims {
		if c.Decl.Nested && p.m.Thesis != nil && len(c.Uses) > 0 {
			continue // reached from above, or in a loop that is looked at below
		}
		w.from(p, c)
	}
	for _, c := range p.m.Claims {
		w.from(p, c)
	}
}

const (
	onPath = iota + 1
	done
)

type loopWalk struct {
	state map[*argmap.Claim]int
	path  []step
}

// step is a claim on the path, with the uses of claims that bear on it.
type step struct {
	claim *argmap.Claim
	uses  []use
	next  int
}

type use struct {
	argument *argmap.Argument
	premise  *argmap.Claim
}

func (w *loopWalk) from(p *pass, root *argmap.Claim) {
	if w.state[root] != 0 {
		return
	}
	w.push(root)
	for len(w.path) > 0 {
		top := &w.path[len(w.path)-1]
		if top.next == len(top.uses) {
			w.state[top.claim] = done
			w.path = w.path[:len(w.path)-1]
			continue
		}
		u := top.uses[top.next]
		top.next++
		switch w.state[u.premise] {
		case 0:
			w.push(u.premise)
		case onPath:
			w.report(p, u)
		}
	}
}

func (w *loopWalk) push(c *argmap.Claim) {
	w.state[c] = onPath
	var uses []use
	for _, list := range [][]*argmap.Argument{c.Pro, c.Con} {
		for _, a := range list {
			uses = append(uses, usesOf(a)...)
		}
	}
	w.path = append(w.path, step{claim: c, uses: uses})
}

// usesOf lists the premises of an argument and of everything about its step.
func usesOf(a *argmap.Argument) []use {
	var uses []use
	for _, c := range a.Premises {
		uses = append(uses, use{a, c})
	}
	for _, list := range [][]*argmap.Argument{a.Pro, a.Con} {
		for _, about := range list {
			uses = append(uses, usesOf(about)...)
		}
	}
	return uses
}

func (w *loopWalk) report(p *pass, closing use) {
	start := len(w.path) - 1
	if w.path[start].claim == closing.premise {
		return // self-support says so
	}
	for w.path[start].claim != closing.premise {
		start--
	}
	var loop []string
	for _, s := range w.path[start:] {
		loop = append(loop, quoted(s.claim.Text))
	}
	d := p.report(place(closing.argument, closing.premise), "take this use out, or give the claim a reason from outside the loop",
		"the claim rests on itself: %s", strings.Join(append(loop, loop[0]), " ← "))
	if at := textOf(closing.premise); at != d.Span {
		d.Related = []source.Related{{Message: "the claim", Span: at}}
	}
}
