package yamltree_test

import (
	"bytes"
	"testing"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/claims/source/golden"
	"github.com/argmap/argmap/claims/yamltree"
)

// narrow is a style that is easy to test: of 60 columns, and with an order like
// that of claims files.
var narrow = yamltree.Style{Width: 60, TextKey: "claim", Order: claimsOrder}

func claimsOrder(path, keys []string) []int {
	if len(path) > 0 && path[0] == "sources" {
		return nil
	}
	ranks := make([]int, len(keys))
	for i, key := range keys {
		switch key {
		case "because", "but", "premises":
			ranks[i] = 50
		default:
			ranks[i] = 100
		}
		for rank, known := range []string{"title", "sources", "thesis", "claims", "id", "label", "claim", "implicit", "evidence", "note", "tags"} {
			if key == known {
				ranks[i] = rank
			}
		}
	}
	return ranks
}

// TestTidy lays out every NAME.yaml of the archives in testdata/tidy and compares
// the result, or why it was refused, with NAME.want. A NAME.quoted holds the same
// as Go string literals, for bytes that no editor keeps. ARGMAP_UPDATE=1 writes
// the wants anew.
func TestTidy(t *testing.T) {
	golden.Archives(t, "testdata/tidy/*.txtar", ".yaml", func(t *testing.T, name, text string) string {
		tidy, diags := yamltree.Tidy(source.NewFile(name, text), narrow)
		if diags != nil {
			return printed(t, diags)
		}
		checkTidy(t, text, narrow)
		return tidy
	})
}

func printed(t *testing.T, diags source.Diagnostics) string {
	t.Helper()
	var b bytes.Buffer
	if err := source.Print(&b, diags, source.PrintOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
