package output

import (
	"github.com/argmap/argmap/output/style"
)

// themes writes the style sheet of pictures that look different on a dark screen
// or on paper. A light picture needs none: every shape carries its own colors,
// which programs without style sheets understand.
func (s *svgWriter) themes(j *Job) {
	switch j.Theme {
	case Auto:
		s.sheet("screen and (prefers-color-scheme: dark)", j.Palette.Dark)
	case Dark:
		s.sheet("print", j.Palette.Light)
	}
}

func (s *svgWriter) sheet(media string, t style.Theme) {
	s.printf("<style>@media %s{\n", media)
	fill := func(class string, c style.Color) { s.printf(".%s{fill:%s}", class, c) }
	fill("am-ground", t.Ground)
	fill("am-text", t.Text)
	fill("am-muted", t.Muted)
	fill("am-link", t.Link)
	fill("am-box", t.Box)
	s.printf(".am-box.am-plain{stroke:%s}.am-box.am-thesis{stroke:%s}\n", t.BoxLine, t.ThesisLine)
	s.printf(".am-region-box{fill:%s;stroke:%s}", t.Region.Fill, t.Region.Line)
	fill("am-ink-region", t.Region.Ink)
	for _, r := range []struct {
		name string
		look style.Look
	}{{"reason", t.Reason}, {"objection", t.Objection}} {
		s.printf("\n.am-frame.am-%s{fill:%s;stroke:%s}", r.name, r.look.Fill, r.look.Line)
		s.printf(".am-box.am-%s,.am-line.am-%s{stroke:%s}", r.name, r.name, r.look.Line)
		fill("am-head.am-"+r.name, r.look.Line)
		fill("am-ink-"+r.name, r.look.Ink)
	}
	s.printf("\n}</style>\n")
}
