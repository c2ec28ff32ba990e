package exercise

import (
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/argmap/argmap/claims/source"
)

// Answer is what a student hands in.
type Answer struct {
	Type    string
	Seed    uint64
	Student string              // "" where nobody has written a name
	Fields  map[string][]string // keys of options by field, in capitals; fields without one are not in it
	Words   map[string]string   // the same as written, for fields that are answered in words
}

// Codes of what is wrong with an answer.
const (
	CodeNoAnswer  = "no-answer"  // the file is no answer to an exercise
	CodeBadAnswer = "bad-answer" // a field holds what no answer is
)

// ReadAnswer reads an answer: YAML, as the text form of an exercise is, or JSON, as
// its page saves it. It is nil where the text is no answer at all, which the
// diagnostics say; what is wrong with a field costs that field.
//
//	exercise: place
//	seed: 7
//	student: Ada
//	answers: {1: C, 2: [A, B]}
func ReadAnswer(src *source.File) (*Answer, source.Diagnostics) {
	var doc yaml.Node
	err := yaml.Unmarshal([]byte(src.Text), &doc)
	if err != nil { // a bare dash is an answer to people, and an empty list to YAML
		err = yaml.Unmarshal([]byte(bareDash.ReplaceAllString(src.Text, `$1"-"$2`)), &doc)
	}
	if err != nil || len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, source.Diagnostics{{Code: CodeNoAnswer, File: src, Message: "this is no answer to an exercise", Hint: "an answer has `exercise:`, `seed:` and `answers:`, as the exercise's text form has them"}}
	}
	a := &Answer{Fields: map[string][]string{}, Words: map[string]string{}}
	var diags source.Diagnostics
	root := doc.Content[0]
	for i := 0; i+1 < len(root.Content); i += 2 {
		value := root.Content[i+1]
		switch root.Content[i].Value {
		case "exercise":
			a.Type = value.Value
		case "seed":
			a.Seed, _ = strconv.ParseUint(value.Value, 10, 64)
		case "student":
			a.Student = strings.TrimSpace(value.Value)
		case "answers":
			diags = append(diags, a.read(src, value)...)
		}
	}
	if a.Type == "" {
		return nil, source.Diagnostics{{Code: CodeNoAnswer, File: src, Message: "this is no answer to an exercise: it does not say to which", Hint: "keep the line `exercise:` of the form"}}
	}
	return a, diags
}

// mostKeys is how many keys an answer to one field holds at most: more than any paper has.
const mostKeys = 1000

var bareDash = regexp.MustCompile(`(?m)(:[ \t]+)-([ \t\r]*(?:[,}#]|$))`)

func (a *Answer) read(src *source.File, n *yaml.Node) source.Diagnostics {
	var diags source.Diagnostics
	for i := 0; i+1 < len(n.Content); i += 2 {
		id, value := n.Content[i].Value, n.Content[i+1]
		var words, written []string
		switch {
		case value.Kind == yaml.ScalarNode && value.Tag != "!!null":
			words, written = splitKeys(value.Value), []string{value.Value}
		case value.Kind == yaml.SequenceNode:
			for _, item := range value.Content {
				if item.Kind == yaml.ScalarNode {
					words, written = append(words, splitKeys(item.Value)...), append(written, item.Value)
				}
			}
		case value.Kind != yaml.ScalarNode:
			at := src.Offset(source.Position{Line: value.Line, Col: value.Column})
			diags = append(diags, source.Diagnostic{Severity: source.Warning, Code: CodeBadAnswer, File: src, Span: source.Span{Start: at, End: at},
				Message: "the answer to " + id + " cannot be read", Hint: "write a letter, or several with commas between them"})
		}
		if len(words) > mostKeys {
			at := src.Offset(source.Position{Line: value.Line, Col: value.Column})
			diags = append(diags, source.Diagnostic{Severity: source.Warning, Code: CodeBadAnswer, File: src, Span: source.Span{Start: at, End: at},
				Message: "the answer to " + id + " holds more letters than there can be", Hint: "write a letter, or several with commas between them"})
			continue
		}
		if len(words) > 0 {
			a.Fields[id], a.Words[id] = words, strings.TrimSpace(strings.Join(written, ", "))
		}
	}
	return diags
}

// splitKeys takes apart "A, C" and leaves sentences whole: letters and numbers are
// keys, written in capitals, and so are a plus and a minus or dash of any length.
func splitKeys(text string) []string {
	text = strings.TrimSpace(text)
	if text == "−" || text == "–" || text == "—" {
		return []string{"-"}
	}
	var keys []string
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		if len(word) > 3 {
			return []string{text}
		}
		keys = append(keys, strings.ToUpper(word))
	}
	return keys
}
