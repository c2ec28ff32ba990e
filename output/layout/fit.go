package layout

import (
	"cmp"
	"math"
	"slices"
)

// Widths and largest text that a fit tries.
var fitWidths = []float64{120, 136, 152, 176, 200, 230, 264, 304, 350}

// largestFit is the largest text, in points, to which a small map is blown up.
const largestFit = 28.0

// fit tries directions, widths, stacking and less blank space, and keeps the drawing whose text is
// largest on the page. Of equals the first wins, and the first is the nearest to
// what was asked for.
func (l *layouter) fit(opts Options) (*Drawing, error) {
	page, largest := *opts.Fit, opts.Largest
	if largest == 0 {
		largest = largestFit
	}
	var best *Drawing
	scale := 0.0
	for _, o := range candidates(opts) {
		d, err := l.draw(o)
		if err != nil {
			return nil, err
		}
		if s := min(page.Width/d.Width, page.Height/d.Height, largest/TextSize); s > scale*1.0001 {
			best, scale = d, s
		}
	}
	best.scale(scale)
	best.Move((page.Width-best.Width)/2, (page.Height-best.Height)/2)
	best.Width, best.Height = page.Width, page.Height
	return best, nil
}

func candidates(opts Options) []Options {
	directions := []Direction{Down, Right}
	if opts.FixedDirection {
		directions = []Direction{opts.Direction}
	}
	widths := fitWidths
	switch {
	case opts.FixedWidth:
		widths = []float64{opts.Width}
	case opts.Largest != 0: // many may do, and of these the usual width is the best to read
		widths = slices.Clone(widths)
		slices.SortStableFunc(widths, func(a, b float64) int { return cmp.Compare(math.Abs(a-DefaultWidth), math.Abs(b-DefaultWidth)) })
	}
	var list []Options
	for _, dir := range directions {
		for _, stacked := range []bool{false, true} {
			if stacked && dir.sideways() {
				continue
			}
			for _, w := range widths {
				o := opts
				o.Direction, o.Width, o.Stacked, o.Fit = dir, w, stacked || opts.Stacked, nil
				list = append(list, o)
				o.tight = true
				list = append(list, o)
			}
		}
	}
	return list
}
