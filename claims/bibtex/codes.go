package bibtex

// Codes of the diagnostics. What may have cost words, or put them into the wrong
// field, is an error; the rest are warnings.
const (
	CodeTooLarge       = "bib-too-large"       // more text than is read, or macros and inheritance that make too much of it
	CodeEncoding       = "bib-encoding"        // bytes that are no UTF-8
	CodeSyntax         = "bib-syntax"          // a missing comma, a missing =, text where none belongs
	CodeUnclosed       = "bib-unclosed"        // a brace, a quotation mark or an entry that does not end
	CodeNoKey          = "bib-no-key"          // an entry without a key
	CodeDuplicateKey   = "bib-duplicate-key"   // a key that an earlier entry has
	CodeDuplicateField = "bib-duplicate-field" // a field given twice
	CodeUnknownType    = "bib-unknown-type"    // an entry of a type that neither BibTeX nor BibLaTeX has
	CodeUnknownMacro   = "bib-unknown-macro"   // a word without braces that no @string explains
	CodeCrossref       = "bib-crossref"        // crossref or xdata that leads nowhere, or in a circle
	CodeLatex          = "bib-latex"           // a LaTeX command that is not understood, or nested too deep
	CodeName           = "bib-name"            // a list of names that cannot be what was meant
	CodeDate           = "bib-date"            // a date that cannot be read
	CodeTooManyFaults  = "bib-too-many-faults" // more messages than are kept
)
