package exercise

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims"
	"github.com/argmap/argmap/claims/source"
)

// The file of a key holds all that grading needs: what is right in every field of every
// variant, and the map that it was made of. It is YAML.

type keyFile struct {
	Key      string       `yaml:"key"` // the exercise's type
	Level    int          `yaml:"level"`
	Variants []keyVariant `yaml:"variants"`
}

type keyVariant struct {
	Seed    uint64         `yaml:"seed"`
	Student string         `yaml:"student,omitempty"`
	Fields  []keyFileField `yaml:"fields"`
	Claims  []keyFileClaim `yaml:"claims,omitempty"`
	Map     string         `yaml:"map"`
}

type keyFileField struct {
	ID      string   `yaml:"id"`
	Right   []Option `yaml:"right"`
	Several bool     `yaml:"several,omitempty"`
	Open    bool     `yaml:"open,omitempty"`
	Why     string   `yaml:"why,omitempty"`
}

type keyFileClaim struct {
	Key   string `yaml:"key"`
	Claim string `yaml:"claim"`
}

// WriteKeys is the file of the keys of one exercise's variants, which have one type
// and level.
func WriteKeys(keys []*Key) ([]byte, error) {
	f := keyFile{Key: keys[0].Type.Name, Level: keys[0].Level}
	for _, k := range keys {
		v := keyVariant{Seed: k.Seed, Student: k.Student, Map: k.Text()}
		for _, kf := range k.Fields {
			v.Fields = append(v.Fields, keyFileField(kf))
		}
		for _, key := range slices.Sorted(maps.Keys(k.Claims)) {
			v.Claims = append(v.Claims, keyFileClaim{key, k.Claims[key]})
		}
		f.Variants = append(f.Variants, v)
	}
	var b bytes.Buffer
	b.WriteString("# The key of an exercise: argmap grade compares answers with it. It is not for students.\n")
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(f); err != nil {
		return nil, err
	}
	return b.Bytes(), enc.Close()
}

// IsKey tells whether a text looks like the file of a key.
func IsKey(src *source.File) bool {
	var head struct {
		Key string `yaml:"key"`
	}
	return yaml.Unmarshal([]byte(src.Text), &head) == nil && ForName(head.Key) != nil
}

// ReadKeys reads the keys of a file. The error says what is wrong with it.
func ReadKeys(src *source.File) ([]*Key, error) {
	var f keyFile
	if err := yaml.Unmarshal([]byte(src.Text), &f); err != nil {
		return nil, fmt.Errorf("%s is no key: %w", src.Name, err)
	}
	t := ForName(f.Key)
	if t == nil {
		return nil, fmt.Errorf("%s is no key: no exercise is called %q", src.Name, f.Key)
	}
	if len(f.Variants) == 0 {
		return nil, fmt.Errorf("%s holds no variants", src.Name)
	}
	var keys []*Key
	for _, v := range f.Variants {
		k := &Key{Type: t, Options: Options{Seed: v.Seed, Level: f.Level, Student: v.Student}, Claims: map[string]string{}, text: v.Map}
		for _, kf := range v.Fields {
			k.Fields = append(k.Fields, KeyField(kf))
		}
		for _, c := range v.Claims {
			k.Claims[c.Key] = c.Claim
		}
		file, diags := claims.Formats()[0].Parse(source.NewFile(src.Name, v.Map))
		if diags.HasErrors() {
			return nil, fmt.Errorf("%s: the map of seed %d cannot be read: %s", src.Name, v.Seed, diags[0].Message)
		}
		k.Map, _ = argmap.Build(file)
		keys = append(keys, k)
	}
	return keys, nil
}
