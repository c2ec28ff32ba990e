package argmap

import "slices"

// Reveal is the order in which an outline is shown part by part, as one would say
// it aloud: the thesis, then each argument with its premises followed by what
// hangs on them.
//
// A file's `step:` overrides it. The parts with numbers come in the order of the
// numbers, those with the same number at once, each followed by what hangs on it
// and has no number; then comes the rest. Nothing comes before what it bears on.
type Reveal struct {
	Last  int         // the last stage; the first is 0
	stage map[any]int // of *Step and *Entry
}

// Step is the stage at which an argument appears, with its premises.
func (r *Reveal) Step(s *Step) int { return r.stage[s] }

// Entry is the stage at which a claim appears.
func (r *Reveal) Entry(e *Entry) int { return r.stage[e] }

// part is what appears at once: an argument with its premises, a root, or a single
// premise that has a step of its own.
type part struct {
	thing   any // *Step or *Entry
	above   *part
	step    int // as written; 0: none
	own     int // the step of the part or of the nearest one above it that has one
	entries []*Entry
}

// Reveal puts the parts of the outline in order.
func (o *Outline) Reveal() *Reveal {
	l := &parts{}
	for _, e := range o.Roots {
		l.add(&part{thing: e, step: e.Claim.Step, entries: []*Entry{e}}, nil)
		l.steps(e.Children, l.list[len(l.list)-1])
	}
	r := &Reveal{Last: -1, stage: map[any]int{}}
	for _, n := range l.numbers() {
		together := false
		for _, p := range l.list {
			if p.step == n && !r.shown(p) {
				r.show(p.above)
				r.put(p, !together)
				together = true
			}
		}
		for _, p := range l.list {
			if p.own == n {
				r.show(p)
			}
		}
	}
	for _, p := range l.list {
		r.show(p)
	}
	r.Last = max(r.Last, 0)
	return r
}

// parts lists the parts of an outline in reading order.
type parts struct{ list []*part }

func (l *parts) add(p, above *part) *part {
	p.above, p.own = above, p.step
	if p.own == 0 && above != nil {
		p.own = above.own
	}
	l.list = append(l.list, p)
	return p
}

func (l *parts) steps(steps []*Step, above *part) {
	for _, s := range steps {
		p := &part{thing: s, step: s.Argument.Step}
		if p.step == 0 && len(s.Premises) == 1 && !s.Premises[0].Again {
			p.step = s.Premises[0].Claim.Step
		}
		l.add(p, above)
		for _, e := range s.Premises {
			under := p
			if n := e.Claim.Step; n > 0 && n != p.step && !e.Again {
				under = l.add(&part{thing: e, step: n, entries: []*Entry{e}}, p)
			} else {
				p.entries = append(p.entries, e)
			}
			l.steps(e.Children, under)
		}
		l.steps(s.Children, p)
	}
}

// numbers are the steps written in the file, ascending.
func (l *parts) numbers() []int {
	var list []int
	for _, p := range l.list {
		if p.step > 0 {
			list = append(list, p.step)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (r *Reveal) shown(p *part) bool { _, ok := r.stage[p.thing]; return ok }

// show gives the part a stage of its own, after those that it bears on.
func (r *Reveal) show(p *part) {
	if p == nil || r.shown(p) {
		return
	}
	r.show(p.above)
	r.put(p, true)
}

func (r *Reveal) put(p *part, fresh bool) {
	if fresh {
		r.Last++
	}
	r.stage[p.thing] = r.Last
	for _, e := range p.entries {
		r.stage[e] = r.Last
	}
}
