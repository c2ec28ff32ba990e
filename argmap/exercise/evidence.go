package exercise

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
)

var evidenceType = &Type{
	Name: "evidence", Title: "What does it rest on?", Use: "matching evidence with what it is evidence of, and telling its kinds apart",
	make: makeEvidence,
}

var evidenceItems = sizes{3, 4, 6, 8, 12}

func makeEvidence(mk *maker) error {
	m := mk.part(wish{most: sizes{14, 24, 40, 60, 80}, has: func(m *argmap.Map) bool { return len(apart(m.Claims)) > 1 }})
	if m == nil {
		return tooSmall("no two claims have evidence that can be told apart by its source, its place or its quote")
	}
	claims := slices.Clone(m.Claims)
	shuffle(mk, claims)
	found := apart(claims)
	n := min(len(found), mk.count(evidenceItems))
	items, rest := found[:n], found[n:]
	named := manySources(m)
	pieces := piecesOf(items, named)
	if mk.paper.Level >= distractorLevel {
		pieces = append(pieces, piecesOf(rest[:min(len(rest), mk.paper.Level-2)], named)...)
	}
	mk.paper.Ask = "Each of these claims rests on one of the pieces of evidence (or on several: one will do). Write its letter beside the claim. Some letters may be left over."
	if mk.paper.Level >= 3 {
		mk.paper.Ask += " Say too what kind of evidence it is."
	}
	shuffle(mk, pieces)
	letters := map[string]string{}
	for i, text := range pieces {
		letters[text] = Letter(i)
		mk.paper.Bank = append(mk.paper.Bank, Option{Letter(i), text})
	}
	kinds := kindsOf(mk.whole)
	for i, c := range items {
		mk.evidenceItem(strconv.Itoa(i+1), c, func(e *argmap.Evidence) string { return letters[pieceOf(e, named)] }, kinds)
	}
	return nil
}

func (mk *maker) evidenceItem(id string, c *argmap.Claim, letter func(*argmap.Evidence) string, kinds []Option) {
	var right []string
	kind, one := c.Evidence[0].Kind, true
	for _, e := range c.Evidence {
		right = append(right, letter(e))
		one = one && e.Kind == kind
	}
	mk.key.Claims[id] = c.ID
	why := fmt.Sprintf("%s rests on %s.", quoted(c), pieceOf(c.Evidence[0], false))
	mk.field(Field{ID: id, About: []Part{{"claim", c.Text}}, Prompt: "rests on"}, why, right...)
	if mk.paper.Level < 3 || kind == "" || !one {
		return
	}
	for _, o := range kinds {
		if o.Text == kindWord(kind) {
			mk.field(Field{ID: id + ".kind", Prompt: "which is", Options: kinds}, fmt.Sprintf("What %s rests on is evidence of the kind “%s”.", quoted(c), o.Text), o.Key)
		}
	}
}

// apart are the claims with evidence that cannot be taken for another's: no two cite the
// same place, unless each quotes different words.
func apart(claims []*argmap.Claim) []*argmap.Claim {
	type use struct {
		bare   bool            // without a quote
		quotes map[string]bool // as compared
	}
	places := map[string]*use{}
	fits := func(c *argmap.Claim) bool {
		for _, e := range c.Evidence {
			if u := places[plain(e.Cite())]; e.Cite() == e.Kind || u != nil && (u.bare || e.Quote == "" || u.quotes[plain(e.Quote)]) {
				return false
			}
		}
		return len(c.Evidence) > 0
	}
	var list []*argmap.Claim
	for _, c := range claims {
		if !fits(c) {
			continue
		}
		list = append(list, c)
		for _, e := range c.Evidence {
			at := plain(e.Cite())
			if places[at] == nil {
				places[at] = &use{quotes: map[string]bool{}}
			}
			places[at].bare = places[at].bare || e.Quote == ""
			places[at].quotes[plain(e.Quote)] = true
		}
	}
	return list
}

// manySources tells whether the evidence of a map cites more than one source.
func manySources(m *argmap.Map) bool {
	cited := map[*argmap.Source]bool{}
	for _, c := range m.Claims {
		for _, e := range c.Evidence {
			cited[e.Source] = true
		}
	}
	return len(cited) > 1
}

// piecesOf lists the evidence of claims, each text once.
func piecesOf(claims []*argmap.Claim, named bool) []string {
	var list []string
	for _, c := range claims {
		for _, e := range c.Evidence {
			if text := pieceOf(e, named); !slices.Contains(list, text) {
				list = append(list, text)
			}
		}
	}
	return list
}

// pieceOf is a piece of evidence in a line: source, place and quote. Where the source is
// named, its title says what it may be evidence of.
func pieceOf(e *argmap.Evidence, named bool) string {
	text := e.Cite()
	if e.Source != nil && named {
		if title := e.Source.Decl.Title.Value; title != "" && !strings.Contains(text, title) {
			text += " (" + title + ")"
		}
	}
	if e.Quote != "" && !strings.Contains(text, e.Quote) {
		text += ": “" + e.Quote + "”"
	}
	return text
}

// commonKinds of evidence stand among those to choose from where the map uses few.
var commonKinds = []string{"assertion", "case-study", "event", "expert-opinion", "law", "observation", "statistic"}

// kindsOf are the kinds of evidence to choose from: those of the map and common ones, in
// the order of the alphabet.
func kindsOf(m *argmap.Map) []Option {
	var words []string
	add := func(kind string) {
		if word := kindWord(kind); kind != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	for _, c := range m.Claims {
		for _, e := range c.Evidence {
			add(e.Kind)
		}
	}
	for _, kind := range commonKinds {
		if len(words) < len(commonKinds) {
			add(kind)
		}
	}
	slices.Sort(words)
	var options []Option
	for i, word := range words {
		options = append(options, Option{strconv.Itoa(i + 1), word})
	}
	return options
}

func kindWord(kind string) string { return strings.ReplaceAll(strings.ToLower(kind), "-", " ") }
