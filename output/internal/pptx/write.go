package pptx

import (
	"fmt"
	"io"
)

// Content types (part 1, 13.3 and 15.2).
const (
	presentationML = "application/vnd.openxmlformats-officedocument.presentationml."
	themeType      = "application/vnd.openxmlformats-officedocument.theme+xml"
	coreType       = "application/vnd.openxmlformats-package.core-properties+xml"
	appType        = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

	coreProperties = "core-properties"
)

// Write writes the presentation. The same presentation is the same bytes. A side
// of the slides that lies outside the format's limits is moved to them.
func Write(w io.Writer, p *Presentation) error {
	var root relations
	root.add(relation{kind: "officeDocument", target: "ppt/presentation.xml"})
	root.add(relation{kind: coreProperties, target: "docProps/core.xml"})
	root.add(relation{kind: "extended-properties", target: "docProps/app.xml"})
	parts := []*part{p.corePart(), p.appPart()}

	main := &part{name: "ppt/presentation.xml", kind: presentationML + "presentation.main+xml"}
	main.rels.add(relation{kind: "slideMaster", target: "slideMasters/slideMaster1.xml"})
	parts = append(parts, main, p.masterPart(), titleLayout(), blankLayout(), p.themePart(1))
	if p.hasNotes() {
		main.rels.add(relation{kind: "notesMaster", target: "notesMasters/notesMaster1.xml"})
		parts = append(parts, p.notesMasterPart(), p.themePart(2))
	}
	numbers := map[*Slide]int{}
	for i, s := range p.Slides {
		numbers[s] = i + 1
	}
	name := func(s *Slide) string {
		if numbers[s] == 0 {
			return ""
		}
		return fmt.Sprintf("slide%d.xml", numbers[s])
	}
	for i, s := range p.Slides {
		main.rels.add(relation{kind: "slide", target: "slides/" + name(s)})
		part := p.slidePart(s, i+1, name)
		parts = append(parts, part)
		if len(s.Notes) > 0 {
			part.rels.add(relation{kind: "notesSlide", target: fmt.Sprintf("../notesSlides/notesSlide%d.xml", i+1)})
			parts = append(parts, p.notesPart(s, i+1))
		}
	}
	main.content = p.main()
	return writePackage(w, parts, root)
}

func (p *Presentation) hasNotes() bool {
	for _, s := range p.Slides {
		if len(s.Notes) > 0 {
			return true
		}
	}
	return false
}

// main is the presentation part (19.2.1.26). Its relationships are the master,
// the notes' master if there is one, and the slides, in this order.
func (p *Presentation) main() []byte {
	d := newDoc()
	d.raw(`<p:presentation` + namespaces + ` saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>`)
	first := 2
	if p.hasNotes() {
		d.raw(`<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>`)
		first = 3
	}
	if len(p.Slides) > 0 {
		d.raw(`<p:sldIdLst>`)
		for i := range p.Slides {
			d.printf(`<p:sldId id="%d" r:id="rId%d"/>`, 256+i, first+i)
		}
		d.raw(`</p:sldIdLst>`)
	}
	d.printf(`<p:sldSz cx="%d" cy="%d"/><p:notesSz cx="%d" cy="%d"/></p:presentation>`,
		emu(Side(p.Width)), emu(Side(p.Height)), emu(notesWidth), emu(notesHeight))
	return d.Bytes()
}

// Side is the length that a side of a slide can have.
func Side(points float64) float64 { return max(MinSide, min(MaxSide, points)) }

func (p *Presentation) corePart() *part {
	d := newDoc()
	d.raw(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/">`)
	d.printf(`<dc:title>%s</dc:title>`, p.Title)
	if isTag(p.Lang) {
		d.printf(`<dc:language>%s</dc:language>`, p.Lang)
	}
	d.raw(`</cp:coreProperties>`)
	return &part{name: "docProps/core.xml", kind: coreType, content: d.Bytes()}
}

func (p *Presentation) appPart() *part {
	d := newDoc()
	notes := 0
	for _, s := range p.Slides {
		notes += min(len(s.Notes), 1)
	}
	d.printf(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`+
		`<Application>argmap</Application><Slides>%d</Slides><Notes>%d</Notes></Properties>`, len(p.Slides), notes)
	return &part{name: "docProps/app.xml", kind: appType, content: d.Bytes()}
}
