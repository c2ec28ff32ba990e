package output

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// DOT is the map in Graphviz's own language (https://graphviz.org/doc/info/lang.html),
// for any of its layouts and formats: every argument is one node, an HTML-like
// table with a cell and a port for each premise.
var DOT = &Format{Name: "dot", Title: "Graphviz graph", Ext: ".dot", MIME: "text/vnd.graphviz",
	Use: "Graphviz and what reads its language", writeMap: writeDOT}

type dotWriter struct {
	*bufio.Writer
	theme    style.Theme
	texts    *layout.Measurer
	opts     layout.Options
	edges    strings.Builder
	nodes    int
	clusters int
}

const dotFonts = "Liberation Sans,Arial,Helvetica"

func writeDOT(w io.Writer, j *Job) (source.Diagnostics, error) {
	d := &dotWriter{Writer: bufio.NewWriter(w), theme: j.theme(), texts: layout.NewMeasurer(j.Layout), opts: j.Layout}
	rankdir := [...]string{"TB", "BT", "LR", "RL"}[j.Layout.Direction]
	d.printf("digraph argmap {\n")
	d.printf("  graph [rankdir=%s, ordering=out, nodesep=0.25, ranksep=0.5, bgcolor=\"%s\", tooltip=%s]\n",
		rankdir, d.theme.Ground, quote(j.Map().Title))
	d.printf("  node [shape=plain, fontname=\"%s\", fontsize=%g, fontcolor=\"%s\"]\n", dotFonts, layout.TextSize, d.theme.Text)
	d.printf("  edge [dir=back, penwidth=%g]\n", layout.ConnectorLine)
	var group *argmap.Group
	for _, e := range j.Outline.Roots {
		group = d.regroup(group, e.Group, nil)
		d.root(e, e.Claim == j.Map().Thesis)
	}
	d.regroup(group, nil, nil)
	d.references(j.Outline.References())
	d.printf("%s}\n", d.edges.String())
	return nil, d.Flush()
}

// references lists the works that evidence names under the graph. It stands behind
// all clusters, which would take its place for their own.
func (d *dotWriter) references(list []*argmap.Source) {
	if len(list) == 0 {
		return
	}
	const columns = 110
	lines := []string{"Sources"}
	for _, s := range list {
		text := s.Reference()
		if link := s.Link(); link != "" {
			text += " " + link
		}
		line := ""
		for _, w := range strings.Fields(text) {
			if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > columns {
				lines, line = append(lines, line), "   "
			}
			line += " " + w
		}
		lines = append(lines, line)
	}
	label := `"`
	for _, line := range lines { // each ends in the sign for "to the left"
		label += quoteInside(strings.TrimPrefix(line, " ")) + `\l`
	}
	d.printf("  label=%s\n  labelloc=b\n  labeljust=l\n  fontname=\"%s\"\n  fontsize=%g\n  fontcolor=\"%s\"\n",
		label+`"`, dotFonts, layout.SmallSize, d.theme.Text)
}

func (d *dotWriter) printf(format string, args ...any) { fmt.Fprintf(d, format, args...) }

// regroup closes and opens clusters where siblings pass from one group to the
// next. Groups stand inside that of what they hang on, outer.
func (d *dotWriter) regroup(from, to, outer *argmap.Group) *argmap.Group {
	if from == to {
		return to
	}
	if from != outer {
		d.printf("  }\n")
	}
	if to != outer {
		d.clusters++
		r := d.theme.Region
		d.printf("  subgraph cluster_%d {\n", d.clusters)
		d.printf("  graph [label=%s, labeljust=l, style=\"rounded,filled\", fillcolor=\"%s\", color=\"%s\", fontcolor=\"%s\", fontname=\"%s\", fontsize=%g]\n",
			quote(to.Title), r.Fill, r.Line, r.Ink, dotFonts, layout.TitleSize)
	}
	return to
}

// sides are compass points of Graphviz: where edges enter, and where they leave.
type sides struct{ near, far string }

func (d *dotWriter) sides() sides {
	return [...]sides{{"n", "s"}, {"s", "n"}, {"w", "e"}, {"e", "w"}}[d.opts.Direction]
}

// name makes the node name of the next node: short, and the same for the same map.
func (d *dotWriter) name() string {
	d.nodes++
	return fmt.Sprintf("n%d", d.nodes)
}

func (d *dotWriter) root(e *argmap.Entry, thesis bool) {
	name := d.name()
	line, width := d.theme.BoxLine, 1
	if thesis {
		line, width = d.theme.ThesisLine, 3
	}
	d.printf("  %s [id=%s, tooltip=%s, label=<<table border=\"0\" cellspacing=\"0\" cellpadding=\"8\"><tr>",
		name, quote("claim-"+e.Claim.ID), quote(e.Claim.Text))
	d.cell(e, "p0", fmt.Sprintf("border=\"%d\" color=\"%s\"", width, line), thesis)
	d.printf("</tr></table>>]\n")
	d.hang(name+":p0:"+d.sides().far, e.Children, e.Group)
}

