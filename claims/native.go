package claims

import (
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"go.yaml.in/yaml/v4"
)

// native is the format of argmap's own claims files.
var native = &Format{Name: "yaml", Title: "argmap claims file", Exts: []string{".yaml", ".yml"}, Use: "writing, version control", parse: func(src *source.File, _ Reading) (*File, source.Diagnostics) { return parseNative(src) }, tidy: tidyNative, print: printNative, comments: yamltree.Comments}

// maxDepth is how deep claims may be nested; no argument is, and hostile files are.
const maxDepth = 200

// reader turns a YAML tree into declarations.
type reader struct {
	d       *yamltree.Tree
	grammar *grammar
	file    *File
	depth   int
}

func parseNative(src *source.File) (*File, source.Diagnostics) {
	d := yamltree.Read(src, "claim")
	root := d.Root
	r := &reader{d: d, grammar: nativeGrammar(), file: &File{Source: src}}
	switch {
	case root == nil && len(d.Diags) == 0, root != nil && root.Kind == yaml.ScalarNode && strings.TrimSpace(root.Value) == "":
		d.Report(CodeEmptyFile, source.Span{}, "`argmap new` writes a file to start from", "the file has no claims in it")
	case root == nil:
	case root.Kind != yaml.MappingNode:
		r.oddRoot(root)
	default:
		r.root(root)
	}
	return r.file, d.Diags
}

// oddRoot reads a file that is a list of claims or a single text.
func (r *reader) oddRoot(n *yaml.Node) {
	is := "a text"
	if n.Kind == yaml.SequenceNode {
		is = "a list"
	}
	r.d.Report(yamltree.CodeNotMapping, r.d.Span(n), "begin with `thesis:` and the claim that the map is about; a list of further claims goes under `claims:`",
		"the file is %s, where title, thesis and so on belong", is)
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			r.claim(item, false)
		}
	}
}

func (r *reader) root(n *yaml.Node) {
	f := r.fields(n, r.grammar.file.names, "the file")
	r.grammar.file.read(r, r.file, f)
	if !f.has("thesis") {
		r.d.Report(CodeNoThesis, source.Span{Start: f.span.Start, End: f.span.Start}, "write `thesis:` and the claim that the map is about", "the file has no thesis")
	}
	r.secondPart()
}

// secondPart warns of what stands behind "---", which is not read.
func (r *reader) secondPart() {
	text, begun := r.d.Source.Text, false
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n') + 1
		if end == 0 {
			end = len(text) - at
		}
		line := text[at : at+end]
		if strings.HasPrefix(line, "---") && begun && strings.TrimSpace(text[at+3:]) != "" {
			r.d.Report(CodeSecondPart, source.Span{Start: at, End: at + 3}, "delete this line, or move what follows to a file of its own",
				"what follows `---` is not read")
			return
		}
		if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "%") {
			begun = true
		}
		at += end
	}
}

// claim reads a claim that is a text or a mapping. It returns nil, with the reason
// reported, where there is no claim.
func (r *reader) claim(n *yaml.Node, nested bool) *Claim {
	switch n.Kind {
	case yaml.AliasNode:
		r.alias(n)
		return nil
	case yaml.SequenceNode:
		r.d.Report(yamltree.CodeNotMapping, r.d.Span(n), "write one claim; linked premises stand under `premises:`", "a claim is a text or keys with values, not a list")
		return nil
	case yaml.ScalarNode:
		if strings.TrimSpace(n.Value) == "" && n.Anchor == "" {
			r.d.Report(CodeNoClaim, r.d.Span(n), "write the claim, or delete the item", "the claim is missing")
			return nil
		}
		text := r.prose(n, "a claim")
		return r.declare(&Claim{Text: text, Nested: nested, Span: text.Span})
	}
	if text, ok := r.splitText(n); ok {
		c := r.declare(&Claim{Text: text, Nested: nested, Span: r.d.Span(n)})
		r.grammar.claim.read(r, c, r.known(n, r.grammar.claim.names))
		return c
	}
	return r.claimMapping(n, nested)
}

func (r *reader) declare(c *Claim) *Claim {
	r.file.Claims = append(r.file.Claims, c)
	return c
}

