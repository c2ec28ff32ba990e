package layout

import (
	"context"
	"fmt"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout/enginecache"
	"github.com/argmap/argmap/output/style"
)

func init() { enginecache.Restore() }

// Layout draws a map. It returns an error only where Graphviz fails; a map
// without claims is an empty drawing.
//
// Calls may run at once, but the layouts themselves wait for one another, and one
// that runs cannot be stopped: ctx is looked at between the steps.
func Layout(ctx context.Context, o *argmap.Outline, opts Options) (*Drawing, error) {
	m := o.Map
	l := &layouter{ctx: ctx, outline: o, reveal: o.Reveal(), fonts: opts.fonts(), orders: map[bool][]standing{}}
	var d *Drawing
	var err error
	if opts.Fit != nil {
		d, err = l.fit(opts)
	} else {
		d, err = l.draw(opts)
	}
	if err != nil {
		return nil, err
	}
	d.Title = m.Heading()
	d.Description = describe(o)
	d.Lang = m.Lang
	d.Stages = l.reveal.Last
	return d, nil
}

type layouter struct {
	ctx     context.Context
	outline *argmap.Outline
	reveal  *argmap.Reveal
	fonts   *style.Fonts
	orders  map[bool][]standing // Graphviz's answers, stacked or not: they do not depend on sizes
}

// standing is what Graphviz says of a node.
type standing struct {
	rank  int
	order float64
}

func (l *layouter) draw(opts Options) (*Drawing, error) {
	if opts.Direction.sideways() {
		opts.Stacked = false // the frames of a rank stand on one another anyway
	}
	ms := newMeasurer(l.fonts, opts)
	f := plant(l.outline, l.reveal, ms)
	if len(f.nodes) == 0 {
		return &Drawing{Width: 2 * ms.gaps.margin, Height: 2 * ms.gaps.margin, TextSize: TextSize, Scale: 1}, nil
	}
	if err := l.arrange(f); err != nil {
		return nil, err
	}
	p := &packer{f: f, gaps: f.gaps, levels: measureLevels(f.nodes, f.gaps.straight, opts.Stacked)}
	p.pack()
	d := place(f, p)
	if opts.Legend {
		addLegend(d, ms)
	}
	if opts.References {
		addReferences(d, ms, l.outline.References())
	}
	return d, nil
}

// arrange asks Graphviz, once for every shape of the forest.
func (l *layouter) arrange(f *forest) error {
	stacked := f.opts.Stacked
	if known, ok := l.orders[stacked]; ok {
		for i, n := range f.nodes {
			n.rank, n.order = known[i].rank, known[i].order
		}
		f.sortChildren()
		return nil
	}
	if err := l.ctx.Err(); err != nil {
		return err
	}
	if err := f.arrange(l.ctx); err != nil {
		return err
	}
	for _, n := range f.nodes {
		l.orders[stacked] = append(l.orders[stacked], standing{n.rank, n.order})
	}
	return nil
}

// describe says in a sentence what a reader who cannot see the picture should
// know first.
func describe(o *argmap.Outline) string {
	t := o.Tally()
	what := "Argument map of " + argmap.Counted(t.Claims, "claim")
	if t.Hidden > 0 {
		what = fmt.Sprintf("Part of an argument map, %d of its %s", t.Claims, argmap.Counted(t.Claims+t.Hidden, "claim"))
	}
	s := fmt.Sprintf("%s, with %s and %s.", what, argmap.Counted(t.Reasons, "reason"), argmap.Counted(t.Objections, "objection"))
	if t := o.Map.Thesis; t != nil {
		s += " Thesis: " + t.Text
	}
	return s
}
