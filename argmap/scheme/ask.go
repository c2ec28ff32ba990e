package scheme

import (
	"fmt"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/claims/source"
)

// Codes of what Ask finds.
const (
	CodeUnknownScheme   = "unknown-scheme"   // a scheme that no library has
	CodeUnknownKind     = "unknown-kind"     // a kind of evidence that no library has
	CodeUnknownQuestion = "unknown-question" // an answer to a question that is not asked there
)

// Sheet is the questions to a map or to a part of it, in reading order.
type Sheet struct {
	Outline *argmap.Outline
	Items   []*Item
	Count   Count // of all the items that there were to begin with
}

// Item is the questions to one thing: an argument, or pieces of evidence of one kind and
// source under one claim.
type Item struct {
	Step      *argmap.Step       // the argument; nil where the item is about evidence
	Entry     *argmap.Entry      // the claim that the evidence is of; nil where the item is about an argument
	Evidence  []*argmap.Evidence // its pieces
	Scheme    *Scheme            // of arguments the pattern, of evidence the kind
	Guess     *Guess             // nil where the author names the scheme
	Questions []Asked
}

// Asked is a question with what the author answers; none: it is open.
type Asked struct {
	*Question
	Answers []string
}

// Open is how many questions of the item have no answer.
func (i *Item) Open() int {
	n := 0
	for _, q := range i.Questions {
		if len(q.Answers) == 0 {
			n++
		}
	}
	return n
}

// Count is how many questions a sheet asks.
type Count struct {
	Questions, Answered int // of schemes and kinds that the file names
	Guessed, Guesses    int // questions of schemes that are guessed, answered ones left out; arguments with such schemes
	Silent              int // arguments that name no scheme, and whose wording points to none
}

// Open is how many have no answer, guesses left out.
func (c Count) Open() int { return c.Questions - c.Answered }

// Options say what is asked.
type Options struct {
	NoGuesses  bool // ask nothing of arguments that name no scheme
	NoEvidence bool // ask nothing of evidence
}

// Ask asks the questions of a library. The diagnostics, all milder than errors, say what
// the library does not know, and which answers are to no question. Guesses are made for
// English claims alone.
func (l *Library) Ask(o *argmap.Outline, opts Options) (*Sheet, source.Diagnostics) {
	k := &asker{lib: l, opts: opts, sheet: &Sheet{Outline: o}, english: o.Map.English()}
	o.Each(func(e *argmap.Entry) {
		if !e.Again {
			k.evidence(e)
		}
	}, k.argument)
	k.diags.Sort()
	return k.sheet, k.diags
}

// OnlyOpen is the sheet without what has been answered.
func (s *Sheet) OnlyOpen() *Sheet {
	out := &Sheet{Outline: s.Outline, Count: s.Count}
	for _, item := range s.Items {
		if item.Open() == 0 {
			continue
		}
		left := *item
		left.Questions = nil
		for _, q := range item.Questions {
			if len(q.Answers) == 0 {
				left.Questions = append(left.Questions, q)
			}
		}
		out.Items = append(out.Items, &left)
	}
	return out
}

type asker struct {
	lib     *Library
	opts    Options
	english bool
	sheet   *Sheet
	diags   source.Diagnostics
}

func (k *asker) report(sev source.Severity, code string, at source.Span, hint, format string, args ...any) {
	k.diags = append(k.diags, source.Diagnostic{Severity: sev, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint,
		File: k.sheet.Outline.Map.Source, Span: at})
}

func (k *asker) argument(s *argmap.Step) {
	a, count := s.Argument, &k.sheet.Count
	item := &Item{Step: s}
	switch {
	case a.Scheme != "":
		if item.Scheme = k.lib.Scheme(a.Scheme); item.Scheme == nil {
			hint := "`argmap questions --list` lists them; --schemes FILE adds schemes of your own"
			if n := source.Suggest(plain(a.Scheme), names(k.lib.Schemes)); n != "" {
				hint = "did you mean `" + n + "`?"
			}
			k.report(source.Warning, CodeUnknownScheme, a.Decl.Scheme.Span, hint, "no scheme is called %q, so nothing is asked of this argument", a.Scheme)
			return
		}
	case k.english && !k.opts.NoGuesses:
		if item.Guess = k.lib.Guess(a); item.Guess != nil {
			item.Scheme = item.Guess.Scheme
		}
	}
	if item.Scheme == nil {
		count.Silent++
		if len(a.Answers) > 0 {
			k.report(source.Warning, CodeUnknownQuestion, a.Answers[0].At, "name the scheme: `scheme: …`", "the argument names no scheme, so these are answers to no questions")
		}
		return
	}
	item.ask()
	k.answer([]*Item{item}, a.Answers)
	k.add(item)
}

