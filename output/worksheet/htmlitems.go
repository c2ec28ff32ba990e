package worksheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/argmap/exercise"
)

// htmlItem is what is asked about one thing: the fields whose ids share what stands
// before the dot, in one row.
type htmlItem struct {
	ID     string
	Claim  string // that the item is about, where its id is the letter of one
	About  []exercise.Part
	Fields []htmlField
	Gap    bool // one select, for a box of the map
	Check  bool // it can be told whether it is right
}

// htmlField is one thing to fill in.
type htmlField struct {
	exercise.Field
	Kind    string // "radio", "check", "select" or "text"
	Box     string // id of the gap's claim on the map; ""
	Bank    bool   // cards can be dropped on it
	Choices []htmlChoice
	Check   *htmlCheck // nil: it is not told whether the answer is right
	Why     string     // of the teacher's page
	Model   []string   // answers in words, of the teacher's page
}

// htmlChoice is an option.
type htmlChoice struct {
	exercise.Option
	Own   bool // it is a claim, in the language of claims
	Brief bool // its key says enough, beside what else stands on the page
	Right bool // of the teacher's page
}

// How many options are shown at once; more fold into a list, unless that would cut what
// is said nowhere else on the page. Lengths are in characters.
const (
	mostRadios = 6
	longestCut = 40 // of an option in a list
	longestRow = 40 // of options side by side
)

func htmlItems(p *exercise.Paper, key *exercise.Key, atOnce bool) []htmlItem {
	boxes := map[string]string{}
	if p.Map != nil {
		for _, c := range p.Map.Claims {
			if id, ok := p.Gaps[c.ID]; ok {
				boxes[id] = c.ID
			}
		}
	}
	checks := newChecker(p, key)
	var items []htmlItem
	for _, f := range p.Fields {
		id, _, _ := strings.Cut(f.ID, ".")
		if len(items) == 0 || items[len(items)-1].ID != id {
			items = append(items, htmlItem{ID: id, Claim: claimOf(p, id), About: f.About})
		}
		item := &items[len(items)-1]
		h := htmlField{Field: f, Box: boxes[f.ID], Bank: f.Options == nil && !f.Open, Choices: htmlChoices(p, f)}
		h.Kind = kindOf(h)
		item.Gap = h.Box != ""
		if key != nil {
			kf := key.Field(f.ID)
			switch {
			case kf == nil:
			case atOnce:
				h.Check = checks.check(f, kf)
				item.Check = item.Check || h.Check != nil
			default:
				h.mark(kf)
			}
		}
		item.Fields = append(item.Fields, h)
	}
	return items
}

// claimOf is the claim that has the letter; "" where none has.
func claimOf(p *exercise.Paper, letter string) string {
	for _, o := range p.Claims {
		if o.Key == letter {
			return o.Text
		}
	}
	return ""
}

func kindOf(h htmlField) string {
	switch {
	case h.Open:
		return "text"
	case h.Several:
		return "check"
	case h.Box != "" || len(h.Choices) > mostRadios && h.foldable():
		return "select"
	}
	return "radio"
}

func htmlChoices(p *exercise.Paper, f exercise.Field) []htmlChoice {
	shown := map[exercise.Option]bool{}
	for _, o := range slices.Concat(p.Claims, p.Bank) {
		shown[o] = true
	}
	if p.Map != nil {
		for _, c := range p.Map.Claims {
			if key, text, ok := strings.Cut(c.Text, ": "); ok {
				shown[exercise.Option{Key: key, Text: text}] = true
			}
		}
	}
	var list []htmlChoice
	for i, o := range p.Choices(f) {
		own := shown[o] || o.Key == exercise.Letter(i)
		brief := shown[o] || o.Text == "" || strings.HasSuffix(o.Text, " "+o.Key)
		list = append(list, htmlChoice{Option: o, Own: own, Brief: brief})
	}
	return list
}

// mark marks what is right.
func (h *htmlField) mark(k *exercise.KeyField) {
	h.Why = k.Why
	for _, r := range k.Right {
		if h.Open {
			h.Model = append(h.Model, r.Text)
		}
		for i := range h.Choices {
			if h.Choices[i].Key == r.Key && !h.Open {
				h.Choices[i].Right = true
			}
		}
	}
}

// Short tells whether the options are short enough to stand side by side.
func (h htmlField) Short() bool {
	n := 0
	for _, c := range h.Choices {
		n += c.length()
	}
	return n <= longestRow
}

func (h htmlField) foldable() bool {
	return !slices.ContainsFunc(h.Choices, func(c htmlChoice) bool { return c.length() > longestCut })
}

// length is how much there is to read in the option.
func (c htmlChoice) length() int {
	if c.Brief {
		return 0
	}
	return utf8.RuneCountInString(c.Text)
}

// Label is the option as one text.
func (c htmlChoice) Label() string {
	switch {
	case c.Text == "":
		return c.Key
	case strings.HasSuffix(c.Text, " "+c.Key):
		return c.Text
	}
	return c.Key + ": " + c.Text
}

// HasRight tells whether an option is marked.
func (h htmlField) HasRight() bool {
	return slices.ContainsFunc(h.Choices, func(c htmlChoice) bool { return c.Right })
}
