package claims_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/examples"
	"github.com/argmap/argmap/claims/source"
)

// TestPrint prints what was read and reads it again: the examples say the same.
func TestPrint(t *testing.T) {
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		native := claims.ForName("yaml")
		file, _ := native.Parse(source.NewFile(name, text))
		printed, diags := native.Print(file)
		if len(diags) > 0 {
			t.Fatalf("%s: %v\n%s", name, diags, printed)
		}
		again, diags := native.Parse(source.NewFile(name, printed))
		if len(diags) > 0 {
			t.Fatalf("%s: %v", name, diags)
		}
		var before, after bytes.Buffer
		for _, f := range []*claims.File{file, again} { // reasons are printed before objections
			slices.SortStableFunc(f.Arguments, func(a, b *claims.Argument) int { return int(a.Kind) - int(b.Kind) })
		}
		dump(&before, file)
		dump(&after, again)
		if d := cmp.Diff(before.String(), after.String()); d != "" {
			t.Errorf("%s says something else when it is printed (-before +after):\n%s", name, d)
		}
	}
}
