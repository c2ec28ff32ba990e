package grade

import (
	"slices"
	"strconv"
	"strings"

	"github.com/argmap/argmap/argmap"
	"github.com/argmap/argmap/argmap/exercise"
)

// slots judges the gaps of a map. Gaps that look the same may be filled either way, as
// long as the whole fits: of all ways to lay the key's map over the paper's the one is
// taken that gives the answer the most. A claim in the right branch about the thesis, at
// the wrong place, has the rubric's half.
func slots(k *exercise.Key, a *exercise.Answer, by *Rubric) []*Item {
	s := &slotting{key: k, by: by, gap: map[string]string{}, said: map[string]string{}, values: map[[2]any]float64{}, image: map[*argmap.Entry]*argmap.Entry{}}
	for i := range k.Fields {
		id := k.Fields[i].ID
		s.gap[k.Claims[id]] = id
		if said := a.Fields[id]; len(said) == 1 {
			s.said[id] = k.Claims[said[0]]
		}
	}
	outline := k.Map.Outline()
	s.forms(outline)
	s.lay(outline.Roots[0], outline.Roots[0])
	byField := map[string]*Item{}
	outline.Each(func(e *argmap.Entry) {
		if id := s.gap[e.Claim.ID]; id != "" {
			it := &Item{ID: id, Claim: e.Claim.ID, Said: joined(a.Fields[id]), Weight: 1}
			image := s.image[e]
			if image == nil {
				image = e
			}
			it.Credit = s.credit(id, image)
			it.Feedback = s.feedback(it, e)
			byField[id] = it
		}
	}, nil)
	var items []*Item
	for i := range k.Fields {
		if it := byField[k.Fields[i].ID]; it != nil {
			items = append(items, it)
		}
	}
	once(items)
	return items
}

// once lets a letter that stands in several gaps count where it is worth the most, and
// nowhere else: otherwise one letter written everywhere had half of every gap of its branch.
func once(items []*Item) {
	best := map[string]*Item{}
	for _, it := range items {
		if b := best[it.Said]; b == nil || it.Credit > b.Credit {
			best[it.Said] = it
		}
	}
	for _, it := range items {
		if it.Said != "" && best[it.Said] != it {
			it.Credit, it.Feedback = 0, it.Said+" stands in another box too, and each letter is used once: read both boxes with what is above them"
		}
	}
}

type slotting struct {
	key    *exercise.Key
	by     *Rubric
	gap    map[string]string               // fields by claims that are asked for
	said   map[string]string               // claims by fields, as the answer has them
	form   map[any]string                  // of entries and steps, what the paper shows of them and all below
	values map[[2]any]float64              // of entries, and of steps, laid over one another
	image  map[*argmap.Entry]*argmap.Entry // of the key's map, as it is laid over the paper's
}

// forms tells entries and steps apart by what the paper shows (Aho, Hopcroft and Ullman,
// The Design and Analysis of Computer Algorithms, 1974, section 3.2).
func (s *slotting) forms(o *argmap.Outline) {
	s.form = map[any]string{}
	var entry func(*argmap.Entry) string
	var step func(*argmap.Step) string
	list := func(steps []*argmap.Step) string {
		var forms []string
		for _, st := range steps {
			forms = append(forms, step(st))
		}
		slices.Sort(forms)
		return "[" + strings.Join(forms, " ") + "]"
	}
	entry = func(e *argmap.Entry) string {
		name := "_"
		if s.gap[e.Claim.ID] == "" {
			name = strconv.Quote(e.Claim.ID)
		}
		s.form[e] = name + list(e.Children)
		return s.form[e]
	}
	step = func(st *argmap.Step) string {
		var forms []string
		for _, p := range st.Premises {
			forms = append(forms, entry(p))
		}
		slices.Sort(forms)
		s.form[st] = st.Argument.Kind.String() + "{" + strings.Join(forms, " ") + "}" + list(st.Children)
		return s.form[st]
	}
	for _, e := range o.Roots {
		entry(e)
	}
}

// credit is what the answer in a gap is worth if a claim of the key belongs there.
func (s *slotting) credit(field string, image *argmap.Entry) float64 {
	said := s.said[field]
	switch {
	case said == "":
		return 0
	case said == image.Claim.ID:
		return 1
	}
	here, there := branch(s.key.Map, image.Claim), claimOf(s.key.Map, said)
	if forked(s.key.Map) && here != nil && there != nil && branch(s.key.Map, there) == here {
		return s.by.Half
	}
	return 0
}

