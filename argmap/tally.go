package argmap

import "fmt"

// Tally is how much an outline holds.
type Tally struct {
	Claims     int // shown; one that is used again counts once
	Hidden     int // claims that a view leaves out
	Reasons    int // arguments that support, backings among them
	Objections int // arguments that oppose
}

// Tally counts what the outline shows and what it leaves out.
func (o *Outline) Tally() Tally {
	var t Tally
	o.Each(func(e *Entry) {
		if !e.Again {
			t.Claims++
		}
		t.Hidden += e.Hidden + e.Elsewhere
	}, func(s *Step) {
		t.Hidden += s.Hidden
		if s.Argument.Kind == Support {
			t.Reasons++
		} else {
			t.Objections++
		}
	})
	return t
}

// Partial tells whether a view has left claims out.
func (o *Outline) Partial() bool { return o.Tally().Hidden > 0 }

// Counted is a number of things in words: "1 claim", "2 claims".
func Counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
