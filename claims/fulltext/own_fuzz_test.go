package fulltext_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/argmap/argmap/claims/fulltext"
)

// FuzzOwnWords reads anything under any extension, and quotes a run of words of
// one of its paragraphs: it is found there. Every block and number must hold
// together, and what Nearest gives instead of a quote must stand in the text.
func FuzzOwnWords(f *testing.F) {
	for _, seed := range []struct{ ext, data string }{
		{".txt", "Title\n\nThe old light-\nhouse — “dark” since 1910 – fell.\n\n\fIn 5 °C, -5 or −5, x²: ﬁne.\n"},
		{".md", "# A\n\n> quoted *and* [linked](x) words, `code` \\* &amp;\n\n- item one.\n\n[^1]: note\n"},
		{".html", "<h1>A</h1><p>One<sup><a href=#n>1</a></sup> two<br><br>three &amp; four.<td>cell"},
		{".srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>one</i> two\n"},
		{"", "湖上的冰，\n很薄。「はい」 한국어 ａｂｃ\n"},
		{".txt", "[00:01] one two three\n[00:02] four five six\n"},
	} {
		kind := slices.Index(fulltext.Extensions(), seed.ext) // -1: none, which is plain text
		f.Add(uint8(kind), []byte(seed.data), uint8(0), uint8(0), uint8(4))
	}
	f.Fuzz(func(t *testing.T, kind uint8, data []byte, paragraph, from, length uint8) {
		if len(data) > 1<<13 {
			t.Skip()
		}
		name := "a"
		if exts := fulltext.Extensions(); int(kind) < len(exts) {
			name += exts[kind]
		}
		text, err := fulltext.Read(name, data)
		if err != nil || text.Paragraphs() == 0 {
			return
		}
		n := 1 + int(paragraph)%text.Paragraphs()
		words := strings.Fields(text.Paragraph(n))
		if len(words) == 0 {
			t.Fatalf("¶%d of %d has no words", n, text.Paragraphs())
		}
		i := int(from) % len(words)
		quote := strings.Join(words[i:min(len(words), i+1+int(length))], " ")
		checkOwnWords(t, text, n, quote)
		if near, ok := text.Nearest(quote + " and something else"); ok {
			if p := near.Place; p.Start < 0 || p.End <= p.Start || p.End > len(text.String()) || near.Similarity > 1 {
				t.Fatalf("%+v is nearest in %d bytes", near, len(text.String()))
			}
		}
		if run, ok := text.LongestCommon(quote, 3); ok && run.Place.End > len(text.String()) {
			t.Fatalf("%+v", run)
		}
	})
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

func checkOwnWords(t *testing.T, text *fulltext.Text, paragraph int, quote string) {
	t.Helper()
	if strings.ContainsAny(quote, "…⋯[") || strings.Contains(quote, "..") || strings.Contains(quote, ". .") {
		return // signs of omission, which a quote cannot have for itself
	}
	places := text.Find(quote)
	if len(places) == 0 && !hasLetter(quote) {
		return
	}
	at := []fulltext.Locator{{Kind: fulltext.Paragraph, First: paragraph, Last: paragraph}}
	for _, p := range places {
		if p.Start < 0 || p.End <= p.Start || p.End > len(text.String()) || p.Line < 1 || p.Line > text.Lines() {
			t.Fatalf("%q stands at %+v of %d bytes and %d lines", quote, p, len(text.String()), text.Lines())
		}
		if covers, _ := text.Covers(at, p); covers {
			return
		}
	}
	if len(places) < fulltext.MaxPlaces {
		t.Fatalf("%q is not found in ¶%d of %q, but at %v", quote, paragraph, text, places)
	}
}
