package output_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// textFormats are the formats that people read as text.
func textFormats() []*output.Format {
	return []*output.Format{output.Markdown, output.Text, output.Standard, output.Mermaid}
}

// TestTexts shows each of them on small maps.
func TestTexts(t *testing.T) {
	for _, f := range textFormats() {
		golden.Archives(t, "testdata/text/"+f.Name+".txtar", ".yaml", func(t *testing.T, name, text string) string {
			data, diags := write(t, f, job(parse(t, name, text)))
			if diags != nil {
				t.Errorf("%s: %v", name, diags)
			}
			return string(data)
		})
	}
}

// traps are claims with everything that Markdown, GitHub, Pandoc or Mermaid could
// take for more than text.
var traps = []string{
	"1. An item", "2) An item", "A. An item", "(i) An item", "- An item", "+ An item", "* An item", "# A title", "Not a title ##", "Text\n===", "---", "***",
	"> A quotation", "| a | b |", "```go", "~~~", "`code` ``more``", "~~gone~~ ~sub~ ^sup^ ^[note] [^1]", ": a definition", "% a title", "::: div", "=", "==marked==",
	"*stars* **more** _lines_ __more__ snake_case", "[x](javascript:alert(1)) ![i](x) [ref] [x]: y", "[ ] task", "{#id .class} `x`{=html}", "{{ liquid }} {% raw %}",
	"<script>alert(1)</script> <!-- gone --> <https://example.org>", "&copy; &#60; & &amp;copy;", `\ \* \\ end\`, "$x$ $$y$$ costs $5", "@cite [@cite] -@cite",
	"https://example.org/a_b_c*d* and www.example.org/a_b_c and someone@example.org", "“Quoted” 'it' \"so\" -- --- ...", "#1 #quot; #35; #lt;",
	`%%{init: {"theme": "dark"}}%% %% gone`, "A style: #quot; and a classDef x:#y;", "fa:fa-car :smile: ::icon(x)", "end", `"] --> x["`, "n1", "|x| (y) {z} [w]", "ﬂ°°60¶ß ﬂ°lt¶ß ¶ß",
	"A bidi override \u202e and a line\u2028end", "\u00a0blanks\u00a0", "中国は北朝鮮の金体制を最後まで支えるとは限らない。", "👩‍👩‍👧 emoji Z̸͎̎a̴̗͝l̶̯̕g̷̰̈o", strings.Repeat("word", 100), "click n1 href \"x\"", "a\n\nb\n    c",
}

// trapped is a map of traps, as claims, notes, labels and sources.
func trapped(t testing.TB) *argmap.Map {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %q\nsources:\n", "1. A title # {.class}")
	for i, s := range traps {
		fmt.Fprintf(&b, "  s%d: {title: %q, URL: %q}\n", i, s, "https://example.org/?"+strings.Map(printable, s))
	}
	for i, link := range []string{"javascript&colon;alert(1)", "javascript&#58;alert(1)", "javascript#colon;alert(1)", "a>b<c>\"'`(d)[e]{f}|g^h", "?%%{init:{}}%%"} {
		fmt.Fprintf(&b, "  l%d: {title: A link, URL: %q}\n", i, link)
	}
	b.WriteString("thesis:\n  claim: All of it is text.\n  evidence: [l0 p. 1, l1 p. 1, l2 p. 1, l3 p. 1, l4 p. 1]\n  because:\n")
	for i, s := range traps {
		fmt.Fprintf(&b, "    - premises: [{claim: %q, note: %q, evidence: [s%d %s], group: %q}, {claim: \"%d\", implicit: true}]\n      label: %q\n", s, s, i, "p. 1", s, i, s)
		fmt.Fprintf(&b, "      but: [{claim: %q}]\n", "Single: "+s)
	}
	m := parse(t, "traps.yaml", b.String())
	m.Claims[1].Text += " \x1b[31mred\x07" // a claims file cannot hold these, other formats may
	return m
}

func printable(r rune) rune {
	if r <= ' ' || r == 0x7f {
		return '+'
	}
	return r
}

// textMaps are maps and traps.
func textMaps(t *testing.T) map[string]*argmap.Map {
	list := maps(t)
	list["traps"] = trapped(t)
	list["deep"] = parse(t, "deep.yaml", deep(30))
	return list
}

// deep is a claims file with as many reasons, each for the one before.
func deep(levels int) string {
	var b strings.Builder
	b.WriteString("thesis:\n  claim: Level 0.\n")
	for i, indent := 1, "  "; i <= levels; i, indent = i+1, indent+"    " {
		fmt.Fprintf(&b, "%sbecause:\n%s  - claim: Level %d, which is a long sentence about nothing at all and goes on.\n", indent, indent, i)
	}
	return b.String()
}

// shown is a claim's text as text formats write it, before they escape it.
func shown(text string) string { return strings.TrimSpace(source.Visible(style.Collapse(text))) }

// TestTextsClean wants no control character and no sign that turns the direction
// of reading in any of them.
func TestTextsClean(t *testing.T) {
	for name, m := range textMaps(t) {
		for _, f := range textFormats() {
			data, _ := write(t, f, job(m))
			for _, r := range string(data) {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && r != '\u200e' && r != '\u200f' && r != '\u061c') {
					t.Errorf("%s: %U in %s", name, r, f.Name)
				}
			}
		}
	}
}

