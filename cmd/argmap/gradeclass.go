package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// classMap is a model map with what a class made of it.
type classMap struct {
	model *argmap.Map
	of    int            // answers
	wrong map[string]int // answers that have less than full credit for a claim, by its id
	items map[string]*missed
	order []string
}

// missed is an item with how many got it wrong, and what they said.
type missed struct {
	id    string
	claim string // its id; "" for none
	wrong int
	said  map[string]int
}

// mostMaps is how many different maps one page shows: a class of which each has a part
// of their own is better read as a list.
const mostMaps = 4

// classMaps are the maps that the answers were judged by, each once, with what went wrong.
func (g *grading) classMaps() []*classMap {
	var list []*classMap
	byMap := map[any]*classMap{} // variants of one part have one text
	for _, one := range g.list {
		model, same := one.model, any(one.model)
		if one.key != nil {
			model, same = one.key.Map, one.key.Text()
		}
		cm := byMap[same]
		if cm == nil {
			cm = &classMap{model: model, wrong: map[string]int{}, items: map[string]*missed{}}
			byMap[same] = cm
			list = append(list, cm)
		}
		cm.add(one)
	}
	return list
}

func (cm *classMap) add(one *graded) {
	cm.of++
	hit := map[string]bool{}
	for _, it := range one.Items {
		m := cm.items[it.ID]
		if m == nil {
			m = &missed{id: it.ID, claim: it.Claim, said: map[string]int{}}
			cm.items[it.ID] = m
			cm.order = append(cm.order, it.ID)
		}
		if it.Credit >= 1 || it.Weight == 0 {
			continue
		}
		m.wrong++
		if it.Said != "" {
			m.said[it.Said]++
		}
		if it.Claim != "" && !hit[it.Claim] {
			hit[it.Claim] = true
			cm.wrong[it.Claim]++
		}
	}
}

// job draws the map with how many got each claim wrong under it.
func (cm *classMap) job() *output.Job {
	marks := map[any][]string{}
	for _, c := range cm.model.Claims {
		if n := cm.wrong[c.ID]; n > 0 {
			marks[c] = []string{fmt.Sprintf("%d of %d wrong", n, cm.of)}
		}
	}
	return markedJob(cm.model, marks)
}

func markedJob(m *argmap.Map, marks map[any][]string) *output.Job {
	return &output.Job{Outline: m.Outline(), Palette: style.Palettes()[0],
		Layout: layout.Options{Marks: marks, Numbers: true, Evidence: layout.EvidenceNone}}
}

// list says which items most got wrong, the worst first, and what they said most often.
func (cm *classMap) list() output.MarkedList {
	items := make([]*missed, 0, len(cm.order))
	for _, id := range cm.order {
		if cm.items[id].wrong > 0 {
			items = append(items, cm.items[id])
		}
	}
	slices.SortStableFunc(items, func(a, b *missed) int { return b.wrong - a.wrong })
	list := output.MarkedList{Title: "What most got wrong"}
	for _, m := range items {
		text := m.id
		for _, c := range cm.model.Claims {
			if c.ID == m.claim {
				text += ", “" + c.Text + "”"
			}
		}
		text += fmt.Sprintf(": %d of %d", m.wrong, cm.of)
		if said, n := m.commonest(); n > 0 {
			text += fmt.Sprintf("; most often %q (%d)", said, n)
		}
		list.Items = append(list.Items, text)
	}
	if list.Items == nil {
		list.Items = []string{"Nobody got anything wrong."}
	}
	return list
}

func (m *missed) commonest() (said string, n int) {
	words := make([]string, 0, len(m.said))
	for w := range m.said {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		if m.said[w] > n {
			said, n = w, m.said[w]
		}
	}
	return said, n
}

func gradeSVG(w io.Writer, g *grading) error {
	maps := g.classMaps()
	if len(maps) != 1 {
		return misuse("write a page: -o class.html", "a picture shows one map, and there are %d", len(maps))
	}
	_, err := output.Write(g.c.Context, w, output.SVG, maps[0].job())
	return err
}

// gradeHTML is the page of a class, or of a single map beside the model.
func gradeHTML(w io.Writer, g *grading) error {
	if len(g.list) == 1 && g.list[0].answer != nil && g.list[0].key == nil {
		return sideBySide(w, g, g.list[0])
	}
	maps := g.classMaps()
	page := &output.MarkedPage{Title: "What the class made of it", Intro: argmap.Counted(len(g.list), "answer")}
	if mean, n := g.mean(); n > 0 {
		page.Intro += fmt.Sprintf(", %.0f %% on average. Under a claim stands how many got it wrong.", mean*100)
	}
	for i, cm := range maps {
		list := cm.list()
		if len(maps) > 1 {
			list.Title = fmt.Sprintf("Map %d: what most got wrong", i+1)
		}
		page.Lists = append(page.Lists, list)
		if i < mostMaps {
			page.Maps = append(page.Maps, output.MarkedMap{Title: fmt.Sprintf("Map %d, %s", i+1, argmap.Counted(cm.of, "answer")), Job: cm.job()})
		}
	}
	if len(maps) > mostMaps {
		page.Intro += fmt.Sprintf(" The students had %d different maps; the first %d are drawn, and all are listed.", len(maps), mostMaps)
	}
	_, err := output.WriteMarkedPage(g.c.Context, w, page)
	return err
}

func (g *grading) mean() (mean float64, n int) {
	for _, one := range g.list {
		mean += one.Score
	}
	return mean / float64(max(len(g.list), 1)), len(g.list)
}

// sideBySide shows a map beside the model: claims that were taken for one another have
// one number, with how sure that is.
func sideBySide(w io.Writer, g *grading, one *graded) error {
	theirs, ours := map[any][]string{}, map[any][]string{}
	pairs := output.MarkedList{Title: "Which claim was taken for which"}
	for i, p := range one.Pairs {
		mark := fmt.Sprintf("pair %d · %.0f %% sure", i+1, p.Sure*100)
		theirs[p.Answer], ours[p.Key] = []string{mark}, []string{mark}
		pairs.Items = append(pairs.Items, fmt.Sprintf("Pair %d, %.0f %%: “%s” for “%s”", i+1, p.Sure*100, p.Answer.Text, p.Key.Text))
	}
	for _, c := range one.answer.Claims {
		if theirs[c] == nil {
			theirs[c] = []string{"not in the model"}
			pairs.Items = append(pairs.Items, "Not in the model: “"+c.Text+"”")
		}
	}
	for _, c := range one.model.Claims {
		if ours[c] == nil {
			ours[c] = []string{"missing"}
			pairs.Items = append(pairs.Items, "Missing: “"+c.Text+"”")
		}
	}
	feedback := output.MarkedList{Title: "What to think about"}
	for _, it := range one.Items {
		if it.Feedback != "" {
			feedback.Items = append(feedback.Items, it.ID+": "+it.Feedback)
		}
	}
	page := &output.MarkedPage{Title: one.student + " and the model", Lang: one.model.Lang,
		Intro: fmt.Sprintf("%s of %s points (%.0f %%)", number(one.Points(g.rubric)), number(g.rubric.Points), one.Score*100),
		Maps:  []output.MarkedMap{{Title: one.student, Job: markedJob(one.answer, theirs)}, {Title: "The model", Job: markedJob(one.model, ours)}},
		Lists: []output.MarkedList{pairs}}
	if feedback.Items != nil {
		page.Lists = append(page.Lists, feedback)
	}
	_, err := output.WriteMarkedPage(g.c.Context, w, page)
	return err
}
