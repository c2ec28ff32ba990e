package yamltree

// Codes of the diagnostics about YAML itself.
const (
	CodeNotUTF8       = "not-utf8"        // bytes that are no UTF-8, or a file in UTF-16
	CodeControl       = "control-char"    // a control character
	CodeTooLarge      = "too-large"       // more text than is read
	CodeSyntax        = "syntax"          // YAML that cannot be read, none of the cases below
	CodeTab           = "tab"             // a tab in the indentation
	CodeIndent        = "indent"          // a line indented like none of its neighbours
	CodeMissingSpace  = "missing-space"   // no blank after "-" or after a key's colon
	CodeColon         = "colon-in-text"   // a text that holds ": " and is not quoted
	CodeQuote         = "quote"           // a quoted text that does not end, or goes on behind its quotes
	CodeSpecialStart  = "special-start"   // a text that begins with a sign that YAML keeps for itself
	CodeEscape        = "escape"          // a backslash in double quotes that means nothing
	CodeNotMapping    = "not-a-mapping"   // a list or a text where keys and values belong
	CodeDeep          = "too-deep"        // nested deeper than is read
	CodeTooManyFaults = "too-many-faults" // the rest of the file is not read
)
