package lint

import (
	"slices"
	"strings"
)

// Word lists of English. They are small on purpose: a rule that speaks only of
// what it is sure of is listened to.

var (
	auxiliaries = setOf(`is are was were be been am has have had do does did will would can could should must may might shall ought
		isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't
		needn't it's that's there's they're we're you're he's she's i'm they've we've`)
	modals = setOf(`will would can could should must may might shall won't wouldn't can't cannot couldn't shouldn't mustn't`)

	determiners = setOf(`the a an this that these those his her its their our my your some any no every each all both most many few
		several another other such one two three four five six seven eight nine ten more less enough`)
	prepositions = setOf(`of in on at by for from to with without into onto over under between among through during before after
		against about above below across along around behind beside beyond despite except inside like near off out outside past
		per since than toward towards until up upon via within as because`)
	pronouns     = setOf(`i you he she it we they who there this that these those everyone everybody nobody someone somebody nothing something one what which`)
	subordinates = setOf(`if when whenever whether unless although though that who whom whose which where while because since until
		before after what why how once as than so lest provided`)
	stopWords = setOf(`a an the this that these those and or but nor so yet if then than as of in on at by for from to with without
		into over under between among through during before after against about is are was were be been being am has have had having
		do does did will would can could should must may might shall it its he she they them their his her him we us our you your i my me
		not no never n't cannot isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't there here
		also too very just only even still already some any all every each both most many much more less few several other another such
		who whom whose which what when where why how because since therefore thus hence while although though up down out off own same
		nearly hardly almost scarcely barely neither none nobody nothing`)
	negations = setOf(`not no never cannot isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't
		hasn't haven't hadn't mustn't needn't without hardly scarcely barely few little none neither nor nobody nothing fails failed lacks`)

	// verbs are the base forms of verbs that argumentative prose is made of.
	verbs = setOf(`host leak blacken dream darken ease erode exclude extend finance fund guard hamper haul heat house hurry impose inspire insist labour labor maintain market matter mention mislead neglect notice object obscure outlive outnumber overlook persist pose press print prompt pull push race regret relate relieve remark rent rescue resemble resent resign restore restrict retain retreat reward rob root rub rush satisfy scare score seat seize shelter shine ship shock shoot shout slow smell smoke sound span spare spoil spur stem step stick stir store strain strike struggle study submit succeed surround survey suspect switch swim tackle taste tax tempt tie touch trace trade transform trap treasure trouble undermine undo unite value wander wash welcome wipe wonder wrap accept achieve act add admit affect agree aim allow answer appear apply argue arrive ask attack attract avoid ban bar
		base bear become begin believe belong benefit block break bring build burn buy call care carry catch cause change charge choose
		claim close collapse come compare complain concern confirm consider consist contain continue contribute control cost count cover
		create cross cut damage deal decide decline decrease deepen defend delay deliver demand deny depend deserve destroy develop die differ
		disappear discourage draw drink drive drop earn eat employ enable encourage end enjoy ensure enter exceed exist expand expect
		explain export express face fail fall favour favor fear feed feel fight fill find fit flow fly follow force forget form gain get give go
		govern grow guarantee handle happen harm hate have hear help hide hinder hit hold hope hurt ignore import improve include increase
		indicate influence inform intend invest involve join judge keep kill know lack last launch lay lead learn leave lend let lie like limit
		link listen live look lose love lower make manage mean measure meet miss move need notice obey obtain occur offer open oppose
		order outweigh owe own pass pay perform persuade plan play point pollute possess predict prefer prepare preserve prevent produce
		promise promote protect prove provide punish put quit raise reach read receive recognise recognize record recover reduce refuse
		reject rely remain remember remove repair replace reply report represent require resist respect rest result return reveal rise risk
		rule run save say see seek seem sell send serve set shape share shift show shrink sign signal sink sit sleep solve speak spend spread
		stand start state stay stop strengthen suffer suggest suit supply support survive sway take talk teach tell tend test think threaten
		train travel treat trust try turn understand urge use vary view violate visit vote wait walk want warn waste watch weaken wear
		weigh win wish work worry worsen write yield`)
	irregularPasts = setOf(`split cut hit put set let cost hurt quit shut spread bet burst cast became began bent bit bled blew bore bought bound broke brought built burnt came caught chose clung crept
		dealt did drank drew drove dug fed fell felt fled flew forgot fought found froze gave got grew hid held kept knew laid lay led left
		lent lit lost made meant met overcame paid ran rang rode rose said sang sank sat saw sent shook shone shot shrank slept slid sold
		sought spent spoke sprang stole stood stuck struck swam swore swept taught thought threw told took understood went withdrew woke
		won wore wrote undid underwent overran foresaw`)

	hedges = phrasesOf(`perhaps|maybe|possibly|presumably|probably|arguably|apparently|seemingly|conceivably|supposedly|allegedly|
		reportedly|potentially|might|it is possible that|it is likely that|it is conceivable that|seem to|seems to|seemed to|seems that|seem|seems|
		seemed|appears to|appear to|appeared to|appears that|is likely to|are likely to|was likely to|were likely to|is likely|are likely|
		may well|could well|to some extent|in some sense|more or less|tends to|tend to|in all likelihood|in all probability|
		there is some reason to think|one suspects|possible that|plausibly|suggests that|hints that|hint at|as far as one can tell`)
	weaselVerbs = setOf(`say says said think thinks thought believe believes believed claim claims claimed argue argues argued hold holds held agree
		agrees agreed feel feels felt fear fears feared regard regards regarded consider considers considered maintain maintains suspect suspects
		suspected predict predicts predicted warn warns warned insist doubt know knows expect accept see view recommend complain recognise recognize see sees saw seen call calls called`)
	passiveWeasels = setOf(`said thought believed considered regarded claimed held known assumed rumoured rumored reported seen accepted acknowledged
		understood recognised recognized agreed felt feared viewed suspected argued alleged supposed expected`)
	crowdWords = setOf(`some many most several numerous few countless various`)
	crowds     = setOf(`people experts expert scholars scientists observers critics analysts commentators insiders doctors teachers lawyers economists
		historians psychologists sociologists researchers specialists authorities voices citizens readers voters residents parents officials
		sources studies surveys polls reports diplomats engineers biologists philosophers veterans locals fans`)
	studies    = setOf(`studies research science statistics surveys polls evidence`)
	studyVerbs = setOf(`show shows showed shown prove proves proved proven find finds found suggest suggests suggested confirm confirms confirmed
		demonstrate demonstrates indicate indicates say says tell tells`)

	mentalVerbs = setOf(`know knows knew want wants wanted intend intends intended hope hopes hoped fear fears feared believe believes believed feel
		feels felt hate hates hated love loves loved distrust distrusts distrusted mistrust mistrusts trust trusts trusted resent resents
		resented desire desires desired wish wishes wished regret regrets regretted dread dreads dreaded envy envies envied despise despises
		despised dream dreams dreamed dreamt crave craves craved expect expects expected suspect suspects suspected realise realises realised
		realize realizes realized known regard regards regarded thinking hoping planning fearing dreaming wishing understand understands understood think thinks thought aim aims aimed plan plans planned prefer prefers
		preferred care cares cared worry worries worried covet covets doubt doubts doubted`)
	baseMental   = setOf(`know want intend hope fear believe feel hate love distrust mistrust trust resent desire wish regret dread envy despise dream crave expect suspect prefer care worry covet doubt regard`)
	mentalStates = setOf(`afraid angry ashamed jealous proud determined convinced worried humiliated offended insulted eager keen desperate
		unwilling willing reluctant aware unaware confident furious resentful hostile anxious nervous glad sorry bent`)
	agents = setOf(`government governments president minister ministry king queen emperor prince party parties company companies firm firms council
		board regime leadership army generals general owner owners author authors mayor court judge union management director directors
		manager administration congress parliament senate commission committee ministers leaders leader chairman chairwoman chancellor
		state founder captain witness defendant plaintiff prosecutor police officer officers family sergeant bishop rebels ruler rulers
		headmistress headmaster headteacher dean rector director prior duke duchess ambassador senator deputy sheriff foreman heir widow landlord tenant patient doctor nurse pilot skipper crew school university bank club manufacturer coach poet narrator novelist editor developers developer`)

	normative = setOf(`should must ought right rights wrong good bad better best worse worst fair unfair fairness just unjust justice duty duties
		deserve deserves deserved owe owes owed worth worthwhile value values valuable moral immoral morally ethical unethical acceptable
		unacceptable entitled entitlement responsibility responsible justified justifies justify unjustified important obligation obliged
		desirable undesirable legitimate illegitimate goal goals aim aims purpose priority priorities need needs required requires shouldn't
		mustn't wise unwise reasonable unreasonable deserving harmful beneficial benefit benefits proper improper virtue shameful humane cruel`)
	prescriptive = setOf(`should ought shouldn't`)
	reporting    = setOf(`says said told tells reports reported claims claimed writes wrote states stated announced declared admitted according insists
		insisted argues argued testified confirmed denies denied`)

	universals = setOf(`all every always never everyone everybody everything most mostly generally usually whenever
		wherever invariably universally people`)
	narrows = setOf(`some sometimes one once a an few several last single this yesterday occasionally often first second third`)
)

