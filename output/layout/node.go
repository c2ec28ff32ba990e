package layout

import (
	"github.com/argmap/argmap/argmap"
)

// A node is what Graphviz places as one: a claim that is no premise, the frame of
// an argument, or a stack of frames on which nothing hangs.
//
// Nodes form a forest. Layout speaks of it in two directions that hold for every
// Direction of the picture: along a rank (u) and away from the root (v). See
// (*placer).rect for how they become x and y.
type node struct {
	index  int
	pieces []*piece
	buses  []*bus
	group  *argmap.Group

	along, deep float64 // size
	entry       float64 // along: where its connector arrives

	rank    int
	order   float64 // Graphviz's place within the rank
	u, v    float64
	arrival float64 // along: the entry as seen from the parent, while subtrees are packed
}

// piece is a frame, or a claim outside any frame. Its parts are placed from the
// piece's own top left.
type piece struct {
	at    Rect // from the node's top left, in the picture's own x and y
	frame *Frame
	boxes []*Box
}

// bus is the connectors that leave one target on one side: they share an
// arrowhead and a trunk.
type bus struct {
	node     *node
	kind     argmap.Kind
	step     bool    // leaves the frame, not a premise
	along    float64 // from the node's own start
	inset    float64 // how far inside the node, seen from the next rank, the target's edge is
	children []*node

	lane int // 0 is nearest the target
}

type forest struct {
	ms     *Measurer
	opts   Options
	gaps   gaps
	reveal *argmap.Reveal
	nodes  []*node // parents before their children, in reading order
	roots  []*node
}

// plant makes the forest of an outline, measured but not placed.
func plant(o *argmap.Outline, reveal *argmap.Reveal, ms *Measurer) *forest {
	f := &forest{ms: ms, opts: ms.opts, gaps: ms.gaps, reveal: reveal}
	for _, e := range o.Roots {
		n := f.rootNode(e, e.Claim == o.Map.Thesis)
		f.roots = append(f.roots, n)
	}
	return f
}

func (f *forest) add(n *node) *node {
	n.index = len(f.nodes)
	f.nodes = append(f.nodes, n)
	return n
}

func (f *forest) rootNode(e *argmap.Entry, thesis bool) *node {
	box := &Box{Claim: e.Claim, Role: RoleClaim, Implicit: e.Claim.Implicit, Stage: f.reveal.Entry(e)}
	if thesis {
		box.Role = RoleThesis
	}
	var h float64
	box.Lines, h = f.ms.Box(e, thesis)
	box.Rect = Rect{0, 0, f.ms.Width(), h}
	n := f.add(&node{group: e.Group, pieces: []*piece{{at: box.Rect, boxes: []*Box{box}}}})
	f.measure(n)
	f.hang(n, e.Children, n.along/2, 0, false)
	return n
}

// measure sets the node's sizes from those of its pieces.
func (f *forest) measure(n *node) {
	var w, h float64
	for _, p := range n.pieces {
		w, h = max(w, p.at.X+p.at.W), max(h, p.at.Y+p.at.H)
	}
	n.along, n.deep = w, h
	if f.opts.Direction.sideways() {
		n.along, n.deep = h, w
	}
	n.entry = n.along / 2
	if len(n.pieces) > 1 {
		n.entry = stackIndent / 2
	}
}

// hang gives the node the arguments about one target, whose middle is at along.
func (f *forest) hang(n *node, steps []*argmap.Step, along, inset float64, onStep bool) {
	pro, con := byKind(steps)
	fork := 0.0
	if len(pro) > 0 && len(con) > 0 {
		fork = forkOffset
	}
	for _, side := range []struct {
		kind  argmap.Kind
		steps []*argmap.Step
		along float64
	}{{argmap.Support, pro, along - fork}, {argmap.Attack, con, along + fork}} {
		if len(side.steps) == 0 {
			continue
		}
		b := &bus{node: n, kind: side.kind, step: onStep, along: side.along, inset: inset}
		n.buses = append(n.buses, b)
		b.children = f.children(side.steps)
	}
}

