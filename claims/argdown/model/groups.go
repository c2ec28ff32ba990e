package model

// group puts nodes in the boxes of their sections, and shuts those that are closed.
func (v *view) group(m *Map) {
	groups := map[string]*Group{} // by the section's ID, as Argdown does
	var order []*Group
	for _, n := range m.Nodes {
		s := n.box()
		if s == nil {
			continue
		}
		g := groups[s.ID]
		if g == nil {
			g = &Group{Section: s, Closed: s.IsClosed}
			groups[s.ID] = g
			order = append(order, g)
		}
		n.Group = g
		g.Nodes = append(g.Nodes, n)
	}
	// Boxes that hold no node but other boxes; those are never closed.
	for _, g := range append([]*Group{}, order...) {
		for g != nil {
			s := groupFrom(g.Section.Parent)
			if s == nil {
				break
			}
			parent := groups[s.ID]
			found := parent != nil
			if !found {
				parent = &Group{Section: s}
				groups[s.ID] = parent
				order = append(order, parent)
			}
			g.Parent = parent
			parent.Groups = append(parent.Groups, g)
			g = parent
			if found {
				break
			}
		}
	}
	for _, g := range order {
		if g.Parent == nil {
			m.Groups = append(m.Groups, g)
			g.rank(1)
		}
	}
	for _, g := range m.Groups {
		m.shut(g)
	}
}

// box is the section whose box a node is in, or nil.
func (n *Node) box() *Section {
	if n.Class != nil {
		return groupFrom(n.Class.Section)
	}
	return groupFrom(n.Argument.Section)
}

// groupFrom is the nearest section from one upwards that is a group, or nil.
func groupFrom(s *Section) *Section {
	for s != nil && !s.IsGroup {
		s = s.Parent
	}
	return s
}

func (g *Group) rank(level int) {
	g.Level = level
	for _, child := range g.Groups {
		child.rank(level + 1)
	}
}

// shut closes the closed groups among a group and those in it: what stands in them
// is hidden, and edges across their borders lead to the groups themselves.
func (m *Map) shut(g *Group) {
	if !g.Closed {
		for _, child := range g.Groups {
			m.shut(child)
		}
		return
	}
	inside := map[*Node]bool{}
	for _, n := range g.Descendants() {
		n.Hidden, inside[n] = true, true
	}
	var kept []*Edge
	for _, e := range m.Edges {
		from, to := inside[e.From.Node], inside[e.To.Node]
		switch {
		case from && to:
			continue
		case from:
			e.From = Point{Group: g}
		case to:
			e.To = Point{Group: g}
		}
		kept = append(kept, e)
	}
	m.Edges = kept
}
