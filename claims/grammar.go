package claims

import (
	"sync"

	"go.yaml.in/yaml/v4"
)

// key is a key of the native format: the parser reads by it, Schema describes it,
// and the formatter orders by its place in the list.
type key[T any] struct {
	name  string
	takes shape
	doc   string // a sentence for editors
	read  func(r *reader, into T, v *yaml.Node)
}

// keys are the keys of one kind of mapping, in canonical order.
type keys[T any] struct {
	list   []key[T]
	names  []string
	byName map[string]key[T]
}

func keysOf[T any](list ...key[T]) keys[T] {
	ks := keys[T]{list: list, byName: map[string]key[T]{}}
	for _, k := range list {
		ks.names = append(ks.names, k.name)
		ks.byName[k.name] = k
	}
	return ks
}

// read reads what fields found, in the order of the text.
func (ks keys[T]) read(r *reader, into T, f *fields) {
	for _, name := range f.order {
		ks.byName[name].read(r, into, f.values[name])
	}
}

// proseKey is a key whose value is a sentence.
func proseKey[T any](name, what, doc string, field func(T) *Text) key[T] {
	return key[T]{name, shapeProse, doc, func(r *reader, x T, v *yaml.Node) { *field(x) = r.prose(v, what) }}
}

// wordKey is a key whose value may be a number or a date as well.
func wordKey[T any](name, what, doc string, field func(T) *Text) key[T] {
	return key[T]{name, shapeWord, doc, func(r *reader, x T, v *yaml.Node) { *field(x) = r.word(v, what) }}
}

// idKey is a key whose value is a name that others refer to.
func idKey[T any](name, what, doc string, field func(T) *Text) key[T] {
	return key[T]{name, shapeID, doc, func(r *reader, x T, v *yaml.Node) { *field(x) = r.id(v, what) }}
}

func tagsKey[T any](doc string, field func(T) *[]Text) key[T] {
	return key[T]{"tags", shapeTags, doc, func(r *reader, x T, v *yaml.Node) { *field(x) = r.tags(v) }}
}

func stepKey[T any](field func(T) *Text) key[T] {
	return key[T]{"step", shapeStep, "When a stepwise reveal shows it: a whole number from 1. Without one, it comes after what it bears on.",
		func(r *reader, x T, v *yaml.Node) { *field(x) = r.step(v) }}
}

// grammar is every key of the native format, by the mapping it stands in.
type grammar struct {
	file     keys[*File]
	claim    keys[*Claim]
	argument keys[*Argument]
	evidence keys[*Evidence]
	source   keys[*Source]
}

var nativeGrammar = sync.OnceValue(func() *grammar {
	return &grammar{file: fileKeys(), claim: claimKeys(), argument: argumentKeys(), evidence: evidenceKeys(), source: sourceKeys()}
})

func fileKeys() keys[*File] {
	return keysOf(
		proseKey("title", "the title", "What the map is called, as it stands above the picture.", func(f *File) *Text { return &f.Title }),
		key[*File]{"lang", shapeWord, "The language of the claims, as a BCP 47 tag such as en or de-CH. English rules are silent about other languages.",
			func(r *reader, f *File, v *yaml.Node) { f.Lang = r.lang(v) }},
		key[*File]{"terms", shapeTerms, "The terms that the argument turns on, with other words for the same thing: checks follow them from premise to conclusion.",
			func(r *reader, f *File, v *yaml.Node) { f.Terms = r.terms(v) }},
		key[*File]{"bibliography", shapePaths, "Files with more sources, beside the claims file or below: BibTeX or BibLaTeX (.bib), or CSL-JSON (.json).",
			func(r *reader, f *File, v *yaml.Node) { f.Bibliography = r.paths(v) }},
		key[*File]{"sources", shapeSources, "The works that evidence names: ids with the variables of CSL, as Zotero and Pandoc write them.",
			func(r *reader, f *File, v *yaml.Node) { r.sources(v) }},
		key[*File]{"thesis", shapeClaim, "The claim that the whole map is about.",
			func(r *reader, f *File, v *yaml.Node) { f.Thesis = r.claim(v, false) }},
		key[*File]{"claims", shapeClaims, "Further claims: definitions, asides, claims that several arguments use by `ref`.",
			func(r *reader, f *File, v *yaml.Node) {
				for _, item := range r.list(v, "claims") {
					r.claim(item, false)
				}
			}},
	)
}

func claimKeys() keys[*Claim] {
	return keysOf(
		idKey("id", "an id", "A name by which `ref` and links can find the claim.", func(c *Claim) *Text { return &c.ID }),
		proseKey("label", "a label", "A short form of the claim for tight places.", func(c *Claim) *Text { return &c.Label }),
		key[*Claim]{"claim", shapeProse, "The claim: one sentence that can be true or false.", (*reader).claimText},
		key[*Claim]{"implicit", shapeYesNo, "True where the analyst supplies the claim and the text does not say it.",
			func(r *reader, c *Claim, v *yaml.Node) { c.Implicit = r.yesNo(v, "implicit") }},
		key[*Claim]{"evidence", shapeEvidence, "What the claim rests on outside the map: a source and a place in it, or several.",
			func(r *reader, c *Claim, v *yaml.Node) { c.Evidence = r.evidence(v) }},
		answersKey("Answers to the critical questions of the claim's evidence.", func(c *Claim) *[]*Answer { return &c.Answers }),
		proseKey("note", "a note", "A remark that is not part of the claim.", func(c *Claim) *Text { return &c.Note }),
		tagsKey("Words to sort claims by; `aside`, `definition` and `conceded` mean something to checks.", func(c *Claim) *[]Text { return &c.Tags }),
		stepKey(func(c *Claim) *Text { return &c.Step }),
		wordKey("group", "a group", "The titled region of the map that the claim and all below it belong to.", func(c *Claim) *Text { return &c.Group }),
		key[*Claim]{"because", shapeArguments, "Reasons for the claim. Each item is one reason.",
			func(r *reader, c *Claim, v *yaml.Node) { r.arguments(v, Support, Ref{Claim: c, Span: c.Span}) }},
		key[*Claim]{"but", shapeArguments, "Objections to the claim. Each item is one objection.",
			func(r *reader, c *Claim, v *yaml.Node) { r.arguments(v, Attack, Ref{Claim: c, Span: c.Span}) }},
	)
}

