package output

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"strings"

	"github.com/argmap/argmap/output/style"
)

// What every page of argmap has, the map's own and those of others.

// PagePolicy is the security policy of a page that asks for nothing from anywhere and
// runs that script alone (https://www.w3.org/TR/CSP3/).
func PagePolicy(script, sheet string) string {
	return fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'",
		hashSource(script), hashSource(sheet))
}

// hashSource names a text in a security policy (https://www.w3.org/TR/CSP3/#source-list-syntax).
func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// PageText is an embedded script or sheet without its comments, which stand on lines of
// their own, and without indents. A name that is not there is a bug, and panics.
func PageText(files fs.FS, name string) string {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		panic(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// PageColors is the beginning of a page's sheet: the palette's colors as variables, dark
// ones for dark screens and never on paper, and the classes of SVG pictures that use them.
func PageColors(p style.Palette) string {
	return "\n:root{" + variables(p.Light) + "}\n" +
		"@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" + variables(p.Dark) + "}}\n" +
		"@media screen{:root[data-theme=dark]{" + variables(p.Dark) + "}}\n" +
		pageFile("mapcolors.css")
}

func variables(t style.Theme) string {
	list := []struct {
		name  string
		color style.Color
	}{
		{"ground", t.Ground}, {"text", t.Text}, {"muted", t.Muted}, {"link", t.Link}, {"box", t.Box}, {"box-line", t.BoxLine},
		{"thesis-line", t.ThesisLine}, {"reason-line", t.Reason.Line}, {"reason-fill", t.Reason.Fill}, {"reason-ink", t.Reason.Ink},
		{"objection-line", t.Objection.Line}, {"objection-fill", t.Objection.Fill}, {"objection-ink", t.Objection.Ink},
		{"region-line", t.Region.Line}, {"region-fill", t.Region.Fill}, {"region-ink", t.Region.Ink},
	}
	var b strings.Builder
	for _, v := range list {
		fmt.Fprintf(&b, "--%s:%s;", v.name, v.color)
	}
	scheme, accent, hit, now := "light", "#6A35A8", "#FFF3B0", "#EFE7F8"
	if dark(t.Ground) {
		scheme, accent, hit, now = "dark", "#CDB2F5", "#473D10", "#352A47"
	}
	fmt.Fprintf(&b, "--accent:%s;--hit:%s;--now:%s;color-scheme:%s", accent, hit, now, scheme)
	return b.String()
}

func dark(c style.Color) bool { return int(c.R)+int(c.G)+int(c.B) < 3*128 }
