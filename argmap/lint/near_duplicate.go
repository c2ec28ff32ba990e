package lint

import "github.com/argmap/argmap/claims/source"

var nearDuplicate = &Rule{
	Code:     "near-duplicate",
	Family:   Structure,
	Severity: source.Warning,
	English:  true,
	Title:    "no two claims say nearly the same",
	Why: "Two boxes that differ in a word or two are one claim to most readers. What supports or opposes the one is missing at the other, and the " +
		"case looks as if it had two reasons where it has one. If they are the same, keep one and use it again with `ref:`; if they are not, " +
		"reword them so that the difference is what one sees first.",
	Bad: `thesis:
  claim: Cats make good pets.
  because:
    - claim: Cats need little space in a small flat.
    - claim: Flats suit cats.
      because: [Cats need only little space in small flats.]
`,
	Good: `thesis:
  claim: Cats make good pets.
  because:
    - {id: space, claim: Cats need little space in a small flat.}
    - claim: Flats suit cats.
      because: [{ref: space}]
`,
	check: func(p *pass) {
		for _, pair := range p.alike() {
			a, b := pair.first, pair.second
			if negative(p.wordsOf(a)) != negative(p.wordsOf(b)) || !p.sameNumbers(a, b) || sameWords(a.Text) == sameWords(b.Text) {
				continue
			}
			p.report(textOf(b), "keep one of the two and use it again with `ref:`, or make the difference plain", "this claim says nearly the same as another")
			p.see(a, "the other one")
		}
	},
}
