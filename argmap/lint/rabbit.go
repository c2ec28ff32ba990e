package lint

import "github.com/argmap/argmap/claims/source"

var rabbit = &Rule{
	Code:     "rabbit",
	Family:   Wording,
	Severity: source.Info,
	Title:    "no term is pulled out of a hat",
	Why: "What the conclusion speaks of must be spoken of in some premise: a term that appears only in the conclusion comes out of nowhere, like the rabbit " +
		"out of the hat. It points to the premise that is missing. The rule follows the file's `terms:` through arguments of two premises and more; " +
		"`--all-words` follows every word, which helps with drills and drowns one in prose. (The Rabbit Rule of the Austhink tutorials.)",
	Bad: `terms: [distrust, backing]
thesis:
  claim: China's backing is uncertain.
  because:
    - premises:
        - There is distrust between the two.
        - Distrust has grown.
`,
	Good: `terms: [distrust, backing]
thesis:
  claim: China's backing is uncertain.
  because:
    - premises:
        - There is distrust between the two.
        - Distrust makes all backing uncertain.
`,
	check: func(p *pass) {
		for _, a := range p.linkedReasons() {
			target := targetClaim(a)
			var said []string
			for _, c := range a.Premises {
				said = append(said, p.termsOf(c)...)
			}
			if missing := without(p.termsOf(target), said); len(missing) > 0 {
				p.report(textOf(target), "which premise speaks of it? If none does, one is missing", "no premise of this argument speaks of %s", quotedWords(p.written(target, missing)))
				p.see(a.Premises[0], "the argument")
			}
		}
	},
}
