package main

import (
	"fmt"
	"maps"
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
			&cli.StringSliceFlag{Name: "key", Usage: "a further key, `FILE`: the one that an answer fits best counts; may be given again"},
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
	keys    [][]*exercise.Key // the variants of each key; nil where the key is a map
	models  []*argmap.Map
	rubric  *grade.Rubric
	list    []*graded
	refused []refusal
	unread  bool // an answer could not be read at all
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
		if slices.Contains(c.Args().Slice(), path) || slices.Contains(c.StringSlice("key"), path) {
			return misuse("name another file with -o", "%s would be written over", path)
		}
	}
	if err := g.readKeys(); err != nil {
		return err
	}
	if err := g.readRubric(); err != nil {
		return err
	}
	for _, path := range c.Args().Slice()[1:] {
		g.answer(path)
	}
	g.unweighed()
	printDiagnostics(c, g.diags)
	if err := g.report(); err != nil {
		return err
	}
	switch {
	case g.unread:
		return &failure{status: statusSystem}
	case len(g.refused) > 0 || g.diags.HasErrors():
		return &failure{status: statusInput}
	}
	return nil
}

// unweighed says which weights of the rubric are of nothing that was graded.
func (g *grading) unweighed() {
	known := map[string]bool{}
	for _, one := range g.list {
		for _, it := range one.Items {
			known[it.ID], known[it.Claim] = true, true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(g.rubric.Fields)) {
		if len(g.list) > 0 && !known[name] {
			g.diags = append(g.diags, source.Diagnostic{Severity: source.Warning, Code: grade.CodeBadRubric,
				Message: fmt.Sprintf("the rubric weighs %q, and nothing that was graded is called that", name),
				Hint:    "name a field, or of maps a claim by its id or number; --format json lists them"})
		}
	}
}

// refusal is an answer that was not graded, and why.
type refusal struct{ file, why string }

// readMap reads a claims file, and none of the files that it names. The map is nil where
// there is none in it, which the diagnostics say, and of the declarations what can be read.
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
		return file, nil, diags
	}
	return file, m, nil
}

