package output

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// SVG is a Scalable Vector Graphics picture (https://www.w3.org/TR/SVG2/) with
// its texts as text. Ids are made from the ids of claims and arguments:
// "claim-ID", "argument-ID", and "claim-ID-in-ARGUMENT" where a claim is shown
// again.
var SVG = &Format{Name: "svg", Title: "SVG picture", Ext: ".svg", MIME: "image/svg+xml",
	Use: "web pages, slides, print, further editing", writeDrawing: writeSVG}

// fontFamily names the font that texts were measured with, then those of the
// same widths.
const fontFamily = "Liberation Sans, Arial, Helvetica, sans-serif"

type svgWriter struct {
	*bufio.Writer
	d      *layout.Drawing
	theme  style.Theme
	page   *pagePlan // of the HTML page that the picture stands in; nil in a file of its own
	prefix string    // of ids, where several pictures stand in one file
	talk   bool      // the picture stands in a talk: nothing in it has the focus
	grow   bool      // parts say at which stage of a reveal they appear
}

func writeSVG(w io.Writer, j *Job, d *layout.Drawing) (source.Diagnostics, error) {
	s := &svgWriter{Writer: bufio.NewWriterSize(w, 1<<16), d: d, theme: j.theme()}
	s.printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	s.picture(j)
	return nil, s.Flush()
}

// picture writes the svg element.
func (s *svgWriter) picture(j *Job) {
	d, key := s.d, "map"
	if j.Map().Thesis != nil {
		key = j.Map().Thesis.ID
	}
	s.open(key)
	s.printf("<title id=\"title-%s\">%s</title>\n", escape(key), escape(s.d.Title))
	s.printf("<desc id=\"desc-%s\">%s</desc>\n", escape(key), escape(d.Description))
	if s.page == nil { // a page has a sheet of its own
		s.themes(j)
	}
	s.printf("<rect class=\"am-ground\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n", num(d.Width), num(d.Height), s.theme.Ground)
	s.parts()
	s.printf("</svg>\n")
}

// parts draws everything that is on the drawing.
func (s *svgWriter) parts() {
	for _, r := range s.d.Regions {
		s.region(r)
	}
	s.contents()
	if len(s.d.Captions) > 0 {
		s.legend()
	}
	if s.page != nil {
		s.pageConnectors()
		s.toggles()
		return
	}
	for _, c := range s.d.Connectors { // over the frames, whose borders they cross to reach a premise
		s.connector(c)
	}
}

// stage is the attribute that says when a part appears.
func (s *svgWriter) stage(n int) string {
	if !s.grow || n == 0 {
		return ""
	}
	return fmt.Sprintf(" data-stage=\"%d\"", n)
}

func (s *svgWriter) printf(format string, args ...any) { fmt.Fprintf(s, format, args...) }

func (s *svgWriter) open(key string) {
	s.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %s %s\"",
		num(s.d.Width), num(s.d.Height), num(s.d.Width), num(s.d.Height))
	if s.d.Lang != "" {
		s.printf(" lang=\"%s\"", escape(s.d.Lang))
	}
	s.printf(" role=\"img\" aria-labelledby=\"title-%s desc-%s\" font-family=\"%s\">\n", escape(key), escape(key), fontFamily)
}

// contents draws frames and boxes in reading order: the boxes of a frame follow
// it, and stand inside its group.
func (s *svgWriter) contents() {
	frames := s.d.Frames
	for i := 0; i < len(s.d.Boxes); {
		a := s.d.Boxes[i].Argument
		if s.d.Boxes[i].Claim == nil {
			break
		}
		if a == nil {
			s.box(s.d.Boxes[i])
			i++
			continue
		}
		s.printf("<g id=\"%sargument-%s\" class=\"am-argument am-%s\"%s>\n<title>%s</title>\n", s.prefix, escape(a.ID), a.Kind, s.stage(frames[0].Stage), escape(says(a)))
		s.frame(frames[0])
		frames = frames[1:]
		for ; i < len(s.d.Boxes) && s.d.Boxes[i].Argument == a; i++ {
			s.box(s.d.Boxes[i])
		}
		s.printf("</g>\n")
	}
}

