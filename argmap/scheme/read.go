package scheme

import (
	"regexp"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
	"go.yaml.in/yaml/v4"
)

// CodeScheme is the code of what is wrong in a file of schemes.
const CodeScheme = "bad-scheme"

// Bounds of a file of schemes, which may come from a stranger.
const (
	mostText  = 1000 // runes
	mostItems = 500  // of a list, or of keys in a mapping
)

// With is the library with a file laid over it: schemes of new ids are added, and what
// the file says of the others replaces what was said. What is wrong with the file is
// reported, and the rest holds.
func (l *Library) With(src *source.File) (*Library, source.Diagnostics) {
	r := &reader{Tree: yamltree.Read(src, "")}
	out := &Library{Schemes: slices.Clone(l.Schemes), Evidence: slices.Clone(l.Evidence)}
	root := r.Root
	switch {
	case root == nil:
	case root.Kind == yaml.ScalarNode && strings.TrimSpace(root.Value) == "":
	case root.Kind != yaml.MappingNode:
		r.Report(CodeScheme, r.Span(root), "begin with `schemes:` or `evidence:`", "a file of schemes is keys with values")
	default:
		r.each(root, "a file of schemes", []string{"schemes", "evidence"}, func(key string, v *yaml.Node) {
			if key == "schemes" {
				out.Schemes = r.schemes(v, out.Schemes, true)
			} else {
				out.Evidence = r.schemes(v, out.Evidence, false)
			}
		})
	}
	r.Diags.Sort()
	return out, r.Diags
}

type reader struct{ *yamltree.Tree }

// each visits the keys of a mapping that are known, all where known is nil, each once.
func (r *reader) each(n *yaml.Node, what string, known []string, visit func(key string, v *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.Report(CodeScheme, r.Span(n), "write keys with values, each on a line of its own", "%s is keys with values", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content) && i < 2*mostItems; i += 2 {
		k := n.Content[i]
		key := yamltree.Unmask(k.Value)
		switch {
		case k.Kind != yaml.ScalarNode || known == nil && !nameForm.MatchString(key):
			r.Report(CodeScheme, r.Span(k), "use small letters, digits and hyphens", "%s has a name that cannot be used", what)
		case known != nil && !slices.Contains(known, key):
			hint := "one of " + strings.Join(known, ", ")
			if s := source.Suggest(key, known); s != "" {
				hint = "did you mean `" + s + "`?"
			}
			r.Report(CodeScheme, r.Span(k), hint, "%s has no key `%s`", what, yamltree.Shorten(key))
		case seen[key]:
			r.Report(CodeScheme, r.Span(k), "make one of the two", "%q stands here twice", yamltree.Shorten(key))
		default:
			visit(key, n.Content[i+1])
		}
		seen[key] = true
	}
	if len(n.Content) > 2*mostItems {
		r.Report(CodeScheme, r.Span(n.Content[2*mostItems]), "split the file", "no more than %d keys are read here", mostItems)
	}
}

var nameForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// schemes lays the schemes of a mapping over a list.
func (r *reader) schemes(n *yaml.Node, list []*Scheme, arguments bool) []*Scheme {
	what := "a kind of evidence"
	if arguments {
		what = "a scheme"
	}
	r.each(n, what, nil, func(id string, v *yaml.Node) {
		s := &Scheme{ID: id, Title: strings.ToUpper(id[:1]) + strings.ReplaceAll(id[1:], "-", " ")}
		at := slices.IndexFunc(list, func(old *Scheme) bool { return old.ID == id })
		if at >= 0 && !r.replaces(v) {
			old := *list[at]
			s = &old
		}
		r.scheme(v, s, what, arguments)
		if len(s.Questions) == 0 {
			if v.Kind != yaml.MappingNode {
				return // as has been said
			}
			r.Report(CodeScheme, r.Span(v), "write questions by their ids under `assumptions:` or `exceptions:`", "%s asks nothing", id)
			return
		}
		if at < 0 {
			list = append(list, s)
		} else {
			list[at] = s
		}
	})
	r.checkNames(n, list)
	return list
}

// checkNames wants every name to mean one scheme.
func (r *reader) checkNames(n *yaml.Node, list []*Scheme) {
	taken := map[string]string{}
	for _, s := range list {
		for _, name := range append([]string{s.ID}, s.Aliases...) {
			if other := taken[name]; other != "" && other != s.ID {
				r.Report(CodeScheme, r.Span(n), "take it out of `also:` of one of them", "%q means %s and %s", name, other, s.ID)
			}
			taken[name] = s.ID
		}
	}
}

// replaces tells whether a scheme asks to begin anew.
func (r *reader) replaces(n *yaml.Node) bool {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "replace" {
			return strings.EqualFold(n.Content[i+1].Value, "true")
		}
	}
	return false
}

