package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// ignoreMark begins a comment that silences rules where it stands:
//
//	# argmap:ignore hedge the witness was not sure
//
// At a line's end it silences them in that line; on a line of its own, in the claim
// or source that begins below.
const ignoreMark = "argmap:ignore"

// ignore is one such comment.
type ignore struct {
	span   source.Span // of the comment, from its #
	from   int         // the lines that it is about: the one that says something, and keys alone above it
	line   int
	behind bool // it stands behind something, perhaps at the end of a text of several lines
	codes  []string
	reason string
	used   map[string]bool
}

// Silence takes out what the file's comments silence, and reports comments that
// are mistaken or silence nothing. Only what rules report can be silenced; ran is
// the rules that were applied.
func Silence(f *claims.File, ds source.Diagnostics, ran []*Rule) source.Diagnostics {
	ignores := findIgnores(f)
	if len(ignores) == 0 {
		return ds
	}
	owner := owners(f)
	var kept source.Diagnostics
	for _, d := range ds {
		if d.File != f.Source || ForCode(d.Code) == nil || !silenced(f.Source, ignores, d, owner) {
			kept = append(kept, d)
		}
	}
	for _, ig := range ignores {
		kept = append(kept, ig.complaints(f.Source, ran)...)
	}
	kept.Sort()
	return kept
}

func silenced(src *source.File, ignores []*ignore, d source.Diagnostic, owner func(int) (int, int)) bool {
	line := src.Position(d.Span.Start).Line
	start, end := owner(d.Span.Start)
	found := false
	for _, ig := range ignores {
		here := ig.above(line) || ig.above(start) || ig.behind && start <= ig.line && ig.line <= end
		if here && slices.Contains(ig.codes, d.Code) {
			ig.used[d.Code] = true
			found = true
		}
	}
	return found
}

// above tells whether the comment is about what stands on a line.
func (ig *ignore) above(line int) bool { return ig.from <= line && line <= ig.line }

// findIgnores reads the comments. A mark inside a claim's text is no comment.
func findIgnores(f *claims.File) []*ignore {
	src := f.Source
	if !strings.Contains(src.Text, ignoreMark) {
		return nil
	}
	var list []*ignore
	for n := 1; n <= src.Lines(); n++ {
		line := src.Line(n)
		mark := strings.Index(line, ignoreMark)
		if mark < 0 {
			continue
		}
		hash := strings.LastIndexByte(line[:mark], '#')
		if hash < 0 || strings.TrimSpace(line[hash+1:mark]) != "" || hash > 0 && line[hash-1] != ' ' && line[hash-1] != '\t' {
			continue
		}
		start := src.Offset(source.Position{Line: n, Col: 1})
		ig := &ignore{span: source.Span{Start: start + hash, End: start + len(line)}, from: n, line: n, behind: true, used: map[string]bool{}}
		if strings.TrimSpace(line[:hash]) == "" {
			ig.from, ig.line, ig.behind = n+1, lineBelow(src, n), false
		}
		codes, reason, _ := strings.Cut(strings.TrimSpace(line[mark+len(ignoreMark):]), " ")
		ig.codes, ig.reason = strings.FieldsFunc(codes, func(r rune) bool { return r == ',' }), strings.TrimSpace(reason)
		if !insideText(f, ig.span.Start) {
			list = append(list, ig)
		}
	}
	return list
}

// lineBelow is the next line that says something; a key alone, such as "thesis:",
// stands for what follows it.
func lineBelow(src *source.File, n int) int {
	for n++; n < src.Lines(); n++ {
		text := strings.TrimSpace(src.Line(n))
		if text != "" && text != "-" && !strings.HasPrefix(text, "#") && !strings.HasSuffix(text, ":") {
			break
		}
	}
	return n
}

func insideText(f *claims.File, at int) bool {
	for _, c := range f.Claims {
		if s := c.Text.Span; s.Start <= at && at < s.End {
			return true
		}
		if s := c.Note.Span; s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}

// owners returns a function that tells on which line the claim or source begins
// that a place belongs to, and on which a claim's text ends; 0 where it belongs to
// none.
func owners(f *claims.File) func(int) (first, last int) {
	var spans []source.Span
	ends := map[source.Span]int{} // where the texts of claims end
	for _, c := range f.Claims {
		spans = append(spans, c.Span)
		ends[c.Span] = c.Text.Span.End
	}
	for _, s := range f.Sources {
		if s.In == nil {
			spans = append(spans, s.Span)
		}
	}
	slices.SortStableFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	return func(at int) (first, last int) {
		i, _ := slices.BinarySearchFunc(spans, at+1, func(s source.Span, at int) int { return s.Start - at })
		for i--; i >= 0; i-- { // the last that begins before and has not ended
			if spans[i].End >= at {
				first = f.Source.Position(spans[i].Start).Line
				return first, max(first, f.Source.Position(ends[spans[i]]).Line)
			}
		}
		return 0, 0
	}
}

// complaints says what is wrong with a comment.
func (ig *ignore) complaints(src *source.File, ran []*Rule) source.Diagnostics {
	say := func(sev source.Severity, code, hint, format string, args ...any) source.Diagnostic {
		return source.Diagnostic{Severity: sev, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint, File: src, Span: ig.span}
	}
	if len(ig.codes) == 0 {
		return source.Diagnostics{say(source.Warning, CodeUnknownIgnore, "write `# argmap:ignore CODE reason`", "the comment names no rule")}
	}
	var ds source.Diagnostics
	for _, code := range ig.codes {
		switch {
		case ForCode(code) == nil:
			ds = append(ds, say(source.Warning, CodeUnknownIgnore, suggestion(code, Codes()), "no rule is called %q", code))
		case !ig.used[code] && slices.ContainsFunc(ran, func(r *Rule) bool { return r.Code == code }):
			ds = append(ds, say(source.Info, CodeUnusedIgnore, "delete the comment", "%s reports nothing here", code))
		case ig.reason == "" && ig.used[code]:
			ds = append(ds, say(source.Info, CodeBareIgnore, "say why behind the code, for whoever reads the file next", "the comment does not say why %s is ignored", code))
		}
	}
	return ds
}
