package lint

import "github.com/argmap/argmap/claims/source"

var weasel = &Rule{
	Code:     "weasel",
	Family:   Wording,
	Severity: source.Warning,
	English:  true,
	Title:    "whoever is said to say so has a name",
	Why: "“It is said”, “experts agree”, “studies show”: an authority without a name cannot be asked, checked or weighed, and the reader is to be impressed " +
		"by it all the same. Name who says it under `evidence:`, or leave the crowd out and claim the thing itself.",
	Bad: `thesis: It is widely known that the bridge is unsafe.
`,
	Good: `sources: {report: {title: Inspection of 2019}}
thesis: {claim: The inspectors found the bridge unsafe., evidence: report p. 4}
`,
	check: func(p *pass) {
		for _, c := range p.m.Claims {
			sourced := false
			for _, e := range c.Evidence {
				sourced = sourced || e.Source != nil || e.URL != ""
			}
			if i, n := weaselAt(p.wordsOf(c)); n > 0 && !sourced {
				ws := p.wordsOf(c)
				p.reportWords(c, i, i+n, "name under `evidence:` who says it, or claim the thing itself", "who? “%s” names nobody", c.Text[ws[i].start:ws[i+n-1].end])
			}
		}
	},
}

var weaselPhrases = phrasesOf(`everyone knows|everybody knows|everyone agrees|everybody agrees|it is common knowledge|an open secret|as is well known|
	as everyone knows|a growing consensus|rumour has it|rumor has it|word has it|people say|they say|there is a consensus|there is broad agreement|there is wide agreement|
	there is general agreement|no one disputes|nobody disputes|no one doubts|nobody doubts|no serious person|it goes without saying|it is no secret|
	conventional wisdom|common sense says|critics say|the consensus is|by all accounts|the general view is|according to some|according to many|
	according to experts|according to most|in the opinion of many|for many people|from what one hears|one hears|word is`)

var manner = setOf(`widely generally often commonly sometimes well usually frequently broadly universally now also long still rightly always`)

// weaselAt finds an appeal to people without a name: where it stands and of how
// many words it is.
func weaselAt(ws []word) (at, n int) {
	for i, w := range ws {
		if w.quoted {
			continue
		}
		if n := weaselPhrases.at(ws, i); n > 0 {
			return i, n
		}
		if n := crowdSays(ws, i); n > 0 {
			return i, n
		}
		if n := passiveWeasel(ws, i); n > 0 {
			return i, n
		}
	}
	return 0, 0
}

// crowdSays matches "some experts believe", "critics have long argued", "studies show".
func crowdSays(ws []word, i int) int {
	j := i
	if ws[j].is(crowdWords) {
		j++
		if j < len(ws) && ws[j].lower == "of" {
			return 0
		}
	} else if i > 0 && (ws[i-1].is(determiners) || ws[i-1].is(prepositions)) {
		return 0 // "the experts", "according to the studies" may be known
	}
	for k := j; k < len(ws) && k < j+3; k++ { // an adjective may stand before the crowd
		crowd := ws[k].is(crowds) || ws[k].is(studies) || j > i && k == j && ws[k].is(weaselVerbs)
		if !crowd {
			continue
		}
		v := k + 1
		if j > i && k == j && ws[k].is(weaselVerbs) {
			v = k
		}
		for v < len(ws) && (ws[v].is(manner) || ws[v].lower == "have" || ws[v].lower == "has") {
			v++
		}
		if v >= len(ws) {
			return 0
		}
		said := ws[v].is(weaselVerbs) || ws[k].is(studies) && ws[v].is(studyVerbs)
		if said && inward[ws[v].lower] && !reportsClause(ws, v+1) {
			return 0
		}
		if !said || j == i && !loose(ws[k].lower) && v == k+1 {
			return 0
		}
		return v + 1 - i
	}
	return 0
}

// inward are verbs that people also feel and do by themselves: only with a clause
// behind them do they say what others are to believe.
var inward = setOf(`know knows feel feels felt think thinks thought believe believes believed fear fears feared doubt see saw seen view hold held accept
	expect call calls called regard warn`)

// reportsClause tells whether a clause begins at word i: "that …", or a subject
// with its verb; "as" and "of" report as well.
func reportsClause(ws []word, i int) bool {
	if i >= len(ws) {
		return false
	}
	switch ws[i].lower {
	case "that", "of", "as":
		return true
	}
	for j := i; j < len(ws); j++ {
		if ws[j].lower == "as" || j > i && finite(ws, j) == 2 && (ws[i].is(determiners) || ws[i].is(pronouns) || ws[i].capital) {
			return true
		}
	}
	return false
}

// loose tells the crowds that need no "some" before them to be nobody.
func loose(crowd string) bool {
	switch crowd {
	case "residents", "parents", "teachers", "doctors", "citizens", "voters", "readers", "locals", "fans", "officials", "sources", "diplomats", "lawyers", "engineers", "evidence":
		return false
	}
	return true
}

// passiveWeasel matches "is widely regarded", "it has been said", without a "by".
func passiveWeasel(ws []word, i int) int {
	switch ws[i].lower {
	case "is", "are", "was", "were", "been":
	default:
		return 0
	}
	j := i + 1
	for j < len(ws) && ws[j].is(manner) {
		j++
	}
	if j+1 >= len(ws) || !ws[j].is(passiveWeasels) {
		return 0
	}
	impersonal := i > 0 && ws[i-1].lower == "it" && ws[j+1].lower == "that"
	adverb := j > i+1
	next := ws[j+1].lower
	stock := (ws[j].lower == "said" || ws[j].lower == "thought" || ws[j].lower == "believed" || ws[j].lower == "rumoured" || ws[j].lower == "rumored" ||
		ws[j].lower == "alleged" || ws[j].lower == "assumed" || ws[j].lower == "known") && next == "to"
	if ws[j].lower == "known" && next == "to" && !adverb {
		stock = false
	}
	if !impersonal && !adverb && !stock || next == "by" {
		return 0
	}
	for _, w := range ws[j+1:] {
		if w.lower == "by" && (impersonal || adverb) {
			return 0
		}
	}
	return j + 1 - i
}
