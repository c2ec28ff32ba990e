package bibtex

// symbols are the commands that print something and take nothing.
var symbols = func() map[string]string {
	m := pairs(`
ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ imath ı jmath ȷ
dh ð DH Ð eth ð th þ TH Þ thorn þ Thorn Þ dj đ DJ Đ ng ŋ NG Ŋ ij ĳ IJ Ĳ textcommabelow ̦
textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ”
textquotedbl " textquotesingle ' lq ‘ rq ’ quotesinglbase ‚ quotedblbase „ glqq „ grqq “ glq ‚ grq ‘
flqq « frqq » flq ‹ frq › guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright ›
guillemetleft « guillemetright » dq " textquestiondown ¿ textexclamdown ¡
ldots … dots … textellipsis … dotsc … dotsb … cdots ⋯ vdots ⋮ textbullet • textperiodcentered · cdot ·
textasciitilde ~ textasciicircum ^ textbackslash \ textunderscore _ textless < textgreater > textbar | textbraceleft { textbraceright }
textdollar $ textasteriskcentered * textbar | slash / textemdash — textnumero № textsection § S § textparagraph ¶ P ¶
lbrace { rbrace } lbrack [ rbrack ] backslash \ colon : vert | Vert ‖ mid | lvert | rvert |
dag † ddag ‡ textdagger † textdaggerdbl ‡ dagger † ddagger ‡ copyright © textcopyright © textregistered ® texttrademark ™
pounds £ textsterling £ texteuro € euro € EUR € textyen ¥ yen ¥ textcent ¢ textcurrency ¤
textdegree ° degree ° textonehalf ½ textonequarter ¼ textthreequarters ¾ textordfeminine ª textordmasculine º
textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textmu µ textohm Ω textcelsius ℃ textperthousand ‰ perthousand ‰
TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX XeTeX XeTeX
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textlambda λ textpi π textsigma σ textomega ω textOmega Ω textDelta Δ
pm ± mp ∓ times × div ÷ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬
cap ∩ cup ∪ setminus ∖ sqcap ⊓ sqcup ⊔ uplus ⊎ amalg ⨿
leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ neq ≠ ne ≠ equiv ≡ sim ∼ textasciitilde ~ simeq ≃ approx ≈ cong ≅ propto ∝ lesssim ≲ gtrsim ≳
leqslant ⩽ geqslant ⩾ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ in ∈ ni ∋ notin ∉ perp ⊥ bot ⊥ top ⊤
parallel ∥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ lt < gt >
to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔ uparrow ↑ downarrow ↓ mapsto ↦
Rightarrow ⇒ implies ⟹ Longrightarrow ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ rightsquigarrow ⇝ leadsto ⇝ textrightarrow → textleftarrow ←
forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ angle ∠ triangle △
square □ Box □ Diamond ◇ diamond ⋄ therefore ∴ because ∵ prime ′ sum ∑ prod ∏ int ∫ oint ∮ bigcup ⋃ bigcap ⋂ surd √
langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ sharp ♯ flat ♭ natural ♮ checkmark ✓ heartsuit ♥ spadesuit ♠
`)
	for _, name := range []string{"quad", "qquad", "space", "newline", "linebreak", "par", "enspace", "hfill", "hskip", "thickspace", "medspace"} {
		m[name] = " "
	}
	m["thinspace"] = "\u202f"
	m["nobreakspace"] = "\u00a0"
	return m
}()

// sign is an accent: the mark it puts on a letter, and what it is on its own.
type sign struct {
	combining rune
	alone     string
}

// signAccents are the accents whose names are signs.
var signAccents = map[byte]sign{
	'`': {'\u0300', "`"}, '\'': {'\u0301', "´"}, '^': {'\u0302', "^"}, '~': {'\u0303', "~"},
	'=': {'\u0304', "¯"}, '.': {'\u0307', "˙"}, '"': {'\u0308', "¨"},
}

// wordAccents are those whose names are letters; the longer names are for
// mathematics.
var wordAccents = map[string]rune{
	"u": '\u0306', "v": '\u030c', "H": '\u030b', "r": '\u030a', "k": '\u0328', "c": '\u0327', "d": '\u0323', "b": '\u0331',
	"t": '\u0361', "h": '\u0309', "G": '\u030f', "U": '\u030e', "textcommabelow": '\u0326', "cb": '\u0326',
	"hat": '\u0302', "widehat": '\u0302', "tilde": '\u0303', "widetilde": '\u0303', "bar": '\u0304', "overline": '\u0305',
	"underline": '\u0332', "vec": '\u20d7', "dot": '\u0307', "ddot": '\u0308', "acute": '\u0301', "grave": '\u0300',
	"check": '\u030c', "breve": '\u0306', "mathring": '\u030a', "not": '\u0338',
}

// transparent are the commands that change how a text looks, or nothing that can
// be seen.
var transparent = set(`
emph textit textbf textsc textsl texttt textrm textsf textup textmd textnormal textlf textmd underbar uline so ul hl
em it bf sc sl tt rm sf itshape bfseries scshape slshape ttfamily rmfamily sffamily upshape mdseries normalfont normalsize
tiny scriptsize footnotesize small large Large LARGE huge Huge selectfont
mathrm mathit mathbf mathcal mathbb mathfrak mathsf mathtt mathscr mathnormal boldsymbol bm pmb operatorname boldmath
displaystyle textstyle scriptstyle limits nolimits left right big Big bigg Bigg bigl bigr Bigl Bigr
relax protect ignorespaces unskip null nobreak allowbreak penalty noindent centering raggedright hyphenation
NoCaseChange nocase mkbibemph mkbibitalic mkbibbold BibTitle bibstring autocap bibinfo lowercaseoff sortnoop foreignlanguageoff
textquotestraightbase negthinspace negmedspace xspace bgroup egroup begingroup endgroup makebox fbox centerline`)

// operators are the functions of mathematics that are written as words.
var operators = set(`log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh min max sup inf lim limsup liminf
arg det dim deg gcd hom ker Pr bmod mod`)

// gone are the commands whose argument is not printed.
var gone = set(`noopsort noop SortNoop sortnoop nosort noopname phantom hphantom vphantom label index vspace hspace color
selectlanguage pagestyle thispagestyle vskip printfirst switchargs`)