// finite tells how surely word i is a finite verb: 2 surely, 1 perhaps, 0 not.
func finite(ws []word, i int) int {
	w := ws[i]
	if w.lower == "need" && i > 0 && i+1 < len(ws) && ws[i+1].lower == "not" {
		return 2
	}
	if auxiliaries[w.lower] {
		if w.lower == "may" && w.capital && i > 0 || w.lower == "be" || w.lower == "been" {
			return 0
		}
		return 2
	}
	if i == 0 {
		return 0
	}
	before := ws[i-1].lower
	blocked := determiners[before] && before != "all" && before != "both" && before != "this" && before != "that" && before != "these" && before != "those" || prepositions[before] || auxiliaries[before]
	switch {
	case irregularPasts[w.lower]:
		if blocked {
			return 0
		}
		return 2
	case blocked:
		return 0
	case pronouns[before] && isVerbForm(w.lower):
		return 2
	case verbs[w.lower] || baseMental[w.lower]:
		if plural(before) || slices.ContainsFunc(ws[:i], func(w word) bool { return (plural(w.lower) || w.lower == "and") && !prepositions[w.lower] }) {
			return 1
		}
	case isVerbForm(w.lower):
		return 1
	}
	return 0
}

// plural tells whether a base form may follow as a verb: behind a plural, or an
// adverb that stands between.
func plural(before string) bool {
	n := len(before)
	switch before {
	case "people", "men", "women", "children", "police", "also", "always", "never", "often", "still", "both", "not", "seldom", "rarely", "sometimes", "only", "and", "all", "most", "many", "some", "few", "mice", "cattle", "fish", "sheep":
		return true
	}
	return n > 3 && !strings.HasSuffix(before, "'s") && (before[n-1] == 's' && before[n-2] != 's' || strings.HasSuffix(before, "ly"))
}

