package pptx

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
	"time"
)

// part is a file inside the package, and what it refers to.
type part struct {
	name    string // "ppt/slides/slide1.xml"
	kind    string // content type
	content []byte
	rels    relations
}

// relations are the relationships of one part (part 2, 9.3).
type relations struct{ list []relation }

type relation struct {
	kind     string // the last piece of its type
	target   string // relative to the part, or a URL
	external bool
}

const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// add returns the id of the relationship, which is made where there is none yet.
func (r *relations) add(rel relation) string {
	for i, old := range r.list {
		if old == rel {
			return fmt.Sprint("rId", i+1)
		}
	}
	r.list = append(r.list, rel)
	return fmt.Sprint("rId", len(r.list))
}

func (r *relations) content() []byte {
	d := newDoc()
	d.raw(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, rel := range r.list {
		kind := relationTypes + rel.kind
		if rel.kind == coreProperties {
			kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/" + rel.kind
		}
		mode := markup("")
		if rel.external {
			mode = ` TargetMode="External"`
		}
		d.printf(`<Relationship Id="rId%d" Type="%s" Target="%s"%s/>`, i+1, kind, rel.target, mode)
	}
	d.raw(`</Relationships>`)
	return d.Bytes()
}

// uri escapes what a URL may not hold (RFC 3986, 2), and leaves what is escaped.
func uri(link string) string {
	allowed := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;="
	if strings.Contains(link, "://[") { // an IPv6 address
		allowed += "[]"
	}
	var b strings.Builder
	fragment := false
	for i := 0; i < len(link); i++ {
		switch c := link[i]; {
		case c == '%' && i+2 < len(link) && hex(link[i+1]) && hex(link[i+2]), c == '#' && !fragment:
			fragment = fragment || c == '#'
			b.WriteByte(c)
		case c == '#' || !strings.Contains(allowed, string(rune(c))):
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func hex(c byte) bool { return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0 }

// relsName is where the relationships of a part stand.
func relsName(name string) string {
	i := strings.LastIndexByte(name, '/') + 1
	return name[:i] + "_rels/" + name[i:] + ".rels"
}

func contentTypes(parts []*part) []byte {
	d := newDoc()
	d.raw(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range parts {
		d.printf(`<Override PartName="/%s" ContentType="%s"/>`, p.name, p.kind)
	}
	d.raw(`</Types>`)
	return d.Bytes()
}

// writePackage writes the parts, the same bytes on every run: no file has a time
// but the first that ZIP knows.
func writePackage(w io.Writer, parts []*part, root relations) error {
	z := zip.NewWriter(w)
	add := func(name string, content []byte) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		_, err = f.Write(content)
		return err
	}
	if err := add("[Content_Types].xml", contentTypes(parts)); err != nil {
		return err
	}
	if err := add("_rels/.rels", root.content()); err != nil {
		return err
	}
	for _, p := range parts {
		if err := add(p.name, p.content); err != nil {
			return err
		}
		if len(p.rels.list) == 0 {
			continue
		}
		if err := add(relsName(p.name), p.rels.content()); err != nil {
			return err
		}
	}
	return z.Close()
}
