package argdown

import (
	"regexp"
	"strconv"
	"strings"
)

// Print writes a document's blocks and front matter, each in one way: relations
// indented by two blanks a level, a blank line between blocks, texts on one line.
// What has a meaning that the tree does not give it is escaped, so that reading the
// result again gives the same tree. Comments are left out, and texts need no Span.
func Print(d *Document) string {
	p := &docPrinter{}
	if d.Frontmatter != nil {
		p.b.WriteString("===\n" + strings.TrimRight(d.Frontmatter.YAML, "\n") + "\n===\n\n")
	}
	for i, b := range d.Blocks {
		if i > 0 {
			p.b.WriteByte('\n')
		}
		p.block(b)
	}
	return p.b.String()
}

type docPrinter struct{ b strings.Builder }

func (p *docPrinter) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		p.line(strings.Repeat("#", b.Level), text(b.Content, false)+data(b.Data))
	case *Statement, *Argument:
		p.element("", b, 0)
	case *List:
		for i, item := range b.Items {
			mark := "*"
			if b.Ordered {
				mark = strconv.Itoa(i+1) + "."
			}
			p.element(mark, item, 0)
		}
	case *Reconstruction:
		for _, l := range b.Lines {
			if l.Inference != nil {
				p.inference(l.Inference)
			}
			p.element("("+l.Number.Value+")", l.Statement, 0)
		}
	}
}

// element writes a statement or an argument behind a mark, and what hangs below it.
func (p *docPrinter) element(mark string, b Block, depth int) {
	var title string
	var form Form
	var content Content
	var d *Data
	var relations []*Relation
	switch b := b.(type) {
	case *Statement:
		title, form, content, d, relations = "["+b.Title.Value+"]", b.Form, b.Content, b.Data, b.Relations
	case *Argument:
		title, form, content, d, relations = "<"+b.Title.Value+">", b.Form, b.Content, b.Data, b.Relations
	}
	line := text(content, form == Anonymous && mark == "" && depth == 0)
	switch form {
	case Definition:
		line = title + ": " + strings.TrimSpace(line)
	case Reference:
		line = title + " " + strings.TrimSpace(line)
	}
	p.line(strings.Repeat("  ", depth)+mark, strings.TrimRight(line, " ")+data(d))
	p.relations(relations, depth+1)
}

// line writes what there is of a mark, with its indentation, and what stands behind
// it, with one blank between them.
func (p *docPrinter) line(mark, rest string) {
	if rest = strings.TrimLeft(rest, " "); mark != "" && rest != "" {
		mark += " "
	}
	p.b.WriteString(mark + rest + "\n")
}

func (p *docPrinter) relations(list []*Relation, depth int) {
	for _, r := range list {
		sign := [...]string{"+", "-", "_", "><"}[r.Sign]
		if r.Downward {
			sign += ">"
		}
		p.element(sign, r.Member, depth)
	}
}

func (p *docPrinter) inference(in *Inference) {
	if len(in.Rules) == 0 && in.Data == nil {
		p.b.WriteString("----\n")
	} else {
		p.b.WriteString("--\n")
		var rules []string
		for _, r := range in.Rules {
			rules = append(rules, r.Value)
		}
		if rules != nil {
			p.b.WriteString(strings.Join(rules, ", ") + "\n")
		}
		if in.Data != nil {
			p.b.WriteString(strings.TrimSpace(data(in.Data)) + "\n")
		}
		p.b.WriteString("--\n")
	}
	p.relations(in.Relations, 1)
}

func data(d *Data) string {
	if d == nil {
		return ""
	}
	return " {" + d.YAML + "}"
}

// text writes running text. First says that it begins a paragraph.
func text(c Content, first bool) string {
	var b strings.Builder
	for i, in := range c {
		switch in.Kind {
		case Bold:
			b.WriteString("**" + text(in.Inner, false) + "**")
		case Italic:
			b.WriteString("_" + text(in.Inner, false) + "_")
		case Link:
			b.WriteString("[" + in.Text + "](" + in.URL + ")")
		case Tag:
			b.WriteString("#" + tagged(in.Text))
		case StatementMention:
			b.WriteString("@[" + in.Text + "]")
		case ArgumentMention:
			b.WriteString("@<" + in.Text + ">")
		default:
			b.WriteString(escape(in.Text, first && i == 0))
		}
	}
	return b.String()
}

var (
	beginning = regexp.MustCompile(`^(?:[+\-]|\(\d+\)|--)`)
	numbered  = regexp.MustCompile(`^\d+\.(?:\s|$)`)
)

// escape puts a backslash before every sign that would be read as more than text.
func escape(s string, first bool) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		rest := s[i:]
		switch {
		case i == 0 && first && numbered.MatchString(rest):
			n := strings.IndexByte(rest, '.')
			b.WriteString(rest[:n] + `\.`)
			i += n
			continue
		case i == 0 && first && beginning.MatchString(rest),
			strings.IndexByte("\\[]<>{}#*_@", s[i]) >= 0,
			strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "/*"),
			(s[i] == '.' || s[i] == ':') && isShortcode(rest):
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isShortcode(rest string) bool {
	n := strings.IndexByte(rest[1:], rest[0])
	return n > 0 && shortcodes[rest[1:n+1]] != ""
}
