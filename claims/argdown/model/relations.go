package model

import (
	"slices"

	"github.com/argmap/argmap/claims/argdown"
)

// list is where an end keeps its relations.
func (e End) list() *[]*Relation {
	switch {
	case e.Class != nil:
		return &e.Class.Relations
	case e.Argument != nil:
		return &e.Argument.Relations
	default:
		return &e.Inference.Relations
	}
}

// add and remove keep the list of an end. Argdown, asked to remove what is not there,
// removes the last one, and its maps show it.
func (e End) add(r *Relation) { *e.list() = append(*e.list(), r) }

func (e End) remove(r *Relation) {
	list := e.list()
	i := slices.Index(*list, r)
	if i < 0 {
		i = len(*list) - 1
	}
	if i >= 0 {
		*list = slices.Delete(*list, i, i+1)
	}
}

// relations writes down what hangs below a parent.
func (b *builder) relations(list []*argdown.Relation, parent End) {
	for _, written := range list {
		r := &Relation{Type: signs[written.Sign], Occurrences: []*argdown.Relation{written}}
		var misled *Class
		switch {
		case written.Sign == argdown.Contradiction || written.Downward:
			r.From = parent
		case written.Sign == argdown.Undercut && parent.Class != nil && b.step != nil:
			r.To, misled = End{Inference: b.step}, parent.Class
		default:
			r.To = parent
		}
		member := b.member(written.Member)
		if member == (End{}) {
			continue
		}
		if r.From == (End{}) {
			r.From = member
		} else {
			r.To = member
		}
		if b.relate(r) && misled != nil {
			b.misled[r] = misled
		}
	}
}

// signs are the relations by their signs.
var signs = [...]RelationType{
	argdown.Support: Support, argdown.Attack: Attack, argdown.Undercut: Undercut, argdown.Contradiction: Contradictory,
}

// relate keeps a relation unless it is there already; then it is one more occurrence
// of that.
func (b *builder) relate(r *Relation) bool {
	for _, old := range *r.From.list() {
		same := old.Type == r.Type && old.To == r.To
		mirrored := r.Type == Contradictory && old.Type == r.Type && old.To == r.From && old.From == r.To
		if same || mirrored {
			old.Occurrences = append(old.Occurrences, r.Occurrences...)
			return false
		}
	}
	b.model.Relations = append(b.model.Relations, r)
	r.From.add(r)
	r.To.add(r)
	return true
}

// transform draws what follows from reconstructions and from the mode: outgoing
// relations of an argument are its conclusion's, undercuts of it are its last step's.
func (b *builder) transform() {
	settings := b.model.Settings.object("model")
	if settings.flag("transformArgumentRelations", true) {
		b.keep(func(r *Relation) bool { return b.lower(r) })
	}
	if settings.text("mode", "loose") == "strict" {
		b.keep(strict)
	}
	b.keep(func(r *Relation) bool { return !redundant(r) })
}

// keep drops the relations that a test says no of.
func (b *builder) keep(test func(*Relation) bool) {
	var kept []*Relation
	for _, r := range b.model.Relations {
		if test(r) {
			kept = append(kept, r)
		}
	}
	b.model.Relations = kept
}

// lower moves a relation from a reconstructed argument to its parts. It tells whether
// the relation stays one of its own.
func (b *builder) lower(r *Relation) bool {
	stays := true
	from, to := concluded(r.From), concluded(r.To)
	if from != nil {
		r.From.remove(r)
		r.From = End{Class: from.Class}
		if old := alike(from.Class.Relations, r, func(o *Relation) bool { return o.To == r.To }); old != nil {
			old.Occurrences = append(old.Occurrences, r.Occurrences...)
			r.To.remove(r)
			stays = false
		} else {
			r.From.add(r)
		}
	}
	if to != nil && r.Type == Undercut {
		r.To = End{Inference: to.Inference}
		r.To.remove(r) // it is not there: see remove
		if old := alike(to.Inference.Relations, r, func(o *Relation) bool { return o.From == r.From }); old != nil {
			old.Occurrences = append(old.Occurrences, r.Occurrences...)
			r.From.remove(r)
			stays = false
		} else {
			r.To.add(r)
		}
	}
	return stays
}

// concluded is the main conclusion of an end that is a reconstructed argument, or nil.
func concluded(e End) *Member {
	if e.Argument == nil {
		return nil
	}
	return e.Argument.Conclusion()
}

// alike is the first relation of r's type that a test says yes of, or nil.
func alike(list []*Relation, r *Relation, test func(*Relation) bool) *Relation {
	for _, o := range list {
		if o.Type == r.Type && test(o) {
			return o
		}
	}
	return nil
}

// strict reads a relation between statements as one of logic. It tells whether the
// relation stays: of two contraries that mirror each other one goes.
func strict(r *Relation) bool {
	if r.From.Class == nil || r.To.Class == nil {
		return true
	}
	switch r.Type {
	case Support:
		r.Type = Entails
	case Attack:
		for _, o := range r.From.Class.Relations {
			if o.Type == Contrary && (o.From == r.From && o.To == r.To || o.From == r.To && o.To == r.From) {
				o.Occurrences = append(o.Occurrences, r.Occurrences...)
				r.From.remove(r)
				r.To.remove(r)
				return false
			}
		}
		r.Type = Contrary
	}
	return true
}

// redundant tells whether a statement's attack on an argument says no more than its
// attack on one of the premises, and takes it away if so.
func redundant(r *Relation) bool {
	if r.Type != Attack || r.From.Class == nil || r.To.Argument == nil {
		return false
	}
	for _, o := range r.From.Class.Relations {
		other := o.other(r.From)
		attacks := o.Type == Attack && o.From == r.From || o.Type.symmetric()
		if other.Class == nil || !attacks || !isPremise(other.Class, r.To.Argument) {
			continue
		}
		o.Occurrences = append(o.Occurrences, r.Occurrences...)
		r.From.remove(r)
		r.To.remove(r)
		return true
	}
	return false
}

// isPremise tells whether a class is a premise of an argument.
func isPremise(c *Class, a *Argument) bool {
	return slices.ContainsFunc(a.Lines, func(m *Member) bool { return m.Class == c && m.Role == Premise })
}
