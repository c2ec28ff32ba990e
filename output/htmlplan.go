package output

import (
	"net/url"
	"strconv"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
)

// pagePlan is what the parts of a page have to agree on: which claims and
// arguments it shows, in which order, and when a stepwise reveal shows them.
type pagePlan struct {
	claims     []*argmap.Claim                 // in reading order
	places     map[*argmap.Claim]*argmap.Entry // where the claim is argued, or first shown
	detail     map[*argmap.Claim]int           // from 1
	step       map[*argmap.Argument]int        // place in reading order, from 1
	steps      []*argmap.Step                  // in reading order
	reveal     *argmap.Reveal
	on         map[any]source.Diagnostics // findings, by *argmap.Claim and *argmap.Argument
	rest       source.Diagnostics         // findings on nothing in particular
	sources    map[*argmap.Source]int     // from 1
	references []*argmap.Source           // that the claims shown name, in order of first use
}

func newPagePlan(j *Job) *pagePlan {
	p := &pagePlan{
		places: map[*argmap.Claim]*argmap.Entry{}, detail: map[*argmap.Claim]int{}, step: map[*argmap.Argument]int{},
		reveal: j.Outline.Reveal(), on: map[any]source.Diagnostics{}, sources: map[*argmap.Source]int{},
	}
	for _, e := range j.Outline.Roots {
		p.entry(e)
	}
	p.attribute(j)
	return p
}

func (p *pagePlan) entry(e *argmap.Entry) {
	c := e.Claim
	if p.detail[c] == 0 {
		p.claims = append(p.claims, c)
		p.detail[c] = len(p.claims)
		p.places[c] = e
	}
	if !e.Again {
		p.places[c] = e
	}
	for _, ev := range c.Evidence {
		if ev.Source != nil && p.sources[ev.Source] == 0 {
			p.references = append(p.references, ev.Source)
			p.sources[ev.Source] = len(p.references)
		}
	}
	p.list(e.Children)
}

func (p *pagePlan) list(steps []*argmap.Step) {
	for _, s := range steps {
		p.steps = append(p.steps, s)
		p.step[s.Argument] = len(p.steps)
		for _, e := range s.Premises {
			p.entry(e)
		}
		p.list(s.Children)
	}
}

// attribute gives each finding to the claim or argument it was made on: the one
// with the shortest text around it.
func (p *pagePlan) attribute(j *Job) {
	for _, f := range j.Findings {
		var on any
		least := -1
		consider := func(thing any, span source.Span) {
			size := span.End - span.Start
			if span.Start <= f.Span.Start && f.Span.End <= span.End && (least < 0 || size < least) {
				on, least = thing, size
			}
		}
		if f.File == nil || f.File == j.Map().Source {
			for _, c := range p.claims {
				consider(c, c.Decl.Span)
			}
			for _, s := range p.steps {
				consider(s.Argument, s.Argument.Decl.Span)
			}
		}
		if on == nil {
			p.rest = append(p.rest, f)
			continue
		}
		p.on[on] = append(p.on[on], f)
	}
}

// regionData says what a region holds: it is shown with the first of it, and
// hidden with the last. Plain pictures need none of this.
func (p *pagePlan) regionData(r *layout.Region, d *layout.Drawing) string {
	if p == nil {
		return ""
	}
	holds, root := "", false
	for _, f := range d.Frames {
		if f.Argument != nil && inside(f.Rect, r.Rect) {
			holds += " " + strconv.Itoa(p.step[f.Argument])
		}
	}
	for _, b := range d.Boxes {
		root = root || b.Claim != nil && b.Argument == nil && inside(b.Rect, r.Rect)
	}
	data := " data-stage=\"" + strconv.Itoa(r.Stage) + "\""
	if holds != "" && !root {
		data += " data-holds=\"" + holds[1:] + "\""
	}
	return data
}

func inside(a, b layout.Rect) bool {
	return a.X >= b.X && a.Y >= b.Y && a.X+a.W <= b.X+b.W && a.Y+a.H <= b.Y+b.H
}

// drawnID is the id under which the picture shows an entry.
func drawnID(e *argmap.Entry, in *argmap.Step) string {
	if e.Again && in != nil {
		return "claim-" + e.Claim.ID + "-in-" + in.Argument.ID
	}
	return "claim-" + e.Claim.ID
}

// fragment is a link to an element of the page.
func fragment(id string) string { return "#" + (&url.URL{Fragment: id}).EscapedFragment() }
