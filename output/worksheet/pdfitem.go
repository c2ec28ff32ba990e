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
	if len(it.fields[0].About) == 0 && pr.blankRun(it.fields) > 0 {
		b.y += blankAbove
	}
	b.beside(2, itemIndent-4, it.name, layout.Lettering{Font: style.Bold, Size: textSize})
	b.y = top
	for i := 0; i < len(it.fields); {
		n := pr.blankRun(it.fields[i:])
		b.about(it.fields[i].About)
		if n > 0 {
			b.blanks(it.fields[i:i+n], pr.keysOf(it.fields[i:i+n]))
		} else {
			n = 1
			pr.field(b, it.fields[i])
		}
		i += n
		b.y += 4
	}
	b.y += 4
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

// blankRun is how many of the fields, from the first, are blanks about the same texts.
func (pr *press) blankRun(fields []exercise.Field) int {
	n := 0
	for n < len(fields) && !fields[n].Open && !chooses(pr.paper, fields[n], mostChoices) && (n == 0 || len(fields[n].About) == 0) {
		n++
	}
	return n
}

// keysOf is what is right in fields; nil in each on a student's sheet.
func (pr *press) keysOf(fields []exercise.Field) []*exercise.KeyField {
	keys := make([]*exercise.KeyField, len(fields))
	for i := range fields {
		if pr.key != nil {
			keys[i] = pr.key.Field(fields[i].ID)
		}
	}
	return keys
}

// field sets a question with room for words or with choices, or the answer itself.
func (pr *press) field(b *block, f exercise.Field) {
	key := pr.keysOf([]exercise.Field{f})[0]
	if f.Open {
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
		return
	}
	if b.choicesRow(f, key) {
		return
	}
	b.text(itemIndent, clean(f.Prompt), layout.Lettering{Size: textSize})
	b.y += 3
	for _, o := range f.Options {
		b.choice(f, o, isRight(key, o))
	}
}

// Measures of choices.
const (
	choiceLetter = 18.0 // from the circle to the letter
	choiceText   = 38.0 // and to the text
	choiceGap    = 22.0 // between neighbours
)

// choicesRow sets the choices behind the question, where all have room on one line.
func (b *block) choicesRow(f exercise.Field, key *exercise.KeyField) bool {
	wide := func(text string) float64 { return b.pr.measure.TextWidth(clean(text), style.Regular, textSize) }
	x := itemIndent + wide(f.Prompt) + choiceGap
	end := x
	for _, o := range f.Options {
		end += choiceText + wide(o.Text) + choiceGap
	}
	if end-choiceGap > b.pr.width() {
		return false
	}
	top := b.y
	b.text(itemIndent, clean(f.Prompt), layout.Lettering{Size: textSize})
	for _, o := range f.Options {
		w := choiceText + wide(o.Text)
		b.y = top
		b.option(x, w+2, f, o, isRight(key, o))
		x += w + choiceGap
	}
	b.y += 3
	return true
}

func (b *block) choice(f exercise.Field, o exercise.Option, right bool) {
	b.option(itemIndent+1, b.pr.width()-itemIndent-1, f, o, right)
	b.y += 3
}

// option sets a circle, a letter and what it stands for.
func (b *block) option(x, width float64, f exercise.Field, o exercise.Option, right bool) {
	top := b.y
	b.check(x, top, f.Several)
	if right {
		b.tick(x, top)
	}
	b.beside(x+choiceLetter, choiceText-choiceLetter, signed(o.Key), layout.Lettering{Font: style.Bold, Size: textSize})
	b.y = top
	b.beside(x+choiceText, width-choiceText, clean(o.Text), layout.Lettering{Size: textSize})
}

// blank sets a question with a line behind it, on which letters are written, and returns
// where the line ends. It begins at x; where there is no room, on the next line.
func (b *block) blank(x float64, f exercise.Field, key *exercise.KeyField) float64 {
	width := answerWidth
	if f.Several {
		width = listWidth
	}
	prompt := clean(f.Prompt)
	from := x
	b.y += blankAbove
	if prompt != "" {
		b.text(x, prompt, layout.Lettering{Size: textSize})
		from += min(b.pr.measure.TextWidth(prompt, style.Regular, textSize), b.pr.width()-x) + 8
	} else {
		b.y += textSize * 1.25
	}
	if from+width > b.pr.width() {
		from, b.y = itemIndent, b.y+textSize*1.6
	}
	if key != nil {
		top := b.y
		b.y -= textSize * 1.25
		b.beside(from+6, b.pr.width()-from-6, answerOf(key), layout.Lettering{Font: style.Bold, Size: textSize})
		b.y = max(b.y, top)
	}
	b.rule(from, from+width, b.y+1)
	b.y += 4
	return from + width
}

const (
	blankAbove = 6.0  // more than between lines, since what is written is larger
	blankGap   = 28.0 // between neighbours
)

// blanks sets questions with lines behind them beside one another, as far as there is
// room.
func (b *block) blanks(fields []exercise.Field, keys []*exercise.KeyField) {
	x, top := itemIndent, b.y
	for i, f := range fields {
		need := b.pr.measure.TextWidth(clean(f.Prompt), style.Regular, textSize) + 8 + answerWidth
		if f.Several {
			need += listWidth - answerWidth
		}
		if x > itemIndent && x+need <= b.pr.width() {
			b.y = top
		} else {
			x, top = itemIndent, b.y
		}
		x = b.blank(x, f, keys[i]) + blankGap
	}
}

// Measures of tables.
const (
	cellPad    = 4.0
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
		w := 62.0
		if f.Several {
			w = 96
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
