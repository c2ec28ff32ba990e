package argdown

import (
	"regexp"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// reconstruction reads numbered statements and the inferences between them, from
// the line that is read next to the end of its group. One that a blank line has cut
// goes on.
func (p *parser) reconstruction() {
	l := p.group[p.at]
	first := l.body
	r := p.previous()
	var open *Inference
	begins := false
	if r != nil && p.goesOn(r, p.body(l)) {
		open = p.open
		p.dropReport(CodeNoConclusion, r.Span)
		if open != nil {
			p.dropReport(CodeNoConclusion, open.Span)
		}
		p.warn(CodeExtraBlank, source.Span{Start: l.body, End: l.end}, "take out the blank line", "a blank line stands inside a reconstruction, which ends it for Argdown; here it goes on")
	} else {
		r = &Reconstruction{Span: source.Span{Start: l.body}}
		p.add(r)
		begins = true
	}
	for p.at < len(p.group) {
		l := p.group[p.at]
		body := p.body(l)
		switch m := numberSign.FindStringSubmatch(body); {
		case m != nil:
			start := l.body + len(m[0])
			p.notes.line(note{body: l.body, begins: begins && l.body == first, sign: len(m[0]), in: inReconstruction})
			number := Text{m[1], source.Span{Start: l.body, End: start}}
			p.root = l.indent
			b, end := p.element(p.skipBlanks(start, l.end), inReconstruction)
			st, ok := b.(*Statement)
			if !ok {
				st = p.statement(b.(*Argument))
			}
			r.Lines = append(r.Lines, &Line{Number: number, Statement: st, Inference: open})
			open, r.Span.End = nil, end
		case inferenceSign.MatchString(body):
			if open != nil {
				p.warn(CodeNoConclusion, open.Span, "number the statement that follows from it", "the inference leads to no conclusion")
			}
			p.notes.line(note{body: l.body, begins: begins && l.body == first, in: inReconstruction})
			open = p.inference(l)
			r.Span.End = open.Span.End
		default: // cannot be more of a statement: nothing stands before it
			p.warn(CodeNoNumber, source.Span{Start: l.body, End: l.end}, "begin it with the next number: (3)", "the line has no number, and is left out of the reconstruction")
			p.at++
		}
	}
	p.checkEnd(r, open)
	p.open = open
}

// statement is what a numbered line says that names an argument: words, since only
// statements are numbered.
func (p *parser) statement(a *Argument) *Statement {
	p.bracketText(a.Title.Span)
	title := "<" + a.Title.Value + ">"
	if a.Form == Definition {
		title += ":"
	}
	rest := a.Content
	if len(rest) > 0 {
		title += " "
		if rest[0].Kind == Plain {
			title, rest = title+rest[0].Text, rest[1:]
		}
	}
	c := append(Content{{Kind: Plain, Text: title, Span: a.Title.Span}}, rest...)
	return &Statement{Content: c, Data: a.Data, Relations: a.Relations, Span: a.Span}
}

// goesOn tells whether a line is more of a reconstruction rather than the beginning
// of another.
func (p *parser) goesOn(r *Reconstruction, body string) bool {
	complete := p.open == nil && len(r.Lines) > 0 && r.Lines[len(r.Lines)-1].Inference != nil
	return !complete || !strings.HasPrefix(body, "(1)")
}

func (p *parser) checkEnd(r *Reconstruction, open *Inference) {
	switch {
	case open != nil:
		p.warn(CodeNoConclusion, open.Span, "number the statement that follows from it", "the inference leads to no conclusion")
	case len(r.Lines) > 0 && r.Lines[len(r.Lines)-1].Inference == nil:
		p.warn(CodeNoConclusion, r.Span, "put ---- above its conclusion", "the premises lead to no conclusion")
	}
}

// dropReport takes back what was said of a reconstruction that goes on after all.
func (p *parser) dropReport(code string, at source.Span) {
	for i := len(p.diags) - 1; i >= 0; i-- {
		if p.diags[i].Code == code && p.diags[i].Span == at {
			p.diags = append(p.diags[:i], p.diags[i+1:]...)
			return
		}
	}
}

var (
	hyphens   = regexp.MustCompile(`^-{2,}[ \t]*$`)
	collapsed = regexp.MustCompile(`^-{3,}[ \t]*$`)
	oneLine   = regexp.MustCompile(`^--(.*?)-{2,}[ \t]*$`)
)

// inference reads the lines of an inference, and the undercuts below them.
func (p *parser) inference(l line) *Inference {
	body := p.body(l)
	inf := &Inference{Span: source.Span{Start: l.body, End: l.end}}
	p.at++
	p.root = l.indent
	switch {
	case collapsed.MatchString(body):
	case len(body) > 4 && oneLine.MatchString(body):
		m := oneLine.FindStringSubmatchIndex(body)
		inf.Expanded = true
		p.rules(inf, source.Span{Start: l.body + m[2], End: l.body + m[3]})
		p.notes.gap(l.body + 2)
		p.notes.gap(p.blanksBefore(l.body+m[3], l.body+2))
	default:
		inf.Expanded = true
		if len(body) > 2 {
			p.rules(inf, source.Span{Start: l.body + 2, End: l.end})
			p.notes.gap(l.body + 2)
		}
		p.rulesBelow(inf)
	}
	inf.Relations = p.relations(0, inReconstruction) // however far the inference itself is indented
	return inf
}

// rulesBelow reads the lines of rules and data down to the hyphens that close them.
func (p *parser) rulesBelow(inf *Inference) {
	for p.at < len(p.group) {
		l := p.group[p.at]
		body := p.body(l)
		if numberSign.MatchString(body) {
			break
		}
		p.at++
		inf.Span.End = l.end
		if hyphens.MatchString(body) {
			return
		}
		end := l.end
		closes := strings.HasSuffix(strings.TrimRight(body, " \t"), "--")
		if closes {
			end = l.body + len(strings.TrimRight(strings.TrimRight(body, " \t"), "-"))
		}
		p.rules(inf, source.Span{Start: l.body, End: end})
		if closes {
			return
		}
	}
	p.warn(CodeInference, source.Span{Start: inf.Span.Start, End: inf.Span.Start + 2}, "close it with a line of --", "the inference has no end; it ends here before the next number")
}

// rules reads names of rules with commas between them, and data.
func (p *parser) rules(inf *Inference, at source.Span) {
	start := at.Start
	flush := func(end int) {
		text := strings.Map(func(r rune) rune {
			if r == maskComment || r == maskData {
				return -1
			}
			return r
		}, string(p.masked[start:end]))
		if t := strings.TrimSpace(text); t != "" {
			lead := len(text) - len(strings.TrimLeft(text, " \t"))
			inf.Rules = append(inf.Rules, Text{p.signs(t), source.Span{Start: start + lead, End: start + lead + len(t)}})
		}
		start = end + 1
	}
	for n := at.Start; n < at.End; n++ {
		switch {
		case p.masked[n] == ',':
			flush(n)
		case p.masked[n] == maskData && p.data[n] != nil:
			flush(n)
			inf.Data = p.data[n]
			if before := p.blanksBefore(n, at.Start); before > at.Start {
				p.notes.gap(before)
			}
			n = p.data[n].Span.End - 1
			p.notes.gap(n + 1)
			start = n + 1
		}
	}
	if start < at.End {
		flush(at.End)
	}
}