// hang writes the arguments about one target, and the edges to them.
func (d *dotWriter) hang(target string, steps []*argmap.Step, outer *argmap.Group) {
	group := outer
	for _, s := range steps {
		group = d.regroup(group, s.Group, outer)
		name := d.argument(s)
		look, head, line := d.theme.Role(s.Argument.Kind == argmap.Attack), "normal", "solid"
		if s.Argument.Kind == argmap.Attack {
			head, line = "tee", "dashed"
		}
		far := map[string]string{"contrary": ", dir=both, arrowhead=tee", "contradictory": ", dir=both, arrowhead=teetee"}[s.Argument.Conflict]
		fmt.Fprintf(&d.edges, "  %s -> %s:%s [color=\"%s\", arrowtail=%s, style=%s%s]\n", target, name, d.sides().near, look.Line, head, line, far)
	}
	d.regroup(group, outer, outer)
}

func (d *dotWriter) argument(s *argmap.Step) string {
	name, a := d.name(), s.Argument
	look, line := d.theme.Role(a.Kind == argmap.Attack), "rounded"
	if a.Kind == argmap.Attack {
		line = "rounded,dashed"
	}
	d.printf("  %s [id=%s, tooltip=%s, label=<<table border=\"2\" cellborder=\"1\" cellspacing=\"4\" cellpadding=\"6\" style=\"%s\" color=\"%s\" bgcolor=\"%s\">",
		name, quote("argument-"+a.ID), quote(says(a)), line, look.Line, look.Fill)
	cells := len(s.Premises)
	if len(s.Children) > 0 {
		cells++
	}
	row, rows := "", "</tr><tr>" // between the cells, and before the first
	if d.opts.Direction == layout.Right || d.opts.Direction == layout.Left {
		row, cells = rows, 1
	}
	d.printf("<tr><td border=\"0\" colspan=\"%d\" align=\"left\" cellpadding=\"1\"><font color=\"%s\" point-size=\"%g\"><b>%s</b></font></td>",
		cells, look.Ink, layout.HeadingSize, escape(layout.Heading(a)))
	between := rows
	for i, p := range s.Premises {
		border := ""
		switch {
		case p.Again:
			border = " style=\"dotted\""
		case p.Claim.Implicit:
			border = " style=\"dashed\""
		}
		d.printf("%s", between)
		d.cell(p, fmt.Sprintf("p%d", i), fmt.Sprintf("color=\"%s\"%s", look.Line, border), false)
		between = row
	}
	if len(s.Children) > 0 { // a place of its own for what bears on the step
		d.printf("%s<td port=\"step\" border=\"0\" cellpadding=\"4\"></td>", between)
	}
	d.printf("</tr></table>>]\n")
	for i, p := range s.Premises {
		d.hang(fmt.Sprintf("%s:p%d:%s", name, i, d.sides().far), p.Children, s.Group)
	}
	d.hang(name+":step:"+d.sides().far, s.Children, s.Group)
	return name
}

// cell writes a claim as one cell, its lines broken as in every other format.
func (d *dotWriter) cell(e *argmap.Entry, port, attributes string, thesis bool) {
	lines, _ := d.texts.Box(e, thesis)
	link := ""
	var text strings.Builder
	for _, l := range lines {
		if link == "" && l.URL != "" && !strings.HasPrefix(l.URL, "#") {
			link = fmt.Sprintf(" href=\"%s\"", escape(l.URL))
		}
		open, shut := "", ""
		switch l.Font {
		case style.Bold:
			open, shut = "<b>", "</b>"
		case style.Italic:
			open, shut = "<i>", "</i>"
		}
		if l.Size != layout.TextSize || l.Ink == layout.InkMuted {
			open, shut = fmt.Sprintf("<font point-size=\"%g\" color=\"%s\">", l.Size, d.theme.Muted)+open, shut+"</font>"
		}
		text.WriteString(open + escape(l.Text) + shut)
		if !l.Continues {
			text.WriteString("<br align=\"left\"/>")
		}
	}
	d.printf("<td port=\"%s\" %s bgcolor=\"%s\" width=\"%d\" align=\"left\" balign=\"left\"%s>%s</td>",
		port, attributes, d.theme.Box, int(d.texts.Width()), link, text.String())
}

var dotQuoter = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "&", "&amp;")

// quote writes a text as a quoted string that every Graphviz takes literally.
func quote(text string) string { return `"` + quoteInside(text) + `"` }

func quoteInside(text string) string {
	return dotQuoter.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' {
			return ' '
		}
		return r
	}, text))
}
