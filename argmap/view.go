package argmap

import (
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// View says which part of a map is shown. What is shown keeps its numbers, and
// says how many claims are left out below it. The zero value is the whole map.
type View struct {
	Focus string   // a claim or an argument, by id or number, with all that hangs on it; "": everything
	Only  []string // tags and titles of groups: what has one of them, and the way to it
	Fold  []string // claims and arguments, by id or number, on which nothing is shown
	Depth int      // levels of arguments from each root; 0: all
}

// isZero tells whether the view leaves nothing out.
func (v View) isZero() bool {
	return v.Focus == "" && len(v.Only) == 0 && len(v.Fold) == 0 && v.Depth == 0
}

// UnknownPart is the error of a View that names what the map does not have.
type UnknownPart struct {
	What  string   // "claim or argument", "tag or group"
	Name  string   // as given
	Known []string // what there is, in the map's order
}

func (u *UnknownPart) Error() string {
	return "the map has no " + u.What + " called " + strconv.Quote(u.Name)
}

// Hint says what may have been meant.
func (u *UnknownPart) Hint() string {
	if s := source.Suggest(u.Name, u.Known); s != "" {
		return "did you mean " + s + "?"
	}
	const most = 12
	if len(u.Known) > most {
		return "there are " + strings.Join(u.Known[:most], ", ") + ", …"
	}
	if len(u.Known) > 0 {
		return "there are " + strings.Join(u.Known, ", ")
	}
	return ""
}

// View returns the outline of a part of the map. Its error is an *UnknownPart.
func (m *Map) View(v View) (*Outline, error) {
	o := m.Outline()
	if v.isZero() {
		return o, nil
	}
	x := NewIndex(o)
	w := &viewer{index: x}
	if v.Focus != "" {
		if err := w.focus(o, v.Focus); err != nil {
			return nil, err
		}
	}
	if len(v.Only) > 0 {
		if err := w.only(o, v.Only); err != nil {
			return nil, err
		}
	}
	for _, name := range v.Fold {
		e, s := x.find(name)
		if e == nil && s == nil {
			return nil, x.unknown(name)
		}
		foldAway(e, s)
	}
	if v.Depth > 0 {
		for _, e := range o.Roots {
			limit(e, v.Depth)
		}
	}
	w.settle(o)
	return o, nil
}

// viewer takes parts away from an outline that is its own.
type viewer struct{ index *Index }

// focus leaves a claim, or an argument with the claim that it bears on.
func (w *viewer) focus(o *Outline, name string) error {
	x := w.index
	e, s := x.find(name)
	switch {
	case e != nil:
		e.Above = x.above[e]
	case s != nil:
		e = w.alone(s)
	default:
		return x.unknown(name)
	}
	o.Roots = []*Entry{e}
	return nil
}

// alone takes away everything beside the step up to the claim that it bears on,
// which it returns.
func (w *viewer) alone(s *Step) *Entry {
	for {
		if e := w.index.on[s]; e != nil {
			e.Hidden, e.Children = countSteps(e.Children)-s.Count(), []*Step{s}
			e.Above = w.index.above[e]
			return e
		}
		host := w.index.onStep[s]
		host.Hidden, host.Children = countSteps(host.Children)-s.Count(), []*Step{s}
		for _, p := range host.Premises {
			cut(p)
		}
		s = host
	}
}

// only leaves what has one of the tags or groups, and the way to it.
func (w *viewer) only(o *Outline, names []string) error {
	known := marks(o.Map)
	for _, name := range names {
		if !slices.Contains(known, name) {
			return &UnknownPart{"tag or group", name, known}
		}
	}
	o.Roots = slices.DeleteFunc(o.Roots, func(e *Entry) bool { return !keepEntry(e, names) && e.Claim != o.Map.Thesis })
	return nil
}

// marks lists the tags and the groups of a map, each once, in its order.
func marks(m *Map) []string {
	var list []string
	add := func(names ...string) {
		for _, n := range names {
			if !slices.Contains(list, n) {
				list = append(list, n)
			}
		}
	}
	for _, g := range m.Groups {
		add(g.Title)
	}
	for _, c := range m.Claims {
		add(c.Tags...)
	}
	for _, a := range m.Arguments {
		add(a.Tags...)
	}
	return list
}

// keepEntry takes away the steps below the entry that lead to nothing marked, and
// tells whether the entry is or leads to something that is.
func keepEntry(e *Entry, names []string) bool {
	all := countSteps(e.Children)
	e.Children = slices.DeleteFunc(e.Children, func(s *Step) bool { return !keepStep(s, names) })
	e.Hidden += all - countSteps(e.Children)
	return len(e.Children) > 0 || marked(names, e.Claim.Tags, e.Group)
}

func keepStep(s *Step, names []string) bool {
	keep := marked(names, s.Argument.Tags, s.Group)
	for _, p := range s.Premises {
		keep = keepEntry(p, names) || keep
	}
	all := countSteps(s.Children)
	s.Children = slices.DeleteFunc(s.Children, func(c *Step) bool { return !keepStep(c, names) })
	s.Hidden += all - countSteps(s.Children)
	return keep || len(s.Children) > 0
}

func marked(names, tags []string, g *Group) bool {
	return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(tags, n) || g != nil && g.Title == n })
}

// foldAway takes away what hangs on a claim, or on an argument and its premises.
func foldAway(e *Entry, s *Step) {
	if e != nil {
		cut(e)
		return
	}
	for _, p := range s.Premises {
		cut(p)
	}
	s.Hidden += countSteps(s.Children)
	s.Children = nil
}

func cut(e *Entry) {
	e.Hidden += countSteps(e.Children)
	e.Children = nil
}

// limit takes away what lies more than that many levels below the entry.
func limit(e *Entry, levels int) {
	if levels <= 0 {
		cut(e)
		return
	}
	for _, s := range e.Children {
		limitStep(s, levels-1)
	}
}

func limitStep(s *Step, levels int) {
	for _, p := range s.Premises {
		limit(p, levels)
	}
	if levels <= 0 {
		foldAway(nil, s)
		return
	}
	for _, c := range s.Children {
		limitStep(c, levels-1)
	}
}

// countSteps counts the claims in steps and all below, those left out already
// among them; claims that stand elsewhere are not counted.
func countSteps(steps []*Step) int {
	n := 0
	for _, s := range steps {
		n += s.Count()
	}
	return n
}

// Count is the claims in the step and all below, as countSteps counts.
func (s *Step) Count() int {
	n := s.Hidden + countSteps(s.Children)
	for _, p := range s.Premises {
		n += p.Count()
	}
	return n
}

// Count is the claims at the entry and below: none where the claim stands elsewhere.
func (e *Entry) Count() int {
	if e.Again {
		return 0
	}
	return 1 + e.Hidden + countSteps(e.Children)
}

// settle marks the claims used again whose own place is not shown, and counts what
// no entry says to be left out.
func (w *viewer) settle(o *Outline) {
	if len(o.Roots) == 0 {
		return // a map without a thesis, and nothing in it is marked
	}
	shown := NewIndex(o)
	first := o.Roots[0]
	first.Elsewhere = w.index.claims
	for _, e := range o.Roots {
		first.Elsewhere -= e.Count()
	}
	o.Each(func(e *Entry) {
		e.Away = e.Again && shown.entries[e.Claim.ID] == nil
	}, nil)
}
