package worksheet

import (
	"slices"

	"github.com/argmap/argmap/argmap/exercise"
	"github.com/argmap/argmap/output/layout"
	"github.com/argmap/argmap/output/style"
)

// item sets what is asked about one thing.
func (pr *press) item(it *item) {
	b := pr.block()
	b.y += 4
	top := b.y
	b.beside(2, itemIndent-4, it.name, layout.Lettering{Font: style.Bold, Size: textSize})
	b.y = top
	for _, f := range it.fields {
		b.about(f.About)
		pr.field(b, f)
		b.y += 5
	}
	b.y += paragraphGap
	pr.put(b)
}

// about sets the texts that a question is about behind the words for them.
func (b *block) about(parts []exercise.Part) {
	const most, gap = 120.0, 8.0
	as := layout.Lettering{Font: style.Italic, Size: textSize}
	width := 0.0
	for _, p := range parts {
		width = max(width, min(b.pr.measure.TextWidth(clean(p.Word)+":", style.Italic, textSize), most))
	}
	for _, p := range parts {
		top := b.y
		b.beside(itemIndent, width+1, clean(p.Word)+":", as)
		under := b.y
		b.y = top
		b.text(itemIndent+width+gap, clean(p.Text), layout.Lettering{Size: textSize})
		b.y = max(b.y, under) + 2
	}
	if len(parts) > 0 {
		b.y += 3
	}
}

// field sets a question and room for its answer, or the answer itself.
func (pr *press) field(b *block, f exercise.Field) {
	var key *exercise.KeyField
	if pr.key != nil {
		key = pr.key.Field(f.ID)
	}
	switch {
	case chooses(pr.paper, f, mostChoices):
		b.text(itemIndent, clean(f.Prompt), layout.Lettering{Size: textSize})
		b.y += 3
		for _, o := range f.Options {
			b.choice(f, o, isRight(key, o))
		}
	case f.Open:
		b.text(itemIndent, clean(f.Prompt), layout.Lettering{Size: textSize})
		if key != nil {
			b.text(itemIndent, clean(answerOf(key)), layout.Lettering{Font: style.Bold, Size: textSize})
			return
		}
		for range wordsLines {
			b.y += wordsGap
			b.rule(itemIndent, pr.width(), b.y)
		}
		b.y += 6
	default:
		b.blank(f, key)
	}
}

func (b *block) choice(f exercise.Field, o exercise.Option, right bool) {
	const letter, text = itemIndent + 18.0, itemIndent + 38.0
	top := b.y
	b.check(itemIndent+1, top, f.Several)
	if right {
		b.tick(itemIndent+1, top)
	}
	b.beside(letter, text-letter, signed(o.Key), layout.Lettering{Font: style.Bold, Size: textSize})
	b.y = top
	b.text(text, clean(o.Text), layout.Lettering{Size: textSize})
	b.y += 5
}

// blank sets a question with a line behind it, on which letters are written.
func (b *block) blank(f exercise.Field, key *exercise.KeyField) {
	b.y += 6
	width := answerWidth
	if f.Several {
		width = listWidth
	}
	prompt := clean(f.Prompt)
	from := itemIndent
	if prompt != "" {
		b.text(itemIndent, prompt, layout.Lettering{Size: textSize})
		from += b.pr.measure.TextWidth(prompt, style.Regular, textSize) + 8
		if from+width > b.pr.width() {
			from, b.y = itemIndent, b.y+textSize*1.6
		}
	}
	if key != nil {
		b.y -= textSize * 1.25
		b.text(from+6, answerOf(key), layout.Lettering{Font: style.Bold, Size: textSize})
	}
	b.rule(from, from+width, b.y+1)
	b.y += 4
}

// Measures of tables.
const (
	cellPad    = 5.0
	cellHeight = 30.0 // room to write
	letterCell = 26.0
)

// table sets the items as the rows of a table with the claims that they are about, also
// those about which nothing is asked.
func (pr *press) table(items []*item) {
	edges := pr.edges(items[0])
	head := pr.tableHead(items[0], edges)
	pr.room(head.y + 3*cellHeight)
	pr.put(head)
	for _, o := range pr.paper.Claims {
		row := pr.block()
		row.y = cellPad
		row.beside(cellPad, letterCell-cellPad, o.Key, layout.Lettering{Font: style.Bold, Size: textSize})
		row.y = cellPad
		row.beside(letterCell+cellPad, edges[2]-edges[1]-2*cellPad, clean(o.Text), layout.Lettering{Size: textSize})
		height := max(row.y+cellPad, cellHeight)
		at := slices.IndexFunc(items, func(it *item) bool { return it.name == o.Key })
		for i := range items[0].fields {
			if row.y = (height - textSize*1.25) / 2; at >= 0 {
				row.cell(pr, items[at].fields[i], edges[i+2]+cellPad, edges[i+3]-cellPad)
			} else {
				row.beside(edges[i+2]+cellPad, 20, "–", layout.Lettering{Size: textSize})
			}
		}
		row.y = height
		row.grid(edges)
		if pr.y+row.y > pr.bottom() {
			pr.turn(pr.page)
			pr.put(pr.tableHead(items[0], edges))
		}
		pr.put(row)
	}
	pr.y += paragraphGap
}

// edges are where the columns of the table begin, and where it ends.
func (pr *press) edges(it *item) []float64 {
	edges := []float64{0, letterCell, 0}
	right := pr.width()
	var widths []float64
	sum := 0.0
	for _, f := range it.fields {
		w := 72.0
		if f.Several {
			w = 108
		}
		widths, sum = append(widths, w), sum+w
	}
	edges[2] = right - sum
	for _, w := range widths {
		edges = append(edges, edges[len(edges)-1]+w)
	}
	return edges
}

func (pr *press) tableHead(it *item, edges []float64) *block {
	b := pr.block()
	bold := layout.Lettering{Font: style.Bold, Size: smallSize}
	b.y = cellPad
	b.beside(letterCell+cellPad, edges[2]-edges[1]-2*cellPad, "claim", bold)
	height := b.y
	for i, f := range it.fields {
		b.y = cellPad
		b.beside(edges[i+2]+cellPad, edges[i+3]-edges[i+2]-2*cellPad, clean(column(it, f)+legend(f)), bold)
		height = max(height, b.y)
	}
	b.y = height + cellPad
	b.rule(0, edges[len(edges)-1], 0)
	b.grid(edges)
	return b
}

// grid draws the lines of a row, but for the one above it.
func (b *block) grid(edges []float64) {
	for _, x := range edges {
		b.upright(x, 0, b.y)
	}
	b.rule(0, edges[len(edges)-1], b.y)
}

// cell sets room for an answer, or the answer: few options as circles, others as a blank
// to write in.
func (b *block) cell(pr *press, f exercise.Field, from, to float64) {
	var key *exercise.KeyField
	if pr.key != nil {
		key = pr.key.Field(f.ID)
	}
	if len(f.Options) > mostChoices || !explains(f.Options) || pr.key != nil {
		if key != nil {
			b.beside(from, to-from, answerOf(key), layout.Lettering{Font: style.Bold, Size: textSize})
		}
		return
	}
	step := (to - from) / float64(len(f.Options))
	top := b.y
	for i, o := range f.Options {
		x := from + float64(i)*step
		b.check(x, top, f.Several)
		b.y = top
		b.beside(x+circleSize+4, step, signed(o.Key), layout.Lettering{Size: textSize})
	}
}
