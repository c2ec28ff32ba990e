package worksheet

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
)

// Moodle is an exercise as questions for Moodle's question bank, in the format that
// https://docs.moodle.org/en/Moodle_XML_format describes. What is right stands in it, as
// the course system needs it: it is a teacher's file.
//
// A paper whose items stand by themselves becomes a question for each; one whose items
// share claims or a map becomes a single question with gaps ("cloze"), since they are
// answered together.
var Moodle = &Format{Name: "moodle", Title: "Moodle questions", Ext: ".moodle.xml",
	Use: "the question bank of Moodle", Marks: true, write: writeMoodle}

// The elements of the format, in the order in which Moodle itself writes them.
type (
	moodleQuiz struct {
		XMLName   xml.Name         `xml:"quiz"`
		Questions []moodleQuestion `xml:"question"`
	}

	moodleText struct {
		Format string       `xml:"format,attr,omitempty"`
		Text   string       `xml:"text"`
		Files  []moodleFile `xml:"file"`
	}

	moodleFile struct {
		Name     string `xml:"name,attr"`
		Path     string `xml:"path,attr"`
		Encoding string `xml:"encoding,attr"`
		Data     string `xml:",chardata"`
	}

	moodleQuestion struct {
		Type     string       `xml:"type,attr"`
		Category *moodleText  `xml:"category"`
		Name     *moodleText  `xml:"name"`
		Text     *moodleText  `xml:"questiontext"`
		Feedback *moodleText  `xml:"generalfeedback"`
		Grade    float64      `xml:"defaultgrade,omitempty"`
		Penalty  string       `xml:"penalty,omitempty"`
		Single   string       `xml:"single,omitempty"`
		Shuffle  string       `xml:"shuffleanswers,omitempty"`
		Numbers  string       `xml:"answernumbering,omitempty"`
		Response string       `xml:"responseformat,omitempty"`
		Lines    int          `xml:"responsefieldlines,omitempty"`
		Grader   *moodleText  `xml:"graderinfo"`
		Answers  []moodleItem `xml:"answer"`
	}

	moodleItem struct {
		Fraction string      `xml:"fraction,attr"`
		Format   string      `xml:"format,attr"`
		Text     string      `xml:"text"`
		Feedback *moodleText `xml:"feedback"`
	}
)

