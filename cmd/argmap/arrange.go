package main

import (
	"slices"
	"strings"

	"github.com/argmap/argmap/claims"
	"github.com/urfave/cli/v2"
)

// arrange moves a command's flags before its files. The library stops reading
// flags at the first argument that is none and passes over the rest in silence.
// "--" ends the flags; "-" is a file.
func arrange(app *cli.App, args []string) ([]string, error) {
	at := slices.IndexFunc(args, func(a string) bool { return !strings.HasPrefix(a, "-") || a == "-" })
	if at < 0 {
		return args, nil
	}
	cmd := app.Command(args[at])
	if cmd == nil {
		return args, nil
	}
	takesValue := valueFlags(cmd)
	var flags, files []string
	rest := append(slices.Clone(args[:at]), args[at+1:]...)
	for i := 0; i < len(rest); i++ {
		arg := rest[i]
		name, _, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		switch {
		case arg == "--":
			files = append(files, rest[i+1:]...)
			i = len(rest)
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			files = append(files, arg)
		case joined || !takesValue[name]:
			flags = append(flags, arg)
		case optionalValue(name) != "" && (i+1 == len(rest) || noValue(rest[i+1])):
			flags = append(flags, arg+"="+optionalValue(name))
		case i+1 == len(rest):
			return nil, misuse(valuesHint(name), "%s needs a value", arg)
		default:
			i++
			flags = append(flags, arg, rest[i])
		}
	}
	return slices.Concat([]string{cmd.Name}, flags, []string{"--"}, files), nil
}

// noValue tells whether an argument behind a flag that can do without a value is
// something else: a flag, or a claims file.
func noValue(arg string) bool {
	return strings.HasPrefix(arg, "-") || claims.ForPath(arg) != nil
}

// valueFlags tells which flags of a command take a value.
func valueFlags(cmd *cli.Command) map[string]bool {
	takes := map[string]bool{}
	for _, f := range cmd.Flags {
		_, isBool := f.(*cli.BoolFlag)
		for _, name := range f.Names() {
			takes[name] = !isBool
		}
	}
	return takes
}
