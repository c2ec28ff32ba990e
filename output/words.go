package output

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// What the text formats say, in one place: each of them only escapes it.

// clean is a text on one line, without what could move a cursor or turn the
// direction of reading, and without blanks at its ends.
func clean(text string) string {
	return strings.TrimSpace(source.Visible(style.Collapse(text)))
}

// role is the word for what an argument does to a claim or to a step.
func role(a *argmap.Argument) string {
	bare := argmap.Argument{Kind: a.Kind, Target: a.Target, Conflict: a.Conflict}
	return layout.Heading(&bare)
}

// heading is role and what else is said of an argument, on one line.
func heading(a *argmap.Argument) string { return clean(layout.Heading(a)) }

// entryMarks are what stands behind a claim: where its arguments are, if not here,
// and how many claims a view leaves out.
func entryMarks(e *argmap.Entry) []string {
	var list []string
	if e.Again {
		list = append(list, "see "+place(e.Home))
	}
	if e.Hidden > 0 {
		list = append(list, fmt.Sprintf("+%d below", e.Hidden))
	}
	if e.Above != nil {
		list = append(list, "premise of "+bearing(e.Above.Argument))
	}
	return list
}

// stepMarks are the same for an argument.
func stepMarks(s *argmap.Step) []string {
	if s.Hidden > 0 {
		return []string{fmt.Sprintf("+%d about the step", s.Hidden)}
	}
	return nil
}

// place names a claim's place by its number; the thesis has none.
func place(home *argmap.Entry) string {
	switch {
	case home == nil:
		return "elsewhere"
	case home.Number == "":
		return "the thesis"
	}
	return home.Number
}

// bearing says what an argument is for or against, for readers who see only what
// hangs below it.
func bearing(a *argmap.Argument) string {
	word := map[argmap.Role]string{argmap.Reason: "a reason for", argmap.Objection: "an objection to",
		argmap.Rebuttal: "a rebuttal of", argmap.Undercut: "an undercut of", argmap.Backing: "a backing of"}[a.Role()]
	switch t := a.Target.(type) {
	case *argmap.Argument:
		return word + " the step from: " + clean(t.Premises[0].Text)
	case *argmap.Claim:
		return word + ": " + clean(t.Text)
	}
	return word + " a claim"
}

// references are the sources of the claims that the job shows; none where it shows
// no evidence.
func (j *Job) references() []*argmap.Source {
	if j.Layout.Evidence == layout.EvidenceNone {
		return nil
	}
	return j.Outline.References()
}

// evidence is what to write under a claim where it stands: nothing where it is
// repeated.
func (j *Job) evidence(e *argmap.Entry) []layout.EvidenceLine {
	if e.Again {
		return nil
	}
	lines := layout.EvidenceLines(e.Claim, j.Layout.Evidence)
	for i := range lines {
		lines[i] = layout.EvidenceLine{Text: clean(lines[i].Text), URL: plainURL(lines[i].URL)}
	}
	return lines
}

// plainURL writes a safe link so that no text format takes a part of it for a
// sign of its own: quotes, angle brackets, or a character entity, with which
// "javascript&colon;" would become a script after all.
func plainURL(link string) string {
	var b strings.Builder
	path := !strings.Contains(link, ":") // of a relative link, up to its query
	for _, c := range []byte(source.Visible(link)) {
		path = path && c != '?'
		if c >= 0x7f || c <= ' ' || strings.IndexByte("\"'`<>\\^{|}();", c) >= 0 || c == '&' && path {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// joined is the text that lines were broken from.
func joined(lines []layout.Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text)
		if l.Next == " " {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
