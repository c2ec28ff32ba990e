package output

import (
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
)

// branch is what the outlines in text show as one item: a claim, an argument of
// several premises, or an argument together with its only premise.
type branch struct {
	number string        // "" for the thesis
	step   *argmap.Step  // the argument that begins here, or nil
	entry  *argmap.Entry // the claim, or nil
	group  *argmap.Group // the group that begins here, or nil
	below  []*branch
}

// branches cuts an outline into branches, one for each root.
func branches(o *argmap.Outline) []*branch {
	var list []*branch
	for _, e := range o.Roots {
		list = append(list, claimBranch(e, nil))
	}
	return list
}

// claimBranch makes the branch of a claim that stands within the group outer.
func claimBranch(e *argmap.Entry, outer *argmap.Group) *branch {
	b := &branch{number: e.Number, entry: e, below: stepBranches(e.Children, e.Group)}
	b.enter(e.Group, outer)
	return b
}

func stepBranches(steps []*argmap.Step, outer *argmap.Group) []*branch {
	var list []*branch
	for _, s := range steps {
		list = append(list, stepBranch(s, outer))
	}
	return list
}

func stepBranch(s *argmap.Step, outer *argmap.Group) *branch {
	b := &branch{number: s.Number, step: s}
	if len(s.Premises) == 1 {
		b.entry = s.Premises[0]
		b.enter(b.entry.Group, outer)
		b.below = stepBranches(b.entry.Children, b.entry.Group)
	} else {
		b.enter(s.Group, outer)
		for _, p := range s.Premises {
			b.below = append(b.below, claimBranch(p, s.Group))
		}
	}
	b.below = append(b.below, stepBranches(s.Children, s.Group)...)
	return b
}

func (b *branch) enter(group, outer *argmap.Group) {
	if group != outer {
		b.group = group
	}
}

// marks are what stands in brackets behind the claim or the argument.
func (b *branch) marks() []string {
	var list []string
	if b.entry != nil {
		list = entryMarks(b.entry)
	}
	if b.step != nil {
		list = append(list, stepMarks(b.step)...)
	}
	return list
}

// branchLine is a line under a branch.
type branchLine struct{ label, text, url string }

// lines are what stands under a branch: its group, its evidence, its notes.
func (j *Job) lines(b *branch) []branchLine {
	var list []branchLine
	if b.group != nil {
		list = append(list, branchLine{label: "group", text: clean(b.group.Title)})
	}
	note := func(label, text string) {
		if text = clean(text); text != "" {
			list = append(list, branchLine{label: label, text: text})
		}
	}
	if b.entry != nil && !b.entry.Again {
		for _, l := range j.evidence(b.entry) {
			list = append(list, branchLine{"evidence", l.Text, l.URL})
		}
		note("note", b.entry.Claim.Note)
	}
	if b.step != nil {
		label := "note"
		if b.entry != nil {
			label = "note on the step"
		}
		note(label, b.step.Argument.Note)
	}
	return list
}

// bracketed writes marks behind a text, each in its own brackets.
func bracketed(text string, marks []string) string {
	var b strings.Builder
	b.WriteString(text)
	for _, m := range marks {
		b.WriteString(" (" + m + ")")
	}
	return b.String()
}

// reference is a source in one line of a list of sources, and its link.
func reference(s *argmap.Source) layout.EvidenceLine {
	return layout.EvidenceLine{Text: clean(s.Reference()), URL: plainURL(s.Link())}
}
