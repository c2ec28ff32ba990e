package lint

import "github.com/argmap/argmap/claims/source"

var danglingPronoun = &Rule{
	Code:     "dangling-pronoun",
	Family:   Wording,
	Severity: source.Warning,
	English:  true,
	Title:    "a claim can be read alone",
	Why: "Boxes are read in any order, moved, folded and put on slides of their own. “This shows that they were wrong” says nothing there. Write the name " +
		"of what is meant, even where it stands in the box above.",
	Bad: `thesis:
  claim: The council should buy the mill.
  because: [It would give them a hall for the town.]
`,
	Good: `thesis:
  claim: The council should buy the mill.
  because: [The mill would give the council a hall for the town.]
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			ws := p.wordsOf(c)
			if i, ok := dangling(ws); ok {
				p.reportWords(c, i, i+1, "name what is meant", "what is “%s”? The claim does not say", c.Text[ws[i].start:ws[i].end])
			}
		}
	},
}

var (
	subjects    = setOf(`it he she they`)
	objects     = setOf(`them him`)
	possessives = setOf(`his their its her`)
	pointers    = setOf(`this that these those such`)
	scene       = setOf(`cold hot warm dark late early worth no useless time quiet monday tuesday wednesday thursday friday saturday sunday winter summer
		spring autumn night noon midnight day`)  // what a dummy "it" is
	here = setOf(`year years century country week month day days decade morning afternoon evening season term`) // what "this" may stand before
)

// dangling finds a pronoun at the start, or before anything that it could stand for.
func dangling(ws []word) (int, bool) {
	if len(ws) < 2 {
		return 0, false
	}
	w, next := ws[0], ws[1]
	switch {
	case w.quoted:
	case w.lower == "it":
		return 0, !dummyIt(ws)
	case w.is(subjects), w.is(possessives) && !laterName(ws):
		return 0, true
	case w.lower == "those" && (next.lower == "who" || next.lower == "that" || next.lower == "of" || next.lower == "which" || next.lower == "in" || next.lower == "with" || next.is(prepositions)):
	case w.lower == "such" && (next.lower == "as" || next.lower == "is"):
	case w.lower == "this" || w.lower == "these":
		return 0, !here[next.lower]
	case w.lower == "that":
		return 0, auxiliaries[next.lower] || next.lower == "alone" || isVerbForm(next.lower) && next.lower[len(next.lower)-1] == 's'
	case w.is(pointers), w.lower == "both" && auxiliaries[next.lower]:
		return 0, true
	case w.lower == "the" && (next.lower == "latter" || next.lower == "former" && len(ws) > 2 && auxiliaries[ws[2].lower]):
		return 1, true
	}
	return danglingInside(ws)
}

// danglingInside finds a pronoun that stands before every noun: "Giving it to them
// would cost money", "If it fails, they will pay".
func danglingInside(ws []word) (int, bool) {
	for i := 1; i < len(ws) && i < 8; i++ {
		w := ws[i]
		if w.quoted {
			return 0, false
		}
		if w.is(objects) || w.lower == "it" && !dummyIt(ws[i:]) || w.is(subjects) && w.lower != "it" {
			if w.is(subjects) && cataphora(ws[i:]) {
				return 0, false
			}
			return i, true
		}
		if (w.lower == "this" || w.lower == "these") && i+1 < len(ws) && (auxiliaries[ws[i+1].lower] || ws[i+1].comma) {
			return i, true
		}
		if w.is(pointers) && i == 1 && ws[0].is(prepositions) && len(ws) > 3 && !ws[2].is(prepositions) && !ws[2].is(auxiliaries) && !(here[ws[2].lower] && w.lower != "that" && w.lower != "those") &&
			w.lower != "such" && ws[2].lower != "who" && ws[0].lower != "because" && ws[0].lower != "since" {
			return i, true
		}
		opener := w.is(subordinates) || w.is(prepositions) || auxiliaries[w.lower] || w.is(stopWords) || !ws[i-1].is(determiners) && verbs[w.lower]
		if !opener && !(i == 1 && verbLike(ws[0].lower)) {
			return 0, false // a noun, or something that may be one
		}
		if i == 1 && !(ws[0].is(subordinates) || ws[0].lower == "nobody" || ws[0].lower == "everyone" || ws[0].lower == "everybody" || ws[0].is(pronouns) || ws[0].is(prepositions) || verbLike(ws[0].lower) || ws[0].is(stopWords)) {
			return 0, false
		}
	}
	return 0, false
}

func verbLike(lower string) bool {
	n := len(lower)
	return n > 5 && lower[n-3:] == "ing"
}

// cataphora tells whether a subject pronoun of an opening clause is followed by a
// noun that it can stand for: "Although they are cheap, cars …".
func cataphora(ws []word) bool {
	for i := 1; i < len(ws); i++ {
		if ws[i].comma {
			return !ws[i].is(pronouns)
		}
	}
	return false
}

// laterName tells whether a possessive at the start is explained further on.
func laterName(ws []word) bool {
	for _, w := range ws[1:] {
		if w.capital {
			return true
		}
	}
	return false
}

// dummyIt tells whether an "it" stands for the clause that follows, or for the
// weather and the time: "It is wrong to …", "It seems that …", "It rained".
func dummyIt(ws []word) bool {
	if len(ws) < 3 {
		return false
	}
	if ws[1].is(auxiliaries) && ws[2].is(scene) {
		return true
	}
	for i := 1; i < len(ws) && i < 12; i++ {
		switch ws[i].lower {
		case "that", "to", "whether", "how", "why", "who", "when", "because", "if", "what":
			return i > 1
		case "rains", "rained", "raining", "snow", "snows", "snowed", "takes", "took", "costs", "o'clock", "winter", "summer", "dark", "late":
			return true
		}
	}
	return false
}
