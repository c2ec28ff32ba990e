package argdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/argmap/argmap/claims/source"
)

// runner reads running text. It holds the text of its lines in one, and where each
// byte stands in the document.
type runner struct {
	p      *parser
	text   []byte
	at     []int
	behind bool           // text behind data has been reported
	depth  int            // of emphasis inside emphasis
	open   map[string]int // signs that nothing closes, and before where
}

func (r *runner) put(b byte, at int) {
	r.text = append(r.text, b)
	r.at = append(r.at, at)
}

// span is where a part of the text stands in the document.
func (r *runner) span(start, end int) source.Span {
	if start >= end {
		return source.Span{}
	}
	return source.Span{Start: r.at[start], End: r.at[end-1] + 1}
}

func (r *runner) content() Content {
	start, end := 0, len(r.text)
	for start < end && r.text[start] <= ' ' {
		start++
	}
	for end > start && r.text[end-1] <= ' ' {
		end--
	}
	return r.run(start, end)
}

// run reads a stretch of text.
func (r *runner) run(start, end int) Content {
	var list Content
	plain := &strings.Builder{}
	from := start
	flush := func(to int) {
		if plain.Len() > 0 {
			list = append(list, Inline{Kind: Plain, Text: plain.String(), Span: r.span(from, to)})
			plain.Reset()
		}
	}
	for i := start; i < end; {
		if strings.IndexByte(`\[<@#*_.:`, r.text[i]) < 0 {
			if plain.Len() == 0 {
				from = i
			}
			plain.WriteByte(r.text[i])
			i++
			continue
		}
		in, n := r.special(i, end)
		switch {
		case n == 0:
			if plain.Len() == 0 {
				from = i
			}
			plain.WriteByte(r.text[i])
			i++
		case in.Kind == Plain: // an escape or a shortcode
			if plain.Len() == 0 {
				from = i
			}
			plain.WriteString(in.Text)
			i += n
		default:
			flush(i)
			list = append(list, in)
			i += n
		}
	}
	flush(end)
	return list
}

var (
	linkText = regexp.MustCompile(`^\[([^\]\[]+)\]\(([^)]+)\)`)
	tagText  = regexp.MustCompile(`^#(?:\(([^)]+)\)|([a-zA-Z0-9_\-\x{00A0}-\x{D7FF}\x{F900}-\x{FDCF}\x{FDF0}-\x{FFEF}]+))`)
	mention  = regexp.MustCompile(`^@(?:\[([^\]]+)\]|<([^>]+)>)`)
)

// longest is how many bytes a title, a link or a tag has at most.
const longest = 2000

// special reads what is more than plain text at i, and how many bytes it takes: 0
// where it is plain.
func (r *runner) special(i, end int) (Inline, int) {
	rest := string(r.text[i:min(end, i+longest)])
	switch rest[0] {
	case '\\':
		if len(rest) > 1 {
			_, size := utf8.DecodeRuneInString(rest[1:])
			return Inline{Kind: Plain, Text: rest[1 : 1+size]}, 1 + size
		}
	case '[':
		if strings.HasPrefix(rest[1:], "[") {
			return Inline{}, 0
		}
		if m := linkText.FindStringSubmatch(rest); m != nil {
			return Inline{Kind: Link, Text: m[1], URL: m[2], Span: r.span(i, i+len(m[0]))}, len(m[0])
		}
		r.strayBracket(i, rest, "]")
	case '<':
		r.strayBracket(i, rest, ">")
	case '@':
		if m := mention.FindStringSubmatch(rest); m != nil {
			kind, title := StatementMention, m[1]
			if title == "" {
				kind, title = ArgumentMention, m[2]
			}
			return Inline{Kind: kind, Text: title, Span: r.span(i, i+len(m[0]))}, len(m[0])
		}
	case '#':
		if m := tagText.FindStringSubmatch(rest); m != nil {
			return Inline{Kind: Tag, Text: m[1] + m[2], Span: r.span(i, i+len(m[0]))}, len(m[0])
		}
	case '*', '_':
		return r.emphasis(i, end)
	case '.', ':':
		return r.shortcode(i, rest)
	}
	return Inline{}, 0
}

// strayBracket warns of a bracket that names nothing where one may have been meant.
func (r *runner) strayBracket(i int, rest, shut string) {
	if n := strings.Index(rest, shut); n > 1 && rest[1] != '-' && rest[1] != ' ' {
		r.p.bracketText(r.span(i, i+n+1))
	} else {
		r.p.report(source.Info, CodeBracket, r.span(i, i+1), "Argdown needs \\"+rest[:1], "the sign is read as text")
	}
}