func argumentKeys() keys[*Argument] {
	step := func(a *Argument) Ref { return Ref{Argument: a, Span: a.Span} }
	return keysOf(
		idKey("id", "an id", "A name by which links can find the argument.", func(a *Argument) *Text { return &a.ID }),
		proseKey("label", "a label", "A short name for the argument.", func(a *Argument) *Text { return &a.Label }),
		wordKey("scheme", "a scheme", "The pattern of the argument: expert-opinion, sign, analogy and so on.", func(a *Argument) *Text { return &a.Scheme }),
		key[*Argument]{"conflict", shapeConflict, "Of an objection of one premise: contrary where both claims cannot be true, contradictory where one of them must be as well.",
			func(r *reader, a *Argument, v *yaml.Node) { a.Conflict = r.conflict(v) }},
		key[*Argument]{"strength", shapeStrength, "How much the argument bears: weak, moderate, strong, or a number from 0 to 1.",
			func(r *reader, a *Argument, v *yaml.Node) { a.Strength = r.strength(v) }},
		proseKey("note", "a note", "A remark that is not part of the argument.", func(a *Argument) *Text { return &a.Note }),
		tagsKey("Words to sort arguments by.", func(a *Argument) *[]Text { return &a.Tags }),
		stepKey(func(a *Argument) *Text { return &a.Step }),
		answersKey("Answers to the critical questions of the scheme.", func(a *Argument) *[]*Answer { return &a.Answers }),
		key[*Argument]{"premises", shapePremises, "The claims that carry the argument only together.", (*reader).premises},
		key[*Argument]{"because", shapeArguments, "Reasons for the step from the premises to what they carry.",
			func(r *reader, a *Argument, v *yaml.Node) { r.arguments(v, Support, step(a)) }},
		key[*Argument]{"but", shapeArguments, "Objections to the step from the premises to what they carry: undercuts.",
			func(r *reader, a *Argument, v *yaml.Node) { r.arguments(v, Attack, step(a)) }},
	)
}

func evidenceKeys() keys[*Evidence] {
	return keysOf(
		idKey("source", "a source", "The id of a source.", func(e *Evidence) *Text { return &e.Source }),
		wordKey("at", "a locator", "The place in the source: ¶3, p. 12, §2, l. 40, 00:12:30.", func(e *Evidence) *Text { return &e.At }),
		wordKey("kind", "a kind", "What sort of evidence it is: assertion, statistic, event, expert-opinion and so on.", func(e *Evidence) *Text { return &e.Kind }),
		proseKey("quote", "a quote", "The source's own words. They are looked for in the source's `file`.", func(e *Evidence) *Text { return &e.Quote }),
		wordKey("url", "a url", "Where the evidence can be seen.", func(e *Evidence) *Text { return &e.URL }),
		proseKey("note", "a note", "A remark on the evidence.", func(e *Evidence) *Text { return &e.Note }),
		answersKey("Answers to the critical questions of the evidence's kind.", func(e *Evidence) *[]*Answer { return &e.Answers }),
	)
}

func sourceKeys() keys[*Source] {
	list := []key[*Source]{
		{"id", shapeID, "The name that evidence uses.", (*reader).sourceID},
		wordKey("type", "a type", "The kind of work, as CSL calls it: book, article-journal, webpage, report.", func(s *Source) *Text { return &s.Type }),
		{"author", shapeNames, "Who wrote it: `Family, Given`, an institution, or CSL's name parts.",
			func(r *reader, s *Source, v *yaml.Node) { s.Author = r.names(v) }},
		wordKey("title", "a title", "The title.", func(s *Source) *Text { return &s.Title }),
		{"issued", shapeDate, "When it appeared: 2021-01-31, 2021-01, 2021.",
			func(r *reader, s *Source, v *yaml.Node) { s.Issued = r.date(v) }},
		wordKey("URL", "a URL", "Where it can be read.", func(s *Source) *Text { return &s.URL }),
		wordKey("url", "a URL", "Where it can be read.", func(s *Source) *Text { return &s.URL }),
		{"file", shapePath, "A copy of its text beside the claims file or below (.txt, .md, .html): quotes are checked against it.",
			func(r *reader, s *Source, v *yaml.Node) { s.File = r.word(v, "a file") }},
		idKey("derives-from", "a source", "The id of the source that this one takes its matter from.", func(s *Source) *Text { return &s.DerivesFrom }),
	}
	for _, name := range cslVariables {
		list = append(list, key[*Source]{name, shapeVariable, "A variable of CSL.", func(r *reader, s *Source, v *yaml.Node) {
			if t := r.variable(name, v); !t.IsZero() {
				s.Fields = append(s.Fields, Field{name, t})
			}
		}})
	}
	return keysOf(list...)
}
