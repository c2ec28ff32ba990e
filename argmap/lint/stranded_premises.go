package lint

import (
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

var strandedPremises = &Rule{
	Code:     "stranded-premises",
	Family:   Structure,
	Severity: source.Info,
	English:  true,
	Title:    "premises that need one another stand in one argument",
	Why: "Two reasons that only work together are co-premises: apart, each is half an argument, and an objection to one leaves the other standing " +
		"as if nothing had happened. The test: suppose one is false; if the other then gives no support at all, put both under one `premises:`. " +
		"The rule asks where two lone reasons share a word that nothing else in the map has.",
	Bad: `thesis:
  claim: The harbour must be dredged.
  because:
    - The new tankers draw twelve metres.
    - The shipyard has ordered tankers for this coast.
`,
	Good: `thesis:
  claim: The harbour must be dredged.
  because:
    - premises:
        - The new tankers draw twelve metres.
        - The shipyard has ordered tankers for this coast.
`,
	check: func(p *pass) {
		users := map[string][]*argmap.Claim{}
		for _, c := range p.m.Claims {
			for _, w := range p.contentOf(c) {
				users[w] = append(users[w], c)
			}
		}
		for _, c := range p.m.Claims {
			p.strandedAmong(c, c.Pro, users)
			p.strandedAmong(c, c.Con, users)
		}
	},
}

// strandedAmong reports lone reasons for one target that share a rare word with
// one before them.
func (p *pass) strandedAmong(target *argmap.Claim, list []*argmap.Argument, users map[string][]*argmap.Claim) {
	before := map[*argmap.Claim]bool{}
	for _, a := range list {
		if len(a.Premises) != 1 || len(a.Pro)+len(a.Con) > 0 {
			continue
		}
		c := a.Premises[0]
		for _, w := range p.contentOf(c) {
			other := otherUser(users[w], c)
			if other == nil || !before[other] || slices.Contains(p.contentOf(target), w) || len(w) < 4 || numberWords[w] || w[0] <= '9' ||
				jaccardOf(p.contentOf(c), p.contentOf(other)) >= leastLike {
				continue
			}
			p.report(textOf(c), "if neither carries anything alone, put both under one `premises:`", "are this reason and another halves of one argument? They share “%s”", asWritten(p.wordsOf(c), c.Text, w))
			p.see(other, "the other one")
			break
		}
		before[c] = true
	}
}

// otherUser is the one claim besides c that has a word, or nil where there are none
// or several.
func otherUser(users []*argmap.Claim, c *argmap.Claim) *argmap.Claim {
	if len(users) != 2 {
		return nil
	}
	if users[0] == c {
		return users[1]
	}
	return users[0]
}

// asWritten is the word of a text that has the stem.
func asWritten(ws []word, text, stemmed string) string {
	for _, w := range ws {
		if stem(w.lower) == stemmed {
			return text[w.start:w.end]
		}
	}
	return stemmed
}
