package worksheet

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
)

// A map whose text would be too small on one page is cut into parts, where that leaves two
// of about one size: what hangs on a claim or on a step goes on in a part of its own,
// which begins with that claim.

// branch is a claim and what hangs on it, as far as one part shows it.
type branch struct {
	root *argmap.Entry
	via  []*argmap.Step // those that lead from the root to the step that the part is about, which other parts show too; none: it is about the root
}

// steps are the arguments about what the part is about.
func (b branch) steps() *[]*argmap.Step {
	if n := len(b.via); n > 0 {
		return &b.via[n-1].Children
	}
	return &b.root.Children
}

// parts cuts a branch until a page holds each.
func (pr *press) parts(b branch) ([]*argmap.Outline, error) {
	o := &argmap.Outline{Map: pr.paper.Map, Roots: []*argmap.Entry{b.root}}
	fits, err := pr.fits(o)
	if err != nil {
		return nil, err
	}
	rest, ok := branch{}, false
	if !fits {
		rest, ok = b.cut()
	}
	if !ok {
		return []*argmap.Outline{o}, nil
	}
	list, err := pr.parts(b)
	if err != nil {
		return nil, err
	}
	more, err := pr.parts(rest)
	return append(list, more...), err
}

// fits tells whether a page holds an outline in text that is large enough.
func (pr *press) fits(o *argmap.Outline) (bool, error) {
	for _, room := range []layout.Page{pr.uprightRoom(captionHeight), pr.lyingRoom(captionHeight)} {
		if d, err := pr.drawn(o, room); d != nil || err != nil {
			return d != nil, err
		}
	}
	return false, nil
}

// cut takes something off the branch, and tells whether there is anything to take off.
func (b branch) cut() (branch, bool) {
	c := &cutter{half: below(*b.steps()) / 2}
	for _, s := range *b.steps() {
		c.step(s, branch{b.root, b.via})
	}
	steps := *b.steps()
	run := 0 // of arguments about the root that are about half of what hangs there
	for n := 0; run < len(steps)-1 && n < c.half; run++ {
		n += steps[run].Count()
	}
	if c.at != nil && (run == 0 || c.off(below(c.at.steps)) <= c.off(below(steps[run:]))) {
		rest := begin(c.at.root, c.at.via, c.at.steps)
		c.at.leave()
		return rest, true
	}
	if run == 0 {
		return branch{}, false
	}
	rest := begin(b.root, b.via, steps[run:])
	*b.steps() = steps[:run:run]
	b.hide(below(steps[run:]))
	return rest, true
}

// hide counts claims that the part does not show where they would hang.
func (b branch) hide(n int) {
	if at := len(b.via); at > 0 {
		b.via[at-1].Hidden += n
	} else {
		b.root.Hidden += n
	}
}

// below counts the claims of arguments and of all that hangs on them.
func below(steps []*argmap.Step) int {
	n := 0
	for _, s := range steps {
		n += s.Count()
	}
	return n
}

// begin is a branch of arguments about a claim or a step, with copies of what leads there.
func begin(root *argmap.Entry, via, steps []*argmap.Step) branch {
	b := branch{via: make([]*argmap.Step, len(via))}
	for i := len(via) - 1; i >= 0; i-- {
		bare := *via[i]
		bare.Premises, bare.Children, bare.Hidden = nil, steps, 0
		for _, p := range via[i].Premises {
			premise := *p
			premise.Children, premise.Hidden = nil, 0
			bare.Premises = append(bare.Premises, &premise)
		}
		b.via[i], steps = &bare, []*argmap.Step{&bare}
	}
	to := *root
	to.Children, to.Hidden = steps, 0
	b.root = &to
	return b
}

// cutter looks for the place at which a branch is best cut in two.
type cutter struct {
	half int // of the claims that hang in the branch
	at   *place
}

// place is a claim or a step on which something hangs.
type place struct {
	root  *argmap.Entry
	via   []*argmap.Step
	steps []*argmap.Step
	leave func() // leaves them out
}

// off is how far a count is from half.
func (c *cutter) off(n int) int { return max(n-c.half, c.half-n) }

func (c *cutter) see(p *place) {
	if len(p.steps) > 0 && (c.at == nil || c.off(below(p.steps)) < c.off(below(c.at.steps))) {
		c.at = p
	}
}

// step looks at an argument about what a branch leads to.
func (c *cutter) step(s *argmap.Step, of branch) {
	for _, e := range s.Premises {
		c.see(&place{e, nil, e.Children, func() { e.Hidden, e.Children = e.Hidden+below(e.Children), nil }})
		for _, child := range e.Children {
			c.step(child, branch{root: e})
		}
	}
	via := append(of.via[:len(of.via):len(of.via)], s)
	c.see(&place{of.root, via, s.Children, func() { s.Hidden, s.Children = s.Hidden+below(s.Children), nil }})
	for _, child := range s.Children {
		c.step(child, branch{of.root, via})
	}
}
