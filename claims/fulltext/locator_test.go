package fulltext_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/fulltext"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestNotations reads what people write beside the usual forms.
func TestNotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"(p. 12)", "page p. 12"},
		{"p. 12.", "page p. 12"},
		{"PP. 12 TO 14", "page pp. 12–14"},
		{"pp. 123–8", "page pp. 123–128"},
		{"p. 12f.", "page pp. 12–13"},
		{"p. 12 ff.", "page p. 12 ff."},
		{"p. 12a", "page p. 12"},
		{"pp. 3, 5–7 & 9", "page p. 3; page pp. 5–7; page p. 9"},
		{"p. 12 ¶3", "page p. 12; paragraph ¶3"},
		{"p. 12, paragraph 3, line 2", "page p. 12; paragraph ¶3; line l. 2"},
		{"¶¶ 3 and 5", "paragraph ¶3; paragraph ¶5"},
		{"§§2–3", "section §§2–3"},
		{"§2.1–3", "section §§2.1–2.3"},
		{"chapter IV", "section §4"},
		{"part 2", "section §2"},
		{"section “On Ice”", "section section “On Ice”"},
		{"12:30 --> 12:41", "time 12:30–12:41"},
		{"00:12:30.500", "time 12:30"},
		{"1h 2m", "time 1:02:00"},
		{"90 s", "time 1:30"},
		{"fig. 3", "other fig. 3"},
		{"p. xii", "other p. xii"},
		{"s. 12", "other s. 12"},
		{"abstract", "other abstract"},
		{"p. 12, n. 4", "page p. 12; other n. 4"},
		{"12:30 pm", ""},
		{"¶3 of the preface", ""},
		{"¶5–3", ""},
		{"p. twelve", ""},
		{"3", ""},
		{strings.Repeat("p. 1, ", 1000), ""},
	} {
		at, ok := fulltext.ParseLocator(c.text)
		var got []string
		for _, l := range at {
			got = append(got, l.Kind.String()+" "+l.String())
		}
		if strings.Join(got, "; ") != c.want || ok != (c.want != "") {
			t.Errorf("ParseLocator(%.40q) = %s, %v, want %s", c.text, strings.Join(got, "; "), ok, c.want)
		}
	}
}

// TestLocatorsReadBack reads what String writes.
func TestLocatorsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := fulltext.Locator{Kind: fulltext.Kind(rapid.IntRange(1, 5).Draw(t, "kind"))}
		if l.Kind == fulltext.Section {
			number := rapid.StringMatching(`[1-9][0-9]{0,2}\.[1-9]`)
			l.From, l.To = number.Draw(t, "from"), number.Draw(t, "to")
		} else {
			l.First = rapid.IntRange(0, 9999).Draw(t, "first")
			l.Last = l.First + rapid.IntRange(0, 99).Draw(t, "more")
			if rapid.Bool().Draw(t, "open") && l.Kind != fulltext.Time {
				l.Last = fulltext.Open
			}
		}
		at, ok := fulltext.ParseLocator(l.String())
		if !ok || len(at) != 1 || at[0] != l {
			t.Fatalf("%+v is written %q and read %+v, %v", l, l, at, ok)
		}
	})
}

const report = `# The Ice Report

The ice of the lake has been measured since 1910, and it has never been so thin.

## Methods

We walked on it.

### Instruments

A drill and a stick were used.

## Results

It broke.
`

// TestHas tells what is in a text, what is not, and what cannot be known.
func TestHas(t *testing.T) {
	paged := "\fThe ice of the lake was thin.\n\n102\n\fIt was March, and it broke.\n\n103\n\fNobody fell in.\n\n104\n"
	spoken := "[00:10] The ice was thin.\n[00:40] It was March.\n[01:30] It broke.\n"
	for _, c := range []struct{ name, text, at, want string }{
		{"a.md", report, "¶4", "yes, 4 paragraphs"},
		{"a.md", report, "¶5", "no, 4 paragraphs"},
		{"a.md", report, "¶0", "no, 4 paragraphs"},
		{"a.md", report, "¶3–5", "no, 4 paragraphs"},
		{"a.md", report, "¶3 ff.", "yes, 4 paragraphs"},
		{"a.md", report, "p. 3", "unknown"},
		{"a.md", report, "§1.1", "yes, sections 1, 1.1, 2"},
		{"a.md", report, "§3", "no, sections 1, 1.1, 2"},
		{"a.md", report, "section Results", "yes, sections 1, 1.1, 2"},
		{"a.md", report, "section Discussion", "no, sections 1, 1.1, 2"},
		{"a.md", report, "ll. 5–13", "yes, 15 lines"},
		{"a.md", report, "l. 16", "no, 15 lines"},
		{"a.md", report, "12:30", "unknown"},
		{"a.txt", paged[1:], "p. 102", "yes, pages 102 to 104"},
		{"a.txt", paged[1:], "p. 1", "no, pages 102 to 104"},
		{"a.txt", paged[1:], "§1", "unknown"},
		{"a.txt", spoken, "1:20", "yes, times up to 1:30"},
		{"a.txt", spoken, "3:00", "no, times up to 1:30"},
		{"a.txt", "", "¶1", "no, no paragraphs"},
		{"a.txt", spoken, "fig. 2", "unknown"},
	} {
		text := read(t, c.name, c.text)
		at, _ := fulltext.ParseLocator(c.at)
		got := "unknown"
		if has, known := text.Has(at[0]); known {
			got = map[bool]string{true: "yes", false: "no"}[has] + ", " + text.Extent(at[0].Kind)
		}
		if got != c.want {
			t.Errorf("has %s? %s, want %s", c.at, got, c.want)
		}
	}
}