// isVerbForm tells whether a word can be a finite form of a verb: of a listed
// one, or anything that ends in -ed.
func isVerbForm(lower string) bool {
	if verbs[lower] || mentalVerbs[lower] || weaselVerbs[lower] || studyVerbs[lower] {
		return true
	}
	n := len(lower)
	for _, end := range []string{"ises", "izes", "ifies", "ates"} {
		if n > len(end)+2 && strings.HasSuffix(lower, end) {
			return true
		}
	}
	if n > 3 && lower[n-2:] == "ed" && lower[n-3:] != "eed" && lower[n-3:] != "red" {
		return true
	}
	switch {
	case n > 3 && lower[n-3:] == "ies":
		return verbs[lower[:n-3]+"y"]
	case n > 3 && lower[n-1] == 's':
		return verbs[lower[:n-1]] || lower[n-2] == 'e' && verbs[lower[:n-2]]
	}
	return false
}

// lemmas are the base forms of the commonest irregular words, for comparing texts.
var lemmas = func() map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(`become became|begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|
		choose chose chosen|come came|do did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|
		find found|fly flew flown|forget forgot forgotten|get got|give gave given|go went gone|grow grew grown|have had has|hear heard|hide hid hidden|
		hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|lose lost|make made|mean meant|meet met|pay paid|rise rose risen|
		run ran|say said|see saw seen|sell sold|send sent|show shown|sink sank sunk|sit sat|speak spoke spoken|spend spent|stand stood|
		steal stole stolen|swear swore sworn|take took taken|teach taught|tell told|think thought|throw threw thrown|understand understood|win won|
		write wrote written|bus buses|gas gases|child children|man men|woman women|person people|foot feet|life lives|half halves|bad worse worst|good better best`, "|") {
		forms := strings.Fields(line)
		for _, form := range forms[1:] {
			m[form] = forms[0]
		}
	}
	return m
}()
