package worksheet

import (
	"context"
	"embed"
	"errors"
	"html/template"
	"io"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
	"github.com/argmap/argmap/output"
)

// HTML is an exercise to be done in a browser: one file for one paper, which asks for
// nothing from anywhere, is worked by mouse, by touch and by keys alone, and saves an
// answer that exercise.ReadAnswer reads. With keys it is the teacher's page, with what
// is right marked, unless the sheet tells AtOnce: see htmlcheck.go for what that hides.
var HTML = &Format{Name: "html", Title: "HTML page", Ext: ".html", Single: true, Tells: true,
	Use: "working on screen, offline; the answer is saved as a file", write: writeHTML}

//go:embed page
var pageFiles embed.FS

var pageTemplate = template.Must(template.ParseFS(pageFiles, "page/exercise.html"))

// tight and tightScript take blanks out of sheets and scripts that say nothing. No text
// in the scripts may hold what they look for.
var (
	tight = strings.NewReplacer(" { ", "{", " }\n", "}", " }", "}", " {\n", "{", " !", "!", "; ", ";", ": ", ":", ", ", ",", " > ", ">")

	tightScript = blanksAround("=> = === !== && || ? : ?? < > >= + += - * / % & | ^ << >> >>>",
		"; }", "}", ") }", ")}", ") { ", "){", " => {", "=>{", "{ ", "{", "; ", ";", ") {", "){", "if (", "if(", "for (", "for(")
)

var (
	errOnePaper = errors.New("an HTML page holds one exercise: write a file for each student")
	errNoKey    = errors.New("a page that tells at once what is right needs the key")
)

// htmlPage is what exercise.html is filled with.
type htmlPage struct {
	*exercise.Paper
	Policy   string
	Style    template.CSS
	Script   template.JS
	Lang     string // of the claims
	Heading  string // of what is to be read
	Claims   []exercise.Option
	Cards    bool // the claims are dragged into place
	Picture  *htmlMap
	Items    []htmlItem
	Marked   bool // the teacher's page
	Checks   bool
	HasGaps  bool
	Filename string
}

func writeHTML(ctx context.Context, w io.Writer, s *Sheet) (source.Diagnostics, error) {
	if len(s.Papers) != 1 {
		return nil, errOnePaper
	}
	p := s.Papers[0]
	var key *exercise.Key
	if len(s.Keys) > 0 {
		key = s.Keys[0]
	}
	if s.AtOnce && key == nil {
		return nil, errNoKey
	}
	page := &htmlPage{Paper: p, Lang: p.Lang, Marked: key != nil && !s.AtOnce, Checks: s.AtOnce, HasGaps: len(p.Gaps) > 0}
	page.Heading, page.Claims = "Claims", p.Claims
	if len(p.Bank) > 0 {
		page.Heading, page.Claims, page.Cards = "To choose from", p.Bank, !page.Marked
	}
	page.Filename = "answer-" + p.Type.Name + "-" + strconv.FormatUint(p.Seed, 10)
	page.Items = htmlItems(p, key, s.AtOnce)
	if p.Map != nil {
		picture, err := drawMap(ctx, s, key)
		if err != nil {
			return nil, err
		}
		page.Picture = picture
	}
	script, sheet := page.script(), output.PageColors(s.Palette)+tight.Replace(output.PageText(pageFiles, "page/exercise.css"))
	if page.Picture != nil {
		sheet += page.Picture.Print
	}
	page.Policy, page.Style, page.Script = output.PagePolicy(script, sheet), template.CSS(sheet), template.JS(script)
	return nil, pageTemplate.Execute(w, page)
}

// blanksAround takes out the blanks around operators, after it has looked for the pairs
// of what stands there and what is to.
func blanksAround(operators string, pairs ...string) *strings.Replacer {
	for operator := range strings.FieldsSeq(operators) {
		pairs = append(pairs, " "+operator+" ", operator)
	}
	return strings.NewReplacer(pairs...)
}

// script is what the page needs and no more: a key is not filled in, and only pages that
// tell at once can tell what is right.
func (p *htmlPage) script() string {
	names := []string{"look.js"}
	if p.Picture != nil {
		names = append(names, "map.js")
	}
	if !p.Marked {
		names = append(names, "form.js", "save.js")
		if p.Cards {
			names = append(names, "drag.js")
		}
		if p.Checks {
			names = append(names, "sha256.js", "check.js")
			if inLines(p.Paper) {
				names = append(names, "lines.js")
			}
		}
		names = append(names, "start.js")
	}
	var b strings.Builder
	b.WriteString("\n")
	for _, name := range names {
		b.WriteString(output.PageText(pageFiles, "page/"+name))
	}
	return tightScript.Replace(b.String())
}
