package worksheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
)

// Gaps in a question's text, as
// https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type describes them.

// cloze is the paper in one question.
func (m *moodleSheet) cloze() moodleQuestion {
	var b, why strings.Builder
	b.WriteString(m.intro())
	if len(m.gaps) > 0 {
		b.WriteString("<p>")
		for _, f := range m.gaps {
			fmt.Fprintf(&b, "(%s)&nbsp;%s ", moodleHTML(f.ID), m.gap(f))
			fmt.Fprintf(&why, "<p>(%s) %s</p>", moodleHTML(f.ID), moodleHTML(m.right(f).Why))
		}
		b.WriteString("</p>\n")
	}
	if m.table {
		m.clozeTable(&b)
	}
	for _, it := range m.items {
		if !m.table {
			b.WriteString(m.about(it))
			for _, f := range it.fields {
				if !f.Open {
					fmt.Fprintf(&b, "<p>%s %s</p>\n", moodleHTML(column(it, f)), m.gap(f))
				}
			}
		}
		if text := m.whys(it); text != "" {
			fmt.Fprintf(&why, "<p>%s: %s</p>", moodleHTML(it.name), moodleHTML(text))
		}
	}
	q := m.question("cloze", "", b.String())
	q.Feedback = html(why.String())
	return q
}

func (m *moodleSheet) clozeTable(b *strings.Builder) {
	b.WriteString("<table>\n<tr><th></th><th></th>")
	for _, f := range m.items[0].fields {
		fmt.Fprintf(b, "<th>%s</th>", moodleHTML(column(m.items[0], f)))
	}
	b.WriteString("</tr>\n")
	for _, o := range m.Claims {
		fmt.Fprintf(b, "<tr><th>%s</th><td>%s</td>", moodleHTML(o.Key), moodleHTML(o.Text))
		for _, it := range m.items {
			if it.name != o.Key {
				continue
			}
			for _, f := range it.fields {
				fmt.Fprintf(b, "<td>%s</td>", m.gap(f))
			}
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
}

// whys are the reasons of an item, each once.
func (m *moodleSheet) whys(it *item) string {
	var list []string
	for _, f := range it.fields {
		if why := clean(m.right(f).Why); why != "" && !slices.Contains(list, why) {
			list = append(list, why)
		}
	}
	return strings.Join(list, " ")
}

// none is what is chosen where nothing belongs into a field that takes several: Moodle
// gives no marks for ticking nothing.
const none = "none"

// gap is a field: a menu, or boxes to tick where it takes several.
func (m *moodleSheet) gap(f exercise.Field) string {
	var options []string
	right, choices := m.right(f), m.Choices(f)
	kind := "MULTICHOICE"
	if f.Several {
		kind = "MULTIRESPONSE"
	}
	for _, o := range choices {
		sign := ""
		switch {
		case isRight(right, o) && f.Several:
			sign = "%" + percent(len(right.Right)) + "%"
		case isRight(right, o):
			sign = "="
		case f.Several:
			sign = "%-" + percent(max(len(choices)+1-len(right.Right), 1)) + "%"
		}
		options = append(options, sign+m.menuText(f, o))
	}
	if f.Several {
		sign := "%-100%"
		if len(right.Right) == 0 {
			sign = "%100%"
		}
		options = append(options, sign+none)
	}
	return "{1:" + kind + ":" + strings.Join(options, "~") + "}"
}

// menuText is an option as a menu shows it: its key, where the text beside says what that
// is, otherwise its words.
func (m *moodleSheet) menuText(f exercise.Field, o exercise.Option) string {
	if one := []exercise.Option{o}; f.Options != nil && explains(one) && !onPaper(m.Paper, one) {
		return clozeText(o.Text)
	}
	return clozeText(signed(o.Key))
}

// clozeSigns end an option, begin its feedback, or say what it is worth.
var clozeSigns = strings.NewReplacer("~", "&#126;", "#", "&#35;", "=", "&#61;", "%", "&#37;")

// clozeText is a text inside a gap. An entity's own # ends nothing there.
func clozeText(text string) string {
	var b strings.Builder
	for _, r := range clean(text) {
		sign := string(r)
		if escaped := moodleSigns.Replace(sign); escaped != sign {
			b.WriteString(escaped)
		} else {
			b.WriteString(clozeSigns.Replace(sign))
		}
	}
	return strings.ReplaceAll(b.String(), "@@", "&#64;&#64;")
}
