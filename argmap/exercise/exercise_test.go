package exercise_test

import (
	"testing"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/argmap/testmap"
	"github.com/argmap/argmap/claims/source"
)

// TestKeysComeBack writes the keys of every type and reads them again.
func TestKeysComeBack(t *testing.T) {
	m := testmap.Map(testmap.Shape{Claims: 30, Seed: 3})
	for _, typ := range exercise.Types() {
		_, key, err := exercise.Make(m, typ, exercise.Options{Seed: 7, Student: "Ada"})
		if err != nil {
			t.Fatalf("%s: %v", typ.Name, err)
		}
		data, err := exercise.WriteKeys([]*exercise.Key{key})
		if err != nil {
			t.Fatal(err)
		}
		keys, err := exercise.ReadKeys(source.NewFile("key.yaml", string(data)))
		if err != nil {
			t.Fatal(err)
		}
		again, err := exercise.WriteKeys(keys)
		if err != nil || string(again) != string(data) {
			t.Errorf("%s: %v\n%s\n%s", typ.Name, err, data, again)
		}
		if len(keys[0].Map.Claims) != len(key.Map.Claims) {
			t.Errorf("%s: the map came back otherwise", typ.Name)
		}
	}
}
