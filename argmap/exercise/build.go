package exercise

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

var buildType = &Type{
	Name: "build", Title: "Build the map", Use: "the whole art: what bears on what, which way, and together with what",
	make: makeBuild,
}

// Keys of what a student of a build exercise says of each claim, beside letters.
const (
	KeyOnNothing = "-" // in "A.on": the claim is the main conclusion
	KeyFor       = "+" // in "A.how"
	KeyAgainst   = "-"
	keyStep      = "S" // in "A.on", before a letter: the step from that claim
)

func makeBuild(mk *maker) error {
	m := mk.part(wish{most: mapSizes, has: threeClaims})
	if m == nil {
		return errThreeClaims()
	}
	p := mk.paper
	options, letters := mk.lettered(m.Claims)
	p.Claims = options
	p.Ask = "For each claim say what it bears on, whether it is for or against that, and which others carry it only together with this one. Exactly one claim is the main conclusion: it bears on nothing."
	given := p.Level < 3
	if given {
		p.Ask = fmt.Sprintf("The main conclusion is %s. For each other claim say what it bears on, whether it is for or against that, and which others carry it only together with this one.", letters[m.Thesis])
	} else {
		p.Title = "" // it often is the conclusion as a question
	}
	steps := slices.ContainsFunc(m.Arguments, (*argmap.Argument).OnStep)
	if steps {
		p.Ask += fmt.Sprintf(" A claim may also bear on the step that another takes: %sB is the step from B.", keyStep)
	}
	for _, o := range options {
		c := m.Claims[slices.IndexFunc(m.Claims, func(c *argmap.Claim) bool { return letters[c] == o.Key })]
		if c == m.Thesis && given {
			continue
		}
		b := builtClaim{c, o.Key, letters, targetsFor(o.Key, options, given, steps)}
		mk.buildFields(b, options)
	}
	return nil
}

// builtClaim is a claim whose place a student is asked for.
type builtClaim struct {
	*argmap.Claim
	key     string
	letters map[*argmap.Claim]string
	targets []Option
}

func (mk *maker) buildFields(b builtClaim, options []Option) {
	others := slices.DeleteFunc(slices.Clone(options), func(o Option) bool { return o.Key == b.key })
	on, how, with := []string{KeyOnNothing}, []string{KeyFor, KeyAgainst}, []string(nil)
	if len(b.Uses) > 0 {
		a := b.Uses[0]
		how = []string{map[argmap.Kind]string{argmap.Support: KeyFor, argmap.Attack: KeyAgainst}[a.Kind]}
		switch t := a.Target.(type) {
		case *argmap.Claim:
			on = []string{b.letters[t]}
		case *argmap.Argument:
			on = nil
			for _, p := range t.Premises {
				on = append(on, keyStep+b.letters[p])
			}
		}
		for _, p := range a.Premises {
			if p != b.Claim {
				with = append(with, b.letters[p])
			}
		}
	}
	mk.field(Field{ID: b.key + ".on", Prompt: "bears on", Options: b.targets}, whyPlace(b.Claim), on...)
	mk.field(Field{ID: b.key + ".how", Prompt: "is", Options: []Option{{KeyFor, "for it"}, {KeyAgainst, "against it"}}}, whyHow(b.Claim), how...)
	mk.field(Field{ID: b.key + ".with", Prompt: "only together with", Options: others, Several: true}, whyWith(b.Claim), with...)
}

// targetsFor are what a claim may bear on.
func targetsFor(key string, options []Option, given, steps bool) []Option {
	var list []Option
	for _, o := range options {
		if o.Key != key {
			list = append(list, o)
		}
	}
	if steps {
		for _, o := range options {
			if o.Key != key {
				list = append(list, Option{keyStep + o.Key, "the step from " + o.Key})
			}
		}
	}
	if !given {
		list = append(list, Option{KeyOnNothing, "nothing: it is the main conclusion"})
	}
	return list
}

func whyHow(c *argmap.Claim) string {
	if len(c.Uses) == 0 {
		return "The main conclusion is neither for nor against anything."
	}
	return fmt.Sprintf("%s %s.", quoted(c), bears(c.Uses[0]))
}

func whyWith(c *argmap.Claim) string {
	if len(c.Uses) == 0 {
		return "The main conclusion is no premise."
	}
	if rest := others(c.Uses[0], c); len(rest) > 0 {
		return fmt.Sprintf("%s and %s are co-premises: if one is false, the rest carries nothing.", quoted(c), listed(rest))
	}
	return fmt.Sprintf("%s needs no other claim beside it to bear on what it does.", quoted(c))
}

