package exercise

import (
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// sizes are how many of something an exercise has, by level from 1.
type sizes [MaxLevel]int

func (mk *maker) count(n sizes) int { return n[mk.paper.Level-1] }

// mapSizes are how many claims the part of a map has where it is drawn.
var mapSizes = sizes{5, 9, 14, 24, 60}

// wish says which part of a map a type of exercise is made of.
type wish struct {
	most sizes                       // claims, at most
	only func(*argmap.Argument) bool // the arguments that are taken; nil: all
	has  func(*argmap.Map) bool      // what the part must have
}

// part picks the part of the map that the exercise is about, no larger than the level
// allows, and makes the key's map of it; nil where no part has what is wished for. Large
// maps are cut below, or to one of their branches, by lot.
func (mk *maker) part(w wish) *argmap.Map {
	most := mk.count(w.most)
	for _, root := range mk.branches(most) {
		c := copier{most: most, only: w.only}
		file := c.copy(root)
		m, _ := argmap.Build(file)
		if !w.has(m) {
			continue
		}
		file.Title.Value, file.Lang.Value = mk.whole.Title, mk.whole.Lang
		if root.Claim != mk.whole.Thesis {
			mk.paper.Title = ""
		}
		mk.key.file = file
		mk.key.Map, _ = argmap.Build(file)
		return mk.key.Map
	}
	return nil
}

// branches are the places in the map that a part can begin at, the better ones first:
// the thesis and, where that carries too much, branches of a fitting size; then all others.
func (mk *maker) branches(most int) []*argmap.Entry {
	o := mk.whole.Outline()
	good := []*argmap.Entry{o.Roots[0]}
	if size(o.Roots[0]) <= most {
		return good
	}
	var rest []*argmap.Entry
	o.Each(func(e *argmap.Entry) {
		switch n := size(e); {
		case e.Again || e == good[0]:
		case n >= most/2+1 && n <= most:
			good = append(good, e)
		case n > 1:
			rest = append(rest, e)
		}
	}, nil)
	shuffle(mk, good)
	shuffle(mk, rest)
	return append(good, rest...)
}

func shuffle[T any](mk *maker, list []T) {
	mk.rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
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

// copier copies a branch of a map, breadth first, as far as there is room: arguments
// are whole or left out. Claims that stand in several places stand in one, and no two
// have the same text, so that what is asked about them has one answer. Of arguments in a
// dressed copy no more is said than what they are made of.
type copier struct {
	most  int                                        // claims
	only  func(*argmap.Argument) bool                // the arguments that are taken; nil: all
	dress func(from *argmap.Claim, to *claims.Claim) // changes a claim on its way; nil: claims stay as they are
	file  *claims.File                               // the copy
	to    map[*argmap.Claim]*claims.Claim            // the copies of claims
	args  map[*argmap.Argument]*claims.Argument      // the copies of arguments
	texts map[string]bool                            // that the copied claims have
}

// copy declares the branch once more.
func (c *copier) copy(root *argmap.Entry) *claims.File {
	c.file = &claims.File{Source: &source.File{}}
	c.to, c.args, c.texts = map[*argmap.Claim]*claims.Claim{}, map[*argmap.Argument]*claims.Argument{}, map[string]bool{}
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
				queue = append(queue, target{p.Children, claims.Ref{Claim: c.to[p.Claim]}})
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
	c.to[from] = d
	c.texts[plain(from.Text)] = true
	c.file.Claims = append(c.file.Claims, d)
	return d
}

// plain is a text as it is compared with others: without the case of letters, double
// blanks and the stop at its end.
func plain(text string) string {
	return strings.TrimRight(strings.Join(strings.Fields(strings.ToLower(text)), " "), ".!?。 ")
}

// plain is a claim's text as it is compared with others.
func (mk *maker) plain(c *argmap.Claim) string {
	text, ok := mk.texts[c]
	if !ok {
		text = plain(c.Text)
		mk.texts[c] = text
	}
	return text
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

// step copies an argument; nil where it is not to be taken, there is no room for all
// its premises, or one of them stands elsewhere.
func (c *copier) step(s *argmap.Step, at claims.Ref) *claims.Argument {
	if c.only != nil && !c.only(s.Argument) || len(c.to)+len(s.Premises) > c.most {
		return nil
	}
	own := map[string]bool{}
	for _, p := range s.Premises {
		text := plain(p.Claim.Text)
		if p.Again || c.to[p.Claim] != nil || c.texts[text] || own[text] {
			return nil
		}
		own[text] = true
	}
	a := &claims.Argument{Kind: s.Argument.Kind, Target: at}
	if c.dress == nil {
		a.Scheme.Value, a.Conflict.Value = s.Argument.Scheme, s.Argument.Conflict
	}
	for _, p := range s.Premises {
		a.Premises = append(a.Premises, claims.Ref{Claim: c.claim(p.Claim, true)})
	}
	c.args[s.Argument] = a
	c.file.Arguments = append(c.file.Arguments, a)
	return a
}
