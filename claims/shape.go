package claims

// shape is what a key takes.
type shape int

const (
	shapeProse     shape = iota // a sentence
	shapeWord                   // a text, a number or a date
	shapeID                     // a name: letters, digits, - _ .
	shapeYesNo                  // true or false
	shapeTags                   // words in a list, or in one text with commas
	shapeStrength               // weak, moderate, strong, or 0 to 1
	shapeConflict               // contrary or contradictory
	shapeStep                   // a whole number from 1
	shapePath                   // a file
	shapePaths                  // one file or several
	shapeTerms                  // words, with others that mean the same
	shapeClaim                  // a sentence, or a mapping with details
	shapeClaims                 // one claim or several
	shapeArguments              // items of because and but
	shapePremises               // claims and refs
	shapeEvidence               // one piece or several
	shapeAnswers                // texts by ids, or in a list
	shapeSources                // ids with details
	shapeNames                  // people and institutions
	shapeDate                   // as written, or as CSL-JSON has it
	shapeVariable               // any variable of CSL
)
