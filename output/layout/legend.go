package layout

import (
	"github.com/argmap/argmap/output/style"
)

// Measures of the legend, in points.
const (
	legendGap    = 16.0 // above the legend, and between its entries
	legendSample = 36.0 // length of a sample
	legendHeight = 22.0
)

// addLegend explains under the map the signs that the map uses.
func addLegend(d *Drawing, ms *Measurer) {
	l := &legend{d: d, ms: ms, x: ms.gaps.margin, y: d.Height - ms.gaps.margin + legendGap}
	has := signs(d)
	if has.reason {
		l.frame(RoleReason, "because: speaks for what it hangs on")
	}
	if has.objection {
		l.frame(RoleObjection, "but: speaks against it")
	}
	if has.linked {
		l.linked()
	}
	if has.step {
		l.connector("reaches a frame, not a premise: speaks of the step itself")
	}
	if has.conflict {
		l.conflict("bars at both ends: not both are true; two bars: nor both false")
	}
	if has.implicit {
		l.box(&Box{Role: RoleClaim, Implicit: true}, "implicit: left unsaid in the text")
	}
	if has.again {
		l.box(&Box{Role: RoleClaim, Again: true}, "repeated: argued where it stands first")
	}
	if l.right > 0 {
		d.Width = max(d.Width, l.right+l.ms.gaps.margin)
		d.Height = l.y + legendHeight + l.ms.gaps.margin
	}
}

type signsUsed struct{ reason, objection, linked, step, conflict, implicit, again bool }

func signs(d *Drawing) signsUsed {
	var has signsUsed
	for _, f := range d.Frames {
		has.reason = has.reason || f.Role == RoleReason
		has.objection = has.objection || f.Role == RoleObjection
		has.linked = has.linked || len(f.Argument.Premises) > 1
	}
	for _, b := range d.Boxes {
		has.implicit = has.implicit || b.Implicit
		has.again = has.again || b.Again
	}
	for _, c := range d.Connectors {
		has.step = has.step || c.Step
		has.conflict = has.conflict || c.Bars > 0
	}
	return has
}

// legend sets entries side by side, and begins a new row where the map is no wider.
type legend struct {
	d     *Drawing
	ms    *Measurer
	x, y  float64
	right float64
}

// entry reserves room for a sample and its words, and returns the sample's place.
func (l *legend) entry(words string) Rect {
	w := l.ms.fonts.Width(words, style.Regular, l.ms.sizes.small)
	if need := legendSample + l.ms.gaps.boxX + w; l.x > l.ms.gaps.margin && l.x+need+l.ms.gaps.margin > max(l.d.Width, 480) {
		l.x, l.y = l.ms.gaps.margin, l.y+legendHeight+l.ms.gaps.boxY
	}
	sample := Rect{l.x, l.y, legendSample, legendHeight}
	l.d.Captions = append(l.d.Captions, Line{
		Text: words, X: l.x + legendSample + l.ms.gaps.boxX, Y: l.y + (legendHeight-l.ms.sizes.small*lineHeight)/2 + baseline(l.ms.sizes.small),
		Width: w, Size: l.ms.sizes.small, Next: "\n",
	})
	l.x += legendSample + l.ms.gaps.boxX + w + legendGap
	l.right = max(l.right, l.x-legendGap)
	return sample
}

// frame shows a frame with a claim in it, and the connector it hangs on.
func (l *legend) frame(r Role, words string) {
	at := l.entry(words)
	l.d.Connectors = append(l.d.Connectors, &Connector{Role: r, Radius: cornerRadius,
		Points: []Point{{at.X, at.Y + at.H/2}, {at.X + 16, at.Y + at.H/2}}})
	l.d.Frames = append(l.d.Frames, &Frame{Role: r, Rect: Rect{at.X + 16, at.Y + 2, at.W - 16, at.H - 4}})
	l.d.Boxes = append(l.d.Boxes, &Box{Role: r, Rect: Rect{at.X + 20, at.Y + 6, at.W - 24, at.H - 12}})
}

// linked shows two claims in one frame.
func (l *legend) linked() {
	at := l.entry("in one frame: they carry it only together")
	l.d.Frames = append(l.d.Frames, &Frame{Role: RoleReason, Rect: Rect{at.X, at.Y + 2, at.W, at.H - 4}})
	half := (at.W - 12) / 2
	for i := range 2 {
		l.d.Boxes = append(l.d.Boxes, &Box{Role: RoleReason, Rect: Rect{at.X + 4 + float64(i)*(half+4), at.Y + 6, half, at.H - 12}})
	}
}

func (l *legend) box(b *Box, words string) {
	at := l.entry(words)
	b.Rect = Rect{at.X, at.Y + 3, at.W, at.H - 6}
	l.d.Boxes = append(l.d.Boxes, b)
}

// conflict shows a connector with bars at both ends.
func (l *legend) conflict(words string) {
	at := l.entry(words)
	l.d.Connectors = append(l.d.Connectors, &Connector{Role: RoleObjection, Radius: cornerRadius, Bars: 2,
		Points: []Point{{at.X, at.Y + at.H/2}, {at.X + at.W, at.Y + at.H/2}}})
}

// connector shows a connector that ends at the border of a frame.
func (l *legend) connector(words string) {
	at := l.entry(words)
	l.d.Frames = append(l.d.Frames, &Frame{Role: RoleReason, Rect: Rect{at.X, at.Y + 2, 18, at.H - 4}})
	l.d.Connectors = append(l.d.Connectors, &Connector{Role: RoleObjection, Radius: cornerRadius, Step: true,
		Points: []Point{{at.X + 18, at.Y + at.H/2}, {at.X + at.W, at.Y + at.H/2}}})
}
