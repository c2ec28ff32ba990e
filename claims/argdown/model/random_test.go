package model_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/argmap/argmap/claims/argdown/argdowntest"
)

// TestRandomDocuments compares us with Argdown's core on documents that nobody would
// write. ARGMAP_RANDOM says how many, instead of 200.
func TestRandomDocuments(t *testing.T) {
	folder := argdowntest.Core(t)
	count, err := strconv.Atoi(os.Getenv("ARGMAP_RANDOM"))
	if err != nil {
		count = 200
	}
	var texts []string
	for i := range count {
		texts = append(texts, argdowntest.Random(uint64(i)))
	}
	gaveUp := 0
	for i, a := range theirs(t, folder, texts) {
		if a.Error != "" {
			gaveUp++
			continue
		}
		if got, _ := ours(texts[i]); got.String() != a.String() {
			t.Fatalf("document %d\n%s\n(-Argdown +ours):\n%s", i, texts[i], difference(a.String(), got.String()))
		}
	}
	t.Logf("%d documents agree; Argdown gave up on %d", count-gaveUp, gaveUp)
	if gaveUp > count/10 {
		t.Errorf("Argdown gave up on %d of %d documents: they are not what the test means them to be", gaveUp, count)
	}
}
