package output

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output/deck"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// MarkdownSlides is Markdown that Marp makes slides of (https://marpit.marp.app/markdown):
// titles and texts as text, maps as SVG files beside it, notes in comments.
var MarkdownSlides = &SlideFormat{Name: "md", Title: "Marp deck", Ext: ".md", Beside: true,
	Use: "Marp, and slides kept in version control", write: writeMarkdownSlides}

// marpStyle keeps texts at the sizes of the deck, and things at their places: Marp's
// slide has 1280 pixels for the deck's 960 points. It needs no raw HTML, which Marp
// does not take.
const marpStyle = `style: |
  section { display: block; place-content: start; padding: 20px 40px; background: %[1]s; color: %[2]s; font-family: Liberation Sans, Arial, Helvetica, sans-serif; font-size: 24px; line-height: 1.25; }
  section::after { color: %[3]s; font-size: 19px; }
  section.title { padding: 150px 106px; }
  section.title h1 { font-size: 53px; }
  section.sides { columns: 2; column-gap: 50px; padding-top: 122px; }
  section.sides h2 { position: absolute; top: 56px; left: 40px; }
  section.sides h3 ~ h3 { break-before: column; }
  h1, h2 { margin: 0 0 12px; padding: 0; border: 0; color: inherit; font-size: 35px; line-height: 1.2; max-width: 920px; }
  h3 { margin: 0 0 12px; font-size: 29px; color: %[4]s; }
  h3 ~ h3 { color: %[5]s; }
  p { margin: 0 0 12px; padding: 0; }
  a { color: %[6]s; }
  em { font-style: normal; font-size: 19px; color: %[3]s; }
  blockquote { margin: 0; padding: 0; border: 0; height: 32px; max-width: 920px; font-size: 19px; color: %[3]s; }
  blockquote::before, blockquote::after { content: none; }
  img[alt^="Where"] { position: absolute; top: 21px; right: 40px; width: 254px; }
  img[alt^="Argument map"] { position: absolute; top: 122px; left: 40px; width: 1200px; }
`

type marpWriter struct {
	*bufio.Writer
	j        *Job
	deck     *deck.Deck
	name     string
	pictures []Picture
	pages    int // written so far
}

func writeMarkdownSlides(w io.Writer, j *Job, d *deck.Deck, name string) ([]Picture, source.Diagnostics, error) {
	m := &marpWriter{Writer: bufio.NewWriter(w), j: j, deck: d, name: name}
	t := j.theme()
	m.printf("---\nmarp: true\nsize: 16:9\npaginate: true\ntitle: %s\n", yamlString(d.Title))
	if d.Lang != "" {
		m.printf("lang: %s\n", yamlString(d.Lang))
	}
	m.printf(marpStyle, t.Ground, t.Text, t.Muted, t.Reason.Ink, t.Objection.Ink, t.Link)
	m.printf("---\n")
	for i, s := range d.Slides {
		if err := m.slide(i, s); err != nil {
			return nil, nil, err
		}
	}
	return m.pictures, nil, m.Flush()
}

func (m *marpWriter) printf(format string, args ...any) { fmt.Fprintf(m, format, args...) }

// slide writes a slide, or one for every stage of its map.
func (m *marpWriter) slide(i int, s *deck.Slide) error {
	stages := 0
	if m.j.Steps && s.Drawing != nil {
		stages = s.Drawing.Stages
	}
	for stage := range stages + 1 {
		if m.pages > 0 {
			m.printf("\n---\n")
		}
		m.pages++
		if class := marpClass[s.Kind]; class != "" {
			m.printf("\n<!-- _class: %s -->\n", class)
		}
		m.texts(s)
		if s.Drawing != nil {
			if err := m.pictureOf(i, s, stage, stages); err != nil {
				return err
			}
		}
		if stage == stages {
			m.notes(s)
		}
	}
	return nil
}

// marpClass is what the style sheet calls slides that look otherwise.
var marpClass = map[deck.Kind]string{deck.KindTitle: "title", deck.KindSides: "sides"}