func (r *reader) scheme(n *yaml.Node, s *Scheme, what string, arguments bool) {
	known := []string{"title", "also", "family", "pattern", "origin", "assumptions", "exceptions", "replace"}
	if arguments {
		known = append(known, "cues")
	}
	r.each(n, what, known, func(key string, v *yaml.Node) {
		switch key {
		case "title":
			r.text(v, &s.Title)
		case "family":
			r.text(v, &s.Family)
		case "pattern":
			r.text(v, &s.Pattern)
		case "origin":
			r.text(v, &s.Origin)
		case "also":
			s.Aliases = nil
			for _, a := range r.texts(v) {
				s.Aliases = append(s.Aliases, plain(a))
			}
		case "assumptions":
			r.questions(v, s, Assumption)
		case "exceptions":
			r.questions(v, s, Exception)
		case "cues":
			s.Cues = r.cues(v)
		}
	})
}

// text reads a text; what is none leaves the old one.
func (r *reader) text(n *yaml.Node, into *string) {
	if n.Kind != yaml.ScalarNode || n.Anchor != "" {
		r.Report(CodeScheme, r.Span(n), "write one text; put it in quotes if it holds `: `", "here belongs a text")
		return
	}
	text := strings.Join(strings.Fields(yamltree.Unmask(n.Value)), " ")
	switch {
	case text == "":
		r.Report(CodeScheme, r.Span(n), "write something behind the colon, or delete the key", "the text is empty")
	case len([]rune(text)) > mostText:
		r.Report(CodeScheme, r.Span(n), "make it shorter", "the text is longer than %d characters", mostText)
	case strings.ContainsFunc(text, yamltree.IsControl):
		r.Report(CodeScheme, r.Span(n), "delete it", "the text holds a control character")
	default:
		*into = text
	}
}

// texts reads one text or a list of them.
func (r *reader) texts(n *yaml.Node) []string {
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	var list []string
	for i, item := range items {
		if i == mostItems {
			r.Report(CodeScheme, r.Span(item), "split the list", "no more than %d texts are read here", mostItems)
			break
		}
		text := ""
		if r.text(item, &text); text != "" {
			list = append(list, text)
		}
	}
	return list
}

// questions puts the questions of a mapping among those of the scheme, assumptions
// before exceptions.
func (r *reader) questions(n *yaml.Node, s *Scheme, role Role) {
	s.Questions = slices.Clone(s.Questions)
	r.each(n, "a list of questions", nil, func(id string, v *yaml.Node) {
		q := &Question{ID: id, Role: role}
		r.text(v, &q.Text)
		if q.Text == "" {
			return
		}
		at := slices.IndexFunc(s.Questions, func(old *Question) bool { return old.ID == id })
		if at >= 0 && s.Questions[at].Role == role {
			s.Questions[at] = q
			return
		}
		if at >= 0 {
			s.Questions = slices.Delete(s.Questions, at, at+1)
		}
		at = len(s.Questions)
		if role == Assumption {
			at = len(slices.DeleteFunc(slices.Clone(s.Questions), func(q *Question) bool { return q.Role != Assumption }))
		}
		s.Questions = slices.Insert(s.Questions, at, q)
	})
}

func (r *reader) cues(n *yaml.Node) []Cue {
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	var list []Cue
	for _, item := range items[:min(len(items), mostItems)] {
		c := Cue{Sure: Possible}
		r.each(item, "a cue", []string{"sure", "premise", "conclusion"}, func(key string, v *yaml.Node) {
			switch key {
			case "sure":
				if c.Sure = Possible; v.Value == Likely.String() {
					c.Sure = Likely
				} else if v.Value != Possible.String() {
					r.Report(CodeScheme, r.Span(v), "write likely or possible", "a cue is likely or possible")
				}
			case "premise":
				c.Premise = phrases(r.texts(v))
			case "conclusion":
				c.Conclusion = phrases(r.texts(v))
			}
		})
		if c.Premise != nil || c.Conclusion != nil {
			list = append(list, c)
		}
	}
	return list
}
