package grade

import "github.com/argmap/argmap/argmap/exercise"

// hints are what to think about where a field is wrong, by the type of the exercise; the
// second is for the field's second question.
var hints = map[string][2]string{
	"conclusion": {"ask of the claim that you chose what it would be a reason for: the main conclusion is a reason for nothing here, and all the others lead to it"},
	"polarity":   {"suppose that the claim is true: is there then more to be said for what it bears on, or less? And if what it bears on is itself an objection, it rebuts"},
	"linked":     {"suppose that one of the two is false: does the other still say something for the claim? If not, they are premises of one argument"},
	"missing":    {"look for the word that stands in the conclusion and in no premise, and for the one that stands in the premise alone: what is missing joins them"},
	"evidence": {"read what the claim says, and ask which of the pieces could show it to somebody who doubts it",
		"ask who speaks there, and how they know: a number counted, an event seen, a witness, an expert, or somebody's word"},
	"repair": {"read each box with the word on its frame aloud: “… because …”, “… but …”; where it sounds wrong, ask what the map would have to say",
		"follow the arrows from the fault: which claim would have to move, or to be split, for the map to be sound?"},
}

// hint is what to say of a field that is not right.
func hint(typ string, f *exercise.KeyField, said string) string {
	if said == "" {
		return "nothing is written here"
	}
	h := hints[typ]
	if second := f.ID == "2" && typ == "repair" || len(f.ID) > 5 && f.ID[len(f.ID)-5:] == ".kind"; second {
		return h[1]
	}
	return h[0]
}