// legend draws what belongs to no claim and no argument.
func (s *svgWriter) legend() {
	s.printf("<g class=\"am-legend\">\n")
	for _, f := range s.d.Frames {
		if f.Argument == nil {
			s.frame(f)
		}
	}
	for _, b := range s.d.Boxes {
		if b.Claim == nil {
			s.boxShape(b)
		}
	}
	s.lines(s.d.Captions)
	s.printf("</g>\n")
}

// says puts an argument's place in the map into words.
func says(a *argmap.Argument) string {
	verb := map[argmap.Kind]string{argmap.Support: "Reason for", argmap.Attack: "Objection to"}[a.Kind]
	switch t := a.Target.(type) {
	case *argmap.Argument:
		verb = map[argmap.Kind]string{argmap.Support: "Backing of", argmap.Attack: "Undercut of"}[a.Kind]
		return verb + " the step from: " + t.Premises[0].Text + withNote(a.Note)
	case *argmap.Claim:
		if a.Conflict != "" {
			verb += ", " + a.Conflict
		}
		return verb + ": " + t.Text + withNote(a.Note)
	}
	return verb
}

func withNote(note string) string {
	if note == "" {
		return ""
	}
	return "\n" + note
}

func (s *svgWriter) region(r *layout.Region) {
	t := s.theme.Region
	s.printf("<g class=\"am-region\"%s%s>\n", s.stage(r.Stage), s.page.regionData(r, s.d))
	s.rect(r.Rect, layout.RegionCorner, "am-region-box", t.Fill, t.Line, layout.RegionLine, nil)
	s.lines(r.Title)
	s.printf("</g>\n")
}

func (s *svgWriter) frame(f *layout.Frame) {
	t := s.theme.Role(f.Role == layout.RoleObjection)
	s.rect(f.Rect, layout.FrameCorner, "am-frame am-"+roleName(f.Role), t.Fill, t.Line, layout.FrameLine, f.Dash())
	s.lines(f.Heading)
}

func (s *svgWriter) box(b *layout.Box) {
	id, class := s.prefix+"claim-"+b.Claim.ID, "am-claim"
	if b.Again {
		id += "-in-" + b.Argument.ID
	}
	if b.Implicit {
		class += " am-implicit"
	}
	s.printf("<g id=\"%s\" class=\"%s\"%s>\n", escape(id), class, s.stage(b.Stage))
	if about := about(b.Claim); about != "" {
		s.printf("<title>%s</title>\n", escape(about))
	}
	s.boxShape(b)
	s.lines(b.Lines)
	s.printf("</g>\n")
}

func (s *svgWriter) boxShape(b *layout.Box) {
	s.rect(b.Rect, layout.BoxCorner, "am-box am-"+roleName(b.Role), s.theme.Box, boxLine(s.theme, b), b.LineWidth(), b.Dash())
}

// about is what a claim has to say beyond what is drawn: its note and quotes.
func about(c *argmap.Claim) string {
	var parts []string
	if c.Note != "" {
		parts = append(parts, c.Note)
	}
	for _, e := range c.Evidence {
		if e.Quote != "" {
			parts = append(parts, e.Cite()+": “"+e.Quote+"”")
		}
	}
	return strings.Join(parts, "\n")
}

func (s *svgWriter) rect(r layout.Rect, corner float64, class string, fill, line style.Color, width float64, dash []float64) {
	k := s.d.Scale
	s.printf("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n",
		class, num(r.X), num(r.Y), num(r.W), num(r.H), num(corner*k), fill, line, num(width*k), s.dashes(dash))
}

func (s *svgWriter) dashes(dash []float64) string {
	if dash == nil {
		return ""
	}
	var parts []string
	for _, d := range dash {
		parts = append(parts, num(d*s.d.Scale))
	}
	return " stroke-dasharray=\"" + strings.Join(parts, " ") + "\""
}

