package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"go.yaml.in/yaml/v4"
)

// prose reads a sentence. What is a number, a date, yes or no to YAML, and what
// is not one text at all, is reported and, where there is a text, taken as it
// stands.
func (r *reader) prose(n *yaml.Node, what string) Text {
	if !r.scalar(n, what) {
		return Text{}
	}
	t := r.text(n)
	switch n.Tag {
	case "!!int", "!!float":
		r.notText(n, t, what, "a number")
	case "!!bool":
		r.notText(n, t, what, "yes or no")
	case "!!timestamp":
		r.notText(n, t, what, "a date")
	case "!!null":
		r.notText(n, t, what, "nothing to YAML")
	case "!!str":
		if n.Style == 0 && (strings.EqualFold(t.Value, "yes") || strings.EqualFold(t.Value, "no")) {
			r.notText(n, t, what, "yes or no")
		}
	}
	r.cutByComment(n, t)
	return t
}

func (r *reader) notText(n *yaml.Node, t Text, what, is string) {
	r.d.Report(CodeNotText, t.Span, "write a sentence, or put it in quotes if it is one", "%s is a text, and `%s` is %s", what, yamltree.Shorten(t.Value), is)
}

// word reads an id, a locator or the like, for which a number or a date is as
// good as a text.
func (r *reader) word(n *yaml.Node, what string) Text {
	if !r.scalar(n, what) {
		return Text{}
	}
	t := r.text(n)
	r.cutByComment(n, t)
	return t
}

// scalar tells whether a node is one value that is not empty, and reports it
// where it is not.
func (r *reader) scalar(n *yaml.Node, what string) bool {
	span := r.d.Span(n)
	switch n.Kind {
	case yaml.AliasNode:
		r.alias(n)
		return false
	case yaml.SequenceNode:
		r.d.Report(CodeNotText, span, "write one text; put it in quotes if it begins with a bracket or a hyphen", "%s is a text, not a list", what)
		return false
	case yaml.MappingNode:
		r.d.Report(CodeNotText, span, "write one text; put it in quotes if it holds `: `", "%s is a text, not keys with values", what)
		return false
	}
	if strings.TrimSpace(n.Value) == "" && n.Anchor == "" {
		r.empty(span, what)
		return false
	}
	return true
}

func (r *reader) empty(span source.Span, what string) {
	r.d.Warn(CodeEmpty, span, "write something behind the colon, or delete the key", "%s is empty", what)
}

func (r *reader) alias(n *yaml.Node) {
	r.d.Report(CodeAlias, r.d.Span(n), "to use a claim twice, give it an id and write `ref: ID`; put a text in quotes that begins with *",
		"YAML aliases are no part of the format")
}

// text is a scalar with its place. A text that begins with ! or & loses its first
// word to YAML: it is given back and reported.
func (r *reader) text(n *yaml.Node) Text {
	t := Text{yamltree.Unmask(n.Value), r.d.Span(n)}
	lost := ""
	if n.Anchor != "" {
		lost = "&" + n.Anchor
	} else if n.Style&yaml.TaggedStyle != 0 || n.Tag == "!" {
		lost = n.Tag
	}
	if lost != "" {
		t.Value = strings.TrimSpace(lost + " " + t.Value)
		if end := yamltree.Follow(r.d.Source.Text, t.Span.Start, t.Value); end > t.Span.End {
			t.Span.End = end
		}
		r.d.SpecialStart(t.Span, lost[0]).Fix = yamltree.QuoteFix(r.d.Source, t.Span)
	}
	t.Value = r.withoutControls(strings.TrimSpace(t.Value), t.Span)
	return t
}

// withoutControls replaces the control characters that escapes such as "\e" put
// into a text, where no picture could show them.
func (r *reader) withoutControls(text string, at source.Span) string {
	i := strings.IndexFunc(text, yamltree.IsControl)
	if i < 0 {
		return text
	}
	c, _ := utf8.DecodeRuneInString(text[i:])
	r.d.Report(yamltree.CodeControl, at, "delete it, or write \\\\ for a backslash", "an escape stands for the control character U+%04X", c)
	return strings.Map(func(c rune) rune {
		if yamltree.IsControl(c) {
			return utf8.RuneError
		}
		return c
	}, text)
}

// cutByComment warns of a text that " #" may have cut short: where it does not
// end as a sentence does, or where the # stands before a word.
func (r *reader) cutByComment(n *yaml.Node, t Text) {
	if n.Style&^yaml.TaggedStyle != 0 || t.Span.End >= len(r.d.Source.Text) {
		return
	}
	rest := r.d.Source.Text[t.Span.End:]
	if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
		rest = rest[:i]
	}
	comment := strings.TrimLeft(rest, " \t")
	if !strings.HasPrefix(comment, "#") || len(comment) == len(rest) {
		return
	}
	last := []rune(t.Value)[len([]rune(t.Value))-1]
	closed := strings.ContainsRune(".?!…\"”’»)。！？", last)
	word := len(comment) > 1 && !strings.ContainsAny(comment[1:2], " #!-\t")
	oneWord := !strings.Contains(t.Value, " ")
	if word || !closed && !oneWord && len(rest)-len(comment) < 2 {
		d := r.d.Warn(CodeComment, source.Span{Start: t.Span.End, End: t.Span.End + len(rest)},
			"put the text in quotes if this belongs to it; if it is a comment, set it off by two blanks, and one behind the #",
			"the text ends before ` #`, which begins a comment")
		d.Fix = yamltree.QuoteFix(r.d.Source, source.Span{Start: t.Span.Start, End: t.Span.End + len(strings.TrimRight(rest, " \t"))})
	}
}

// id reads a name that others refer to.
func (r *reader) id(n *yaml.Node, what string) Text {
	t := r.word(n, what)
	for i, c := range t.Value {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || i > 0 && (strings.ContainsRune("-_.", c) || unicode.IsMark(c)) {
			continue
		}
		r.d.Report(CodeBadID, t.Span, "use letters, digits, hyphens, dots and underscores, and begin with a letter or digit",
			"%s cannot be %q", what, yamltree.Shorten(t.Value))
		return Text{}
	}
	return t
}

// yesNo reads true or false.
func (r *reader) yesNo(n *yaml.Node, what string) bool {
	if !r.scalar(n, what) {
		return false
	}
	switch strings.ToLower(n.Value) {
	case "true", "yes":
		return true
	case "false", "no":
		return false
	}
	r.d.Report(CodeNotYesNo, r.d.Span(n), "write true or false", "%s is true or false, not `%s`", what, yamltree.Shorten(yamltree.Unmask(n.Value)))
	return false
}

// list gives the items of a list; a single value is a list of one.
func (r *reader) list(n *yaml.Node, what string) []*yaml.Node {
	switch {
	case n.Kind == yaml.SequenceNode:
		if len(n.Content) == 0 {
			r.empty(r.d.Span(n), what)
		}
		return n.Content
	case n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == "" && n.Anchor == "":
		r.empty(r.d.Span(n), what)
		return nil
	}
	return []*yaml.Node{n}
}

// tags reads a list of words, or one text with commas between them.
func (r *reader) tags(n *yaml.Node) []Text {
	var tags []Text
	for _, item := range r.list(n, "tags") {
		t := r.word(item, "a tag")
		at := t.Span.Start
		for part := range strings.SplitSeq(t.Value, ",") {
			if word := strings.TrimSpace(part); word != "" {
				start := at + strings.Index(part, word)
				tags = append(tags, Text{word, source.Span{Start: start, End: start + len(word)}})
			}
			at += len(part) + 1
		}
	}
	return tags
}
