package layout_test

import (
	"context"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/output/layout"
)

// TestRoomAndLargest wants boxes with the room that is asked for, as the fitted picture
// has it, and no text larger than asked for.
func TestRoomAndLargest(t *testing.T) {
	const room, largest = 60.0, 11.0
	o := testmap.Map(testmap.Shape{Claims: 6}).Outline()
	for _, page := range []*layout.Page{nil, {Width: 2000, Height: 2000}, {Width: 400, Height: 300}} {
		d, err := layout.Layout(context.Background(), o, layout.Options{Fit: page, Largest: largest, Room: func(*argmap.Claim) float64 { return room }})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range d.Boxes {
			if b.H < room*d.Scale-1e-6 {
				t.Errorf("a box is %g high, at a scale of %g", b.H, d.Scale)
			}
		}
		if page != nil && d.TextSize > largest+1e-6 {
			t.Errorf("text of %g", d.TextSize)
		}
	}
}