func (r *reader) claimMapping(n *yaml.Node, nested bool) *Claim {
	if r.depth >= maxDepth {
		r.d.Report(yamltree.CodeDeep, r.d.Span(n), "give a claim an id, declare it under `claims:`, and use it with `ref:`",
			"claims are nested more than %d deep; what is inside is not read", maxDepth)
		return nil
	}
	r.depth++
	defer func() { r.depth-- }()
	f := r.fields(n, r.grammar.claim.names, "a claim")
	c := r.declare(&Claim{Nested: nested, Span: f.span})
	if v := f.values["claim"]; v == nil {
		r.d.Report(CodeNoClaim, r.d.Span(n), "add `claim:` and its text", "the claim's text is missing")
	} else if v.Kind == yaml.ScalarNode && strings.TrimSpace(v.Value) == "" && v.Anchor == "" {
		r.d.Report(CodeNoClaim, r.d.Span(f.keys["claim"]), "write the claim behind the colon", "the claim's text is missing")
	}
	r.grammar.claim.read(r, c, f)
	return c
}

// claimText reads the text of a claim; that it is missing has been said.
func (r *reader) claimText(c *Claim, v *yaml.Node) {
	if v.Kind != yaml.ScalarNode || strings.TrimSpace(v.Value) != "" || v.Anchor != "" {
		c.Text = r.prose(v, "a claim")
	}
}

// known is a mapping's fields without a word about the others.
func (r *reader) known(n *yaml.Node, keys []string) *fields {
	quiet := &reader{d: r.d.Silent(), grammar: r.grammar, file: r.file}
	return quiet.fields(n, keys, "")
}

// splitText recognises a text that YAML has read as a mapping because it holds
// ": ", and puts it together again.
func (r *reader) splitText(n *yaml.Node) (Text, bool) {
	if n.Kind != yaml.MappingNode || len(n.Content) < 2 || n.Style&yaml.FlowStyle != 0 {
		return Text{}, false
	}
	k, v := n.Content[0], n.Content[1]
	key := yamltree.Unmask(k.Value)
	known := append([]string{"ref"}, append(slices.Clone(r.grammar.claim.names), r.grammar.argument.names...)...)
	if k.Kind != yaml.ScalarNode || v.Kind != yaml.ScalarNode || slices.Contains(known, key) {
		return Text{}, false
	}
	for i := 2; i < len(n.Content); i += 2 {
		if name := n.Content[i].Value; name == "claim" || name == "premises" || name == "ref" {
			return Text{}, false
		}
	}
	if !strings.Contains(key, " ") && (strayKeys[key] != "" || source.Suggest(key, known) != "" || len(n.Content) > 2) {
		return Text{}, false
	}
	span := source.Span{Start: r.d.Span(k).Start, End: r.d.Span(v).End}
	if start := r.d.Span(n).Start; strings.HasPrefix(r.d.Source.Text[start:], "?") { // a key set off by a question mark
		span.Start = start
		r.d.SpecialStart(span, '?').Fix = yamltree.QuoteFix(r.d.Source, span)
		return Text{"? " + key, span}, true
	}
	if r.d.Told(span) == yamltree.CodeQuote { // that is the mistake
		return Text{strings.TrimSpace(key + ": " + yamltree.Unmask(v.Value)), span}, true
	}
	d := r.d.Report(yamltree.CodeColon, span, "put the text in quotes", "the text holds `: `, which YAML takes for the end of a key")
	d.Fix = yamltree.QuoteFix(r.d.Source, span)
	return Text{strings.TrimSpace(key + ": " + yamltree.Unmask(v.Value)), span}, true
}

// arguments reads the items of because or but.
func (r *reader) arguments(n *yaml.Node, kind Kind, target Ref) {
	for _, item := range r.list(n, kind.String()) {
		r.argument(item, kind, target)
	}
}

func (r *reader) argument(n *yaml.Node, kind Kind, target Ref) {
	a := &Argument{Kind: kind, Target: target, Span: r.d.Span(n)}
	r.file.Arguments = append(r.file.Arguments, a)
	if n.Kind == yaml.MappingNode && hasKey(n, "premises") {
		r.linked(a, n)
		return
	}
	if ref, ok := r.premise(n); ok {
		a.Premises = []Ref{ref}
		if ref.Claim != nil {
			a.Span = ref.Claim.Span
		}
	}
}

