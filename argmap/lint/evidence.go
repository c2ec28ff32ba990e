package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var unsupported = &Rule{
	Code:     "unsupported",
	Severity: source.Info,
	Title:    "what a map rests on has evidence",
	Why: "A reason that nothing supports is an assertion: the map rests on it, and a reader must take it on trust. Name a source under " +
		"`evidence:`, give a reason, or mark the claim `implicit: true` if it is common ground that you supply. " +
		"The rule speaks once a file names any evidence at all, since a first sketch names none.",
	Bad: `sources: {vet: {title: Dogs at night}}
thesis:
  claim: Dogs dream.
  because:
    - claim: They twitch in their sleep.
      evidence: vet p. 3
    - They bark in their sleep.
`,
	Good: `sources: {vet: {title: Dogs at night}}
thesis:
  claim: Dogs dream.
  because:
    - claim: They twitch in their sleep.
      evidence: vet p. 3
    - claim: They bark in their sleep.
      evidence: vet p. 4
`,
	check: func(p *pass) {
		any := false
		for _, c := range p.m.Claims {
			any = any || len(c.Evidence) > 0
		}
		for _, c := range p.m.Claims {
			if any && c != p.m.Thesis && supports(c) && !c.Implicit && len(c.Evidence) == 0 && len(c.Pro) == 0 {
				p.report(textOf(c), "name a source under `evidence:`, or give a reason", "nothing supports this premise of a reason")
			}
		}
	},
}

// supports tells whether the claim is a premise of a reason.
func supports(c *argmap.Claim) bool {
	for _, a := range c.Uses {
		if a.Kind == argmap.Support {
			return true
		}
	}
	return false
}

var noLocator = &Rule{
	Code:     "no-locator",
	Severity: source.Info,
	Title:    "evidence says where in its source it stands",
	Why: "A source without a place sends the reader through the whole work, and hides a misreading. Add the page, the paragraph or " +
		"the minute: `vet p. 3`, `vet ¶2`.",
	Bad: `sources: {vet: {title: Dogs at night}}
thesis: {claim: Dogs dream., evidence: vet}
`,
	Good: `sources: {vet: {title: Dogs at night}}
thesis: {claim: Dogs dream., evidence: vet p. 3}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				if e.Source != nil && e.At == "" && e.URL == "" {
					p.report(e.Decl.Span, "add the page, paragraph or minute: `"+e.Source.ID+" p. 3`", "the evidence does not say where in its source it stands")
				}
			}
		}
	},
}

var unusedSource = &Rule{
	Code:     "unused-source",
	Severity: source.Warning,
	Title:    "every source is used",
	Why: "A source that no evidence names looks like support and is none. Name it where a claim rests on it, or take it off the list; a " +
		"reading list belongs elsewhere.",
	Bad: `sources:
  vet: {title: Dogs at night}
  zoo: {title: Beasts by day}
thesis: {claim: Dogs dream., evidence: vet p. 3}
`,
	Good: `sources:
  vet: {title: Dogs at night}
thesis: {claim: Dogs dream., evidence: vet p. 3}
`,
	check: func(p *pass) {
		used := map[*argmap.Source]bool{}
		for _, c := range p.m.Claims {
			for _, e := range c.Evidence {
				used[e.Source] = true
			}
		}
		for _, s := range p.m.Sources {
			if !used[s] {
				at := s.Decl.ID.Span
				p.report(at, "name it where a claim rests on it, or take it off the list", "no evidence names the source %s", s.ID)
			}
		}
	},
}
