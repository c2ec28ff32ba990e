package claims

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/yamltree"
	"go.yaml.in/yaml/v4"
)

// cslVariables are the variables of CSL 1.0.2
// (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables)
// that are carried without being read.
var cslVariables = strings.Fields(`
abstract annote archive archive_collection archive_location archive-place authority call-number
citation-key citation-label collection-title container-title container-title-short dimensions division DOI
event event-title event-place genre ISBN ISSN jurisdiction keyword language license medium note
original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place
references reviewed-genre reviewed-title scale source status  title-short  volume-title year-suffix
chapter-number citation-number collection-number edition first-reference-note-number issue locator number
number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version volume
accessed available-date event-date  original-date submitted
 chair collection-editor compiler composer container-author contributor curator director editor
editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author
performer producer recipient reviewed-author script-writer series-creator translator
custom categories journalAbbreviation shortTitle`)

// sources reads the bibliography: ids with their variables, or, as Pandoc writes
// references, a list of mappings with an id.
func (r *reader) sources(n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if id := r.id(n.Content[i], "a source's id"); !id.IsZero() {
				r.source(id, n.Content[i+1])
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			if item.Kind != yaml.MappingNode || !hasKey(item, "id") {
				r.d.Report(yamltree.CodeNotMapping, r.d.Span(item), "write `id:` and the variables of the source", "a source in a list has an id")
				continue
			}
			r.source(Text{}, item)
		}
	case yaml.AliasNode:
		r.alias(n)
	default:
		if strings.TrimSpace(n.Value) == "" {
			r.empty(r.d.Span(n), "sources")
			return
		}
		r.d.Report(yamltree.CodeNotMapping, r.d.Span(n), "write `id:` and, indented below, title, author, issued and so on", "sources are ids with their details")
	}
}

func (r *reader) source(id Text, n *yaml.Node) {
	s := &Source{ID: id, Span: id.Span}
	if n.Kind != yaml.MappingNode {
		s.Title = r.prose(n, "a source's title")
		s.Span.End = max(s.Span.End, s.Title.Span.End)
		r.file.Sources = append(r.file.Sources, s)
		return
	}
	f := r.fields(n, r.grammar.source.names, "a source")
	if id.IsZero() {
		s.Span = f.span
	}
	s.Span.End = f.span.End
	r.grammar.source.read(r, s, f)
	if !s.ID.IsZero() {
		r.file.Sources = append(r.file.Sources, s)
	}
}

// sourceID reads the id of a source that has none from the key above it.
func (r *reader) sourceID(s *Source, v *yaml.Node) {
	if t := r.id(v, "a source's id"); s.ID.IsZero() {
		s.ID = t
	}
}

// variable reads any other variable as text; names and dates are written out.
func (r *reader) variable(key string, n *yaml.Node) Text {
	switch {
	case n.Kind == yaml.ScalarNode:
		return r.word(n, key)
	case n.Kind == yaml.AliasNode:
		r.alias(n)
		return Text{}
	case n.Kind == yaml.MappingNode && (hasKey(n, "date-parts") || hasKey(n, "year")):
		return r.date(n)
	}
	return Text{joinNames(r.names(n)), r.d.Span(n)}
}

// names reads people and institutions: texts, CSL's name parts, or a list of
// either. "Family, Given" is taken apart at its comma.
func (r *reader) names(n *yaml.Node) []Name {
	var names []Name
	for _, item := range r.list(n, "an author") {
		span := r.d.Span(item)
		if item.Kind != yaml.MappingNode {
			t := r.word(item, "a name")
			family, given, ok := strings.Cut(t.Value, ", ")
			switch {
			case t.IsZero():
			case ok && !strings.Contains(given, ","):
				names = append(names, Name{Family: family, Given: given, Span: span})
			default:
				names = append(names, Name{Literal: t.Value, Span: span})
			}
			continue
		}
		part := map[string]string{}
		f := r.fields(item, nameParts, "a name")
		for _, key := range f.order {
			part[key] = r.word(f.values[key], key).Value
		}
		name := Name{Family: part["family"], Given: part["given"], Literal: part["literal"], Span: f.span}
		if p := part["non-dropping-particle"]; p != "" {
			name.Family = p + " " + name.Family
		}
		if p := part["dropping-particle"]; p != "" {
			name.Given = strings.TrimSpace(name.Given + " " + p)
		}
		if p := part["suffix"]; p != "" {
			name.Given = strings.TrimSpace(name.Given + ", " + p)
		}
		if name.Literal == "" && name.Family == "" {
			name.Literal, name.Given = name.Given, ""
		}
		if name.Literal != "" || name.Family != "" {
			names = append(names, name)
		}
	}
	return names
}

var nameParts = []string{"family", "given", "literal", "non-dropping-particle", "dropping-particle", "suffix", "comma-suffix", "static-ordering", "parse-names"}

var dateKeys = []string{"date-parts", "year", "month", "day", "literal", "raw", "season", "circa"}

// date reads a date as written, or as CSL-JSON has it: {date-parts: [[2021, 1,
// 31]]}, {year: 2021, month: 1}, {literal: …}.
func (r *reader) date(n *yaml.Node) Text {
	if n.Kind == yaml.SequenceNode && len(n.Content) == 1 { // as Pandoc writes it
		n = n.Content[0]
	}
	if n.Kind != yaml.MappingNode {
		return r.word(n, "a date")
	}
	f := r.fields(n, dateKeys, "a date")
	span := f.span
	for _, key := range []string{"raw", "literal"} {
		if v := f.values[key]; v != nil {
			return Text{r.word(v, "a date").Value, span}
		}
	}
	var parts []string
	if v := f.values["date-parts"]; v != nil {
		for v.Kind == yaml.SequenceNode && len(v.Content) > 0 && v.Content[0].Kind == yaml.SequenceNode {
			v = v.Content[0]
		}
		for _, p := range v.Content {
			parts = append(parts, p.Value)
		}
	}
	for _, key := range []string{"year", "month", "day"} {
		if v := f.values[key]; v != nil && v.Kind == yaml.ScalarNode {
			parts = append(parts, v.Value)
		}
	}
	if len(parts) == 0 || len(parts) > 3 || slices.ContainsFunc(parts, notNumber) {
		r.d.Report(CodeBadDate, span, "write it as 2021-01-31, 2021-01 or 2021", "the date cannot be read")
		return Text{}
	}
	for i := 1; i < len(parts); i++ {
		if len(parts[i]) == 1 {
			parts[i] = "0" + parts[i]
		}
	}
	return Text{strings.Join(parts, "-"), span}
}

func notNumber(part string) bool {
	return part == "" || strings.ContainsFunc(part, func(r rune) bool { return r < '0' || r > '9' })
}