func (m *marpWriter) texts(s *deck.Slide) {
	for _, t := range s.Texts {
		switch t.Role {
		case deck.RoleCrumbs:
			m.printf("\n>")
			for i := range t.Lines {
				m.printf(" %s", m.inline(t.Lines[i:i+1]))
			}
			m.printf("\n")
		case deck.RoleTitle:
			mark := "##"
			if s.Kind == deck.KindTitle {
				mark = "#"
			}
			m.printf("\n%s %s\n", mark, blockStart(inline(clean(joined(t.Lines)))))
		case deck.RoleBody:
			for _, p := range paragraphs(t.Lines) {
				mark := ""
				if s.Kind == deck.KindSides && p[0].Font == style.Bold {
					mark = "### "
				}
				m.printf("\n%s%s\n", mark, m.inline(p))
			}
		}
	}
}

// inline is a paragraph with its links and what is muted in it.
func (m *marpWriter) inline(lines []layout.Line) string {
	var b strings.Builder
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n].URL == lines[0].URL {
			n++
		}
		text := inline(source.Visible(joined(lines[:n])))
		switch url := m.link(lines[0].URL); {
		case strings.TrimSpace(text) == "":
		case url != "":
			text = "[" + text + "](<" + plainURL(url) + ">)"
		case lines[0].Ink == layout.InkMuted && n == len(lines) && strings.TrimSpace(text) != "›":
			text = "_" + text + "_"
		}
		b.WriteString(text + lines[n-1].Next)
		lines = lines[n:]
	}
	return strings.TrimSpace(b.String())
}

// link leads to a slide by its number, as Marp does; where slides grow, numbers
// do not say where one is.
func (m *marpWriter) link(url string) string {
	if n, ok := strings.CutPrefix(url, "#slide-"); ok {
		if m.j.Steps {
			return ""
		}
		return "#" + n
	}
	return url
}

// pictureOf writes the slide's map at a stage, and where on the whole map it is.
func (m *marpWriter) pictureOf(i int, s *deck.Slide, stage, stages int) error {
	what := ""
	if stages > 0 {
		what = fmt.Sprintf("-%0*d", len(fmt.Sprint(stages+1)), stage+1)
	}
	until := -1
	if stage < stages {
		until = stage
	}
	var b bytes.Buffer
	if err := writeSlideSVG(&b, m.j, s, slidePicture{crop: deck.MapPlace(), until: until}); err != nil {
		return err
	}
	name := slideName(m.name, i+1, len(m.deck.Slides), what)
	m.pictures = append(m.pictures, Picture{name, b.Bytes()})
	m.printf("\n![%s](<%s>)\n", inline(clean(slideAlt(s))), plainURL(name))
	if l := s.Locator; l != nil {
		name := slideName(m.name, i+1, len(m.deck.Slides), "-where")
		if stage == 0 {
			var b bytes.Buffer
			if err := writeLocatorSVG(&b, m.j, l); err != nil {
				return err
			}
			m.pictures = append(m.pictures, Picture{name, b.Bytes()})
		}
		m.printf("\n![Where this is on the whole map](<%s>)\n", plainURL(name))
	}
	return nil
}

// notes are a comment, which Marp shows to the speaker.
func (m *marpWriter) notes(s *deck.Slide) {
	notes := m.j.slideNotes(s)
	if len(notes) == 0 {
		return
	}
	safe := strings.NewReplacer("-->", "--\u200b>", "--!>", "--!\u200b>", "\n", " ")
	m.printf("\n<!--\n")
	for _, n := range notes {
		m.printf("%s\n", safe.Replace(clean(n)))
	}
	m.printf("-->\n")
}

// paragraphs cuts lines where a text ends.
func paragraphs(lines []layout.Line) [][]layout.Line {
	var list [][]layout.Line
	start := 0
	for i, l := range lines {
		if l.Next == "\n" || i == len(lines)-1 {
			list = append(list, lines[start:i+1])
			start = i + 1
		}
	}
	return list
}

// yamlString is a text as a quoted YAML scalar.
func yamlString(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(clean(text)) + `"`
}
