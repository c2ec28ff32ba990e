// Feedback at once: the page knows hashes of what is right, and right answers open the
// sentence that says why.
const bytes = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
const xor = (a, b) => a.map((x, i) => x ^ b[i]);

let reading = answer;

// why is the sentence that a right answer opens; null if the answer is not right.
function why(f) {
	const { salt, tags, why } = f.el.dataset, given = reading(f).sort().join(","), tag = sha256(salt + "\ntag\n" + given);
	const found = tags.split(" ").map(bytes).find(t => t.subarray(0, 8).every((x, i) => x === tag[i]));
	if (!found) return null;
	const secret = xor(found.subarray(8), sha256(salt + "\nkey\n" + given)), hex = [...secret].map(x => x.toString(16).padStart(2, "0")).join("");
	const cipher = bytes(why), plain = new Uint8Array(cipher.length);
	for (let i = 0; i < cipher.length; i += 32) plain.set(xor(cipher.subarray(i, i + 32), sha256(hex + "\n" + i / 32)), i);
	return new TextDecoder().decode(plain).trim();
}

function tell(f, verdict, text) {
	f.el.querySelector(".said").textContent = text;
	for (const el of [f.el, f.box]) if (el) { el.classList.toggle("right", verdict === true); el.classList.toggle("wrong", verdict === false); }
}

const judged = fields.filter(f => f.el.dataset.tags);
// all fields of a map without gaps are about the same thing
const single = $("view") && !fields.some(f => f.box);

// Sentences would tell the answers to other fields about the same thing: they come once
// all of those are right, and each once.
for (const button of all(".judge")) {
	const item = button.closest(".item"), own = judged.filter(f => f.item === item), bound = single ? judged : own;
	button.onclick = () => {
		const open = bound.every(f => answered(f) && why(f) !== null), told = new Set;
		for (const f of own) {
			const sentence = answered(f) ? why(f) : null;
			if (!answered(f)) tell(f, null, "Not answered.");
			else if (sentence === null) tell(f, false, "Not yet.");
			else tell(f, true, !open || told.has(sentence) ? "Right." : "Right. " + sentence);
			told.add(sentence);
		}
		say(own.map(f => f.el.querySelector(".said").textContent).join(" "));
	};
}
document.addEventListener("answer", e => { if (e.detail.el.dataset.tags) tell(e.detail, null, ""); });
