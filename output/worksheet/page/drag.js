// Cards: dragged into place, or picked up by a click and put down by another. On screens
// that are touched the letter is the handle, since the rest scrolls.
let drag = null, picked = null;

const targets = fields.filter(f => "bank" in f.el.dataset).map(f => ({ f, el: f.box ? f.box.querySelector(".am-box") : f.item, mark: f.box || f.item }));

function targetAt(x, y) {
	const inside = (el) => { const r = el.getBoundingClientRect(); return x >= r.left && x <= r.right && y >= r.top && y <= r.bottom; };
	return targets.find(t => (!t.f.box || inside(view)) && inside(t.el));
}

// place puts a card into a field, and takes it out of the box that it comes from: on a
// map a card stands once.
function place(key, to) {
	if (to && answer(to)[0] === key) return;
	for (const { f } of targets) if ((f.box || f === drag?.from) && f !== to && answer(f)[0] === key) put(f, []);
	if (to) put(to, [key]);
	say(to ? key + " is in " + to.id + "." : key + " is taken out.");
}

function pick(key) {
	picked = picked === key ? null : key;
	for (const li of all(".card")) li.classList.toggle("picked", li.dataset.key === picked);
	root.classList.toggle("picking", !!picked);
}

document.addEventListener("pointerdown", e => {
	drag = null;
	const card = e.target.closest(".card"), slot = e.target.closest(".slot");
	if (e.button || !card && !slot || e.pointerType !== "mouse" && !e.target.closest(".letter")) return;
	const from = slot && fields.find(f => f.box && f.box.contains(slot)), key = card ? card.dataset.key : answer(from)[0];
	if (key) drag = { key, from, x: e.clientX, y: e.clientY, ghost: null };
});

document.addEventListener("pointermove", e => {
	if (!drag) return;
	if (!drag.ghost) {
		if (Math.hypot(e.clientX - drag.x, e.clientY - drag.y) < 5) return;
		drag.ghost = document.createElement("div");
		drag.ghost.className = "ghost";
		const letter = document.createElement("b");
		letter.className = "letter";
		letter.textContent = drag.key;
		drag.ghost.append(letter, " ", sayings.get(drag.key));
		document.body.append(drag.ghost);
		root.classList.add("dragging");
		getSelection().removeAllRanges();
		requestAnimationFrame(follow);
	}
	drag.x = e.clientX;
	drag.y = e.clientY;
	drag.ghost.style.transform = "translate(" + (drag.x - 14) + "px," + (drag.y - 14) + "px)";
	aim(targetAt(drag.x, drag.y));
});

function aim(target) { for (const t of targets) t.mark.classList.toggle("over", t === target); }

// follow scrolls the map while a card is held at its edge.
function follow() {
	if (!drag?.ghost) return;
	if ($("view")) {
		const r = view.getBoundingClientRect(), edge = 36;
		if (drag.x > r.left && drag.x < r.right && drag.y > r.top && drag.y < r.bottom) {
			const pull = (at, low, high) => at < low + edge ? -8 : at > high - edge ? 8 : 0;
			view.scrollBy(pull(drag.x, r.left, r.right), pull(drag.y, r.top, r.bottom));
		}
	}
	requestAnimationFrame(follow);
}

function drop(target, keep) {
	aim();
	root.classList.remove("dragging");
	drag.ghost.remove();
	if (!keep && (target || drag.from)) place(drag.key, target && target.f);
	const done = drag;
	drag = null;
	// the click that ends a drag is none
	dropped = done;
	setTimeout(() => { dropped = null; });
}
let dropped = null;

document.addEventListener("pointerup", e => { if (drag?.ghost) drop(targetAt(e.clientX, e.clientY)); else drag = null; });
document.addEventListener("pointercancel", () => { if (drag?.ghost) drop(null, true); drag = null; });
document.addEventListener("keydown", e => { if (e.key === "Escape") { if (drag?.ghost) drop(null, true); if (picked) pick(picked); } });

document.addEventListener("click", e => {
	if (dropped || e.target.closest("button, input, select, label, textarea, a")) return;
	const card = e.target.closest(".card");
	if (card) { pick(card.dataset.key); return; }
	const t = targetAt(e.clientX, e.clientY);
	if (!t) return;
	if (picked) { const key = picked; pick(key); place(key, t.f); return; }
	if (t.f.box) t.f.controls[0].focus();
});