func (i *Item) ask() {
	for _, q := range i.Scheme.Questions {
		i.Questions = append(i.Questions, Asked{Question: q})
	}
}

func (k *asker) add(item *Item) {
	count := &k.sheet.Count
	if item.Guess != nil {
		count.Guesses++
		count.Guessed += item.Open()
	} else {
		count.Questions += len(item.Questions)
		count.Answered += len(item.Questions) - item.Open()
	}
	k.sheet.Items = append(k.sheet.Items, item)
}

// evidence asks of a claim's evidence: once of pieces of one kind from one source.
func (k *asker) evidence(e *argmap.Entry) {
	if k.opts.NoEvidence {
		return
	}
	var items []*Item
	for _, ev := range e.Claim.Evidence {
		kind := k.kind(ev)
		if kind == nil {
			continue
		}
		var item *Item
		for _, have := range items {
			if have.Scheme == kind && ev.Source != nil && have.Evidence[0].Source == ev.Source {
				item = have
			}
		}
		if item == nil {
			item = &Item{Entry: e, Scheme: kind}
			item.ask()
			items = append(items, item)
		}
		item.Evidence = append(item.Evidence, ev)
		k.answer([]*Item{item}, ev.Answers)
	}
	k.answer(items, e.Claim.Answers)
	for _, item := range items {
		k.add(item)
	}
}

// kind is the kind of a piece of evidence, which has one in any case unless the library
// has lost it.
func (k *asker) kind(ev *argmap.Evidence) *Scheme {
	if ev.Kind == "" {
		return k.lib.Kind(Unnamed)
	}
	kind := k.lib.Kind(ev.Kind)
	if kind == nil {
		hint := "`argmap questions --list` lists them; --schemes FILE adds kinds of your own"
		if n := source.Suggest(plain(ev.Kind), names(k.lib.Evidence)); n != "" {
			hint = "did you mean `" + n + "`?"
		}
		k.report(source.Info, CodeUnknownKind, ev.Decl.Kind.Span, hint, "nothing is known to ask of the kind of evidence %q in particular", ev.Kind)
		kind = k.lib.Kind(Unnamed)
	}
	return kind
}

// answer gives answers to the questions that they are to: those of an id, or, in a list,
// those that have their place.
func (k *asker) answer(items []*Item, answers []argmap.Answer) {
	var all []*Asked
	for _, item := range items {
		for i := range item.Questions {
			all = append(all, &item.Questions[i])
		}
	}
	for i, a := range answers {
		met := false
		for n, q := range all {
			if a.Question == "" && n == i || a.Question != "" && q.ID == plain(a.Question) {
				if met = true; a.Text != "" {
					q.Answers = append(q.Answers, a.Text)
				}
			}
		}
		if !met && (a.Text != "" || a.Question != "") {
			k.unknown(items, a, len(all))
		}
	}
}

func (k *asker) unknown(items []*Item, a argmap.Answer, asked int) {
	var known, titles []string
	for _, item := range items {
		known = append(known, item.Scheme.questionIDs()...)
		titles = append(titles, item.Scheme.ID)
	}
	of := strings.Join(titles, ", ")
	switch {
	case asked == 0:
		k.report(source.Warning, CodeUnknownQuestion, a.At, "the questions of a claim are about its evidence; those of an argument stand beside its `premises:`", "no question is asked here that this could answer")
	case a.Question == "":
		k.report(source.Warning, CodeUnknownQuestion, a.At, "the questions are "+strings.Join(known, ", "), "there are more answers than the %d questions of %s", asked, of)
	default:
		hint := "the questions are " + strings.Join(known, ", ")
		if s := source.Suggest(plain(a.Question), known); s != "" {
			hint = "did you mean `" + s + "`?"
		}
		k.report(source.Warning, CodeUnknownQuestion, a.At, hint, "%s has no question called %q", of, a.Question)
	}
}
