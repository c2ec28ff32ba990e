// Package style is how a map looks before anything is placed: the typeface and
// the width of a text set in it, the palettes, and the proof that they can be
// read.
//
// It is a leaf: it must not know what a claim is or where it will stand.
package style

// Font is a cut of the typeface of maps, Liberation Sans, whose widths are those
// of Arial and Helvetica.
type Font int

const (
	Regular Font = iota
	Bold
	Italic
)
