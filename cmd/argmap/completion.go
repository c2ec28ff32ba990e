package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

// shells lists the shells that completion is written for.
var shells = []string{"bash", "zsh", "fish"}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print a shell's completion script",
		ArgsUsage: strings.Join(shells, "|"),
		UsageText: "argmap completion SHELL\n\n" +
			"source <(argmap completion bash)                                   in ~/.bashrc\n" +
			"argmap completion zsh > \"${fpath[1]}/_argmap\"\n" +
			"argmap completion fish > ~/.config/fish/completions/argmap.fish",
		Action: func(c *cli.Context) error {
			switch c.Args().First() {
			case "bash":
				bashCompletion(c.App.Writer, c.App)
			case "zsh":
				zshCompletion(c.App.Writer, c.App)
			case "fish":
				fishCompletion(c.App.Writer, c.App)
			default:
				return misuse("one of "+strings.Join(shells, ", "), "completion needs the name of a shell")
			}
			return nil
		},
	}
}

// visibleFlag is what completion needs to know of a flag.
type visibleFlag struct {
	names      []string // "direction", "d"
	usage      string
	takesValue bool
	values     []string
}

func visibleFlags(cmd *cli.Command) []visibleFlag {
	var list []visibleFlag
	takes := valueFlags(cmd)
	for _, f := range cmd.Flags {
		v := visibleFlag{names: f.Names()}
		if d, ok := f.(cli.DocGenerationFlag); ok {
			v.usage, _, _ = strings.Cut(strings.ReplaceAll(d.GetUsage(), "`", ""), ":")
		}
		v.takesValue = takes[v.names[0]]
		v.values = commandValues(cmd.Name, v.names[0])
		list = append(list, v)
	}
	return append(list, visibleFlag{names: []string{"help", "h"}, usage: "show help"})
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func dashedAll(names []string) []string {
	var list []string
	for _, n := range names {
		list = append(list, dashed(n))
	}
	return list
}

func bashCompletion(w io.Writer, app *cli.App) {
	var names []string
	for _, c := range app.Commands {
		names = append(names, c.Name)
	}
	fmt.Fprintf(w, "# bash completion for argmap\n_argmap() {\n")
	fmt.Fprintf(w, "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=''\n")
	fmt.Fprintf(w, "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W %q -- \"$cur\"))\n    return\n  fi\n", strings.Join(names, " "))
	fmt.Fprintf(w, "  case \"${COMP_WORDS[1]}:$prev\" in\n")
	for _, c := range app.Commands {
		for _, f := range visibleFlags(c) {
			if f.values == nil {
				continue
			}
			var at []string
			for _, n := range dashedAll(f.names) {
				at = append(at, c.Name+":"+n)
			}
			fmt.Fprintf(w, "    %s) words=%q ;;\n", strings.Join(at, "|"), strings.Join(f.values, " "))
		}
	}
	fmt.Fprintf(w, "    completion:*) words=%q ;;\n  esac\n", strings.Join(shells, " "))
	fmt.Fprintf(w, "  if [ -z \"$words\" ] && [[ $cur == -* ]]; then\n    case \"${COMP_WORDS[1]}\" in\n")
	for _, c := range app.Commands {
		var flags []string
		for _, f := range visibleFlags(c) {
			flags = append(flags, dashed(f.names[0]))
		}
		fmt.Fprintf(w, "      %s) words=%q ;;\n", c.Name, strings.Join(flags, " "))
	}
	fmt.Fprintf(w, "    esac\n  fi\n")
	fmt.Fprintf(w, "  if [ -n \"$words\" ]; then\n    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n  else\n    COMPREPLY=($(compgen -f -- \"$cur\"))\n  fi\n}\n")
	fmt.Fprintf(w, "complete -o filenames -F _argmap argmap\n")
}

func zshCompletion(w io.Writer, app *cli.App) {
	plain := strings.NewReplacer("[", "(", "]", ")", ":", " -", "'", "’")
	fmt.Fprintf(w, "#compdef argmap\n_argmap() {\n  local -a commands\n  commands=(\n")
	for _, c := range app.Commands {
		fmt.Fprintf(w, "    '%s:%s'\n", c.Name, plain.Replace(c.Usage))
	}
	fmt.Fprintf(w, "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case ${words[2]} in\n")
	for _, c := range app.Commands {
		fmt.Fprintf(w, "    %s) shift words; (( CURRENT-- )); _arguments", c.Name)
		for _, f := range visibleFlags(c) {
			value := ""
			if f.takesValue {
				value = ":value:_files"
				if f.values != nil {
					value = ":value:(" + strings.Join(f.values, " ") + ")"
				}
			}
			for _, n := range dashedAll(f.names) {
				fmt.Fprintf(w, " \\\n      '*%s[%s]%s'", n, plain.Replace(f.usage), value)
			}
		}
		rest := "_files"
		if c.Name == "completion" {
			rest = "(" + strings.Join(shells, " ") + ")"
		}
		fmt.Fprintf(w, " \\\n      '*:file:%s' ;;\n", rest)
	}
	fmt.Fprintf(w, "  esac\n}\nif [ \"$funcstack[1]\" = _argmap ]; then _argmap \"$@\"; else compdef _argmap argmap; fi\n")
}

func fishCompletion(w io.Writer, app *cli.App) {
	quoted := strings.NewReplacer("'", "\\'")
	fmt.Fprintf(w, "# fish completion for argmap\n")
	for _, c := range app.Commands {
		fmt.Fprintf(w, "complete -c argmap -n __fish_use_subcommand -f -a %s -d '%s'\n", c.Name, quoted.Replace(c.Usage))
	}
	for _, c := range app.Commands {
		for _, f := range visibleFlags(c) {
			fmt.Fprintf(w, "complete -c argmap -n '__fish_seen_subcommand_from %s'", c.Name)
			for _, n := range f.names {
				if len(n) == 1 {
					fmt.Fprintf(w, " -s %s", n)
				} else {
					fmt.Fprintf(w, " -l %s", n)
				}
			}
			switch {
			case f.values != nil:
				fmt.Fprintf(w, " -x -a '%s'", strings.Join(f.values, " "))
			case f.takesValue:
				fmt.Fprintf(w, " -r")
			}
			fmt.Fprintf(w, " -d '%s'\n", quoted.Replace(f.usage))
		}
	}
	fmt.Fprintf(w, "complete -c argmap -n '__fish_seen_subcommand_from completion' -f -a '%s'\n", strings.Join(shells, " "))
}
