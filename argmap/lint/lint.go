// Package lint says what is weak in a map: a file for each rule, one visible
// list, and the settings by which a course or a newsroom chooses among them.
//
// A rule looks at a resolved map and reports diagnostics that point into the
// claims file. It must not know how a map is drawn or where messages are shown.
// To add a rule, write its *Rule value in a file of its own, whose Bad and Good
// examples are run by a test, put the value into Rules, and add an archive of
// cases to testdata/rules.
package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/fulltext"
	"github.com/argmap/argmap/claims/source"
)

// Family is what a rule looks at.
type Family int

const (
	Structure Family = iota // how claims hang together
	Wording                 // what a claim says
	Evidence                // what it rests on
)

func (f Family) String() string { return [...]string{"structure", "wording", "evidence"}[f] }

// Rule is one thing that can be weak in a map.
type Rule struct {
	Code     string // stable, kebab-case
	Family   Family
	Severity source.Severity
	English  bool   // it knows English words: silent in files of another language
	Off      bool   // applied only where it is asked for by name
	Title    string // what the rule asks for, in a line
	Why      string // a paragraph for learners: why it matters and what to do
	Bad      string // a claims file that the rule reports
	Good     string // the same, mended
	Beside   string // text of the source file "vet.txt" beside both; "" where they need none

	check func(*pass)
}

// Rules lists every rule: structure first, then wording, then evidence.
func Rules() []*Rule {
	return []*Rule{
		circle, selfSupport, secondThesis, unreachable, duplicateClaim, nearDuplicate, restates, contradiction, passThrough,
		strandedPremises, strangeBedfellows, oneSided, unanswered, unstatedCrux, mostlyImplicit, tooLarge, crowded, goldenRule,

		reasoningWord, twoInOne, notAStatement, fragment, longClaim, danglingPronoun, firstPerson, hedge, bolderConclusion,
		bolderThanQuote, weasel, absolute, modalityShift, scopeShift, rabbit, holdingHands,

		unsupported, orphanEvidence, mentalState, numberWithoutEvidence, noSource, noLocator, locatorOutOfRange, quoteNotFound,
		quoteElsewhere, copiedWords, singleSource, falseCorroboration, strengthMismatch, incompleteSource, unusedSource,
	}
}

// ForCode returns the rule of that code, or nil.
func ForCode(code string) *Rule {
	for _, r := range Rules() {
		if r.Code == code {
			return r
		}
	}
	return nil
}

// Input is what rules look at beside their settings.
type Input struct {
	Map      *argmap.Map
	Texts    map[*argmap.Source]*fulltext.Text // what could be read of the sources' files; nil: nothing
	AllWords bool                              // rabbit and holding-hands follow every word, not the file's terms alone
}

// Check runs the rules and returns what they report, in the order of the places
// in the file. A map without a thesis is judged as far as it goes.
func Check(in Input, rules []*Rule) source.Diagnostics {
	var diags source.Diagnostics
	f := newFacts(in.Map)
	for _, r := range rules {
		if r.English && !in.Map.English() {
			continue
		}
		p := &pass{Input: in, m: in.Map, facts: f, rule: r}
		r.check(p)
		diags = append(diags, p.diags...)
	}
	diags.Sort()
	return diags
}

// pass is one rule's walk over one map.
type pass struct {
	Input
	*facts
	m     *argmap.Map
	rule  *Rule
	diags source.Diagnostics
}

func (p *pass) report(at source.Span, hint, format string, args ...any) *source.Diagnostic {
	p.diags = append(p.diags, source.Diagnostic{
		Severity: p.rule.Severity, Code: p.rule.Code, Message: fmt.Sprintf(format, args...), Hint: hint,
		File: p.m.Source, Span: at,
	})
	return &p.diags[len(p.diags)-1]
}

// reportWords reports words from to to (not included) of a claim.
func (p *pass) reportWords(c *argmap.Claim, from, to int, hint, format string, args ...any) *source.Diagnostic {
	ws := p.wordsOf(c)
	return p.report(spanIn(p.m.Source, textOf(c), c.Text, ws[from].start, ws[to-1].end), hint, format, args...)
}

// see adds another claim that the last report speaks of.
func (p *pass) see(c *argmap.Claim, message string) {
	d := &p.diags[len(p.diags)-1]
	d.Related = append(d.Related, source.Related{Message: message, Span: textOf(c)})
}

// textOf is where a claim's words stand.
func textOf(c *argmap.Claim) source.Span { return c.Decl.Text.Span }

// place is where an argument's claim is used as a premise.
func place(a *argmap.Argument, c *argmap.Claim) source.Span {
	i := slices.IndexFunc(a.Decl.Premises, func(r claims.Ref) bool { return r.Claim == c.Decl || r.Name.Value == c.ID })
	if i < 0 {
		return a.Decl.Span
	}
	if ref := a.Decl.Premises[i]; ref.Claim == nil {
		return ref.Span
	}
	return textOf(c)
}

// quoted is a claim's text for a message, cut where it is long.
func quoted(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most-1]) + "…"
	}
	return "“" + text + "”"
}

// listed joins words for a message: "a, b and c".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
