package fulltext

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads a web page, token by token: that keeps the lines, and sets no
// bound to how deep its elements may be nested.
func readHTML(data []byte) *Text {
	source := decodeHTML(data)
	main := mainElement(source)
	t := readPage(source, main)
	if t.paragraphs == 0 && main != 0 { // its body is elsewhere, say in a bare <div>
		t = readPage(source, 0)
	}
	return t
}

func readPage(source string, main atom.Atom) *Text {
	b := newBuilder(source)
	p := page{b: b, main: main, xml: strings.Contains(source[:min(len(source), 1024)], "<?xml")}
	p.read(source, 1)
	return b.text().stamp().finish()
}

// page reads the elements of a web page. Text is cut into blocks where a block
// element begins or ends, and takes its role from the innermost one around it.
type page struct {
	b    *builder
	main atom.Atom // paragraphs outside this element are asides; 0: nowhere
	xml  bool      // <script/> is closed already

	open   []element
	counts map[atom.Atom]int // of open, by name

	breaks int  // line breaks since the last word; two end a block
	link   bool // a link is open
	linked int  // bytes of the block that are words of links
	sup    int  // open <sup>
	mark   int  // offset in the body of the outermost
	noted  bool // the <sup> holds a link
}

// element is an open block element, with what it means for the text in it.
type element struct {
	name   atom.Atom
	role   role
	level  int  // of a heading
	skip   bool // the text is none, as in a script
	aside  bool // the text is beside the body, as in a menu
	inMain bool
}

func (p *page) top() element {
	if n := len(p.open); n > 0 {
		return p.open[n-1]
	}
	return element{role: loose, inMain: p.main == 0}
}

// read goes through a page, or a piece of HTML that begins on that line.
func (p *page) read(source string, line int) {
	p.counts = map[atom.Atom]int{}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		feeds := bytes.Count(z.Raw(), []byte("\n"))
		switch kind {
		case html.ErrorToken:
			p.endBlock()
			return
		case html.TextToken:
			p.text(string(z.Text()), line)
		case html.StartTagToken, html.SelfClosingTagToken:
			name := p.startTag(z)
			if p.xml && kind == html.SelfClosingTagToken {
				z.NextIsNotRawText()
				p.finish(name)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			p.finish(atom.Lookup(name))
		}
		line += feeds
	}
}

func (p *page) startTag(z *html.Tokenizer) atom.Atom {
	name, more := z.TagName()
	a := atom.Lookup(name)
	hidden, link := false, false
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		hidden = hidden || isHidden(string(key), string(value))
		link = link || string(key) == "href"
	}
	if a == atom.A {
		p.link = link // a new one ends the one before
		p.noted = p.noted || p.sup > 0
		return a
	}
	p.start(a, hidden)
	return a
}

func isHidden(key, value string) bool {
	return key == "hidden" && value != "until-found" || key == "role" && (value == "navigation" || value == "search")
}

func (p *page) text(s string, line int) {
	top := p.top()
	if top.skip {
		return
	}
	if strings.TrimSpace(s) != "" {
		p.breaks = 0
		if p.link {
			p.linked += len(strings.TrimSpace(s))
		}
	}
	p.b.write(strings.ToValidUTF8(strings.ReplaceAll(s, "\r", "\n"), "\ufffd"), line)
}

func (p *page) start(name atom.Atom, hidden bool) {
	switch name {
	case atom.Br:
		p.breaks++
		p.b.space("\n")
		if p.breaks > 1 {
			p.endBlock()
		}
		return
	case atom.Sup:
		if p.sup++; p.sup == 1 {
			p.mark, p.noted = len(p.b.body), false
		}
		return
	case atom.Hr:
		p.endBlock()
		return
	}
	if p.counts[atom.Head] > 0 && !inHead(name) {
		p.finish(atom.Head) // its end tag was left out
	}
	e, ok := p.element(name)
	if !ok {
		return
	}
	if !e.skip {
		p.endBlock()
	}
	e.aside = e.aside || hidden
	if n := len(p.open); n > 0 && name == p.open[n-1].name && (name == atom.P || name == atom.Li || name == atom.Td || name == atom.Dd) {
		p.pop() // its end tag was left out
	}
	p.open = append(p.open, e)
	p.counts[name]++
}

