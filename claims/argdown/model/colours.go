package model

import "strings"

// schemes are Argdown's colour schemes: the first colour is of what has no tag, the
// others are of the tags in their order.
var schemes = map[string]string{
	"default":                      "#1b9e77 #d95f02 #7570b3 #e7298a #66a61e #e6ab02 #a6761d #666666",
	"iwanthue-colorblind-friendly": "#ba4761 #b65b37 #c99738 #83a142 #52b77f #7d89e0 #654397 #bc589e",
	"iwanthue-fancy":               "#e6afd3 #9ed2a7 #aebaeb #d2d39d #71cdeb #e6b197 #81d6d0 #baf0d6",
	"iwanthue-fluo":                "#7fe643 #f3bb79 #57e5d6 #eecb3c #69eb8a #dbd76f #cfe945 #b0e391",
	"iwanthue-red-roses":           "#e17892 #da3db3 #e0abbf #e23b6e #9a6276 #e17cbc #aa3d5e #b14183",
	"iwanthue-ochre-sand":          "#885249 #ec926e #995432 #e29e96 #b75f56 #e0a081 #ed837b #ad766b",
	"iwanthue-yellow-lime":         "#ebcba0 #e28c23 #a88c68 #dfb137 #7e5e31 #e2ae59 #aa782a #deaa6e",
	"iwanthue-green-mint":          "#569a3e #dfd84b #657443 #b0e13e #c6cc9c #61d950 #a09f40 #a0de87",
	"iwanthue-ice-cube":            "#48bf8c #3e6f5f #3ce896 #68a194 #71ecb8 #3d9b76 #adddc9 #62e0d3",
	"iwanthue-blue-ocean":          "#3a718b #002a33 #2178a3 #0d353f #4c707b #214650 #13526c #395e68",
	"iwanthue-indigo-night":        "#4c8ae7 #2d5192 #829ce5 #4074e3 #5794d7 #2f63ac #3295e9 #607bc2",
	"iwanthue-purple-wine":         "#5f2cc1 #504361 #4033a2 #27173a #77268f #403c81 #321262 #63306e",
	"colorbrewer-category10":       "#1f77b4 #ff7f0e #2ca02c #d62728 #9467bd #8c564b #e377c2 #7f7f7f #bcbd22 #17becf",
	"colorbrewer-accent":           "#7fc97f #beaed4 #fdc086 #ffff99 #386cb0 #f0027f #bf5b17 #666666",
	"colorbrewer-dark2":            "#1b9e77 #d95f02 #7570b3 #e7298a #66a61e #e6ab02 #a6761d #666666",
	"colorbrewer-paired":           "#a6cee3 #1f78b4 #b2df8a #33a02c #fb9a99 #e31a1c #fdbf6f #ff7f00 #cab2d6 #6a3d9a #ffff99 #b15928",
	"colorbrewer-set":              "#e41a1c #377eb8 #4daf4a #984ea3 #ff7f00 #ffff33 #a65628 #f781bf #999999",
	"colorbrewer-set2":             "#66c2a5 #fc8d62 #8da0cb #e78ac3 #a6d854 #ffd92f #e5c494 #b3b3b3",
	"colorbrewer-set3":             "#8dd3c7 #ffffb3 #bebada #fb8072 #80b1d3 #fdb462 #b3de69 #fccde5 #d9d9d9 #bc80bd #ccebc5 #ffed6f",
}

// The colours of groups by their level.
var groupScheme = []string{"#DADADA", "#BABABA", "#AAAAAA"}

// relationColors are the colours of edges by RelationType.
var relationColors = [...]string{"#00ff00", "#ff0000", "#551A8B", "#00ff00", "#ff0000", "#ff0000"}

