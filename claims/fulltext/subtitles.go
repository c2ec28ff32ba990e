package fulltext

import (
	"html"
	"regexp"
	"strings"
)

// A cue's times, as WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip write
// them: the hours may be left out, and "." or "," stands before the thousandths.
var (
	cueTimes = regexp.MustCompile(`^\s*` + clockTime + `\s*-->\s*` + clockTime)
	cueTag   = regexp.MustCompile(`</?[a-zA-Z0-9.:]+(?:\s[^<>]*)?>|\{\\[^{}]*\}`)
)

// readSubtitles reads WebVTT and SubRip files: each cue is a paragraph with a
// time. Whatever stands outside of cues is left out.
func readSubtitles(data []byte) *Text {
	source := decode(data)
	b := newBuilder(source)
	cue, last := false, -1
	var starts []int32
	for line := 1; source != ""; line++ {
		text, rest, _ := strings.Cut(source, "\n")
		source = rest
		switch m := cueTimes.FindStringSubmatch(text); {
		case m != nil:
			b.endCue(&starts)
			cue = true
			starts = append(starts, int32(seconds(m[1])))
			last = max(last, seconds(m[2]))
		case strings.TrimSpace(text) == "":
			cue = false
		case cue:
			b.write(html.UnescapeString(cueTag.ReplaceAllString(text, ""))+"\n", line)
		}
	}
	b.endCue(&starts)
	t := b.text().finish()
	for i := range t.blocks {
		t.blocks[i].time = starts[i]
		t.blocks[i].number = int32(i + 1)
	}
	t.paragraphs, t.end = len(t.blocks), int32(last)
	return t
}

// endCue closes the cue before, and forgets its time if it has no text.
func (b *builder) endCue(starts *[]int32) {
	n := len(b.t.blocks)
	b.end(prose, 0)
	if len(*starts) > 0 && len(b.t.blocks) == n {
		*starts = (*starts)[:len(*starts)-1]
	}
}
