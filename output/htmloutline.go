package output

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
	"golang.org/x/text/unicode/bidi"
)

// htmlWriter writes the texts of a page. Whatever comes from the map goes through
// escape.
type htmlWriter struct {
	*bufio.Writer
	plan *pagePlan
}

func (h *htmlWriter) printf(format string, args ...any) { fmt.Fprintf(h, format, args...) }

// outline writes the map as nested lists: claims, the arguments about each, the
// premises of each.
func (h *htmlWriter) outline(o *argmap.Outline) {
	h.printf("<ul class=\"roots\">\n")
	for i, e := range o.Roots {
		h.printf("<li class=\"root\">\n")
		switch {
		case e.Above != nil:
			h.word(e.Above.Argument)
		case i == 0 && e.Number == "":
			h.printf("<p class=\"word\">Thesis</p>\n")
		default:
			h.printf("<p class=\"word\">Further claim</p>\n")
		}
		h.printf("<ul class=\"premises\">\n")
		h.outlineEntry(e, nil)
		h.printf("</ul>\n</li>\n")
	}
	h.printf("</ul>\n")
	if len(h.plan.references) > 0 {
		h.printf("<h3>Sources</h3>\n<ul class=\"sources\">\n")
		for i, s := range h.plan.references {
			h.printf("<li id=\"r%d\"%s>%s</li>\n", i+1, auto(s.Reference()), linked(s.Reference(), s.Link()))
		}
		h.printf("</ul>\n")
	}
	if len(h.plan.rest) > 0 {
		h.printf("<h3>Findings on the file</h3>\n")
		h.findings(h.plan.rest)
	}
}

func (h *htmlWriter) outlineEntry(e *argmap.Entry, in *argmap.Step) {
	c, stage := e.Claim, ""
	if n := h.plan.reveal.Entry(e); in == nil || n != h.plan.reveal.Step(in) {
		stage = fmt.Sprintf(" data-stage=\"%d\"", n)
	}
	again := ""
	if e.Again {
		again = " again"
	}
	h.printf("<li class=\"entry%s\" data-detail=\"d%d\"%s>\n<div class=\"row\">", again, h.plan.detail[c], stage)
	if len(e.Children) > 0 {
		h.twist(name(e))
	}
	h.printf("<a class=\"pick\" dir=\"auto\" href=\"%s\">%s<span>%s</span></a>", escape(fragment(drawnID(e, in))), number(e.Number), escape(c.Text))
	h.marks(e)
	h.printf("</div>\n")
	h.outlineSteps(e.Children)
	h.printf("</li>\n")
}

// twist is the button that hides a list. The page's script shows it, and says which.
func (h *htmlWriter) twist(about string) {
	h.printf("<button class=\"twist\" hidden aria-label=\"Arguments about %s\"></button>", escape(about))
}

// name says which claim is meant in few words.
func name(e *argmap.Entry) string {
	switch {
	case e.Number != "":
		return e.Number
	case e.Claim.Label != "":
		return e.Claim.Label
	}
	return "the thesis"
}

func number(n string) string {
	if n == "" {
		return ""
	}
	return "<bdi class=\"no\">" + escape(n) + "</bdi> " // apart from the text, whose direction is its own
}

// marks is what stands under a claim: what it rests on, and what it is.
func (h *htmlWriter) marks(e *argmap.Entry) {
	c := e.Claim
	if c.Implicit {
		h.printf(" <span class=\"mark\">implicit</span>")
	}
	if e.Again {
		see := name(e.Home)
		if h.plan.places[c] != e.Home {
			h.printf(" <span class=\"mark\">repeated, see %s</span>", escape(see))
			return
		}
		h.printf(" <a class=\"mark\" href=\"%s\">repeated, see %s</a>", escape(fragment("claim-"+c.ID)), escape(see))
		return
	}
	for _, ev := range c.Evidence {
		h.printf(" <span class=\"mark\"%s>%s</span>", auto(ev.Cite()), linked(ev.Cite(), ev.Link()))
	}
	if n := len(h.plan.on[c]); n == 1 {
		h.printf(" <span class=\"mark found\">1 finding</span>")
	} else if n > 1 {
		h.printf(" <span class=\"mark found\">%d findings</span>", n)
	}
	if e.Hidden > 0 {
		h.printf(" <span class=\"mark\">+%d below</span>", e.Hidden)
	}
}

// auto leaves an element its text's own direction, where that may not be the page's.
func auto(text string) string {
	if !runsLeft(text) {
		return ""
	}
	return " dir=\"auto\""
}

// apart keeps the order of a text's letters from those beside it, where it could
// mix with theirs.
func apart(text, element string) string {
	if !runsLeft(text) {
		return element
	}
	return "<bdi>" + element + "</bdi>"
}

// runsLeft tells whether any letter is written from right to left.
func runsLeft(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.R || p.Class() == bidi.AL
	})
}

// linked is a text, or a link if there is one to follow.
func linked(text, url string) string {
	if url == "" {
		return escape(text)
	}
	return "<a href=\"" + escape(url) + "\">" + escape(text) + "</a>"
}

func (h *htmlWriter) outlineSteps(steps []*argmap.Step) {
	if len(steps) == 0 {
		return
	}
	h.printf("<ul class=\"steps\">\n")
	for _, s := range steps {
		a := s.Argument
		h.printf("<li class=\"step %s\" data-argument=\"%s\" data-step=\"%d\" data-stage=\"%d\">\n<div class=\"head\">",
			kindClass(a), escape(a.ID), h.plan.step[a], h.plan.reveal.Step(s))
		if len(s.Children) > 0 {
			h.twist("the step of " + s.Number)
		}
		h.word(a)
		if s.Hidden > 0 {
			h.printf(" <span class=\"mark\">+%d on the step</span>", s.Hidden)
		}
		h.printf("</div>\n<ul class=\"premises\">\n")
		for _, e := range s.Premises {
			h.outlineEntry(e, s)
		}
		h.printf("</ul>\n")
		h.outlineSteps(s.Children)
		h.printf("</li>\n")
	}
	h.printf("</ul>\n")
}

// word says what an argument does, as on its frame in the map.
func (h *htmlWriter) word(a *argmap.Argument) {
	words := layout.Heading(a)
	h.printf("<p class=\"word\"%s>%s</p>", auto(words), escape(words))
}

func kindClass(a *argmap.Argument) string {
	if a.Kind == argmap.Attack {
		return "objection"
	}
	return "reason"
}
