package style

import "fmt"

// Color is an opaque sRGB color.
type Color struct{ R, G, B uint8 }

// String writes the color as "#0072B2".
func (c Color) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// Look is the colors of a thing that has a border, a ground, and words on it.
type Look struct {
	Line Color // border, and connector where it has one
	Fill Color
	Ink  Color // words on Fill
}

// Theme is every color of a picture.
type Theme struct {
	Ground     Color // the page
	Text       Color // on Box
	Muted      Color // on Box, and on Ground in the legend
	Link       Color // on Box
	Box        Color // ground of claims
	BoxLine    Color // border of claims that stand in no frame
	ThesisLine Color
	Reason     Look
	Objection  Look
	Region     Look
}

// Role is the look of arguments that oppose, or of those that support.
func (t Theme) Role(opposes bool) Look {
	if opposes {
		return t.Objection
	}
	return t.Reason
}

// Palette is a set of colors that go together, on a light ground and on a dark one.
type Palette struct {
	Name        string
	Use         string // what it is for, in a few words
	Light, Dark Theme
}

// Palettes lists the palettes, the default one first.
func Palettes() []Palette {
	return []Palette{
		{"default", "blue and vermillion, told apart by color-blind readers too", defaultLight(), defaultDark()},
		{"classic", "green and red, as in older tools", classicLight(), classicDark()},
		{"mono", "grey, for print without color", monoLight(), monoDark()},
		{"contrast", "strong contrasts, for tired eyes and weak projectors", contrastLight(), contrastDark()},
	}
}

// PaletteFor returns the palette of that name.
func PaletteFor(name string) (p Palette, ok bool) {
	for _, p := range Palettes() {
		if p.Name == name {
			return p, true
		}
	}
	return Palette{}, false
}

func rgb(hex uint32) Color { return Color{uint8(hex >> 16), uint8(hex >> 8), uint8(hex)} }

func look(line, fill, ink uint32) Look { return Look{rgb(line), rgb(fill), rgb(ink)} }

// defaultLight takes blue and vermillion from Okabe and Ito, Color Universal
// Design (https://jfly.uni-koeln.de/color/).
func defaultLight() Theme {
	return Theme{
		Ground: rgb(0xFFFFFF), Text: rgb(0x111111), Muted: rgb(0x555555), Link: rgb(0x005A8C),
		Box: rgb(0xFFFFFF), BoxLine: rgb(0x777777), ThesisLine: rgb(0x111111),
		Reason:    look(0x0072B2, 0xE6F1F8, 0x005A8C),
		Objection: look(0xD55E00, 0xFBEBDD, 0x9A4000),
		Region:    look(0x868686, 0xF8F8F8, 0x444444),
	}
}

func defaultDark() Theme {
	return Theme{
		Ground: rgb(0x14181D), Text: rgb(0xF2F2F2), Muted: rgb(0xB5BCC4), Link: rgb(0x8CCBF0),
		Box: rgb(0x20262E), BoxLine: rgb(0x8A939C), ThesisLine: rgb(0xF2F2F2),
		Reason:    look(0x56B4E9, 0x16303F, 0x8CCBF0),
		Objection: look(0xF28E4B, 0x3B2417, 0xF7B794),
		Region:    look(0x7C8590, 0x1B2026, 0xC9D1D9),
	}
}

func classicLight() Theme {
	t := defaultLight()
	t.Link = rgb(0x1A4F8A)
	t.Reason = look(0x2E7D32, 0xE8F5E9, 0x1B5E20)
	t.Objection = look(0xC62828, 0xFDECEA, 0x8E1B1B)
	return t
}

func classicDark() Theme {
	t := defaultDark()
	t.Reason = look(0x66BB6A, 0x17301A, 0xA5D6A7)
	t.Objection = look(0xEF7070, 0x3A1A1A, 0xF5A9A9)
	return t
}

func monoLight() Theme {
	t := defaultLight()
	t.Link = rgb(0x333333)
	t.Reason = look(0x333333, 0xEDEDED, 0x222222)
	t.Objection = look(0x555555, 0xFAFAFA, 0x222222)
	return t
}

func monoDark() Theme {
	t := defaultDark()
	t.Ground, t.Box, t.Link = rgb(0x161616), rgb(0x242424), rgb(0xDDDDDD)
	t.Reason = look(0xDDDDDD, 0x333333, 0xEEEEEE)
	t.Objection = look(0xAAAAAA, 0x1F1F1F, 0xEEEEEE)
	t.Region = look(0x858585, 0x1D1D1D, 0xCCCCCC)
	return t
}

func contrastLight() Theme {
	return Theme{
		Ground: rgb(0xFFFFFF), Text: rgb(0x000000), Muted: rgb(0x333333), Link: rgb(0x003E7E),
		Box: rgb(0xFFFFFF), BoxLine: rgb(0x000000), ThesisLine: rgb(0x000000),
		Reason:    look(0x003F8F, 0xFFFFFF, 0x003F8F),
		Objection: look(0x9C2A00, 0xFFFFFF, 0x8A2400),
		Region:    look(0x000000, 0xFFFFFF, 0x000000),
	}
}

func contrastDark() Theme {
	return Theme{
		Ground: rgb(0x000000), Text: rgb(0xFFFFFF), Muted: rgb(0xDDDDDD), Link: rgb(0x9AD4FF),
		Box: rgb(0x000000), BoxLine: rgb(0xFFFFFF), ThesisLine: rgb(0xFFFFFF),
		Reason:    look(0x6CC0FF, 0x000000, 0x9AD4FF),
		Objection: look(0xFFA35C, 0x000000, 0xFFBF8C),
		Region:    look(0xFFFFFF, 0x000000, 0xFFFFFF),
	}
}
