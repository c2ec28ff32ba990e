package model

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// view is what a map shows while it is being made.
type view struct {
	*builder
	settings   Data // selection
	classes    []*Class
	arguments  []*Argument
	hasClass   map[*Class]bool
	hasArg     map[*Argument]bool
	excluded   []End        // kept out by what the author says
	barred     map[End]bool // the same
	alone      []End        // left out because nothing joins them to the rest
	shown      map[*Relation]bool
	unexcluded bool
	crowded    bool // it has more edges than are drawn
}

// modes are the ways to select statements, the default first.
var modes = []string{
	"with-title", "all", "top-level", "with-relations", "not-used-in-argument", "with-more-than-one-relation",
}

// newView selects what a map shows: first by what the author says of the elements,
// then statements among those, then arguments among those.
func newView(b *builder) *view {
	v := &view{builder: b, settings: b.model.Settings.object("selection"), shown: map[*Relation]bool{}, barred: map[End]bool{}}
	v.unexcluded = !v.settings.flag("excludeDisconnected", true)
	for _, c := range b.model.Classes {
		if v.preselected(element{c.Title, c.Data, c.Section, c.Tags}, "excludeStatements") {
			v.classes = append(v.classes, c)
		} else {
			v.exclude(End{Class: c})
		}
	}
	for _, a := range b.model.Arguments {
		if v.preselected(element{a.Title, a.Data, a.Section, a.Tags}, "excludeArguments") {
			v.arguments = append(v.arguments, a)
		} else {
			v.exclude(End{Argument: a})
		}
	}
	slices.SortStableFunc(v.classes, func(a, b *Class) int { return numbersFirst(a.Title, b.Title) })
	slices.SortStableFunc(v.arguments, func(a, b *Argument) int { return numbersFirst(a.Title, b.Title) })
	v.index()
	v.classes = selected(v.classes, v.mode())
	v.index()
	v.arguments = selected(v.arguments, v.hasConnections)
	v.index()
	return v
}

func (v *view) exclude(e End) {
	v.excluded = append(v.excluded, e)
	v.barred[e] = true
}

// numbersFirst is the order of Argdown's lists, in which titles that are whole numbers
// come first, as keys of a script's objects do.
func numbersFirst(a, b string) int {
	number := func(s string) uint64 {
		n, err := strconv.ParseUint(s, 10, 32)
		if err != nil || strconv.FormatUint(n, 10) != s {
			return math.MaxUint32
		}
		return n
	}
	return cmp.Compare(number(a), number(b))
}

// index makes the sets of what is selected.
func (v *view) index() {
	v.hasClass, v.hasArg = map[*Class]bool{}, map[*Argument]bool{}
	for _, c := range v.classes {
		v.hasClass[c] = true
	}
	for _, a := range v.arguments {
		v.hasArg[a] = true
	}
}

// selected are the items that a test says yes of.
func selected[T any](list []T, test func(T) bool) []T {
	var some []T
	for _, item := range list {
		if test(item) {
			some = append(some, item)
		}
	}
	return some
}

// element is what a selection asks of statements and arguments alike.
type element struct {
	title   string
	data    Data
	section *Section
	tags    []string
}

// preselected tells whether nothing that the author says keeps an element out.
func (v *view) preselected(e element, exclude string) bool {
	if in, said := e.data["isInMap"]; said && in != true && !v.settings.flag("ignoreIsInMap", false) {
		return false
	}
	if titles, _ := v.settings.texts(exclude); slices.Contains(titles, e.title) {
		return false
	}
	if titles, said := v.settings.texts("selectedSections"); said {
		if e.section == nil && !v.settings.flag("selectElementsWithoutSection", false) ||
			e.section != nil && !slices.Contains(titles, e.section.Title) {
			return false
		}
	}
	names, said := v.settings.texts("selectedTags")
	if !said || len(e.tags) == 0 && v.settings.flag("selectElementsWithoutTag", false) {
		return true
	}
	return slices.ContainsFunc(e.tags, func(t string) bool { return slices.Contains(names, t) })
}

// insisted tells whether the author wants an element in the map whatever else holds.
func (v *view) insisted(d Data) bool {
	return d["isInMap"] == true && !v.settings.flag("ignoreIsInMap", false)
}

