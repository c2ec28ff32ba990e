package output

import (
	"io"
	"slices"

	"github.com/go-text/typesetting/font"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/internal/pdf"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
	"github.com/argmap/argmap/output/usercache"
)

// pdfPainter paints drawings and further lines of text onto the pages of one
// file.
type pdfPainter struct {
	doc      *pdf.Document
	theme    style.Theme
	fonts    *style.Fonts
	fallback *style.Fallback
	places   map[pdfKey]*pdfSpot
	shown    map[string]float64 // the share of a destination that its page shows
	missing  []rune
	drawable map[glyphKey]bool
	shaped   map[shapeKey][]pdf.Glyph
}

type glyphKey struct {
	face *font.Face
	id   font.GID
}

type shapeKey struct {
	text string
	font style.Font
	rtl  bool
}

func newPDFPainter(j *Job, subject string) (*pdfPainter, error) {
	p, err := newPainter(j.theme(), j.Fonts, pdf.Meta{Title: j.Map().Heading(), Subject: subject, Lang: j.Map().Lang})
	if err == nil {
		p.places = pdfSpots(j.Outline)
	}
	return p, err
}

// newPainter begins a file. The fonts are files, for characters that the built-in one
// lacks.
func newPainter(theme style.Theme, fonts []string, meta pdf.Meta) (*pdfPainter, error) {
	fallback, err := style.NewFallback(fonts, func() (string, error) { return usercache.Dir("fonts") })
	if err != nil {
		return nil, err
	}
	meta.Creator = "argmap"
	p := &pdfPainter{theme: theme, fonts: style.NewFonts(), fallback: fallback,
		shown: map[string]float64{}, drawable: map[glyphKey]bool{}, shaped: map[shapeKey][]pdf.Glyph{}, doc: pdf.NewDocument(meta)}
	for _, cut := range []struct {
		font style.Font
		name string
	}{{style.Regular, "LiberationSans"}, {style.Bold, "LiberationSans-Bold"}, {style.Italic, "LiberationSans-Italic"}} {
		p.doc.Embed(p.fonts.Face(cut.font), cut.name, style.Data(cut.font))
	}
	return p, nil
}

// finish writes the file and says what could not be drawn.
func (p *pdfPainter) finish(w io.Writer) (source.Diagnostics, error) {
	var notices source.Diagnostics
	if len(p.missing) > 0 {
		notices = append(notices, missingNotice(p.missing))
	}
	return notices, p.doc.Write(w)
}

// pdfSheet is a page under way. Places on it are seen from its top left.
type pdfSheet struct {
	*pdfPainter
	page   *pdf.Page
	size   layout.Page
	part   *pdf.Element // what the page holds, for those who hear it read
	list   *pdf.Element // of the claims at the top
	items  map[*pdfSpot]*item
	window layout.Rect // what is seen of the drawing that is being painted, or the page
	stage  int
	scale  float64 // Drawing.Scale
}

// sheet adds a page.
func (p *pdfPainter) sheet(size layout.Page) *pdfSheet {
	return &pdfSheet{pdfPainter: p, page: p.doc.AddPage(size.Width, size.Height), size: size,
		part: p.doc.Root().Add("Sect"), items: map[*pdfSpot]*item{}, scale: 1, window: layout.Rect{W: size.Width, H: size.Height}}
}

// view paints the drawing, and around a part of it the marks at which sheets are
// cut and joined.
func (s *pdfSheet) view(d *layout.Drawing, v pdfView) {
	if v.Grounds {
		s.ground()
	}
	if v.Label != "" {
		s.marks(v)
	}
	s.drawing(d, v)
}

// ground fills the page with the palette's ground.
func (s *pdfSheet) ground() {
	s.fill(layout.Rect{W: s.size.Width, H: s.size.Height}, s.theme.Ground)
}

