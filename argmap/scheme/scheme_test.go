package scheme_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/scheme"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
)

func mapOf(t testing.TB, name, text string) *argmap.Map {
	t.Helper()
	file, diags := claims.ForName("yaml").Parse(source.NewFile(name, text))
	m, more := argmap.Build(file)
	for _, d := range append(diags, more...) {
		t.Fatalf("%s: %s", name, d.Message)
	}
	return m
}

// TestBuiltin wants every scheme to have all that a student needs.
func TestBuiltin(t *testing.T) {
	lib := scheme.Builtin()
	if len(lib.Schemes) < 35 || len(lib.Evidence) < 15 {
		t.Errorf("%d schemes, %d kinds of evidence", len(lib.Schemes), len(lib.Evidence))
	}
	texts := map[string]string{}
	for i, s := range slices.Concat(lib.Schemes, lib.Evidence) {
		if len(s.Questions) < 3 || s.Origin == "" || s.Title == "" || s.Pattern == "" || (s.Family == "") != (i >= len(lib.Schemes)) {
			t.Errorf("%s lacks something: %d questions, family %q", s.ID, len(s.Questions), s.Family)
		}
		seen, exceptions := map[string]bool{}, 0
		for _, q := range s.Questions {
			if !strings.HasSuffix(q.Text, "?") || len(strings.Fields(q.Text)) < 5 {
				t.Errorf("%s: %q is no question to a student", s.ID, q.Text)
			}
			if seen[q.ID] || texts[q.Text] != "" {
				t.Errorf("%s: %s stands twice, also in %s", s.ID, q.ID, texts[q.Text])
			}
			seen[q.ID], texts[q.Text] = true, s.ID
			if q.Role == scheme.Exception {
				exceptions++
			}
		}
		if exceptions == 0 || exceptions == len(s.Questions) {
			t.Errorf("%s has %d exceptions of %d questions", s.ID, exceptions, len(s.Questions))
		}
	}
}

// TestNames finds a scheme by what people write.
func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"expert-opinion": "expert-opinion", "Expert opinion": "expert-opinion", "Argument from authority": "expert-opinion",
		"abduction": "best-explanation", "intent": "intent-from-act", "Modus Ponens": "deduction", "Practical syllogism": "practical-reasoning",
		"consequences": "consequences", "ad_populum": "popular-opinion", "no such thing": "",
	} {
		got := ""
		if s := scheme.Builtin().Scheme(name); s != nil {
			got = s.ID
		}
		if got != want {
			t.Errorf("%q is %q, not %q", name, got, want)
		}
	}
	for _, kind := range []string{"assertion", "statistic", "event", "expert-opinion", "observation", "testimony", "document", "law", "measurement",
		"experiment", "biography", "common-belief", "opinion", "definition"} {
		if scheme.Builtin().Kind(kind) == nil {
			t.Errorf("there is no kind %s", kind)
		}
	}
}

// TestExamples wants every scheme and kind of the examples to be known.
func TestExamples(t *testing.T) {
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		_, diags := scheme.Builtin().Ask(mapOf(t, name, text).Outline(), scheme.Options{})
		for _, d := range diags {
			t.Errorf("%s: %s", name, d.Message)
		}
	}
}

// TestAsk runs the questions over the maps of the archives in testdata/ask and compares
// what is asked with NAME.want.
func TestAsk(t *testing.T) {
	golden.Archives(t, "testdata/ask/*.txtar", ".yaml", func(t *testing.T, name, text string) string {
		sheet, diags := scheme.Builtin().Ask(mapOf(t, name, text).Outline(), scheme.Options{})
		var b bytes.Buffer
		fmt.Fprintf(&b, "%d questions, %d answered; %d of %d guesses open; %d silent\n", sheet.Count.Questions, sheet.Count.Answered,
			sheet.Count.Guessed, sheet.Count.Guesses, sheet.Count.Silent)
		for _, item := range sheet.Items {
			if item.Step != nil {
				fmt.Fprintf(&b, "argument %s: %s", item.Step.Number, item.Scheme.ID)
			} else {
				fmt.Fprintf(&b, "claim %s: %s", item.Entry.Number, item.Scheme.ID)
				for _, e := range item.Evidence {
					fmt.Fprintf(&b, " (%s)", e.Cite())
				}
			}
			if g := item.Guess; g != nil {
				fmt.Fprintf(&b, "? %s by %q", g.Sure, g.Words)
			}
			fmt.Fprintln(&b)
			for _, q := range item.Questions {
				fmt.Fprintf(&b, "  %s %s", q.Role, q.ID)
				for _, a := range q.Answers {
					fmt.Fprintf(&b, " = %q", a)
				}
				fmt.Fprintln(&b)
			}
		}
		return b.String() + printed(t, diags)
	})
}

