package output

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/style"
)

// Mermaid is the map as a flowchart (https://mermaid.js.org/syntax/flowchart.html)
// for pages that draw those: GitHub's, and many wikis'.
var Mermaid = &Format{Name: "mermaid", Title: "Mermaid diagram", Ext: ".mmd", MIME: "text/vnd.mermaid",
	Use: "Markdown pages that draw diagrams", writeMap: writeMermaid}

// mermaidColumns is where lines of a claim are broken, and mermaidPixels how wide
// that is with room to spare, so that Mermaid does not break them again.
const (
	mermaidColumns = 30
	mermaidPixels  = 320
)

// What Mermaid draws unless a page allows more
// (https://mermaid.js.org/config/schema-docs/config.html).
const (
	mermaidEdges = 500
	mermaidChars = 50_000
)

const mermaidHelp = `%% An argument map. What Mermaid has no sign for is drawn so:
%% - Premises that carry an argument together stand in one box, and its arrow is theirs.
%% - An arrow that ends at such a box bears on the step from its premises: it doubts or backs it.
%% - A dashed claim is implicit. A dotted one is argued elsewhere in the map.
%% Left out: notes, and all links of a claim but the first.
`

type mermaidWriter struct {
	*bufio.Writer
	job     *Job
	theme   style.Theme
	nodes   int
	frames  int
	regions int
	depth   int
	edges   int
	arrows  strings.Builder          // the edges themselves, written behind all nodes
	links   strings.Builder          // and where nodes lead to
	byKind  map[argmap.Kind][]string // numbers of edges, for their looks
	classes map[string][]string      // ids of nodes and boxes by their look
}

func writeMermaid(w io.Writer, j *Job) (source.Diagnostics, error) {
	var out strings.Builder
	m := &mermaidWriter{Writer: bufio.NewWriter(&out), job: j, theme: j.theme(),
		byKind: map[argmap.Kind][]string{}, classes: map[string][]string{}}
	m.open()
	var group *argmap.Group
	for _, e := range j.Outline.Roots {
		group = m.regroup(group, e.Group, nil)
		m.hang(m.claim(e, e.Claim == j.Map().Thesis), e.Children, e.Group)
	}
	m.regroup(group, nil, nil)
	m.puts(m.arrows.String() + m.links.String())
	m.style()
	if err := m.Flush(); err != nil {
		return nil, err
	}
	_, err := io.WriteString(w, out.String())
	return m.limits(out.String()), err
}

// puts writes a line, indented where it stands in boxes.
func (m *mermaidWriter) puts(text string) { _, _ = m.WriteString(text) } // a strings.Builder takes all

func (m *mermaidWriter) line(format string, args ...any) {
	m.puts(strings.Repeat("  ", m.depth+1) + fmt.Sprintf(format, args...) + "\n")
}

// open writes the title, and which way the arrows run: from premises to what they
// bear on, so the other way round than the map is read.
func (m *mermaidWriter) open() {
	m.puts("---\n")
	if title := clean(m.job.Map().Title); title != "" {
		m.puts("title: " + mermaidYAML(title) + "\n")
	}
	m.puts(fmt.Sprintf("config:\n  flowchart:\n    wrappingWidth: %d\n---\n", mermaidPixels))
	m.puts(mermaidHelp)
	m.puts("flowchart " + [...]string{"BT", "TB", "RL", "LR"}[m.job.Layout.Direction] + "\n")
	m.line("accTitle: %s", mermaidText(clean(m.job.Map().Heading())))
}

// regroup closes and opens the boxes of groups, as dotWriter.regroup does.
func (m *mermaidWriter) regroup(from, to, outer *argmap.Group) *argmap.Group {
	if from == to {
		return to
	}
	if from != outer {
		m.end()
	}
	if to != outer {
		m.regions++
		m.begin(fmt.Sprintf("g%d", m.regions), clean(to.Title), "group")
	}
	return to
}

// begin opens a box. It has a blank for a title where there is none.
func (m *mermaidWriter) begin(id, title, class string) {
	if title == "" {
		title = " "
	}
	m.line("subgraph %s[\"%s\"]", id, mermaidText(title))
	m.classes[class] = append(m.classes[class], id)
	m.depth++
}

func (m *mermaidWriter) end() {
	m.depth--
	m.line("end")
}

// claim writes a claim's node and returns its id.
func (m *mermaidWriter) claim(e *argmap.Entry, thesis bool) string {
	m.nodes++
	id := fmt.Sprintf("n%d", m.nodes)
	m.line("%s[\"%s\"]", id, m.label(e))
	class := "claim"
	switch {
	case thesis:
		class = "thesis"
	case e.Again:
		class = "again"
	case e.Claim.Implicit:
		class = "implicit"
	}
	m.classes[class] = append(m.classes[class], id)
	for _, l := range m.job.evidence(e) {
		if l.URL != "" {
			fmt.Fprintf(&m.links, "  click %s href \"%s\"\n", id, l.URL)
			break
		}
	}
	return id
}

