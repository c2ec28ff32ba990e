package worksheet

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/style"
)

// item is what is asked about one thing: fields whose ids share the part before the dot.
type item struct {
	name   string // "1", "A"
	fields []exercise.Field
}

// itemsOf lists a paper's items. Gaps of the map are none: they stand on the map.
func itemsOf(p *exercise.Paper) []*item {
	gaps := map[string]bool{}
	for _, field := range p.Gaps {
		gaps[field] = true
	}
	var items []*item
	for _, f := range p.Fields {
		name, _, _ := strings.Cut(f.ID, ".")
		switch last := len(items) - 1; {
		case gaps[f.ID]:
		case last >= 0 && items[last].name == name:
			items[last].fields = append(items[last].fields, f)
		default:
			items = append(items, &item{name, []exercise.Field{f}})
		}
	}
	return items
}

// tabular tells whether the items are about the paper's claims, of which each then is a
// row of a table.
func tabular(p *exercise.Paper, items []*item) bool {
	return len(items) > 0 && !slices.ContainsFunc(items, func(it *item) bool {
		return !slices.ContainsFunc(p.Claims, func(o exercise.Option) bool { return o.Key == it.name })
	})
}

// column is what a row of the table is asked: a field's prompt without the row's name.
func column(it *item, f exercise.Field) string { return strings.TrimPrefix(f.Prompt, it.name+" ") }

// mostChoices is how many options that several fields share are repeated under each on
// sheets on which they are marked.
const mostChoices = 4

// chooses tells whether a field is answered by marking one of the options under it.
// Otherwise something is written: words, or keys that are explained elsewhere or
// explain themselves. Options that several fields share are under each as long as they
// are no more than most.
func chooses(p *exercise.Paper, f exercise.Field, most int) bool {
	return explains(f.Options) && !onPaper(p, f.Options) && !listed(p, f.Options, most)
}

// onPaper tells whether the options are claims of the paper or boxes of its map, which
// have their letters there.
func onPaper(p *exercise.Paper, options []exercise.Option) bool {
	shown := map[string]bool{}
	for _, o := range p.Claims {
		shown[o.Key+": "+o.Text] = true
	}
	if p.Map != nil {
		for _, c := range p.Map.Claims {
			shown[c.Text] = true
		}
	}
	return slices.ContainsFunc(options, func(o exercise.Option) bool { return shown[o.Key+": "+o.Text] })
}

// listed tells whether options stand once on the sheet, for all the fields that have them.
func listed(p *exercise.Paper, options []exercise.Option, most int) bool {
	if len(options) <= most || !explains(options) || onPaper(p, options) {
		return false
	}
	n := 0
	for _, f := range p.Fields {
		if slices.Equal(f.Options, options) {
			n++
		}
	}
	return n > 1
}

// lists are the options that stand once on the sheet, each with a field that has them.
func lists(p *exercise.Paper, most int) []exercise.Field {
	var fields []exercise.Field
	for _, f := range p.Fields {
		known := slices.ContainsFunc(fields, func(g exercise.Field) bool { return slices.Equal(f.Options, g.Options) })
		if !known && listed(p, f.Options, most) {
			fields = append(fields, f)
		}
	}
	return fields
}

// explains tells whether the texts of options say more than their keys do, as “line 3”
// does not.
func explains(options []exercise.Option) bool {
	return len(options) > 0 && !slices.ContainsFunc(options, func(o exercise.Option) bool {
		return o.Text == "" || strings.HasSuffix(o.Text, " "+o.Key)
	})
}

// answerOf is what is right in a field, for people: "C", "C or A", "A, B"; "none" where
// nothing is to be written.
func answerOf(k *exercise.KeyField) string {
	between := " or "
	if k.Several {
		between = ", "
	}
	var right []string
	for _, o := range k.Right {
		if k.Open {
			return o.Text
		}
		right = append(right, signed(o.Key))
	}
	if len(right) == 0 {
		return "none"
	}
	return strings.Join(right, between)
}

// signed is a key as it is printed.
func signed(key string) string {
	if key == "-" {
		return "−"
	}
	return key
}

// isRight tells whether an option is among what is right.
func isRight(k *exercise.KeyField, o exercise.Option) bool {
	return k != nil && slices.ContainsFunc(k.Right, func(r exercise.Option) bool { return r.Key == o.Key })
}

// clean is a text on one line, without what could turn the direction of reading.
func clean(text string) string { return strings.TrimSpace(source.Visible(style.Collapse(text))) }

// key is the key of a paper; nil on a student's sheet.
func (s *Sheet) key(i int) *exercise.Key {
	if s.Keys == nil {
		return nil
	}
	return s.Keys[i]
}

// reason is what a key says of an item, or of a gap.
type reason struct {
	name   string
	answer string // "B", or of several fields "G, +, none"
	why    string // sentences; "" where there is nothing to say
}

// reasonsOf lists what a key says of everything on a paper, in the order of the sheet.
// What one sentence says another need not repeat, nor why there is nothing to be written.
func reasonsOf(k *exercise.Key) []reason {
	var list []reason
	for i := range k.Fields {
		f := &k.Fields[i]
		if f.Open { // it stands where it is asked
			continue
		}
		name, _, _ := strings.Cut(f.ID, ".")
		answer := answerOf(f)
		if last := len(list) - 1; last >= 0 && list[last].name == name {
			r := &list[last]
			r.answer += "; " + answer
			if len(f.Right) > 0 && !strings.Contains(r.why, strings.TrimSuffix(f.Why, ".")) {
				r.why = strings.TrimSpace(r.why + " " + f.Why)
			}
			continue
		}
		list = append(list, reason{name, answer, f.Why})
	}
	return list
}
