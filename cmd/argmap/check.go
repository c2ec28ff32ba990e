package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/fulltext"
	"github.com/argmap/argmap/claims/source"
	"github.com/urfave/cli/v2"
)

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "say what is wrong with claims files, and what is weak",
		ArgsUsage: "FILE...",
		UsageText: "argmap check FILE...\n\n" +
			"argmap check claims.yaml\n" +
			"argmap check --strict --ignore one-sided *.yaml\n" +
			"argmap check claims.yaml --fix\n" +
			"argmap check claims.yaml --format sarif > report.sarif\n" +
			"argmap check --explain circle",
		Description: "The report goes to standard output. The status is 1 where a file has errors, and with --strict\n" +
			"where it has warnings; advice alone leaves it 0.\n\n" +
			"A comment `# argmap:ignore CODE reason` silences a rule: at the end of a line in that line, on a line of its\n" +
			"own in the claim or source that begins below. " + lint.ConfigName + " in the file's folder, or in one above it up to the\n" +
			"folder you are in, holds settings for all files:\n\n" +
			"  rules: {hedge: off, unsupported: warning, golden-rule: info}\n  all-words: false\n  strict: true\n\n" +
			"Rules: " + strings.Join(lint.Codes(), ", ") + ".",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Usage: choice("of the report, `NAME`", "format"), Value: "text"},
			&cli.BoolFlag{Name: "strict", Usage: "warnings count as errors"},
			&cli.BoolFlag{Name: "fix", Usage: "mend in the files what can be mended by rule, and report the rest"},
			&cli.StringSliceFlag{Name: "rule", Usage: "apply this rule alone, `CODE`; may be given again"},
			&cli.StringSliceFlag{Name: "ignore", Usage: "leave a rule out, `CODE`; may be given again"},
			&cli.BoolFlag{Name: "all-words", Usage: "rabbit and holding-hands follow every word, not the file's terms alone"},
			&cli.StringFlag{Name: "explain", Usage: "explain a rule, `CODE`, with an example, and check nothing"},
			&cli.StringFlag{Name: "config", Usage: "read the settings from `FILE`"},
			allowFilesFlag(),
			compatFlag(),
			&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
		},
		Action: check,
	}
}

func check(c *cli.Context) error {
	if code := c.String("explain"); code != "" {
		return explain(c.App.Writer, code)
	}
	if _, err := (*lint.Config)(nil).Choose(c.StringSlice("rule"), c.StringSlice("ignore")); err != nil {
		return unknownRule(err)
	}
	write := reports[c.String("format")]
	if write == nil {
		return misuse(valuesHint("format"), "--format: no report is called %q", c.String("format"))
	}
	if c.NArg() == 0 {
		return misuse("argmap check claims.yaml", "check needs a claims file")
	}
	ch := &checker{c: c, configs: map[string]*settings{}}
	for _, path := range c.Args().Slice() {
		if err := ch.file(path); err != nil {
			return err
		}
	}
	if !c.Bool("fix") || !slices.Contains(c.Args().Slice(), "-") { // otherwise standard output holds the mended text
		if err := write(c.App.Writer, ch.all); err != nil {
			return system("", err)
		}
	} else {
		printDiagnostics(c, ch.all)
	}
	if ch.failed || ch.all.HasErrors() {
		return &failure{status: statusInput}
	}
	return nil
}

// checker checks one file after another.
type checker struct {
	c       *cli.Context
	configs map[string]*settings // by path
	all     source.Diagnostics
	failed  bool // a file has warnings that count as errors
}

func (ch *checker) file(path string) error {
	format, text, err := readClaims(ch.c, path)
	if err != nil {
		return err
	}
	set, err := ch.settingsFor(path)
	if err != nil {
		return err
	}
	rules, err := set.config.Choose(ch.c.StringSlice("rule"), ch.c.StringSlice("ignore"))
	if err != nil {
		return unknownRule(err)
	}
	job := &checkJob{format: format, open: opener(ch.c, path), rules: rules, allWords: ch.c.Bool("all-words") || set.config.AllWords}
	src := source.NewFile(path, text)
	diags := job.check(src)
	if ch.c.Bool("fix") {
		if diags, err = ch.fix(job, src, diags); err != nil {
			return err
		}
	}
	ch.failed = ch.failed || (ch.c.Bool("strict") || set.config.Strict) && hasWarnings(diags)
	ch.all = append(ch.all, diags...)
	return nil
}

