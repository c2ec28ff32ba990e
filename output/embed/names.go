package embed

import (
	"strconv"
	"strings"

	"github.com/argmap/argmap/claims/source"
)

// maxName is the longest name of a block, in bytes: names become those of files.
const maxName = 80

// validName tells whether a name can be that of a file everywhere: letters,
// digits, - and _, the first a letter or digit.
func validName(name string) bool {
	for i := range len(name) {
		if !nameByte(name[i]) || i == 0 && (name[i] == '-' || name[i] == '_') {
			return false
		}
	}
	return name != "" && len(name) <= maxName
}

func nameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'
}

// slug makes a name of any text; "map" where nothing is left of it. It leaves room
// for a number.
func slug(text string) string {
	var b strings.Builder
	for i := 0; i < len(text) && b.Len() < maxName-16; i++ {
		c := text[i]
		if !nameByte(c) {
			c = '-'
		}
		if s := b.String(); c != '-' || s != "" && s[len(s)-1] != '-' {
			b.WriteByte(c)
		}
	}
	if s := strings.Trim(b.String(), "-_"); s != "" {
		return s
	}
	return "map"
}

// Names says what the files of each block are called. A name= of the author's
// stands; else a block keeps the name in the markers behind it, so that it stays
// when blocks change places; else it is made from what is given for it (its file, say, or
// its thesis), with a number behind it where that is taken. Names differ by more
// than the case of their letters, which some file systems do not tell apart.
func Names(blocks []*Block, bases []string) []string {
	names := make([]string, len(blocks))
	taken := map[string]bool{}
	take := func(i int, name string) bool {
		fold := strings.ToLower(name)
		if name == "" || names[i] != "" || taken[fold] {
			return false
		}
		names[i], taken[fold] = name, true
		return true
	}
	for i, b := range blocks {
		take(i, b.Attribute("name"))
	}
	for i, b := range blocks {
		if b.region != nil {
			take(i, b.region.name)
		}
	}
	for i := range blocks {
		base := slug(bases[i])
		for n := 1; names[i] == ""; n++ {
			name := base
			if n > 1 {
				name += "-" + strconv.Itoa(n)
			}
			take(i, name)
		}
	}
	return names
}

// checkNames reports names that cannot be had.
func checkNames(blocks []*Block) source.Diagnostics {
	var diags source.Diagnostics
	first := map[string]*Block{}
	for _, b := range blocks {
		for _, a := range b.Attributes {
			if a.Key != "name" {
				continue
			}
			fold := strings.ToLower(a.Value)
			switch before := first[fold]; {
			case !validName(a.Value):
				diags = append(diags, b.Report(CodeName, a.Span, "a name is up to 80 letters (a to z), digits, - and _; its file's name is made from it", "%q cannot be a name", a.Value))
			case before != nil:
				d := b.Report(CodeName, a.Span, "give each block a name of its own", "two blocks are called %q", a.Value)
				d.Related = []source.Related{{Message: "the first one", File: before.doc, Span: before.At}}
				diags = append(diags, d)
			default:
				first[fold] = b
			}
		}
	}
	return diags
}
