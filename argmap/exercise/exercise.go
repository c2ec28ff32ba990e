// Package exercise makes exercises out of a map: a part of it from which something is
// taken away, and the key that says what it was.
//
// A type of exercise is a value in Types and lives in a file of its own, which makes
// a Paper: what a student is given, with fields to be filled in, and a Key: what is
// right, and why. The two are apart from one another, and nothing in a Paper tells
// what is right: letters, order and ids are drawn by lot from the seed, so that one
// seed makes one exercise.
//
// # Levels
//
// What a level changes, from 1 to 5:
//
//	conclusion     4, 6, 9, 12, 16 claims
//	polarity       3, 5, 7, 10, 14 items; from 3 some about steps
//	place          5, 9, 14, 24, 60 claims; from 4 two or three letters too many
//	blanks         2, 3, 4, 6, 8 gaps in as large a map; the thesis is one from 3; letters too many as above
//	linked         3, 4, 6, 8, 10 pairs
//	missing        1, 2, 2, 3, 4 arguments; a hint below 3; wrong answers from far away below 3, from near by above; from 4 first in one's own words
//	standard-form  5, 7, 9, 12, 16 claims
//	evidence       3, 4, 6, 8, 12 claims; from 3 its kind too; from 4 two or three pieces too many
//	repair         6, 9, 14, 20, 30 claims; from 2 faults of linking too; from 3 wider circles
//	build          5, 9, 14, 24, 60 claims; the thesis is given below 3
//
// The numbers are the most: a small map gives less.
//
// The package must not know how papers look (package output/worksheet) nor how answers
// are judged (package argmap/grade).
package exercise

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
)

// Type is a kind of exercise.
type Type struct {
	Name  string // as given to --type: "place"
	Title string // what a student does, as a heading: "Put the claims in their places"
	Use   string // what it trains, for teachers, in a few words

	make func(*maker) error
}

// Types lists every type, roughly in the order in which a course comes to them.
func Types() []*Type {
	return []*Type{
		conclusionType, polarityType, placeType, blanksType, linkedType, missingType, standardFormType, evidenceType, repairType, buildType,
	}
}

// ForName returns the type of that name, or nil.
func ForName(name string) *Type {
	for _, t := range Types() {
		if t.Name == strings.ToLower(name) {
			return t
		}
	}
	return nil
}

// Levels are from 1, a few claims and everything else in place, to MaxLevel, the whole
// of a large map with wrong answers among those to choose from.
const (
	MaxLevel     = 5
	DefaultLevel = 2
)

// Options say which exercise of a type is made.
type Options struct {
	Seed    uint64
	Level   int    // from 1 to MaxLevel; 0: DefaultLevel
	Student string // whose variant it is; "": nobody's in particular
}

// Paper is what a student is given.
type Paper struct {
	Type *Type
	Options
	Title  string            // what the map is about, unless that gives the answer away; ""
	Lang   string            // of its claims, as a BCP 47 tag; "" where the file does not say
	Ask    string            // what to do, in one to three sentences
	Claims []Option          // to be read, where the fields are about all of them; their keys are letters
	Bank   []Option          // what fields are filled with that have no options of their own
	Map    *argmap.Map       // to be drawn; nil: there is no picture. Its ids are made up
	Gaps   map[string]string // ids of the claims of Map that are left out, with the fields that ask for them
	Fields []Field           // in the order of the sheet
}

// Option is something to choose: a letter and what it stands for.
type Option struct {
	Key  string // "A"
	Text string
}

// Field is one thing to fill in.
type Field struct {
	ID      string   // "1", "2": the student sees it; for further questions about one thing "1.from"
	About   []Part   // what the question is about: texts to read above it, perhaps none
	Prompt  string   // the question, or a word before the blank; "" for gaps of the map
	Options []Option // to choose from; nil: the paper's Bank
	Several bool     // any number of the options may be given, in any order
	Open    bool     // answered in words, which a person has to read
}

// Part is a text with the word that stands before it: "premise", "conclusion".
type Part struct{ Word, Text string }

// Choices are the options that a field is filled with.
func (p *Paper) Choices(f Field) []Option {
	if f.Options != nil || f.Open {
		return f.Options
	}
	return p.Bank
}

// Key is what is right.
type Key struct {
	Type *Type
	Options
	Fields []KeyField        // as the Paper's, in its order
	Claims map[string]string // ids of claims of Map by what stands for them on the paper: the key of an option, the field of a gap
	Map    *argmap.Map       // the part of the map that the exercise was made of, with the author's ids

	text string       // Map as a claims file, where the key was read from one …
	file *claims.File // … and otherwise its declarations
}

