package argdown

import "slices"

// notes are what the parser has found the lines of a document to be, which its tree
// does not tell. A nil one takes none.
type notes struct {
	lines  []note   // in the order of the text; other lines are more of what is above them
	gaps   []int    // where blanks begin, or could stand, whose number says nothing
	spread [][2]int // braces with so many blank lines inside that they hold no data
}

// note is of the first line of something.
type note struct {
	body    int          // where it stands; see line
	sign    int          // how long the sign is that it begins with: of a relation, a heading, an item, a number
	depth   int          // of relations
	in      surroundings // what its text stands in
	begins  bool         // a block begins here
	heading bool
}

func (n *notes) line(l note) {
	if n == nil {
		return
	}
	n.lines = append(n.lines, l)
	if l.sign > 0 {
		n.gap(l.body + l.sign)
	}
}

func (n *notes) gap(at ...int) {
	if n != nil {
		n.gaps = append(n.gaps, at...)
	}
}

func (n *notes) spreads(start, end int) {
	if n != nil {
		n.spread = append(n.spread, [2]int{start, end})
	}
}

// sortGaps brings the gaps into the order of the text, each once.
func (n *notes) sortGaps() {
	slices.Sort(n.gaps)
	n.gaps = slices.Compact(n.gaps)
}

// blanksBefore is where the blanks begin that stand before a place, from floor on.
func (p *parser) blanksBefore(at, floor int) int {
	for at > floor && isBlank(p.masked[at-1]) {
		at--
	}
	return at
}
