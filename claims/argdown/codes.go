package argdown

// Codes of the diagnostics that Parse makes. Argdown itself refuses a document for
// most of these; here each costs at most itself.
const (
	CodeBracket      = "bracket-in-text"   // [ ] or < > that name nothing
	CodeBrace        = "brace-in-text"     // { } that hold no data
	CodeEmphasis     = "unclosed-emphasis" // ** or _ that nothing closes
	CodeComment      = "unclosed-comment"  // /* or <!-- that nothing closes
	CodeURL          = "url-in-text"       // which Argdown takes for a comment from // on
	CodeFrontmatter  = "unclosed-frontmatter"
	CodeUnindented   = "unindented-sign"  // a line that begins like a relation and is not indented
	CodeNoParent     = "sign-alone"       // a paragraph that begins like a relation
	CodeNumber       = "number-in-text"   // a line that begins like a premise
	CodeNoNumber     = "no-number"        // a line behind an inference that has no number
	CodeMissingBlank = "missing-blank"    // a reconstruction right under its argument
	CodeExtraBlank   = "extra-blank"      // a blank line inside a reconstruction
	CodeNoConclusion = "no-conclusion"    // a reconstruction that ends in a premise, or an inference that leads nowhere
	CodeInference    = "open-inference"   // an inference that nothing closes
	CodeBadMember    = "contradicts-what" // >< before an argument
	CodeAfterData    = "text-behind-data" // text behind {data}
)
