package model

import (
	"strconv"
	"strings"
)

// Map is what a drawing of the document shows.
type Map struct {
	Nodes  []*Node  // statements first
	Edges  []*Edge  // written ones first, then those that follow from titles
	Groups []*Group // of the highest level; the others are their children
}

// Node is a statement or an argument in a map.
type Node struct {
	ID         string    // "n0"
	Class      *Class    // exactly one of the two is set
	Argument   *Argument // exactly one of the two is set
	LabelTitle string    // "" where none is shown
	LabelText  string
	Tags       []string
	Color      string
	Group      *Group // nil: it is in none
	Hidden     bool   // it is in a closed group, whose edges its edges are
}

// Title is its statement's or its argument's.
func (n *Node) Title() string {
	if n.Class != nil {
		return n.Class.Title
	}
	return n.Argument.Title
}

// Point is where an edge begins or ends: exactly one field is set.
type Point struct {
	Node  *Node
	Group *Group // a closed one, for a node in it
}

// Title is its node's or its group's.
func (p Point) Title() string {
	if p.Group != nil {
		return p.Group.Section.Title
	}
	return p.Node.Title()
}

// Edge is an arrow of a map.
type Edge struct {
	ID       string // as Argdown counts edges, those that closed groups hide among them
	Type     RelationType
	From, To Point
	Relation *Relation // nil: it follows from one statement's use in several places
	Color    string

	FromClass, ToClass *Class // of the statements that it is about; nil: an argument at that end
}

// Group is a box around nodes.
type Group struct {
	Section *Section
	Parent  *Group // nil: it is of the highest level
	Groups  []*Group
	Nodes   []*Node
	Level   int // from 1, boxes alone counted
	Closed  bool
	Color   string
}

// Descendants are the nodes in the group and in its groups.
func (g *Group) Descendants() []*Node {
	all := append([]*Node{}, g.Nodes...)
	for _, child := range g.Groups {
		all = append(all, child.Descendants()...)
	}
	return all
}

// maxEdges bounds a map: one line of a document can make as many edges as there are
// pairs of arguments. What is above it is not drawn.
const maxEdges = 100_000

// draw makes the map of what is selected.
func (v *view) draw() *Map {
	m := &Map{}
	nodes := map[End]*Node{}
	for _, c := range v.classes {
		n := &Node{Class: c}
		n.LabelTitle, n.LabelText = v.label("statementLabelMode", c.Title, c.Text())
		nodes[End{Class: c}] = n
		m.Nodes = append(m.Nodes, n)
	}
	for _, a := range v.arguments {
		n := &Node{Argument: a}
		n.LabelTitle, n.LabelText = v.label("argumentLabelMode", a.Title, a.Text())
		nodes[End{Argument: a}] = n
		m.Nodes = append(m.Nodes, n)
	}
	for i, n := range m.Nodes {
		n.ID = "n" + strconv.Itoa(i)
		if v.model.Settings.object("map").flag("addTags", true) {
			n.Tags = n.tags()
		}
	}
	for _, r := range v.model.Relations {
		if v.has(r, r.From) && v.has(r, r.To) && len(m.Edges) < maxEdges {
			edges := project(r, nodes)
			v.shown[r] = len(edges) > 0
			m.Edges = append(m.Edges, edges...)
		}
	}
	m.Edges = append(m.Edges, v.implied(nodes, maxEdges-len(m.Edges))...)
	v.crowded = len(m.Edges) >= maxEdges
	for i, e := range m.Edges {
		e.ID = "e" + strconv.Itoa(i+1)
		if e.Relation == nil && e.From.Node.Argument != nil && e.To.Node.Argument != nil {
			e.ID = "n" + strconv.Itoa(i+1) // a slip of Argdown's
		}
	}
	v.group(m)
	v.colour(m)
	return m
}

// tags are those of its statement or argument.
func (n *Node) tags() []string {
	if n.Class != nil {
		return n.Class.Tags
	}
	return n.Argument.Tags
}

