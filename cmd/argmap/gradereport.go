package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/grade"
	"github.com/argmap/argmap/claims/source"
)

var gradeFormats = []string{"text", "json", "csv"}

// report writes to standard output what --format says, and what -o names.
func (g *grading) report() error {
	write := map[string]func(io.Writer, *grading) error{"text": gradeText, "json": gradeJSON, "csv": gradeCSV}[g.c.String("format")]
	if len(g.list) > 0 {
		if err := write(g.c.App.Writer, g); err != nil {
			return system("", err)
		}
	}
	var files []outFile
	for _, path := range g.c.StringSlice("output") {
		var b bytes.Buffer
		if err := gradeWriter(path)(&b, g); err != nil {
			return err
		}
		files = append(files, outFile{path, b.Bytes()})
	}
	return writeFiles(files)
}

// gradeWriter is what writes a file with that extension; nil where nothing does.
func gradeWriter(path string) func(io.Writer, *grading) error {
	return map[string]func(io.Writer, *grading) error{
		".csv": gradeCSV, ".json": gradeJSON, ".svg": gradeSVG, ".html": gradeHTML,
	}[strings.ToLower(filepath.Ext(path))]
}

func gradeText(w io.Writer, g *grading) error {
	var b strings.Builder
	if len(g.list) > 1 {
		g.table(&b)
	}
	for _, one := range g.list {
		fmt.Fprintf(&b, "%s: %s of %s points (%.0f %%)\n", source.Visible(one.student), number(one.Points(g.rubric)), number(g.rubric.Points), one.Score*100)
		for _, why := range one.Human {
			fmt.Fprintf(&b, "  please look: %s\n", source.Visible(why))
		}
		for _, it := range one.Items {
			if it.Credit >= 1 && !g.c.Bool("reveal") || it.Feedback == "" && it.Answer == "" {
				continue
			}
			g.item(&b, it)
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, strings.TrimRight(b.String(), "\n")+"\n")
	return err
}

// table is a line for each answer.
func (g *grading) table(b *strings.Builder) {
	wide := 0
	for _, one := range g.list {
		wide = max(wide, len([]rune(source.Visible(one.student))))
	}
	for _, one := range g.list {
		name := source.Visible(one.student)
		fmt.Fprintf(b, "%s%s  %5s of %s  %3.0f %%", name, strings.Repeat(" ", wide-len([]rune(name))), number(one.Points(g.rubric)), number(g.rubric.Points), one.Score*100)
		if n := len(one.Human); n > 0 {
			fmt.Fprintf(b, "  (%s to look at)", argmap.Counted(n, "place"))
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
}

func (g *grading) item(b *strings.Builder, it *grade.Item) {
	mark := "right"
	switch {
	case it.Human:
		mark = "for a person"
	case it.Credit <= 0:
		mark = "not yet"
	case it.Credit < 1:
		mark = fmt.Sprintf("%.0f %%", it.Credit*100)
	}
	text := it.ID + " (" + mark + ")"
	if it.Feedback != "" {
		text += ": " + it.Feedback
	}
	fmt.Fprintf(b, "  %s\n", strings.ReplaceAll(wrapped(source.Visible(text)), "\n", "\n    "))
	if g.c.Bool("reveal") && it.Answer != "" {
		fmt.Fprintf(b, "    right: %s\n", strings.ReplaceAll(wrapped(source.Visible(it.Answer)), "\n", "\n    "))
	}
}

// number is a number of points: "7.5", "8".
func number(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

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
	list := []jsonGrade{}
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
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(list)
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
	row := []string{"student", "file", "exercise", "seed", "points", "out of", "percent", "to look at"}
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
			number(one.Score * 100), strconv.Itoa(len(one.Human))}
		cells := make([]string, len(ids))
		for _, it := range one.Items {
			cells[column[it.ID]] = number(it.Credit)
		}
		if err := out.Write(append(row, cells...)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// defused is a cell that no spreadsheet takes for a formula
// (https://owasp.org/www-community/attacks/CSV_Injection).
func defused(cell string) string {
	cell = source.Visible(cell)
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