// readKeys reads the key and those of --key, which are of its kind.
func (g *grading) readKeys() error {
	for _, path := range append([]string{g.keyPath}, g.c.StringSlice("key")...) {
		text, err := readInput(path, g.c.App.Reader)
		if err != nil {
			return err
		}
		src := source.NewFile(path, text)
		switch {
		case exercise.IsKey(src):
			err = g.addKeys(src)
		case g.keys != nil:
			err = g.addBuilt(src)
		default:
			_, m, diags := readMap(path, text)
			printDiagnostics(g.c, diags)
			if g.models = append(g.models, m); m == nil {
				err = &failure{status: statusInput}
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *grading) addKeys(src *source.File) error {
	keys, err := exercise.ReadKeys(src)
	switch {
	case err != nil:
		return &failure{status: statusInput, message: err.Error(), hint: "the key is the .key.yaml that argmap exercise wrote beside the sheet"}
	case g.models != nil:
		return misuse("name only model maps, or only keys of one exercise", "%s is a model map, and %s is the key of an exercise", g.keyPath, src.Name)
	case g.keys != nil && keys[0].Type != g.keys[0][0].Type:
		return misuse("", "%s is the key of an exercise of type %s, and %s is of %s", src.Name, keys[0].Type.Name, g.keyPath, g.keys[0][0].Type.Name)
	}
	g.keys = append(g.keys, keys)
	return nil
}

// addBuilt takes a claims file that was handed in for a build exercise as a further key of
// its variant: a map that differs from the model and is as good.
func (g *grading) addBuilt(src *source.File) error {
	if g.keys[0][0].Type.Name != "build" {
		return misuse("name another .key.yaml of the exercise", "%s is a claims file, which is a further key only of exercises of type build", src.Name)
	}
	file, m, diags := readMap(src.Name, src.Text)
	printDiagnostics(g.c, diags)
	if m == nil {
		return &failure{status: statusInput}
	}
	head := headOf(file)
	k := variant(g.keys[0], head)
	if k == nil {
		return &failure{status: statusInput, message: g.noVariant(head), hint: headHint}
	}
	other := *k
	other.Map = withIDs(k, file)
	g.keys = append(g.keys, []*exercise.Key{&other})
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
	d := source.Diagnostic{Severity: source.Error, Code: "not-graded", File: source.NewFile(path, ""), Message: fmt.Sprintf(format, args...), Hint: hint}
	g.refused, g.diags = append(g.refused, refusal{path, d.Message}), append(g.diags, d)
}

// answer grades one file.
func (g *grading) answer(path string) {
	text, err := readInput(path, g.c.App.Reader)
	if err != nil {
		g.unread = true
		g.refuse(path, "", "it cannot be read: %s", err)
		return
	}
	if len(text) > mostAnswer {
		g.refuse(path, "", "it is larger than %d MiB, as no answer is", mostAnswer>>20)
		return
	}
	src := source.NewFile(path, strings.ToValidUTF8(text, "\uFFFD"))
	a, diags := exercise.ReadAnswer(src)
	if a != nil {
		g.diags = append(g.diags, diags...)
		g.form(path, a)
		return
	}
	file, m, more := readMap(path, src.Text)
	switch {
	case m == nil && (filepath.Ext(path) == ".json" || len(more) == 0 || g.keys != nil && len(file.Claims) == 0):
		g.refuse(path, diags[0].Hint, "%s", diags[0].Message)
	case m == nil:
		g.diags = append(g.diags, more[:min(len(more), mostTold)]...)
		g.refused = append(g.refused, refusal{path, more[0].Message})
	case len(m.Claims) > mostClaims:
		g.refuse(path, "", "it has %d claims, as no answer has", len(m.Claims))
	default:
		g.mapAnswer(path, file, m)
	}
}

// What no answer goes beyond, so that none can hold the others up; and how many mistakes
// of one are told.
const (
	mostAnswer = 4 << 20 // bytes
	mostClaims = 2000
	mostTold   = 5
)

// head is which exercise an answer says it is to, and whose it is.
type head struct {
	seed    uint64
	student string
}

// form grades a form that has been filled in.
func (g *grading) form(path string, a *exercise.Answer) {
	switch {
	case g.keys == nil:
		g.refuse(path, "name the .key.yaml of the exercise first", "this is a form, and %s is a map", g.keyPath)
		return
	case exercise.ForName(a.Type) != g.keys[0][0].Type:
		g.refuse(path, "name the key of that exercise", "this answers an exercise of type %q, and the key is of %s", a.Type, g.keys[0][0].Type.Name)
		return
	}
	g.exercise(path, head{a.Seed, a.Student}, "", func(k *exercise.Key) *graded {
		one := &graded{answer: k.Built(a), Result: grade.Answer(k, a, g.rubric)}
		if one.answer != nil {
			one.model = k.Map
		}
		return one
	})
}

// exercise grades an answer by its variant in each of the keys, and keeps the best.
func (g *grading) exercise(path string, h head, hint string, judge func(*exercise.Key) *graded) {
	var best *graded
	for _, keys := range g.keys {
		k := variant(keys, h)
		if k == nil {
			continue
		}
		one := judge(k)
		one.file, one.key, one.student = path, k, nameOf(path, h.student, k.Student)
		if k.Student != "" && h.student != "" && !sameName(k.Student, h.student) {
			one.Human = append(one.Human, fmt.Sprintf("the variant was made for %s, and %s handed it in", k.Student, h.student))
		}
		if best == nil || one.Score > best.Score {
			best = one
		}
	}
	if best == nil {
		g.refuse(path, hint, "%s", g.noVariant(h))
		return
	}
	g.list = append(g.list, best)
}

// variant is the key of a seed, or else the student's, or the only one where no seed is
// given; nil where there is none.
func variant(keys []*exercise.Key, h head) *exercise.Key {
	for _, k := range keys {
		if k.Seed == h.seed {
			return k
		}
	}
	for _, k := range keys {
		if k.Student != "" && sameName(k.Student, h.student) {
			return k
		}
	}
	if h.seed == 0 && len(keys) == 1 {
		return keys[0]
	}
	return nil
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// noVariant says which variants there are.
func (g *grading) noVariant(h head) string {
	const most = 12
	var list []string
	for _, k := range g.keys[0][:min(len(g.keys[0]), most)] {
		seed := strconv.FormatUint(k.Seed, 10)
		if k.Student != "" {
			seed += " (" + k.Student + ")"
		}
		list = append(list, seed)
	}
	if n := len(g.keys[0]) - most; n > 0 {
		list = append(list, fmt.Sprintf("and %d more", n))
	}
	said := fmt.Sprintf("no variant has the seed %d", h.seed)
	if h.seed == 0 {
		said = "the answer has no seed"
	}
	return said + "; those of the key are " + strings.Join(list, ", ")
}

// nameOf is whose answer it is: as it says, as the variant was made for, or its file's name.
func nameOf(path, said, meant string) string {
	switch {
	case said != "":
		return said
	case meant != "":
		return meant
	}
	return fileName(path)
}

func fileName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

var headLine = regexp.MustCompile(`^# (exercise|seed|student):[ \t]*"?(.*?)"?[ \t\r]*$`)

// headOf reads the comments at the top of a claims file that say to which exercise it is.
func headOf(file *claims.File) head {
	var h head
	for line := range strings.Lines(file.Source.Text) {
		if !strings.HasPrefix(line, "#") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			break
		}
		found := headLine.FindStringSubmatch(strings.TrimRight(line, "\n"))
		switch {
		case found == nil:
		case found[1] == "seed":
			h.seed, _ = strconv.ParseUint(found[2], 10, 64)
		case found[1] == "student":
			h.student = found[2]
		}
	}
	return h
}

const headHint = "the comment `# seed:` at the top of the file names its variant"

// mapAnswer grades a claims file: by a model, or as an answer to an exercise.
func (g *grading) mapAnswer(path string, file *claims.File, m *argmap.Map) {
	h := headOf(file)
	if g.keys == nil {
		one := &graded{file: path, student: nameOf(path, h.student, ""), answer: m, Result: grade.Map(g.models, m, g.rubric)}
		one.model = one.Key
		g.list = append(g.list, one)
		return
	}
	switch name := g.keys[0][0].Type.Name; name {
	case "place", "blanks":
		g.exercise(path, h, headHint, func(k *exercise.Key) *graded {
			return &graded{Result: grade.Answer(k, filledGaps(k, m), g.rubric)}
		})
	case "build", "repair":
		g.exercise(path, h, headHint, func(k *exercise.Key) *graded {
			copied, _, _ := readMap(path, file.Source.Text) // whose ids are changed
			one := &graded{model: k.Map, answer: withIDs(k, copied)}
			if name == "repair" {
				one.Result = grade.Repaired(k, one.answer, g.rubric)
			} else {
				one.Result = grade.Built(k, one.answer, g.rubric)
			}
			return one
		})
	default:
		g.refuse(path, "hand in the text form, or what the page saves", "a claims file is no answer to an exercise of type %s", name)
	}
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
