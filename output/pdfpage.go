package output

import (
	"fmt"
	"math"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/layout"
)

// pdfView is a drawing, or a part of it, on a page.
type pdfView struct {
	Page    layout.Page
	X, Y    float64 // of the drawing's top left on the page, in points
	Scale   float64
	Stage   int          // what a stepwise reveal shows later is left out
	Window  *layout.Rect // the part that is shown, in the drawing's points; nil: all
	Label   string       // which part that is; "" where there is but one
	Cuts    [2][]float64 // where sheets are cut to be joined: x, and y, in the drawing's points
	Grounds bool         // the ground fills the page and not only the part
}

// Measures of pages, in points.
const (
	posterMargin  = 30.0 // around a sheet of a poster, for marks and label
	posterOverlap = 28.0 // that neighbouring sheets both show
	cropLength    = 12.0
	cropGap       = 4.0 // from the printed part to a mark
	labelSize     = 7.5
)

// pdfViews lays the drawing out on pages.
func pdfViews(j *Job, d *layout.Drawing) ([]pdfView, source.Diagnostics) {
	if j.Page == nil {
		whole := layout.Page{Width: d.Width, Height: d.Height}
		return []pdfView{{Page: whole, Scale: 1, Grounds: true}}, pdfNotices(j, d, 1)
	}
	v := fitted(*j.Page, d)
	if j.Poster && v.Scale < 1 {
		views := posterViews(*j.Page, d)
		return views, posterNotices(views)
	}
	return []pdfView{v}, pdfNotices(j, d, v.Scale)
}

// fitted centres the drawing on a page, smaller where it is too large.
func fitted(page layout.Page, d *layout.Drawing) pdfView {
	k := min((page.Width-2*PageMargin)/d.Width, (page.Height-2*PageMargin)/d.Height, 1)
	return pdfView{Page: page, Scale: k, X: (page.Width - k*d.Width) / 2, Y: (page.Height - k*d.Height) / 2, Grounds: true}
}

// tiling is how a length is cut into windows that overlap.
type tiling struct {
	starts        []float64
	size, overlap float64
	length        float64
}

func newTiling(length, size float64) tiling {
	t := tiling{size: size, overlap: min(posterOverlap, size/4), length: length}
	step := size - t.overlap
	n := max(int(math.Ceil((length-t.overlap)/step-1e-9)), 1)
	for i := range n {
		t.starts = append(t.starts, float64(i)*step)
	}
	return t
}

// cuts are where window i begins and ends once the sheets are cut: in the middle
// of an overlap, and at the drawing's own edges.
func (t tiling) cuts(i int) []float64 {
	from, to := t.starts[i]+t.overlap/2, t.starts[i]+t.size-t.overlap/2
	if i == 0 {
		from = 0
	}
	if i == len(t.starts)-1 {
		to = t.length
	}
	return []float64{from, to}
}

// posterViews cuts the drawing, at its own size, into sheets. Blank ones are left
// out.
func posterViews(page layout.Page, d *layout.Drawing) []pdfView {
	margin := min(posterMargin, page.Width/8, page.Height/8)
	across, down := newTiling(d.Width, page.Width-2*margin), newTiling(d.Height, page.Height-2*margin)
	var views []pdfView
	for row, y := range down.starts {
		for col, x := range across.starts {
			window := layout.Rect{X: x, Y: y, W: across.size, H: down.size}
			if blank(d, window) {
				continue
			}
			views = append(views, pdfView{Page: page, Scale: 1, X: margin - x, Y: margin - y, Window: &window,
				Label: fmt.Sprintf("%s%d · row %d of %d, column %d of %d", rowName(row), col+1,
					row+1, len(down.starts), col+1, len(across.starts)),
				Cuts: [2][]float64{across.cuts(col), down.cuts(row)}})
		}
	}
	return views
}

// rowName counts A, B, … Z, AA, AB, ….
func rowName(row int) string {
	name := ""
	for n := row + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// blank tells whether nothing is drawn in that part.
func blank(d *layout.Drawing, window layout.Rect) bool {
	for _, r := range d.Regions {
		if meets(r.Rect, window) {
			return false
		}
	}
	for _, f := range d.Frames {
		if meets(f.Rect, window) {
			return false
		}
	}
	for _, b := range d.Boxes {
		if meets(b.Rect, window) {
			return false
		}
	}
	for _, l := range d.Captions {
		if meets(lineRect(l), window) {
			return false
		}
	}
	for _, c := range d.Connectors {
		for i := 1; i < len(c.Points); i++ {
			if meets(spanned(c.Points[i-1:i+1]), window) {
				return false
			}
		}
	}
	return true
}

// meets tells whether two rectangles share a place, their borders' lines counted.
func meets(a, b layout.Rect) bool {
	const line = 4.0
	return a.X-line < b.X+b.W && b.X-line < a.X+a.W && a.Y-line < b.Y+b.H && b.Y-line < a.Y+a.H
}

// lineRect is what a line of text covers.
func lineRect(l layout.Line) layout.Rect {
	const ascent, height = 0.905, 1.117 // of Liberation Sans, in em
	return layout.Rect{X: l.X, Y: l.Y - ascent*l.Size, W: l.Width, H: height * l.Size}
}

// spanned is the rectangle around points.
func spanned(points []layout.Point) layout.Rect {
	lo, hi := points[0], points[0]
	for _, p := range points[1:] {
		lo = layout.Point{X: min(lo.X, p.X), Y: min(lo.Y, p.Y)}
		hi = layout.Point{X: max(hi.X, p.X), Y: max(hi.Y, p.Y)}
	}
	return layout.Rect{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}
}
