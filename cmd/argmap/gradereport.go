package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/argmap/argmap/argmap/grade"
	"github.com/argmap/argmap/claims/source"
)

var gradeFormats = []string{"text", "json", "csv"}

// report writes to standard output what --format says, and what -o names; where nothing
// was graded, nothing is written.
func (g *grading) report() error {
	if len(g.list) == 0 {
		return nil
	}
	var files []outFile
	for _, path := range g.c.StringSlice("output") {
		var b bytes.Buffer
		if err := gradeWriter(path)(&b, g); err != nil {
			return err
		}
		files = append(files, outFile{path, b.Bytes()})
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	write := map[string]func(io.Writer, *grading) error{"text": gradeText, "json": gradeJSON, "csv": gradeCSV}[g.c.String("format")]
	if err := write(g.c.App.Writer, g); err != nil {
		return system("", err)
	}
	return nil
}

// gradeWriter is what writes a file with that extension; nil where nothing does.
func gradeWriter(path string) func(io.Writer, *grading) error {
	return map[string]func(io.Writer, *grading) error{
		".csv": gradeCSV, ".json": gradeJSON, ".svg": gradeSVG, ".html": gradeHTML,
	}[strings.ToLower(filepath.Ext(path))]
}

func gradeText(w io.Writer, g *grading) error {
	var b strings.Builder
	if len(g.list)+len(g.refused) > 1 {
		g.table(&b)
	}
	for _, one := range g.list {
		fmt.Fprintf(&b, "%s: %s\n", one.heading(), g.points(one))
		for _, why := range one.Human {
			fmt.Fprintf(&b, "  please look: %s\n", hung(why, "    "))
		}
		for _, it := range one.Items {
			if it.Credit < 1 || g.c.Bool("reveal") {
				g.item(&b, it)
			}
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, strings.TrimRight(b.String(), "\n")+"\n")
	return err
}

// heading is whose answer it is, and its file.
func (one *graded) heading() string {
	if one.student == fileName(one.file) {
		return short(one.file, mostShown)
	}
	return short(one.student, mostShown) + ", " + short(one.file, mostShown)
}

func (g *grading) points(one *graded) string {
	return fmt.Sprintf("%s of %s points (%.0f %%)", number(one.Points(g.rubric)), number(g.rubric.Points), one.Score*100)
}

// table is a line for each answer.
func (g *grading) table(b *strings.Builder) {
	const most = 40
	width := func(text string) (n int) {
		for _, r := range text {
			n += source.RuneWidth(r)
		}
		return n
	}
	wide := 0
	for _, one := range g.list {
		wide = max(wide, width(short(one.student, most)))
	}
	for _, r := range g.refused {
		wide = max(wide, width(short(r.file, most)))
	}
	name := func(text string) string {
		text = short(text, most)
		return text + strings.Repeat(" ", wide-width(text))
	}
	for _, one := range g.list {
		fmt.Fprintf(b, "%s  %5s of %s  %3.0f %%", name(one.student), number(one.Points(g.rubric)), number(g.rubric.Points), one.Score*100)
		if len(one.Human) > 0 {
			b.WriteString("  please look")
		}
		b.WriteByte('\n')
	}
	for _, r := range g.refused {
		fmt.Fprintf(b, "%s  not graded\n", name(r.file))
	}
	b.WriteByte('\n')
}

func (g *grading) item(b *strings.Builder, it *grade.Item) {
	mark := "right"
	switch {
	case it.Human:
		mark = "for a person"
	case it.Weight == 0:
		mark = "does not count"
	case it.Credit <= 0:
		mark = "not yet"
	case it.Credit < 1:
		mark = fmt.Sprintf("%.0f %%", it.Credit*100)
	}
	text := it.ID + " (" + mark + ")"
	switch {
	case it.Human:
		text += ": “" + it.Said + "”"
	case it.Feedback != "":
		text += ": " + it.Feedback
	}
	fmt.Fprintf(b, "  %s\n", hung(text, "    "))
	if g.c.Bool("reveal") && it.Answer != "" {
		fmt.Fprintf(b, "    right: %s\n", hung(it.Answer, "      "))
	}
}

// mostShown is how many characters of a text that somebody has handed in are shown in a
// report for people.
const mostShown = 400

// hung is a text in lines for a terminal, of which all but the first are indented.
func hung(text, indent string) string {
	return strings.ReplaceAll(wrapped(short(text, 3*mostShown)), "\n", "\n"+indent)
}

// short is a text that cannot harm a terminal, with so many characters at most.
func short(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most-1]) + "…"
	}
	return source.Visible(text)
}

