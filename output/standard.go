package output

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// Standard is the map as logic courses write arguments: every claim once, under a
// number, each conclusion behind what it follows from. Implicit claims stand in
// square brackets. Objections follow, each with the number of what it speaks
// against. Groups and the labels of arguments have no place in it.
var Standard = &Format{Name: "standard", Title: "standard form", Ext: ".standard.txt", MIME: "text/plain",
	Use: "logic courses: premises and conclusions by number", writeMap: writeStandard}

// standardColumns is the width of a typewritten page.
const standardColumns = 78

type standardWriter struct {
	*bufio.Writer
	job    *Job
	home   map[*argmap.Claim]*argmap.Entry // where its arguments hang
	number map[*argmap.Claim]int           // 0: none yet
	met    map[*argmap.Claim]bool          // numbered, or about to be
	blocks []*block
	digits int
}

// block is claims that are written together: an argument with what leads to it.
type block struct {
	before string          // a title above it, or ""
	step   *argmap.Step    // the objection that it makes; nil: it leads to a root
	claims []*argmap.Claim // new ones, in the order of their numbers
	root   *argmap.Claim   // the conclusion of it all, or nil
}

func writeStandard(w io.Writer, j *Job) (source.Diagnostics, error) {
	s := &standardWriter{Writer: bufio.NewWriter(w), job: j, home: map[*argmap.Claim]*argmap.Entry{},
		number: map[*argmap.Claim]int{}, met: map[*argmap.Claim]bool{}}
	s.find(j.Outline)
	for i, e := range j.Outline.Roots {
		b := &block{root: e.Claim}
		if i == 1 {
			b.before = "Besides"
		}
		s.lead(e.Claim, b)
		s.add(b)
	}
	s.digits = len(strconv.Itoa(len(s.number)))
	s.puts(hang(clean(j.Map().Heading()), "", "", standardColumns))
	for _, b := range s.blocks {
		s.block(b)
	}
	if list := j.references(); len(list) > 0 {
		s.puts("\nSources\n" + sourceList(list, standardColumns))
	}
	return nil, s.Flush()
}

func (s *standardWriter) puts(text string) { _, _ = s.WriteString(text) } // Flush reports what fails

// find notes where each claim has its arguments.
func (s *standardWriter) find(o *argmap.Outline) {
	var steps func([]*argmap.Step)
	entry := func(e *argmap.Entry) {
		if s.home[e.Claim] == nil || !e.Again {
			s.home[e.Claim] = e
		}
		steps(e.Children)
	}
	steps = func(list []*argmap.Step) {
		for _, st := range list {
			for _, p := range st.Premises {
				entry(p)
			}
			steps(st.Children)
		}
	}
	for _, e := range o.Roots {
		entry(e)
	}
}

// lead numbers everything that leads to a claim, and then the claim. In a circle,
// the claim met first gets its number last.
func (s *standardWriter) lead(c *argmap.Claim, b *block) {
	if s.met[c] {
		return
	}
	s.met[c] = true
	for _, st := range reasons(s.home[c].Children) {
		s.leadStep(st, b)
	}
	s.number[c] = len(s.number) + 1
	b.claims = append(b.claims, c)
}

func (s *standardWriter) leadStep(st *argmap.Step, b *block) {
	for _, p := range st.Premises {
		s.lead(p.Claim, b)
	}
	for _, backing := range reasons(st.Children) {
		s.leadStep(backing, b)
	}
}

// reasons are the steps that support their target.
func reasons(steps []*argmap.Step) []*argmap.Step {
	var list []*argmap.Step
	for _, st := range steps {
		if st.Argument.Kind == argmap.Support {
			list = append(list, st)
		}
	}
	return list
}

// add appends a block, and behind it one for each objection to what is new in it.
func (s *standardWriter) add(b *block) {
	s.blocks = append(s.blocks, b)
	if b.step != nil {
		s.doubts(b.step)
	}
	for _, c := range b.claims {
		for _, st := range s.home[c].Children {
			if st.Argument.Kind == argmap.Attack {
				s.object(st)
			} else {
				s.doubts(st)
			}
		}
	}
}

// doubts adds the undercuts of a step and of what backs it.
func (s *standardWriter) doubts(st *argmap.Step) {
	for _, c := range st.Children {
		if c.Argument.Kind == argmap.Attack {
			s.object(c)
		} else {
			s.doubts(c)
		}
	}
}

func (s *standardWriter) object(st *argmap.Step) {
	b := &block{step: st}
	s.leadStep(st, b)
	s.add(b)
}