// Text is Map as a claims file.
func (k *Key) Text() string {
	if k.text == "" && k.file != nil {
		k.text, _ = claims.Formats()[0].Print(k.file)
	}
	return k.text
}

// KeyField is what is right in a field.
type KeyField struct {
	ID      string
	Right   []Option // all of them where Several, otherwise any one, first the one that goes with the first ones of the other fields; where Open a model answer, without a Key
	Several bool
	Open    bool
	Why     string // a sentence that teaches; "" where there is nothing to say
}

// Field is the field of that name, or nil.
func (k *Key) Field(id string) *KeyField {
	for i := range k.Fields {
		if k.Fields[i].ID == id {
			return &k.Fields[i]
		}
	}
	return nil
}

// ErrTooSmall is the error of a map that has too little in it for an exercise of the type.
var ErrTooSmall = errors.New("there is too little in the map")

// Make makes an exercise of a map. Its error wraps ErrTooSmall, and says what is missing.
func Make(m *argmap.Map, t *Type, o Options) (*Paper, *Key, error) {
	if o.Level == 0 {
		o.Level = DefaultLevel
	}
	if o.Level < 1 || o.Level > MaxLevel {
		return nil, nil, fmt.Errorf("there is no level %d: levels are from 1 to %d", o.Level, MaxLevel)
	}
	if m.Thesis == nil {
		return nil, nil, fmt.Errorf("%w: it has no thesis", ErrTooSmall)
	}
	mk := newMaker(m, t, o)
	if err := t.make(mk); err != nil {
		return nil, nil, err
	}
	return mk.paper, mk.key, nil
}

// maker is an exercise in the making.
type maker struct {
	whole *argmap.Map              // the map as it is
	index *argmap.Index            // of the whole map
	texts map[*argmap.Claim]string // see plain
	rng   *rand.Rand
	paper *Paper
	key   *Key
}

func newMaker(m *argmap.Map, t *Type, o Options) *maker {
	h := fnv.New64a()
	h.Write([]byte(t.Name))
	return &maker{
		whole: m, index: argmap.NewIndex(m.Outline()), texts: map[*argmap.Claim]string{},
		rng:   rand.New(rand.NewPCG(o.Seed, h.Sum64()+uint64(o.Level))),
		paper: &Paper{Type: t, Options: o, Title: m.Title, Lang: m.Lang, Gaps: map[string]string{}},
		key:   &Key{Type: t, Options: o, Claims: map[string]string{}},
	}
}

// tooSmall is the error of a map that lacks something.
func tooSmall(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrTooSmall, fmt.Sprintf(format, args...))
}

// field adds a field with the keys that are right in it. Options with the text of a
// right one are as right, unless the field takes several. Where it is open, what is right
// is a text.
func (mk *maker) field(f Field, why string, right ...string) {
	mk.paper.Fields = append(mk.paper.Fields, f)
	k := KeyField{ID: f.ID, Several: f.Several, Open: f.Open, Why: why}
	if f.Open {
		for _, text := range right {
			k.Right = append(k.Right, Option{Text: text})
		}
	} else {
		k.Right = rightOf(mk.paper.Choices(f), f.Several, right)
	}
	mk.key.Fields = append(mk.key.Fields, k)
}

// rightOf are the options that are right: those with the keys, in the order of the keys
// or, of several, in their own; then those that say the same.
func rightOf(choices []Option, several bool, keys []string) []Option {
	var list, same []Option
	for _, o := range choices {
		switch {
		case slices.Contains(keys, o.Key):
			list = append(list, o)
		case !several && slices.ContainsFunc(choices, func(r Option) bool { return r.Text == o.Text && slices.Contains(keys, r.Key) }):
			same = append(same, o)
		}
	}
	if !several {
		slices.SortFunc(list, func(a, b Option) int { return slices.Index(keys, a.Key) - slices.Index(keys, b.Key) })
	}
	return append(list, same...)
}

// lettered shuffles claims and gives them letters, under which the key knows them.
func (mk *maker) lettered(list []*argmap.Claim) ([]Option, map[*argmap.Claim]string) {
	order := mk.rng.Perm(len(list))
	options, letters := make([]Option, len(list)), map[*argmap.Claim]string{}
	for i, n := range order {
		key := Letter(i)
		options[i] = Option{key, list[n].Text}
		letters[list[n]] = key
		mk.key.Claims[key] = list[n].ID
	}
	return options, letters
}

// Letter is the key of the option with that index: A to Z, then AA, AB and so on.
func Letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return Letter(i/26-1) + string(rune('A'+i%26))
}