// label is a claim's text with its number, evidence and marks, in lines.
func (m *mermaidWriter) label(e *argmap.Entry) string {
	text := clean(e.Claim.Text)
	if m.job.Layout.Numbers && e.Number != "" {
		text = e.Number + " " + text
	}
	var lines []string
	add := func(text string) { lines = append(lines, fold(text, mermaidColumns, mermaidColumns)...) }
	add(text)
	if e.Claim.Implicit {
		add("(implicit)")
	}
	for _, l := range m.job.evidence(e) {
		add("— " + l.Text)
	}
	here := *e
	if here.Again && !m.job.Layout.Numbers {
		add("(argued elsewhere)")
		here.Again = false
	}
	for _, mark := range entryMarks(&here) {
		add("(" + mark + ")")
	}
	for i, l := range lines {
		lines[i] = mermaidText(l)
	}
	return strings.Join(lines, "<br/>")
}

// hang writes the arguments about one target, and notes the edges to it.
func (m *mermaidWriter) hang(target string, steps []*argmap.Step, outer *argmap.Group) {
	group := outer
	for _, s := range steps {
		group = m.regroup(group, s.Group, outer)
		m.argument(target, s)
	}
	m.regroup(group, outer, outer)
}

// argument writes an argument: a lone premise as it is, several of them, or one
// whose step is argued about, in a box.
func (m *mermaidWriter) argument(target string, s *argmap.Step) {
	a := s.Argument
	words := heading(a)
	var ids []string
	from := ""
	if len(s.Premises) > 1 || len(s.Children) > 0 {
		m.frames++
		from = fmt.Sprintf("a%d", m.frames)
		words = role(a)
		title := strings.TrimPrefix(strings.TrimPrefix(heading(a), clean(words)), " · ")
		m.begin(from, title, a.Kind.String())
	}
	for _, p := range s.Premises {
		ids = append(ids, m.claim(p, false))
	}
	if from == "" {
		from = ids[0]
	} else {
		m.end()
	}
	words = bracketed(words, stepMarks(s))
	arrow := map[argmap.Kind]string{argmap.Support: "-->", argmap.Attack: "-.->"}[a.Kind]
	if a.Conflict != "" {
		arrow = "<-.->"
	}
	fmt.Fprintf(&m.arrows, "  %s %s|\"%s\"| %s\n", from, arrow, mermaidText(words), target)
	m.byKind[a.Kind] = append(m.byKind[a.Kind], strconv.Itoa(m.edges))
	m.edges++
	for i, p := range s.Premises {
		m.hang(ids[i], p.Children, s.Group)
	}
	if len(s.Children) > 0 {
		m.hang(from, s.Children, s.Group)
	}
}

// style writes the looks of nodes and arrows. The ground is the page's: the theme's
// own is not used.
func (m *mermaidWriter) style() {
	t := m.theme
	look := func(class string, l style.Look, ink style.Color, more string) {
		if ids := m.classes[class]; len(ids) > 0 {
			m.line("classDef %s fill:%s,stroke:%s,color:%s%s", class, l.Fill, l.Line, ink, more)
			m.line("class %s %s", strings.Join(ids, ","), class)
		}
	}
	box := style.Look{Line: t.BoxLine, Fill: t.Box}
	look("claim", box, t.Text, "")
	look("thesis", style.Look{Line: t.ThesisLine, Fill: t.Box}, t.Text, ",stroke-width:3px,font-weight:bold")
	look("implicit", box, t.Text, ",stroke-dasharray:6 4")
	look("again", box, t.Text, ",stroke-dasharray:1 3")
	look("because", t.Reason, t.Reason.Ink, ",stroke-width:2px")
	look("but", t.Objection, t.Objection.Ink, ",stroke-width:2px,stroke-dasharray:6 4")
	look("group", t.Region, t.Region.Ink, "")
	for _, kind := range []argmap.Kind{argmap.Support, argmap.Attack} {
		if list := m.byKind[kind]; len(list) > 0 {
			l := t.Role(kind == argmap.Attack)
			m.line("linkStyle %s stroke:%s,color:%s,stroke-width:2px", strings.Join(list, ","), l.Line, l.Ink)
		}
	}
}

// limits warns of maps that Mermaid refuses to draw unless a page allows more.
func (m *mermaidWriter) limits(text string) source.Diagnostics {
	var message string
	switch {
	case m.edges > mermaidEdges:
		message = fmt.Sprintf("the diagram has %d arrows, and Mermaid draws no more than %d", m.edges, mermaidEdges)
	case utf8.RuneCountInString(text) > mermaidChars:
		message = fmt.Sprintf("the diagram has %d characters, and Mermaid reads no more than %d", utf8.RuneCountInString(text), mermaidChars)
	default:
		return nil
	}
	return source.Diagnostics{{Severity: source.Warning, Code: "mermaid-limit", Message: message,
		Hint: "draw a part of the map, or raise maxEdges and maxTextSize in the page that shows it"}}
}
