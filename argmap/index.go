package argmap

// Index finds the parts of an outline, and what they stand in.
type Index struct {
	names   []string          // ids, in reading order
	entries map[string]*Entry // by id
	steps   map[string]*Step  // by id
	places  map[string]place  // by number
	above   map[*Entry]*Step  // the step that an entry is a premise of
	on      map[*Step]*Entry  // the claim that a step bears on …
	onStep  map[*Step]*Step   // … or the step
	claims  int
}

// place is what has a number: a claim, or an argument. One of the two is nil.
type place struct {
	entry *Entry
	step  *Step
}

// NewIndex goes through an outline, which must not change afterwards but by leaving
// parts out.
func NewIndex(o *Outline) *Index {
	x := &Index{
		entries: map[string]*Entry{}, steps: map[string]*Step{}, places: map[string]place{},
		above: map[*Entry]*Step{}, on: map[*Step]*Entry{}, onStep: map[*Step]*Step{},
	}
	for _, e := range o.Roots {
		x.entry(e)
	}
	return x
}

func (x *Index) entry(e *Entry) {
	if e.Again {
		return
	}
	x.claims++
	x.names = append(x.names, e.Claim.ID)
	x.entries[e.Claim.ID] = e
	if e.Number != "" {
		x.places[e.Number] = place{entry: e}
	}
	for _, s := range e.Children {
		x.on[s] = e
		x.step(s)
	}
}

func (x *Index) step(s *Step) {
	x.names = append(x.names, s.Argument.ID)
	x.steps[s.Argument.ID] = s
	x.places[s.Number] = place{step: s}
	for _, p := range s.Premises {
		x.above[p] = s
		x.entry(p)
	}
	for _, c := range s.Children {
		x.onStep[c] = s
		x.step(c)
	}
}

// Entry is the place of the claim with an id; nil if the outline does not show it.
func (x *Index) Entry(id string) *Entry { return x.entries[id] }

// Under is the claim that another bears on by its argument, however many objections
// to arguments lie between; nil for a root.
func (x *Index) Under(e *Entry) *Entry {
	for s := x.above[e]; s != nil; s = x.onStep[s] {
		if on := x.on[s]; on != nil {
			return on
		}
	}
	return nil
}

// Above is the argument that a claim is a premise of at its place; nil for a root.
func (x *Index) Above(e *Entry) *Step { return x.above[e] }

// On is what an argument bears on: a claim, or the step of an argument. One of the
// two is nil.
func (x *Index) On(s *Step) (*Entry, *Step) { return x.on[s], x.onStep[s] }

// find returns what has the id, else what has the number: a claim or an argument,
// or neither. The number of an argument with one premise is that of the premise.
func (x *Index) find(name string) (*Entry, *Step) {
	if e := x.entries[name]; e != nil {
		return e, nil
	}
	if s := x.steps[name]; s != nil {
		return nil, s
	}
	at := x.places[name]
	return at.entry, at.step
}

func (x *Index) unknown(name string) *UnknownPart {
	return &UnknownPart{"claim or argument", name, x.names}
}
