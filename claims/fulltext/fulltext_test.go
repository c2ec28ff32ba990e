package fulltext_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/fulltext"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// TestTexts reads the text of each archive in testdata, and compares what it is
// made of, and where the quotes that ask lists stand in it, with want.
// ARGMAP_UPDATE=1 writes the wants anew.
func TestTexts(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil || len(ar.Files) != 3 {
				t.Fatalf("an archive holds a text, ask and want: %v", err)
			}
			got := described(t, ar.Files[0].Name, ar.Files[0].Data, string(ar.Files[1].Data))
			if os.Getenv("ARGMAP_UPDATE") != "" {
				ar.Files[2].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if d := cmp.Diff(string(ar.Files[2].Data), got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func described(t *testing.T, name string, data []byte, ask string) string {
	t.Helper()
	text, err := fulltext.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d lines", text.Lines())
	for _, k := range []fulltext.Kind{fulltext.Paragraph, fulltext.Page, fulltext.Section, fulltext.Time} {
		if extent := text.Extent(k); extent != "" {
			b.WriteString(", " + extent)
		}
	}
	b.WriteString("\n")
	for n := 1; n <= text.Paragraphs(); n++ {
		fmt.Fprintf(&b, "¶%d %s\n", n, firstWords(text.Paragraph(n)))
	}
	for quote := range strings.SplitSeq(strings.TrimSpace(ask), "\n") {
		fmt.Fprintf(&b, "%s\n", quote)
		places := text.Find(quote)
		for _, p := range places {
			fmt.Fprintf(&b, "  %s, line %d%s%s%s\n", p, p.Line, labelled(", page ", p.Page), labelled(", §", p.Section), labelled(", at ", p.Time))
		}
		if len(places) == 0 {
			if near, ok := text.Nearest(quote); ok {
				fmt.Fprintf(&b, "  nearly, %s: %s\n", near.Place, near.Diff(3))
			} else {
				b.WriteString("  not there\n")
			}
		}
	}
	return b.String()
}

func labelled[T comparable](label string, v T) string {
	var zero T
	if v == zero {
		return ""
	}
	return fmt.Sprint(label, v)
}

func firstWords(s string) string {
	if fields := strings.Fields(s); len(fields) > 6 {
		return strings.Join(fields[:6], " ") + " …"
	}
	return s
}

// TestFormats names what cannot be read, and reads what has no extension.
func TestFormats(t *testing.T) {
	if _, err := fulltext.Read("scan.pdf", nil); !errors.Is(err, fulltext.ErrFormat) {
		t.Errorf("a PDF gives %v", err)
	}
	if _, err := fulltext.Read("big.txt", make([]byte, fulltext.MaxSize+1)); err == nil {
		t.Error("a text of any size is read")
	}
	for _, data := range []string{"\xef\xbb\xbfThe wall is thin.", "\xff\xfeT\x00h\x00e\x00 \x00w\x00a\x00l\x00l\x00", "\xfe\xff\x00T\x00h\x00e\x00 \x00w\x00a\x00l\x00l"} {
		text, err := fulltext.Read("README", []byte(data))
		if err != nil || len(text.Find("The wall")) != 1 {
			t.Errorf("%q is read as %q, %v", data, text, err)
		}
	}
}

// TestLocators reads locators as people write them.
func TestLocators(t *testing.T) {
	for text, want := range map[string]string{
		"¶3": "¶3", "¶ 3": "¶3", "¶¶3–5": "¶¶3–5", "¶3-5": "¶¶3–5", "par. 3": "¶3", "para 3": "¶3", "Paragraphs 3 to 4": "¶¶3–4",
		"p. 12": "p. 12", "p.12": "p. 12", "pp. 12—14": "pp. 12–14", "page 12": "p. 12", "¶3, 5": "¶3 ¶5", "p. 12, ¶3": "p. 12 ¶3",
		"§2": "§2", "§ 2.1": "§2.1", "sec. 4": "§4", "ch. 3": "§3", "l. 40": "l. 40", "ll. 40-44": "ll. 40–44", "lines 40–44": "ll. 40–44",
		"12:30": "12:30", "1:02:03": "1:02:03", "00:12:30": "12:30", "12m30s": "12:30", "at 12:30": "12:30", "12:30–13:10": "12:30–13:10",
		"12": "", "see above": "", "": "", "p. 14–12": "", "¶": "",
	} {
		at, ok := fulltext.ParseLocator(text)
		var names []string
		for _, l := range at {
			names = append(names, l.String())
		}
		if got := strings.Join(names, " "); got != want || ok != (want != "") {
			t.Errorf("ParseLocator(%q) = %q, %v, want %q", text, got, ok, want)
		}
	}
}

func ExampleText_Find() {
	text, _ := fulltext.Read("kennel.txt", []byte("Last winter I watched a kennel for a month.\n\nOn most nights the dog “twitched” all\nmorning, and it barked twice before it woke up.\n"))
	fmt.Println(text.Find(`the dog "twitched" all morning`))
	fmt.Println(text.Find("On most nights … it barked twice"))
	fmt.Println(text.Find("the cat twitched"))
	// Output:
	// [¶2]
	// [¶2]
	// []
}

func ExampleText_Nearest() {
	text, _ := fulltext.Read("kennel.txt", []byte("On most nights the dog twitched all morning, and it barked twice before it woke up.\n"))
	near, ok := text.Nearest("the dog barked all morning, and it twitched")
	fmt.Println(ok, near.Place)
	fmt.Println(near.Diff(3))
	// Output:
	// true ¶1
	// the dog [-twitched-] {+barked+} all morning, and it [-barked-] {+twitched+}
}

func ExampleParseLocator() {
	at, ok := fulltext.ParseLocator("p. 12, par. 3")
	fmt.Println(at, ok)
	// Output: [p. 12 ¶3] true
}