func (p *parser) bracketText(at source.Span) {
	p.warn(CodeBracket, at, "to be sure that it stays text, write \\"+p.src.Text[at.Start:at.Start+1]+"; a mention has @ before it",
		"what stands in brackets names nothing here; it is read as text")
}

// emphasis reads bold or italic text. Signs that cannot begin any are plain.
func (r *runner) emphasis(i, end int) (Inline, int) {
	sign, kind := string(r.text[i:i+1]), Italic
	if i+1 < end && r.text[i+1] == r.text[i] {
		sign, kind = sign+sign, Bold
	}
	inside := i + len(sign)
	if inside >= end || r.text[inside] <= ' ' || sign[0] == '_' && i > 0 && word(r.text[:i]) {
		return Inline{}, 0
	}
	shut := -1
	if r.open[sign] != end && r.depth < 20 {
		shut = r.closing(inside, end, sign)
	}
	if shut < 0 {
		if r.open == nil {
			r.open = map[string]int{}
		}
		r.open[sign] = end
		r.p.warn(CodeEmphasis, r.span(i, inside), "to be sure that it stays text, write \\"+sign[:1], "nothing closes %s; it is read as text", sign)
		return Inline{Kind: Plain, Text: sign}, len(sign)
	}
	r.depth++
	defer func() { r.depth-- }()
	return Inline{Kind: kind, Inner: r.run(inside, shut), Span: r.span(i, shut+len(sign))}, shut + len(sign) - i
}

// word tells whether the text ends in a letter or digit.
func word(text []byte) bool {
	last, _ := utf8.DecodeLastRune(text)
	return unicode.IsLetter(last) || unicode.IsDigit(last)
}

// closing is where the sign closes: before a blank, the end, or a mark that can
// stand behind a word; -1 where it does not.
func (r *runner) closing(start, end int, sign string) int {
	for i := start + 1; i+len(sign) <= end; i++ {
		if r.text[i-1] == '\\' || string(r.text[i:i+len(sign)]) != sign {
			continue
		}
		if len(sign) == 1 && i+1 < end && r.text[i+1] == sign[0] { // the other kind
			i++
			continue
		}
		if len(sign) == 2 { // what opens inside closes first: ***x***
			i += min(r.length(i, end, sign[0])-2, r.length(start, end, sign[0]))
		}
		after := i + len(sign)
		if after == end || strings.IndexByte(" \t.,!?;:-)}_*", r.text[after]) >= 0 {
			return i
		}
	}
	return -1
}

// length is how often the sign stands at i.
func (r *runner) length(i, end int, sign byte) int {
	n := 0
	for i+n < end && r.text[i+n] == sign {
		n++
	}
	return n
}

// shortcode reads .x. or :x: if it stands for a sign. Inside a word it is text, but
// to Argdown.
func (r *runner) shortcode(i int, rest string) (Inline, int) {
	if !r.p.compat && i > 0 && word(r.text[:i]) {
		return Inline{}, 0
	}
	n := strings.IndexByte(rest[1:], rest[0])
	if n < 1 {
		return Inline{}, 0
	}
	code := rest[:n+2]
	if sign := r.p.doc.Shortcode(code); sign != "" {
		return Inline{Kind: Plain, Text: sign}, len(code)
	}
	return Inline{}, 0
}

// signs is a text with its shortcodes replaced.
func (p *parser) signs(text string) string {
	r := &runner{p: p, text: []byte(text)}
	var b strings.Builder
	for i := 0; i < len(text); {
		if text[i] == '.' || text[i] == ':' {
			if in, n := r.shortcode(i, text[i:]); n > 0 {
				b.WriteString(in.Text)
				i += n
				continue
			}
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String()
}

// Shortcode is the sign that a word between dots or colons stands for in the document, or
// "".
func (d *Document) Shortcode(code string) string {
	if sign := d.shortcodes[code]; sign != "" {
		return sign
	}
	return shortcodes[code[1:len(code)-1]]
}

// shortcodes are the words that stand for signs, between dots or colons.
var shortcodes = map[string]string{
	"A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨", "v_": "⊻", "<>": "◇", "[]": "◻",
	"happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆", "lol": "😆", "rofl": "🤣", "joy": "😂", "heart": "❤", "?": "❓", "question": "❓",
	"love": "😍", "wink": "😉", "shush": "🤫", "meh": "😐", "eye-roll": "🙄", "sad": "😢", "disappointed": "😞", "scream": "😱",
	"+1": "👍", "up": "👍", "-1": "👎", "down": "👎", "think": "🤔", "star": "⭐", "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}
