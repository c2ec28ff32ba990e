package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/scheme"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/style"
	"github.com/urfave/cli/v2"
)

func questionsCommand() *cli.Command {
	return &cli.Command{
		Name:      "questions",
		Usage:     "ask the critical questions of a map's arguments and of its evidence",
		ArgsUsage: "FILE",
		UsageText: "argmap questions claims.yaml\n" +
			"argmap questions claims.yaml --open --focus distrust -o list.md\n" +
			"argmap questions claims.yaml -o sheet.pdf --page letter      a sheet for a discussion, with room to write\n" +
			"argmap questions --explain expert-opinion                    --list names all schemes\n" +
			"argmap render claims.yaml -o map.svg --questions             how many are open, on the map; full: which\n" +
			"argmap slides claims.yaml -o talk.pptx --questions           in the notes for the speaker",
		Description: "Every argument that names a `scheme:` is asked the questions of that scheme, and evidence those of its `kind:`.\n" +
			"Answers stand in the file: `answers: {ID: text}` beside the scheme or the evidence. For an argument without\n" +
			"a scheme the wording can suggest one; that is marked as a guess.\n" +
			"OUT's extension picks the form: " + questionList() + ".",
		Flags:  questionsFlags(),
		Action: questions,
	}
}

func questionList() string {
	var list []string
	for _, f := range output.QuestionFormats() {
		list = append(list, f.Ext+" ("+f.Title+")")
	}
	return strings.Join(list, ", ")
}

func questionFormatNames() []string {
	var names []string
	for _, f := range output.QuestionFormats() {
		names = append(names, f.Name)
	}
	return names
}

func schemeNames() []string {
	lib := scheme.Builtin()
	return slices.Concat(lib.Names(), lib.KindNames())
}

func questionsFlags() []cli.Flag {
	return slices.Concat([]cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `OUT` (default: standard output)"},
		&cli.StringFlag{Name: "format", Usage: "`FORM`: " + strings.Join(questionFormatNames(), ", ") + " (default: by OUT's extension, else text)"},
		&cli.BoolFlag{Name: "open", Usage: "only questions without an answer"},
		&cli.BoolFlag{Name: "no-guesses", Usage: "ask nothing of arguments that name no scheme"},
		&cli.BoolFlag{Name: "no-evidence", Usage: "ask nothing of evidence"},
		schemesFlag(),
		&cli.StringFlag{Name: "page", Usage: choice("of the sheet, upright, a `PAGE`", "page") + ", or a size"},
		&cli.BoolFlag{Name: "list", Usage: "list the schemes and kinds of evidence"},
		&cli.StringFlag{Name: "explain", Usage: "print the questions of the scheme or kind `NAME`"},
	}, viewFlags(), []cli.Flag{
		fontFlag(),
		allowFilesFlag(),
		compatFlag(),
		&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
	})
}

func schemesFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "schemes", Usage: "lay a `FILE` of schemes over the built-in ones; may be given again"}
}

// questions is the command.
func questions(c *cli.Context) error {
	lib, err := library(c)
	if err != nil {
		return err
	}
	switch {
	case c.Bool("list"):
		return listSchemes(c.App.Writer, lib)
	case c.IsSet("explain"):
		return explainScheme(c, lib)
	}
	f, err := questionFormat(c)
	if err != nil {
		return err
	}
	job := &output.Job{Palette: style.Palettes()[0], Fonts: c.StringSlice("font"), Columns: columns(c.App.Writer)}
	if c.String("page") != "" {
		if job.Page, err = page(c, "page"); err != nil {
			return err
		}
	}
	m, err := loadMap(c)
	if err != nil {
		return err
	}
	if job.Outline, err = viewed(c, m); err != nil {
		return err
	}
	job.Questions = ask(c, lib, job.Outline, scheme.Options{NoGuesses: c.Bool("no-guesses"), NoEvidence: c.Bool("no-evidence")})
	if c.Bool("open") {
		job.Questions = job.Questions.OnlyOpen()
	}
	var buf bytes.Buffer
	notices, err := output.WriteQuestions(&buf, f, job)
	if err != nil {
		return err
	}
	printDiagnostics(c, notices)
	if err := writeResult(c, c.String("output"), buf.Bytes()); err != nil {
		return err
	}
	if out := c.String("output"); out != "" && out != "-" {
		count := job.Questions.Count
		fmt.Fprintf(c.App.ErrWriter, "%s, %d answered\n", argmap.Counted(count.Questions, "question"), count.Answered)
	}
	return nil
}

