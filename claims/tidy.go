package claims

import (
	"slices"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/yamltree"
)

// Tidy returns a file's text in the format's canonical layout. It changes nothing
// of what the file says, keeps comments and groups of lines, and changes nothing
// more when done again. A text with errors is refused, and so is one that " #" may
// have cut short, since the layout would make a comment of the rest for good: the
// text is "", and the diagnostics say why.
func (f *Format) Tidy(src *source.File) (string, source.Diagnostics) {
	_, diags := f.Parse(src)
	for i := range diags {
		if diags[i].Code == CodeComment {
			diags[i].Severity = source.Error
		}
	}
	if diags.HasErrors() {
		return "", diags
	}
	return f.tidy(src)
}

func tidyNative(src *source.File) (string, source.Diagnostics) {
	return yamltree.Tidy(src, yamltree.Style{TextKey: "claim", Order: nativeOrder})
}

// nativeOrder ranks the keys of a mapping by their place in the grammar. What holds
// further claims keeps its order, since the order of declarations means something.
func nativeOrder(path, keys []string) []int {
	known := nativeGrammar().claim.names
	last := ""
	if len(path) > 0 {
		last = path[len(path)-1]
	}
	switch {
	case len(path) == 0:
		known = nativeGrammar().file.names
	case path[0] == "sources" || path[0] == "terms" || last == "answers":
		return nil
	case last == "evidence":
		known = nativeGrammar().evidence.names
	case slices.Contains(keys, "premises"):
		known = nativeGrammar().argument.names
	}
	ranks := make([]int, len(keys))
	for i, key := range keys {
		switch key {
		case "thesis", "claims", "premises", "because", "but":
			ranks[i] = len(known)
		default:
			if ranks[i] = slices.Index(known, key); ranks[i] < 0 {
				ranks[i] = len(known)
			}
		}
	}
	return ranks
}