// unfolded undoes what Mermaid's texts have between words.
var unfolded = strings.NewReplacer("<br/>", " ", "#58;", ":")

// TestTextsView wants a view to say what it leaves out and where it begins.
func TestTextsView(t *testing.T) {
	m := parse(t, "in.yaml", "thesis:\n  claim: Dogs dream.\n  because:\n    - premises: [Dogs bark., Barkers dream.]\n      but: [Not all.]\n")
	for _, f := range textFormats() {
		j := job(m)
		step := j.Outline.Roots[0].Children[0]
		step.Children, step.Hidden, step.Premises[0].Hidden = nil, 2, 7
		whole, _ := write(t, f, j)
		j.Outline = &argmap.Outline{Map: m, Roots: step.Premises[:1]}
		j.Outline.Roots[0].Above = step
		part, _ := write(t, f, j)
		for text, want := range map[string][]string{
			string(whole): {"+7 below", "+2 about the step"},
			string(part):  {"+7 below", "premise of a reason for", "Dogs dream"},
		} {
			text = unfolded.Replace(text)
			for _, w := range want {
				if !strings.Contains(strings.Join(strings.Fields(text), " "), w) {
					t.Errorf("%s says nothing of %q:\n%s", f.Name, w, text)
				}
			}
		}
		if strings.Contains(string(part), "Barkers dream") {
			t.Errorf("%s shows what the view leaves out:\n%s", f.Name, part)
		}
	}
}

// TestTextsEvidence follows the evidence style: no evidence, and no sources; or
// its quotes.
func TestTextsEvidence(t *testing.T) {
	m := parse(t, "in.yaml", "sources: {vet: {author: J. Roe, issued: 2019}}\nthesis:\n  claim: Dogs dream.\n  evidence: {source: vet, at: p. 3, quote: they do dream}\n")
	for _, f := range textFormats() {
		for how, want := range map[layout.EvidenceStyle][2]bool{layout.EvidenceShort: {true, false}, layout.EvidenceFull: {true, true}, layout.EvidenceNone: {false, false}} {
			j := job(m)
			j.Layout.Evidence = how
			data, _ := write(t, f, j)
			text := unfolded.Replace(string(data))
			if got := [2]bool{strings.Contains(text, "2019"), strings.Contains(text, "they do dream")}; got != want {
				t.Errorf("%s, style %d: source and quote are there: %v\n%s", f.Name, how, got, data)
			}
		}
	}
}

// TestTextTree wants every claim's text in the tree, and no line wider than asked.
func TestTextTree(t *testing.T) {
	noGuides := strings.NewReplacer("│", "", "├", "", "└", "", "─", "")
	for name, m := range textMaps(t) {
		for _, width := range []int{0, 50, 120} {
			j := job(m)
			j.Columns = width
			data, _ := write(t, output.Text, j)
			text := squeeze(noGuides.Replace(string(data)))
			for _, c := range m.Claims {
				if !strings.Contains(text, squeeze(noGuides.Replace(shown(c.Text)))) {
					t.Errorf("%s: claim %q is not there", name, c.Text)
				}
			}
			if width == 0 {
				width = output.DefaultColumns
			}
			wantNarrow(t, string(data), width)
		}
	}
}

func wantNarrow(t *testing.T, text string, width int) {
	t.Helper()
	for line := range strings.SplitSeq(text, "\n") {
		n := 0
		for _, r := range line {
			n += source.RuneWidth(r)
		}
		if n > width {
			t.Errorf("a line of %d columns, not %d: %s", n, width, line)
		}
	}
}

var (
	numbered = regexp.MustCompile(`(?m)^(   |∴  ) ?(\d+)\. `)
	starts   = regexp.MustCompile(`from ((?:\d+, )*\d+)( –|;|\)|, in a circle)`)
)

// TestStandard wants each claim once under a number of its own, and conclusions
// behind what they follow from, save in a circle.
func TestStandard(t *testing.T) {
	for name, m := range textMaps(t) {
		if name == "traps" { // whose texts look like numbers
			continue
		}
		data, _ := write(t, output.Standard, job(m))
		text := string(data)
		wantNarrow(t, text, 78)
		items := numbered.FindAllStringSubmatchIndex(text, -1)
		if len(items) != len(m.Claims) {
			t.Errorf("%s: %d numbers for %d claims", name, len(items), len(m.Claims))
		}
		for i, at := range items {
			if n := text[at[4]:at[5]]; n != strconv.Itoa(i+1) {
				t.Errorf("%s: number %s stands in place %d", name, n, i+1)
			}
			end := len(text)
			if i+1 < len(items) {
				end = items[i+1][0]
			}
			item, _, _ := strings.Cut(text[at[0]:end], "\n\n")
			concluded := strings.HasPrefix(item, "∴")
			from := starts.FindAllStringSubmatch(strings.Join(strings.Fields(item), " "), -1)
			if concluded != (len(from) > 0) {
				t.Errorf("%s: %s", name, item)
			}
			for _, f := range from {
				later := false
				for _, p := range strings.Split(f[1], ", ") {
					n, _ := strconv.Atoi(p)
					later = later || n > i
				}
				if later != (f[2] == ", in a circle") {
					t.Errorf("%s: %s", name, item)
				}
			}
		}
		for _, c := range m.Claims {
			if !strings.Contains(squeeze(text), squeeze(shown(c.Text))) {
				t.Errorf("%s: claim %q is not there", name, c.Text)
			}
		}
	}
}
