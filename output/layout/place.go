package layout

import (
	"math"

	"github.com/argmap/argmap/argmap"
)

// placer turns ranks and places on them into points.
type placer struct {
	f       *forest
	p       *packer
	gaps    gaps
	starts  []float64 // v of each rank's near edge
	lane0   []float64 // v of the first lane after each rank
	depth   float64   // of the whole map, v
	breadth float64   // of the whole map, u
	d       *Drawing
}

// place sets v of every node, moves the map to the origin, and fills the drawing.
func place(f *forest, p *packer) *Drawing {
	ranks := len(p.levels.deep)
	lanes := route(f.nodes, ranks)
	before, after := p.reserve(ranks)
	pl := &placer{f: f, p: p, gaps: f.gaps, starts: make([]float64, ranks), lane0: make([]float64, ranks), d: &Drawing{TextSize: TextSize, Scale: 1}}
	v := pl.gaps.margin
	for r := range ranks {
		v += before[r]
		pl.starts[r] = v
		v += p.levels.deep[r] + after[r]
		pl.lane0[r] = v + pl.gaps.trunk
		if lanes[r] == 0 {
			v += pl.gaps.straight
		} else {
			v += pl.gaps.trunk + float64(lanes[r]-1)*laneGap + pl.gaps.drop
		}
	}
	pl.bound(after)
	for _, reg := range p.regions {
		pl.region(reg)
	}
	for _, n := range f.nodes {
		pl.node(n)
	}
	for _, n := range f.nodes {
		for _, b := range n.buses {
			pl.bus(b)
		}
	}
	for _, r := range pl.d.Regions {
		r.Stage = firstStage(r, pl.d.Boxes)
	}
	pl.d.Width, pl.d.Height = pl.breadth, pl.depth
	if f.opts.Direction.sideways() {
		pl.d.Width, pl.d.Height = pl.depth, pl.breadth
	}
	return pl.d
}

// bound finds the map's extent and moves it to the margin.
func (pl *placer) bound(after []float64) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, n := range pl.f.nodes {
		n.v = pl.starts[n.rank]
		lo, hi = min(lo, n.u), max(hi, n.u+n.along)
		pl.depth = max(pl.depth, n.v+n.deep)
	}
	for _, r := range pl.p.regions {
		lo, hi = min(lo, r.from), max(hi, r.to)
		pl.depth = max(pl.depth, pl.regionEnd(r))
	}
	for _, n := range pl.f.nodes {
		n.u += pl.gaps.margin - lo
	}
	for _, r := range pl.p.regions {
		r.shift(pl.gaps.margin - lo)
	}
	pl.depth += pl.gaps.margin
	pl.breadth = hi - lo + 2*pl.gaps.margin
}

// regionEnd is where the region ends, away from the root. Stacks on the last rank
// may hang down farther than the rank is deep.
func (pl *placer) regionEnd(r *region) float64 {
	return max(pl.starts[r.last]+pl.p.levels.deep[r.last], deepest(r.branches)) + r.far
}

func deepest(branches []*branch) float64 {
	v := 0.0
	for _, b := range branches {
		if b.node != nil {
			v = max(v, b.node.v+b.node.deep, deepest(b.inner))
		} else {
			v = max(v, deepest(b.region.branches))
		}
	}
	return v
}

// firstStage is the stage of the first claim in the region.
func firstStage(r *Region, boxes []*Box) int {
	first := math.MaxInt
	for _, b := range boxes {
		if b.X >= r.X && b.X < r.X+r.W && b.Y >= r.Y && b.Y < r.Y+r.H {
			first = min(first, b.Stage)
		}
	}
	return first
}

// rect turns a place along and away into one on the picture.
func (pl *placer) rect(u, v, along, deep float64) Rect {
	switch pl.f.opts.Direction {
	case Up:
		return Rect{u, pl.depth - v - deep, along, deep}
	case Right:
		return Rect{v, u, deep, along}
	case Left:
		return Rect{pl.depth - v - deep, u, deep, along}
	default:
		return Rect{u, v, along, deep}
	}
}

func (pl *placer) point(u, v float64) Point {
	r := pl.rect(u, v, 0, 0)
	return Point{r.X, r.Y}
}

