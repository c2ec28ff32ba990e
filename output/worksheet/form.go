package worksheet

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
)

// Form is an exercise as a text to be filled in: what is to be read stands in comments,
// the answers are YAML. exercise.ReadAnswer reads it.
var Form = &Format{Name: "form", Title: "text form", Ext: ".yaml",
	Use: "working in a text editor; the file itself is handed in", Single: true, write: writeForm}

// formColumns is how wide comments are.
const formColumns = 88

func writeForm(_ context.Context, w io.Writer, s *Sheet) (source.Diagnostics, error) {
	p, key, err := s.single("a form")
	if err != nil {
		return nil, err
	}
	f := &formWriter{Writer: bufio.NewWriter(w), paper: p, key: key}
	f.head()
	f.printf("exercise: %s\nseed: %d\nlevel: %d\nstudent:%s\nanswers:\n", p.Type.Name, p.Seed, p.Level, scalar(p.Student))
	items := map[string]*item{} // by their first field
	for _, it := range itemsOf(p) {
		items[it.fields[0].ID] = it
	}
	for _, field := range p.Fields {
		f.field(field, items[field.ID] != nil)
	}
	return nil, f.Flush()
}

// single is the one paper of a sheet, with its key or nil.
func (s *Sheet) single(what string) (*exercise.Paper, *exercise.Key, error) {
	if len(s.Papers) != 1 {
		return nil, nil, errors.New(what + " holds one exercise: write a file for each student")
	}
	return s.Papers[0], s.key(0), nil
}

type formWriter struct {
	*bufio.Writer
	paper *exercise.Paper
	key   *exercise.Key // nil: nothing is filled in
}

func (f *formWriter) printf(format string, args ...any) { fmt.Fprintf(f, format, args...) }

// comment writes lines of a comment: lead stands before the text, and blanks of its
// width before the lines that follow the first.
func (f *formWriter) comment(lead, text string) {
	indent := lead[:len(lead)-len(strings.TrimLeft(lead, " "))]
	width := max(formColumns-len([]rune(lead))-2, 30)
	for i, line := range output.Fold(clean(text), width) {
		if i == 1 {
			lead = strings.Repeat(" ", len([]rune(lead)))
		}
		f.printf("%s# %s\n", indent, strings.TrimRight(strings.TrimPrefix(lead, indent)+line, " "))
	}
}

func (f *formWriter) options(lead string, list []exercise.Option) {
	for _, o := range list {
		f.comment(lead+o.Key+"  ", o.Text)
	}
}

// head writes what is to be read before the answers.
func (f *formWriter) head() {
	p := f.paper
	writeFormHead(f, p)
	if p.Map != nil {
		f.printf("#\n# The map:\n#\n")
		for _, r := range rowsOf(p.Map) {
			f.row(r)
		}
	}
	for _, list := range []struct {
		title   string
		options []exercise.Option
	}{{"The claims:", p.Claims}, {"To choose from:", p.Bank}} {
		if len(list.options) > 0 {
			f.printf("#\n# %s\n#\n", list.title)
			f.options("", list.options)
		}
	}
	for _, l := range lists(p, 0) {
		f.printf("#\n# To choose from where it says “%s”:\n#\n", clean(l.Prompt))
		f.options("", l.Options)
	}
	f.printf("\n")
}

// row writes a row of the map, whose blanks at the left stand inside the comment.
func (f *formWriter) row(r row) {
	text := r.lead()
	if r.claim != nil {
		text = strings.TrimSpace(text + " " + clean(r.claim.Text))
	}
	lead := strings.Repeat("  ", r.depth) + "- "
	for _, line := range output.Fold(text, max(formColumns-len(lead)-2, 30)) {
		f.printf("# %s%s\n", lead, line)
		lead = strings.Repeat("  ", r.depth+1)
	}
}

// writeFormHead writes what the exercise is about and what is to be done.
func writeFormHead(f *formWriter, p *exercise.Paper) {
	f.comment("", p.Type.Title)
	if p.Title != "" {
		f.comment("", p.Title)
	}
	f.printf("#\n")
	f.comment("", p.Ask)
}

// field writes a field, behind what is asked.
func (f *formWriter) field(field exercise.Field, first bool) {
	p := f.paper
	if first || len(field.About) > 0 {
		f.printf("\n")
	}
	for _, part := range field.About {
		f.comment("  "+clean(part.Word)+": ", part.Text)
	}
	if field.Prompt != "" {
		f.comment("  ", field.Prompt+f.how(field))
	}
	if chooses(p, field, 0) {
		f.options("    ", field.Options)
	}
	answer := ""
	if f.key != nil {
		k := f.key.Field(field.ID)
		answer = f.answer(k)
		if k.Why != "" {
			f.comment("  Why: ", k.Why)
		}
	}
	f.printf("  %s:%s\n", field.ID, answer)
}

// how says what may be written into a field, where nothing else does.
func (f *formWriter) how(field exercise.Field) string {
	switch {
	case field.Open:
		return " (in words)"
	case field.Several:
		return " (any number of them, or nothing)"
	}
	return ""
}

// answer is what is right, as it is read.
func (f *formWriter) answer(k *exercise.KeyField) string {
	switch {
	case len(k.Right) == 0:
		return ""
	case k.Open:
		return " " + strconv.Quote(clean(k.Right[0].Text))
	case !k.Several:
		return scalar(k.Right[0].Key)
	}
	var keys []string
	for _, o := range k.Right {
		keys = append(keys, o.Key)
	}
	return " [" + strings.Join(keys, ", ") + "]"
}

var plainScalar = regexp.MustCompile(`^[\pL\pN]+([ '-][\pL\pN]+)*$`)

// scalar is a value in YAML, with a blank before it; "" for none.
func scalar(text string) string {
	switch text = clean(text); {
	case text == "":
		return ""
	case plainScalar.MatchString(text):
		return " " + text
	}
	return " " + strconv.Quote(text)
}
