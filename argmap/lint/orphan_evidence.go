package lint

import "github.com/argmap/argmap/claims/source"

var orphanEvidence = &Rule{
	Code:     "orphan-evidence",
	Family:   Evidence,
	Severity: source.Warning,
	Title:    "evidence reaches the thesis",
	Why: "Evidence on a claim that bears on nothing looks like support for the case and is none. Bring the claim in with `ref:`, move the evidence to the " +
		"claim that needs it, or tag the claim `aside`.",
	Bad: `sources: {report: {title: Inspection}}
thesis:
  claim: The bridge should be closed.
  because: [Its cables are rusting.]
claims:
  - {claim: Three cables have snapped since May., evidence: report p. 3}
`,
	Good: `sources: {report: {title: Inspection}}
thesis:
  claim: The bridge should be closed.
  because:
    - claim: Its cables are rusting.
      because: [{ref: snapped}]
claims:
  - {id: snapped, claim: Three cables have snapped since May., evidence: report p. 3}
`,
	check: func(p *pass) {
		if p.m.Thesis == nil {
			return
		}
		for _, c := range p.m.Claims {
			if len(c.Evidence) > 0 && !p.reach()[c] && len(c.Uses) == 0 && len(c.Pro)+len(c.Con) == 0 && !hasTag(c, "aside") && !hasTag(c, "definition") {
				p.report(c.Evidence[0].Decl.Span, "use its claim with `ref:`, or move it to the claim that needs it", "this evidence supports nothing that leads to the thesis")
			}
		}
	},
}