func writeMoodle(ctx context.Context, w io.Writer, s *Sheet) (source.Diagnostics, error) {
	if len(s.Keys) != len(s.Papers) {
		return nil, errNeedsKey
	}
	first := s.Papers[0]
	quiz := moodleQuiz{Questions: []moodleQuestion{{Type: "category",
		Category: &moodleText{Text: "$course$/" + strings.ReplaceAll(clean(first.Type.Title), "/", "//")}}}}
	var notices source.Diagnostics
	for i, p := range s.Papers {
		m := newMoodleSheet(p, s.Keys[i], s)
		if err := m.draw(ctx); err != nil {
			return nil, err
		}
		quiz.Questions = append(quiz.Questions, m.questions()...)
		notices = append(notices, m.notices...)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return nil, err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(quiz); err != nil {
		return nil, err
	}
	_, err := io.WriteString(w, "\n")
	return notices, err
}

// moodleSheet makes the questions of one paper.
type moodleSheet struct {
	*exercise.Paper
	key     *exercise.Key
	sheet   *Sheet
	items   []*item
	gaps    []exercise.Field // of the map
	table   bool
	picture []byte // PNG; nil where there is no map
	notices source.Diagnostics
}

func newMoodleSheet(p *exercise.Paper, k *exercise.Key, s *Sheet) *moodleSheet {
	m := &moodleSheet{Paper: p, key: k, sheet: s, items: itemsOf(p)}
	gap := map[string]bool{}
	for _, id := range p.Gaps {
		gap[id] = true
	}
	for _, f := range p.Fields {
		if gap[f.ID] {
			m.gaps = append(m.gaps, f)
		}
	}
	m.table = tabular(p, m.items)
	return m
}

func (m *moodleSheet) right(f exercise.Field) *exercise.KeyField { return m.key.Field(f.ID) }

func (m *moodleSheet) draw(ctx context.Context) error {
	if m.Map == nil {
		return nil
	}
	var b bytes.Buffer
	j := &output.Job{Outline: m.Map.Outline(), Palette: m.sheet.Palette, Fonts: m.sheet.Fonts,
		Layout: layout.Options{Evidence: layout.EvidenceNone}}
	notices, err := output.Write(ctx, &b, output.PNG, j)
	m.notices, m.picture = notices, b.Bytes()
	return err
}

// together tells whether the paper's fields are answered in one question.
func (m *moodleSheet) together() bool {
	return m.table || m.Map != nil || len(m.Bank) > 0 || len(m.Claims) > 0
}

func (m *moodleSheet) questions() []moodleQuestion {
	if m.ordered() {
		return []moodleQuestion{m.byHand()}
	}
	var list []moodleQuestion
	if m.together() {
		list = append(list, m.cloze())
	}
	for _, it := range m.items {
		for _, f := range it.fields {
			switch {
			case f.Open:
				list = append(list, m.essay(it, f))
			case !m.together():
				list = append(list, m.choice(it, f))
			}
		}
	}
	return list
}

// question is what all kinds of question have.
func (m *moodleSheet) question(kind, part, body string) moodleQuestion {
	name := footer(m.Paper)
	if part != "" {
		name += " · " + part
	}
	return moodleQuestion{Type: kind, Name: &moodleText{Text: name}, Feedback: html(""), Penalty: "0.3333333",
		Text: &moodleText{Format: "html", Text: body, Files: m.files(body)}}
}

// files is the picture, where the text shows it.
func (m *moodleSheet) files(body string) []moodleFile {
	if !strings.Contains(body, pluginFile) {
		return nil
	}
	return []moodleFile{{Name: pictureName, Path: "/", Encoding: "base64", Data: base64.StdEncoding.EncodeToString(m.picture)}}
}

const (
	pictureName = "map.png"
	pluginFile  = "@@PLUGINFILE@@/" + pictureName
)

func html(text string) *moodleText { return &moodleText{Format: "html", Text: text} }

// intro is the heading, what is to be done, and what is to be read.
func (m *moodleSheet) intro() string {
	var b strings.Builder
	if m.Title != "" {
		fmt.Fprintf(&b, "<p><strong>%s</strong></p>\n", moodleHTML(m.Title))
	}
	fmt.Fprintf(&b, "<p>%s</p>\n", moodleHTML(m.Ask))
	for _, list := range [][]exercise.Option{m.Claims, m.Bank} {
		if len(list) == 0 || m.table {
			continue
		}
		b.WriteString("<table>\n")
		for _, o := range list {
			fmt.Fprintf(&b, "<tr><th>%s</th><td>%s</td></tr>\n", moodleHTML(signed(o.Key)), moodleHTML(o.Text))
		}
		b.WriteString("</table>\n")
	}
	if m.picture != nil {
		fmt.Fprintf(&b, "<p><img src=\"%s\" alt=\"%s\" style=\"max-width:100%%\"></p>\n", pluginFile, moodleHTML(m.alt()))
	}
	return b.String()
}

// alt is the map in words: its numbers count how deep a claim hangs.
func (m *moodleSheet) alt() string {
	var parts []string
	for _, r := range rowsOf(m.Map) {
		text := strings.Repeat("›", r.depth) + r.lead()
		if r.claim != nil {
			text += " " + clean(r.claim.Text)
		}
		parts = append(parts, strings.TrimSpace(text))
	}
	return "Argument map. " + strings.Join(parts, " ")
}

// choice is a field as a question of its own.
func (m *moodleSheet) choice(it *item, f exercise.Field) moodleQuestion {
	q := m.question("multichoice", f.ID, m.intro()+m.about(it)+"<p>"+moodleHTML(f.Prompt)+"</p>")
	q.Grade, q.Single, q.Shuffle, q.Numbers = 1, "true", "true", "none"
	right := m.right(f)
	if f.Several {
		q.Single = "false"
	}
	q.Feedback = html(moodleHTML(m.right(f).Why))
	for _, o := range m.Choices(f) {
		text := clean(o.Text)
		if text == "" {
			text = signed(o.Key)
		}
		answer := moodleItem{Fraction: "0", Format: "html", Text: moodleHTML(text), Feedback: html("")}
		switch {
		case isRight(right, o) && f.Several:
			answer.Fraction = percent(len(right.Right))
		case isRight(right, o):
			answer.Fraction = "100"
		case f.Several:
			answer.Fraction = "-" + percent(max(len(m.Choices(f))-len(right.Right), 1))
		}
		q.Answers = append(q.Answers, answer)
	}
	return q
}

// ordered tells whether the items ask for an order. Most arguments have several right ones,
// which gaps could not tell from wrong ones.
func (m *moodleSheet) ordered() bool { return m.table && m.Type.Name == "standard-form" }

// byHand is a paper whose answer a person has to read.
func (m *moodleSheet) byHand() moodleQuestion {
	var body, model strings.Builder
	body.WriteString(m.intro() + "<table>\n")
	for _, o := range m.Claims {
		fmt.Fprintf(&body, "<tr><th>%s</th><td>%s</td></tr>\n", moodleHTML(o.Key), moodleHTML(o.Text))
	}
	body.WriteString("</table>\n")
	for _, it := range m.items {
		fmt.Fprintf(&model, "<p><strong>%s</strong>", moodleHTML(it.name))
		for _, f := range it.fields {
			fmt.Fprintf(&model, " %s %s;", moodleHTML(column(it, f)), moodleHTML(answerOf(m.right(f))))
		}
		fmt.Fprintf(&model, "<br>%s</p>\n", moodleHTML(m.whys(it)))
	}
	q := m.question("essay", "", body.String())
	q.Grade, q.Response, q.Lines, q.Grader = float64(len(m.Fields)), "editor", 10, html(model.String())
	return q
}

// essay is an open field: what a person has to read.
func (m *moodleSheet) essay(it *item, f exercise.Field) moodleQuestion {
	q := m.question("essay", f.ID, m.intro()+m.about(it)+"<p>"+moodleHTML(f.Prompt)+"</p>")
	q.Grade, q.Response, q.Lines = 1, "editor", 5
	q.Grader = html(moodleHTML(strings.TrimSpace(answerOf(m.right(f)) + " " + m.right(f).Why)))
	return q
}

func (m *moodleSheet) about(it *item) string {
	var b strings.Builder
	if claim := claimOf(m.Paper, it.name); claim != "" {
		fmt.Fprintf(&b, "<p>%s</p>\n", moodleHTML(claim))
	}
	if len(it.fields[0].About) > 0 {
		b.WriteString("<table>\n")
		for _, p := range it.fields[0].About {
			fmt.Fprintf(&b, "<tr><th>%s</th><td>%s</td></tr>\n", moodleHTML(p.Word), moodleHTML(p.Text))
		}
		b.WriteString("</table>\n")
	}
	return b.String()
}

// percent is the n-th part of a hundred as Moodle's list of grades has it.
func percent(n int) string {
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.5f", 100/float64(n)), "0"), ".")
}

// moodleSigns are what HTML and Moodle would take for more than text: braces open gaps,
// and "@@" may begin the name of a file.
var moodleSigns = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;",
	"{", "&#123;", "}", "&#125;", "@@", "&#64;&#64;", `\`, "&#92;", "$$", "&#36;&#36;")

func moodleHTML(text string) string { return moodleSigns.Replace(clean(text)) }
