package main

import (
	"fmt"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// mostRounds bounds how often a text is mended and read again: a fix may uncover
// what another fix can mend.
const mostRounds = 10

// fix mends the text by rule until nothing is left that can be, writes it, and
// returns what is left to say.
func (ch *checker) fix(job *checkJob, src *source.File, diags source.Diagnostics) (source.Diagnostics, error) {
	total := 0
	for range mostRounds {
		text, made := source.Apply(src, diags)
		if made == 0 || text == src.Text {
			break
		}
		next := source.NewFile(src.Name, text)
		after := job.check(next)
		if errorsIn(after) > errorsIn(diags) {
			break // a fix that breaks something is none
		}
		src, diags = next, after
		total += made
	}
	if src.Name == "-" {
		if _, err := fmt.Fprint(ch.c.App.Writer, src.Text); err != nil {
			return nil, system("", err)
		}
		return diags, nil
	}
	if total == 0 {
		return diags, nil
	}
	if err := writeFiles([]outFile{{src.Name, []byte(src.Text)}}); err != nil {
		return nil, err
	}
	fmt.Fprintf(ch.c.App.ErrWriter, "mended %s in %s\n", argmap.Counted(total, "place"), source.Visible(src.Name))
	return diags, nil
}

func errorsIn(ds source.Diagnostics) int {
	n := 0
	for _, d := range ds {
		if d.Severity == source.Error {
			n++
		}
	}
	return n
}
