package layout

import (
	"cmp"
	"math"
	"slices"
)

// Routing. Every connector runs in the empty gap between two ranks: out of the
// target, along a lane, into the frame. A lane is shared by the connectors of one
// bus, and by buses that do not meet in it.

// wire is a bus on its way through a gap.
type wire struct {
	bus    *bus
	trunk  float64 // along
	lo, hi float64 // what it covers of its lane; lo > hi where it needs none
	below  []int   // wires of the same gap that must run farther from the target
	state  int     // of the search for lanes: 0 new, 1 under way, 2 done
}

const (
	nudge    = 14.0 // a trunk may leave its target so far from the middle to run straight
	nearness = 7.0  // pieces of different buses that come so near to one another count as meeting
)

// route gives every bus its lane and returns how many lanes each gap has.
func route(nodes []*node, ranks int) (lanes []int) {
	gaps := make([][]*wire, ranks)
	for _, n := range nodes {
		straighten(n)
		for _, b := range n.buses {
			gaps[n.rank] = append(gaps[n.rank], newWire(b))
		}
	}
	lanes = make([]int, ranks)
	for r, wires := range gaps {
		lanes[r] = assignLanes(wires)
	}
	return lanes
}

// straighten moves trunks a little where that saves a jog.
func straighten(n *node) {
	for i, b := range n.buses {
		best := math.Inf(1)
		for _, c := range b.children {
			if d := c.u + c.entry - (n.u + b.along); math.Abs(d) < math.Abs(best) {
				best = d
			}
		}
		if math.Abs(best) > nudge || best == 0 {
			continue
		}
		moved := b.along + best
		if i > 0 && moved-n.buses[i-1].along < nearness+1 || i+1 < len(n.buses) && n.buses[i+1].along-moved < nearness+1 {
			continue
		}
		b.along = moved
	}
}

func newWire(b *bus) *wire {
	w := &wire{bus: b, trunk: b.node.u + b.along, lo: math.Inf(1), hi: math.Inf(-1)}
	for _, c := range b.children {
		at := c.u + c.entry
		w.lo, w.hi = min(w.lo, at), max(w.hi, at)
	}
	w.lo, w.hi = min(w.lo, w.trunk), max(w.hi, w.trunk)
	if w.hi-w.lo < 0.5 {
		w.lo, w.hi = 1, 0
	}
	return w
}

// assignLanes orders the wires of one gap: of two that meet, the one that would
// be crossed more often runs nearer its target.
func assignLanes(wires []*wire) int {
	wires = slices.DeleteFunc(slices.Clone(wires), func(w *wire) bool { return w.lo > w.hi })
	slices.SortStableFunc(wires, func(a, b *wire) int { return cmp.Compare(a.lo, b.lo) })
	for i, a := range wires {
		for j := i + 1; j < len(wires) && wires[j].lo <= a.hi+nearness; j++ {
			b := wires[j]
			if crossings(a, b) <= crossings(b, a) {
				a.below = append(a.below, j)
			} else {
				b.below = append(b.below, i)
			}
		}
	}
	lanes := 0
	var order []*wire // every wire before those that must run farther out, save in circles
	var visit func(w *wire)
	visit = func(w *wire) {
		w.state = 1
		for _, j := range w.below {
			if wires[j].state == 0 {
				visit(wires[j])
			}
		}
		w.state = 2
		order = append(order, w)
	}
	for _, w := range wires {
		if w.state == 0 {
			visit(w)
		}
	}
	for _, w := range slices.Backward(order) {
		w.state = 3
		lanes = max(lanes, w.bus.lane+1)
		for _, j := range w.below {
			if wires[j].state != 3 {
				wires[j].bus.lane = max(wires[j].bus.lane, w.bus.lane+1)
			}
		}
	}
	return lanes
}

// crossings counts where the two cross if near runs nearer the targets than far.
func crossings(near, far *wire) int {
	n := 0
	if within(far.trunk, near) {
		n++
	}
	for _, c := range near.bus.children {
		if within(c.u+c.entry, far) {
			n++
		}
	}
	return n
}

func within(along float64, w *wire) bool {
	return along > w.lo-nearness && along < w.hi+nearness
}
