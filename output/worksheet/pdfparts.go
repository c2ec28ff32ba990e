package worksheet

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
)

// A map whose text would be too small on one page is cut into parts: what is nearest to
// the thesis first, as much as a page holds, and for every claim about which something is
// left out a part that begins with it.

// mostOnPage is how many claims a page holds at most, in boxes as small as can be.
const mostOnPage = 40

// branch is a claim and what hangs on it, as far as it is not drawn yet.
type branch struct {
	root  *argmap.Entry
	again map[*argmap.Step]bool // arguments that other parts show too, since something is about their steps
}

// parts cuts a branch.
func (pr *press) parts(b branch) ([]*argmap.Outline, error) {
	most := mostOnPage
	for {
		c := &cutter{most: most, again: b.again}
		o := &argmap.Outline{Map: pr.paper.Map, Roots: []*argmap.Entry{c.cut(b.root)}}
		fits, err := pr.fits(o)
		if err != nil {
			return nil, err
		}
		if !fits && c.steps > 1 {
			most = min(most, c.claims) * 2 / 3
			continue
		}
		list := []*argmap.Outline{o}
		for _, rest := range c.left {
			more, err := pr.parts(rest)
			if err != nil {
				return nil, err
			}
			list = append(list, more...)
		}
		return list, nil
	}
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

// cutter copies what is nearest to the root of a branch.
type cutter struct {
	most   int                   // claims
	again  map[*argmap.Step]bool // are copied in any case
	claims int                   // copied
	steps  int                   // copied, without those of again
	left   []branch
	queue  []target
}

// target is a claim or an argument that has been copied, and whose arguments have not.
type target struct {
	steps []*argmap.Step
	add   func(*argmap.Step)
	hide  func(int)
	rest  func([]*argmap.Step, map[*argmap.Step]bool) branch // that begins with the target, and has only those steps
}

func (c *cutter) cut(root *argmap.Entry) *argmap.Entry {
	top := c.entry(root)
	for len(c.queue) > 0 {
		t := c.queue[0]
		c.queue = c.queue[1:]
		for i, s := range t.steps {
			if c.claims+len(s.Premises) > c.most && c.steps > 0 && !c.again[s] {
				c.leave(t, t.steps[i:])
				break
			}
			if !c.again[s] {
				c.steps++
			}
			t.add(c.step(s, t))
		}
	}
	return top
}

// leave leaves arguments to another part.
func (c *cutter) leave(t target, steps []*argmap.Step) {
	n := 0
	for _, s := range steps {
		n += s.Count()
	}
	t.hide(n)
	c.left = append(c.left, t.rest(steps, map[*argmap.Step]bool{}))
}

func (c *cutter) entry(e *argmap.Entry) *argmap.Entry {
	to := *e
	to.Children = nil
	c.claims++
	c.queue = append(c.queue, target{e.Children,
		func(s *argmap.Step) { to.Children = append(to.Children, s) },
		func(n int) { to.Hidden += n },
		func(steps []*argmap.Step, again map[*argmap.Step]bool) branch {
			root := *e
			root.Children, root.Hidden = steps, 0
			return branch{&root, again}
		}})
	return &to
}

// step copies an argument. Where something about its step is left out, the part with
// that shows the argument once more.
func (c *cutter) step(s *argmap.Step, of target) *argmap.Step {
	to := *s
	to.Premises, to.Children = nil, nil
	for _, p := range s.Premises {
		to.Premises = append(to.Premises, c.entry(p))
	}
	c.queue = append(c.queue, target{s.Children,
		func(s *argmap.Step) { to.Children = append(to.Children, s) },
		func(n int) { to.Hidden += n },
		func(steps []*argmap.Step, again map[*argmap.Step]bool) branch {
			bare := *s
			bare.Premises, bare.Children, bare.Hidden = nil, steps, 0
			for _, p := range s.Premises {
				premise := *p
				premise.Children, premise.Hidden = nil, 0
				bare.Premises = append(bare.Premises, &premise)
			}
			again[&bare] = true
			return of.rest([]*argmap.Step{&bare}, again)
		}})
	return &to
}
