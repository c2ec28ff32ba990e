package fulltext

// Run is a run of words that a text shares with another.
type Run struct {
	Place Place
	Words int    // how many
	Text  string // as the source has it, white space folded
}

// maxAlike is how many places of one run of words are compared at most; of a
// phrase that a text repeats more often only the first places count.
const maxAlike = 512

// LongestCommon finds the longest run of words that the text shares with another,
// the earliest of several; it is false where none has at least least words (under
// three counts as three). Case, punctuation and hyphens do not matter, and of
// Chinese or Japanese each character is a word.
//
// Each run of three words is looked up in an index of the text, and the places
// that follow no longer run are followed to their ends.
func (t *Text) LongestCommon(other string, least int) (Run, bool) {
	text, mine := t.words(), splitWords(other)
	best, at := max(least, gram)-1, -1
	for i := range mine.keys {
		places := text.few.lookup(mine.keys[i:])
		for _, p := range places[:min(len(places), maxAlike)] {
			at, best = text.longer(mine.keys, i, int(p), at, best)
		}
	}
	if at < 0 {
		return Run{}, false
	}
	start, end := int(text.at[at].start), int(text.at[at+best-1].end)
	return Run{Place: t.place(start, end), Words: best, Text: t.passage(start, end)}, true
}

// longer follows the run that begins at a word of each text, and returns its
// place and length where it is longer than the best so far.
func (w *words) longer(keys []uint64, mine, theirs, at, best int) (int, int) {
	if mine > 0 && theirs > 0 && keys[mine-1] == w.keys[theirs-1] {
		return at, best // part of a run that was seen already
	}
	n := 0
	for mine+n < len(keys) && theirs+n < len(w.keys) && keys[mine+n] == w.keys[theirs+n] {
		n++
	}
	if n > best || n == best && at >= 0 && theirs < at {
		return theirs, n
	}
	return at, best
}
