package argmap

// index finds the parts of an outline.
type index struct {
	names   []string // ids, in reading order
	entries map[string]*Entry
	steps   map[string]*Step
	above   map[*Entry]*Step // the step that an entry is a premise of
	on      map[*Step]*Entry // the claim that a step bears on …
	onStep  map[*Step]*Step  // … or the step
	claims  int
}

func newIndex(o *Outline) *index {
	x := &index{entries: map[string]*Entry{}, steps: map[string]*Step{}, above: map[*Entry]*Step{}, on: map[*Step]*Entry{}, onStep: map[*Step]*Step{}}
	for _, e := range o.Roots {
		x.entry(e)
	}
	return x
}

func (x *index) entry(e *Entry) {
	if e.Again {
		return
	}
	x.claims++
	x.names = append(x.names, e.Claim.ID)
	x.entries[e.Claim.ID] = e
	if e.Number != "" {
		x.entries[e.Number] = e
	}
	for _, s := range e.Children {
		x.on[s] = e
		x.step(s)
	}
}

func (x *index) step(s *Step) {
	x.names = append(x.names, s.Argument.ID)
	x.steps[s.Argument.ID], x.steps[s.Number] = s, s
	for _, p := range s.Premises {
		x.above[p] = s
		x.entry(p)
	}
	for _, c := range s.Children {
		x.onStep[c] = s
		x.step(c)
	}
}

// find returns one of both, or neither. The number of an argument with one
// premise is that of the premise.
func (x *index) find(name string) (*Entry, *Step) {
	if e := x.entries[name]; e != nil {
		return e, nil
	}
	return nil, x.steps[name]
}

func (x *index) unknown(name string) *UnknownPart {
	return &UnknownPart{"claim or argument", name, x.names}
}