func (s *pdfSheet) fill(r layout.Rect, c style.Color) {
	var path pdf.Path
	path.RoundRect(pdf.Rect(r), 0)
	s.page.Fill(&path, pdf.Color(c))
}

// marks draws crop marks and the label in the margin.
func (s *pdfSheet) marks(v pdfView) {
	ink := pdf.Color(style.Color{R: 0x55, G: 0x55, B: 0x55})
	w := layout.Rect{X: v.X + v.Window.X*v.Scale, Y: v.Y + v.Window.Y*v.Scale, W: v.Window.W * v.Scale, H: v.Window.H * v.Scale}
	length := min(cropLength, w.X-2*cropGap)
	var path pdf.Path
	for _, x := range v.Cuts[0] {
		for _, y := range []float64{w.Y - cropGap - length, w.Y + w.H + cropGap} {
			path.MoveTo(v.X+x*v.Scale, y)
			path.LineTo(v.X+x*v.Scale, y+length)
		}
	}
	for _, y := range v.Cuts[1] {
		for _, x := range []float64{w.X - cropGap - length, w.X + w.W + cropGap} {
			path.MoveTo(x, v.Y+y*v.Scale)
			path.LineTo(x+length, v.Y+y*v.Scale)
		}
	}
	s.page.Stroke(&path, pdf.Pen{Color: ink, Width: 0.5})
	width := s.fonts.Width(v.Label, style.Regular, labelSize)
	at := layout.Line{Text: v.Label, X: w.X + (w.W-width)/2, Y: w.Y + w.H + (s.size.Height-w.Y-w.H+labelSize*0.7)/2,
		Width: width, Size: labelSize, Next: "\n"}
	s.page.Begin(s.part.Add("P"))
	s.page.Text(at.X, at.Y, at.Size, ink, s.glyphs(at))
	s.page.End()
}

// drawing paints a drawing, the claims in reading order.
func (s *pdfSheet) drawing(d *layout.Drawing, v pdfView) {
	s.stage, s.scale, s.window = v.Stage, d.Scale, layout.Rect{W: d.Width, H: d.Height}
	s.page.Save()
	s.page.Place(v.X, v.Y, v.Scale)
	if v.Window != nil {
		s.window = *v.Window
		s.page.Clip(pdf.Rect(s.window))
		s.fill(layout.Rect{W: d.Width, H: d.Height}, s.theme.Ground)
	}
	titles := s.regions(d)
	frames := d.Frames
	for i, b := range d.Boxes {
		if b.Claim == nil { // the legend's come last
			break
		}
		if b.Argument != nil && (i == 0 || d.Boxes[i-1].Argument != b.Argument) {
			titles = s.titles(titles, frames[0].Rect, s.step(b.Argument))
			s.frame(frames[0])
			frames = frames[1:]
		}
		if s.visible(b.Stage, b.Rect) {
			titles = s.titles(titles, b.Rect, s.entry(b))
			s.box(b)
		}
	}
	for _, r := range titles {
		s.lines(r.Title, s.part)
	}
	s.legend(d, frames)
	for _, c := range d.Connectors { // over the frames, whose borders they cross to reach a premise
		s.connector(c)
	}
	s.page.Restore()
	s.scale, s.window = 1, layout.Rect{W: s.size.Width, H: s.size.Height}
}

// visible tells whether a thing is to be painted here.
func (s *pdfSheet) visible(stage int, r layout.Rect) bool {
	return stage <= s.stage && meets(r, s.window)
}

// regions paints the grounds of groups, and returns those that are seen.
func (s *pdfSheet) regions(d *layout.Drawing) []*layout.Region {
	var seen []*layout.Region
	for _, r := range d.Regions {
		if s.visible(r.Stage, r.Rect) {
			t := s.theme.Region
			s.rect(r.Rect, layout.RegionCorner, t.Fill, pdf.Pen{Color: pdf.Color(t.Line), Width: layout.RegionLine})
			seen = append(seen, r)
		}
	}
	return seen
}

