package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// mostMaps is how many different maps one page shows: a class in which each has a part
// of their own is better read as a list.
const mostMaps = 5

// job draws the map with how many got each claim wrong under it; nil where nothing that
// was asked is about single claims.
func (cm *classMap) job() *output.Job {
	marks := map[any][]string{}
	for _, c := range cm.model.Claims {
		if of := cm.asked[c.ID]; of > 0 {
			marks[c] = append(marks[c], bar(cm.wrong[c.ID], of)+fmt.Sprintf(" %d of %d wrong", cm.wrong[c.ID], of))
		}
		if n := cm.chosen[c.ID]; n > 0 {
			marks[c] = append(marks[c], fmt.Sprintf("%s %d of %d wrongly chose this", bar(n, cm.of), n, cm.of))
		}
	}
	if len(marks) == 0 {
		return nil
	}
	job := markedJob(cm.model, marks)
	job.Layout.Numbers = true
	return job
}

// bar is a share in signs that are read without colour.
func bar(n, of int) string {
	const signs = 5
	full := (n*signs + of - 1) / of // one that is wrong is seen
	return strings.Repeat("■", full) + strings.Repeat("□", signs-full)
}

func markedJob(m *argmap.Map, marks map[any][]string) *output.Job {
	return &output.Job{Outline: m.Outline(), Palette: style.Palettes()[0], Layout: layout.Options{Marks: marks, Evidence: layout.EvidenceNone}}
}

// table says what most got wrong, the worst first, and what they said most often.
func (cm *classMap) table(title string) output.MarkedTable {
	t := output.MarkedTable{Title: title, Head: []string{"claim or question", "wrong", "most often said instead"}}
	numbers := map[string]string{} // by id: every variant has claims of its own
	if cm.model != nil {
		cm.model.Outline().Each(func(e *argmap.Entry) {
			if !e.Again {
				numbers[e.Claim.ID] = e.Number
			}
		}, nil)
	}
	for _, m := range cm.worst() {
		text := m.about
		if m.claim != nil {
			text = strings.TrimSpace(numbers[m.claim.ID] + " " + m.claim.Text)
		}
		if m.asks != "" {
			text += " (" + m.asks + ")"
		}
		said, n := m.commonest()
		if n > 1 {
			said = fmt.Sprintf("%s (%d times)", said, n)
		}
		t.Rows = append(t.Rows, []string{text, fmt.Sprintf("%d of %d (%.0f %%)", m.wrong, m.of, 100*float64(m.wrong)/float64(m.of)), said})
	}
	if t.Rows == nil {
		t.Note = "Nobody got anything wrong."
	}
	return t
}

func gradeSVG(w io.Writer, g *grading) error {
	maps := g.classMaps()
	if len(maps) != 1 {
		return misuse("write a page: -o class.html", "a picture shows one map, and there are %d", len(maps))
	}
	job := maps[0].job()
	if job == nil {
		return misuse("write a list: -o class.html", "what this exercise asks is not about single claims, so that there is nothing to draw")
	}
	_, err := output.Write(g.c.Context, w, output.SVG, job)
	return err
}

// gradeHTML is the page of a class, or of a single map beside the model.
func gradeHTML(w io.Writer, g *grading) error {
	if len(g.list) == 1 && g.list[0].answer != nil {
		return sideBySide(w, g, g.list[0])
	}
	maps := g.classMaps()
	page := &output.MarkedPage{Title: "What the class got wrong"}
	if len(g.list) > 0 {
		page.Lang = g.list[0].judgedBy().Lang
	}
	page.Intro = g.classIntro()
	switch {
	case len(maps) > mostMaps:
		page.Intro += fmt.Sprintf(" The answers are about %d different maps, which are too many to draw: all are in one list.", len(maps))
		page.Tables = []output.MarkedTable{g.wholeClass().table("What most got wrong")}
	default:
		for i, cm := range maps {
			of, title := "", "What most got wrong"
			if len(maps) > 1 {
				of = fmt.Sprintf("Map %d: ", i+1)
				title = of + "what most got wrong"
			}
			if job := cm.job(); job != nil {
				page.Maps = append(page.Maps, output.MarkedMap{Title: of + cm.model.Heading() + ", " + argmap.Counted(cm.of, "answer"), Job: job})
			}
			page.Tables = append(page.Tables, cm.table(title))
		}
	}
	if page.Maps != nil {
		page.Intro += " Under a claim stands how many got wrong what was asked about it; half right counts as wrong here."
	}
	return output.WriteMarkedPage(g.c.Context, w, page)
}

