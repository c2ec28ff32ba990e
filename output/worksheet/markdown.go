package worksheet

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
)

// Markdown is an exercise for wikis, course pages and Pandoc: circles to be marked as
// "( )", blanks as "____".
var Markdown = &Format{Name: "markdown", Title: "Markdown worksheet", Ext: ".md",
	Use: "course pages, wikis, Pandoc, further editing", write: writeMarkdown}

func writeMarkdown(_ context.Context, w io.Writer, s *Sheet) (source.Diagnostics, error) {
	md := &markdownWriter{Writer: bufio.NewWriter(w)}
	for i, p := range s.Papers {
		if i > 0 {
			md.printf("\n---\n\n")
		}
		md.paper, md.key = p, s.key(i)
		md.write()
	}
	return nil, md.Flush()
}

type markdownWriter struct {
	*bufio.Writer
	paper *exercise.Paper
	key   *exercise.Key // nil: nothing is filled in
}

const blank = `\_\_\_\_\_\_`

func (md *markdownWriter) printf(format string, args ...any) { fmt.Fprintf(md, format, args...) }

// inline and start are a text inside a paragraph, and at its beginning.
func inline(text string) string { return output.MarkdownText(text) }
func start(text string) string  { return output.MarkdownStart(text) }

func (md *markdownWriter) write() {
	p := md.paper
	title := p.Type.Title
	if md.key != nil {
		title += " – key"
	}
	md.printf("# %s\n\n", inline(title))
	if p.Title != "" {
		md.printf("%s\n\n", start(p.Title))
	}
	md.printf("Name: %s\n\n%s\n", nameOr(inline(p.Student), blank+blank), start(p.Ask))
	items := itemsOf(p)
	if p.Map != nil {
		md.outline()
	}
	if !tabular(p, items) {
		md.options("Claims", p.Claims)
	}
	md.options("To choose from", p.Bank)
	for _, l := range lists(p, mostChoices) {
		md.options("Where it says “"+l.Prompt+"”", l.Options)
	}
	if tabular(p, items) {
		md.table(items)
	} else {
		for _, it := range items {
			md.item(it)
		}
	}
	md.reasons()
	md.printf("\n*%s*\n", inline(footer(p)))
}

// nameOr is the student's name, or else room for it.
func nameOr(name, room string) string {
	if name == "" {
		return room
	}
	return name
}

// footer tells papers apart: type, seed, level and student.
func footer(p *exercise.Paper) string {
	text := fmt.Sprintf("%s · seed %d · level %d", p.Type.Name, p.Seed, p.Level)
	if p.Student != "" {
		text += " · " + clean(p.Student)
	}
	return text
}

func (md *markdownWriter) options(title string, list []exercise.Option) {
	if len(list) == 0 {
		return
	}
	md.printf("\n## %s\n\n", inline(title))
	for _, o := range list {
		md.printf("- **%s** %s\n", inline(signed(o.Key)), inline(o.Text))
	}
}

func (md *markdownWriter) outline() {
	md.printf("\n## Map\n\n")
	for _, r := range rowsOf(md.paper.Map) {
		var parts []string
		if r.word != "" {
			parts = append(parts, "*"+inline(r.lead())+"*")
		}
		if r.claim != nil {
			if id := md.paper.Gaps[r.claim.ID]; id != "" {
				parts = append(parts, "**"+inline(r.claim.Text)+"**", md.filled(id))
			} else if r.word == "" {
				parts = append(parts, start(r.claim.Text))
			} else {
				parts = append(parts, inline(r.claim.Text))
			}
		}
		md.printf("%s- %s\n", strings.Repeat("  ", r.depth), strings.Join(parts, " "))
	}
}

// filled is the blank of a field, or with a key what is right in it.
func (md *markdownWriter) filled(id string) string {
	if md.key == nil {
		return blank
	}
	return "**" + inline(answerOf(md.key.Field(id))) + "**"
}

func (md *markdownWriter) item(it *item) {
	md.printf("\n### %s\n", inline(it.name))
	for _, f := range it.fields {
		for i, part := range f.About {
			if i == 0 {
				md.printf("\n")
			}
			md.printf("- *%s:* %s\n", inline(part.Word), inline(part.Text))
		}
		if !chooses(md.paper, f, mostChoices) {
			md.printf("\n%s %s\n", start(f.Prompt), md.filled(f.ID))
			continue
		}
		md.printf("\n%s\n\n", start(f.Prompt))
		for _, o := range f.Options {
			mark := `( )`
			if md.key != nil && isRight(md.key.Field(f.ID), o) {
				mark = `(**x**)`
			}
			md.printf("- %s **%s** %s\n", mark, inline(signed(o.Key)), inline(o.Text))
		}
	}
}

// table has a row for every claim, also for those about which nothing is asked.
func (md *markdownWriter) table(items []*item) {
	md.printf("\n## Claims\n\n| | claim |")
	columns := items[0].fields
	for _, f := range columns {
		md.printf(" %s |", inline(column(items[0], f)+legend(f)))
	}
	md.printf("\n|---|---|%s\n", strings.Repeat("---|", len(columns)))
	for _, o := range md.paper.Claims {
		md.printf("| **%s** | %s |", inline(o.Key), inline(o.Text))
		at := slices.IndexFunc(items, func(it *item) bool { return it.name == o.Key })
		for i := range columns {
			if at < 0 {
				md.printf(" – |")
			} else {
				md.printf(" %s |", md.filled(items[at].fields[i].ID))
			}
		}
		md.printf("\n")
	}
}

// legend explains the few options of a column, where that needs saying.
func legend(f exercise.Field) string {
	if len(f.Options) > mostChoices || !explains(f.Options) {
		return ""
	}
	var list []string
	for _, o := range f.Options {
		list = append(list, signed(o.Key)+" "+o.Text)
	}
	return " (" + strings.Join(list, ", ") + ")"
}

// reasons says why what is right is right.
func (md *markdownWriter) reasons() {
	if md.key == nil {
		return
	}
	md.printf("\n## Why\n\n")
	for _, r := range reasonsOf(md.key) {
		md.printf("- **%s**: %s", inline(r.name), inline(r.answer))
		if r.why != "" {
			md.printf(". %s", inline(r.why))
		}
		md.printf("\n")
	}
}