// block writes a block.
func (s *standardWriter) block(b *block) {
	s.puts("\n")
	if b.before != "" {
		s.puts(b.before + "\n\n")
	}
	if b.step != nil {
		end := ":"
		if len(b.claims) == 0 {
			end = "." // all of it has been said
		}
		s.puts(hang(s.opening(b.step)+end, "", "  ", standardColumns))
		s.note("Note", b.step.Argument.Note, "   ")
	}
	for _, c := range b.claims {
		if c == b.root && len(b.claims) > 1 {
			s.puts(strings.Repeat(" ", 3) + strings.Repeat("─", 40) + "\n")
		}
		s.claim(c)
	}
}

// opening says what an objection speaks against, and from which claims.
func (s *standardWriter) opening(st *argmap.Step) string {
	a := st.Argument
	var text string
	switch t := a.Target.(type) {
	case *argmap.Argument:
		text = "Doubts the step from " + s.list(t.Premises) + s.to(t)
	case *argmap.Claim:
		word := map[bool]string{true: "Rebuttal of ", false: "Objection to "}[a.Role() == argmap.Rebuttal]
		if a.Conflict != "" {
			word = strings.ToUpper(a.Conflict[:1]) + a.Conflict[1:] + " of "
		}
		text = word + s.ref(t)
	}
	return bracketed(text+", "+s.from(st, nil), stepMarks(st))
}

// to names what a step leads to: a claim, or a step that it backs or doubts.
func (s *standardWriter) to(a *argmap.Argument) string {
	switch t := a.Target.(type) {
	case *argmap.Argument:
		return " to the step from " + s.list(t.Premises) + s.to(t)
	case *argmap.Claim:
		if a.Kind == argmap.Attack {
			return " against " + s.ref(t)
		}
		return " to " + s.ref(t)
	}
	return ""
}

// claim writes a claim under its number.
func (s *standardWriter) claim(c *argmap.Claim) {
	e := s.home[c]
	text := clean(c.Text)
	if c.Implicit {
		text = "[" + text + "]"
	}
	var cites []string
	for _, l := range s.job.evidence(e) {
		cites = append(cites, l.Text)
	}
	if len(cites) > 0 {
		text += " (" + strings.Join(cites, "; ") + ")"
	}
	mark := "   "
	var from []string
	for _, st := range reasons(e.Children) {
		mark = "∴  "
		from = append(from, bracketed(s.from(st, c), stepMarks(st)))
	}
	lead := fmt.Sprintf("%s%*d. ", mark, s.digits, s.number[c])
	rest := strings.Repeat(" ", columns(lead))
	here := *e
	here.Again = false // numbers of the outline mean nothing here
	text = bracketed(text, entryMarks(&here))
	s.puts(hang(text, lead, rest, standardColumns))
	if len(from) > 0 {
		s.puts(hang("("+strings.Join(from, "; independently ")+")", rest, rest+" ", standardColumns))
	}
	for _, st := range reasons(e.Children) {
		s.note("Note on the step from "+s.list(st.Argument.Premises), st.Argument.Note, rest)
	}
	s.note("Note", c.Note, rest)
}

// note writes a note, if there is one.
func (s *standardWriter) note(label, text, indent string) {
	if text = clean(text); text != "" {
		s.puts(hang(label+": "+text, indent, indent, standardColumns))
	}
}

// from says which claims a step starts from, by what scheme, and what backs it.
// Where the step leads to c and c leads to it, it says so: c may be nil.
func (s *standardWriter) from(st *argmap.Step, c *argmap.Claim) string {
	a := st.Argument
	text := "from " + s.list(a.Premises)
	for _, p := range a.Premises {
		if c != nil && s.number[p] >= s.number[c] {
			text += ", in a circle"
			break
		}
	}
	between := " – "
	for _, more := range []string{clean(strings.ReplaceAll(a.Scheme, "-", " ")), clean(a.Strength)} {
		if more != "" {
			text += between + more
			between = ", "
		}
	}
	for _, backing := range reasons(st.Children) {
		text += "; the step backed " + bracketed(s.from(backing, c), stepMarks(backing))
	}
	return text
}

func (s *standardWriter) list(claims []*argmap.Claim) string {
	var refs []string
	for _, c := range claims {
		refs = append(refs, s.ref(c))
	}
	return strings.Join(refs, ", ")
}

// ref is a claim's number.
func (s *standardWriter) ref(c *argmap.Claim) string {
	if n := s.number[c]; n > 0 {
		return strconv.Itoa(n)
	}
	return "a claim left out"
}
