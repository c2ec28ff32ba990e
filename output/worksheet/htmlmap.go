package worksheet

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
)

// htmlMap is the map of a paper in a page: its picture, and the same in words for those
// who do not see it.
type htmlMap struct {
	Picture template.HTML // an svg element
	Print   string        // rules of a style sheet, for printing it
	Text    float64       // size of its text in points
	Entries []htmlEntry
}

// htmlEntry is a claim of the outline.
type htmlEntry struct {
	Depth int    // in lists, from 1
	Word  string // what joins it to the entry that it hangs on: "because", "but", "and"; "" of the first
	Text  string
	Ends  []struct{} // lists that end after it
	Opens bool       // a list begins below it
}

// drawMap draws the map of the sheet's paper. Gaps are all as large as the longest of
// what may stand in them needs; the key, if the sheet shows it, stands in them.
func drawMap(ctx context.Context, s *Sheet, key *exercise.Key) (*htmlMap, error) {
	p := s.Papers[0]
	m := copyMap(p.Map)
	room := longest(p.Bank)
	for _, c := range m.Claims {
		id, gap := p.Gaps[c.ID]
		switch {
		case !gap:
		case key != nil && !s.AtOnce:
			c.Text = "(" + id + ") " + rightText(key.Field(id))
		default:
			c.Text = "(" + id + ") MM " + room
		}
	}
	j := &output.Job{Outline: m.Outline(), Palette: s.Palette, Fonts: s.Fonts}
	d, err := j.Drawing(ctx)
	if err != nil {
		return nil, err
	}
	if key == nil || s.AtOnce {
		empty(d, p)
	}
	var b bytes.Buffer
	if _, err := output.Write(ctx, &b, output.SVG, j); err != nil {
		return nil, err
	}
	_, picture, _ := strings.Cut(b.String(), "?>\n")
	return &htmlMap{Picture: template.HTML(picture), Print: printRules(d, p), Text: d.TextSize, Entries: entries(m.Outline())}, nil
}

// The room that maps have on A4 and letter alike, within the margins of exercise.css, and
// the size that text on them should have, in points.
const (
	uprightWidth, sidewaysWidth = 516.0, 711.0
	printHeight                 = 482.0
	legibleText, numberText     = 9.0, 10.0
)

// printRules turn the paper on its side where the map's text needs it, and print the
// numbers of gaps large enough to be read, however small the map becomes.
func printRules(d *layout.Drawing, p *exercise.Paper) string {
	fit := func(width float64) float64 { return min(width/d.Width, printHeight/d.Height) }
	scale, rules := fit(uprightWidth), ""
	if turned := fit(sidewaysWidth); turned > scale && scale*d.TextSize < legibleText {
		scale, rules = turned, "@page{size:landscape}#bank{break-inside:avoid}.cards{columns:2}"
	}
	for _, b := range d.Boxes {
		if b.Claim != nil && p.Gaps[b.Claim.ID] != "" {
			size := max(slotText, min(numberText/scale, b.H*0.6))
			return fmt.Sprintf("\n@media print{%s.slot{font-size:%.1fpx}}", rules, size)
		}
	}
	return fmt.Sprintf("\n@media print{%s}", rules)
}

// slotText is the size of text in gaps on the screen, as in exercise.css.
const slotText = 11.0

func longest(options []exercise.Option) string {
	text := ""
	for _, o := range options {
		if utf8.RuneCountInString(o.Text) > utf8.RuneCountInString(text) {
			text = o.Text
		}
	}
	return text
}

// rightText is what is right in a gap, first what goes with the first of other gaps.
func rightText(k *exercise.KeyField) string {
	if k == nil || len(k.Right) == 0 {
		return ""
	}
	return k.Right[0].Key + ": " + k.Right[0].Text
}

// empty takes out of the gaps what kept room in them, in the drawing and in the map that
// was drawn.
func empty(d *layout.Drawing, p *exercise.Paper) {
	for _, b := range d.Boxes {
		if b.Claim == nil {
			continue
		}
		if id, gap := p.Gaps[b.Claim.ID]; gap {
			b.Claim.Text = "(" + id + ")"
			line := b.Lines[0]
			line.Text, line.Width, line.Next = b.Claim.Text, 0, "\n"
			b.Lines = []layout.Line{line}
		}
	}
	d.Description = "The map of the exercise. It follows in words."
}

// copyMap copies a map, so that its claims can be given other texts.
func copyMap(m *argmap.Map) *argmap.Map {
	cs, as := map[*argmap.Claim]*argmap.Claim{}, map[*argmap.Argument]*argmap.Argument{}
	for _, c := range m.Claims {
		copied := *c
		cs[c] = &copied
	}
	for _, a := range m.Arguments {
		copied := *a
		as[a] = &copied
	}
	out := *m
	out.Thesis = cs[m.Thesis]
	out.Claims, out.Arguments = mapped(m.Claims, cs), mapped(m.Arguments, as)
	for _, c := range out.Claims {
		c.Pro, c.Con, c.Uses = mapped(c.Pro, as), mapped(c.Con, as), mapped(c.Uses, as)
	}
	for _, a := range out.Arguments {
		a.Premises, a.Pro, a.Con = mapped(a.Premises, cs), mapped(a.Pro, as), mapped(a.Con, as)
		switch t := a.Target.(type) {
		case *argmap.Claim:
			a.Target = cs[t]
		case *argmap.Argument:
			a.Target = as[t]
		}
	}
	return &out
}

func mapped[T any](list []*T, to map[*T]*T) []*T {
	out := make([]*T, len(list))
	for i, x := range list {
		out[i] = to[x]
	}
	return out
}

// entries is the outline as a list with depths: the premises of an argument stand at one
// depth, what hangs on them below each, what bears on the step below the last.
func entries(o *argmap.Outline) []htmlEntry {
	var list []htmlEntry
	var entry func(e *argmap.Entry, word string, depth int)
	var step func(s *argmap.Step, depth int)
	entry = func(e *argmap.Entry, word string, depth int) {
		list = append(list, htmlEntry{Depth: depth, Word: word, Text: e.Claim.Text})
		for _, s := range e.Children {
			step(s, depth+1)
		}
	}
	step = func(s *argmap.Step, depth int) {
		word := map[argmap.Kind]string{argmap.Support: "because", argmap.Attack: "but"}[s.Argument.Kind]
		if s.Argument.OnStep() {
			word += " (about the step)"
		}
		for i, p := range s.Premises {
			if i > 0 {
				word = "and, together with that,"
			}
			entry(p, word, depth)
		}
		for _, c := range s.Children {
			step(c, depth+1)
		}
	}
	for _, r := range o.Roots {
		entry(r, "", 1)
	}
	for i := range list {
		next := 0
		if i+1 < len(list) {
			next = list[i+1].Depth
		}
		list[i].Opens = next > list[i].Depth
		if next <= list[i].Depth {
			list[i].Ends = make([]struct{}, list[i].Depth-max(next, 1))
		}
	}
	return list
}
