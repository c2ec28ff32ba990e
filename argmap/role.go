package argmap

// Role is what an argument does in its map.
type Role int

const (
	Reason    Role = iota // supports a claim
	Objection             // opposes a claim
	Rebuttal              // opposes a premise of an objection or rebuttal
	Undercut              // opposes the step of an argument
	Backing               // supports the step of an argument
)

// String is the role's word: "reason", "objection", …
func (r Role) String() string {
	return [...]string{"reason", "objection", "rebuttal", "undercut", "backing"}[r]
}

// Role tells what the argument does.
func (a *Argument) Role() Role {
	switch t := a.Target.(type) {
	case *Argument:
		if a.Kind == Attack {
			return Undercut
		}
		return Backing
	case *Claim:
		if a.Kind == Attack && len(t.Uses) > 0 && t.Uses[0].Kind == Attack {
			return Rebuttal
		}
	}
	if a.Kind == Attack {
		return Objection
	}
	return Reason
}