func (g *grading) classIntro() string {
	intro := argmap.Counted(len(g.list), "answer")
	mean, look := 0.0, 0
	for _, one := range g.list {
		mean += one.Score / float64(len(g.list))
		if len(one.Human) > 0 {
			look++
		}
	}
	if len(g.list) > 0 {
		intro += fmt.Sprintf(", %.0f %% on average", mean*100)
	}
	if look > 0 {
		intro += fmt.Sprintf(", %d of them for a person to look at", look)
	}
	return intro + "."
}

// sideBySide shows a map beside the model: claims that were taken for one another have
// one number, with how sure that is.
func sideBySide(w io.Writer, g *grading, one *graded) error {
	theirs, ours := map[any][]string{}, map[any][]string{}
	numbers := map[*argmap.Claim]string{} // of the key's claims, in this page
	pairs := output.MarkedTable{Title: "Which claim was taken for which", Head: []string{"pair", "how sure", "in the map of " + one.student, "in the model"}}
	for i, p := range one.Pairs {
		mark := fmt.Sprintf("%d · %.0f %%", i+1, p.Sure*100)
		sure := fmt.Sprintf("%.0f %%", p.Sure*100)
		if p.Sure < 1 && one.weak(i) {
			mark, sure = mark+", please look", sure+", please look"
		}
		numbers[p.Key] = strconv.Itoa(i + 1)
		theirs[p.Answer], ours[p.Key] = []string{mark}, []string{mark}
		pairs.Rows = append(pairs.Rows, []string{strconv.Itoa(i + 1), sure, p.Answer.Text, p.Key.Text})
	}
	for _, c := range one.answer.Claims {
		if theirs[c] == nil {
			theirs[c] = []string{"× not in the model"}
			pairs.Rows = append(pairs.Rows, []string{"–", "", c.Text, "not there"})
		}
	}
	for _, c := range one.model.Claims {
		if ours[c] == nil {
			ours[c] = []string{"× missing"}
			pairs.Rows = append(pairs.Rows, []string{"–", "", "missing", c.Text})
		}
	}
	page := &output.MarkedPage{Title: one.student + " and the model", Lang: one.model.Lang, Beside: true,
		Intro: fmt.Sprintf("%s of %s points (%.0f %%). Claims that were taken for one another have one number in both maps, with how sure that is.",
			number(one.Points(g.rubric)), number(g.rubric.Points), one.Score*100),
		Maps:   []output.MarkedMap{{Title: "The map of " + one.student, Job: narrow(markedJob(one.answer, theirs))}, {Title: "The model", Job: narrow(markedJob(one.model, ours))}},
		Tables: []output.MarkedTable{g.feedback(one, numbers), pairs}}
	return output.WriteMarkedPage(g.c.Context, w, page)
}

// narrow lets a map grow to the side, so that two stand beside one another and are read in
// one way.
func narrow(j *output.Job) *output.Job {
	j.Layout.Direction, j.Layout.FixedDirection = layout.Right, true
	return j
}

// weak tells whether a person is asked to look at a pair.
func (one *graded) weak(i int) bool {
	p := one.Pairs[i]
	return slices.ContainsFunc(one.Human, func(why string) bool { return strings.HasPrefix(why, "“"+p.Answer.Text+"” was taken for") })
}

// feedback lists what there is to think about in a map.
func (g *grading) feedback(one *graded, numbers map[*argmap.Claim]string) output.MarkedTable {
	t := output.MarkedTable{Title: "What to think about", Head: []string{"pair", "claim", "credit", "what to think about"}}
	for _, it := range one.Items {
		if it.Feedback == "" {
			continue
		}
		c := claimByID(one.model, it.Claim)
		if c == nil {
			continue
		}
		text, pair := c.Text, numbers[c]
		if pair == "" {
			pair = "–"
		}
		t.Rows = append(t.Rows, []string{pair, text, fmt.Sprintf("%.0f %%", it.Credit*100), it.Feedback})
	}
	if t.Rows == nil {
		t.Note = "Every claim of the model is in its place."
	}
	return t
}
