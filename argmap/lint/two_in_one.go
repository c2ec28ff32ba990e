package lint

import "github.com/argmap/argmap/claims/source"

var twoInOne = &Rule{
	Code:     "two-in-one",
	Family:   Wording,
	Severity: source.Info,
	English:  true,
	Title:    "a box holds one claim",
	Why: "Two sentences joined by “and”, “but” or a semicolon can be true and false apart, and then nobody can say whether the box is true. An objection " +
		"to one half seems to hit both. Give each half a box of its own: as two reasons, or as two premises of one argument if they need one another.",
	Bad: `thesis: The bridge is old and the ferry is slow.
`,
	Good: `thesis:
  claim: The crossing needs to be renewed.
  because:
    - The bridge is old.
    - The ferry is slow.
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			ws := p.wordsOf(c)
			if i := secondClaim(c.Text, ws); i > 0 {
				p.reportWords(c, i, i+1, "give each half a box of its own", "are these two claims in one?")
			}
		}
	},
}

// secondClaim is the word that joins two full clauses, or 0.
func secondClaim(text string, ws []word) int {
	for i := 2; i+2 < len(ws); i++ {
		w := ws[i]
		switch {
		case w.quoted || underSubordinate(ws[:i]):
		case ws[i-1].stop && clause(ws[:i]) && clause(ws[i:]):
			return i
		case joinedBySemicolon(text, ws, i) && clause(ws[:i]) && clause(ws[i:]):
			return i
		case w.lower == "and" || w.lower == "but" || w.comma && (w.lower == "while" || w.lower == "whereas" || w.lower == "yet" || w.lower == "or"):
			if (clause(ws[:i]) || w.comma) && beginsClause(ws[i+1:]) || w.lower != "or" && sharedSubject(ws, i) {
				return i
			}
		case w.comma && w.lower == "which" && i > 3 && clause(ws[:i]) && finite(ws, i+1) > 0 && inner.at(ws, i) == 0:
			return i
		}
	}
	return 0
}

// underSubordinate tells whether the words begin a clause that governs what
// follows: "if", "that", "who", … with nothing behind it that ends it.
func underSubordinate(ws []word) bool {
	for i, w := range ws {
		if w.is(subordinates) && w.lower != "than" && w.lower != "since" && w.lower != "as" && w.lower != "before" && w.lower != "after" && w.lower != "until" {
			if w.lower == "that" && i+1 < len(ws) && i == 0 {
				continue
			}
			return true
		}
		if w.lower == "between" || w.lower == "both" || w.lower == "either" {
			return true
		}
	}
	return false
}

func joinedBySemicolon(text string, ws []word, i int) bool {
	for _, r := range text[ws[i-1].end:ws[i].start] {
		if r == ';' {
			return true
		}
	}
	return false
}

// clause tells whether the words hold a finite verb, surely.
func clause(ws []word) bool {
	for i := range ws {
		if i > 0 && finite(ws, i) > 0 {
			return true
		}
	}
	return false
}

// beginsClause tells whether words begin with a subject and its finite verb. What
// begins with a verb shares the subject of what stands before it.
func beginsClause(ws []word) bool {
	if len(ws) < 2 || !(ws[0].is(determiners) || ws[0].is(pronouns) || ws[0].capital || len(ws[0].lower) > 3 && ws[0].lower[len(ws[0].lower)-1] == 's' && finiteStart(ws)) {
		return false
	}
	for i := 1; i < len(ws) && i < 9; i++ {
		if ws[i].is(subordinates) && i > 1 || ws[i].comma || ws[i].lower == "and" {
			return false
		}
		if f := finite(ws, i); f == 2 || f == 1 && i > 0 && !ws[i-1].is(prepositions) {
			return true
		}
	}
	return false
}

// sharedSubject tells whether an "and" joins two predicates of one subject, each
// with something of its own: "lasts for years and can be sold".
func sharedSubject(ws []word, i int) bool {
	if ws[i].lower != "and" && ws[i].lower != "but" || i+3 >= len(ws) {
		return false
	}
	verb := -1
	for j := 1; j < i; j++ {
		if finite(ws, j) > 0 {
			verb = j
			break
		}
	}
	if verb < 0 || i-verb < 3 {
		return false
	}
	next := ws[i+1]
	return next.is(auxiliaries) && next.lower != "do" && next.lower != "be" && next.lower != "been" || next.is(irregularPasts) && !ws[verb].is(modals) && past(ws[:i])
}

// finiteStart tells whether a plain plural is followed by a verb soon.
func finiteStart(ws []word) bool {
	return finite(ws, 1) == 2 || len(ws) > 2 && finite(ws, 2) == 2
}
