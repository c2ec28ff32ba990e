package embed_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
	"github.com/argmap/argmap/output/embed"
	"github.com/google/go-cmp/cmp"
)

// pictures are what a run would show behind the blocks of a document.
func pictures(blocks []*embed.Block) []embed.Picture {
	var list []embed.Picture
	for _, name := range embed.Names(blocks, slices.Repeat([]string{"Dogs dream"}, len(blocks))) {
		list = append(list, embed.Picture{Name: name, Image: name + ".svg", Link: name + ".md", Alt: "A map [of] *dogs*."})
	}
	return list
}

// TestDocuments shows what is found in documents, and what they become. Every
// rewritten document stays as it is when it is rewritten again.
func TestDocuments(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", ".md", func(t *testing.T, name, text string) string {
		d, diags := embed.Read(source.NewFile(name, text))
		var b strings.Builder
		if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
			t.Fatal(err)
		}
		if diags.HasErrors() {
			return b.String()
		}
		for i, block := range d.Blocks {
			fmt.Fprintf(&b, "block %d %q\n", i+1, block.Claims.Text)
			for _, a := range block.Attributes {
				fmt.Fprintf(&b, "  %s %q bare=%t %q\n", a.Key, a.Value, a.Bare, block.File().Slice(a.Span))
			}
		}
		out, diags := d.Rewrite(pictures(d.Blocks))
		if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
			t.Fatal(err)
		}
		if diags == nil {
			if again := rewritten(t, name, out); again != out {
				t.Errorf("%s: a second run changes the document (-first +second):\n%s", name, cmp.Diff(out, again))
			}
			fmt.Fprintf(&b, "====\n%s", strings.ReplaceAll(out, "\r", "␍"))
			if !strings.HasSuffix(out, "\n") {
				b.WriteString("(no line break)\n")
			}
		}
		return b.String()
	})
}

func rewritten(t *testing.T, name, text string) string {
	t.Helper()
	d, diags := embed.Read(source.NewFile(name, text))
	out, more := d.Rewrite(pictures(d.Blocks))
	if diags = append(diags, more...); diags != nil {
		t.Fatalf("%s cannot be rewritten again: %v", name, diags)
	}
	return out
}

// TestBlocksKeepTheirNames wants the pictures to stay with their blocks when these
// change places, and a copied block to get one of its own.
func TestBlocksKeepTheirNames(t *testing.T) {
	a, b := "```argmap\nthesis: A.\n```\n", "```argmap\nthesis: B.\n```\n"
	out := rewritten(t, "doc.md", a+"\n"+b)
	first, second, _ := strings.Cut(out, "\n\n```argmap\n")
	second = "```argmap\n" + second
	if got, want := rewritten(t, "doc.md", second+"\n"+first+"\n"), second+"\n"+first+"\n"; got != want {
		t.Errorf("blocks that changed places were given other pictures (-want +got):\n%s", cmp.Diff(want, got))
	}
	if got := rewritten(t, "doc.md", first+"\n\n"+second+"\n"+first+"\n"); !strings.Contains(got, "begin Dogs-dream-3 ") {
		t.Errorf("a copied block has the picture of the first:\n%s", got)
	}
}

// TestPlaces wants a mistake in a block's claims to be shown where it stands in
// the document, in quotes and lists too.
func TestPlaces(t *testing.T) {
	for _, text := range []string{
		"Text\n\n```argmap\nthesis: HERE\n```\n",
		"> - ```argmap\n>   a: b\n>   thesis: HERE\n>   ```\n",
		"-\t```argmap\r\n\ta:\r\n\t\tHERE\r\n\t```\r\n",
		"<!-- argmap\nä: HERE -->\n",
		"   ~~~~ argmap\n     x: HERE\n   ~~~~\n",
	} {
		d, diags := embed.Read(source.NewFile("doc.md", text))
		if len(d.Blocks) != 1 || diags != nil {
			t.Errorf("%q: %d blocks, %v", text, len(d.Blocks), diags)
			continue
		}
		b := d.Blocks[0]
		at := strings.Index(b.Claims.Text, "HERE")
		moved := b.InDocument(source.Diagnostics{{File: b.Claims, Span: source.Span{Start: at, End: at + 4}, Related: []source.Related{{Span: source.Span{Start: at, End: at + 4}}}}})
		if got := b.File().Slice(moved[0].Span); got != "HERE" {
			t.Errorf("%q: the mistake is shown at %q", text, got)
		}
		if got := moved[0].Related[0].File.Slice(moved[0].Related[0].Span); got != "HERE" {
			t.Errorf("%q: the related place is shown at %q", text, got)
		}
	}
}

// TestDeepNesting wants documents that would take the parser forever to be refused.
func TestDeepNesting(t *testing.T) {
	for _, text := range []string{strings.Repeat(">", 100_000), strings.Repeat("- ", 100_000)} {
		if _, diags := embed.Read(source.NewFile("doc.md", "text\n"+text)); len(diags) != 1 || diags[0].Code != embed.CodeTangled {
			t.Errorf("%.4q…: %v", text, diags)
		}
	}
}

// FuzzEmbed rewrites any document: what is rewritten stays as it is in a second
// run, and without what was written it is the document that it was.
func FuzzEmbed(f *testing.F) {
	for _, seed := range []string{
		"```argmap\nthesis: A.\n```\n", "> - ~~~ {.argmap file=\"a b\" number}\n>   ~~~\n", "1. <!-- argmap file=x\n   -->",
		"```argmap\n```\n\n<!-- argmap:begin a -->\n\n![x](y)\n\n<!-- argmap:end -->\n", "- - ```argmap\n\t```\n```argmap\n", "---\na: b\n---\n```argmap\r\n```",
		"\t> ```argmap\n<div>\n```argmap\n```\n</div>\n", "-\t> \t```argmap\n\t> \t```\ntext",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, diags := embed.Read(source.NewFile("doc.md", text))
		if diags.HasErrors() {
			return
		}
		list := pictures(d.Blocks)
		out, diags := d.Rewrite(list)
		if diags.HasErrors() {
			return
		}
		if again := rewritten(t, "doc.md", out); again != out {
			t.Fatalf("a second run changes %q to %q", out, again)
		}
		if got, want := outside(out), outside(text); got != want {
			t.Fatalf("%q became %q", text, out)
		}
	})
}

// regions are what stands from marker to marker, with the line break before that.
var regions = regexp.MustCompile(`(?s)(\r?\n[ \t>]*)?<!--[ \t]*argmap:begin.*?<!--[ \t]*argmap:end[ \t]*-->[ \t]*`)

func outside(text string) string { return regions.ReplaceAllString(text, "") }
