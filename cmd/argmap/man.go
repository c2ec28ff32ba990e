package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

func manCommand() *cli.Command {
	return &cli.Command{
		Name:      "man",
		Usage:     "print the manual page",
		UsageText: "argmap man\n\nargmap man > argmap.1 && man ./argmap.1",
		Action: func(c *cli.Context) error {
			manPage(c.App.Writer, c.App)
			return nil
		},
	}
}

var roff = strings.NewReplacer(`\`, `\e`, "-", `\-`, "`", "")

// roffText keeps a text from being read as requests.
func roffText(text string) string {
	lines := strings.Split(roff.Replace(text), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}

// manPage writes the manual in the man macros of troff (man(7)). It carries no
// date, so that the same program writes the same page.
func manPage(w io.Writer, app *cli.App) {
	fmt.Fprintf(w, ".TH ARGMAP 1 \"\" \"argmap\" \"User Commands\"\n")
	fmt.Fprintf(w, ".SH NAME\nargmap \\- %s\n", roffText(app.Usage))
	fmt.Fprintf(w, ".SH SYNOPSIS\n.B argmap\n.I command\n[\\fIflags\\fR] [\\fIfile\\fR]\n")
	fmt.Fprintf(w, ".SH DESCRIPTION\n%s\n", roffText(app.Description))
	fmt.Fprintf(w, ".PP\nFlags may stand before or after the file; \\fB\\-\\-\\fR ends them. The file \\fB\\-\\fR is standard input or output.\n")
	fmt.Fprintf(w, ".SH COMMANDS\n")
	for _, c := range app.Commands {
		manCommandSection(w, c)
	}
	fmt.Fprintf(w, ".SH EXIT STATUS\n")
	for _, s := range []struct {
		status int
		text   string
	}{
		{statusDone, "done"}, {statusInput, "the input has errors"}, {statusMisuse, "the command was misused"},
		{statusSystem, "something could not be read or written"},
	} {
		fmt.Fprintf(w, ".TP\n.B %d\n%s\n", s.status, roffText(s.text))
	}
	fmt.Fprintf(w, ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nif set, messages are not coloured\n")
	fmt.Fprintf(w, ".SH FILES\nCompiled code of the layout engine is kept in the user's cache directory, under\n.IR argmap/engine ,\nif nobody else can write there; it may be deleted at any time.\n")
}

func manCommandSection(w io.Writer, c *cli.Command) {
	fmt.Fprintf(w, ".SS argmap %s %s\n%s.\n", roffText(c.Name), roffText(c.ArgsUsage), roffText(sentence(c.Usage)))
	if c.Description != "" {
		fmt.Fprintf(w, "%s\n", roffText(c.Description))
	}
	for _, f := range visibleFlags(c) {
		usage := f.usage
		for _, flag := range c.Flags {
			if d, ok := flag.(cli.DocGenerationFlag); ok && flag.Names()[0] == f.names[0] {
				usage = d.GetUsage()
				if v := d.GetDefaultText(); v != "" && d.TakesValue() {
					usage += " (default: " + strings.Trim(v, `"`) + ")"
				}
			}
		}
		names := dashedAll(f.names)
		for i, name := range names {
			names[i] = `\fB` + roffText(name) + `\fR`
		}
		fmt.Fprintf(w, ".TP\n%s\n%s\n", strings.Join(names, ", "), roffText(usage))
	}
	if _, examples, ok := strings.Cut(c.UsageText, "\n\n"); ok {
		fmt.Fprintf(w, ".PP\nExamples:\n.PP\n.nf\n%s\n.fi\n", roffText(examples))
	}
}

// sentence begins with a capital letter.
func sentence(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
