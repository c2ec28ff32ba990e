package worksheet

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// Gaps is an exercise as a claims file, for those who work in text: the answer is the
// file, mended or filled in. What stands for a claim on other sheets, a letter or the
// number of a gap, is its id.
var Gaps = &Format{Name: "claims", Title: "claims file with gaps", Ext: ".claims.yaml",
	Use: "working on the claims file itself: place, blanks, repair, build", Single: true, write: writeGaps}

// ErrType is the error of a format that has no form of a type of exercise.
var ErrType = errors.New("no claims file can be made of this type of exercise")

func writeGaps(_ context.Context, w io.Writer, s *Sheet) (source.Diagnostics, error) {
	p, key, err := s.single("a claims file")
	if err != nil {
		return nil, err
	}
	file, todo := gapsOf(p, key)
	if file == nil {
		return nil, fmt.Errorf("%w: %s", ErrType, p.Type.Name)
	}
	f := &formWriter{Writer: bufio.NewWriter(w), paper: p, key: key}
	writeFormHead(f, p)
	if key == nil {
		f.printf("#\n")
		f.comment("", todo)
	}
	if len(p.Bank) > 0 {
		f.printf("#\n")
		f.options("", p.Bank)
	}
	f.printf("#\n# exercise: %s\n# seed: %d\n# level: %d\n# student:%s\n", p.Type.Name, p.Seed, p.Level, scalar(p.Student))
	text, diags := claims.Formats()[0].Print(file)
	f.printf("\n%s", text)
	if key != nil {
		f.printf("\n")
		for _, k := range key.Fields {
			if k.Why != "" {
				f.comment(k.ID+": ", k.Why)
			}
		}
	}
	return diags, f.Flush()
}

// gapsOf is the claims file of a paper, and what is to be done with it; nil for types
// that have none. With a key it is the file as it should be handed in.
func gapsOf(p *exercise.Paper, key *exercise.Key) (*claims.File, string) {
	switch {
	case p.Map != nil && len(p.Gaps) > 0:
		return withGaps(p, key), "In this file, write in place of each number in brackets the letter or the text of the claim that belongs there. Leave the ids as they are."
	case p.Type.Name == "repair" && p.Map != nil:
		file := lettered(p)
		if key != nil {
			file = asMade(key)
		}
		return file, "In this file, mend the fault. Claims keep their ids; take out or add what has to be."
	case p.Type.Name == "build":
		if key != nil {
			return asMade(key), ""
		}
		return unbuilt(p), "In this file, move the claims to where they belong. What is for a claim stands in a list under `because:`, " +
			"what is against it under `but:`, and what carries it only together under `premises:`. The main conclusion is the `thesis:`. Claims keep their ids."
	}
	return nil, ""
}

// withGaps is the paper's map. Claims that are asked for have the names of their fields
// as ids, and others have none.
func withGaps(p *exercise.Paper, key *exercise.Key) *claims.File {
	return declared(p.Map, func(c *argmap.Claim, d *claims.Claim) {
		id := p.Gaps[c.ID]
		d.ID.Value = id
		if id != "" && key != nil {
			right := key.Field(id).Right[0]
			d.Text.Value = right.Text
		}
	})
}

// lettered is a map whose boxes begin with letters, which become ids.
func lettered(p *exercise.Paper) *claims.File {
	return declared(p.Map, func(c *argmap.Claim, d *claims.Claim) {
		d.ID.Value, d.Text.Value, _ = strings.Cut(c.Text, ": ")
	})
}

// asMade is the key's map, with letters for the author's ids.
func asMade(key *exercise.Key) *claims.File {
	letters := map[string]string{}
	for i := 0; key.Claims[exercise.Letter(i)] != ""; i++ {
		if id := key.Claims[exercise.Letter(i)]; letters[id] == "" {
			letters[id] = exercise.Letter(i)
		}
	}
	return declared(key.Map, func(c *argmap.Claim, d *claims.Claim) { d.ID.Value, d.Evidence = letters[c.ID], nil })
}

// declared declares a map once more, its claims changed by a function.
func declared(m *argmap.Map, change func(*argmap.Claim, *claims.Claim)) *claims.File {
	file := &claims.File{Source: &source.File{}}
	file.Lang.Value = m.Lang
	to := map[*claims.Claim]*claims.Claim{}
	for _, c := range m.Claims {
		d := &claims.Claim{Text: c.Decl.Text, Implicit: c.Implicit, Nested: c.Decl.Nested}
		change(c, d)
		to[c.Decl] = d
		file.Claims = append(file.Claims, d)
		if c == m.Thesis {
			file.Thesis = d
		}
	}
	arguments := map[*argmap.Argument]*claims.Argument{}
	for _, a := range m.Arguments {
		arguments[a] = &claims.Argument{Kind: a.Kind}
	}
	for _, a := range m.Arguments {
		d := arguments[a]
		switch t := a.Target.(type) {
		case *argmap.Claim:
			d.Target.Claim = to[t.Decl]
		case *argmap.Argument:
			d.Target.Argument = arguments[t]
		}
		for _, c := range a.Premises {
			d.Premises = append(d.Premises, claims.Ref{Claim: to[c.Decl]})
		}
		file.Arguments = append(file.Arguments, d)
	}
	return file
}

// unbuilt are the claims of a map without its arguments. The main conclusion is the
// thesis where the paper gives it, as the one claim about which nothing is asked.
func unbuilt(p *exercise.Paper) *claims.File {
	file := &claims.File{Source: &source.File{}}
	for _, o := range p.Claims {
		d := &claims.Claim{ID: claims.Text{Value: o.Key}, Text: claims.Text{Value: o.Text}}
		file.Claims = append(file.Claims, d)
		if !slices.ContainsFunc(p.Fields, func(f exercise.Field) bool { return strings.HasPrefix(f.ID, o.Key+".") }) {
			file.Thesis = d
		}
	}
	return file
}
