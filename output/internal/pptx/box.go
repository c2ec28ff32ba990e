package pptx

import (
	"fmt"
	"strings"
)

func (w *slideWriter) box(b *Box) {
	w.raw(`<p:sp><p:nvSpPr>`)
	w.properties(b, b.Label, b.Link)
	if b.Text != nil && b.Fill == nil && b.Line == nil {
		w.raw(`<p:cNvSpPr txBox="1"/>`)
	} else {
		w.raw(`<p:cNvSpPr/>`)
	}
	w.printf(`<p:nvPr/></p:nvSpPr><p:spPr>%s%s`, xfrm(b.Rect, ""), b.geometry())
	if b.Fill == nil {
		w.raw(`<a:noFill/>`)
	} else {
		w.printf(`%s`, solid(*b.Fill))
	}
	w.line(b.Line)
	w.raw(`</p:spPr>`)
	w.text(b)
	w.raw(`</p:sp>`)
}

func (w *slideWriter) line(l *Line) {
	if l == nil {
		w.raw(`<a:ln><a:noFill/></a:ln>`)
		return
	}
	const widest = 1584 // points (20.1.10.35 ST_LineWidth)
	w.printf(`<a:ln w="%d" cap="flat">%s`, emu(min(l.Width, widest)), solid(l.Color))
	if l.Dash != Solid {
		w.printf(`<a:prstDash val="%s"/>`, string(l.Dash))
	}
	w.raw(`<a:round/>`)
	if l.Head != NoHead {
		size := headSize(l)
		w.printf(`<a:headEnd type="%s" w="%s" len="%s"/>`, string(l.Head), size, size)
	}
	if l.Tail != NoHead {
		size := headSize(l)
		w.printf(`<a:tailEnd type="%s" w="%s" len="%s"/>`, string(l.Tail), size, size)
	}
	w.raw(`</a:ln>`)
}

// headSize is the size that comes nearest. Heads are two, three or five times as long
// as the line is wide, and those of thin lines as if these were 2 points wide.
func headSize(l *Line) string {
	switch times := l.HeadSize / max(l.Width, 2); {
	case times < 2.5:
		return "sm"
	case times < 3.9:
		return "med"
	}
	return "lg"
}

