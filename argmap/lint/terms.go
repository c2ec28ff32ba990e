package lint

import (
	"slices"

	"github.com/argmap/argmap/argmap"
)

// termsOf is what a claim speaks of: the declared terms that it holds, by their
// words, or every content word where the input asks for that.
func (p *pass) termsOf(c *argmap.Claim) []string {
	if p.AllWords {
		return p.contentOf(c)
	}
	var found []string
	ws := p.wordsOf(c)
	stems := make([]string, len(ws))
	for i, w := range ws {
		stems[i] = stem(w.lower)
	}
	for _, t := range p.m.Terms {
		if slices.ContainsFunc(append([]string{t.Word}, t.Aliases...), func(form string) bool { return holds(stems, form) }) {
			found = append(found, t.Word)
		}
	}
	return found
}

// linkedReasons are the arguments through which terms are followed: reasons for a
// claim with linked premises. There are none where there are no terms.
func (p *pass) linkedReasons() []*argmap.Argument {
	if len(p.m.Terms) == 0 && !p.AllWords {
		return nil
	}
	var list []*argmap.Argument
	for _, a := range p.m.Arguments {
		if a.Kind == argmap.Support && !a.OnStep() && len(a.Premises) > 1 {
			list = append(list, a)
		}
	}
	return list
}

// holds tells whether the stems hold those of a word or phrase, in a row.
func holds(stems []string, form string) bool {
	var want []string
	for _, w := range wordsOf(form) {
		want = append(want, stem(w.lower))
	}
	if len(want) == 0 {
		return false
	}
	for i := 0; i+len(want) <= len(stems); i++ {
		if slices.Equal(stems[i:i+len(want)], want) {
			return true
		}
	}
	return false
}

// without lists the words of a that are not in b.
func without(a, b []string) []string {
	var rest []string
	for _, w := range a {
		if !slices.Contains(b, w) {
			rest = append(rest, w)
		}
	}
	return rest
}

// written is the words of a claim that terms stand for, as they are written, or
// the terms themselves where these are the file's own.
func (p *pass) written(c *argmap.Claim, terms []string) []string {
	if !p.AllWords {
		return terms
	}
	var list []string
	for _, t := range terms {
		list = append(list, asWritten(p.wordsOf(c), c.Text, t))
	}
	return list
}

// quotedWords is words in quotation marks for a message.
func quotedWords(words []string) string {
	var list []string
	for _, w := range words {
		list = append(list, "“"+w+"”")
	}
	return listed(list)
}
