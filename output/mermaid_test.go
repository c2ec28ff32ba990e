package output_test

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/output"
	"github.com/argmap/argmap/output/layout"
)

var (
	mermaidNode   = regexp.MustCompile(`(?m)^ *(n\d+)\["([^"]*)"\]$`)
	mermaidEdge   = regexp.MustCompile(`(?m)^  ([na]\d+) (-->|<?-\.->)\|"([^"]*)"\| ([na]\d+)$`)
	mermaidOther  = regexp.MustCompile(`^(---|config:|  flowchart:|    wrappingWidth: \d+|title: "([^"\\#%{<]|\\.)*"|%% .*|flowchart (BT|TB|RL|LR)|  accTitle: .*| *subgraph [ga]\d+\["[^"]*"\]| *end|  class(Def)? .*|  linkStyle .*|  click n\d+ href "[^"]*")$`)
	mermaidEntity = regexp.MustCompile(`#(\d+);`)
)

// mermaidText is the text of a label as a reader sees it, its lines joined.
func mermaidText(label string) string {
	label = strings.ReplaceAll(label, "<br/>", " ")
	return html.UnescapeString(mermaidEntity.ReplaceAllString(label, "&#$1;"))
}

// TestMermaid wants each line to be one of the few kinds that the writer knows, so
// that no text becomes anything else, every claim in a node of its own, and an
// edge for each argument.
func TestMermaid(t *testing.T) {
	for name, m := range textMaps(t) {
		data, _ := write(t, output.Mermaid, job(m))
		for line := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n") {
			if !mermaidNode.MatchString(line) && !mermaidEdge.MatchString(line) && !mermaidOther.MatchString(line) {
				t.Errorf("%s: a line %s", name, line)
			}
		}
		var texts []string
		for _, n := range mermaidNode.FindAllStringSubmatch(string(data), -1) {
			texts = append(texts, mermaidText(n[2]))
			if inner := strings.ReplaceAll(n[2], "<br/>", ""); strings.ContainsAny(mermaidEntity.ReplaceAllString(inner, ""), "#<>&%{}`*_~=:;\\") {
				t.Errorf("%s: a bare sign in %s", name, inner)
			}
		}
		wantClaims(t, m, texts)
		if got := len(mermaidEdge.FindAllString(string(data), -1)); got != len(m.Arguments) {
			t.Errorf("%s: %d edges for %d arguments", name, got, len(m.Arguments))
		}
	}
}

// wantClaims wants a text for each claim that begins with it. Mermaid has two pairs
// of letters to itself, which the writer parts.
func wantClaims(t *testing.T, m *argmap.Map, texts []string) {
	t.Helper()
	parted := strings.NewReplacer("ﬂ", "fl", "¶ß", "¶\u2060ß")
	for _, c := range m.Claims {
		want := squeeze(parted.Replace(shown(c.Text)))
		if !slices.ContainsFunc(texts, func(s string) bool { return strings.HasPrefix(squeeze(s), want) }) {
			t.Errorf("claim %q is not there", c.Text)
		}
	}
}

// TestMermaidDirection wants arrows to run towards the thesis.
func TestMermaidDirection(t *testing.T) {
	m := parse(t, "in.yaml", "thesis:\n  claim: Dogs dream.\n  because: [Dogs bark.]\n")
	for d, want := range map[layout.Direction]string{layout.Down: "BT", layout.Up: "TB", layout.Right: "RL", layout.Left: "LR"} {
		j := job(m)
		j.Layout.Direction = d
		data, _ := write(t, output.Mermaid, j)
		if !strings.Contains(string(data), "\nflowchart "+want+"\n") {
			t.Errorf("%v:\n%s", d, data)
		}
	}
}

// TestMermaidLimits wants a warning where Mermaid would refuse.
func TestMermaidLimits(t *testing.T) {
	for n, want := range map[int]string{20: "", 400: "characters", 1200: "arrows"} {
		_, diags := write(t, output.Mermaid, job(testmap.Map(testmap.Shape{Claims: n})))
		if got := fmt.Sprint(diags); (want == "") != (diags == nil) || !strings.Contains(got, want) {
			t.Errorf("%d claims: %s", n, got)
		}
	}
}

// TestMermaidItself lets Mermaid read each map. ARGMAP_MERMAID names a folder in
// which "npm install mermaid jsdom" was run.
func TestMermaidItself(t *testing.T) {
	folder := os.Getenv("ARGMAP_MERMAID")
	node, err := exec.LookPath("node")
	if err != nil || folder == "" {
		t.Skip("no node here, or no ARGMAP_MERMAID to say where Mermaid is")
	}
	list := textMaps(t)
	var names []string
	for name := range list {
		names = append(names, name)
	}
	slices.Sort(names)
	args := []string{"testdata/mermaid.mjs", folder}
	temp := t.TempDir()
	for _, name := range names {
		data, _ := write(t, output.Mermaid, job(list[name]))
		path := filepath.Join(temp, name+".mmd")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out, err := exec.CommandContext(t.Context(), node, args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var read []struct {
		Error string
		Nodes []struct{ ID, Text, Kind, Link string }
		Edges []struct{ From, To, Text, Line string }
	}
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		t.Run(name, func(t *testing.T) {
			m, got := list[name], read[i]
			if got.Error != "" {
				t.Fatal(got.Error)
			}
			var texts []string
			for _, n := range got.Nodes {
				texts = append(texts, strings.ReplaceAll(n.Text, "<br>", " "))
				if n.Kind == "markdown" {
					t.Errorf("%q is taken for Markdown", n.Text)
				}
				if _, ok := argmap.SafeURL(n.Link); n.Link != "" && n.Link != "about:blank" && !ok { // Mermaid too refuses links
					t.Errorf("link %q", n.Link)
				}
			}
			wantClaims(t, m, texts)
			if len(got.Edges) != len(m.Arguments) {
				t.Errorf("%d edges for %d arguments", len(got.Edges), len(m.Arguments))
			}
		})
	}
}