// TestWith lays the files of the archives in testdata/with over the library: good ones
// say what they change, and hostile ones get messages with places.
func TestWith(t *testing.T) {
	golden.Archives(t, "testdata/with/*.txtar", ".yaml", func(t *testing.T, name, text string) string {
		lib, diags := scheme.Builtin().With(source.NewFile(name, text))
		var b bytes.Buffer
		for _, s := range slices.Concat(lib.Schemes, lib.Evidence) {
			if slices.Contains(scheme.Builtin().Schemes, s) || slices.Contains(scheme.Builtin().Evidence, s) {
				continue
			}
			fmt.Fprintf(&b, "%s %q %v\n", s.ID, s.Title, s.Aliases)
			for _, q := range s.Questions {
				fmt.Fprintf(&b, "  %s %s: %s\n", q.Role, q.ID, q.Text)
			}
		}
		return b.String() + printed(t, diags)
	})
}

func printed(t *testing.T, diags source.Diagnostics) string {
	t.Helper()
	var b bytes.Buffer
	if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// FuzzWith reads anything as a file of schemes.
func FuzzWith(f *testing.F) {
	f.Add("schemes:\n  bias:\n    also: [slant]\n    exceptions: {paid: Who pays?}\n    cues:\n      - {sure: likely, premise: [paid*]}\n")
	f.Add("schemes: {a: {assumptions: {b: c}}}\nevidence: [x, {y: *z}]\n")
	f.Fuzz(func(t *testing.T, text string) {
		lib, diags := scheme.Builtin().With(source.NewFile("f.yaml", text))
		for _, s := range lib.Schemes {
			if len(s.Questions) == 0 && !diags.HasErrors() {
				t.Errorf("%s asks nothing, in silence", s.ID)
			}
		}
		printed(t, diags)
	})
}

// TestShapes asks maps of every shape: each argument and each piece of evidence is asked
// about once, counted as silent, or reported.
func TestShapes(t *testing.T) {
	for seed := range uint64(40) {
		m := testmap.Map(testmap.Shape{Claims: 3 + 4*int(seed), Seed: seed, Wild: seed%2 == 0, Links: 0.2})
		sheet, diags := scheme.Builtin().Ask(m.Outline(), scheme.Options{})
		arguments, pieces := 0, 0
		for _, item := range sheet.Items {
			if item.Step != nil {
				arguments++
			}
			pieces += len(item.Evidence)
		}
		want := 0
		for _, c := range m.Claims {
			want += len(c.Evidence)
		}
		if arguments+sheet.Count.Silent != len(m.Arguments) || pieces != want || len(diags) > 0 {
			t.Errorf("seed %d: %d and %d of %d arguments, %d of %d pieces of evidence", seed, arguments, sheet.Count.Silent, len(m.Arguments), pieces, want)
		}
	}
}

// guessed is how guesses compare with the schemes that the examples name.
func guessed(t *testing.T) (right, wrong, silent int) {
	t.Helper()
	lib := scheme.Builtin()
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		for _, a := range mapOf(t, name, text).Arguments {
			if a.Scheme == "" {
				continue
			}
			switch g := lib.Guess(a); {
			case g == nil:
				silent++
			case g.Scheme == lib.Scheme(a.Scheme):
				right++
			default:
				wrong++
			}
		}
	}
	return right, wrong, silent
}

