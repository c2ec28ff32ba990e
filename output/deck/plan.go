package deck

import (
	"context"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// Places on a slide, in points.
const (
	margin     = 30.0
	mapTop     = 92.0
	mapBottom  = 20.0
	mostLetter = 3600 // more runes than fit the place for the map at the smallest size
)

// planner makes slides one after another.
type planner struct {
	ctx     context.Context
	outline *argmap.Outline
	opts    layout.Options
	texts   *layout.Measurer
	slides  []*Slide

	index  *argmap.Index
	titles map[string]int // how often a slide has been called so
	about  map[any]bool   // has a slide about it
	home   map[any]*Slide // the slide about a claim or an argument, else the first that shows it
}

func newPlanner(ctx context.Context, o *argmap.Outline, opts layout.Options) *planner {
	p := &planner{ctx: ctx, outline: o, opts: layout.Options{
		Direction: opts.Direction, FixedDirection: opts.FixedDirection, Evidence: opts.Evidence, Steps: opts.Steps,
		Numbers: true, Even: true, Fonts: style.NewFonts(),
	},
		index: argmap.NewIndex(o), titles: map[string]int{}, about: map[any]bool{}, home: map[any]*Slide{}}
	p.texts = layout.NewMeasurer(p.opts)
	return p
}

func (p *planner) plan() error {
	p.titleSlides()
	for _, e := range p.outline.Roots {
		if err := p.target(e, KindOverview); err != nil {
			return err
		}
	}
	p.sides()
	p.sources()
	return nil
}

// target makes slides of a claim with the arguments about it, as many on each as
// can be read, and then those of what hangs on these.
func (p *planner) target(e *argmap.Entry, kind Kind) error {
	m := p.outline.Map
	if len(e.Children) == 0 {
		o := sheet(m, e, nil, 0)
		if ok, err := p.emit(kind, o, e); ok || err != nil {
			return err
		}
		p.longText(e)
		return nil
	}
	whole := map[*argmap.Step]bool{} // shown beside others with the texts of its premises
	for rest := e.Children; len(rest) > 0; {
		n, short, err := p.most(kind, e, rest)
		if err != nil {
			return err
		}
		for _, s := range rest[:n] {
			whole[s] = !short
		}
		rest = rest[max(n, 1):]
	}
	for _, s := range e.Children {
		if err := p.step(s, whole[s]); err != nil {
			return err
		}
	}
	return nil
}

// most puts as many of the steps as possible on a slide, and tells how many, and
// whether by their labels. It makes none where not even two fit: 0. Those have
// slides of their own.
func (p *planner) most(kind Kind, e *argmap.Entry, steps []*argmap.Step) (n int, short bool, err error) {
	if len(steps) == 1 && kind != KindOverview && len(below(steps[0])) > 0 {
		return 0, false, nil
	}
	try := func(n int, short bool) (bool, error) {
		o := sheet(p.outline.Map, e, steps[:n], 0)
		if kind != KindOverview {
			o.Roots[0].Short = e.Claim.Label
		}
		if short {
			shorten(o)
		}
		return p.emit(kind, o, e)
	}
	if ok, err := try(len(steps), false); ok || err != nil {
		return len(steps), false, err
	}
	if kind == KindOverview {
		if ok, err := try(len(steps), true); ok || err != nil {
			return len(steps), true, err
		}
		o := sheet(p.outline.Map, e, steps, 0)
		shorten(o)
		boil(o)
		if ok, err := p.emit(kind, o, e); ok || err != nil {
			return len(steps), true, err
		}
	}
	for n := min(len(steps)-1, 8); n > 1; n-- {
		if ok, err := try(n, false); ok || err != nil {
			return n, false, err
		}
	}
	return 0, false, nil
}

// step makes the slides of an argument, if it has anything that has not been
// shown. Seen says that its premises have been.
func (p *planner) step(s *argmap.Step, seen bool) error {
	below := below(s)
	if len(below) == 0 && seen {
		return nil
	}
	if ok, err := p.emit(KindArgument, p.around(copyStep(s, 1), s), s); err != nil {
		return err
	} else if ok {
		for _, c := range below {
			if err := p.step(c, true); err != nil {
				return err
			}
		}
		return nil
	}
	if !seen {
		if err := p.alone(s); err != nil {
			return err
		}
	}
	for _, premise := range s.Premises {
		if len(premise.Children) > 0 {
			if err := p.target(premise, KindArgument); err != nil {
				return err
			}
		}
	}
	return p.undercuts(s)
}

// below lists what hangs on the premises of a step and on the step itself.
func below(s *argmap.Step) []*argmap.Step {
	var list []*argmap.Step
	for _, e := range s.Premises {
		list = append(list, e.Children...)
	}
	return append(list, s.Children...)
}

// around is a sheet of some of a step, with what the step bears on in few words:
// a claim, or for a step about a step the argument and the claim which that one
// bears on.
func (p *planner) around(some, s *argmap.Step) *argmap.Outline {
	e, on := p.index.On(s)
	for ; e == nil; e, on = p.index.On(s) {
		host := copyStep(on, 0)
		for _, e := range host.Premises {
			e.Short = fewWords(e)
		}
		host.Hidden = max(host.Hidden-s.Count(), 0)
		host.Children = []*argmap.Step{some}
		some, s = host, on
	}
	o := sheet(p.outline.Map, e, nil, 0)
	root := o.Roots[0]
	root.Short = fewWords(e)
	root.Hidden = max(root.Hidden-s.Count(), 0)
	root.Children = []*argmap.Step{some}
	rehome(o)
	return o
}

// fewWords is a claim's label; failing that, its number where its text is long.
func fewWords(e *argmap.Entry) string {
	const long = 120 // runes
	if e.Claim.Label == "" && len([]rune(e.Claim.Text)) > long {
		return capital(name(e))
	}
	return e.Claim.Label
}

// alone makes a slide of an argument by itself, or several where its premises do
// not fit on one.
func (p *planner) alone(s *argmap.Step) error {
	for rest := s.Premises; len(rest) > 0; {
		n := min(len(rest), 12)
		for ; n > 0; n-- {
			some := copyStep(s, 0)
			some.Premises = nil
			for _, e := range rest[:n] {
				some.Premises = append(some.Premises, copyEntry(e, 0))
			}
			if ok, err := p.emit(KindArgument, p.around(some, s), s); err != nil {
				return err
			} else if ok {
				break
			}
		}
		if n == 0 {
			p.longText(rest[0])
			n = 1
		}
		rest = rest[n:]
	}
	return nil
}

// undercuts makes slides of what bears on the step itself, as much on each as
// fits, and of what hangs on that.
func (p *planner) undercuts(s *argmap.Step) error {
	for rest := s.Children; len(rest) > 0; {
		n := min(len(rest), 8)
		for ; n > 0; n-- {
			if ok, err := p.undercut(s, rest[:n]); err != nil {
				return err
			} else if ok {
				break
			}
		}
		if n == 0 {
			n = 1
			if err := p.alone(rest[0]); err != nil {
				return err
			}
		}
		rest = rest[n:]
	}
	for _, c := range s.Children {
		if err := p.step(c, true); err != nil {
			return err
		}
	}
	return nil
}

// undercut makes a slide of what bears on a step, with the step's premises in few
// words, or the whole step in one box.
func (p *planner) undercut(s *argmap.Step, steps []*argmap.Step) (bool, error) {
	for _, boiled := range []bool{false, true} {
		some := copyStep(s, 0)
		for _, e := range some.Premises {
			e.Short = fewWords(e)
		}
		if boiled {
			some.Premises = []*argmap.Entry{boiledDown(some)}
		}
		for _, c := range steps {
			some.Children = append(some.Children, copyStep(c, 0))
			some.Hidden = max(some.Hidden-c.Count(), 0)
		}
		if ok, err := p.emit(KindArgument, p.around(some, s), steps[0]); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

// emit makes a slide of the sheet if it can be read; about is the entry or step
// that it is called by.
func (p *planner) emit(kind Kind, o *argmap.Outline, about any) (bool, error) {
	if letters(o) > mostLetter {
		return false, nil
	}
	opts := p.opts
	opts.Fit = &layout.Page{Name: "slide", Width: Width - 2*margin, Height: Height - mapTop - mapBottom}
	d, err := layout.Layout(p.ctx, o, opts)
	if err != nil || d.TextSize < SmallestText {
		return false, err
	}
	d.Move(margin, mapTop)
	d.Width, d.Height = Width, Height
	s := &Slide{Kind: kind, Drawing: d}
	o.Each(func(e *argmap.Entry) {
		if e.Short == "" {
			s.Shown = append(s.Shown, e)
			p.note(e.Claim, s)
		}
	}, func(st *argmap.Step) { p.note(st.Argument, s) })
	p.add(s, about)
	return true, nil
}
