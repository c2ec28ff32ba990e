package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"go.yaml.in/yaml/v4"
)

// ConfigName is what the file with a course's or a newsroom's settings is called.
const ConfigName = ".argmap.yaml"

// Codes of the diagnostics about settings and about comments to ignore.
const (
	CodeConfig        = "bad-config"       // a setting that means nothing
	CodeUnknownIgnore = "unknown-ignore"   // a comment that ignores no known rule
	CodeUnusedIgnore  = "unused-ignore"    // a comment that ignores nothing
	CodeBareIgnore    = "ignore-no-reason" // a comment that does not say why
)

// Config is what a file of settings says:
//
//	rules:
//	  hedge: off              # never
//	  unsupported: warning    # with another severity
//	  golden-rule: info       # a rule that is off by default
//	all-words: true
//	strict: true
//
// The zero value, and nil, change nothing.
type Config struct {
	AllWords bool
	Strict   bool

	off        map[string]bool
	severities map[string]source.Severity
}

// ParseConfig reads settings. What is wrong with them is reported, and the rest
// holds.
func ParseConfig(src *source.File) (*Config, source.Diagnostics) {
	c := &Config{off: map[string]bool{}, severities: map[string]source.Severity{}}
	tree := yamltree.Read(src, "")
	root := tree.Root
	if root == nil || root.Kind == yaml.ScalarNode && strings.TrimSpace(root.Value) == "" {
		return c, tree.Diags
	}
	if root.Kind != yaml.MappingNode {
		tree.Report(CodeConfig, tree.Span(root), "begin with `rules:`", "settings are keys with values")
		return c, tree.Diags
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		switch key.Value {
		case "rules":
			c.readRules(tree, value)
		case "all-words":
			c.AllWords = configBool(tree, value)
		case "strict":
			c.Strict = configBool(tree, value)
		default:
			known := []string{"rules", "all-words", "strict"}
			tree.Report(CodeConfig, tree.Span(key), suggestion(key.Value, known), "there is no setting %q", yamltree.Shorten(key.Value))
		}
	}
	tree.Diags.Sort()
	return c, tree.Diags
}

func configBool(tree *yamltree.Tree, n *yaml.Node) bool {
	switch strings.ToLower(n.Value) {
	case "true", "yes", "on":
		return true
	case "false", "no", "off":
		return false
	}
	tree.Report(CodeConfig, tree.Span(n), "write true or false", "this setting is true or false")
	return false
}

func (c *Config) readRules(tree *yamltree.Tree, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		tree.Report(CodeConfig, tree.Span(n), "write `CODE: off` or `CODE: warning`", "rules are codes with what becomes of them")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		code, value := n.Content[i].Value, n.Content[i+1]
		if ForCode(code) == nil {
			tree.Report(CodeConfig, tree.Span(n.Content[i]), suggestion(code, Codes()), "no rule is called %q", yamltree.Shorten(code))
			continue
		}
		switch strings.ToLower(value.Value) {
		case "off", "false", "no":
			c.off[code] = true
		case "on", "true", "yes":
			c.severities[code] = ForCode(code).Severity
		case "error":
			c.severities[code] = source.Error
		case "warning":
			c.severities[code] = source.Warning
		case "info":
			c.severities[code] = source.Info
		default:
			tree.Report(CodeConfig, tree.Span(value), "write off, on, info, warning or error", "%q is nothing that a rule can be", yamltree.Shorten(value.Value))
		}
	}
}

func suggestion(word string, known []string) string {
	if s := source.Suggest(word, known); s != "" {
		return "did you mean `" + s + "`?"
	}
	if len(known) > 10 {
		return "`argmap check --help` lists the rules"
	}
	return "one of " + strings.Join(known, ", ")
}

// Codes lists the codes of every rule.
func Codes() []string {
	var codes []string
	for _, r := range Rules() {
		codes = append(codes, r.Code)
	}
	return codes
}

// Choose is the rules to apply: those of only where it names any, even those that
// are off; otherwise all that are on, by default or by the settings; without those
// of ignored. Rules that the settings give another severity come with it. It is an
// error to name a rule that there is not.
func (c *Config) Choose(only, ignored []string) ([]*Rule, error) {
	for _, code := range slices.Concat(only, ignored) {
		if ForCode(code) == nil {
			return nil, &UnknownRule{code}
		}
	}
	if c == nil {
		c = &Config{}
	}
	var rules []*Rule
	for _, r := range Rules() {
		severity, set := c.severities[r.Code]
		on := (!r.Off || set) && !c.off[r.Code]
		if len(only) > 0 {
			on = slices.Contains(only, r.Code)
		}
		if !on || slices.Contains(ignored, r.Code) {
			continue
		}
		if set && severity != r.Severity {
			changed := *r
			changed.Severity = severity
			r = &changed
		}
		rules = append(rules, r)
	}
	return rules, nil
}

// UnknownRule is the error for a code that no rule has.
type UnknownRule struct{ Code string }

func (e *UnknownRule) Error() string { return fmt.Sprintf("no rule is called %q", e.Code) }
