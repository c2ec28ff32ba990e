package output

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/color"
	"image/png"
	"io"
	"math"
	"slices"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/internal/raster"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
	"github.com/argmap/argmap/output/usercache"
)

// PNG is the drawing in pixels.
var PNG = &Format{Name: "png", Title: "PNG picture", Ext: ".png", MIME: "image/png",
	Use: "where SVG is not taken", Binary: true, writeDrawing: writePNG}

// Bounds of a picture. A larger one is drawn at a smaller scale, with a notice.
const (
	maxPixels = 100e6 // 400 MB while it is drawn
	maxSide   = 32767 // what common programs still open
)

type pngWriter struct {
	canvas   *raster.Canvas
	d        *layout.Drawing
	theme    style.Theme
	scale    float64 // pixels per point
	fonts    *style.Fonts
	fallback *style.Fallback
	missing  []rune
}

func writePNG(w io.Writer, j *Job, d *layout.Drawing) (source.Diagnostics, error) {
	fallback, err := style.NewFallback(j.Fonts, func() (string, error) { return usercache.Dir("fonts") })
	if err != nil {
		return nil, err
	}
	var notices source.Diagnostics
	scale := j.Scale
	if scale == 0 {
		scale = DefaultScale
	}
	if most := largestScale(d); scale > most {
		notices = append(notices, source.Diagnostic{Severity: source.Warning, Code: "scale-lowered",
			Message: fmt.Sprintf("the picture has %.2g pixels for a point instead of %g: it would be too large to open", most, scale),
			Hint:    "write SVG, or fit the map to a page with --fit"})
		scale = most
	}
	p := &pngWriter{d: d, theme: j.theme(), scale: scale, fonts: style.NewFonts(), fallback: fallback}
	p.canvas = raster.NewCanvas(int(math.Ceil(d.Width*scale)), int(math.Ceil(d.Height*scale)), ink(p.theme.Ground))
	p.draw()
	if len(p.missing) > 0 {
		notices = append(notices, missingNotice(p.missing))
	}
	return notices, encodePNG(w, p.canvas, scale)
}

func largestScale(d *layout.Drawing) float64 {
	return min(math.Sqrt(maxPixels/(d.Width*d.Height)), maxSide/d.Width, maxSide/d.Height)
}

func missingNotice(missing []rune) source.Diagnostic {
	const most = 10
	list := ""
	for i, r := range missing {
		if i == most {
			list += fmt.Sprintf(" and %d more", len(missing)-most)
			break
		}
		list += fmt.Sprintf(" %c (U+%04X)", r, r)
	}
	return source.Diagnostic{Severity: source.Warning, Code: "no-glyph",
		Message: "no font at hand can draw" + list + "; boxes stand in their place",
		Hint:    "name a font that has them with --font FILE"}
}

func (p *pngWriter) draw() {
	for _, r := range p.d.Regions {
		p.rect(r.Rect, layout.RegionCorner, p.theme.Region.Fill, p.theme.Region.Line, layout.RegionLine, nil)
		p.lines(r.Title)
	}
	for _, f := range p.d.Frames {
		t := p.theme.Role(f.Role == layout.RoleObjection)
		p.rect(f.Rect, layout.FrameCorner, t.Fill, t.Line, layout.FrameLine, f.Dash())
		p.lines(f.Heading)
	}
	for _, b := range p.d.Boxes {
		p.rect(b.Rect, layout.BoxCorner, p.theme.Box, boxLine(p.theme, b), b.LineWidth(), b.Dash())
		p.lines(b.Lines)
	}
	p.lines(p.d.Captions)
	for _, c := range p.d.Connectors {
		p.connector(c)
	}
}