func byKind(steps []*argmap.Step) (pro, con []*argmap.Step) {
	for _, s := range steps {
		if s.Argument.Kind == argmap.Support {
			pro = append(pro, s)
		} else {
			con = append(con, s)
		}
	}
	return pro, con
}

// children makes a node of each step, or one of several that are stacked.
func (f *forest) children(steps []*argmap.Step) []*node {
	var nodes []*node
	for len(steps) > 0 {
		run := 0
		for f.opts.Stacked && run < len(steps) && bare(steps[run]) && steps[run].Group == steps[0].Group {
			run++
		}
		run = max(run, 1)
		nodes = append(nodes, f.argumentNode(steps[:run]))
		steps = steps[run:]
	}
	return nodes
}

// bare tells whether nothing hangs on the argument or its premises.
func bare(s *argmap.Step) bool {
	for _, p := range s.Premises {
		if len(p.Children) > 0 {
			return false
		}
	}
	return len(s.Children) == 0
}

func (f *forest) argumentNode(steps []*argmap.Step) *node {
	n := f.add(&node{group: steps[0].Group})
	indent := 0.0
	if len(steps) > 1 {
		indent = stackIndent
	}
	y := 0.0
	for _, s := range steps {
		p := f.framePiece(s)
		p.at.X, p.at.Y = indent, y
		y += p.at.H + f.gaps.stack
		n.pieces = append(n.pieces, p)
	}
	f.measure(n)
	if len(steps) > 1 {
		return n
	}
	s, p := steps[0], n.pieces[0]
	for i, e := range s.Premises {
		middle, inset := f.port(p, p.boxes[i].Rect)
		f.hang(n, e.Children, middle, inset, false)
	}
	if len(s.Children) > 0 {
		f.hang(n, s.Children, n.along-gutter/2-1, 0, true)
	}
	return n
}

// port is where connectors leave a box of the piece: its middle along the rank,
// and how far the box's edge is from the frame's.
func (f *forest) port(p *piece, box Rect) (along, inset float64) {
	switch f.opts.Direction {
	case Up:
		return box.X + box.W/2, box.Y
	case Right:
		return box.Y + box.H/2, p.at.W - box.X - box.W
	case Left:
		return box.Y + box.H/2, box.X
	default:
		return box.X + box.W/2, p.at.H - box.Y - box.H
	}
}

// framePiece measures the frame of an argument: premises side by side, or one
// under another where ranks follow one another sideways, and in stacked maps where
// nothing hangs on them. A gutter along its end
// keeps a place where undercuts and backings can meet the frame and no premise.
func (f *forest) framePiece(s *argmap.Step) *piece {
	role := RoleReason
	if s.Argument.Kind == argmap.Attack {
		role = RoleObjection
	}
	p := &piece{frame: &Frame{Argument: s.Argument, Role: role, Stage: f.reveal.Step(s)}}
	sideways := f.opts.Direction.sideways() || f.opts.Stacked && bare(s)
	w, n := f.ms.Width(), float64(len(s.Premises))
	inner := w
	if !sideways {
		inner = n*w + (n-1)*f.gaps.frame
	}
	extra := 0.0
	if len(s.Children) > 0 {
		extra = gutter - f.gaps.frame
	}
	frameW := inner + 2*f.gaps.frame
	if !sideways {
		frameW += extra
	}
	var top, tallest float64
	p.frame.Heading, top = f.ms.heading(s, frameW)
	x, y := f.gaps.frame, top
	for _, e := range s.Premises {
		box := &Box{Claim: e.Claim, Argument: s.Argument, Role: role, Again: e.Again, Implicit: e.Claim.Implicit, Stage: f.reveal.Entry(e)}
		var h float64
		box.Lines, h = f.ms.Box(e, false)
		box.Rect = Rect{x, y, w, h}
		tallest = max(tallest, h)
		p.boxes = append(p.boxes, box)
		if sideways {
			y += h + f.gaps.frame
		} else {
			x += w + f.gaps.frame
		}
	}
	if !sideways {
		for _, b := range p.boxes {
			b.H = tallest
		}
		y += tallest + f.gaps.frame
	} else {
		y += extra
	}
	p.frame.Rect = Rect{0, 0, frameW, y}
	p.at = p.frame.Rect
	return p
}
