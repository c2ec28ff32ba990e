package lint

import (
	"slices"

	"github.com/argmap/argmap/claims/source"
)

var holdingHands = &Rule{
	Code:     "holding-hands",
	Family:   Wording,
	Severity: source.Info,
	Title:    "premises hold hands",
	Why: "A term of a premise that the conclusion does not have must come back in another premise of the same argument; otherwise the premise dangles, and nothing " +
		"says what it is there for. It points to the premise that would tie it in. The rule follows the file's `terms:`; `--all-words` follows every word. " +
		"(The rule of that name in the Austhink tutorials.)",
	Bad: `terms: [army, family, backing]
thesis:
  claim: China's backing is uncertain.
  because:
    - premises:
        - The family looks elsewhere.
        - Backing follows interest.
`,
	Good: `terms: [army, family, backing]
thesis:
  claim: China's backing is uncertain.
  because:
    - premises:
        - The family looks elsewhere.
        - Backing follows where the family looks.
`,
	check: func(p *pass) {
		for _, a := range p.linkedReasons() {
			target := targetClaim(a)
			known := p.termsOf(target)
			for i, c := range a.Premises {
				var others []string
				for j, other := range a.Premises {
					if j != i {
						others = append(others, p.termsOf(other)...)
					}
				}
				if dangling := without(p.termsOf(c), slices.Concat(known, others)); len(dangling) > 0 {
					p.report(place(a, c), "which other premise speaks of it? If none does, one is missing", "nothing else in the argument speaks of %s", quotedWords(p.written(c, dangling)))
				}
			}
		}
	},
}
