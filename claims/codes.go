package claims

// Codes of the diagnostics that the native format's parser makes, beside those of
// package yamltree.
const (
	CodeEmptyFile    = "empty-file"      // nothing, or comments alone
	CodeComment      = "cut-by-comment"  // a text that " #" may have cut short
	CodeSecondPart   = "second-part"     // "---" begins a second document
	CodeNotText      = "not-text"        // a number, a date, yes or no, or a list where a text belongs
	CodeEmpty        = "empty"           // a key without a value
	CodeUnknownKey   = "unknown-key"     // a key that the format does not have there
	CodeDuplicateKey = "duplicate-key"   // a key given twice
	CodeAlias        = "alias"           // a YAML alias or merge key
	CodeNoThesis     = "no-thesis"       // a file without a thesis
	CodeNoClaim      = "no-claim"        // an item without a claim
	CodeNoPremises   = "no-premises"     // an argument without premises
	CodeRefAlone     = "ref-alone"       // a ref with other keys beside it
	CodeBadID        = "bad-id"          // an id with other signs than letters, digits, - _ .
	CodeBadStrength  = "bad-strength"    // a strength that is none
	CodeBadConflict  = "bad-conflict"    // a conflict that is none, or where none can be
	CodeBadStep      = "bad-step"        // a step that is no whole number from 1
	CodeNotYesNo     = "not-yes-or-no"   // something else than true or false
	CodeBadLang      = "bad-lang"        // a language tag that is none
	CodeBadDate      = "bad-date"        // a date that cannot be read
	CodeUnreadable   = "unreadable-file" // a bibliography or a source's text that cannot be read
	CodeBadEvidence  = "bad-evidence"    // evidence that names nothing
)