// Built is the map that an answer to a build exercise describes; nil where the key is
// not of one. Its claims have the ids of the key's map. A claim of which the answer does
// not say what it bears on, or nothing that can be, stands beside the thesis. Premises are
// linked where either says so and both bear on the same, the same way. Arguments about
// steps that run in a circle are left out.
func (k *Key) Built(a *Answer) *argmap.Map {
	if k.Type != buildType || k.Map == nil || k.Map.Thesis == nil {
		return nil
	}
	b := &building{key: k, answer: a, claims: map[string]*claims.Claim{}, in: map[string]*claims.Argument{}, file: &claims.File{Source: &source.File{}}}
	b.declare()
	b.link()
	m, _ := argmap.Build(b.file)
	return m
}

type building struct {
	key     *Key
	answer  *Answer
	file    *claims.File
	letters []string
	claims  map[string]*claims.Claim    // by letter
	in      map[string]*claims.Argument // the argument that a claim is a premise of, by letter
}

// said is the first thing that the answer says in a field of a claim.
func (b *building) said(letter, field string) string {
	if words := b.answer.Fields[letter+"."+field]; len(words) > 0 {
		return strings.ToUpper(words[0])
	}
	return ""
}

// declare declares the claims. The thesis is the one that the exercise gives, or the
// first of which the answer says so.
func (b *building) declare() {
	for i := 0; b.key.Claims[Letter(i)] != ""; i++ {
		letter := Letter(i)
		id := b.key.Claims[letter]
		c := &claims.Claim{ID: claims.Text{Value: id}}
		for _, from := range b.key.Map.Claims {
			if from.ID == id {
				c.Text.Value, c.Implicit = from.Text, from.Implicit
			}
		}
		b.letters, b.claims[letter] = append(b.letters, letter), c
		b.file.Claims = append(b.file.Claims, c)
		given := b.key.Field(letter+".on") == nil
		if b.file.Thesis == nil && (given || b.said(letter, "on") == KeyOnNothing) {
			b.file.Thesis = c
		}
	}
}

// link makes the arguments: claims that bear on the same, the same way, are in one where
// either says that it does so only together with the other. An argument about a step comes
// after that of the step, so that none comes where they run in a circle.
func (b *building) link() {
	for again := true; again; {
		again = false
		for _, letter := range b.letters {
			if place, ok := b.place(letter); ok && b.in[letter] == nil {
				b.argument(letter, place)
				again = true
			}
		}
	}
}

// place is an argument without premises that bears on what a claim is said to bear on;
// false where that cannot be, or not yet.
func (b *building) place(letter string) (builtPlace, bool) {
	on, how := b.said(letter, "on"), b.said(letter, "how")
	if b.claims[letter] == b.file.Thesis || on == letter || how != KeyFor && how != KeyAgainst {
		return builtPlace{}, false
	}
	if c := b.claims[on]; c != nil {
		return builtPlace{how: how, claim: c}, true
	}
	step := b.in[strings.TrimPrefix(on, keyStep)]
	return builtPlace{how: how, step: step}, step != nil
}

// builtPlace is what a claim bears on and which way. One of claim and step is nil.
type builtPlace struct {
	how   string
	claim *claims.Claim
	step  *claims.Argument
}

// argument makes the argument of a claim and of all that it says it needs.
func (b *building) argument(letter string, place builtPlace) {
	a := &claims.Argument{Target: claims.Ref{Claim: place.claim, Argument: place.step}}
	if place.how == KeyAgainst {
		a.Kind = argmap.Attack
	}
	b.file.Arguments = append(b.file.Arguments, a)
	b.in[letter] = a
	for queue := []string{letter}; len(queue) > 0; queue = queue[1:] {
		b.claims[queue[0]].Nested = true
		a.Premises = append(a.Premises, claims.Ref{Claim: b.claims[queue[0]]})
		for _, other := range b.letters {
			if b.in[other] != nil || !b.with(queue[0], other) && !b.with(other, queue[0]) {
				continue
			}
			if p, ok := b.place(other); ok && p == place {
				b.in[other] = a
				queue = append(queue, other)
			}
		}
	}
}

// with tells whether a claim is said to need another.
func (b *building) with(letter, other string) bool {
	return slices.ContainsFunc(b.answer.Fields[letter+".with"], func(w string) bool { return strings.EqualFold(w, other) })
}