// value is the most that the answer is worth in an entry of the paper and all below it if
// an entry of the key is laid over it, which looks the same.
func (s *slotting) value(paper, key *argmap.Entry) float64 {
	pair := [2]any{paper, key}
	if v, ok := s.values[pair]; ok {
		return v
	}
	v := 0.0
	if id := s.gap[paper.Claim.ID]; id != "" {
		v = s.credit(id, key)
	}
	v += s.matchSteps(paper.Children, key.Children, false)
	s.values[pair] = v
	return v
}

func (s *slotting) stepValue(paper, key *argmap.Step) float64 {
	pair := [2]any{paper, key}
	v, known := s.values[pair]
	if !known {
		v = s.matchEntries(paper.Premises, key.Premises, false) + s.matchSteps(paper.Children, key.Children, false)
		s.values[pair] = v
	}
	return v
}

// lay lays an entry of the key over one of the paper, and what is below them in the best way.
func (s *slotting) lay(paper, key *argmap.Entry) {
	s.image[paper] = key
	s.matchSteps(paper.Children, key.Children, true)
}

func (s *slotting) matchSteps(paper, key []*argmap.Step, lay bool) float64 {
	return best(len(paper), func(i, j int) bool { return s.form[paper[i]] == s.form[key[j]] },
		func(i, j int) float64 { return s.stepValue(paper[i], key[j]) },
		func(i, j int) {
			if lay {
				s.matchEntries(paper[i].Premises, key[j].Premises, true)
				s.matchSteps(paper[i].Children, key[j].Children, true)
			}
		})
}

func (s *slotting) matchEntries(paper, key []*argmap.Entry, lay bool) float64 {
	return best(len(paper), func(i, j int) bool { return s.form[paper[i]] == s.form[key[j]] },
		func(i, j int) float64 { return s.value(paper[i], key[j]) },
		func(i, j int) {
			if lay {
				s.lay(paper[i], key[j])
			}
		})
}

// best pairs n things with as many that look the same so that the values add up to the
// most, tells every pair, and returns the sum. A thing keeps its own place where that is
// as good as any.
func best(n int, same func(i, j int) bool, value func(i, j int) float64, pair func(i, j int)) float64 {
	if n == 0 {
		return 0
	}
	const apart, home = -1e6, 1e-9
	values := make([][]float64, n)
	for i := range values {
		values[i] = make([]float64, n)
		for j := range values[i] {
			values[i][j] = apart
			if same(i, j) {
				values[i][j] = value(i, j)
				if i == j {
					values[i][j] += home
				}
			}
		}
	}
	sum := 0.0
	for i, j := range assign(values) {
		sum += value(i, j)
		pair(i, j)
	}
	return sum
}

// feedback says what belongs in a gap without saying which claim it is: what it does there.
func (s *slotting) feedback(it *Item, e *argmap.Entry) string {
	switch {
	case it.Credit == 1:
		return ""
	case it.Said == "":
		return "nothing is written here"
	case it.Credit > 0:
		return "right branch, wrong place: " + s.asks(e)
	}
	return s.asks(e)
}

func (s *slotting) asks(e *argmap.Entry) string {
	a := use(e.Claim)
	if a == nil {
		return "here stands what everything else is there to support or to attack"
	}
	verb := map[argmap.Kind]string{argmap.Support: "supports", argmap.Attack: "opposes"}[a.Kind]
	what := ""
	switch t := a.Target.(type) {
	case *argmap.Claim:
		what = s.shown(t)
	case *argmap.Argument:
		verb, what = map[argmap.Kind]string{argmap.Support: "backs", argmap.Attack: "doubts"}[a.Kind], "the step from "+s.shown(t.Premises[0])
	}
	text := "what stands here " + verb + " " + what
	if n := len(a.Premises); n > 1 {
		var others []string
		for _, p := range a.Premises {
			if p != e.Claim {
				others = append(others, s.shown(p))
			}
		}
		text += " only together with " + strings.Join(others, " and ") + ": they are co-premises"
	}
	return text
}

// shown is a claim as the paper has it: its text, or the number of its gap.
func (s *slotting) shown(c *argmap.Claim) string {
	if id := s.gap[c.ID]; id != "" {
		return "(" + id + ")"
	}
	return "“" + c.Text + "”"
}
