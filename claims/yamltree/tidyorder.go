package yamltree

import (
	"slices"

	"go.yaml.in/yaml/v4"
)

// arrange puts the entries of every mapping in order. The comments at the very top
// of the file stay there, and so do those at the top of a block that a blank line
// sets off from its first key.
func (p *part) arrange(order func(path, keys []string) []int, path []string) {
	if p.kind == yaml.MappingNode {
		p.arrangeKeys(order, path)
	}
	for _, e := range p.entries {
		if e.key == nil {
			e.value.arrange(order, path)
		} else {
			e.value.arrange(order, append(path, e.key.scalar.Value))
		}
	}
}

func (p *part) arrangeKeys(order func(path, keys []string) []int, path []string) {
	keys := make([]string, len(p.entries))
	for i, e := range p.entries {
		keys[i] = e.key.scalar.Value
	}
	ranks := order(slices.Clip(path), keys)
	if len(ranks) != len(keys) || slices.IsSorted(ranks) {
		return
	}
	index := make([]int, len(keys))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(i, j int) int { return ranks[i] - ranks[j] })
	first, entries := p.entries[0], make([]*entry, len(index))
	for i, from := range index {
		entries[i] = p.entries[from]
	}
	p.entries = entries
	if entries[0] != first {
		swapLead(first, entries[0], len(path) == 0)
	}
}

// swapLead mends the leads of two entries of which the second has taken the first
// place of a block: it gets the block's own comments, and gives its blank line.
func swapLead(old, now *entry, top bool) {
	head := 0
	for i, r := range old.lead {
		if r.text == "" || top {
			head = i + 1
		}
	}
	own := old.lead[head:]
	blank := len(now.lead) > 0 && now.lead[0].text == ""
	now.lead = append(slices.Clone(old.lead[:head]), now.lead...)
	old.lead = slices.Clone(own)
	if blank {
		old.lead = append([]remark{{}}, old.lead...)
	}
}
