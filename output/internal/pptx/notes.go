package pptx

import (
	"fmt"
	"strings"
)

// A page of notes, upright, with the slide above its text.
const (
	notesWidth  = 540.0
	notesHeight = 720.0
)

var (
	notesPicture = Rect{54, 54, 432, 243}
	notesText    = Rect{54, 324, 432, 342}
)

const (
	pictureShape = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>` +
		`<p:nvPr><p:ph type="sldImg"%s/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr></p:sp>`
	notesShape = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
		`<p:nvPr><p:ph type="body"%s idx="1"/></p:nvPr></p:nvSpPr><p:spPr>%s</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>`
	rectangle = `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
)

// notesMasterPart is the notes' master (19.3.1.27).
func (p *Presentation) notesMasterPart() *part {
	m := &part{name: "ppt/notesMasters/notesMaster1.xml", kind: presentationML + "notesMaster+xml"}
	m.rels.add(relation{kind: "theme", target: "../theme/theme2.xml"})
	picture := notesPicture
	if w, h := Side(p.Width), Side(p.Height); w*picture.H > h*picture.W { // as the slide is shaped
		picture.H = picture.W * h / w
	} else {
		picture.W = picture.H * w / h
		picture.X = (notesWidth - picture.W) / 2
	}
	d := newDoc()
	d.raw(`<p:notesMaster` + namespaces + `><p:cSld>` + masterGround + treeHead)
	d.printf(pictureShape, markup(` idx="2"`), xfrm(picture, "")+rectangle+`<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>`)
	d.printf(notesShape, markup(` sz="quarter"`), xfrm(notesText, "")+rectangle)
	d.raw(`<a:p/></p:txBody></p:sp></p:spTree></p:cSld>` + colorMap + `<p:notesStyle>` + plainLevel + `</p:notesStyle></p:notesMaster>`)
	m.content = d.Bytes()
	return m
}

// notesPart is the notes of one slide (19.3.1.26).
func (p *Presentation) notesPart(s *Slide, number int) *part {
	n := &part{name: fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", number), kind: presentationML + "notesSlide+xml"}
	n.rels.add(relation{kind: "notesMaster", target: "../notesMasters/notesMaster1.xml"})
	n.rels.add(relation{kind: "slide", target: fmt.Sprintf("../slides/slide%d.xml", number)})
	d := newDoc()
	d.raw(`<p:notes` + namespaces + `><p:cSld>` + treeHead)
	d.printf(pictureShape, markup(""), markup(""))
	d.printf(notesShape, markup(""), markup(""))
	for _, text := range strings.Split(strings.Join(s.Notes, "\n"), "\n") {
		if text == "" {
			d.raw(`<a:p/>`)
			continue
		}
		d.raw(`<a:p><a:r><a:rPr`)
		if isTag(p.Lang) {
			d.printf(` lang="%s"`, p.Lang)
		}
		d.printf(` dirty="0"/><a:t>%s</a:t></a:r></a:p>`, text)
	}
	d.raw(`</p:txBody></p:sp></p:spTree></p:cSld>` + noColorMap + `</p:notes>`)
	n.content = d.Bytes()
	return n
}
