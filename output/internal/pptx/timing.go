package pptx

// timing writes what appears with each click (19.5): the main sequence, in it a
// paragraph for each click, in that an effect for each shape.
func (w *slideWriter) timing() {
	var clicks [][]Shape
	for _, c := range w.slide.Clicks {
		var known []Shape
		for _, s := range c {
			if w.ids[s] != 0 {
				known = append(known, s)
			}
		}
		if len(known) > 0 {
			clicks = append(clicks, known)
		}
	}
	if len(clicks) == 0 {
		return
	}
	id := 2
	next := func() int { id++; return id }
	w.raw(`<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>` +
		`<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>`)
	for _, shapes := range clicks {
		w.printf(`<p:par><p:cTn id="%d" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst>`, next())
		w.printf(`<p:par><p:cTn id="%d" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>`, next())
		node := "clickEffect"
		for _, s := range shapes {
			w.appear(s, node, next)
			node = "withEffect"
		}
		w.raw(`</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>`)
	}
	w.raw(`</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>` +
		`<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>` +
		`</p:childTnLst></p:cTn></p:par></p:tnLst>`)
	w.builds(clicks)
	w.raw(`</p:timing>`)
}

// appear is the effect that PowerPoint calls Appear.
func (w *slideWriter) appear(s Shape, node string, next func() int) {
	group := markup("")
	if _, ok := s.(*Box); ok {
		group = ` grpId="0"`
	}
	w.printf(`<p:par><p:cTn id="%d" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"%s nodeType="%s">`, next(), group, node)
	w.printf(`<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="%d" dur="1" fill="hold">`, next())
	w.printf(`<p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="%d"/></p:tgtEl>`, w.ids[s])
	w.raw(`<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>` +
		`<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>`)
}

// builds says of boxes that they come whole, their texts with them.
func (w *slideWriter) builds(clicks [][]Shape) {
	open := false
	for _, shapes := range clicks {
		for _, s := range shapes {
			if _, ok := s.(*Box); !ok {
				continue
			}
			if !open {
				w.raw(`<p:bldLst>`)
				open = true
			}
			w.printf(`<p:bldP spid="%d" grpId="0" animBg="1"/>`, w.ids[s])
		}
	}
	if open {
		w.raw(`</p:bldLst>`)
	}
}
