package output

import (
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/internal/pptx"
	"github.com/argmap/argmap/output/layout"
)

// pptxPlaces knows the numbers of claims and arguments, and puts into words what
// they are.
type pptxPlaces struct {
	claims map[*argmap.Claim]string             // where they stand with their arguments
	steps  map[*argmap.Argument]string          // of arguments
	inside map[*argmap.Argument][]*argmap.Entry // the premises, in their order
}

func newPPTXPlaces(o *argmap.Outline) pptxPlaces {
	p := pptxPlaces{map[*argmap.Claim]string{}, map[*argmap.Argument]string{}, map[*argmap.Argument][]*argmap.Entry{}}
	var steps func([]*argmap.Step)
	entries := func(list []*argmap.Entry) {
		for _, e := range list {
			if !e.Again {
				p.claims[e.Claim] = e.Number
			}
			steps(e.Children)
		}
	}
	steps = func(list []*argmap.Step) {
		for _, s := range list {
			p.steps[s.Argument] = s.Number
			p.inside[s.Argument] = s.Premises
			entries(s.Premises)
			steps(s.Children)
		}
	}
	entries(o.Roots)
	return p
}

// name is an argument's name in the selection pane: "Reason 2.1".
func (p pptxPlaces) name(a *argmap.Argument) string {
	role := a.Role().String()
	return strings.TrimSpace(strings.ToUpper(role[:1]) + role[1:] + " " + p.steps[a])
}

// argument describes an argument: "Reason 2.1 for: The lessons should begin at nine."
func (p pptxPlaces) argument(a *argmap.Argument) string {
	text := p.name(a)
	switch t := a.Target.(type) {
	case *argmap.Claim:
		text += map[argmap.Kind]string{argmap.Support: " for: ", argmap.Attack: " to: "}[a.Kind] + pptxBrief(t)
	case *argmap.Argument:
		text += " of the step from: " + pptxBrief(t.Premises[0])
	}
	if a.Note != "" {
		text += "\n" + a.Note
	}
	return text
}

// number is a claim's number where it is drawn.
func (p pptxPlaces) number(b *layout.Box) string {
	if b.Argument != nil {
		for _, e := range p.inside[b.Argument] {
			if e.Claim == b.Claim {
				return e.Number
			}
		}
	}
	return p.claims[b.Claim]
}

// role says what a claim does where it is drawn.
func (p pptxPlaces) role(b *layout.Box) string {
	switch {
	case b.Role == layout.RoleThesis:
		return "Thesis"
	case b.Argument == nil:
		return "Claim"
	}
	switch t := b.Argument.Target.(type) {
	case *argmap.Argument:
		return map[argmap.Kind]string{argmap.Support: "Backing of", argmap.Attack: "Undercut of"}[b.Argument.Kind] + " the step from “" + pptxBrief(t.Premises[0]) + "”"
	case *argmap.Claim:
		return map[argmap.Kind]string{argmap.Support: "Reason for", argmap.Attack: "Objection to"}[b.Argument.Kind] + " “" + pptxBrief(t) + "”"
	}
	return "Claim"
}

// claim names and describes a claim where it is drawn.
func (p pptxPlaces) claim(b *layout.Box) pptx.Label {
	number := p.number(b)
	name := "Claim " + number
	if b.Role == layout.RoleThesis {
		name = "Thesis"
	}
	text := strings.TrimSpace(number+" "+p.role(b)) + ": " + b.Claim.Text
	if b.Implicit {
		text += " (implicit)"
	}
	if b.Again {
		text += " (repeated: argued at " + p.home(b.Claim) + ")"
	}
	for i, e := range b.Claim.Evidence {
		text += map[bool]string{true: "\nEvidence: ", false: "; "}[i == 0] + e.Cite()
	}
	return pptx.Label{Name: strings.TrimSpace(name), Alt: text}
}

func (p pptxPlaces) home(c *argmap.Claim) string {
	if n := p.claims[c]; n != "" {
		return n
	}
	return "the thesis"
}

// pptxBrief is a claim in a few words: its label, or the beginning of its text.
func pptxBrief(c *argmap.Claim) string {
	const most = 90 // characters
	if c.Label != "" {
		return c.Label
	}
	text := []rune(c.Text)
	if len(text) <= most {
		return c.Text
	}
	head := string(text[:most])
	if i := strings.LastIndexByte(head, ' '); i > most/2 {
		head = head[:i]
	}
	return head + "…"
}

// notes are a speaker's notes: every claim that the drawing shows, with what it
// rests on, and the sources in full.
func (p *pptxPainter) notes(d *layout.Drawing) []string {
	var list []string
	sources, seen := []*argmap.Source{}, map[*argmap.Source]bool{}
	for _, b := range d.Boxes {
		if b.Claim == nil {
			continue
		}
		list = append(list, strings.TrimSpace(p.places.number(b)+" "+p.places.role(b))+": "+b.Claim.Text)
		if b.Again {
			list = append(list, "Repeated: argued at "+p.places.home(b.Claim))
			continue
		}
		if b.Implicit {
			list = append(list, "Implicit: left unsaid in the text")
		}
		for _, e := range b.Claim.Evidence {
			list = append(list, evidenceNote(e))
			if e.Source != nil && !seen[e.Source] {
				seen[e.Source] = true
				sources = append(sources, e.Source)
			}
		}
		if b.Claim.Note != "" {
			list = append(list, "Note: "+b.Claim.Note)
		}
	}
	if len(sources) > 0 {
		list = append(list, "", "Sources")
	}
	for _, s := range sources {
		list = append(list, strings.TrimSpace(s.Reference()+" "+s.Link()))
	}
	return list
}