func (pl *placer) region(r *region) {
	start := pl.starts[r.first] - r.near
	reg := &Region{Group: r.group, Rect: pl.rect(r.from, start, r.to-r.from, pl.regionEnd(r)-start)}
	x, y := reg.X+pl.gaps.region, reg.Y+regionTitleUp
	if !pl.f.opts.Direction.sideways() {
		x = r.titleAt
	}
	reg.Title = moved(r.title, x, y)
	pl.d.Regions = append(pl.d.Regions, reg)
}

func (pl *placer) node(n *node) {
	at := pl.rect(n.u, n.v, n.along, n.deep)
	for _, p := range n.pieces {
		x, y := at.X+p.at.X, at.Y+p.at.Y
		if p.frame != nil {
			p.frame.Rect = Rect{x, y, p.at.W, p.at.H}
			p.frame.Heading = moved(p.frame.Heading, x, y)
			pl.d.Frames = append(pl.d.Frames, p.frame)
		}
		for _, b := range p.boxes {
			b.X, b.Y = b.X+x, b.Y+y
			b.Lines = moved(b.Lines, b.X, b.Y)
			pl.d.Boxes = append(pl.d.Boxes, b)
		}
	}
}

func moved(lines []Line, x, y float64) []Line {
	out := make([]Line, len(lines))
	for i, l := range lines {
		l.X, l.Y = l.X+x, l.Y+y
		out[i] = l
	}
	return out
}

// bus draws the connectors of one bus. Where they share a way only one of them is
// drawn: the trunk with the connector to the first frame on the lane, the rest of
// the lane with that to the last.
func (pl *placer) bus(b *bus) {
	n := b.node
	role := RoleReason
	if b.kind == argmap.Attack {
		role = RoleObjection
	}
	trunk := n.u + b.along
	tip := pl.point(trunk, n.v+n.deep-b.inset)
	lane := pl.lane0[n.rank] + float64(b.lane)*laneGap
	begins := b.begins(trunk)
	for i, c := range b.children {
		if pl.f.opts.Steps {
			begins[i] = 0
		}
		way := []Point{tip}
		switch at := c.u + c.entry; {
		case math.Abs(at-trunk) >= straight:
			way = append(way, pl.point(trunk, lane), pl.point(at, lane))
		case begins[i] > 0:
			way = append(way, pl.point(trunk, lane))
		}
		for j, p := range c.pieces {
			points := append(append([]Point(nil), way...), pl.arrival(c, p)...)
			begin := begins[i]
			if j < len(c.pieces)-1 && !pl.f.opts.Steps {
				begin = len(points) - 2 // beside a stack, the connector to its last frame is drawn whole
			}
			pl.d.Connectors = append(pl.d.Connectors, &Connector{
				Argument: p.frame.Argument, Role: role, Radius: cornerRadius, Points: points, Begin: begin, Bars: bars[p.frame.Argument.Conflict], Step: b.step, Stage: p.frame.Stage,
			})
		}
	}
}

// bars is how many a conflict has at the frame's end of its connector.
var bars = map[string]int{"contrary": 1, "contradictory": 2}

// straight is how far, in points, a frame's entry may be from the trunk for the
// connector to have no corner.
const straight = 0.5

// begins tells for every child from which corner on its connector is drawn: 0 for
// the one that brings the trunk.
func (b *bus) begins(trunk float64) []int {
	begins := make([]int, len(b.children))
	first, last := -1, -1 // frames farthest from the trunk on either side
	for i, c := range b.children {
		begins[i] = 2
		switch at := c.u + c.entry - trunk; {
		case math.Abs(at) < straight:
			begins[i] = 1
		case at < 0 && (first < 0 || at < b.children[first].u+b.children[first].entry-trunk):
			first = i
		case at > 0 && (last < 0 || at > b.children[last].u+b.children[last].entry-trunk):
			last = i
		}
	}
	switch {
	case first >= 0 && last >= 0:
		begins[first], begins[last] = 0, 1
	case first >= 0:
		begins[first] = 0
	case last >= 0:
		begins[last] = 0
	default:
		begins[0] = 0
	}
	return begins
}

// arrival is the last piece of a connector's way: straight into a frame, or down
// beside a stack and into one of its frames.
func (pl *placer) arrival(n *node, p *piece) []Point {
	if len(n.pieces) == 1 {
		return []Point{pl.point(n.u+n.entry, n.v)}
	}
	middle := n.v + p.at.Y + p.at.H/2
	if pl.f.opts.Direction == Up {
		middle = n.v + n.deep - p.at.Y - p.at.H/2
	}
	return []Point{pl.point(n.u+n.entry, middle), pl.point(n.u+p.at.X, middle)}
}
