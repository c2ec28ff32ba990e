package argdown

import (
	"regexp"

	"github.com/argmap/argmap/claims/source"
)

var includeSign = regexp.MustCompile(`@include\(([^)\n]+)\)`)

// Include is a place where a document wants the text of another file.
type Include struct {
	Path Text
	Span source.Span // with its sign
}

// Includes finds the places where a document wants other files, @include(path), but
// for those in comments, data and behind a backslash.
func Includes(src *source.File) []Include {
	if !includeSign.MatchString(src.Text) {
		return nil
	}
	p := &parser{src: src, doc: &Document{Source: src}, data: map[int]*Data{}}
	p.mask()
	var list []Include
	for _, m := range includeSign.FindAllSubmatchIndex(p.masked, -1) {
		if m[0] > 0 && p.masked[m[0]-1] == '\\' {
			continue
		}
		path := source.Span{Start: m[2], End: m[3]}
		list = append(list, Include{Text{src.Slice(path), path}, source.Span{Start: m[0], End: m[1]}})
	}
	return list
}

// FrontMatter is where the front matter of a text stands, or zero.
func FrontMatter(src *source.File) source.Span {
	p := &parser{src: src, doc: &Document{Source: src}, data: map[int]*Data{}, masked: []byte(src.Text)}
	p.frontmatter()
	if p.doc.Frontmatter == nil {
		return source.Span{}
	}
	return p.doc.Frontmatter.Span
}
