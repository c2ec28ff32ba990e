package worksheet

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/argmap/argmap/argmap/exercise"
)

// htmlCheck is what a page that tells at once knows of what is right in a field.
//
// Right answers are in it as hashes alone, and the sentence that teaches is enciphered
// with a key that each of them opens. This keeps the answer from those who look at the
// file, search it or print it. It does not keep it from those who write a program: a
// field has few options, and to try each of them takes no time, as it takes few clicks.
// An exercise that counts is to be given without.
type htmlCheck struct {
	Salt string // of this field of this paper
	Tags string // one for each right answer, and others that are of none: tag and wrapped key
	Why  string // enciphered, of one length in the paper
}

// The parts of a tag in bytes, and the block that lengths of sentences are rounded to.
const (
	tagSize   = 8
	wrapSize  = 16
	whyRounds = 64
)

// checker makes checks of a paper. Each has as many tags and bytes of a sentence, so that
// these do not tell how many answers are right, or which claims the sentence quotes.
type checker struct {
	paper *exercise.Paper
	tags  int
	whys  int
	boxes *strings.Replacer
	order map[string][]string // right answers that are other than the key's: see orders
}

func newChecker(p *exercise.Paper, key *exercise.Key) checker {
	c := checker{p, 1, whyRounds, boxNumbers(p, key), orders(p, key)}
	if key != nil {
		for _, k := range key.Fields {
			if k.Open {
				continue
			}
			c.whys = max(c.whys, (len(c.boxes.Replace(k.Why))+whyRounds-1)/whyRounds*whyRounds)
			c.tags = max(c.tags, len(c.answers(&k)))
		}
	}
	return c
}

// boxNumbers has sentences call what belongs in gaps by the numbers of the gaps: the
// claims would tell what is right in other gaps, and where several are right in one,
// need not be those that stand there.
func boxNumbers(p *exercise.Paper, key *exercise.Key) *strings.Replacer {
	gaps := map[string]bool{}
	for _, id := range p.Gaps {
		gaps[id] = true
	}
	var pairs []string
	if key != nil {
		for _, k := range key.Fields {
			if gaps[k.ID] && len(k.Right) > 0 {
				pairs = append(pairs, "“"+strings.TrimSuffix(k.Right[0].Text, ".")+"”", "("+k.ID+")")
			}
		}
	}
	return strings.NewReplacer(pairs...)
}

// check is nil for what a person has to read.
func (c checker) check(f exercise.Field, k *exercise.KeyField) *htmlCheck {
	if f.Open {
		return nil
	}
	salt := fmt.Sprintf("%s/%d/%d/%s/%s", c.paper.Type.Name, c.paper.Seed, c.paper.Level, c.paper.Student, f.ID)
	sentence := c.boxes.Replace(k.Why)
	why := []byte(sentence + strings.Repeat(" ", c.whys-len(sentence)))
	secret := digest(salt, "secret", k.Why)[:wrapSize]
	var tags []string
	for _, answer := range c.answers(k) {
		tag := append([]byte{}, digest(salt, "tag", answer)[:tagSize]...)
		tags = append(tags, base64.StdEncoding.EncodeToString(append(tag, xor(secret, digest(salt, "key", answer))...)))
	}
	for i := len(tags); i < c.tags; i++ {
		tags = append(tags, base64.StdEncoding.EncodeToString(digest(salt, "none", fmt.Sprint(i, k.Why))[:tagSize+wrapSize]))
	}
	slices.Sort(tags)
	return &htmlCheck{salt, strings.Join(tags, " "), base64.StdEncoding.EncodeToString(xor(why, stream(secret, len(why))))}
}

// answers are those that are right as the page writes them: a key, or of fields that
// take several, all of them in order.
func (c checker) answers(k *exercise.KeyField) []string {
	if right := c.order[k.ID]; right != nil {
		return right
	}
	var keys []string
	for _, o := range k.Right {
		keys = append(keys, o.Key)
	}
	if !k.Several {
		return keys
	}
	slices.Sort(keys)
	return []string{strings.Join(keys, ",")}
}

func digest(parts ...string) []byte {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return sum[:]
}

// stream is the key stream of a secret: SHA-256 in counter mode.
func stream(secret []byte, n int) []byte {
	var b []byte
	for i := 0; len(b) < n; i++ {
		b = append(b, digest(hex.EncodeToString(secret), fmt.Sprint(i))...)
	}
	return b[:n]
}

// xor is as long as a, which b must not be shorter than.
func xor(a, b []byte) []byte {
	out := make([]byte, len(a))
	for i := range a {
		out[i] = a[i] ^ b[i]
	}
	return out
}