func (p *pngWriter) rect(r layout.Rect, corner float64, fill, line style.Color, width float64, dash []float64) {
	k, s := p.scale, p.scale*p.d.Scale
	var path raster.Path
	path.RoundRect(r.X*k, r.Y*k, r.W*k, r.H*k, corner*s)
	p.canvas.Fill(&path, ink(fill))
	p.canvas.Fill(path.Stroke(width*s, scaled(dash, s)), ink(line))
}

func scaled(dash []float64, by float64) []float64 {
	out := slices.Clone(dash)
	for i := range out {
		out[i] *= by
	}
	return out
}

func (p *pngWriter) connector(c *layout.Connector) {
	line := ink(p.theme.Role(c.Role == layout.RoleObjection).Line)
	s := p.scale * p.d.Scale
	var path raster.Path
	for _, seg := range c.Path() {
		switch seg.Op {
		case layout.MoveTo:
			path.MoveTo(p.point(seg.To))
		case layout.LineTo:
			path.LineTo(p.point(seg.To))
		case layout.CurveTo:
			path.CubeTo(p.point(seg.C1), p.point(seg.C2), p.point(seg.To))
		}
	}
	p.canvas.Fill(path.Stroke(layout.ConnectorLine*s, scaled(c.Dash(), s)), line)
	for _, shape := range c.Heads() {
		var head raster.Path
		for i, pt := range shape {
			if i == 0 {
				head.MoveTo(p.point(pt))
			} else {
				head.LineTo(p.point(pt))
			}
		}
		p.canvas.Fill(&head, line)
	}
}

func (p *pngWriter) point(pt layout.Point) raster.Point {
	return raster.Point{X: pt.X * p.scale, Y: pt.Y * p.scale}
}

func (p *pngWriter) lines(lines []layout.Line) {
	for _, l := range lines {
		_, c := lineInk(p.theme, l)
		size := l.Size * p.scale
		for _, g := range p.fonts.Shape(l.Text, l.Font, l.RTL, p.fallback.Face) {
			at := raster.Point{X: l.X*p.scale + g.X*size, Y: l.Y*p.scale - g.Y*size}
			if g.Missing == 0 && p.canvas.Draw(raster.Glyph{Face: g.Face, ID: g.ID, Size: size, Stretch: g.Stretch, At: at}, ink(c)) {
				continue
			}
			if g.Missing != 0 && !slices.Contains(p.missing, g.Missing) {
				p.missing = append(p.missing, g.Missing)
			}
			if g.Width > 0 {
				p.missingBox(at, g.Width*size, size, c)
			}
		}
	}
}

// missingBox stands for a character that no font has.
func (p *pngWriter) missingBox(at raster.Point, width, size float64, c style.Color) {
	var path raster.Path
	path.RoundRect(at.X+0.1*width, at.Y-0.7*size, 0.8*width, 0.7*size, 0)
	p.canvas.Fill(path.Stroke(size/14, nil), ink(c))
}

func ink(c style.Color) color.RGBA { return color.RGBA{c.R, c.G, c.B, 255} }

// encodePNG writes the picture with its resolution, so that it is printed at the
// size it was drawn for (PNG 3rd ed., 11.3.4.3 pHYs).
func encodePNG(w io.Writer, c *raster.Canvas, scale float64) error {
	var buf bytes.Buffer
	if err := png.Encode(&buf, c.Image); err != nil {
		return err
	}
	const headerEnd = 8 + 25 // signature and IHDR
	perMetre := uint32(math.Round(scale * 72 / 0.0254))
	phys := binary.BigEndian.AppendUint32(nil, 9)
	phys = append(phys, "pHYs"...)
	phys = binary.BigEndian.AppendUint32(phys, perMetre)
	phys = binary.BigEndian.AppendUint32(phys, perMetre)
	phys = append(phys, 1)
	phys = binary.BigEndian.AppendUint32(phys, crc32.ChecksumIEEE(phys[4:]))
	for _, part := range [][]byte{buf.Bytes()[:headerEnd], phys, buf.Bytes()[headerEnd:]} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}
