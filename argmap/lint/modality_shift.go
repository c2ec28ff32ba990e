package lint

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var modalityShift = &Rule{
	Code:     "modality-shift",
	Family:   Wording,
	Severity: source.Info,
	English:  true,
	Title:    "a “should” comes from somewhere",
	Why: "What is the case does not by itself say what should be done: between the two stands a value, a goal or a duty. Where a conclusion says “should” and " +
		"none of an argument's premises says what is good, right or wanted, that premise is missing. Write it down, `implicit: true`: it is often the one " +
		"that people disagree about. (Hume, A Treatise of Human Nature, 3.1.1.)",
	Bad: `thesis:
  claim: The town should close the high street to cars.
  because:
    - Most cars in the high street only pass through.
`,
	Good: `thesis:
  claim: The town should close the high street to cars.
  because:
    - premises:
        - Most cars in the high street only pass through.
        - {claim: A high street should serve those who stay in it., implicit: true}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			at := -1
			for i, w := range p.wordsOf(c) {
				if w.is(prescriptive) && !w.quoted || deontic(p.wordsOf(c), i) {
					at = i
					break
				}
			}
			if at < 0 {
				continue
			}
			for _, a := range c.Pro {
				if p.saysWhatIsGood(a.Premises) || len(a.Pro) > 0 {
					continue
				}
				p.reportWords(c, at, at+1, "write the value or the goal that leads from the one to the other as a premise, `implicit: true`",
					"the claim says what should be done, and this reason for it only what is the case")
				p.see(a.Premises[0], "the reason")
				break
			}
		}
	},
}

// deontic tells a "must" of duty from one of inference ("must have been").
func deontic(ws []word, i int) bool {
	w := ws[i]
	if w.quoted {
		return false
	}
	switch w.lower {
	case "must", "mustn't":
		return i+1 < len(ws) && ws[i+1].lower != "have" && ws[i+1].lower != "be" || i+2 < len(ws) && ws[i+1].lower == "be" && isVerbForm(ws[i+2].lower)
	case "wrong", "unjust", "unfair", "justified", "unjustified", "immoral", "deserve", "deserves":
		return true
	}
	return false
}

// saysWhatIsGood tells whether one of the premises speaks of a value, a goal or a duty.
func (p *pass) saysWhatIsGood(premises []*argmap.Claim) bool {
	for _, c := range premises {
		for _, w := range p.wordsOf(c) {
			if w.is(normative) {
				return true
			}
		}
	}
	return false
}
