package layout

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-graphviz"

	_ "github.com/argmap/argmap/output/layout/enginecache" // decides where go-graphviz may keep compiled code
)

// Graphviz runs as one WebAssembly instance with one memory.
var engine sync.Mutex

// arrange asks Graphviz's dot for the rank of every node and for its place among
// its siblings, which are then sorted by it.
//
// Every argument is one Graphviz node: where it has several premises, a table
// with a cell of fixed size and a port for each, so that what hangs on a premise
// is ordered under that very premise.
func (f *forest) arrange(ctx context.Context) error {
	plain, err := runDot(ctx, f.dot())
	if err != nil {
		return fmt.Errorf("laying out: %w", err)
	}
	if err := f.readPlain(plain); err != nil {
		return fmt.Errorf("reading Graphviz's layout: %w", err)
	}
	f.sortChildren()
	return nil
}

func (f *forest) sortChildren() {
	byOrder := func(a, b *node) int { return cmp.Compare(a.order, b.order) }
	slices.SortStableFunc(f.roots, byOrder)
	for _, n := range f.nodes {
		for _, b := range n.buses {
			slices.SortStableFunc(b.children, byOrder)
		}
	}
}

// runDot returns dot's layout of the graph in Graphviz's plain format
// (https://graphviz.org/docs/outputs/plain/).
func runDot(ctx context.Context, dot []byte) (plain []byte, err error) {
	engine.Lock()
	defer engine.Unlock()
	gv, err := graphviz.New(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, gv.Close()) }()
	graph, err := graphviz.ParseBytes(dot)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, graph.Close()) }()
	var out bytes.Buffer
	if err := gv.Render(ctx, graph, "plain", &out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// dot writes the forest as Graphviz sees it: ranks from top to bottom whatever
// the picture's direction, sizes and no text, children in reading order. Labels
// are a blank: where they are empty, go-graphviz sets each anew, which takes half
// as long again as reading the graph.
func (f *forest) dot() []byte {
	var b bytes.Buffer
	b.WriteString("digraph{graph[ordering=out,splines=none,newrank=true];node[shape=box,fixedsize=true,label=\" \"];edge[dir=none];\n")
	for _, n := range f.nodes {
		if cells := f.cells(n); cells != nil {
			fmt.Fprintf(&b, "n%d[shape=plain,fixedsize=false,label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr>", n.index)
			for i, w := range cells {
				fmt.Fprintf(&b, "<td port=\"p%d\" fixedsize=\"true\" width=\"%d\" height=\"%d\"></td>", i, points(w), points(n.deep))
			}
			b.WriteString("</tr></table>>];\n")
			continue
		}
		fmt.Fprintf(&b, "n%d[width=%s,height=%s];\n", n.index, inches(n.along), inches(n.deep))
	}
	for _, n := range f.nodes {
		for _, bus := range n.buses {
			for _, child := range bus.children {
				fmt.Fprintf(&b, "n%d%s->n%d;\n", n.index, f.portName(bus), child.index)
			}
		}
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// cells lists the lengths along the rank of a frame's cells, or nil where the
// frame has only one, or nothing hangs on it and no port is needed.
func (f *forest) cells(n *node) []float64 {
	if len(n.pieces) != 1 || len(n.pieces[0].boxes) < 2 || len(n.buses) == 0 {
		return nil
	}
	var cells []float64
	for _, b := range n.pieces[0].boxes {
		if f.opts.Direction.sideways() {
			cells = append(cells, b.H+f.gaps.frame)
		} else {
			cells = append(cells, b.W+f.gaps.frame)
		}
	}
	return cells
}

// portName is the port of the cell that the bus leaves.
func (f *forest) portName(b *bus) string {
	cells := f.cells(b.node)
	if cells == nil {
		return ""
	}
	for i, box := range b.node.pieces[0].boxes {
		end := box.X + box.W
		if f.opts.Direction.sideways() {
			end = box.Y + box.H
		}
		if b.along <= end || i == len(cells)-1 {
			return ":p" + strconv.Itoa(i)
		}
	}
	return ""
}

func inches(points float64) string { return strconv.FormatFloat(points/72, 'f', 4, 64) }

// points rounds up to what a table cell can be: Graphviz keeps its sizes in 16 bits.
func points(length float64) int { return min(int(math.Ceil(length)), 65535) }

// readPlain takes ranks and orders from lines "node n12 x y …".
func (f *forest) readPlain(plain []byte) error {
	heights := make([]float64, len(f.nodes))
	seen := 0
	for line := range strings.Lines(string(plain)) {
		fields := strings.Fields(line)
		if len(fields) < 4 || fields[0] != "node" {
			continue
		}
		i, err := strconv.Atoi(strings.TrimPrefix(fields[1], "n"))
		if err != nil || i < 0 || i >= len(f.nodes) {
			return fmt.Errorf("unknown node %q", fields[1])
		}
		x, errX := strconv.ParseFloat(fields[2], 64)
		y, errY := strconv.ParseFloat(fields[3], 64)
		if err := errors.Join(errX, errY); err != nil {
			return err
		}
		f.nodes[i].order, heights[i] = x, y
		seen++
	}
	if seen != len(f.nodes) {
		return fmt.Errorf("%d nodes of %d have a place", seen, len(f.nodes))
	}
	return f.rankByHeight(heights)
}

// rankByHeight numbers the ranks from the top: dot centres the nodes of a rank
// on one height, and puts the roots on the first.
func (f *forest) rankByHeight(heights []float64) error {
	levels := slices.Clone(heights)
	slices.Sort(levels)
	levels = slices.Compact(levels)
	for i, n := range f.nodes {
		at, _ := slices.BinarySearch(levels, heights[i])
		n.rank = len(levels) - 1 - at
	}
	for _, n := range f.nodes { // parents first
		for _, b := range n.buses {
			for _, child := range b.children {
				if child.rank != n.rank+1 {
					return fmt.Errorf("n%d is not on the rank below n%d", child.index, n.index)
				}
			}
		}
	}
	return nil
}
