package output

import (
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// lineInk is the color of a line of text, and the class that style sheets know
// it by.
func lineInk(t style.Theme, l layout.Line) (class string, c style.Color) {
	switch {
	case l.URL != "":
		return "am-link", t.Link
	case l.Ink == layout.InkMuted:
		return "am-muted", t.Muted
	case l.Ink == layout.InkReason:
		return "am-ink-reason", t.Reason.Ink
	case l.Ink == layout.InkObjection:
		return "am-ink-objection", t.Objection.Ink
	case l.Ink == layout.InkRegion:
		return "am-ink-region", t.Region.Ink
	}
	return "am-text", t.Text
}

// boxLine is the color of a claim's border.
func boxLine(t style.Theme, b *layout.Box) style.Color {
	switch b.Role {
	case layout.RoleThesis:
		return t.ThesisLine
	case layout.RoleReason:
		return t.Reason.Line
	case layout.RoleObjection:
		return t.Objection.Line
	}
	return t.BoxLine
}