// questionFormat decides what to write.
func questionFormat(c *cli.Context) (*output.QuestionFormat, error) {
	in, err := oneFile(c)
	if err != nil {
		return nil, err
	}
	path, f := c.String("output"), output.TextQuestions
	switch name := c.String("format"); {
	case name != "":
		if f = output.QuestionsForName(name); f == nil {
			return nil, badChoiceOf(c, "format", questionFormatNames())
		}
	case path != "" && path != "-":
		if f = output.QuestionsForPath(path); f == nil {
			if output.ForPath(path) != nil {
				return nil, misuse("argmap render "+in+" --questions -o "+path+" draws how many are open on the map", "%q is no list of questions", path)
			}
			return nil, misuse("OUT ends in one of: "+questionList(), "%q names no format that questions can be written in", path)
		}
	}
	switch {
	case f.Binary && (path == "" || path == "-") && isTerminal(c.App.Writer):
		return nil, misuse("name a file with -o, or send the output into a pipe", "a %s is not written to a terminal", f.Title)
	case c.IsSet("page") && !f.Paged:
		return nil, misuse("write a PDF: -o sheet.pdf", "%s has no --page", f.Title)
	case path == in && path != "-":
		return nil, misuse("name another file with -o", "%s would be written over", in)
	}
	return f, nil
}

// library is the built-in schemes under those of --schemes.
func library(c *cli.Context) (*scheme.Library, error) {
	lib := scheme.Builtin()
	for _, path := range c.StringSlice("schemes") {
		text, err := readInput(path, c.App.Reader)
		if err != nil {
			return nil, err
		}
		var diags source.Diagnostics
		lib, diags = lib.With(source.NewFile(path, text))
		if printDiagnostics(c, diags); diags.HasErrors() {
			return nil, &failure{status: statusInput}
		}
	}
	return lib, nil
}

// ask asks the questions, and says what the library does not know.
func ask(c *cli.Context, lib *scheme.Library, o *argmap.Outline, opts scheme.Options) *scheme.Sheet {
	sheet, diags := lib.Ask(o, opts)
	printDiagnostics(c, diags.Located())
	return sheet
}

// asked is the questions for a command that shows them beside other things; nil where
// none are wanted.
func asked(c *cli.Context, o *argmap.Outline) (*scheme.Sheet, error) {
	how := c.String("questions") // "true" of a flag without values
	if how == "" || how == "false" {
		if c.IsSet("schemes") {
			return nil, misuse("add --questions", "--schemes is about critical questions")
		}
		return nil, nil
	}
	if how != "true" && !slices.Contains(flagValues("questions"), how) {
		return nil, badChoice(c, "questions")
	}
	lib, err := library(c)
	if err != nil {
		return nil, err
	}
	return ask(c, lib, o, scheme.Options{}), nil
}

func listSchemes(w io.Writer, lib *scheme.Library) error {
	var b strings.Builder
	for _, f := range lib.Families() {
		fmt.Fprintf(&b, "%s\n", strings.ToUpper(f.Name))
		for _, s := range f.Schemes {
			fmt.Fprintf(&b, "  %-24s %s\n", s.ID, s.Title)
		}
	}
	fmt.Fprintf(&b, "KINDS OF EVIDENCE\n")
	for _, s := range lib.Evidence {
		fmt.Fprintf(&b, "  %-24s %s\n", s.ID, s.Title)
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return system("", err)
	}
	return nil
}

// explainScheme prints what has the name: a pattern, a kind of evidence, or both.
func explainScheme(c *cli.Context, lib *scheme.Library) error {
	name := c.String("explain")
	var b strings.Builder
	for i, s := range []*scheme.Scheme{lib.Scheme(name), lib.Kind(name)} {
		if s == nil {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s (%s): %s\n\n%s\n", s.ID, [...]string{"scheme", "kind of evidence"}[i], s.Title, wrapped(s.Pattern))
		for j, q := range s.Questions {
			if j == 0 || q.Role != s.Questions[j-1].Role {
				fmt.Fprintf(&b, "\n%s\n\n", map[scheme.Role]string{scheme.Assumption: "Taken for granted, until somebody asks:", scheme.Exception: "Overturns it, if it is shown:"}[q.Role])
			}
			fmt.Fprintf(&b, "  %-12s %s\n", q.ID, strings.ReplaceAll(wrapped(q.Text), "\n", "\n"+strings.Repeat(" ", 15)))
		}
		if s.Origin != "" {
			fmt.Fprintf(&b, "\nOrigin: %s.\n", s.Origin)
		}
		if len(s.Aliases) > 0 {
			fmt.Fprintf(&b, "Also: %s.\n", strings.Join(s.Aliases, ", "))
		}
	}
	if b.Len() == 0 {
		return badChoiceOf(c, "explain", slices.Concat(lib.Names(), lib.KindNames()))
	}
	if _, err := io.WriteString(c.App.Writer, b.String()); err != nil {
		return system("", err)
	}
	return nil
}
