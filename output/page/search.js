// The search: every word has to stand somewhere in what is said of a claim.
const found = $("found"), find = $("find");
const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map(); // of each claim, folded; made when it is first looked for
let hits = [], hit = -1;

function textOf(entry) {
	if (!texts.has(entry)) {
		const about = entry.detail.querySelector(".about"), sources = all("[data-source]", about).map(li => $(li.dataset.source));
		texts.set(entry, fold([about, ...sources].map(el => el.textContent).join(" ")));
	}
	return texts.get(entry);
}

function search() {
	const words = fold(find.value).split(/\s+/).filter(Boolean);
	for (const entry of entries) entry.hit = false;
	hits = words.length === 0 ? [] : entries.filter(e => !e.again && words.every(w => textOf(e).includes(w)));
	for (const entry of hits) entry.hit = true;
	for (const entry of entries) {
		entry.li.classList.toggle("hit", entry.hit);
		if (entry.el) entry.el.classList.toggle("hit", entry.hit);
	}
	markWords(words);
	hit = -1;
	if (hits.length > 0) go(1);
	else found.textContent = words.length > 0 ? "none" : "";
}

// go moves to the next hit, or the one before.
function go(by) {
	if (hits.length === 0) return;
	hit = (hit + by + hits.length) % hits.length;
	found.textContent = hit + 1 + " of " + hits.length;
	select(hits[hit]);
}

// markWords marks the words themselves in the outline, where the browser can.
function markWords(words) {
	if (!window.CSS || !CSS.highlights) return;
	CSS.highlights.delete("found");
	if (words.length === 0) return;
	const ranges = [];
	for (const entry of hits) {
		const node = entry.link.lastChild.firstChild;
		const text = node.data.toLowerCase();
		if (text.length !== node.data.length) continue;
		for (const word of words)
			for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
				const range = new Range();
				range.setStart(node, at);
				range.setEnd(node, at + word.length);
				ranges.push(range);
			}
	}
	CSS.highlights.set("found", new Highlight(...ranges));
}

find.addEventListener("input", search);
find.addEventListener("keydown", e => {
	if (e.key === "Enter") {
		e.preventDefault();
		go(e.shiftKey ? -1 : 1);
	} else if (e.key === "Escape" && find.value !== "") {
		find.value = "";
		search();
		e.preventDefault();
	} else if (e.key === "Escape") {
		(outlined() && now ? now.link : view).focus();
		e.preventDefault();
	}
});
