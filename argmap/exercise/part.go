package exercise

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// mostClaims is how many claims the part of a map has, by level.
var mostClaims = [MaxLevel + 1]int{0, 5, 9, 14, 24, 60}

// part picks the part of the map that the exercise is about, no larger than the level
// allows, and makes the key's map of it. Large maps are cut below, or to one of their
// branches, by lot.
func (mk *maker) part() *argmap.Map {
	o := mk.whole.Outline()
	most := mostClaims[mk.paper.Level]
	roots := []*argmap.Entry{o.Roots[0]}
	if size(o.Roots[0]) > most {
		o.Each(func(e *argmap.Entry) { // branches of a fitting size are as good
			if n := size(e); !e.Again && n >= most/2+1 && n <= most {
				roots = append(roots, e)
			}
		}, nil)
	}
	root := roots[mk.rng.IntN(len(roots))]
	file := copyOf(root, most, nil)
	file.Title.Value = mk.whole.Title
	mk.key.Text, _ = claims.Formats()[0].Print(file)
	mk.key.Map, _ = argmap.Build(file)
	if root.Claim != mk.whole.Thesis {
		mk.paper.Title = ""
	}
	return mk.key.Map
}

// size counts the claims of a branch, each where it stands.
func size(e *argmap.Entry) int {
	n := 1
	for _, s := range e.Children {
		n += stepSize(s)
	}
	return n
}

func stepSize(s *argmap.Step) int {
	n := 0
	for _, p := range s.Premises {
		n += size(p)
	}
	for _, c := range s.Children {
		n += stepSize(c)
	}
	return n
}

// dress changes a claim on its way into a copy.
type dress func(from *argmap.Claim, to *claims.Claim)

// copier copies a branch of a map, breadth first, as far as there is room: arguments
// are whole or left out.
type copier struct {
	file   *claims.File
	left   int
	dress  dress // nil: claims stay as they are
	claims map[*argmap.Claim]*claims.Claim
}

// copyOf declares a branch of a map once more, with at most that many claims. Claims
// that stand in several places stand in one; of arguments in a dressed copy no more
// is said than what they are made of.
func copyOf(root *argmap.Entry, most int, how dress) *claims.File {
	c := &copier{file: &claims.File{Source: &source.File{}}, left: most, dress: how, claims: map[*argmap.Claim]*claims.Claim{}}
	c.file.Thesis = c.claim(root.Claim, false)
	type target struct {
		steps []*argmap.Step
		at    claims.Ref
	}
	queue := []target{{root.Children, claims.Ref{Claim: c.file.Thesis}}}
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		for _, s := range t.steps {
			a := c.step(s, t.at)
			if a == nil {
				continue
			}
			for _, p := range s.Premises {
				queue = append(queue, target{p.Children, claims.Ref{Claim: c.claims[p.Claim]}})
			}
			queue = append(queue, target{s.Children, claims.Ref{Argument: a}})
		}
	}
	return c.file
}

func (c *copier) claim(from *argmap.Claim, nested bool) *claims.Claim {
	d := &claims.Claim{ID: claims.Text{Value: from.ID}, Text: claims.Text{Value: from.Text}, Implicit: from.Implicit, Nested: nested}
	if c.dress != nil {
		c.dress(from, d)
	} else {
		for _, e := range from.Evidence {
			copied := *e.Decl
			d.Evidence = append(d.Evidence, &copied)
			c.source(e.Source)
		}
	}
	c.left--
	c.claims[from] = d
	c.file.Claims = append(c.file.Claims, d)
	return d
}

// source copies a source and those that it derives from, once each.
func (c *copier) source(s *argmap.Source) {
	for ; s != nil; s = s.DerivesFrom {
		for _, have := range c.file.Sources {
			if have.ID.Value == s.ID {
				return
			}
		}
		copied := *s.Decl
		copied.In, copied.File = nil, claims.Text{}
		c.file.Sources = append(c.file.Sources, &copied)
	}
}

// step copies an argument; nil where there is no room for all its premises, or one of
// them stands elsewhere.
func (c *copier) step(s *argmap.Step, at claims.Ref) *claims.Argument {
	if len(s.Premises) > c.left {
		return nil
	}
	for _, p := range s.Premises {
		if p.Again || c.claims[p.Claim] != nil {
			return nil
		}
	}
	a := &claims.Argument{Kind: s.Argument.Kind, Target: at}
	if c.dress == nil {
		a.Scheme.Value, a.Conflict.Value = s.Argument.Scheme, s.Argument.Conflict
	}
	for _, p := range s.Premises {
		a.Premises = append(a.Premises, claims.Ref{Claim: c.claim(p.Claim, true)})
	}
	c.file.Arguments = append(c.file.Arguments, a)
	return a
}
