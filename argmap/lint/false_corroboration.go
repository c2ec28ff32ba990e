package lint

import (
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var falseCorroboration = &Rule{
	Code:     "false-corroboration",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "sources that confirm one another are independent",
	Why: "Two reports that rest on a third are one report. Where a claim, or the reasons for one claim, name several sources that all come from the same root, " +
		"the map counts one witness twice. Say with `derives-from:` what comes from what, look for a source outside that family, or give the root alone.",
	Bad: `sources:
  agency: {title: Agency report}
  daily: {title: The Daily, derives-from: agency}
  weekly: {title: The Weekly, derives-from: agency}
thesis: {claim: The minister took the money., evidence: [daily p. 1, weekly p. 7]}
`,
	Good: `sources:
  agency: {title: Agency report}
  court: {title: Records of the court}
thesis: {claim: The minister took the money., evidence: [agency p. 1, court p. 7]}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			p.corroborates(sourcesOf(c.Evidence), textOf(c))
			if len(c.Evidence) > 0 {
				continue
			}
			var names []*argmap.Source
			for _, a := range c.Pro {
				for _, premise := range a.Premises {
					names = append(names, sourcesOf(premise.Evidence)...)
				}
			}
			if len(c.Pro) > 1 {
				p.corroborates(names, textOf(c))
			}
		}
	},
}

// corroborates reports several sources with one root.
func (p *pass) corroborates(sources []*argmap.Source, at source.Span) {
	var names []string
	for _, s := range sources {
		if s.Root() != sources[0].Root() {
			return
		}
		if !slices.Contains(names, s.ID) {
			names = append(names, s.ID)
		}
	}
	if len(names) > 1 {
		p.report(at, "look for a source outside that family, or name "+sources[0].Root().ID+" alone", "%s all come from %s: this is one witness, not %d", listed(names), sources[0].Root().ID, len(names))
	}
}

func sourcesOf(list []*argmap.Evidence) []*argmap.Source {
	var sources []*argmap.Source
	for _, e := range list {
		if e.Source != nil {
			sources = append(sources, e.Source)
		}
	}
	return sources
}
