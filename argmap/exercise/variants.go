package exercise

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// variantSeeds is how many seeds there are for the variants of a class: few enough to be
// read off a sheet and typed.
const variantSeeds = 1_000_000

// Variants gives everybody on a class list options of their own, in the list's order.
// A student's seed follows from the name and the seed of o, and stays the same when the
// list is put into another order; only where two names would get one seed does it depend
// on who else is there. Blank names are left out, and a name that stands twice
// gets two seeds.
func Variants(names []string, o Options) []Options {
	var list []Options
	for _, name := range names {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			list = append(list, Options{Level: o.Level, Student: name})
		}
	}
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(list[a].Student, list[b].Student) })
	taken := map[uint64]bool{0: true}
	for _, i := range order {
		seed := uint64(0)
		for try := 0; taken[seed]; try++ {
			h := fnv.New64a()
			h.Write([]byte(strconv.FormatUint(o.Seed, 10) + "/" + strings.ToLower(list[i].Student) + "/" + strconv.Itoa(try)))
			if seed = mixed(h.Sum64()) >> 11; try < 100 { // afterwards 53 bits, which every program keeps
				seed %= variantSeeds
			}
		}
		taken[seed], list[i].Seed = true, seed
	}
	return list
}

// mixed spreads a hash, whose low bits are alike for names that end alike, over all bits
// (the finaliser of MurmurHash3, Austin Appleby 2011).
func mixed(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
