package embed

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// Picture is what stands behind a block: an image and where it leads.
type Picture struct {
	Name  string // of the block, among Names
	Image string // a URL
	Alt   string // what a reader who cannot see the image is told
	Link  string // a URL; "" where the image leads nowhere
}

// Rewrite puts a picture behind each block, in place of what an earlier run has
// written there, and leaves every other byte of the document as it is. Where the
// pictures stand there already, the text that it returns is the same. It reports
// blocks behind which nothing can be written.
func (d *Document) Rewrite(pictures []Picture) (string, source.Diagnostics) {
	text := d.file.Text
	var out strings.Builder
	at := 0
	for i, b := range d.Blocks {
		start, end := d.lineSpan(b.last).End, d.lineSpan(b.last).End
		if b.region != nil {
			start, end = b.region.span.Start, b.region.span.End
		}
		out.WriteString(text[at:start])
		at = end
		lines := b.lines(pictures[i])
		if b.region != nil && sameLines(text[start:end], lines) {
			out.WriteString(text[start:end])
			continue
		}
		eol := d.lineBreak(b.first)
		if b.region == nil {
			out.WriteString(eol)
		}
		out.WriteString(strings.Join(lines, eol))
	}
	out.WriteString(text[at:])
	return out.String(), d.verify(out.String(), pictures)
}

// lines are what stands behind the block.
func (b *Block) lines(p Picture) []string {
	image := "![" + escape(plain(p.Alt)) + "](" + p.Image + ")"
	if p.Link != "" {
		image = "[" + image + "](" + p.Link + ")"
	}
	blank := strings.TrimRight(b.prefix, " \t")
	lines := []string{b.prefix + "<!-- argmap:begin " + p.Name + " -->", blank, b.prefix + image, blank, b.prefix + "<!-- argmap:end -->"}
	if b.compact {
		lines = []string{lines[0], lines[2], lines[4]}
	}
	return lines
}

// sameLines tells whether a region says what it should, whatever blanks a
// formatter has put into it.
func sameLines(old string, lines []string) bool {
	var have, want []string
	for line := range strings.SplitSeq(old, "\n") {
		if s := bare(line); s != "" {
			have = append(have, s)
		}
	}
	for _, line := range lines {
		if s := bare(line); s != "" {
			want = append(want, s)
		}
	}
	return strings.Join(have, "\n") == strings.Join(want, "\n")
}

// lineBreak is how a line ends.
func (d *Document) lineBreak(line int) string {
	if end := d.lineSpan(line).End; strings.HasPrefix(d.file.Text[end:], "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// verify reads a rewritten document again: every block must be there, with its
// picture behind it.
func (d *Document) verify(text string, pictures []Picture) source.Diagnostics {
	again, _ := Read(source.NewFile(d.file.Name, text))
	for i, b := range d.Blocks {
		if i >= len(again.Blocks) || again.Blocks[i].Claims.Text != b.Claims.Text || again.Blocks[i].region == nil ||
			again.Blocks[i].region.name != pictures[i].Name || len(again.Blocks) != len(d.Blocks) {
			return source.Diagnostics{b.Report(CodePlace, b.At, "set it apart with blank lines, or write it outside of lists and quotes", "no picture can be written behind this block")}
		}
	}
	return nil
}

// maxAlt is the longest text that stands for a picture, in bytes; a screen reader
// reads it in one go.
const maxAlt = 600

// plain is a text on one line, without signs that could mislead a reader, and not
// too long to be read aloud.
func plain(text string) string {
	text = strings.Join(strings.Fields(source.Visible(strings.Join(strings.Fields(text), " "))), " ")
	if len(text) <= maxAlt {
		return text
	}
	cut := strings.ToValidUTF8(text[:maxAlt], "")
	if i := strings.LastIndexByte(cut, ' '); i > maxAlt/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

// escape writes a text so that Markdown, with the extensions that are usual, takes
// every character for itself.
func escape(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if strings.IndexByte("\\`*_[]<>&!#|~$@^{}\"", text[i]) >= 0 || text[i] == ':' && strings.HasPrefix(text[i+1:], "//") ||
			text[i] == '.' && i >= 3 && strings.EqualFold(text[i-3:i], "www") {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