func inHead(name atom.Atom) bool {
	switch name {
	case atom.Title, atom.Meta, atom.Link, atom.Base, atom.Script, atom.Style, atom.Template, atom.Noscript:
		return true
	}
	return name == 0
}

// element says what a block element means inside of those that are open; it is
// false for one that is none, as those within a line are.
func (p *page) element(name atom.Atom) (element, bool) {
	e := p.top()
	e.name, e.level = name, 0
	if name == p.main {
		e.inMain = true
	}
	switch name {
	case atom.P, atom.Li, atom.Blockquote, atom.Dd, atom.Pre:
		e.role = prose
	case atom.Div, atom.Td, atom.Body, atom.Html, atom.Article, atom.Main, atom.Section, atom.Details, atom.Figure,
		atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Ul, atom.Ol, atom.Dl, atom.Center, atom.Form, atom.Fieldset, atom.Address, atom.Hgroup:
		e.role = loose
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		e.role, e.level = heading, int(name.String()[1]-'0')
	case atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Menu, atom.Dialog:
		e.role, e.aside = loose, true
	case atom.Th, atom.Dt, atom.Caption, atom.Figcaption, atom.Summary, atom.Legend, atom.Button, atom.Option, atom.Select, atom.Textarea, atom.Title:
		e.role = aside
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Iframe, atom.Noembed, atom.Noframes, atom.Svg:
		e.skip = true
	default:
		return element{}, false
	}
	if name == atom.Title && p.counts[atom.Svg] == 0 {
		e.skip = false // the one thing in the head that is read
	}
	return e, true
}

func (p *page) finish(name atom.Atom) {
	switch name {
	case atom.A:
		p.link = false
		return
	case atom.Sup:
		if p.sup = max(0, p.sup-1); p.sup == 0 {
			p.dropNote()
		}
		return
	}
	if p.counts[name] == 0 {
		return
	}
	if top := p.top(); !top.skip || top.name != name {
		p.endBlock()
	}
	for {
		closed := p.open[len(p.open)-1].name
		p.pop()
		if closed == name {
			return
		}
	}
}

func (p *page) pop() {
	last := len(p.open) - 1
	p.counts[p.open[last].name]--
	p.open = p.open[:last]
}

// noteMark is the sign of a footnote: "1", "[2]", "*".
var noteMark = regexp.MustCompile(`^\s*[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3}|note \d+)[\])]?\s*$`)

// dropNote takes a footnote's sign out of the text, which it would tear apart. A
// raised number that is no link, as in "m²", stays.
func (p *page) dropNote() {
	body := p.b.body
	if !p.noted || p.mark < p.b.from || p.mark > len(body) || !noteMark.Match(body[p.mark:]) {
		return
	}
	p.linked -= len(bytes.TrimSpace(body[p.mark:]))
	p.b.cut(p.mark)
}

// endBlock closes a block. One that is all links is a menu.
func (p *page) endBlock() {
	top := p.top()
	r, level := top.role, top.level
	words := len(bytes.TrimSpace(p.b.pending()))
	switch {
	case r == heading:
		if top.aside || !top.inMain {
			level = 0
		}
	case top.aside || !top.inMain || words > 0 && p.linked >= words:
		r = aside
	}
	p.b.end(r, level)
	p.breaks, p.linked, p.sup = 0, 0, 0
}

// mainElement is the element that holds a page's body, if the page says so. Of
// several articles none is the body: most are links to other pages.
func mainElement(source string) atom.Atom {
	articles := 0
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if articles == 1 {
				return atom.Article
			}
			return 0
		case html.StartTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Main:
				return atom.Main
			case atom.Article:
				articles++
			}
		}
	}
}
