package layout

import (
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/style"
)

// region is a group's rectangle in the making: branches of one group that stand
// side by side. Where the branches of a group stand apart, each run of neighbours
// has a region of its own under the same title.
type region struct {
	group    *argmap.Group
	branches []*branch
	parent   *region

	first, last int       // ranks it covers
	from, to    float64   // along
	drops       []float64 // along: where connectors enter it

	title     []Line  // from the title's own top left
	titleAt   float64 // along: where the title begins, or the region where ranks run sideways
	titleDeep float64 // height of the title's lines
	near, far float64 // room before the first rank and after the last, with all regions inside
}

func (r *region) shift(by float64) {
	r.from, r.to, r.titleAt = r.from+by, r.to+by, r.titleAt+by
	for i := range r.drops {
		r.drops[i] += by
	}
}

const minTitleWidth = 80.0

// enclose packs a region's branches and closes the rectangle around them.
func (p *packer) enclose(r *region) *branch {
	p.spread(r.branches, p.gaps.sibling)
	var o contour
	for _, b := range r.branches {
		o.join(&contour{b.outline.first, slices.Clone(b.outline.from), slices.Clone(b.outline.to)})
	}
	r.first, r.last = o.first, o.last()
	r.from, r.to = o.extent()
	r.from, r.to = r.from-p.gaps.region, r.to+p.gaps.region
	if r.first > 0 {
		locate(r.branches, 0)
		r.drops = arrivals(r.branches)
	}
	p.setTitle(r)
	b := &branch{region: r, outline: contour{first: r.first}}
	for range o.from {
		b.outline.from = append(b.outline.from, r.from)
		b.outline.to = append(b.outline.to, r.to)
	}
	return b
}

func arrivals(branches []*branch) []float64 {
	var at []float64
	for _, b := range branches {
		if b.node != nil {
			at = append(at, b.node.arrival)
		} else {
			at = append(at, arrivals(b.region.branches)...)
		}
	}
	slices.Sort(at)
	return at
}

// setTitle breaks a region's title into lines, and makes room for it: on the
// side where the map begins, beside the connectors that enter there; above
// everything where ranks run sideways.
func (p *packer) setTitle(r *region) {
	width := 0.0
	switch p.f.opts.Direction {
	case Right, Left:
		width = -2 * p.gaps.region
		for rank := r.first; rank <= r.last; rank++ {
			width += p.levels.deep[rank] + p.gaps.straight
		}
	case Up:
		r.titleAt, width = r.from+p.gaps.region, r.to-r.from-2*p.gaps.region
	default:
		r.titleAt, width = p.titleSlot(r)
	}
	c := &Column{ms: p.f.ms, width: max(width, minTitleWidth)}
	c.Add(r.group.Title, Lettering{style.Bold, p.f.ms.sizes.title, InkRegion, ""})
	r.title, r.titleDeep = c.Lines, c.Y+2*regionTitleUp
	if p.f.opts.Direction.sideways() {
		r.from -= r.titleDeep - p.gaps.region/2
		r.titleAt = r.from
	}
}

// titleSlot is the widest place for a title between the connectors that enter
// the region; a region that has none wide enough is made wider.
func (p *packer) titleSlot(r *region) (from, width float64) {
	const clear = 8.0 // from a connector
	start := r.from + p.gaps.region
	for _, drop := range append(r.drops, r.to-p.gaps.region+clear) {
		if w := drop - clear - start; w > width {
			from, width = start, w
		}
		start = drop + clear
	}
	if width < minTitleWidth {
		r.to += minTitleWidth - width
		return p.titleSlot(r)
	}
	return from, width
}

// reserve tells how much room the regions need before each rank and after it.
func (p *packer) reserve(ranks int) (before, after []float64) {
	before, after = make([]float64, ranks), make([]float64, ranks)
	for _, r := range slices.Backward(p.regions) { // inner ones first
		near, far := p.gaps.region, p.gaps.region
		switch p.f.opts.Direction {
		case Down:
			near = r.titleDeep + p.gaps.region/2
		case Up:
			far = r.titleDeep + p.gaps.region/2
		}
		r.near, r.far = r.near+near, r.far+far
		before[r.first], after[r.last] = max(before[r.first], r.near), max(after[r.last], r.far)
		if out := r.parent; out != nil {
			if out.first == r.first {
				out.near = max(out.near, r.near)
			}
			if out.last == r.last {
				out.far = max(out.far, r.far)
			}
		}
	}
	return before, after
}