// TestSchemesPage keeps SCHEMES.md: ARGMAP_UPDATE=1 writes it.
func TestSchemesPage(t *testing.T) {
	lib := scheme.Builtin()
	right, wrong, silent := guessed(t)
	var b strings.Builder
	fmt.Fprintf(&b, pageIntro, len(lib.Schemes), len(lib.Evidence), right+wrong+silent, right, wrong, silent)
	b.WriteString("\n# Patterns of argument\n\n| scheme | goes like this |\n|---|---|\n")
	for _, f := range lib.Families() {
		fmt.Fprintf(&b, "| *%s* | |\n", f.Name)
		for _, s := range f.Schemes {
			fmt.Fprintf(&b, "| [%s](#%s) | %s |\n", s.ID, s.ID, s.Pattern)
		}
	}
	for _, s := range lib.Schemes {
		section(&b, s, s.ID)
	}
	b.WriteString("\n# Kinds of evidence\n")
	for _, s := range lib.Evidence {
		section(&b, s, "evidence: "+s.ID)
	}
	if golden.Update() {
		if err := os.WriteFile("SCHEMES.md", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile("SCHEMES.md")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(b.String(), string(page)); d != "" {
		t.Errorf("SCHEMES.md is out of date; ARGMAP_UPDATE=1 go test ./argmap/scheme writes it (-want +got):\n%s", d)
	}
}

func section(b *strings.Builder, s *scheme.Scheme, heading string) {
	fmt.Fprintf(b, "\n## %s\n\n%s\n\n", heading, s.Pattern)
	for _, q := range s.Questions {
		fmt.Fprintf(b, "- `%s` (%s): %s\n", q.ID, q.Role, q.Text)
	}
	fmt.Fprintf(b, "\nOrigin: %s.", s.Origin)
	if len(s.Aliases) > 0 {
		fmt.Fprintf(b, " Also: `%s`.", strings.Join(s.Aliases, "`, `"))
	}
	b.WriteByte('\n')
	for _, c := range s.Cues {
		fmt.Fprintf(b, "\nGuessed, as %s, where", c.Sure)
		var sides []string
		if c.Premise != nil {
			sides = append(sides, " a premise has "+quoted(c.Premise))
		}
		if c.Conclusion != nil {
			sides = append(sides, " what it bears on has "+quoted(c.Conclusion))
		}
		b.WriteString(strings.Join(sides, ", and") + ".\n")
	}
}

func quoted(list []scheme.Phrase) string {
	var texts []string
	for _, p := range list {
		texts = append(texts, "“"+strings.ReplaceAll(p.String(), "*", "…")+"”")
	}
	return strings.Join(texts, ", ")
}

const pageIntro = `# Critical questions

Written from schemes.yaml by ` + "`ARGMAP_UPDATE=1 go test ./argmap/scheme`" + `: %d patterns of argument and %d kinds of evidence, with what
` + "`argmap questions`" + ` asks of each. ` + "`argmap questions --list`" + ` lists them, ` + "`--explain NAME`" + ` prints one, and ` + "`--schemes FILE`" + ` lays a file of a course's
own over them; the head of schemes.yaml says how it is written.

An *assumption* is a question whose answer the argument takes for granted: it stands until somebody questions it. An *exception* is one whose answer
overturns the argument, but only once it is shown. Either asks for reasons: a bare yes or no answers none of them.

Patterns and questions are in argmap's own words; origins name who described the pattern. Walton's books are Argumentation Schemes for Presumptive
Reasoning (1996), A Pragmatic Theory of Fallacy (1995), Appeal to Expert Opinion (1997), Ad Hominem Arguments (1998), Scare Tactics (2000), Legal
Argumentation and Evidence (2002) and Fundamentals of Critical Argumentation (2006); pages are as they are given in collections of schemes, and
have not been looked up anew.

Where an argument names no scheme, wording can suggest one. Such a guess is marked as one: *likely* or *possible*. It is no more than that: on the %d arguments
of the examples that do name their scheme, the wording points to the right one in %d, to another in %d, and to none in %d.
`
