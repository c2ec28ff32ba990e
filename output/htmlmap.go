package output

import (
	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output/layout"
)

// pageConnectors draws the connectors of a page, each in a group that names its
// argument. One that runs on its neighbours' line is drawn a second time from the
// target on, for a reveal that has not come to these neighbours.
func (s *svgWriter) pageConnectors() {
	bus := 0
	for i, c := range s.d.Connectors {
		if c.Argument == nil {
			s.printf("<g class=\"am-legend\">\n")
			s.connector(c)
			s.printf("</g>\n")
			continue
		}
		if i > 0 && c.Points[0] != s.d.Connectors[i-1].Points[0] {
			bus++
		}
		s.printf("<g class=\"am-connector\" data-argument=\"%s\" data-bus=\"%d\">\n", escape(c.Argument.ID), bus)
		s.connector(c)
		s.printf("</g>\n")
		if c.Begin > 0 {
			whole := *c
			whole.Begin = 0
			s.printf("<g class=\"am-connector am-whole\" data-argument=\"%s\" data-bus=\"%d\">\n", escape(c.Argument.ID), bus)
			s.connector(&whole)
			s.printf("</g>\n")
		}
	}
}

// Places of a toggle on its target, in points.
const (
	toggleAlong = 14.0 // from the end of the edge that connectors leave from
	toggleOff   = 5.0  // outside that edge
	toggleStep  = 22.0 // on a frame, whose connectors leave near that end: from the corner, on the next edge
)

// toggles leaves a place, at each claim and argument on which something hangs, for
// the control that hides it. The page's script fills it.
func (s *svgWriter) toggles() {
	claims, frames := map[*argmap.Claim]layout.Rect{}, map[*argmap.Argument]layout.Rect{}
	for _, b := range s.d.Boxes {
		if b.Claim != nil && !b.Again {
			claims[b.Claim] = b.Rect
		}
	}
	for _, f := range s.d.Frames {
		if f.Argument != nil {
			frames[f.Argument] = f.Rect
		}
	}
	done := map[argmap.Target]bool{}
	s.printf("<g class=\"am-toggles\">\n")
	for _, c := range s.d.Connectors {
		if c.Argument == nil || done[c.Argument.Target] {
			continue
		}
		done[c.Argument.Target] = true
		away := layout.Point{X: sign(c.Points[1].X - c.Points[0].X), Y: sign(c.Points[1].Y - c.Points[0].Y)}
		var of string
		var at layout.Point
		switch t := c.Argument.Target.(type) {
		case *argmap.Claim:
			of, at = "claim-"+t.ID, onClaim(claims[t], away, s.d.Scale)
		case *argmap.Argument:
			of, at = "argument-"+t.ID, onStep(frames[t], away, s.d.Scale)
		}
		s.printf("<g class=\"am-toggle\" data-of=\"%s\" transform=\"translate(%s %s)\"/>\n", escape(of), num(at.X), num(at.Y))
	}
	s.printf("</g>\n")
}

// onClaim is beside the arrowheads, on the edge that they point at.
func onClaim(r layout.Rect, away layout.Point, k float64) layout.Point {
	if away.Y != 0 {
		return layout.Point{X: r.X + r.W - toggleAlong*k, Y: edge(r.Y, r.H, away.Y) + away.Y*toggleOff*k}
	}
	return layout.Point{X: edge(r.X, r.W, away.X) + away.X*toggleOff*k, Y: r.Y + r.H - toggleAlong*k}
}

// onStep is round the corner, since arrowheads meet the frame's last few points.
func onStep(r layout.Rect, away layout.Point, k float64) layout.Point {
	if away.Y != 0 {
		return layout.Point{X: r.X + r.W, Y: edge(r.Y, r.H, away.Y) - away.Y*toggleStep*k}
	}
	return layout.Point{X: edge(r.X, r.W, away.X) - away.X*toggleStep*k, Y: r.Y + r.H}
}

// edge is the far end of a stretch in that direction.
func edge(from, length, direction float64) float64 {
	if direction > 0 {
		return from + length
	}
	return from
}

func sign(v float64) float64 {
	switch {
	case v > 0.01:
		return 1
	case v < -0.01:
		return -1
	}
	return 0
}
