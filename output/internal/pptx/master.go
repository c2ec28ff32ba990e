package pptx

import "fmt"

// titleShape is a placeholder for the title, in a master or a layout.
const titleShape = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>`

const noColorMap = `<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`

const colorMap = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"` +
	` accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`

const masterGround = `<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>`

// masterPart is the one slide master (19.3.1.42).
func (p *Presentation) masterPart() *part {
	m := &part{name: "ppt/slideMasters/slideMaster1.xml", kind: presentationML + "slideMaster+xml"}
	for i := range 2 {
		m.rels.add(relation{kind: "slideLayout", target: fmt.Sprintf("../slideLayouts/slideLayout%d.xml", i+1)})
	}
	m.rels.add(relation{kind: "theme", target: "../theme/theme1.xml"})
	d := newDoc()
	d.raw(`<p:sldMaster` + namespaces + `><p:cSld>` + masterGround + treeHead + titleShape)
	d.printf(`<p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`, xfrm(p.titlePlace(), ""))
	d.raw(`<p:txBody><a:bodyPr anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p/></p:txBody></p:sp></p:spTree></p:cSld>` + colorMap +
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>` +
		`<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>` +
		`<a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle>` +
		`<p:bodyStyle>` + plainLevel + `</p:bodyStyle><p:otherStyle>` + plainLevel + `</p:otherStyle></p:txStyles></p:sldMaster>`)
	m.content = d.Bytes()
	return m
}

// plainLevel is text as it comes, without bullets.
const plainLevel = `<a:lvl1pPr marL="0" algn="l"><a:buNone/><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>` +
	`<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>`

// titlePlace is where a new slide has its title.
func (p *Presentation) titlePlace() Rect {
	w, h := Side(p.Width), Side(p.Height)
	return Rect{w * 0.04, h * 0.03, w * 0.92, h * 0.1}
}

func titleLayout() *part {
	return layoutPart(1, "titleOnly", "Title Only", titleShape+`<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>`)
}

func blankLayout() *part { return layoutPart(2, "blank", "Blank", "") }

func layoutPart(number int, kind, name, shapes string) *part {
	l := &part{name: fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", number), kind: presentationML + "slideLayout+xml"}
	l.rels.add(relation{kind: "slideMaster", target: "../slideMasters/slideMaster1.xml"})
	d := newDoc()
	d.printf(`<p:sldLayout%s type="%s" preserve="1"><p:cSld name="%s">%s%s</p:spTree></p:cSld>%s</p:sldLayout>`,
		markup(namespaces), kind, name, markup(treeHead), markup(shapes), markup(noColorMap))
	l.content = d.Bytes()
	return l
}

// themePart is the theme (20.1.6.9). Each master has one to itself.
func (p *Presentation) themePart(number int) *part {
	t := p.Theme
	d := newDoc()
	d.printf(`<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="%s"><a:themeElements><a:clrScheme name="%s">`, t.Name, t.Name)
	slot := func(name markup, c Color) { d.printf(`<a:%s><a:srgbClr val="%s"/></a:%s>`, name, c.hex(), name) }
	slot("dk1", t.Text)
	slot("lt1", t.Ground)
	slot("dk2", t.Text2)
	slot("lt2", t.Back2)
	for i, c := range t.Accents {
		slot(markup(fmt.Sprint("accent", i+1)), c)
	}
	slot("hlink", t.Link)
	slot("folHlink", t.Link)
	d.printf(`</a:clrScheme><a:fontScheme name="%s">`, t.Name)
	for _, name := range []markup{"major", "minor"} {
		d.printf(`<a:%sFont><a:latin typeface="%s"/><a:ea typeface=""/><a:cs typeface="%s"/></a:%sFont>`, name, t.Font, t.Font, name)
	}
	const fill = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	const effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	line := func(w int) string { return fmt.Sprintf(`<a:ln w="%d">%s<a:prstDash val="solid"/></a:ln>`, w, fill) }
	d.printf(`</a:fontScheme><a:fmtScheme name="%s">`, t.Name)
	d.raw(`<a:fillStyleLst>` + fill + fill + fill + `</a:fillStyleLst><a:lnStyleLst>` + line(9525) + line(15875) + line(22225) + `</a:lnStyleLst>` +
		`<a:effectStyleLst>` + effect + effect + effect + `</a:effectStyleLst><a:bgFillStyleLst>` + fill + fill + fill + `</a:bgFillStyleLst>` +
		`</a:fmtScheme></a:themeElements></a:theme>`)
	return &part{name: fmt.Sprintf("ppt/theme/theme%d.xml", number), kind: themeType, content: d.Bytes()}
}