// checkJob is what it takes to check a text, again after every fix.
type checkJob struct {
	format   *claims.Format
	open     claims.Opener
	rules    []*lint.Rule
	allWords bool
}

func (job *checkJob) check(src *source.File) source.Diagnostics {
	file, m, diags := understand(job.format, src, job.open)
	texts, more := file.ReadTexts(job.open)
	diags = append(diags, more...)
	in := lint.Input{Map: m, Texts: map[*argmap.Source]*fulltext.Text{}, AllWords: job.allWords}
	for _, s := range m.Sources {
		if text := texts[s.Decl]; text != nil {
			in.Texts[s] = text
		}
	}
	diags = append(diags, clearOf(lint.Check(in, job.rules), diags)...)
	diags.Sort()
	return lint.Silence(file, diags, job.rules).Located()
}

// findings is what check says of the command's file with the settings that it
// finds beside it.
func findings(c *cli.Context, m *argmap.Map) (source.Diagnostics, error) {
	path := c.Args().First()
	format, err := formatOf(c, path)
	if err != nil {
		return nil, err
	}
	ch := &checker{c: c, configs: map[string]*settings{}}
	set, err := ch.settingsFor(path)
	if err != nil {
		return nil, err
	}
	printDiagnostics(c, ch.all)
	rules, err := set.config.Choose(nil, nil)
	if err != nil {
		return nil, unknownRule(err)
	}
	job := &checkJob{format: format, open: opener(c, path), rules: rules, allWords: set.config.AllWords}
	return job.check(m.Source), nil
}

// clearOf leaves out what rules say of a place that the parser could not make
// sense of: advice on a text that was misread helps nobody.
func clearOf(advice, mistakes source.Diagnostics) source.Diagnostics {
	return slices.DeleteFunc(advice, func(a source.Diagnostic) bool {
		return slices.ContainsFunc(mistakes, func(m source.Diagnostic) bool {
			return m.Severity == source.Error && m.File == a.File && a.Span.Start < m.Span.End && m.Span.Start < a.Span.End
		})
	})
}

func hasWarnings(ds source.Diagnostics) bool {
	return slices.ContainsFunc(ds, func(d source.Diagnostic) bool { return d.Severity == source.Warning })
}

func unknownRule(err error) error {
	unknown, ok := err.(*lint.UnknownRule)
	if !ok {
		return err
	}
	hint := valuesHint("rule")
	if s := source.Suggest(unknown.Code, lint.Codes()); s != "" {
		hint = "did you mean " + s + "?"
	}
	return misuse(hint, "%s", unknown.Error())
}

func explain(w io.Writer, code string) error {
	r := lint.ForCode(code)
	if r == nil {
		return unknownRule(&lint.UnknownRule{Code: code})
	}
	indented := func(text string) string {
		return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
	}
	about := r.Severity.String()
	if r.Off {
		about += ", off unless it is asked for"
	}
	if r.English {
		about += ", for claims in English"
	}
	_, err := fmt.Fprintf(w, "%s (%s): %s.\n\n%s\n\nReported:\n\n%s\n\nMended:\n\n%s\n", r.Code, about, r.Title, wrapped(r.Why), indented(r.Bad), indented(r.Good))
	if err == nil && r.Beside != "" {
		_, err = fmt.Fprintf(w, "\nThe text vet.txt beside both:\n\n%s\n", indented(r.Beside))
	}
	if err != nil {
		return system("", err)
	}
	return nil
}

// wrapped breaks a paragraph into lines for a terminal.
func wrapped(text string) string {
	const width = 88
	var b strings.Builder
	at := 0
	for i, w := range strings.Fields(text) {
		switch {
		case i == 0:
		case at+1+len([]rune(w)) > width:
			b.WriteByte('\n')
			at = 0
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(w)
		at += len([]rune(w))
	}
	return b.String()
}
