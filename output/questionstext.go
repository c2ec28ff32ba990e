package output

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/argmap/argmap/argmap/scheme"
	"github.com/argmap/argmap/claims/source"
)

// TextQuestions are questions for terminals and mail.
var TextQuestions = &QuestionFormat{Name: "text", Title: "text", Ext: ".txt", write: writeTextQuestions}

// MarkdownQuestions are a list with boxes to tick.
var MarkdownQuestions = &QuestionFormat{Name: "markdown", Title: "Markdown list", Ext: ".md", write: writeMarkdownQuestions}

// JSONQuestions are data for other programs: a field for everything that a list shows.
var JSONQuestions = &QuestionFormat{Name: "json", Title: "data as JSON", Ext: ".json", write: writeJSONQuestions}

func writeTextQuestions(w io.Writer, j *Job) (source.Diagnostics, error) {
	b := bufio.NewWriter(w)
	width := j.Columns
	if width <= 0 {
		width = DefaultColumns
	}
	para := func(indent, first, text string) {
		b.WriteString(hang(clean(text), indent+first, indent+strings.Repeat(" ", len(first)), width))
	}
	para("", "", j.Map().Heading())
	para("", "", questionSummary(j.Questions.Count))
	for _, item := range j.Questions.Items {
		fmt.Fprintln(b)
		para("", "", questionTitle(item))
		for _, s := range questionAbout(item) {
			para("  ", s.word+": ", s.text)
		}
		para("  ", "", questionScheme(item))
		for i, q := range item.Questions {
			if i == 0 || q.Role != item.Questions[i-1].Role {
				para("  ", "", roleNote(q.Role))
			}
			box := "[ ] "
			if len(q.Answers) > 0 {
				box = "[x] "
			}
			para("    ", box, q.ID+": "+q.Text)
			for _, a := range q.Answers {
				para("        ", "= ", a)
			}
		}
	}
	return nil, b.Flush()
}

func writeMarkdownQuestions(w io.Writer, j *Job) (source.Diagnostics, error) {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s\n\n%s\n", inline(clean(j.Map().Heading())), inline(questionSummary(j.Questions.Count)))
	for _, item := range j.Questions.Items {
		fmt.Fprintf(b, "\n## %s\n\n", inline(clean(questionTitle(item))))
		for _, s := range questionAbout(item) {
			fmt.Fprintf(b, "- *%s:* %s\n", s.word, inline(clean(s.text)))
		}
		fmt.Fprintf(b, "\n%s\n", blockStart(inline(clean(questionScheme(item)))))
		for i, q := range item.Questions {
			if i == 0 || q.Role != item.Questions[i-1].Role {
				fmt.Fprintf(b, "\n%s\n\n", roleNote(q.Role))
			}
			box := "[ ]"
			if len(q.Answers) > 0 {
				box = "[x]"
			}
			fmt.Fprintf(b, "- %s **%s:** %s\n", box, inline(q.ID), inline(clean(q.Text)))
			for _, a := range q.Answers {
				fmt.Fprintf(b, "  - %s\n", blockStart(inline(clean(a))))
			}
		}
	}
	return nil, b.Flush()
}

type jsonQuestions struct {
	Title     string             `json:"title,omitempty"`
	Questions int                `json:"questions"`
	Answered  int                `json:"answered"`
	Open      int                `json:"open"`
	Guessed   int                `json:"guessed"`  // open, of arguments whose scheme is a guess
	Silent    int                `json:"noScheme"` // arguments of which nothing is asked
	Items     []jsonQuestionItem `json:"items"`
}

type jsonQuestionItem struct {
	Argument  string         `json:"argument,omitempty"` // id
	Claim     string         `json:"claim,omitempty"`    // id, where the questions are about its evidence
	Number    string         `json:"number"`
	Evidence  []string       `json:"evidence,omitempty"` // in one line each
	Scheme    string         `json:"scheme"`             // or kind of evidence
	Guess     *jsonGuess     `json:"guess,omitempty"`
	Open      int            `json:"open"`
	Questions []jsonQuestion `json:"questions"`
}

type jsonGuess struct {
	Sure  string   `json:"sure"`
	Words []string `json:"words"`
}

type jsonQuestion struct {
	ID      string   `json:"id"`
	Role    string   `json:"role"`
	Text    string   `json:"text"`
	Answers []string `json:"answers,omitempty"`
}

func writeJSONQuestions(w io.Writer, j *Job) (source.Diagnostics, error) {
	c := j.Questions.Count
	out := jsonQuestions{Title: j.Map().Title, Questions: c.Questions, Answered: c.Answered, Open: c.Open(), Guessed: c.Guessed, Silent: c.Silent, Items: []jsonQuestionItem{}}
	for _, item := range j.Questions.Items {
		out.Items = append(out.Items, questionItem(item))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return nil, enc.Encode(out)
}

func questionItem(item *scheme.Item) jsonQuestionItem {
	out := jsonQuestionItem{Scheme: item.Scheme.ID, Open: item.Open()}
	if item.Step != nil {
		out.Argument, out.Number = item.Step.Argument.ID, item.Step.Number
	} else {
		out.Claim, out.Number = item.Entry.Claim.ID, item.Entry.Number
	}
	for _, e := range item.Evidence {
		out.Evidence = append(out.Evidence, e.Full())
	}
	if g := item.Guess; g != nil {
		out.Guess = &jsonGuess{g.Sure.String(), g.Words}
	}
	for _, q := range item.Questions {
		out.Questions = append(out.Questions, jsonQuestion{q.ID, q.Role.String(), q.Text, q.Answers})
	}
	return out
}