// colour gives their colours to what is in the document and in the map.
func (v *view) colour(m *Map) {
	s := v.model.Settings.object("color")
	p := &painter{settings: s, tags: v.tags, scheme: v.scheme(s), groups: groupScheme}
	p.byTag, p.groupsByTag = s.flag("colorizeByTag", true), s.flag("colorizeGroupsByTag", false)
	if list, said := s.texts("groupColorScheme"); said {
		p.groups = list
	}
	if p.byTag || p.groupsByTag {
		for i, t := range v.model.Tags {
			p.tag(t, i)
		}
	}
	for _, c := range v.model.Classes {
		c.Color = p.element(c.Data, s.object("statementColors")[c.Title], c.Tags)
	}
	for _, a := range v.model.Arguments {
		a.Color = p.element(a.Data, s.object("argumentColors")[a.Title], a.Tags)
	}
	for _, section := range v.allSections() {
		section.Color = p.section(section, section.Level, p.settings.object("groupColors")[section.Title])
	}
	for _, n := range m.Nodes {
		if n.Class != nil {
			n.Color = n.Class.Color
		} else {
			n.Color = n.Argument.Color
		}
	}
	for _, e := range m.Edges {
		e.Color = relationColors[e.Type]
		if own, said := s.object("relationColors")[e.Type.String()]; said && own != nil {
			e.Color = pick(p.scheme, own)
		}
	}
	for _, g := range m.Groups {
		p.group(g)
	}
}

// scheme is the list of colours that the front matter names or holds.
func (v *view) scheme(s Data) []string {
	if list, ok := s["colorScheme"].([]any); ok && list != nil {
		colours, _ := s.texts("colorScheme")
		return colours
	}
	colours, known := schemes[s.text("colorScheme", "default")]
	if !known {
		colours = schemes["default"]
	}
	return strings.Fields(colours)
}

// painter knows the colours of a document.
type painter struct {
	settings           Data
	tags               map[string]*Tag
	scheme, groups     []string
	byTag, groupsByTag bool
}

// tag gives a tag its colour, by its place in the order of appearance.
func (p *painter) tag(t *Tag, index int) {
	if own, said := p.settings.object("tagColors")[t.Name]; said {
		t.Color, t.group = pick(p.scheme, own), pick(p.groups, own)
		if d, ok := own.(Data); ok {
			t.Priority = d.number("priority", 0)
		}
		return
	}
	if index+1 < len(p.scheme) {
		t.Color = p.scheme[index+1]
	}
	if index+1 < len(p.groups) {
		t.group = p.groups[index+1]
	}
}

// element is the colour of a statement or an argument.
func (p *painter) element(d Data, own any, tags []string) string {
	switch colour, said := d["color"]; {
	case said && !p.settings.flag("ignoreColorData", false):
		return pick(p.scheme, colour)
	case own != nil:
		return pick(p.scheme, own)
	case p.byTag && len(tags) > 0:
		return p.first(tags).Color
	case len(p.scheme) > 0:
		return p.scheme[0]
	}
	return ""
}

// section is the colour of a section that is a box of that level; own is what the
// front matter says of it.
func (p *painter) section(s *Section, level int, own any) string {
	switch colour, said := s.Data["color"]; {
	case said && !p.settings.flag("ignoreColorData", false):
		return pick(p.groups, colour)
	case own != nil:
		return pick(p.groups, own)
	case p.groupsByTag && len(s.Tags) > 0:
		return p.first(s.Tags).group
	case len(p.groups) > 0:
		return p.groups[min(len(p.groups), level)-1]
	}
	return ""
}

func (p *painter) group(g *Group) {
	own := p.settings.object("groupColors")[g.Section.Title]
	if !truthy(own) { // to Argdown, 0 is no colour of a box, though it is one of a section
		own = nil
	}
	g.Color = p.section(g.Section, g.Level, own)
	for _, child := range g.Groups {
		p.group(child)
	}
}

// first is the first of the tags with the highest priority.
func (p *painter) first(names []string) *Tag {
	best := &Tag{}
	for i, name := range names {
		t := p.tags[name]
		if t == nil {
			t = &Tag{}
		}
		if i == 0 || t.Priority > best.Priority {
			best = t
		}
	}
	return best
}

// pick is the colour that a value names: itself, a number in a scheme, or one of
// these as the color of a mapping. It is "" where that is no colour.
func pick(scheme []string, v any) string {
	switch c := v.(type) {
	case string:
		if isColour(c) {
			return c
		}
	case int:
		if c >= 0 && c < len(scheme) && isColour(scheme[c]) {
			return scheme[c]
		}
	case Data:
		switch c := c["color"].(type) {
		case string:
			return c
		case int:
			if c >= 0 && c < len(scheme) {
				return scheme[c]
			}
		}
	}
	return ""
}

// isColour tells whether a text is #rgb or #rrggbb.
func isColour(s string) bool {
	digits, ok := strings.CutPrefix(s, "#")
	return ok && (len(digits) == 3 || len(digits) == 6) && strings.Trim(digits, "0123456789abcdefABCDEF") == ""
}
