package output_test

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
)

// markdownPage is what a reader of Markdown makes of it.
type markdownPage struct {
	texts []string // of each heading, paragraph and item, up to its first line break
	links []string
	items int
	depth int // of the deepest list
}

func readMarkdown(t *testing.T, data []byte) markdownPage {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var page markdownPage
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if n.Type == html.CommentNode {
			t.Errorf("a comment: %s", n.Data)
		}
		if n.Type == html.ElementNode {
			switch n.Data {
			case "ul":
				depth++
				page.depth = max(page.depth, depth)
			case "li":
				page.items++
				page.texts = append(page.texts, firstLine(n))
			case "p", "h1", "h2":
				page.texts = append(page.texts, firstLine(n))
			case "a":
				for _, a := range n.Attr {
					if a.Key == "href" {
						page.links = append(page.links, a.Val)
					}
				}
			case "html", "head", "body", "strong", "em", "br":
			default:
				t.Errorf("an element <%s>: %s", n.Data, firstLine(n))
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth)
		}
	}
	walk(root, 0)
	return page
}

// firstLine is an element's text up to a line break or a list in it.
func firstLine(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node) bool
	walk = func(n *html.Node) bool {
		if n.Type == html.ElementNode && (n.Data == "br" || n.Data == "ul") {
			return false
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if !walk(c) {
				return false
			}
		}
		return true
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// wantMarkdown wants every claim's text in the page, whole and as text, a list
// with as many items as the map has, and the links that were written, all safe.
func wantMarkdown(t *testing.T, m *argmap.Map, data []byte, page markdownPage) {
	t.Helper()
	all := "\n" + strings.Join(page.texts, "\n") + "\n"
	if title := shown(m.Title); title != "" && page.texts[0] != title {
		t.Errorf("the title is %q, not %q", page.texts[0], title)
	}
	if want := bytes.Count(data, []byte("](<")); len(page.links) != want {
		t.Errorf("%d links, not %d: %v", len(page.links), want, page.links)
	}
	for _, c := range m.Claims {
		text := strings.Join(strings.Fields(shown(c.Text)), " ")
		if !strings.Contains(all, " "+text+"\n") {
			t.Errorf("claim %q is not there", text)
		}
	}
	if want := markdownItems(m.Outline().Roots) + len(m.Outline().References()); page.items != want {
		t.Errorf("%d items, not %d", page.items, want)
	}
	for _, s := range m.Outline().References() {
		if text := strings.Join(strings.Fields(shown(s.Reference())), " "); !strings.Contains(all, "\n"+text) {
			t.Errorf("source %q is not there", text)
		}
	}
	for _, link := range page.links {
		if _, ok := argmap.SafeURL(link); !ok {
			t.Errorf("link %q", link)
		}
	}
}

// markdownItems counts the items of a map's list: the arguments, and the premises
// of those that have several.
func markdownItems(entries []*argmap.Entry) int {
	n := 0
	var steps func([]*argmap.Step)
	steps = func(list []*argmap.Step) {
		for _, s := range list {
			n++
			if len(s.Premises) > 1 {
				n += len(s.Premises)
			}
			for _, p := range s.Premises {
				steps(p.Children)
			}
			steps(s.Children)
		}
	}
	for _, e := range entries {
		steps(e.Children)
	}
	return n
}

// TestMarkdown reads each map as GitHub would, as far as goldmark does.
func TestMarkdown(t *testing.T) {
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	for name, m := range textMaps(t) {
		t.Run(name, func(t *testing.T) {
			data, _ := write(t, output.Markdown, job(m))
			if strings.Contains(html.UnescapeString(string(data)), "(<javascript:") { // as a browser reads &#58 too
				t.Errorf("a script behind entities:\n%s", data)
			}
			var page bytes.Buffer
			if err := reader.Convert(data, &page); err != nil {
				t.Fatal(err)
			}
			read := readMarkdown(t, page.Bytes())
			wantMarkdown(t, m, data, read)
			if name == "deep" && read.depth != 30 {
				t.Errorf("the list is %d deep", read.depth)
			}
		})
	}
}

// TestMarkdownPandoc reads each map as Pandoc does, in its own dialect and in
// GitHub's.
func TestMarkdownPandoc(t *testing.T) {
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		t.Skip("no pandoc here")
	}
	list := textMaps(t)
	for _, name := range []string{"traps", "deep", "hostile"} {
		m := list[name]
		for _, dialect := range []string{"markdown-smart-auto_identifiers", "gfm-gfm_auto_identifiers"} {
			t.Run(name+"/"+dialect, func(t *testing.T) {
				data, _ := write(t, output.Markdown, job(m))
				cmd := exec.CommandContext(t.Context(), pandoc, "-f", dialect, "-t", "html", "--wrap=none")
				cmd.Stdin = bytes.NewReader(data)
				page, err := cmd.Output()
				if err != nil {
					t.Fatal(err)
				}
				wantMarkdown(t, m, data, readMarkdown(t, page))
			})
		}
	}
}
