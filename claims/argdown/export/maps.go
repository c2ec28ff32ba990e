package export

import (
	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/model"
)

// mapOf is the map: groups with what is in them, then nodes that are in none.
func (e *exporter) mapOf(m *model.Map) object {
	nodes, edges := []any{}, []any{}
	for _, g := range m.Groups {
		nodes = append(nodes, e.group(g))
	}
	for _, n := range m.Nodes {
		if n.Group == nil {
			nodes = append(nodes, e.node(n))
		}
	}
	for _, edge := range m.Edges {
		o := object{{"id", edge.ID}, {"type", "map-edge"}, {"relationType", edge.Type.String()}, {"from", pointID(edge.From)}, {"to", pointID(edge.To)}}
		if edge.FromClass != nil {
			o.add("fromEquivalenceClass", edge.FromClass.Title)
		}
		if edge.ToClass != nil {
			o.add("toEquivalenceClass", edge.ToClass.Title)
		}
		edges = append(edges, o)
	}
	return object{{"nodes", nodes}, {"edges", edges}}
}

func pointID(p model.Point) string {
	if p.Group != nil {
		return p.Group.Section.ID
	}
	return p.Node.ID
}

func (e *exporter) group(g *model.Group) object {
	title := g.Section.Title
	if g.Section.Heading != nil {
		title = trim(e.read(g.Section.Heading).text)
	}
	o := object{{"id", g.Section.ID}, {"title", title}, {"type", "group-map-node"}}
	o.text("color", g.Color)
	o.add("fontColor", e.fontColor("groupFontColor"))
	if closed, said := e.closed(g.Section); said && len(g.Nodes) > 0 {
		o.add("isClosed", closed)
	}
	children := []any{}
	if !g.Closed {
		for _, n := range g.Nodes {
			children = append(children, e.node(n))
		}
		for _, child := range g.Groups {
			children = append(children, e.group(child))
		}
	}
	o = append(o, field{"level", g.Level}, field{"labelTitle", title}, field{"children", children})
	if g.Parent != nil {
		o.add("parent", g.Parent.Section.ID)
	}
	return o
}

func (e *exporter) node(n *model.Node) object {
	kind, font := "statement-map-node", "statementFontColor"
	if n.Argument != nil {
		kind, font = "argument-map-node", "argumentFontColor"
	}
	o := object{{"id", n.ID}, {"title", n.Title()}, {"type", kind}}
	o.text("labelTitle", n.LabelTitle)
	label := ""
	if n.LabelText != "" {
		label = e.canonical(n)
	}
	o.add("labelText", label)
	o.list("tags", n.Tags)
	o.text("color", n.Color)
	o.add("fontColor", e.fontColor(font))
	return o
}

// canonical is the text of what stands for a node's statement or argument.
func (e *exporter) canonical(n *model.Node) string {
	var b argdown.Block
	if n.Argument != nil {
		b = n.Argument.Canonical().Argument
	} else {
		b = n.Class.Canonical().Statement
	}
	return e.read(b).text
}
