package main

import (
	"runtime/debug"
	"strings"
	"testing"
)

// TestNotices looks for the terms of every module that this test, and so the
// program, is linked with.
func TestNotices(t *testing.T) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		t.Skip("built without module information")
	}
	testOnly := "github.com/google/go-cmp pgregory.net/rapid golang.org/x/tools github.com/santhosh-tekuri/jsonschema/v6 github.com/owenrumney/go-sarif/v3 " +
		"github.com/xeipuuv/gojsonschema github.com/xeipuuv/gojsonpointer github.com/xeipuuv/gojsonreference"
	for _, m := range info.Deps {
		if !strings.Contains(testOnly, m.Path) && !strings.Contains(notices, "\n"+m.Path+" "+m.Version+"\n") {
			t.Errorf("notices.txt says nothing of %s %s", m.Path, m.Version)
		}
	}
}