// TestCovers tells whether a quote stands where a locator says, and names its
// place in the locator's own way.
func TestCovers(t *testing.T) {
	for _, c := range []struct{ quote, at, want string }{
		{"We walked on it", "¶2", "yes"},
		{"We walked on it", "¶¶1–2", "yes"},
		{"We walked on it", "¶1, 2", "yes"},
		{"We walked on it", "¶2 ff.", "yes"},
		{"We walked on it", "¶1", "no, ¶2"},
		{"A drill", "§1", "yes"}, // 1.1 is in 1
		{"A drill", "§1.1", "yes"},
		{"A drill", "§2", "no, §1.1"},
		{"A drill", "section Methods", "yes"},
		{"A drill", "section Results", "no, §1.1"},
		{"It broke", "§§1–2", "yes"},
		{"It broke", "l. 15", "yes"},
		{"It broke", "l. 3", "no, l. 15"},
		{"It broke", "§2, ¶1", "yes"}, // the first one of §2
		{"The Ice Report", "¶1", "no, l. 1"},
		{"thin. We … broke", "p. 3", "unknown"},
		{"it has never been so thin. We walked", "¶2", "unknown"}, // not found: a heading is between
	} {
		text := read(t, "a.md", report)
		at, _ := fulltext.ParseLocator(c.at)
		got := "unknown"
		for _, p := range text.Find(c.quote) {
			if covers, known := text.Covers(at, p); covers {
				got = "yes"
			} else if known {
				got = "no, " + p.In(at[0].Kind)
			}
		}
		if got != c.want {
			t.Errorf("%s at %s: %s, want %s", c.quote, c.at, got, c.want)
		}
	}
}

// TestTimes knows when something is said, in cues and in a transcript whose
// paragraphs begin with a time.
func TestTimes(t *testing.T) {
	cues := "WEBVTT\n\n00:10.000 --> 00:14.000\nThe ice was\n\n00:14.000 --> 00:20.000\n<v Roe>thin &amp; grey.\n\n01:00.000 --> 01:05.000\nIt broke.\n"
	transcript := "ROE [00:05]: so there we were.\n\n[00:10] The ice was thin & grey.\n\n[01:00] It broke.\n"
	for name, data := range map[string]string{"a.vtt": cues, "a.txt": transcript} {
		text := read(t, name, data)
		for _, c := range []struct {
			quote, at string
			want      bool
		}{
			{"ice was thin & grey", "0:10", true},
			{"ice was thin & grey", "0:05", true}, // a little early
			{"ice was thin & grey", "0:05–0:20", true},
			{"ice was thin & grey", "2:00", false},
			{"It broke", "1:00", true},
			{"It broke", "0:30", false},
		} {
			places := text.Find(c.quote)
			if len(places) != 1 {
				t.Fatalf("%s: %q is found at %v", name, c.quote, places)
			}
			at, _ := fulltext.ParseLocator(c.at)
			if covers, known := text.Covers(at, places[0]); covers != c.want || !known {
				t.Errorf("%s: %q at %s is %v, %v", name, c.quote, c.at, covers, known)
			}
		}
	}
}

// TestDecoded reads the same words from files in several encodings.
func TestDecoded(t *testing.T) {
	for what, c := range map[string]struct{ name, data string }{
		"UTF-8 with a mark":  {"a.txt", "\xef\xbb\xbfCafé de la glace.\r\n"},
		"UTF-16":             {"a.txt", "\xfe\xff\x00C\x00a\x00f\x00\xe9\x00 \x00d\x00e\x00 \x00l\x00a\x00 \x00g\x00l\x00a\x00c\x00e\x00."},
		"a page's own words": {"a.html", "<meta charset=iso-8859-1><p>Caf\xe9 de la glace."},
		"no words of it":     {"a.html", "<p>Caf\xe9 de la glace."},
		"XML's":              {"a.xhtml", "<?xml version='1.0' encoding='iso-8859-1'?><html><script src='x'/><p>Caf\xe9 de la glace.</p></html>"},
		"late in the file":   {"a.html", strings.Repeat("<p>ice.</p>\n", 500) + "Café de la glace."},
	} {
		if places := read(t, c.name, c.data).Find("Café de la glace"); len(places) != 1 {
			t.Errorf("%s: %v", what, places)
		}
	}
	if d := cmp.Diff("Caf\ufffd au lait", read(t, "a.txt", "Caf\xe9 au lait").String()); d != "" {
		t.Errorf("bytes that are no text (-want +got):\n%s", d)
	}
}

func ExampleText_Covers() {
	text, _ := fulltext.Read("lake.txt", []byte("The ice was thin.\n\nIt broke in March.\n"))
	at, _ := fulltext.ParseLocator("par. 1")
	place := text.Find("broke in March")[0]
	if covers, known := text.Covers(at, place); known && !covers {
		fmt.Printf("the quote stands in %s, not in %s\n", place.In(at[0].Kind), at[0])
	}
	at, _ = fulltext.ParseLocator("¶7")
	if has, known := text.Has(at[0]); known && !has {
		fmt.Printf("there is no %s: the text has %s\n", at[0], text.Extent(at[0].Kind))
	}
	// Output:
	// the quote stands in ¶2, not in ¶1
	// there is no ¶7: the text has 2 paragraphs
}

func ExampleText_LongestCommon() {
	text, _ := fulltext.Read("lake.txt", []byte("In March the ice was thin, and the boys who crossed it at night knew.\n"))
	run, ok := text.LongestCommon("The boys who crossed it at night were brave.", 6)
	fmt.Println(ok, run.Words, run.Place, run.Text)
	// Output: true 7 ¶1 the boys who crossed it at night
}