// mode is the test of statements that the front matter asks for.
func (v *view) mode() func(*Class) bool {
	name := v.choice(v.settings, "statementSelectionMode", modes)
	include, _ := v.settings.texts("includeStatements")
	return func(c *Class) bool {
		if v.insisted(c.Data) || slices.Contains(include, c.Title) {
			return true
		}
		related := slices.ContainsFunc(c.Relations, func(r *Relation) bool { return v.has(r, r.other(End{Class: c})) })
		used := slices.ContainsFunc(c.Members, func(m *Member) bool {
			return (m.Role == Premise || m.Role == Conclusion) && v.hasArg[m.Argument]
		})
		alone := !v.unexcluded && !used && !related
		if alone && len(c.Members) > 0 && c.Roles() == nil {
			v.alone = append(v.alone, End{Class: c})
		}
		return !alone && v.chosen(name, c, related, used)
	}
}

// chosen tells whether a way of selecting statements picks one that is related to
// what is selected, or used in a selected argument.
func (v *view) chosen(mode string, c *Class, related, used bool) bool {
	switch mode {
	case "all":
		return true
	case "top-level":
		return !used && related || slices.ContainsFunc(c.Members, func(m *Member) bool { return m.TopLevel })
	case "with-relations":
		return related
	case "not-used-in-argument":
		return !used
	case "with-more-than-one-relation":
		return related && (!used || v.partners(c) > 1)
	default:
		return !used && related || !strings.HasPrefix(c.Title, "Untitled")
	}
}

// partners counts what a class is related to, as Argdown counts: another class as
// often as it plays the fitting part in an argument.
func (v *view) partners(c *Class) int {
	n := 0
	for _, r := range c.Relations {
		other := r.other(End{Class: c})
		switch {
		case other.Class != nil:
			for _, m := range other.Class.Members {
				if m.Role == part(r, other) && v.hasArg[m.Argument] {
					n++
				}
			}
		case v.hasEnd(other):
			n++
		}
	}
	return n
}

// part is the role in which a statement at that end of a relation brings the relation
// to an argument: what is supported or attacked is a premise.
func part(r *Relation, e End) Role {
	if r.To == e {
		return Premise
	}
	return Conclusion
}

// has tells whether an end of a relation is in the map: itself, or through an argument.
func (v *view) has(r *Relation, e End) bool {
	if e.Class == nil {
		return v.hasEnd(e)
	}
	return v.hasClass[e.Class] || slices.ContainsFunc(e.Class.Members, func(m *Member) bool {
		return (r.Type.symmetric() || m.Role == part(r, e)) && v.hasArg[m.Argument]
	})
}

// hasEnd tells whether an argument, or that of an inference, is in the map.
func (v *view) hasEnd(e End) bool {
	if e.Inference != nil {
		return e.Inference.Argument != nil && v.hasArg[e.Inference.Argument]
	}
	return v.hasArg[e.Argument]
}

// hasConnections tells whether an argument belongs in the map.
func (v *view) hasConnections(a *Argument) bool {
	if v.unexcluded || v.insisted(a.Data) || slices.ContainsFunc(a.Relations, func(r *Relation) bool {
		return v.has(r, r.other(End{Argument: a}))
	}) || slices.ContainsFunc(a.Lines, v.connects) {
		return true
	}
	v.alone = append(v.alone, End{Argument: a})
	return false
}

// connects tells whether a line of a reconstruction joins its argument to the rest.
func (v *view) connects(m *Member) bool {
	if in := m.Inference; in != nil && m.Role != Premise {
		if slices.ContainsFunc(in.Relations, func(r *Relation) bool { return v.has(r, r.other(End{Inference: in})) }) {
			return true
		}
	}
	if m.Role == Intermediary {
		return false
	}
	self := End{Class: m.Class}
	for _, r := range m.Class.Relations {
		away := m.Role == Premise && r.From == self || m.Role == Conclusion && r.To == self
		if (r.Type.symmetric() || !away) && v.has(r, r.other(self)) {
			return true
		}
	}
	wanted := Premise
	if m.Role == Premise {
		wanted = Conclusion
	}
	return v.hasClass[m.Class] || slices.ContainsFunc(m.Class.Members, func(o *Member) bool {
		return o.Role == wanted && v.hasArg[o.Argument]
	})
}
