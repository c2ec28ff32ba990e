package argmap

import "strconv"

// Outline is a map in the order in which one would say it aloud: a claim, the
// arguments for it with all that hangs on them, the arguments against it. Every
// claim stands in it once, with its arguments; where a claim is used again, its
// place is marked Again and nothing hangs there, so that an outline is finite
// whatever circles the map runs in.
//
// Its numbers say where a thing stands: 2 is the second argument about the thesis
// and, if it has one premise, that premise; 2.3 is the third of several premises;
// 2.3.1 is the first argument about that. 2.S1 is the first about the step of 2.
type Outline struct {
	Map   *Map
	Roots []*Entry // the thesis first, then the claims that are premises of nothing above them
}

// Entry is a claim's place in the outline.
type Entry struct {
	Claim    *Claim
	Number   string // see Outline; "" for the thesis, "A", "B", … for further roots
	Again    bool   // its arguments hang at Home
	Away     bool   // and Home is not shown, since a view leaves it out
	Home     *Entry // the place where the claim stands; the entry itself unless Again
	Group    *Group // the group of the whole branch, inherited from above; nil outside groups
	Children []*Step

	Short     string // shown in place of the claim's text where there is little room; "" the text itself
	Hidden    int    // claims that hang below it and that a view leaves out
	Elsewhere int    // of the first root: claims that a view leaves out and that nothing counts as hidden below it
	Above     *Step  // the argument that it is a premise of where a view begins below that; else nil
}

// Text is what is shown of the claim.
func (e *Entry) Text() string {
	if e.Short != "" {
		return e.Short
	}
	return e.Claim.Text
}

// Step is an argument's place in the outline.
type Step struct {
	Argument *Argument
	Number   string
	Group    *Group
	Premises []*Entry
	Children []*Step // undercuts and backings
	Hidden   int     // claims that hang on the step itself and that a view leaves out
}

// Outline walks the map. Arguments for a claim come before those against it, and
// either in source order.
//
// A claim stands where the author declared it. One declared beside the thesis
// and used as a premise stands at its first use, read from the thesis on.
func (m *Map) Outline() *Outline {
	w := &outliner{placed: map[*Claim]*Entry{}}
	o := &Outline{Map: m}
	add := func(c *Claim) {
		if w.placed[c] == nil {
			o.Roots = append(o.Roots, w.entry(c, w.rootNumber(c == m.Thesis), nil))
		}
	}
	if m.Thesis != nil {
		add(m.Thesis)
	}
	for _, c := range m.Claims { // claims that are premises of nothing
		if !c.Decl.Nested && len(c.Uses) == 0 {
			add(c)
		}
	}
	for _, c := range m.Claims { // claims that only circles reach
		if !c.Decl.Nested {
			add(c)
		}
	}
	for _, c := range m.Claims { // claims whose own argument could not be built
		add(c)
	}
	for _, e := range w.again {
		e.Home = w.placed[e.Claim]
	}
	return o
}

// Each visits everything in reading order: every entry before what hangs on it,
// every step before its premises. Either function may be nil.
func (o *Outline) Each(entry func(*Entry), step func(*Step)) {
	for _, e := range o.Roots {
		e.each(entry, step)
	}
}

func (e *Entry) each(entry func(*Entry), step func(*Step)) {
	if entry != nil {
		entry(e)
	}
	for _, s := range e.Children {
		s.each(entry, step)
	}
}

func (s *Step) each(entry func(*Entry), step func(*Step)) {
	if step != nil {
		step(s)
	}
	for _, p := range s.Premises {
		p.each(entry, step)
	}
	for _, c := range s.Children {
		c.each(entry, step)
	}
}

type outliner struct {
	placed map[*Claim]*Entry
	again  []*Entry
	roots  int // further roots so far
}

func (w *outliner) rootNumber(thesis bool) string {
	if thesis {
		return ""
	}
	w.roots++
	return letters(w.roots)
}

// letters counts A, B, … Z, AA, AB, …
func letters(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

func (w *outliner) entry(c *Claim, number string, group *Group) *Entry {
	if c.Group != nil {
		group = c.Group
	}
	e := &Entry{Claim: c, Number: number, Group: group}
	e.Home = e
	w.placed[c] = e
	e.Children = w.steps(c.Pro, c.Con, number, "", group)
	return e
}

// steps lists arguments for and against one target under its number; mark tells
// arguments about a step from arguments about a claim.
func (w *outliner) steps(pro, con []*Argument, number, mark string, group *Group) []*Step {
	var steps []*Step
	for _, list := range [][]*Argument{pro, con} {
		for _, a := range list {
			n := mark + strconv.Itoa(len(steps)+1)
			if number != "" {
				n = number + "." + n
			}
			steps = append(steps, w.step(a, n, group))
		}
	}
	return steps
}

func (w *outliner) step(a *Argument, number string, group *Group) *Step {
	for _, ref := range a.Decl.Premises {
		if ref.Claim != nil && !ref.Claim.Group.IsZero() {
			group = groupOf(a, group)
			break
		}
	}
	s := &Step{Argument: a, Number: number, Group: group}
	for i, c := range a.Premises {
		n := number
		if len(a.Premises) > 1 {
			n += "." + strconv.Itoa(i+1)
		}
		if !w.home(a, i) {
			e := &Entry{Claim: c, Number: n, Again: true, Group: group}
			w.again = append(w.again, e)
			s.Premises = append(s.Premises, e)
			continue
		}
		s.Premises = append(s.Premises, w.entry(c, n, group))
	}
	s.Children = w.steps(a.Pro, a.Con, number, "S", group)
	return s
}

// groupOf is the group of the argument's first grouped premise.
func groupOf(a *Argument, inherited *Group) *Group {
	for _, c := range a.Premises {
		if c.Decl.Nested && c.Group != nil {
			return c.Group
		}
	}
	return inherited
}

// home tells whether premise i of the argument is the place where its claim
// stands: declared there, or declared beside the thesis and not placed yet.
func (w *outliner) home(a *Argument, i int) bool {
	c := a.Premises[i]
	if w.placed[c] != nil {
		return false
	}
	if !c.Decl.Nested {
		return true
	}
	for _, ref := range a.Decl.Premises {
		if ref.Claim == c.Decl {
			return true
		}
	}
	return false
}