// labels are the ways to label nodes, the default first.
var labels = []string{"hide-untitled", "title", "text", "none"}

// label is what a node shows by the mode that the front matter asks for.
func (v *view) label(setting, title, text string) (labelTitle, labelText string) {
	mode := v.model.Settings.object("map").text(setting, labels[0])
	untitled := strings.HasPrefix(title, "Untitled")
	switch mode {
	case "title":
		return title, ""
	case "none":
		return "", ""
	case "text":
		if text == "" {
			return title, ""
		}
		return "", text
	}
	if untitled && text != "" {
		title = ""
	}
	return title, text
}

// project is the edges of a relation: between its ends where they are nodes, and
// otherwise between arguments that conclude the one and start from the other.
func project(r *Relation, nodes map[End]*Node) []*Edge {
	edges := between(r, r.From.Class, r.To.Class, starts(r.From, nodes), ends(r.To, nodes, true))
	if r.Type.symmetric() {
		from := starts(r.To, nodes)
		if r.To.Class == nil {
			from = nil
		}
		edges = append(edges, between(r, r.To.Class, r.From.Class, from, ends(r.From, nodes, false))...)
	}
	return edges
}

// starts are the nodes from which a relation of an end leads.
func starts(e End, nodes map[End]*Node) []*Node {
	if n := nodes[e]; n != nil {
		return []*Node{n}
	}
	return through(e.Class, Conclusion, nodes)
}

// ends are the nodes to which a relation of an end leads; of those of a statement
// itself only if asked for.
func ends(e End, nodes map[End]*Node, itself bool) []*Node {
	if e.Inference != nil {
		e = End{Argument: e.Inference.Argument}
	}
	n := nodes[e]
	switch {
	case n != nil && itself:
		return []*Node{n}
	case n != nil || e.Class == nil:
		return nil
	}
	return through(e.Class, Premise, nodes)
}

// through is the nodes of the arguments in which a class plays a part.
func through(c *Class, part Role, nodes map[End]*Node) []*Node {
	if c == nil {
		return nil
	}
	var list []*Node
	for _, m := range c.Members {
		if m.Role == part {
			if n := nodes[End{Argument: m.Argument}]; n != nil {
				list = append(list, n)
			}
		}
	}
	return list
}

func between(r *Relation, source, target *Class, from, to []*Node) []*Edge {
	var edges []*Edge
	for _, f := range from {
		for _, t := range to {
			if len(edges) == maxEdges {
				return edges
			}
			e := &Edge{Type: r.Type, From: Point{Node: f}, To: Point{Node: t}, Relation: r, FromClass: source, ToClass: target}
			if f.Class == nil || t.Class == nil {
				e.Type = r.Type.dialectical()
			}
			edges = append(edges, e)
		}
	}
	return edges
}

// implied is the support that follows from one statement's standing in several
// places: a conclusion that is a node, or a premise elsewhere; a node that is a premise.
func (v *view) implied(nodes map[End]*Node, most int) []*Edge {
	var edges []*Edge
	seen := map[[2]*Node]bool{}
	support := func(c *Class, from, to *Node) {
		if to != nil && len(edges) < most && !seen[[2]*Node{from, to}] {
			seen[[2]*Node{from, to}] = true
			edges = append(edges, &Edge{Type: Support, From: Point{Node: from}, To: Point{Node: to}, FromClass: c, ToClass: c})
		}
	}
	for _, a := range v.arguments {
		n := nodes[End{Argument: a}]
		m := a.Conclusion()
		if m == nil || len(edges) >= most {
			continue
		}
		if to := nodes[End{Class: m.Class}]; to != nil {
			support(m.Class, n, to)
			continue
		}
		for _, to := range through(m.Class, Premise, nodes) {
			support(m.Class, n, to)
		}
	}
	for _, c := range v.classes {
		if len(edges) >= most {
			break
		}
		for _, to := range through(c, Premise, nodes) {
			support(c, nodes[End{Class: c}], to)
		}
	}
	return edges
}
