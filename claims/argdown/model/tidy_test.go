package model_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/argmap/argmap/claims/argdown"
	"github.com/argmap/argmap/claims/argdown/argdowntest"
	"github.com/argmap/argmap/claims/source"
)

// untidy indents a document with tabs, and puts in blanks and blank lines.
func untidy(text string) string {
	if front, rest, ok := strings.Cut(text, "\n===\n"); ok {
		return front + "\n===\n" + untidy(rest)
	}
	return strings.NewReplacer("\n    ", "\n\t\t", "\n  ", "\n\t", "\n\n", "\n\n\n", ": ", ":   ", "+ ", "+", ") ", ")   ").Replace(text)
}

// TestTidyIsReadAlike asks Argdown's core what documents mean, and what they mean in
// their canonical layout: those of the archives, random ones, and every document
// below the folder that ARGMAP_DOCUMENTS names. What it reads it must still read.
func TestTidyIsReadAlike(t *testing.T) {
	folder := argdowntest.Core(t)
	var names, texts []string
	for path, ar := range documents(t) {
		for _, f := range ar.Files {
			if filepath.Ext(f.Name) == ".argdown" {
				names, texts = append(names, path+":"+f.Name), append(texts, string(f.Data))
			}
		}
	}
	for i := range uint64(200) {
		names, texts = append(names, "a random document"), append(texts, untidy(argdowntest.Random(1e6+i)))
	}
	if os.Getenv("ARGMAP_DOCUMENTS") != "" {
		more, documents := argdowntest.Foreign(t)
		names, texts = append(names, more...), append(texts, documents...)
	}
	tidy := make([]string, len(texts))
	for i, text := range texts {
		tidy[i] = argdown.Tidy(source.NewFile(names[i], text))
	}
	before, after := theirs(t, folder, texts), theirs(t, folder, tidy)
	gaveUp, mended := 0, 0
	for i, a := range before {
		switch {
		case a.Error != "":
			gaveUp++
			if after[i].Error == "" {
				mended++
			}
		case a.String() != after[i].String():
			t.Errorf("%s means something else in its layout (-before +after):\n%s\n%s", names[i], difference(a.String(), after[i].String()), tidy[i])
		}
	}
	t.Logf("%d of %d documents are read alike; Argdown gives up on %d, of which it reads %d in their layout", len(texts)-gaveUp, len(texts), gaveUp, mended)
}
