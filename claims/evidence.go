package claims

import (
	"strings"

	"github.com/argmap/argmap/claims/source"
	"go.yaml.in/yaml/v4"
)

// evidence reads one piece of evidence or a list of them.
func (r *reader) evidence(n *yaml.Node) []*Evidence {
	var list []*Evidence
	for _, item := range r.list(n, "evidence") {
		switch item.Kind {
		case yaml.MappingNode:
			if e := r.fullEvidence(item); e != nil {
				list = append(list, e)
			}
		default:
			if t := r.word(item, "evidence"); !t.IsZero() {
				list = append(list, shortEvidence(t))
			}
		}
	}
	return list
}

// shortEvidence takes "araki ¶5" apart: a source, and a place in it.
func shortEvidence(t Text) *Evidence {
	e := &Evidence{Span: t.Span}
	if strings.HasPrefix(t.Value, "http://") || strings.HasPrefix(t.Value, "https://") {
		e.URL = t
		return e
	}
	id, at, _ := strings.Cut(t.Value, " ")
	id = strings.TrimRight(id, ",:")
	e.Source = Text{id, source.Span{Start: t.Span.Start, End: min(t.Span.Start+len(id), t.Span.End)}}
	if at = strings.TrimSpace(at); at != "" {
		e.At = Text{at, source.Span{Start: max(t.Span.End-len(at), t.Span.Start), End: t.Span.End}}
	}
	return e
}

func (r *reader) fullEvidence(n *yaml.Node) *Evidence {
	f := r.fields(n, r.grammar.evidence.names, "evidence")
	e := &Evidence{Span: f.span}
	r.grammar.evidence.read(r, e, f)
	if len(f.order) == 0 || e.Source.IsZero() && e.URL.IsZero() && e.Note.IsZero() && e.Kind.IsZero() && e.Quote.IsZero() {
		if len(f.order) == len(n.Content)/2 {
			r.d.Report(CodeBadEvidence, r.d.Span(n), "name a source, or say in `note:` what the claim rests on", "the evidence names nothing")
		}
		return nil
	}
	return e
}
