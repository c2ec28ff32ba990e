package output

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// Markdown is the map as a nested list (https://spec.commonmark.org/0.31.2/), which
// GitHub and Pandoc read alike. Claims and arguments are found by their numbers:
// there is no raw HTML to link to them by, since many readers take it out.
var Markdown = &Format{Name: "markdown", Title: "Markdown outline", Ext: ".md", MIME: "text/markdown",
	Use: "wikis, issues, notes, Pandoc", writeMap: writeMarkdown}

type markdownWriter struct {
	*bufio.Writer
	job *Job
}

func writeMarkdown(w io.Writer, j *Job) (source.Diagnostics, error) {
	md := &markdownWriter{bufio.NewWriter(w), j}
	md.printf("# %s\n", inline(clean(j.Map().Heading())))
	for _, b := range branches(j.Outline) {
		md.root(b)
	}
	if list := j.references(); len(list) > 0 {
		md.printf("\n## Sources\n\n")
		for _, s := range list {
			md.reference(s)
		}
	}
	return nil, md.Flush()
}

func (md *markdownWriter) printf(format string, args ...any) { fmt.Fprintf(md, format, args...) }

// root writes a claim that is a premise of nothing shown: a paragraph, and the list
// of its arguments.
func (md *markdownWriter) root(b *branch) {
	number := b.number
	if number == "" {
		number = "Thesis"
	}
	md.printf("\n**%s:** %s", number, claimInline(b))
	md.under(b, "")
	if len(b.below) > 0 {
		md.printf("\n")
	}
	for _, c := range b.below {
		md.item(c, "")
	}
}

// item writes one item of a list. What follows it stands two columns further in,
// where its own text begins, so that it is never so far in as to be code.
func (md *markdownWriter) item(b *branch, indent string) {
	md.printf("%s- **%s**", indent, b.number)
	colon := ""
	if b.entry != nil {
		colon = ":"
	}
	if b.step != nil {
		md.printf(" *%s%s*", inline(heading(b.step.Argument)), colon)
	}
	indent += "  "
	if b.entry != nil {
		md.printf(" %s", claimInline(b))
	} else {
		md.printf("%s", marksInline(b))
	}
	md.under(b, indent)
	for _, c := range b.below {
		md.item(c, indent)
	}
}

// under writes the lines under a branch, each behind a hard line break.
func (md *markdownWriter) under(b *branch, indent string) {
	for _, l := range md.job.lines(b) {
		text := inline(l.text)
		if l.url != "" {
			text = "[" + text + "](<" + l.url + ">)"
		}
		md.printf("\\\n%s*%s%s:* %s", indent, strings.ToUpper(l.label[:1]), l.label[1:], text)
	}
	md.printf("\n")
}

func (md *markdownWriter) reference(s *argmap.Source) {
	r := reference(s)
	md.printf("- %s", blockStart(inline(r.Text)))
	if r.URL != "" {
		md.printf(" [%s](<%s>)", inline(r.URL), r.URL)
	}
	md.printf("\n")
}

// claimInline is a claim with its marks.
func claimInline(b *branch) string {
	text := inline(clean(b.entry.Claim.Text))
	if b.entry.Claim.Implicit {
		text = `*\[implicit\]* ` + text
	}
	return text + marksInline(b)
}

func marksInline(b *branch) string {
	text := ""
	for _, m := range b.marks() {
		text += " *(" + inline(m) + ")*"
	}
	return text
}

// inlineSigns escapes what CommonMark, GitHub's dialect or Pandoc could take for
// more than text inside a line. The last three keep GitHub from making links of
// addresses, in which it would not see the escapes.
var inlineSigns = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `&`, `\&`,
	`~`, `\~`, `^`, `\^`, `$`, `\$`, `@`, `\@`, `#`, `\#`, `{`, `\{`, `|`, `\|`,
	`://`, `\://`, `www.`, `www\.`, `WWW.`, `WWW\.`)

// beforeWord is a colon that could begin the name of a picture, as in :dog:.
var beforeWord = regexp.MustCompile(`:([0-9A-Za-z+-])`)

// inline escapes a cleaned text for the inside of a line.
func inline(text string) string {
	return beforeWord.ReplaceAllString(inlineSigns.Replace(text), `\:$1`)
}

var listMarker = regexp.MustCompile(`^\(?[0-9A-Za-z]+[.)]`)

// blockStart escapes what would begin another block where an inline text is the
// first thing in a paragraph or item: a list, a quotation, a rule, a title.
func blockStart(text string) string {
	if text != "" && strings.ContainsRune(`>+-=:%`, rune(text[0])) {
		return `\` + text
	}
	for _, box := range []string{`\[ \] `, `\[x\] `, `\[X\] `} { // Pandoc sees a task in it, escaped or not
		if rest, ok := strings.CutPrefix(text, box); ok {
			return strings.ReplaceAll(box, " ", "&nbsp;") + rest
		}
	}
	if m := listMarker.FindString(text); m != "" {
		return text[:len(m)-1] + `\` + text[len(m)-1:]
	}
	return text
}

// MarkdownText is a text on one line as Markdown, of which nothing is taken for a sign of
// that. At the beginning of a block it is MarkdownStart that is needed.
func MarkdownText(text string) string { return inline(clean(text)) }

// MarkdownStart is MarkdownText for the beginning of a paragraph or an item.
func MarkdownStart(text string) string { return blockStart(MarkdownText(text)) }