func (s *svgWriter) connector(c *layout.Connector) {
	t := s.theme.Role(c.Role == layout.RoleObjection)
	s.printf("<path class=\"am-line am-%s\" d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s%s/>\n",
		roleName(c.Role), pathData(c.Path()), t.Line, num(layout.ConnectorLine*s.d.Scale), s.dashes(c.Dash()), s.stage(c.Stage))
	for _, head := range c.Heads() {
		var pts []string
		for _, p := range head {
			pts = append(pts, num(p.X)+","+num(p.Y))
		}
		s.printf("<polygon class=\"am-head am-%s\" points=\"%s\" fill=\"%s\"%s/>\n", roleName(c.Role), strings.Join(pts, " "), t.Line, s.stage(c.Stage))
	}
}

func pathData(path []layout.Segment) string {
	var b strings.Builder
	pt := func(p layout.Point) string { return num(p.X) + "," + num(p.Y) }
	for _, s := range path {
		switch s.Op {
		case layout.MoveTo:
			b.WriteString("M" + pt(s.To))
		case layout.LineTo:
			b.WriteString("L" + pt(s.To))
		case layout.CurveTo:
			b.WriteString("C" + pt(s.C1) + " " + pt(s.C2) + " " + pt(s.To))
		}
	}
	return b.String()
}

// lines writes texts, the lines of each in one element, so that it can be found,
// selected and copied whole.
func (s *svgWriter) lines(lines []layout.Line) {
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n-1].Next != "\n" {
			n++
		}
		s.text(lines[:n])
		lines = lines[n:]
	}
}

func (s *svgWriter) text(lines []layout.Line) {
	first := lines[0]
	link := first.URL
	if name, ok := strings.CutPrefix(link, "#claim-"); ok {
		link = "#" + s.prefix + "claim-" + name
	}
	open, end := s.link(link)
	s.printf("%s", open)
	s.printf("<text font-size=\"%s\"%s>", num(first.Size), fontAttributes(first))
	for _, l := range lines {
		x := l.X
		if l.RTL {
			x += l.Width
		}
		class, color := lineInk(s.theme, l)
		s.printf("<tspan class=\"%s\" x=\"%s\" y=\"%s\" fill=\"%s\"%s>%s</tspan>", class, num(x), num(l.Y), color, length(l), escape(l.Text))
		if l.Next == " " {
			s.printf(" ")
		}
	}
	s.printf("</text>%s\n", end)
}

// link is the tags around a text that leads somewhere. In a page the picture is
// one graphic, in which nothing can have the focus: its script follows the link.
func (s *svgWriter) link(url string) (open, end string) {
	switch {
	case url == "":
		return "", ""
	case s.page != nil || s.talk:
		return "<g class=\"am-to\" data-href=\"" + escape(url) + "\">", "</g>"
	}
	return "<a href=\"" + escape(url) + "\">", "</a>"
}

// length keeps a line as long as it was measured, whatever font it is shown in.
func length(l layout.Line) string {
	if l.Width <= 0 {
		return ""
	}
	return " textLength=\"" + num(l.Width) + "\" lengthAdjust=\"spacingAndGlyphs\""
}

func fontAttributes(l layout.Line) string {
	attrs := ""
	switch l.Font {
	case style.Bold:
		attrs = " font-weight=\"bold\""
	case style.Italic:
		attrs = " font-style=\"italic\""
	}
	if l.RTL {
		attrs += " direction=\"rtl\""
	}
	return attrs
}

func roleName(r layout.Role) string {
	return [...]string{"plain", "thesis", "reason", "objection"}[r]
}

// num writes a length: at most two decimals, none that say nothing.
func num(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes a text safe inside XML elements and attributes. Characters that
// XML 1.0 cannot hold become U+FFFD.
func escape(text string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return r
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			return '\uFFFD'
		}
		return r
	}, text)
	return xmlEscaper.Replace(strings.ToValidUTF8(clean, "\uFFFD"))
}
