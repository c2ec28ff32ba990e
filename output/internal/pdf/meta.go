package pdf

import (
	"encoding/xml"
	"strings"
)

// info is the information dictionary (14.3.3). It has no dates: they would make
// every run's file another.
func info(m Meta) string {
	s := "<</Title " + text(m.Title)
	if m.Subject != "" {
		s += "/Subject " + text(m.Subject)
	}
	if m.Creator != "" {
		s += "/Creator " + text(m.Creator) + "/Producer " + text(m.Creator)
	}
	return s + ">>"
}

// metadata adds the same as XMP (ISO 16684-1), for programs that search files.
func (f *file) metadata(m Meta) ref {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
		"<dc:format>application/pdf</dc:format>\n")
	alternative := func(name, value string) {
		if value != "" {
			b.WriteString("<dc:" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(value) + "</rdf:li></rdf:Alt></dc:" + name + ">\n")
		}
	}
	alternative("title", m.Title)
	alternative("description", m.Subject)
	if m.Lang != "" {
		b.WriteString("<dc:language><rdf:Bag><rdf:li>" + escaped(m.Lang) + "</rdf:li></rdf:Bag></dc:language>\n")
	}
	if m.Creator != "" {
		b.WriteString("<xmp:CreatorTool>" + escaped(m.Creator) + "</xmp:CreatorTool>\n<pdf:Producer>" + escaped(m.Creator) + "</pdf:Producer>\n")
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return f.plain("/Type/Metadata/Subtype/XML", []byte(b.String()))
}

func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
