package argdowntest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Random is a document that nobody would write, another one for every seed.
func Random(seed uint64) string {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 1))}
	w.document()
	return w.String()
}

// writer writes a random document. It keeps to what Argdown can read.
type writer struct {
	*rand.Rand
	strings.Builder
	reconstructed map[string]bool
}

func (w *writer) one(of ...string) string { return of[w.IntN(len(of))] }

// maybe is a text in one of n cases.
func (w *writer) maybe(n int, text string) string {
	if w.IntN(n) == 0 {
		return text
	}
	return ""
}

func (w *writer) document() {
	w.reconstructed = map[string]bool{}
	w.settings()
	for range 3 + w.IntN(8) {
		switch w.IntN(8) {
		case 0:
			w.heading()
		case 1, 2, 3:
			w.reconstruction()
		case 4:
			w.WriteString("  * ")
			w.element(4)
		default:
			w.element(0)
		}
		w.WriteString("\n")
	}
}

func (w *writer) settings() {
	if w.IntN(4) == 0 {
		return
	}
	w.WriteString("===\nselection:\n  statementSelectionMode: ")
	w.WriteString(w.one("with-title", "all", "top-level", "with-relations", "not-used-in-argument", "with-more-than-one-relation"))
	fmt.Fprintf(w, "\n  excludeDisconnected: %v\n", w.IntN(3) > 0)
	w.WriteString(w.maybe(8, "  selectedSections: [First, Second]\n") + w.maybe(8, "  selectedTags: [x, y]\n  selectElementsWithoutTag: true\n"))
	fmt.Fprintf(w, "model:\n  mode: %s\n", w.one("loose", "loose", "strict"))
	w.WriteString(w.maybe(6, "  explodeArguments: true\n") + w.maybe(8, "  transformArgumentRelations: false\n"))
	fmt.Fprintf(w, "group:\n  groupDepth: %d\n===\n\n", w.IntN(4))
}

func (w *writer) heading() {
	fmt.Fprintf(w, "%s %s%s%s\n", strings.Repeat("#", 1+w.IntN(4)), w.one("First", "Second", "Third", "Fourth"), w.maybe(6, " #x"),
		w.maybe(3, w.one(" {isGroup: false}", " {isGroup: true}", " {isClosed: true}", " {color: 1}")))
}

// element writes a statement or an argument with what hangs below it.
func (w *writer) element(indent int) {
	w.WriteString(w.one(w.statement(), w.statement(), w.argument()) + w.tail() + "\n")
	w.relations(indent + 2)
}

func (w *writer) relations(indent int) {
	if indent > 8 {
		return
	}
	for range max(0, w.IntN(5)-2) {
		sign := w.one("+", "<+", "+>", "-", "<-", "->", "_", "<_", "_>", "><")
		w.WriteString(strings.Repeat(" ", indent) + sign + " ")
		if sign == "><" {
			w.WriteString(w.statement() + w.tail() + "\n")
		} else {
			w.WriteString(w.one(w.statement(), w.argument()) + w.tail() + "\n")
		}
		w.relations(indent + 2)
	}
}

func (w *writer) tail() string {
	return w.maybe(8, " #"+w.one("x", "y", "z")) +
		w.maybe(10, w.one(" {isInMap: false}", " {isInMap: true}", " {isInGroup: true}", " {isInGroup: false}", " {isCanonical: true}", " {color: 2}"))
}

func (w *writer) statement() string {
	title := w.one("a", "b", "c", "d", "e", "f")
	return w.one("["+title+"]", "["+title+"]: text "+w.one("one", "two", "three"), "no title "+w.one("one", "two"))
}

func (w *writer) argument() string {
	title := w.one("A", "B", "C", "D")
	return w.one("<"+title+">", "<"+title+">: described "+w.one("once", "again"))
}

// reconstruction writes one of an argument that has none yet, or of nobody.
func (w *writer) reconstruction() {
	title := w.one("A", "B", "C", "D", "")
	switch {
	case w.reconstructed[title]:
		w.element(0)
		return
	case title == "":
		// What stands before it must not be an argument.
		w.WriteString("[a]\n\n")
	default:
		w.reconstructed[title] = true
		w.WriteString("<" + title + ">" + w.tail() + "\n")
		w.relations(2)
		w.WriteString("\n")
	}
	line := 0
	for range 1 + w.IntN(3) {
		for range 1 + w.IntN(2) {
			line++
			w.line(line)
		}
		line++
		w.WriteString(w.one("----\n", "-- Rule, Other rule --\n", "--\nRule\n{uses: [1]}\n--\n"))
		if w.IntN(5) == 0 {
			fmt.Fprintf(w, "  %s %s\n", w.one("_", "<_"), w.one(w.statement(), w.argument()))
		}
		w.line(line)
	}
}

func (w *writer) line(n int) {
	fmt.Fprintf(w, "(%d) %s%s\n", n, w.statement(), w.tail())
	w.relations(2)
}
