package layout

import (
	"math"
	"slices"

	"github.com/argmap/argmap/argmap"
)

// Packing along the ranks.
//
// dot minimises the length of edges, which often leaves a parent at one end of
// its children and the thesis at one end of its map. Here ranks and orders stay
// as Graphviz has them, and the places within a rank are found anew: subtrees are
// moved together until their outlines touch, inner ones spread evenly between
// their neighbours, and every parent is centred over what hangs on it (after
// Reingold and Tilford, Tidier Drawings of Trees, 1981, with the spreading of
// Buchheim, Jünger and Leipert, Improving Walker's Algorithm, 2002).

// contour is the outline of a subtree, rank by rank from the first on, along the
// rank and relative to the subtree's own origin.
type contour struct {
	first    int // rank
	from, to []float64
}

func (c *contour) last() int { return c.first + len(c.from) - 1 }

// clearance is how far b must move so that it keeps the gap from a on every rank
// they share; -Inf where they share none.
func clearance(a, b *contour, gap float64) float64 {
	move := math.Inf(-1)
	for r := max(a.first, b.first); r <= min(a.last(), b.last()); r++ {
		move = max(move, a.to[r-a.first]+gap-b.from[r-b.first])
	}
	return move
}

func (c *contour) shift(by float64) {
	for i := range c.from {
		c.from[i] += by
		c.to[i] += by
	}
}

// join widens c by d, which stands beside it; both then are one outline.
func (c *contour) join(d *contour) {
	if len(c.from) == 0 {
		*c = *d
		return
	}
	for c.first > d.first {
		c.first--
		c.from, c.to = slices.Insert(c.from, 0, math.Inf(1)), slices.Insert(c.to, 0, math.Inf(-1))
	}
	for r := d.first; r <= d.last(); r++ {
		if i := r - c.first; i < len(c.from) {
			c.from[i], c.to[i] = min(c.from[i], d.from[r-d.first]), max(c.to[i], d.to[r-d.first])
		} else {
			c.from, c.to = append(c.from, d.from[r-d.first]), append(c.to, d.to[r-d.first])
		}
	}
}

// extent is the outline's length along the ranks.
func (c *contour) extent() (from, to float64) {
	return slices.Min(c.from), slices.Max(c.to)
}

// branch is what packing moves as one: a node with all below it, or a region of
// such branches.
type branch struct {
	node    *node   // nil for a region
	region  *region // nil for a node
	inner   []*branch
	outline contour
	at      float64 // its origin, from that of the branch or node around it
}

type packer struct {
	f       *forest
	gaps    gaps
	levels  levels
	regions []*region // outer ones first
}

// levels are the thicknesses of the ranks.
type levels struct {
	deep []float64
	gap  float64 // at least, between two ranks
}

// measureLevels takes every rank as deep as its deepest node. In a stacked map,
// nodes on which nothing hangs do not count where others stand beside them: they
// hang down over the ranks below, and packing keeps those clear.
func measureLevels(nodes []*node, gap float64, stacked bool) levels {
	last := 0
	for _, n := range nodes {
		last = max(last, n.rank)
	}
	deep, stacks := make([]float64, last+1), make([]float64, last+1)
	for _, n := range nodes {
		if stacked && len(n.buses) == 0 {
			stacks[n.rank] = max(stacks[n.rank], n.deep)
		} else {
			deep[n.rank] = max(deep[n.rank], n.deep)
		}
	}
	for r := range deep {
		if deep[r] == 0 || r == last {
			deep[r] = max(deep[r], stacks[r])
		}
	}
	return levels{deep, gap}
}

// reach is the last rank that a node covers.
func (ls levels) reach(n *node) int {
	r, rest := n.rank, n.deep-ls.deep[n.rank]
	for rest > 0 && r < len(ls.deep)-1 {
		r++
		rest -= ls.gap + ls.deep[r]
	}
	return r
}

// pack gives every node its place along the ranks.
func (p *packer) pack() {
	branches := p.wrap(p.f.roots, nil, nil)
	p.spread(branches, p.gaps.tree)
	for _, b := range branches {
		p.settle(b, 0)
	}
}

// wrap makes branches of sibling nodes; neighbours of one group that differs
// from their parent's stand in a region.
func (p *packer) wrap(nodes []*node, outer *argmap.Group, parent *region) []*branch {
	var list []*branch
	for len(nodes) > 0 {
		n := nodes[0]
		if n.group == outer || n.group == nil {
			list = append(list, p.branch(n, parent))
			nodes = nodes[1:]
			continue
		}
		reg := &region{group: n.group, parent: parent}
		p.regions = append(p.regions, reg)
		for len(nodes) > 0 && nodes[0].group == reg.group {
			reg.branches = append(reg.branches, p.branch(nodes[0], reg))
			nodes = nodes[1:]
		}
		list = append(list, p.enclose(reg))
	}
	return list
}

