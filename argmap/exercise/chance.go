package exercise

import "math"

// Chance is the score that answers by lot have on average, from 0 to 1, where every field
// counts the same and is right or wrong as a whole. In a field each option is as likely
// as any other; where several may be given, each of them is given or not with even odds,
// so that one answer of 2ⁿ is right. Open fields, which a person reads, do not count.
//
// It holds as well for a bank that is dealt out to the gaps, each letter once: the mean of
// a sum does not ask how its parts hang together. It is zero where no field counts.
func Chance(p *Paper, k *Key) float64 {
	sum, n := 0.0, 0
	for i, f := range p.Fields {
		choices := p.Choices(f)
		if f.Open || len(choices) == 0 {
			continue
		}
		n++
		if f.Several {
			sum += math.Ldexp(1, -len(choices))
		} else {
			sum += float64(len(k.Fields[i].Right)) / float64(len(choices))
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}
