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
	for _, kinds := range [][]deck.Kind{{deck.KindArgument, deck.KindText}, {deck.KindOverview}} {
		for _, s := range d.Slides {
			if s.Kind == kinds[0] || s.Kind == kinds[len(kinds)-1] {
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
		if s == nil {
			continue // the deck has no room for it
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
