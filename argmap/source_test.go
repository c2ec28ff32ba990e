package argmap_test

import (
	"testing"

	"github.com/argmap/argmap/argmap"
)

func TestSafeURL(t *testing.T) {
	for raw, want := range map[string]string{
		"https://example.org/a?b=c#d":  "https://example.org/a?b=c#d",
		"HTTP://example.org":           "http://example.org",
		"mailto:someone@example.org":   "mailto:someone@example.org",
		"notes/araki.html":             "notes/araki.html",
		"../other.html#p3":             "../other.html#p3",
		"https://example.org/a b":      "https://example.org/a%20b",
		"https://example.org/\"onload": "https://example.org/%22onload",
		"https://例え.jp/文書":             "https://%E4%BE%8B%E3%81%88.jp/%E6%96%87%E6%9B%B8",

		"":                         "",
		"javascript:alert(1)":      "",
		"JaVaScRiPt:alert(1)":      "",
		" javascript:alert(1)":     "",
		"java\nscript:alert(1)":    "",
		"data:text/html,<script>":  "",
		"file:///etc/passwd":       "",
		"//example.org/evil":       "",
		"/etc/passwd":              "",
		`\\server\share`:           "",
		"https:":                   "",
		"mailto:":                  "",
		"vbscript:x":               "",
		"http://%zz":               "",
		"https://example.org/\x00": "",
	} {
		got, ok := argmap.SafeURL(raw)
		if !ok {
			got = ""
		}
		if got != want || ok != (want != "") {
			t.Errorf("SafeURL(%q) = %q, %t; want %q", raw, got, ok, want)
		}
	}
}