// titles paints the titles of those regions in which the rectangle lies, so that
// they are read before the first thing in them, and returns the others.
func (s *pdfSheet) titles(regions []*layout.Region, inside layout.Rect, to func() *pdf.Element) []*layout.Region {
	return slices.DeleteFunc(regions, func(r *layout.Region) bool {
		in := r.X <= inside.X && inside.X+inside.W <= r.X+r.W && r.Y <= inside.Y && inside.Y+inside.H <= r.Y+r.H
		if in {
			s.lines(r.Title, to())
		}
		return in
	})
}

func (s *pdfSheet) frame(f *layout.Frame) {
	if !s.visible(f.Stage, f.Rect) {
		return
	}
	s.frameShape(f)
	s.lines(f.Heading, s.step(f.Argument)())
	s.dest("argument-"+f.Argument.ID, f.Rect)
}

func (s *pdfSheet) frameShape(f *layout.Frame) {
	t := s.theme.Role(f.Role == layout.RoleObjection)
	s.rect(f.Rect, layout.FrameCorner, t.Fill, pdf.Pen{Color: pdf.Color(t.Line), Width: layout.FrameLine, Dash: f.Dash()})
}

func (s *pdfSheet) box(b *layout.Box) {
	s.boxShape(b)
	s.lines(b.Lines, s.entry(b)())
	if !b.Again {
		s.dest("claim-"+b.Claim.ID, b.Rect)
	}
}

func (s *pdfSheet) boxShape(b *layout.Box) {
	s.rect(b.Rect, layout.BoxCorner, s.theme.Box, pdf.Pen{Color: pdf.Color(boxLine(s.theme, b)), Width: b.LineWidth(), Dash: b.Dash()})
}

// legend paints what belongs to no claim and no argument.
func (s *pdfSheet) legend(d *layout.Drawing, frames []*layout.Frame) {
	for _, f := range frames {
		if f.Argument == nil && s.visible(f.Stage, f.Rect) {
			s.frameShape(f)
		}
	}
	for _, b := range d.Boxes {
		if b.Claim == nil && s.visible(b.Stage, b.Rect) {
			s.boxShape(b)
		}
	}
	if len(d.Captions) > 0 {
		s.lines(d.Captions, s.part.Add("Sect"))
	}
}

// rect paints a rectangle; the measures are those of a drawing at its own size.
func (s *pdfSheet) rect(r layout.Rect, corner float64, fill style.Color, pen pdf.Pen) {
	var path pdf.Path
	path.RoundRect(pdf.Rect(r), corner*s.scale)
	pen.Width *= s.scale
	pen.Dash = scaled(pen.Dash, s.scale)
	s.page.FillStroke(&path, pdf.Color(fill), pen)
}

func (s *pdfSheet) connector(c *layout.Connector) {
	if !s.visible(c.Stage, spanned(c.Points)) {
		return
	}
	ink := pdf.Color(s.theme.Role(c.Role == layout.RoleObjection).Line)
	var path pdf.Path
	for _, seg := range c.Path() {
		switch seg.Op {
		case layout.MoveTo:
			path.MoveTo(seg.To.X, seg.To.Y)
		case layout.LineTo:
			path.LineTo(seg.To.X, seg.To.Y)
		case layout.CurveTo:
			path.CurveTo(seg.C1.X, seg.C1.Y, seg.C2.X, seg.C2.Y, seg.To.X, seg.To.Y)
		}
	}
	s.page.Stroke(&path, pdf.Pen{Color: ink, Width: layout.ConnectorLine * s.scale, Dash: scaled(c.Dash(), s.scale)})
	for _, shape := range c.Heads() {
		var head pdf.Path
		for i, pt := range shape {
			if i == 0 {
				head.MoveTo(pt.X, pt.Y)
			} else {
				head.LineTo(pt.X, pt.Y)
			}
		}
		head.Close()
		s.page.Fill(&head, ink)
	}
}
