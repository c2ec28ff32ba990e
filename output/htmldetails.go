package output

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// details writes a section about every claim: in full what the map shows in short.
// The page's script shows one at a time, and writes into it what stands elsewhere
// in the page: other claims and references.
func (h *htmlWriter) details() {
	for i, c := range h.plan.claims {
		e := h.plan.places[c]
		h.printf("<section id=\"d%d\" hidden>\n", i+1)
		h.about(c, e)
		h.uses(c, e)
		if e.Hidden > 0 {
			h.printf("<p class=\"fact\">+%d below that this view leaves out</p>\n", e.Hidden)
		}
		h.printf("</section>\n")
	}
}

// about is what is said of the claim itself, which the search looks through.
func (h *htmlWriter) about(c *argmap.Claim, e *argmap.Entry) {
	h.printf("<div class=\"about\">\n<h2%s>%s%s</h2>\n", auto(c.Text), number(e.Number), apart(c.Text, escape(c.Text)))
	h.facts([]string{c.Label, group(e)}, c.Tags)
	if c.Implicit {
		h.printf("<p class=\"fact\">Implicit: supplied by the analyst, not in the text.</p>\n")
	}
	h.note(c.Note)
	if len(c.Evidence) > 0 {
		h.printf("<h3>Evidence</h3>\n<ul>\n")
		for _, ev := range c.Evidence {
			h.evidence(ev)
		}
		h.printf("</ul>\n")
	}
	h.printf("</div>\n")
	if found := h.plan.on[c]; len(found) > 0 {
		h.printf("<h3>Findings</h3>\n")
		h.findings(found)
	}
}

func group(e *argmap.Entry) string {
	if e.Group == nil {
		return ""
	}
	return "in the group " + e.Group.Title
}

// facts lists short things, and tags behind them.
func (h *htmlWriter) facts(list, tags []string) {
	var parts []string
	for _, f := range list {
		if f != "" {
			parts = append(parts, apart(f, escape(f)))
		}
	}
	for _, t := range tags {
		parts = append(parts, "<bdi class=\"tag\">#"+escape(t)+"</bdi>")
	}
	if len(parts) > 0 {
		h.printf("<p class=\"fact\">%s</p>\n", strings.Join(parts, " · "))
	}
}

func (h *htmlWriter) note(text string) {
	if text != "" {
		h.printf("<p class=\"note\"%s>%s</p>\n", auto(text), escape(text))
	}
}

func (h *htmlWriter) evidence(e *argmap.Evidence) {
	cite := e.Cite()
	source := ""
	if e.Source != nil {
		source = fmt.Sprintf(" data-source=\"r%d\"", h.plan.sources[e.Source])
	}
	h.printf("<li%s>%s", source, apart(cite, linked(cite, e.Link())))
	if e.Kind != "" && cite != e.Kind {
		h.printf(" <span class=\"kind\">· %s</span>", escape(e.Kind))
	}
	if e.Quote != "" {
		h.printf("<blockquote%s>%s</blockquote>", auto(e.Quote), escape(e.Quote))
	}
	if e.Note != "" && cite != e.Note {
		h.printf("<p class=\"note\"%s>%s</p>", auto(e.Note), escape(e.Note))
	}
	h.printf("</li>\n")
}

func (h *htmlWriter) findings(list source.Diagnostics) {
	h.printf("<ul class=\"findings\">\n")
	for _, f := range list {
		h.printf("<li class=\"%s\"><span class=\"severity\">%s</span> <span%s>%s</span> <code>%s</code>", f.Severity, f.Severity, auto(f.Message), escape(f.Message), escape(f.Code))
		if f.Hint != "" {
			h.printf("<p class=\"hint\"%s>%s</p>", auto(f.Hint), escape(f.Hint))
		}
		h.printf("</li>\n")
	}
	h.printf("</ul>\n")
}

// uses says what the claim bears on, and with which other premises.
func (h *htmlWriter) uses(c *argmap.Claim, e *argmap.Entry) {
	if e.Number == "" {
		h.printf("<p class=\"fact\">The thesis of this map.</p>\n")
	}
	first := true
	for _, a := range c.Uses {
		if h.plan.step[a] == 0 { // left out of the view
			continue
		}
		if first {
			h.printf("<h3>Bears on</h3>\n")
			first = false
		}
		h.use(c, a)
	}
	if e.Above != nil && first {
		h.printf("<p class=\"fact\">A premise of something above this part of the map.</p>\n")
	}
}

func (h *htmlWriter) use(c *argmap.Claim, a *argmap.Argument) {
	h.printf("<div class=\"use %s\" data-step=\"%d\">\n<p>", kindClass(a), h.plan.step[a])
	words := fmt.Sprintf("%s %d", a.Role(), rank(a))
	words = strings.ToUpper(words[:1]) + words[1:]
	if n := len(a.Premises); n > 1 {
		for i, p := range a.Premises {
			if p == c {
				words = fmt.Sprintf("Premise %d of %d of %s %d", i+1, n, a.Role(), rank(a))
			}
		}
	}
	switch t := a.Target.(type) {
	case *argmap.Claim:
		h.printf("<span class=\"word\">%s %s</span> ", words, map[argmap.Kind]string{argmap.Support: "for", argmap.Attack: "against"}[a.Kind])
		h.to(t)
	case *argmap.Argument:
		h.printf("<span class=\"word\">%s of the step from</span> ", words)
		h.to(t.Premises[0])
	}
	h.printf("</p>\n")
	h.argument(a)
	h.printf("</div>\n")
}

// argument is what is said of the argument itself.
func (h *htmlWriter) argument(a *argmap.Argument) {
	scheme, strength := "", ""
	if a.Scheme != "" {
		scheme = "scheme: " + strings.ReplaceAll(a.Scheme, "-", " ")
	}
	if a.Strength != "" {
		strength = "strength: " + a.Strength
	}
	h.facts([]string{a.Label, scheme, a.Conflict, strength}, a.Tags)
	h.note(a.Note)
	if found := h.plan.on[a]; len(found) > 0 {
		h.findings(found)
	}
}

// rank counts the arguments of one kind about one target.
func rank(a *argmap.Argument) int {
	var list []*argmap.Argument
	switch t := a.Target.(type) {
	case *argmap.Claim:
		list = append(append(list, t.Pro...), t.Con...)
	case *argmap.Argument:
		list = append(append(list, t.Pro...), t.Con...)
	}
	n := 0
	for _, other := range list {
		if other.Kind == a.Kind {
			n++
		}
		if other == a {
			break
		}
	}
	return n
}

// to is a link to a claim, or its text where the view leaves it out. The page's
// script writes the claim into the link, so that no text stands in a page many times.
func (h *htmlWriter) to(c *argmap.Claim) {
	e := h.plan.places[c]
	if e == nil || e.Again {
		h.printf("<span dir=\"auto\">%s</span>", escape(c.Text))
		return
	}
	h.printf("<a class=\"to\" href=\"%s\"></a>", escape(fragment("claim-"+c.ID)))
}
