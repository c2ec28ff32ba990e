package claims

import (
	"encoding/json"
	"io"
)

// object is a piece of JSON Schema. encoding/json writes its keys in order of
// their names, so that the same definitions give the same bytes.
type object = map[string]any

// SchemaID is the name by which the schema calls itself.
const SchemaID = "https://argmap.github.io/argmap/claims.schema.json"

// WriteSchema writes the JSON Schema (draft 2020-12) of the native format. It is
// made from the keys that the parser reads by. What no schema can say, that a ref
// names a claim or that a text lost its end to a comment, only the parser finds.
func WriteSchema(w io.Writer) error {
	g := nativeGrammar()
	root := mapping(g.file, "thesis")
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = SchemaID
	root["title"] = "argmap claims file"
	root["description"] = "What somebody argues: a thesis, the premises that carry it, the objections, the evidence each claim rests on."
	root["$defs"] = definitions(g)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(root)
}

// mapping is the schema of a mapping with these keys and no others.
func mapping[T any](ks keys[T], required ...string) object {
	properties := object{}
	for _, k := range ks.list {
		s := k.takes.schema()
		s["description"] = k.doc
		properties[k.name] = s
	}
	o := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}

// idPattern is what names look like that others refer to.
const idPattern = `^[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}._-]*$`

func ref(name string) object { return object{"$ref": "#/$defs/" + name} }

// oneOrMore is a value or a list of such values.
func oneOrMore(item object) object {
	return object{"anyOf": []object{item, {"type": "array", "items": item}}}
}

func (s shape) schema() object {
	switch s {
	case shapeProse:
		return ref("text")
	case shapeID:
		return ref("id")
	case shapeYesNo:
		return object{"anyOf": []object{{"type": "boolean"}, {"enum": []string{"yes", "no", "Yes", "No", "YES", "NO"}}}}
	case shapeTags, shapePaths:
		return oneOrMore(ref("word"))
	case shapeStrength:
		return object{"anyOf": []object{{"enum": []string{"weak", "moderate", "strong"}}, {"type": "number", "minimum": 0, "maximum": 1}}}
	case shapeConflict:
		return object{"enum": Conflicts()}
	case shapeStep:
		return object{"type": "integer", "minimum": 1, "maximum": maxStep}
	case shapeTerms:
		return ref("terms")
	case shapeClaim:
		return object{"anyOf": []object{ref("text"), ref("claim")}}
	case shapeClaims:
		return oneOrMore(shapeClaim.schema())
	case shapeArguments:
		return oneOrMore(ref("item"))
	case shapePremises:
		premise := object{"anyOf": []object{ref("text"), ref("claim"), ref("ref")}}
		return object{"anyOf": []object{premise, {"type": "array", "items": premise, "minItems": 1}}}
	case shapeEvidence:
		return oneOrMore(object{"anyOf": []object{ref("word"), ref("evidence")}})
	case shapeAnswers:
		return object{"anyOf": []object{ref("text"), {"type": "array", "items": ref("answer")},
			{"type": "object", "additionalProperties": ref("answer"), "propertyNames": object{"pattern": idPattern}}}}
	case shapeSources:
		return ref("sources")
	case shapeNames:
		return ref("names")
	case shapeDate:
		return ref("date")
	case shapeVariable:
		return object{"anyOf": []object{ref("names"), ref("date")}}
	}
	return ref("word") // shapeWord, shapePath
}

// definitions are the parts that several keys share.
func definitions(g *grammar) object {
	evidence := mapping(g.evidence)
	evidence["anyOf"] = []object{required("source"), required("url"), required("note"), required("kind"), required("quote")}
	argument := mapping(g.argument, "premises")
	listed := mapping(g.source, "id")
	return object{
		"text":   object{"type": "string", "pattern": `\S`},
		"word":   object{"anyOf": []object{{"type": "string", "pattern": `\S`}, {"type": []string{"number", "boolean"}}}},
		"id":     object{"anyOf": []object{{"type": "string", "pattern": idPattern}, {"type": "integer", "minimum": 0}}},
		"claim":  mapping(g.claim, "claim"),
		"answer": object{"type": []string{"string", "number", "boolean", "null"}},
		"ref": object{"type": "object", "required": []string{"ref"}, "additionalProperties": false, "properties": object{
			"ref": object{"$ref": "#/$defs/id", "description": "The id of a claim that stands elsewhere."}}},
		"argument": argument,
		"item":     object{"anyOf": []object{ref("text"), ref("claim"), ref("ref"), ref("argument")}},
		"evidence": evidence,
		"source":   mapping(g.source),
		"sources": object{"anyOf": []object{
			{"type": "object", "additionalProperties": object{"anyOf": []object{ref("word"), ref("source")}}, "propertyNames": object{"pattern": idPattern}},
			{"type": "array", "items": listed}}},
		"terms": object{"anyOf": []object{
			{"type": "object", "additionalProperties": object{"anyOf": []object{{"type": "null"}, oneOrMore(ref("word"))}}},
			oneOrMore(object{"anyOf": []object{ref("word"), {"type": "object"}}})}},
		"names": oneOrMore(object{"anyOf": []object{ref("word"), nameSchema()}}),
		"date":  object{"anyOf": []object{ref("word"), dateSchema(), {"type": "array", "items": dateSchema(), "minItems": 1, "maxItems": 1}}},
	}
}

func required(name string) object { return object{"required": []string{name}} }

func nameSchema() object {
	parts := object{}
	for _, p := range nameParts {
		parts[p] = ref("word")
	}
	return object{"type": "object", "properties": parts, "additionalProperties": false}
}

func dateSchema() object {
	number := object{"type": []string{"integer", "string"}}
	parts := object{"type": "array", "items": number, "minItems": 1, "maxItems": 3}
	properties := object{"date-parts": object{"anyOf": []object{parts, {"type": "array", "items": parts, "minItems": 1}}}}
	for _, key := range dateKeys[1:] {
		properties[key] = ref("word")
	}
	return object{"type": "object", "properties": properties, "additionalProperties": false}
}