// geometry is a preset form, so that it can be changed like any other, unless the
// box has sites of its own, which no preset has.
func (b *Box) geometry() markup {
	switch {
	case len(b.Sites) > 0:
		return b.customGeometry()
	case b.Corner <= 0 || b.W <= 0 || b.H <= 0:
		return `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
	}
	adj := min(50000, b.Corner/min(b.W, b.H)*100000)
	return markup(fmt.Sprintf(`<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val %.0f"/></a:avLst></a:prstGeom>`, adj))
}

// customGeometry is a rounded rectangle with more connection sites (20.1.9). Its
// path is in plain numbers: LibreOffice mistakes guides in arcs.
func (b *Box) customGeometry() markup {
	var g strings.Builder
	g.WriteString(`<a:custGeom><a:avLst/><a:gdLst>`)
	for i, s := range b.Sites {
		fmt.Fprintf(&g, `<a:gd name="x%d" fmla="*/ w %.0f 100000"/><a:gd name="y%d" fmla="*/ h %.0f 100000"/>`, i, s.X*100000, i, s.Y*100000)
	}
	g.WriteString(`</a:gdLst><a:ahLst/><a:cxnLst>` + site("3cd4", "hc", "t") + site("cd2", "l", "vc") + site("cd4", "hc", "b") + site("0", "r", "vc"))
	for i, s := range b.Sites {
		g.WriteString(site(outward(s), fmt.Sprint("x", i), fmt.Sprint("y", i)))
	}
	w, h, c := emu(b.W), emu(b.H), emu(max(0, min(b.Corner, b.W/2, b.H/2)))
	arc := func(from int) string {
		return fmt.Sprintf(`<a:arcTo wR="%d" hR="%d" stAng="%d" swAng="5400000"/>`, c, c, from)
	}
	line := func(x, y any) string { return fmt.Sprintf(`<a:lnTo><a:pt x="%d" y="%d"/></a:lnTo>`, x, y) }
	fmt.Fprintf(&g, `</a:cxnLst><a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path w="%d" h="%d"><a:moveTo><a:pt x="0" y="%d"/></a:moveTo>`, w, h, c)
	g.WriteString(arc(10800000) + line(w-c, 0) + arc(16200000) + line(w, h-c) + arc(0) + line(c, h) + arc(5400000) + `<a:close/></a:path></a:pathLst></a:custGeom>`)
	return markup(g.String())
}

func site(angle, x, y string) string {
	return `<a:cxn ang="` + angle + `"><a:pos x="` + x + `" y="` + y + `"/></a:cxn>`
}

// outward is the direction in which a connector leaves the site.
func outward(s Point) string {
	switch {
	case s.Y <= 0:
		return "3cd4"
	case s.Y >= 1:
		return "cd4"
	case s.X <= 0:
		return "cd2"
	}
	return "0"
}

// insets are measured from the text's own rectangle, which in a rounded one is
// smaller than the shape (presetShapeDefinitions.xml, roundRect).
func (b *Box) insets() Insets {
	in := b.Text.Insets
	if len(b.Sites) > 0 || b.Corner <= 0 {
		return in
	}
	by := min(b.Corner, b.W/2, b.H/2) * 0.29289
	return Insets{max(0, in.Left-by), max(0, in.Top-by), max(0, in.Right-by), max(0, in.Bottom-by)}
}

func (w *slideWriter) text(b *Box) {
	if b.Text == nil {
		w.raw(`<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>`)
		return
	}
	in, wrap, anchor := b.insets(), "square", b.Text.Anchor
	if b.Text.NoWrap {
		wrap = "none"
	}
	if anchor == "" {
		anchor = AnchorTop
	}
	w.printf(`<p:txBody><a:bodyPr wrap="%s" lIns="%d" tIns="%d" rIns="%d" bIns="%d" anchor="%s"><a:noAutofit/></a:bodyPr><a:lstStyle/>`,
		wrap, emu(in.Left), emu(in.Top), emu(in.Right), emu(in.Bottom), string(anchor))
	for _, p := range b.Text.Paragraphs {
		w.paragraph(p)
	}
	if len(b.Text.Paragraphs) == 0 {
		w.raw(`<a:p/>`)
	}
	w.raw(`</p:txBody>`)
}

// paragraph writes text (21.1.2). What a right-to-left paragraph begins with stands on the right.
func (w *slideWriter) paragraph(p Paragraph) {
	w.raw(`<a:p><a:pPr`)
	if p.Indent > 0 || p.First > 0 {
		w.printf(` marL="%d" indent="%d"`, emu(p.Indent), emu(p.First)-emu(p.Indent))
	}
	switch {
	case p.Centered:
		w.raw(` algn="ctr"`)
	case p.RTL:
		w.raw(` algn="r"`)
	default:
		w.raw(` algn="l"`)
	}
	w.printf(` rtl="%d"`, flag(p.RTL))
	w.raw(`>`)
	const tallest = 158400 // 20.1.10.85 ST_TextSpacingPoint
	if p.LineHeight > 0 {
		w.printf(`<a:lnSpc><a:spcPts val="%d"/></a:lnSpc>`, min(tallest, hundredths(p.LineHeight)))
	}
	w.printf(`<a:spcBef><a:spcPts val="%d"/></a:spcBef></a:pPr>`, min(tallest, hundredths(max(p.Before, 0))))
	for _, r := range p.Runs {
		for i, text := range strings.Split(r.Text, "\n") {
			if i > 0 {
				w.raw(`<a:br>`)
				w.style("a:rPr", r)
				w.raw(`</a:br>`)
			}
			if text != "" {
				w.raw(`<a:r>`)
				w.style("a:rPr", r)
				w.printf(`<a:t>%s</a:t></a:r>`, text)
			}
		}
	}
	if n := len(p.Runs); n > 0 {
		last := p.Runs[n-1]
		last.Link = nil
		w.style("a:endParaRPr", last)
	}
	w.raw(`</a:p>`)
}

func (w *slideWriter) style(element markup, r Run) {
	w.printf(`<%s`, element)
	lang := r.Lang
	if lang == "" {
		lang = w.p.Lang
	}
	if isTag(lang) {
		w.printf(` lang="%s"`, lang)
	}
	w.printf(` sz="%d" b="%d" i="%d" dirty="0">%s`, textSize(r.Size), flag(r.Bold), flag(r.Italic), solid(r.Color))
	w.printf(`<a:latin typeface="%s"/><a:cs typeface="%s"/>`, w.p.Theme.Font, w.p.Theme.Font)
	w.link(r.Link)
	w.printf(`</%s>`, element)
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isTag tells whether the text looks like a BCP 47 tag.
func isTag(s string) bool {
	for i, piece := range strings.Split(s, "-") {
		if len(piece) < 1 || len(piece) > 8 || i == 0 && len(piece) < 2 {
			return false
		}
		for _, c := range piece {
			if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && c >= '0' && c <= '9') {
				return false
			}
		}
	}
	return true
}
