package output_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"golang.org/x/net/html"
)

func readPage(t *testing.T, j *output.Job) (page *html.Node, text string) {
	t.Helper()
	data, _ := write(t, output.HTML, j)
	page, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return page, string(data)
}

// elements lists the elements below n for which want is true, in their order.
func elements(n *html.Node, want func(*html.Node) bool) []*html.Node {
	var list []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && want(d) {
			list = append(list, d)
		}
	}
	return list
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func tag(name string) func(*html.Node) bool { return func(n *html.Node) bool { return n.Data == name } }

func withClass(class string) func(*html.Node) bool {
	return func(n *html.Node) bool { return strings.Contains(" "+attr(n, "class")+" ", " "+class+" ") }
}

func withID(id string) func(*html.Node) bool {
	return func(n *html.Node) bool { return attr(n, "id") == id }
}

func textContent(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// TestHTMLHoldsEveryClaim wants each claim in the outline, in the map under the id
// that the outline links to, and in the details.
func TestHTMLHoldsEveryClaim(t *testing.T) {
	for name, m := range maps(t) {
		t.Run(name, func(t *testing.T) {
			page, _ := readPage(t, job(m))
			ids := map[string]*html.Node{}
			for _, n := range elements(page, func(n *html.Node) bool { return attr(n, "id") != "" }) {
				if ids[attr(n, "id")] != nil {
					t.Errorf("id %q stands twice", attr(n, "id"))
				}
				ids[attr(n, "id")] = n
			}
			outlined := map[string]*html.Node{}
			for _, n := range elements(page, withClass("entry")) {
				pick := elements(n, withClass("pick"))[0]
				id, err := url.PathUnescape(strings.TrimPrefix(attr(pick, "href"), "#"))
				if err != nil || ids[id] == nil || ids[id].Data != "g" {
					t.Errorf("the outline links to %q, which is not in the map", attr(pick, "href"))
				}
				if attr(pick, "dir") != "auto" {
					t.Errorf("no direction on %q", textContent(pick))
				}
				outlined[id] = n
			}
			for _, c := range m.Claims {
				entry := outlined["claim-"+c.ID]
				if entry == nil {
					t.Fatalf("claim %s is not in the outline", c.ID)
				}
				detail := ids[attr(entry, "data-detail")]
				for _, at := range []*html.Node{elements(entry, withClass("pick"))[0], ids["claim-"+c.ID], elements(detail, tag("h2"))[0]} {
					if got := textContent(at); !strings.Contains(squeeze(got), squeeze(c.Text)) {
						t.Errorf("claim %s reads %q", c.ID, got)
					}
				}
			}
			for _, a := range m.Arguments {
				if ids["argument-"+a.ID] == nil {
					t.Errorf("argument %s is not in the map", a.ID)
				}
			}
		})
	}
}

// TestHTMLIsClosed reads pages as a browser would: nothing runs or styles but what
// the policy names by its hash, nothing is fetched, and links are safe.
func TestHTMLIsClosed(t *testing.T) {
	for name, m := range maps(t) {
		t.Run(name, func(t *testing.T) {
			page, _ := readPage(t, job(m))
			var hashes []string
			for n := range page.Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				for _, a := range n.Attr {
					switch key := a.Key; {
					case strings.HasPrefix(key, "on"), key == "style", key == "src", key == "srcset", key == "srcdoc", key == "action", key == "formaction", key == "data", key == "ping":
						t.Errorf("<%s %s=%q>", n.Data, key, a.Val)
					case key == "href" || key == "data-href":
						if link, ok := argmap.SafeURL(strings.TrimPrefix(a.Val, "#")); !ok {
							t.Errorf("<%s %s=%q>", n.Data, key, link)
						}
					}
				}
				switch n.Data {
				case "script", "style":
					sum := sha256.Sum256([]byte(textContent(n)))
					hashes = append(hashes, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
				case "link", "img", "iframe", "object", "embed", "base", "form", "video", "audio", "image", "use", "foreignobject", "foreignObject", "b":
					t.Errorf("an element <%s>", n.Data)
				}
			}
			if len(hashes) != 2 {
				t.Fatalf("%d scripts and style sheets", len(hashes))
			}
			want := "default-src 'none'; script-src " + hashes[1] + "; style-src " + hashes[0] + "; base-uri 'none'; form-action 'none'"
			metas := elements(page, func(n *html.Node) bool { return attr(n, "http-equiv") == "Content-Security-Policy" })
			if len(metas) != 1 || attr(metas[0], "content") != want {
				t.Errorf("the policy is not %q", want)
			}
		})
	}
}

// TestHTMLSize keeps what the page adds to the picture small.
func TestHTMLSize(t *testing.T) {
	text, _ := examples.Text("china-kim")
	_, page := readPage(t, job(parse(t, "china-kim.yaml", text)))
	_, rest, _ := strings.Cut(page, "<svg")
	picture, _, _ := strings.Cut(rest, "</svg>")
	if beside := len(page) - len(picture); beside > 100_000 {
		t.Errorf("%d bytes beside the picture", beside)
	}
	svg, _ := write(t, output.SVG, job(parse(t, "china-kim.yaml", text)))
	if beyond := len(page) - len(svg); beyond > 95_000 { // what the checks find takes the rest
		t.Errorf("%d bytes more than the SVG", beyond)
	}
	cut := func(from, to string) int {
		_, rest, _ := strings.Cut(page, from)
		inside, _, _ := strings.Cut(rest, to)
		return len(inside)
	}
	if code := cut("<style>", "</style>") + cut("<script", "</script>"); code < 10_000 || code > 36_000 {
		t.Errorf("%d bytes of script and style", code)
	}
}

const pets = `
lang: ar
title: Pets
sources:
  vet: {author: {family: Roe, given: Jo}, title: On dogs, issued: 2019, URL: "https://example.org/dogs"}
thesis:
  id: dream
  claim: Dogs dream.
  because:
    - premises:
        - id: twitch
          claim: Dogs twitch in their sleep.
          note: Seen at night.
          tags: [seen]
          evidence: {source: vet, at: p. 3, kind: observation, quote: it twitched}
        - {id: sign, claim: What twitches in its sleep dreams., implicit: true}
      scheme: sign
      but: [Twitching may be a reflex.]
  but:
    - ref: twitch
`

// TestHTMLDetails looks for everything that is known of a claim.
func TestHTMLDetails(t *testing.T) {
	m := parse(t, "pets.yaml", pets)
	j := job(m)
	twitch, sign, argument := m.Claims[1], m.Claims[2], m.Arguments[0]
	j.Findings = source.Diagnostics{
		{Severity: source.Warning, Code: "on-claim", Message: "is it so?", Hint: "look again", File: m.Source, Span: twitch.Decl.Text.Span},
		{Severity: source.Info, Code: "on-step", Message: "a step", File: m.Source, Span: argument.Decl.Scheme.Span},
		{Severity: source.Info, Code: "on-file", Message: "a source", File: m.Source, Span: m.Sources[0].Decl.Span},
	}
	page, _ := readPage(t, j)
	if lang := attr(elements(page, tag("html"))[0], "lang"); lang != "ar" {
		t.Errorf("lang is %q", lang)
	}
	section := func(c *argmap.Claim) string {
		for _, s := range elements(elements(page, withID("sections"))[0], tag("section")) {
			if strings.Contains(textContent(s), c.Text) {
				return strings.Join(strings.Fields(textContent(s)), " ")
			}
		}
		return ""
	}
	for _, want := range []string{"Seen at night.", "#seen", "Roe 2019, p. 3", "· observation", "it twitched", "warning is it so? on-claim",
		"look again", "Premise 1 of 2 of reason 1 for", "Objection 1 against", "scheme: sign", "info a step on-step"} {
		if got := section(twitch); !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	if got := section(sign); !strings.Contains(got, "Implicit") || strings.Contains(got, "on-claim") {
		t.Errorf("the implicit claim reads %q", got)
	}
	outline := elements(page, withID("outline"))[0]
	for _, want := range []string{"because · sign", "but: doubts the step", "implicit", "repeated, see 1.1", "1 finding", "Roe, J", "on-file"} {
		if got := textContent(outline); !strings.Contains(got, want) {
			t.Errorf("no %q in the outline %q", want, got)
		}
	}
}

// TestHTMLSaysWhatAViewLeavesOut counts the claims below that are not shown.
func TestHTMLSaysWhatAViewLeavesOut(t *testing.T) {
	j := job(parse(t, "pets.yaml", pets))
	thesis := j.Outline.Roots[0]
	thesis.Hidden, thesis.Children = 4, nil
	page, _ := readPage(t, j)
	if got := textContent(elements(page, withClass("entry"))[0]); !strings.Contains(got, "+4 below") {
		t.Errorf("the thesis reads %q", got)
	}
}
