package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/urfave/cli/v2"
)

// Exit statuses.
const (
	statusDone   = 0
	statusInput  = 1 // the input has errors
	statusMisuse = 2 // the command line is wrong
	statusSystem = 3 // something could not be read or written
)

// failure is an error that knows its exit status. A failure without a message has
// been reported already.
type failure struct {
	status  int
	message string
	hint    string
	option  string // the flag that the message is about and begins with; "" for most
}

func (f *failure) Error() string { return f.message }

func misuse(hint, format string, args ...any) error {
	return &failure{status: statusMisuse, message: fmt.Sprintf(format, args...), hint: hint}
}

func system(hint string, err error) error {
	return &failure{status: statusSystem, message: err.Error(), hint: hint}
}

// run is the whole program: it returns the exit status and ends nothing.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	app := newApp(stdin, stdout, stderr)
	args, err := arrange(app, args)
	if err == nil {
		err = app.RunContext(ctx, append([]string{"argmap"}, args...))
	}
	return report(stderr, err)
}

func report(stderr io.Writer, err error) int {
	if err == nil {
		return statusDone
	}
	f := &failure{status: statusSystem, message: err.Error()}
	errors.As(err, &f)
	if f.message != "" {
		fmt.Fprintf(stderr, "argmap: %s\n", source.Visible(f.message))
	}
	if f.hint != "" {
		fmt.Fprintf(stderr, "hint: %s\n", source.Visible(f.hint))
	}
	return f.status
}

func commands() []*cli.Command {
	return []*cli.Command{renderCommand(), slidesCommand(), exerciseCommand(), gradeCommand(), embedCommand(), convertCommand(), checkCommand(), questionsCommand(), fmtCommand(), schemaCommand(), newCommand(), completionCommand(), manCommand(), noticesCommand()}
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name:      "argmap",
		Usage:     "draw argument maps from claims files",
		UsageText: "argmap COMMAND [FLAGS] [FILE]\n\nargmap render claims.yaml -o map.svg\nargmap new --example china-kim | argmap render - -o map.png",
		Description: "A claims file says what somebody argues: a thesis, the premises that carry it, the objections,\n" +
			"the evidence each claim rests on. argmap new writes one to start from.",
		Version:                   version(),
		Commands:                  commands(),
		Reader:                    stdin,
		Writer:                    stdout,
		ErrWriter:                 stderr,
		HideHelpCommand:           false,
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              usageError,
		DisableSliceFlagSeparator: true,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return unknownCommand(c.App, c.Args().First())
			}
			return cli.ShowAppHelp(c)
		},
	}
	for _, c := range app.Commands {
		c.OnUsageError = usageError
		c.HideHelpCommand = true
	}
	return app
}

// usageError turns the library's words about flags into ours.
func usageError(c *cli.Context, err error, _ bool) error {
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: "); ok {
		var known []string
		for _, f := range c.Command.Flags {
			for _, n := range f.Names() {
				if len(n) > 1 {
					known = append(known, "--"+n)
				}
			}
		}
		name = "--" + strings.TrimLeft(name, "-")
		hint := "`argmap " + c.Command.Name + " --help` lists the flags"
		if s := source.Suggest(name, known); s != "" {
			hint = "did you mean " + s + "?"
		}
		return misuse(hint, "%s has no flag %s", c.Command.Name, name)
	}
	return misuse("", "%s: %s", c.Command.Name, message)
}

func unknownCommand(app *cli.App, name string) error {
	if _, err := os.Stat(name); err == nil || strings.ContainsAny(name, "./\\") {
		return misuse("to draw it: argmap render "+name, "%q is not a command", name)
	}
	var names []string
	for _, c := range app.Commands {
		names = append(names, c.Name)
	}
	hint := "the commands are " + strings.Join(names, ", ")
	if s := source.Suggest(name, names); s != "" {
		hint = "did you mean " + s + "?"
	}
	return misuse(hint, "%q is not a command", name)
}

// version is the module's version, or the commit it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return "devel " + s.Value[:min(12, len(s.Value))]
		}
	}
	return "devel"
}

// withExt is path with another extension.
func withExt(path, ext string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ext
}