func hasKey(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}

// premise reads a claim or a ref.
func (r *reader) premise(n *yaml.Node) (Ref, bool) {
	if n.Kind == yaml.MappingNode && hasKey(n, "ref") {
		ref := Ref{Span: r.d.Span(n)}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if k := n.Content[i]; k.Value != "ref" {
				r.d.Report(CodeRefAlone, r.d.Span(k), "write it where the claim is declared", "`%s` cannot stand beside ref", yamltree.Shorten(yamltree.Unmask(k.Value)))
			} else if ref.Name.IsZero() {
				ref.Name = r.id(n.Content[i+1], "a ref")
			}
		}
		return ref, !ref.Name.IsZero()
	}
	c := r.claim(n, true)
	if c == nil {
		return Ref{}, false
	}
	return Ref{Claim: c, Span: c.Span}, true
}

// linked reads an argument whose premises are linked.
func (r *reader) linked(a *Argument, n *yaml.Node) {
	if r.depth >= maxDepth {
		r.claimMapping(n, true) // reports the depth
		return
	}
	r.depth++
	defer func() { r.depth-- }()
	known := r.grammar.argument.names
	if hasKey(n, "claim") {
		known = append(slices.Clone(known), "claim")
	}
	f := r.fields(n, known, "an argument with premises")
	a.Span = f.span
	if k := f.keys["claim"]; k != nil {
		r.d.Report(CodeUnknownKey, r.d.Span(k), "make it one of the premises: `- claim: …`", "`claim` cannot stand beside premises")
		f.order = slices.DeleteFunc(f.order, func(key string) bool { return key == "claim" })
	}
	r.grammar.argument.read(r, a, f)
	if len(a.Premises) == 0 {
		r.d.Report(CodeNoPremises, r.d.Span(f.keys["premises"]), "list the claims that carry the argument", "the argument has no premises")
	}
	if !a.Conflict.IsZero() && (a.Kind != Attack || a.Target.Argument != nil || len(a.Premises) > 1) {
		r.d.Report(CodeBadConflict, a.Conflict.Span, "two claims exclude each other: name it on an objection to a claim with one premise", "nothing can be %s here", a.Conflict.Value)
		a.Conflict = Text{}
	}
}

// conflict reads contrary or contradictory.
func (r *reader) conflict(n *yaml.Node) Text {
	t := r.word(n, "a conflict")
	if t.IsZero() || slices.Contains(Conflicts(), t.Value) {
		return t
	}
	r.d.Report(CodeBadConflict, t.Span, "write contrary where both claims cannot be true, contradictory where one of them must be as well", "`%s` is no conflict", yamltree.Shorten(t.Value))
	return Text{}
}

// premises reads the list of an argument's premises.
func (r *reader) premises(a *Argument, v *yaml.Node) {
	items := v.Content
	if v.Kind != yaml.SequenceNode || len(v.Content) > 0 {
		items = r.list(v, "premises")
	}
	for _, item := range items {
		if ref, ok := r.premise(item); ok {
			a.Premises = append(a.Premises, ref)
		}
	}
}

// strength reads weak, moderate, strong, or a number from 0 to 1.
func (r *reader) strength(n *yaml.Node) Text {
	t := r.word(n, "strength")
	if slices.Contains([]string{"", "weak", "moderate", "strong"}, t.Value) {
		return t
	}
	if v, err := strconv.ParseFloat(t.Value, 64); err == nil && v >= 0 && v <= 1 {
		return t
	}
	r.d.Report(CodeBadStrength, t.Span, "write weak, moderate, strong, or a number from 0 to 1", "`%s` is no strength", yamltree.Shorten(t.Value))
	return Text{}
}

// maxStep is the largest step that a reveal can have: more than any map has parts.
const maxStep = 99999

// step reads a whole number from 1.
func (r *reader) step(n *yaml.Node) Text {
	t := r.word(n, "a step")
	if v, err := strconv.Atoi(t.Value); t.IsZero() || err == nil && v >= 1 && v <= maxStep {
		return t
	}
	r.d.Report(CodeBadStep, t.Span, "write 1 for what is shown first, 2 for what comes next, and so on", "`%s` is no step", yamltree.Shorten(t.Value))
	return Text{}
}
