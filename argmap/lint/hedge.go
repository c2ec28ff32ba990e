package lint

import "github.com/argmap/argmap/claims/source"

var hedge = &Rule{
	Code:     "hedge",
	Family:   Wording,
	Severity: source.Info,
	English:  true,
	Title:    "hedges are seen",
	Why: "“Perhaps”, “seems”, “may”: a hedge is honest where the evidence is thin, and a back door where it is not. It goes with the claim wherever the " +
		"claim is used: a conclusion is no surer than its least sure premise. Keep the hedge if the claim needs it, and see what becomes of what rests on it. " +
		"(The kinds of words are those of Ganter and Strube, ACL-IJCNLP 2009.)",
	Bad:  "thesis: Perhaps the bridge is unsafe.\n",
	Good: "thesis: The bridge is unsafe.\n",
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			if i, n := hedged(p.wordsOf(c)); n > 0 {
				ws := p.wordsOf(c)
				p.reportWords(c, i, i+n, "keep it if the claim needs it, and ask what rests on it", "“%s” hedges the claim", c.Text[ws[i].start:ws[i+n-1].end])
			}
		}
	},
}

var (
	mayVerbs = setOf(`be have well also even still yet indeed lead cause mean become help prove turn result explain make reduce increase improve harm need seem
		lose fail suffer know remember want feel think remain appear come imply suggest indicate never simply once soon follow happen occur hide exist die spread collapse break rise fall grow change decline`)
	appearances = setOf(`black white red green blue yellow brown grey gray dark bright pale small large larger smaller taller shorter`)
	legal       = setOf(`law laws rule rules bylaw bylaws act statute article section paragraph regulation regulations charter licence license permit
		permitted allowed contract under court judge`)
	couldVerbs = setOf(`collapse fail spread die rise fall be have also well lead become mean cause help explain turn make bring result prove harm happen`)
)

// hedged finds a hedge: where it stands and of how many words it is.
func hedged(ws []word) (at, n int) {
	for i, w := range ws {
		if w.quoted {
			continue
		}
		if n := hedges.at(ws, i); n > 0 && !power(ws, i) && !comparison(ws, i) && !looks(ws, i, n) {
			return i, n
		}
		next := ""
		if i+1 < len(ws) {
			next = ws[i+1].lower
		}
		switch {
		case w.lower == "may" && !(w.capital && i > 0) && i > 0 && mayVerbs[next] && !lawful(ws):
			return i, 1
		case w.lower == "could" && couldVerbs[next] && !lawful(ws) && !conditional(ws):
			return i, 1
		}
	}
	return 0, 0
}

// comparison tells "likely" that measures ("twice as likely", "more likely than")
// and "seem" of appearances from hedges.
func comparison(ws []word, i int) bool {
	w := ws[i].lower
	before := ""
	if i > 0 {
		before = ws[i-1].lower
	}
	if w == "likely" || w == "is" || w == "are" {
		for _, x := range ws {
			if x.lower == "than" || x.lower == "twice" || x.lower == "times" {
				return true
			}
		}
	}
	return w == "likely" && (before == "as" || before == "how" || before == "equally") || before == "not" && w == "likely"
}

// looks tells a "seems" of what something looks like: "seems almost black".
func looks(ws []word, i, n int) bool {
	for j := i + n; j < len(ws) && j < i+n+3; j++ {
		if ws[j].is(appearances) {
			return true
		}
	}
	return false
}

// power tells the noun "might" from the verb.
func power(ws []word, i int) bool {
	return ws[i].lower == "might" && (i == 0 || ws[i-1].is(determiners) || i+1 < len(ws) && ws[i+1].lower == "of")
}

func lawful(ws []word) bool {
	for _, w := range ws {
		if legal[w.lower] {
			return true
		}
	}
	return false
}

// conditional tells whether the text says under which condition it holds.
func conditional(ws []word) bool {
	for _, w := range ws {
		if w.lower == "if" || w.lower == "unless" || w.lower == "only" {
			return true
		}
	}
	return false
}
