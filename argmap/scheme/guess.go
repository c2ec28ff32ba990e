package scheme

import (
	"slices"
	"strings"
	"unicode"

	"github.com/argmap/argmap/argmap"
)

// Sure says how sure a guess is.
type Sure int

const (
	Possible Sure = iota
	Likely
)

func (s Sure) String() string { return [...]string{"possible", "likely"}[s] }

// Cue is wording that a scheme is known by: one of the phrases in a premise, and one in
// what the premises bear on. A list that is nil asks for nothing.
type Cue struct {
	Sure                Sure
	Premise, Conclusion []Phrase
}

// Phrase is words that follow one another, in small letters. A word that ends in *
// stands for every word that begins like it.
type Phrase []string

func (p Phrase) String() string { return strings.Join(p, " ") }

func phrases(texts []string) []Phrase {
	list := []Phrase{}
	for _, t := range texts {
		if p := Phrase(strings.Fields(strings.ToLower(t))); len(p) > 0 {
			list = append(list, p)
		}
	}
	return list
}

// in tells whether the phrase stands in a text, and returns the words that it met.
func (p Phrase) in(ws []string) (string, bool) {
	for i := range len(ws) - len(p) + 1 {
		met := true
		for j, word := range p {
			if head, any := strings.CutSuffix(word, "*"); ws[i+j] != word && !(any && strings.HasPrefix(ws[i+j], head)) {
				met = false
				break
			}
		}
		if met {
			return strings.Join(ws[i:i+len(p)], " "), true
		}
	}
	return "", false
}

// Guess is the scheme that an argument's wording points to.
type Guess struct {
	Scheme *Scheme
	Sure   Sure
	Words  []string // the wording: from a premise, from what the premises bear on
}

// Guess says what scheme an argument may have, by the cues of the library; nil where
// none fits. Of several that fit the surer one counts, then the one with more words,
// then the one that is listed first. The cues are English.
func (l *Library) Guess(a *argmap.Argument) *Guess {
	var premises [][]string
	for _, p := range a.Premises {
		premises = append(premises, wordsOf(p.Text))
	}
	var conclusion []string
	if c, ok := a.Target.(*argmap.Claim); ok {
		conclusion = wordsOf(c.Text)
	}
	var best *Guess
	for _, s := range l.Schemes {
		for _, c := range s.Cues {
			words, ok := c.met(premises, conclusion)
			if !ok {
				continue
			}
			if best == nil || c.Sure > best.Sure || c.Sure == best.Sure && count(words) > count(best.Words) {
				best = &Guess{s, c.Sure, words}
			}
		}
	}
	return best
}

func count(words []string) int { return len(strings.Fields(strings.Join(words, " "))) }

func (c Cue) met(premises [][]string, conclusion []string) ([]string, bool) {
	var words []string
	for _, side := range []struct {
		phrases []Phrase
		texts   [][]string
	}{{c.Premise, premises}, {c.Conclusion, [][]string{conclusion}}} {
		if side.phrases == nil {
			continue
		}
		met := longest(side.phrases, side.texts)
		if met == "" {
			return nil, false
		}
		words = append(words, met)
	}
	return words, len(words) > 0
}

// longest is the longest wording that one of the phrases meets in one of the texts.
func longest(list []Phrase, texts [][]string) string {
	best := ""
	for _, p := range list {
		for _, ws := range texts {
			if met, ok := p.in(ws); ok && len(met) > len(best) {
				best = met
			}
		}
	}
	return best
}

// wordsOf takes a text apart into words in small letters.
func wordsOf(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), "’", "'")
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-' })
	return slices.DeleteFunc(words, func(w string) bool { return strings.Trim(w, "'-") == "" })
}
