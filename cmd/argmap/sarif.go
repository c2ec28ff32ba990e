package main

import (
	"io"
	"net/url"
	"path/filepath"
	"slices"

	"github.com/argmap/argmap/argmap/lint"
	"github.com/argmap/argmap/claims/source"
)

// writeSARIF writes the report in SARIF 2.1.0, which code review tools show beside
// the lines (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html).
func writeSARIF(w io.Writer, ds source.Diagnostics) error {
	rules, index := sarifRules(ds)
	results := []sarifResult{}
	for _, d := range ds {
		results = append(results, sarifResultOf(d, index[d.Code]))
	}
	return encodeJSON(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool: sarifTool{sarifDriver{Name: "argmap", Version: version(), InformationURI: "https://github.com/argmap/argmap", Rules: rules}},
			// Positions count characters, not UTF-16 code units.
			ColumnKind: "unicodeCodePoints",
			Results:    results,
		}},
	})
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	Version        string      `json:"version"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string      `json:"id"`
	ShortDescription *sarifText  `json:"shortDescription,omitempty"`
	FullDescription  *sarifText  `json:"fullDescription,omitempty"`
	Help             *sarifText  `json:"help,omitempty"`
	Configuration    *sarifLevel `json:"defaultConfiguration,omitempty"`
}

type sarifLevel struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
	Related   []sarifLocation `json:"relatedLocations,omitempty"`
	Fixes     []sarifFix      `json:"fixes,omitempty"`
}

type sarifLocation struct {
	ID       *int          `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

// sarifRules describes the codes that were reported, in order of first report.
func sarifRules(ds source.Diagnostics) ([]sarifRule, map[string]int) {
	rules, index := []sarifRule{}, map[string]int{}
	for _, d := range ds {
		if _, ok := index[d.Code]; ok {
			continue
		}
		index[d.Code] = len(rules)
		rule := sarifRule{ID: d.Code}
		if r := lint.ForCode(d.Code); r != nil {
			rule.ShortDescription, rule.FullDescription = &sarifText{Text: r.Title}, &sarifText{Text: r.Why}
			rule.Help = &sarifText{Text: r.Why, Markdown: r.Why + "\n\nReported:\n\n```yaml\n" + r.Bad + "```\n\nMended:\n\n```yaml\n" + r.Good + "```\n"}
			rule.Configuration = &sarifLevel{sarifLevelOf(r.Severity)}
		}
		rules = append(rules, rule)
	}
	return rules, index
}

func sarifResultOf(d source.Diagnostic, index int) sarifResult {
	text := d.Message
	if d.Hint != "" {
		text += " (" + d.Hint + ")"
	}
	r := sarifResult{RuleID: d.Code, RuleIndex: index, Level: sarifLevelOf(d.Severity), Message: sarifText{Text: text}}
	if d.File == nil {
		return r
	}
	r.Locations = []sarifLocation{{Physical: sarifPlace(d.File, d.Span)}}
	for i, rel := range d.Related {
		r.Related = append(r.Related, sarifLocation{ID: &i, Physical: sarifPlace(relatedFile(d, rel), rel.Span), Message: &sarifText{Text: rel.Message}})
	}
	if d.Fix != nil {
		change := sarifChange{Artifact: sarifPlace(d.File, d.Span).Artifact}
		for _, e := range d.Fix.Edits {
			change.Replacements = append(change.Replacements, sarifReplacement{sarifPlace(d.File, e.Span).Region, sarifText{Text: e.Text}})
		}
		r.Fixes = []sarifFix{{Description: sarifText{Text: d.Fix.Message}, Changes: []sarifChange{change}}}
	}
	return r
}

func sarifPlace(f *source.File, at source.Span) sarifPhysical {
	s := spotOf(f, at)
	name := filepath.ToSlash(f.Name)
	if slices.Contains([]string{"", "-"}, name) {
		name = "stdin"
	}
	return sarifPhysical{sarifArtifact{(&url.URL{Path: name}).EscapedPath()}, sarifRegion{s.Line, s.Column, s.EndLine, s.EndColumn}}
}

func sarifLevelOf(s source.Severity) string {
	switch s {
	case source.Error:
		return "error"
	case source.Warning:
		return "warning"
	}
	return "note"
}
