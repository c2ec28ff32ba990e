// Package lint says what is weak in a map: a file for each family of rules, one
// visible list.
//
// A rule looks at a resolved map and reports diagnostics that point into the
// claims file. It must not know how a map is drawn or where messages are shown.
// To add a rule, write its *Rule value, whose Bad and Good examples
// are run by a test, and put the value into Rules.
package lint

import (
	"fmt"
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// Rule is one thing that can be weak in a map.
type Rule struct {
	Code     string // stable, kebab-case
	Severity source.Severity
	Title    string // what the rule asks for, in a line
	Why      string // a paragraph for learners: why it matters and what to do
	Bad      string // a claims file that the rule reports
	Good     string // the same, mended

	check func(*pass)
}

// Rules lists every rule, structure first, then evidence.
func Rules() []*Rule {
	return []*Rule{circle, unreachable, duplicateClaim, oneSided, unanswered, tooLarge, unsupported, noLocator, unusedSource}
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

// Check runs the rules over a map and returns what they report, in the order of
// the places in the file. A map without a thesis is judged as far as it goes.
func Check(m *argmap.Map, rules []*Rule) source.Diagnostics {
	var diags source.Diagnostics
	for _, r := range rules {
		p := &pass{m: m, rule: r}
		r.check(p)
		diags = append(diags, p.diags...)
	}
	diags.Sort()
	return diags
}

// pass is one rule's walk over one map.
type pass struct {
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
