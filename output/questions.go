package output

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/scheme"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
)

// QuestionFormat is a kind of file that critical questions can be written as. They are
// the Job's Questions.
type QuestionFormat struct {
	Name   string // as given to --format: "text"
	Title  string // for people: "discussion sheet"
	Ext    string // with the dot
	Binary bool   // not to be written to a terminal
	Paged  bool   // puts them on Job.Page, upright

	write func(io.Writer, *Job) (source.Diagnostics, error)
}

// QuestionFormats lists the forms of questions, in the order in which help shows them.
func QuestionFormats() []*QuestionFormat {
	return []*QuestionFormat{TextQuestions, MarkdownQuestions, JSONQuestions, PDFQuestions}
}

// QuestionsForName returns the form of that name, or nil.
func QuestionsForName(name string) *QuestionFormat {
	for _, f := range QuestionFormats() {
		if f.Name == strings.ToLower(name) {
			return f
		}
	}
	return nil
}

// QuestionsForPath returns the form that the path's extension names, or nil.
func QuestionsForPath(path string) *QuestionFormat {
	for _, f := range QuestionFormats() {
		if strings.HasSuffix(strings.ToLower(path), f.Ext) {
			return f
		}
	}
	return nil
}

// WriteQuestions writes the job's questions. The same job writes the same bytes.
func WriteQuestions(w io.Writer, f *QuestionFormat, j *Job) (source.Diagnostics, error) {
	return f.write(w, j)
}

// QuestionMarks says in a line what is open, for pictures, or in full which questions
// are: see layout.Options.
func QuestionMarks(s *scheme.Sheet, full bool) map[any][]string {
	marks := map[any][]string{}
	evidence := map[*argmap.Claim][2]int{} // open, all
	for _, item := range s.Items {
		if item.Step == nil {
			n := evidence[item.Entry.Claim]
			evidence[item.Entry.Claim] = [2]int{n[0] + item.Open(), n[1] + len(item.Questions)}
			if full {
				marks[item.Entry.Claim] = append(marks[item.Entry.Claim], openQuestions(item)...)
			}
			continue
		}
		mark := openOf(item.Open(), len(item.Questions))
		if item.Guess != nil {
			mark = "perhaps " + lowered(item.Scheme.Title) + ": " + mark
		}
		marks[item.Step.Argument] = []string{mark}
		if full {
			marks[item.Step.Argument] = append(marks[item.Step.Argument], openQuestions(item)...)
		}
	}
	for c, n := range evidence {
		marks[c] = append([]string{"evidence: " + openOf(n[0], n[1])}, marks[c]...)
	}
	return marks
}

// openQuestions are an item's questions without an answer, a line each.
func openQuestions(item *scheme.Item) []string {
	var lines []string
	for _, q := range item.Questions {
		if len(q.Answers) == 0 {
			lines = append(lines, "• "+q.Text)
		}
	}
	return lines
}

// openOf says how many of so many questions are open.
func openOf(open, all int) string {
	switch open {
	case 0:
		return argmap.Counted(all, "question") + " answered"
	case all:
		return argmap.Counted(open, "question") + " open"
	}
	return fmt.Sprintf("%d of %s open", open, argmap.Counted(all, "question"))
}

func lowered(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	if n == 0 || first == utf8.RuneError {
		return text
	}
	return string(unicode.ToLower(first)) + text[n:]
}

// questionSummary says how many questions there are.
func questionSummary(c scheme.Count) string {
	text := argmap.Counted(c.Questions, "critical question")
	switch c.Open() {
	case c.Questions:
		text += ", all open"
	case 0:
		text += ", all answered"
	default:
		text += fmt.Sprintf(": %d answered, %d open", c.Answered, c.Open())
	}
	if c.Questions == 0 {
		text = "No critical questions"
	}
	if c.Guesses > 0 {
		text += fmt.Sprintf("; and %s open about %s whose scheme is a guess", argmap.Counted(c.Guessed, "question"), argmap.Counted(c.Guesses, "argument"))
	}
	text += "."
	if c.Silent > 0 {
		text += fmt.Sprintf(" %s without a scheme, or with one that is not known: nothing is asked of %s.", capitalized(argmap.Counted(c.Silent, "argument")),
			map[bool]string{true: "it", false: "them"}[c.Silent == 1])
	}
	return text
}

// questionTitle names what an item is about: "Reason 1 for the thesis: Distrust".
func questionTitle(i *scheme.Item) string {
	if i.Step != nil {
		title := capitalized(layout.Place(i.Step))
		if l := i.Step.Argument.Label; l != "" {
			title += ": " + l
		}
		return title
	}
	what := "premise " + i.Entry.Number
	switch n := i.Entry.Number; {
	case n == "":
		what = "the thesis"
	case !strings.Contains(n, ".") && n[0] >= 'A':
		what = "claim " + n
	}
	return "Evidence of " + what
}

// statement is a text with the word that stands before it.
type statement struct{ word, text string }

// questionAbout are the texts that an item's questions are about.
func questionAbout(i *scheme.Item) []statement {
	if i.Step == nil {
		list := []statement{{"claim", i.Entry.Claim.Text}}
		for _, e := range i.Evidence {
			list = append(list, statement{"rests on", e.Full()})
		}
		return list
	}
	a := i.Step.Argument
	var list []statement
	for _, p := range a.Premises {
		list = append(list, statement{"premise", p.Text})
	}
	word := map[bool]string{true: "against", false: "for"}[a.Kind == argmap.Attack]
	switch t := a.Target.(type) {
	case *argmap.Claim:
		list = append(list, statement{word, t.Text})
	case *argmap.Argument:
		list = append(list, statement{word + " the step from", t.Premises[0].Text})
	}
	return list
}

// questionScheme says what pattern or kind the questions are those of.
func questionScheme(i *scheme.Item) string {
	s := i.Scheme
	text := s.Title
	if i.Guess != nil {
		text = "Perhaps " + lowered(s.Title) + " (a guess, " + i.Guess.Sure.String() + ", by the words “" + strings.Join(i.Guess.Words, "”, “") + "”)"
	}
	if s.Pattern != "" {
		text += ". " + s.Pattern
	}
	return text
}

// roleNote says what the questions of a role do.
func roleNote(r scheme.Role) string {
	return map[scheme.Role]string{
		scheme.Assumption: "Taken for granted, until somebody asks:",
		scheme.Exception:  "Overturns it, if it is shown:",
	}[r]
}
