package output

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestJSONDocumented looks for every field of the format in JSON.md.
func TestJSONDocumented(t *testing.T) {
	doc, err := os.ReadFile("JSON.md")
	if err != nil {
		t.Fatal(err)
	}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for f := range typ.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !strings.Contains(string(doc), "`"+name+"`") && !strings.Contains(string(doc), `{"`+name+`"`) {
				t.Errorf("JSON.md says nothing of %q of %s", name, typ.Name())
			}
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[jsonMap]())
	walk(reflect.TypeFor[jsonQuestions]())
}
