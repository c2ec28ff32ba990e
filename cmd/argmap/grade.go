package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/grade"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
	"github.com/urfave/cli/v2"
)

func gradeCommand() *cli.Command {
	return &cli.Command{
		Name:      "grade",
		Usage:     "grade answers to an exercise, or maps by a model map, and say why",
		ArgsUsage: "KEY ANSWER...",
		UsageText: "argmap grade KEY ANSWER...\n\n" +
			"argmap grade place.key.yaml ada.yaml                    points, and what to think about\n" +
			"argmap grade place.key.yaml answers/*.json --reveal     with what is right\n" +
			"argmap grade place.key.yaml answers/* -o grades.csv -o class.html\n" +
			"argmap grade model.yaml map-of-ada.yaml -o compare.html  a free map, beside the model",
		Description: "KEY is the .key.yaml that argmap exercise writes beside a sheet, or a claims file: a model map. An ANSWER is a\n" +
			"form that has been filled in, the file that a page has saved, or a claims file. Maps that share no ids with the\n" +
			"model are matched to it by their texts; where a match is weak, a person is asked to look.\n\n" +
			"OUT's extension says what is written: .csv the grade book, .json all of it, .svg and .html the map with what most\n" +
			"students got wrong, .html for a single map that map and the model side by side.\n\n" +
			"A rubric is YAML: {points: 20, round: 1, half: 0.5, weights: {moves: 1, flips: 0.5, groups: 0.5, extra: 0.5},\n" +
			"fields: {1: 2}}.",
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT` as well; may be given again"},
			&cli.StringFlag{Name: "format", Usage: "of the report, `NAME`: " + strings.Join(gradeFormats, ", "), Value: "text"},
			&cli.BoolFlag{Name: "reveal", Usage: "say what is right"},
			&cli.StringFlag{Name: "rubric", Usage: "what counts how much, from `FILE`"},
			&cli.StringSliceFlag{Name: "key", Usage: "another model map, `FILE`: the one that a map fits best counts; may be given again"},
		},
		Action: gradeAnswers,
	}
}

// graded is an answer with what it is worth.
type graded struct {
	file, student string
	key           *exercise.Key // nil: of a map that was graded by a model
	model, answer *argmap.Map   // of maps
	*grade.Result
}

// grading is what a run of the command knows.
type grading struct {
	c       *cli.Context
	keyPath string
	keys    []*exercise.Key // the variants; nil where the key is a map
	models  []*argmap.Map
	rubric  *grade.Rubric
	list    []*graded
	failed  bool
	diags   source.Diagnostics
}

func gradeAnswers(c *cli.Context) error {
	if c.NArg() < 2 {
		return misuse("argmap grade place.key.yaml ada.yaml", "grade needs a key and an answer")
	}
	if !slices.Contains(gradeFormats, c.String("format")) {
		return badChoiceOf(c, "format", gradeFormats)
	}
	g := &grading{c: c, keyPath: c.Args().First(), rubric: grade.Default()}
	for _, path := range c.StringSlice("output") {
		if gradeWriter(path) == nil {
			return misuse("OUT ends in .csv, .json, .svg or .html", "%q names nothing that grades can be written as", path)
		}
	}
	if err := g.readKeys(); err != nil {
		return err
	}
	if err := g.readRubric(); err != nil {
		return err
	}
	for _, path := range c.Args().Slice()[1:] {
		if err := g.answer(path); err != nil {
			return err
		}
	}
	printDiagnostics(c, g.diags)
	if err := g.report(); err != nil {
		return err
	}
	if g.failed || g.diags.HasErrors() {
		return &failure{status: statusInput}
	}
	return nil
}

// readMap reads a claims file, and none of the files that it names. The map is nil where
// there is none in it, which the diagnostics say.
func readMap(path, text string) (*claims.File, *argmap.Map, source.Diagnostics) {
	format := claims.ForPath(path)
	if format == nil {
		format = claims.Formats()[0]
	}
	file, diags := format.Parse(source.NewFile(path, text))
	file.Bibliography = nil
	m, more := argmap.Build(file)
	more = slices.DeleteFunc(more, func(d source.Diagnostic) bool { return d.Code == argmap.CodeUnknownSource })
	if diags = append(diags, more...); diags.HasErrors() || len(m.Claims) == 0 {
		return nil, nil, diags
	}
	return file, m, nil
}

func (g *grading) readKeys() error {
	text, err := readInput(g.keyPath, g.c.App.Reader)
	if err != nil {
		return err
	}
	src := source.NewFile(g.keyPath, text)
	if exercise.IsKey(src) {
		if g.keys, err = exercise.ReadKeys(src); err != nil {
			return &failure{status: statusInput, message: err.Error(), hint: "the key is the .key.yaml that argmap exercise wrote beside the sheet"}
		}
		if len(g.c.StringSlice("key")) > 0 {
			return misuse("leave out --key", "--key is for model maps, and %s is the key of an exercise", g.keyPath)
		}
		return nil
	}
	for _, path := range append([]string{g.keyPath}, g.c.StringSlice("key")...) {
		if path != g.keyPath {
			if text, err = readInput(path, g.c.App.Reader); err != nil {
				return err
			}
		}
		_, m, diags := readMap(path, text)
		printDiagnostics(g.c, diags)
		if m == nil {
			return &failure{status: statusInput}
		}
		g.models = append(g.models, m)
	}
	return nil
}

func (g *grading) readRubric() error {
	path := g.c.String("rubric")
	if path == "" {
		return nil
	}
	text, err := readInput(path, g.c.App.Reader)
	if err != nil {
		return err
	}
	var diags source.Diagnostics
	g.rubric, diags = grade.ReadRubric(source.NewFile(path, text))
	printDiagnostics(g.c, diags)
	if diags.HasErrors() {
		return &failure{status: statusInput}
	}
	return nil
}

// refuse says what is wrong with an answer, and goes on with the others.
func (g *grading) refuse(path, hint, format string, args ...any) {
	g.failed = true
	g.diags = append(g.diags, source.Diagnostic{Severity: source.Error, Code: "not-graded", File: source.NewFile(path, ""),
		Message: fmt.Sprintf(format, args...), Hint: hint})
}

// answer grades one file. Its error is trouble with the world.
func (g *grading) answer(path string) error {
	text, err := readInput(path, g.c.App.Reader)
	if err != nil {
		return err
	}
	src := source.NewFile(path, strings.ToValidUTF8(text, "\uFFFD"))
	a, diags := exercise.ReadAnswer(src)
	if a != nil {
		g.diags = append(g.diags, diags...)
		g.form(path, a)
		return nil
	}
	file, m, more := readMap(path, src.Text)
	if m == nil {
		if filepath.Ext(path) == ".json" {
			more = diags
		}
		g.diags, g.failed = append(g.diags, more...), true
		return nil
	}
	g.mapAnswer(path, file, m)
	return nil
}

// form grades a form that has been filled in.
func (g *grading) form(path string, a *exercise.Answer) {
	switch {
	case g.keys == nil:
		g.refuse(path, "name the .key.yaml of the exercise first", "this is a form, and %s is a map", g.keyPath)
		return
	case exercise.ForName(a.Type) != g.keys[0].Type:
		g.refuse(path, "", "this answers an exercise of type %q, and the key is of %s", a.Type, g.keys[0].Type.Name)
		return
	}
	k := g.variant(a.Seed, a.Student)
	if k == nil {
		g.refuse(path, "the key has "+seedsOf(g.keys), "no variant of the key has the seed %d", a.Seed)
		return
	}
	g.list = append(g.list, &graded{file: path, student: nameOf(path, a.Student, k.Student), key: k, Result: grade.Answer(k, a, g.rubric)})
}

// variant is the key of a seed, or the only one there is of a student's where the seed is lost.
func (g *grading) variant(seed uint64, student string) *exercise.Key {
	var named *exercise.Key
	for _, k := range g.keys {
		if k.Seed == seed {
			return k
		}
		if seed == 0 && student != "" && strings.EqualFold(k.Student, student) {
			named = k
		}
	}
	if seed == 0 && len(g.keys) == 1 {
		return g.keys[0]
	}
	return named
}

func seedsOf(keys []*exercise.Key) string {
	var list []string
	for _, k := range keys[:min(len(keys), 12)] {
		list = append(list, strconv.FormatUint(k.Seed, 10))
	}
	if len(keys) > 12 {
		list = append(list, "…")
	}
	return "the seeds " + strings.Join(list, ", ")
}

// nameOf is whose answer it is: as it says, as the variant was made for, or its file's name.
func nameOf(path, said, meant string) string {
	switch {
	case said != "":
		return said
	case meant != "":
		return meant
	}
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

var headLine = regexp.MustCompile(`(?m)^# (exercise|seed|student):[ \t]*"?(.*?)"?[ \t\r]*$`)

// mapAnswer grades a claims file: by a model, or as an answer to an exercise, whose
// comments at the top say to which.
func (g *grading) mapAnswer(path string, file *claims.File, m *argmap.Map) {
	head := map[string]string{}
	for _, line := range headLine.FindAllStringSubmatch(file.Source.Text, -1) {
		head[line[1]] = line[2]
	}
	one := &graded{file: path, student: nameOf(path, head["student"], ""), answer: m}
	if g.keys == nil {
		one.Result = grade.Map(g.models, m, g.rubric)
		one.model = one.Key
		g.list = append(g.list, one)
		return
	}
	seed, _ := strconv.ParseUint(head["seed"], 10, 64)
	k := g.variant(seed, head["student"])
	if k == nil {
		g.refuse(path, "the key has "+seedsOf(g.keys)+"; the comment `# seed:` at the top of the file names one", "no variant of the key has the seed %d", seed)
		return
	}
	one.student, one.key = nameOf(path, head["student"], k.Student), k
	switch k.Type.Name {
	case "place", "blanks":
		one.answer, one.Result = nil, grade.Answer(k, filledGaps(k, m), g.rubric)
	default:
		one.model = k.Map
		one.Result = grade.Map([]*argmap.Map{k.Map}, withIDs(k, file), g.rubric)
	}
	g.list = append(g.list, one)
}

// filledGaps is a claims file with gaps as an answer: the ids of its claims are fields, and
// their texts letters, or what the letters stand for.
func filledGaps(k *exercise.Key, m *argmap.Map) *exercise.Answer {
	letters := map[string]string{}
	for i := 0; k.Claims[exercise.Letter(i)] != ""; i++ {
		letter := exercise.Letter(i)
		letters[letter] = letter
		for _, c := range k.Map.Claims {
			if c.ID == k.Claims[letter] {
				letters[strings.ToUpper(c.Text)] = letter
			}
		}
	}
	a := &exercise.Answer{Type: k.Type.Name, Seed: k.Seed, Fields: map[string][]string{}}
	for _, c := range m.Claims {
		text := strings.ToUpper(strings.TrimSpace(c.Text))
		if letter := letters[strings.Trim(text, "() .")]; letter != "" {
			text = letter
		} else if letters[text] != "" {
			text = letters[text]
		}
		if k.Field(c.ID) != nil && text != "("+c.ID+")" {
			a.Fields[c.ID] = []string{text}
		}
	}
	return a
}

// withIDs is a map whose claims have the author's ids in place of the paper's letters.
func withIDs(k *exercise.Key, file *claims.File) *argmap.Map {
	taken := map[string]bool{}
	author := func(t *claims.Text) {
		if id := k.Claims[strings.ToUpper(t.Value)]; id != "" {
			t.Value = id
		}
	}
	for _, c := range file.Claims {
		before := c.ID.Value
		if author(&c.ID); taken[c.ID.Value] { // two boxes of one claim, as a circle has them
			c.ID.Value = before
		}
		taken[c.ID.Value] = true
	}
	for _, a := range file.Arguments {
		for i := range a.Premises {
			author(&a.Premises[i].Name)
		}
	}
	m, _ := argmap.Build(file)
	return m
}