// number is a number of points: "7.5", "8".
func number(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

// jsonRefusal is an answer that was not graded.
type jsonRefusal struct {
	File    string `json:"file"`
	Problem string `json:"problem"`
}

type jsonGrade struct {
	File     string      `json:"file"`
	Student  string      `json:"student"`
	Exercise string      `json:"exercise,omitempty"`
	Seed     uint64      `json:"seed,omitempty"`
	Score    float64     `json:"score"`
	Points   float64     `json:"points"`
	OutOf    float64     `json:"outOf"`
	Look     []string    `json:"look,omitempty"`
	Items    []jsonItem  `json:"items"`
	Cost     *grade.Cost `json:"cost,omitempty"`
	Pairs    []jsonPair  `json:"pairs,omitempty"`
}

type jsonItem struct {
	ID       string  `json:"id"`
	Claim    string  `json:"claim,omitempty"`
	Said     string  `json:"said,omitempty"`
	Credit   float64 `json:"credit"`
	Weight   float64 `json:"weight"`
	Look     bool    `json:"look,omitempty"`
	Feedback string  `json:"feedback,omitempty"`
	Right    string  `json:"right,omitempty"`
}

type jsonPair struct {
	Key    string  `json:"key"`
	Answer string  `json:"answer"`
	Sure   float64 `json:"sure"`
}

func gradeJSON(w io.Writer, g *grading) error {
	list := []any{}
	for _, one := range g.list {
		out := jsonGrade{File: one.file, Student: one.student, Score: one.Score, Points: one.Points(g.rubric), OutOf: g.rubric.Points, Look: one.Human, Items: []jsonItem{}}
		if one.key != nil {
			out.Exercise, out.Seed = one.key.Type.Name, one.key.Seed
		}
		for _, it := range one.Items {
			item := jsonItem{ID: it.ID, Said: it.Said, Credit: it.Credit, Weight: it.Weight, Look: it.Human, Feedback: it.Feedback}
			if g.c.Bool("reveal") {
				item.Right, item.Claim = it.Answer, it.Claim
			}
			out.Items = append(out.Items, item)
		}
		if one.answer != nil {
			out.Cost = &one.Lost
			for _, p := range one.Pairs {
				out.Pairs = append(out.Pairs, jsonPair{p.Key.Text, p.Answer.Text, p.Sure})
			}
		}
		list = append(list, out)
	}
	for _, r := range g.refused {
		list = append(list, jsonRefusal{r.file, r.why})
	}
	return encodeJSON(w, list)
}

// gradeCSV is the grade book (RFC 4180): a row for each answer, a column for each item.
func gradeCSV(w io.Writer, g *grading) error {
	var ids []string
	column := map[string]int{}
	for _, one := range g.list {
		for _, it := range one.Items {
			if _, known := column[it.ID]; !known {
				column[it.ID] = len(ids)
				ids = append(ids, it.ID)
			}
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := []string{"student", "file", "exercise", "seed", "points", "out of", "percent", "needs a person"}
	for _, id := range ids {
		row = append(row, defused(id))
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for _, one := range g.list {
		typ, seed := "map", ""
		if one.key != nil {
			typ, seed = one.key.Type.Name, strconv.FormatUint(one.key.Seed, 10)
		}
		row := []string{defused(one.student), defused(one.file), typ, seed, number(one.Points(g.rubric)), number(g.rubric.Points),
			number(one.Score * 100), yesNo(len(one.Human) > 0)}
		cells := make([]string, len(ids))
		for _, it := range one.Items {
			cells[column[it.ID]] = number(it.Credit)
		}
		if err := out.Write(append(row, cells...)); err != nil {
			return err
		}
	}
	for _, r := range g.refused {
		row := []string{"", defused(r.file), "", "", "", number(g.rubric.Points), "", yesNo(true)}
		if err := out.Write(append(row, make([]string, len(ids))...)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// defused is a cell that no spreadsheet takes for a formula
// (https://owasp.org/www-community/attacks/CSV_Injection).
func defused(cell string) string {
	first, _ := utf8.DecodeRuneInString(cell)
	if cell = source.Visible(cell); strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
