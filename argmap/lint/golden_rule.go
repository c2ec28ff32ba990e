package lint

import "github.com/argmap/argmap/claims/source"

var goldenRule = &Rule{
	Code:     "golden-rule",
	Family:   Structure,
	Severity: source.Info,
	Off:      true,
	Title:    "every argument has at least two premises",
	Why: "A single premise never carries a conclusion alone: something unstated leads from the one to the other. A course that practises finding " +
		"hidden premises turns this rule on; on ordinary maps it would report nearly every reason. (After the rule of that name in the argument mapping " +
		"courses of Tim van Gelder and Austhink.)",
	Bad: `thesis:
  claim: Socrates is mortal.
  because: [Socrates is a man.]
`,
	Good: `thesis:
  claim: Socrates is mortal.
  because:
    - premises: [Socrates is a man., {claim: All men are mortal., implicit: true}]
`,
	check: func(p *pass) {
		for _, a := range p.m.Arguments {
			if len(a.Premises) == 1 {
				p.report(place(a, a.Premises[0]), "write the hidden premise beside it, `implicit: true`", "what leads from this premise to what it bears on?")
			}
		}
	},
}
