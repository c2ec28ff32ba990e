package argmap

import "strings"

// Reference is the source as a list of references has it: author, year, title,
// and where it appeared, without the link. Parts that are not known are left out.
//
//	Varga, I., and Roe, R. (2019). On kept quotes. Journal of Kept Things 12, 3–14.
func (s *Source) Reference() string {
	var b strings.Builder
	who := s.authors()
	if who == "" {
		who = s.Field("editor")
	}
	title := s.Decl.Title.Value
	if who == "" {
		who, title = title, ""
	}
	if who == "" {
		who = s.ID
	}
	b.WriteString(who)
	if year := s.Year(); year != "" {
		b.WriteString(" (" + year + ")")
	}
	sentence(&b, title)
	container := s.Field("container-title")
	if volume := s.Field("volume"); volume != "" && container != "" {
		container += " " + volume
		if issue := s.Field("issue"); issue != "" {
			container += "(" + issue + ")"
		}
	}
	if page := s.Field("page"); page != "" && container != "" {
		container += ", " + strings.ReplaceAll(page, "-", "–")
	}
	sentence(&b, container)
	if publisher := s.Field("publisher"); publisher != who {
		sentence(&b, publisher)
	}
	closeSentence(&b)
	return b.String()
}

// sentence adds a part behind a full stop.
func sentence(b *strings.Builder, part string) {
	if part != "" {
		closeSentence(b)
		b.WriteString(" " + part)
	}
}

func closeSentence(b *strings.Builder) {
	if s := b.String(); !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!") {
		b.WriteString(".")
	}
}

// authors lists the authors as a reference does, family names first.
func (s *Source) authors() string {
	var names []string
	for _, n := range s.Decl.Author {
		name := n.Literal
		if name == "" {
			name = n.Family
			if n.Given != "" {
				name += ", " + n.Given
			}
		}
		names = append(names, name)
	}
	switch len(names) {
	case 0, 1:
		return strings.Join(names, "")
	case 2:
		return names[0] + ", and " + names[1]
	}
	return strings.Join(names[:len(names)-1], ", ") + ", and " + names[len(names)-1]
}

// References are the sources that the evidence of the claims shown names, in the
// order of first use.
func (o *Outline) References() []*Source {
	var list []*Source
	seen := map[*Source]bool{}
	o.Each(func(e *Entry) {
		for _, ev := range e.Claim.Evidence {
			if ev.Source != nil && !seen[ev.Source] {
				seen[ev.Source] = true
				list = append(list, ev.Source)
			}
		}
	}, nil)
	return list
}
