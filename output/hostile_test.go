package output_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output"
)

// malicious is a claims file that tries everything a text can: scripts, handlers,
// links that run something, ends of every kind of section, control characters,
// signs that turn the direction of reading, and a word of a million letters.
func malicious(t testing.TB) *argmap.Map {
	evil := `</script><script>alert(1)</script><img src=x onerror=alert(2)> ]]> --> <!-- " ' onload="alert(3)" {{.}} ${x} \u202e\u2066rtl\u2069\u202c`
	text := strings.NewReplacer("EVIL", strings.ReplaceAll(evil, `"`, `\"`), "WORD", strings.Repeat("x", 1_000_000)).Replace(`
title: "EVIL"
sources:
  s: {title: "EVIL", author: "EVIL", URL: "javascript:alert(4)"}
  d: {title: "data", URL: "data:text/html,<script>alert(5)</script>"}
  f: {title: "file", URL: "file:///etc/passwd"}
  g: {title: "good", URL: "https://example.org/?q=\"><script>alert(6)</script>&x=')"}
  v: {title: "vb", URL: " vbscript:x"}
thesis:
  claim: "EVIL"
  label: "EVIL"
  note: "EVIL"
  tags: ["EVIL"]
  group: "EVIL"
  evidence: [{source: s, at: "EVIL", kind: "EVIL", quote: "EVIL", note: "EVIL"}, g, d, f, v, {url: "javascript:alert(7)"}, {url: "JaVaScRiPt:alert(8)"}]
  because:
    - premises:
        - {claim: "EVIL first", evidence: [{url: "//evil.example/x", note: "EVIL"}], because: ["EVIL below", {claim: "=cmd|' /C calc'!A0"}]}
        - "` + "```" + `\n# heading\n- item\n[x](javascript:alert(9))\n<svg/onload=alert(10)>\n~~~\n---\n"
      label: "EVIL"
      scheme: "EVIL"
      note: "EVIL"
      but: ["EVIL undercut"]
  but:
    - "WORD"
    - "click A \"javascript:alert(11)\"; style x fill:url(javascript:alert(12))"
`)
	m := parse(t, "evil.yaml", text)
	for _, c := range m.Claims[:4] { // the reader refuses these; other formats may not
		c.Text += "\x00\x07\x1b[31m\r\x7f\uFFFE\xff"
	}
	return m
}

// TestMaliciousText writes it in every format, and finds nothing in any that would
// run, lead where it should not, or break the file.
func TestMaliciousText(t *testing.T) {
	m := malicious(t)
	j := job(m)
	j.Scale, j.Steps, j.Layout.Steps = 0.2, true, true
	for _, f := range output.Formats() {
		data, _ := write(t, f, j)
		t.Run(f.Name, func(t *testing.T) { harmless(t, f.Ext, data) })
	}
	d, err := j.Deck(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range output.SlideFormats() {
		t.Run("slides "+f.Name, func(t *testing.T) {
			var b bytes.Buffer
			pictures, _, err := output.WriteSlides(&b, f, j, d, "evil")
			if err != nil {
				t.Fatal(err)
			}
			harmless(t, f.Ext, b.Bytes())
			for _, p := range pictures {
				readSVG(t, p.Data)
			}
		})
	}
}

func harmless(t *testing.T, ext string, data []byte) {
	t.Helper()
	switch ext {
	case ".svg":
		readSVG(t, data)
	case ".html":
		harmlessHTML(t, data)
	case ".pptx":
		for name, part := range parts(t, data) {
			if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
				harmlessXML(t, name, part)
			}
		}
	case ".pdf":
		for _, bad := range []string{"/JavaScript", "/JS", "/Launch", "/OpenAction", "/SubmitForm", "(javascript", "(file:", "(data:"} {
			if bytes.Contains(data, []byte(bad)) {
				t.Errorf("the PDF holds %s", bad)
			}
		}
	case ".md", ".mmd", ".txt":
		for _, r := range string(data) {
			if r < ' ' && r != '\n' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
				t.Fatalf("the text holds the character U+%04X", r)
			}
		}
		outside := regexp.MustCompile(`(?s)<!--.*?-->`).ReplaceAllString(string(data), "") // of the speaker's notes
		if link := markdownLink.FindString(outside); ext == ".md" && link != "" {
			t.Errorf("a link %q", link)
		}
	}
}

// markdownLink is a link that leads where it should not; after a backslash it is none.
var markdownLink = regexp.MustCompile(`(?i)[^\\]\]\(<?\s*(javascript|data|file|vbscript):`)

func parts(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	list := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		list[f.Name] = content
	}
	return list
}

var dangerous = regexp.MustCompile(`(?i)^\s*(javascript|data|file|vbscript):`)

// harmlessXML reads a part of a PowerPoint file: it is well-formed, and no
// attribute leads where it should not.
func harmlessXML(t *testing.T, name string, data []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if start, ok := tok.(xml.StartElement); ok {
			for _, a := range start.Attr {
				if a.Name.Local == "Target" && dangerous.MatchString(a.Value) || a.Name.Local == "action" && !strings.HasPrefix(a.Value, "ppaction://hlinksldjump") {
					t.Errorf("%s: <%s %s=%q>", name, start.Name.Local, a.Name.Local, a.Value)
				}
			}
		}
	}
}

// harmlessHTML reads a page as a browser does: its one script and its one sheet are
// the page's own, and nothing else in it can run or fetch anything.
func harmlessHTML(t *testing.T, data []byte) {
	t.Helper()
	scripts := 0
	for n := range tree(t, data) {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			scripts++
		case "img", "iframe", "object", "embed", "base", "form", "foreignobject", "foreignObject", "link":
			t.Errorf("an element <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcdoc" {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
			if strings.Contains(a.Key, "href") && dangerous.MatchString(a.Val) {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
}

// tree is every node of a page.
func tree(t *testing.T, data []byte) func(func(*html.Node) bool) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return root.Descendants()
}
