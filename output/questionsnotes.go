package output

import (
	"github.com/argmap/argmap/argmap/scheme"
	"github.com/argmap/argmap/output/deck"
)

// questionNotes gives every open question to one slide of a talk, as lines for the
// speaker: the first on its argument, or on its claim; otherwise the first that shows it.
func questionNotes(sheet *scheme.Sheet, d *deck.Deck) map[*deck.Slide][]string {
	if sheet == nil {
		return nil
	}
	home := map[any]*deck.Slide{}
	for _, close := range []bool{true, false} { // slides on one thing come before those on many
		for _, s := range d.Slides {
			if (s.Kind == deck.KindArgument || s.Kind == deck.KindText) == close {
				settle(home, s)
			}
		}
	}
	notes := map[*deck.Slide][]string{}
	for _, item := range sheet.OnlyOpen().Items {
		var about any
		if item.Step != nil {
			about = item.Step.Argument
		} else {
			about = item.Entry.Claim
		}
		s := home[about]
		if s == nil { // the deck shows it in no more than a few words
			s = d.Slides[0]
		}
		notes[s] = append(notes[s], "Ask of "+lowered(questionTitle(item))+". "+questionScheme(item))
		for _, q := range item.Questions {
			notes[s] = append(notes[s], "– "+q.Text)
		}
	}
	return notes
}

// settle makes the slide the home of what it shows and what has none yet.
func settle(home map[any]*deck.Slide, s *deck.Slide) {
	for _, e := range s.Shown {
		if !e.Again && home[e.Claim] == nil {
			home[e.Claim] = s
		}
	}
	if s.Drawing == nil {
		return
	}
	for _, f := range s.Drawing.Frames {
		if f.Argument != nil && home[f.Argument] == nil {
			home[f.Argument] = s
		}
	}
}