// branch packs what hangs on a node and centres the node over it.
func (p *packer) branch(n *node, parent *region) *branch {
	b := &branch{node: n}
	var children []*node
	for _, bus := range n.buses {
		children = append(children, bus.children...)
	}
	own := contour{first: n.rank}
	for r := n.rank; r <= p.levels.reach(n); r++ {
		own.from, own.to = append(own.from, 0), append(own.to, n.along)
	}
	if len(children) == 0 {
		b.outline = own
		return b
	}
	b.inner = p.wrap(children, n.group, parent)
	p.spread(b.inner, p.gaps.sibling)
	locate(b.inner, 0)
	offset := n.lean(b.inner)
	for _, in := range b.inner {
		in.at += offset
		in.outline.shift(offset)
		own.join(&in.outline)
	}
	b.outline = own
	return b
}

// lean is how far the branches below a node move to stand under it: the middle
// of what hangs on each target under that target, on the average. What hangs on a
// root moves so that the root stands in the middle of its map, as far as that
// leaves it over its children.
func (n *node) lean(inner []*branch) float64 {
	first, last := math.Inf(1), math.Inf(-1)
	sum := 0.0
	for _, b := range n.buses {
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, c := range b.children {
			lo, hi = min(lo, c.arrival), max(hi, c.arrival)
		}
		sum += b.along - (lo+hi)/2
		first, last = min(first, lo), max(last, hi)
	}
	if n.rank > 0 {
		return sum / float64(len(n.buses))
	}
	from, to := math.Inf(1), math.Inf(-1)
	for _, b := range inner {
		lo, hi := b.outline.extent()
		from, to = min(from, lo), max(to, hi)
	}
	return n.along/2 - min(max((from+to)/2, first), last)
}

// locate notes where connectors arrive at the nodes on top of the branches, as
// seen from an origin.
func locate(branches []*branch, origin float64) {
	for _, b := range branches {
		if b.node != nil {
			b.node.arrival = origin + b.at + b.node.entry
		} else {
			locate(b.region.branches, origin+b.at)
		}
	}
}

// spread places sibling branches: as far left as they go, then as far right as
// the last one's place allows, and in the middle of the two.
func (p *packer) spread(list []*branch, gap float64) {
	if len(list) == 0 {
		return
	}
	var row contour
	left := make([]float64, len(list))
	for i, b := range list {
		move := 0.0
		if i > 0 {
			move = clearance(&row, &b.outline, gap)
			if math.IsInf(move, -1) {
				move = left[i-1]
			}
		}
		left[i] = move
		b.outline.shift(move)
		copied := contour{b.outline.first, slices.Clone(b.outline.from), slices.Clone(b.outline.to)}
		row.join(&copied)
	}
	right := p.packBack(list, left, gap)
	for i, b := range list {
		b.at = (left[i] + right[i]) / 2
		b.outline.shift(b.at - left[i])
	}
}

// packBack is the mirror of the first pass in spread: the places as far right as
// possible, the last branch staying where it is. The outlines stand at left.
func (p *packer) packBack(list []*branch, left []float64, gap float64) []float64 {
	right := slices.Clone(left)
	var row contour
	for i := len(list) - 1; i >= 0; i-- {
		o := contour{list[i].outline.first, slices.Clone(list[i].outline.from), slices.Clone(list[i].outline.to)}
		if i < len(list)-1 {
			move := math.Inf(1)
			for r := max(o.first, row.first); r <= min(o.last(), row.last()); r++ {
				move = min(move, row.from[r-row.first]-gap-o.to[r-o.first])
			}
			if math.IsInf(move, 1) || i == 0 {
				move = 0 // the first branch keeps its place, as the last one does
			}
			right[i] += move
			o.shift(move)
		}
		row.join(&o)
	}
	return right
}

// settle turns places relative to the branch around them into places on the rank.
func (p *packer) settle(b *branch, origin float64) {
	origin += b.at
	if b.node != nil {
		b.node.u = origin
		for _, in := range b.inner {
			p.settle(in, origin)
		}
		return
	}
	b.region.shift(origin)
	for _, in := range b.region.branches {
		p.settle(in, origin)
	}
}
