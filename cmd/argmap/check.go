package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap/lint"
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
			"argmap check claims.yaml --format json > report.json\n" +
			"argmap check --explain circle",
		Description: "The report goes to standard output. The status is 1 where a file has errors, and with --strict\n" +
			"where it has warnings; advice alone leaves it 0. Rules: " + strings.Join(flagValues("rule"), ", ") + ".",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Usage: choice("of the report, `NAME`", "format"), Value: "text"},
			&cli.BoolFlag{Name: "strict", Usage: "warnings count as errors"},
			&cli.StringSliceFlag{Name: "rule", Usage: "apply this rule alone, `CODE`; may be given again"},
			&cli.StringSliceFlag{Name: "ignore", Usage: "leave a rule out, `CODE`; may be given again"},
			&cli.StringFlag{Name: "explain", Usage: "explain a rule, `CODE`, with an example, and check nothing"},
			&cli.StringFlag{Name: "from", Usage: choice("format of the input, `NAME`", "from") + " (default: by extension)"},
		},
		Action: check,
	}
}

func check(c *cli.Context) error {
	if code := c.String("explain"); code != "" {
		return explain(c.App.Writer, code)
	}
	rules, err := chosenRules(c)
	if err != nil {
		return err
	}
	write := writeText
	switch format := c.String("format"); format {
	case "text":
	case "json":
		write = writeJSON
	default:
		return misuse(valuesHint("format"), "--format: no report is called %q", format)
	}
	if c.NArg() == 0 {
		return misuse("argmap check claims.yaml", "check needs a claims file")
	}
	var all source.Diagnostics
	for _, path := range c.Args().Slice() {
		m, diags, err := readMap(c, path)
		if err != nil {
			return err
		}
		diags = append(diags, lint.Check(m, rules)...)
		diags.Sort()
		all = append(all, diags...)
	}
	if err := write(c.App.Writer, all); err != nil {
		return system("", err)
	}
	if all.HasErrors() || c.Bool("strict") && hasWarnings(all) {
		return &failure{status: statusInput}
	}
	return nil
}

func hasWarnings(ds source.Diagnostics) bool {
	return slices.ContainsFunc(ds, func(d source.Diagnostic) bool { return d.Severity == source.Warning })
}

// chosenRules are the rules of --rule, or all, without those of --ignore.
func chosenRules(c *cli.Context) ([]*lint.Rule, error) {
	only, ignored := c.StringSlice("rule"), c.StringSlice("ignore")
	for _, code := range append(slices.Clone(only), ignored...) {
		if lint.ForCode(code) == nil {
			return nil, unknownRule(code)
		}
	}
	var rules []*lint.Rule
	for _, r := range lint.Rules() {
		if (len(only) == 0 || slices.Contains(only, r.Code)) && !slices.Contains(ignored, r.Code) {
			rules = append(rules, r)
		}
	}
	return rules, nil
}

func unknownRule(code string) error {
	hint := valuesHint("rule")
	if s := source.Suggest(code, flagValues("rule")); s != "" {
		hint = "did you mean " + s + "?"
	}
	return misuse(hint, "no rule is called %q", code)
}

func explain(w io.Writer, code string) error {
	r := lint.ForCode(code)
	if r == nil {
		return unknownRule(code)
	}
	indented := func(text string) string {
		return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
	}
	_, err := fmt.Fprintf(w, "%s (%s): %s.\n\n%s\n\nReported:\n\n%s\n\nMended:\n\n%s\n",
		r.Code, r.Severity, r.Title, r.Why, indented(r.Bad), indented(r.Good))
	if err != nil {
		return system("", err)
	}
	return nil
}

func writeText(w io.Writer, ds source.Diagnostics) error {
	return source.Print(w, ds, source.PrintOptions{Color: useColor(w), Max: maxShown})
}

// finding is a diagnostic in the report as JSON. Lines and columns count from 1,
// columns in characters; the end is behind the last character.
type finding struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	Severity  string `json:"severity"`
	Code      string `json:"code"`
	Message   string `json:"message"`
	Hint      string `json:"hint,omitempty"`
}

// writeJSON writes a list of findings, empty where there are none.
func writeJSON(w io.Writer, ds source.Diagnostics) error {
	list := []finding{}
	for _, d := range ds {
		f := finding{Severity: d.Severity.String(), Code: d.Code, Message: d.Message, Hint: d.Hint}
		if d.File != nil {
			start, end := d.File.Position(d.Span.Start), d.File.Position(d.Span.End)
			f.File, f.Line, f.Column, f.EndLine, f.EndColumn = d.File.Name, start.Line, start.Col, end.Line, end.Col
		}
		list = append(list, f)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(list)
}
