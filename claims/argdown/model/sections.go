package model

import (
	"strconv"
	"strings"

	"github.com/argmap/argmap/claims/argdown"
)

// heading opens a section.
func (b *builder) heading(h *argdown.Heading) {
	b.headings++
	s := &Section{
		ID: "s" + strconv.Itoa(b.headings), Title: strings.TrimSpace(b.text(h.Content)), Level: h.Level,
		Data: b.data(h.Data, false), Heading: h,
	}
	s.Tags = b.tag(h.Content)
	b.deepest = max(b.deepest, h.Level)
	group := b.model.Settings.object("group")
	if v, said := s.Data["isGroup"]; said && !group.flag("ignoreIsGroup", false) {
		s.IsGroup, s.decided = v != false, true
	}
	if v, said := s.Data["isClosed"]; said && !group.flag("ignoreIsClosed", false) {
		s.IsClosed = truthy(v)
	}
	if sections, ok := group["sections"].(Data); ok {
		if config, ok := sections[s.Title].(Data); ok {
			s.Config = config
			v, said := config["isGroup"]
			s.IsGroup, s.decided = v != false, said
			s.IsClosed = config.flag("isClosed", false)
		} else if !s.decided {
			s.decided = true
		}
	}
	s.Parent = b.section
	for s.Parent != nil && s.Parent.Level >= s.Level {
		s.Parent = s.Parent.Parent
	}
	if s.Parent == nil {
		b.model.Sections = append(b.model.Sections, s)
	} else {
		s.Parent.Children = append(s.Parent.Children, s)
	}
	b.section = s
}

// places puts what is never defined where it is first spoken of.
func (b *builder) places() {
	for _, c := range b.model.Classes {
		if c.Section == nil && len(c.Members) > 0 {
			c.Section = c.Members[0].Section
		}
	}
	for _, a := range b.model.Arguments {
		if a.Section == nil && len(a.Descriptions) > 0 {
			a.Section = a.Descriptions[0].Section
		}
	}
}

// regroup replaces the sections by those that the front matter lists, if it does.
func (b *builder) regroup() {
	list, _ := b.model.Settings.object("group")["regroup"].([]any)
	if len(list) > 0 {
		b.model.Sections = nil
		for _, c := range b.model.Classes {
			c.Section = nil
		}
		for _, a := range b.model.Arguments {
			a.Section = nil
		}
		for i, v := range list {
			if config, ok := v.(Data); ok {
				b.model.Sections = append(b.model.Sections, b.regrouped(config, nil, i))
			}
		}
	}
	depth := b.model.Settings.object("group").number("groupDepth", 2)
	for _, s := range b.allSections() {
		if !s.decided {
			s.IsGroup = float64(s.Level) >= float64(b.deepest)-depth+1
		}
	}
}

// regrouped makes a section from its entry in the front matter. Its number follows
// Argdown's way of counting, in which two sections can share one, and a box.
func (b *builder) regrouped(config Data, parent *Section, number int) *Section {
	s := &Section{ID: "s" + strconv.Itoa(number), Title: config.text("title", ""), Level: 1, Parent: parent, Config: config}
	s.IsClosed = config.flag("isClosed", false)
	s.Tags, _ = config.texts("tags")
	if parent != nil {
		s.Level = parent.Level + 1
	}
	titles, _ := config.texts("statements")
	for _, title := range titles {
		if c := b.classes[title]; c != nil {
			c.Section = s
		}
	}
	titles, _ = config.texts("arguments")
	for _, title := range titles {
		if a := b.arguments[title]; a != nil {
			a.Section = s
		}
	}
	children, _ := config["children"].([]any)
	for i, v := range children {
		if child, ok := v.(Data); ok {
			s.Children = append(s.Children, b.regrouped(child, s, number+1+i))
		}
	}
	return s
}

// allSections are the sections in the order of the text.
func (b *builder) allSections() []*Section {
	var all []*Section
	var walk func([]*Section)
	walk = func(list []*Section) {
		for _, s := range list {
			all = append(all, s)
			walk(s.Children)
		}
	}
	walk(b.model.Sections)
	return all
}
