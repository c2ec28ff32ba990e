package exercise_test

import (
	"testing"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/claims/source"
)

// TestKeysComeBack writes the keys of every type and reads them again.
func TestKeysComeBack(t *testing.T) {
	t.Parallel()
	for _, typ := range exercise.Types() {
		each(t, typ, 15, func(_ *argmap.Map, _ *exercise.Paper, key *exercise.Key) {
			key.Student = "Ada: “1”"
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
			if shape(keys[0].Map) != shape(key.Map) {
				t.Errorf("%s: the map came back otherwise", typ.Name)
			}
		})
	}
}
