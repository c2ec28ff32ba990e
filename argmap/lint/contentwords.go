package lint

// ContentWord is a word that means something by itself.
type ContentWord struct {
	Written string // as it stands in the text
	Stem    string // what its forms share: "sleep" of "sleeping"
}

// ContentWords lists the content words of an English text in its order, those of one
// stem once.
func ContentWords(text string) []ContentWord {
	var list []ContentWord
	seen := set{}
	for _, w := range wordsOf(text) {
		for _, s := range content([]word{w}) {
			if !seen[s] {
				seen[s] = true
				list = append(list, ContentWord{text[w.start:w.end], s})
			}
		}
	}
	return list
}

// Denies tells whether an English text denies something: whether it holds an odd number
// of negations.
func Denies(text string) bool { return negative(wordsOf(text)) }
