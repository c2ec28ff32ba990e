package claims

// Codes of the diagnostics that the native format's parser makes.
const (
	CodeNotUTF8       = "not-utf8"        // bytes that are no UTF-8, or a file in UTF-16
	CodeControl       = "control-char"    // a control character
	CodeTooLarge      = "too-large"       // more text than is read
	CodeEmptyFile     = "empty-file"      // nothing, or comments alone
	CodeSyntax        = "syntax"          // YAML that cannot be read, none of the cases below
	CodeTab           = "tab"             // a tab in the indentation
	CodeIndent        = "indent"          // a line indented like none of its neighbours
	CodeMissingSpace  = "missing-space"   // no blank after "-" or after a key's colon
	CodeColon         = "colon-in-text"   // a text that holds ": " and is not quoted
	CodeQuote         = "quote"           // a quoted text that does not end, or goes on behind its quotes
	CodeSpecialStart  = "special-start"   // a text that begins with a sign that YAML keeps for itself
	CodeEscape        = "escape"          // a backslash in double quotes that means nothing
	CodeComment       = "cut-by-comment"  // a text that " #" may have cut short
	CodeSecondPart    = "second-part"     // "---" begins a second document
	CodeNotMapping    = "not-a-mapping"   // a list or a text where keys and values belong
	CodeNotText       = "not-text"        // a number, a date, yes or no, or a list where a text belongs
	CodeEmpty         = "empty"           // a key without a value
	CodeUnknownKey    = "unknown-key"     // a key that the format does not have there
	CodeDuplicateKey  = "duplicate-key"   // a key given twice
	CodeAlias         = "alias"           // a YAML alias or merge key
	CodeDeep          = "too-deep"        // claims nested deeper than is read
	CodeNoThesis      = "no-thesis"       // a file without a thesis
	CodeNoClaim       = "no-claim"        // an item without a claim
	CodeNoPremises    = "no-premises"     // an argument without premises
	CodeRefAlone      = "ref-alone"       // a ref with other keys beside it
	CodeBadID         = "bad-id"          // an id with other signs than letters, digits, - _ .
	CodeBadStrength   = "bad-strength"    // a strength that is none
	CodeNotYesNo      = "not-yes-or-no"   // something else than true or false
	CodeBadDate       = "bad-date"        // a date that cannot be read
	CodeBadEvidence   = "bad-evidence"    // evidence that names nothing
	CodeTooManyFaults = "too-many-faults" // the rest of the file is not read
)
