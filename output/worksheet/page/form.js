// The form: what is answered, and how a gap of the map shows it.
const fields = all(".field").map(el => ({ el, id: el.dataset.id, item: el.closest(".item"), controls: all("select, input, textarea", el), box: el.dataset.box && document.getElementById("claim-" + el.dataset.box) }));
const sayings = new Map(all("#bank li").map(li => [li.dataset.key, li.querySelector(".says").textContent]));
let unsaved = false;

function say(text) { $("live").textContent = text; }

const asked = control => control.type === "radio" || control.type === "checkbox";

// answer is the keys of what is chosen, or what is written.
function answer(f) {
	return f.controls.filter(c => !asked(c) || c.checked).map(c => c.value.trim()).filter(v => v);
}

// answered tells "none" from nothing.
function answered(f) { return f.controls.some(c => asked(c) ? c.checked : c.value.trim()); }

function put(f, keys) {
	for (const c of f.controls) {
		if (asked(c)) c.checked = c.value !== "" && keys.includes(c.value);
		else c.value = keys[0] ?? "";
		// a select takes no value that is not in it
		if (c.value === "" && c.tagName === "SELECT") c.selectedIndex = 0;
	}
	changed(f);
}

function changed(f) {
	unsaved = true;
	if ($("reset").before) { $("reset").before = null; $("reset").textContent = "Reset"; }
	f.el.dispatchEvent(new CustomEvent("answer", { bubbles: true, detail: f }));
	if (f.box) fill(f);
	count();
}

// fill writes the answer to a gap into its box.
function fill(f) {
	const key = answer(f)[0];
	let slot = f.box.querySelector("foreignObject");
	if (!slot) {
		const rect = f.box.querySelector(".am-box");
		slot = document.createElementNS("http://www.w3.org/2000/svg", "foreignObject");
		for (const name of ["x", "y", "width", "height"]) slot.setAttribute(name, rect.getAttribute(name));
		slot.append(document.createElement("div"));
		f.box.append(slot);
	}
	f.box.classList.toggle("full", !!key);
	const div = slot.firstChild, number = document.createElement("i");
	number.textContent = "(" + f.id + ")";
	div.className = "slot";
	div.replaceChildren(number);
	if (!key) return;
	const letter = document.createElement("b");
	letter.className = "letter";
	letter.textContent = key;
	div.append(" ", letter, " ", sayings.get(key) ?? "");
}

function count() {
	const done = fields.filter(answered).length;
	$("progress").textContent = done + " of " + fields.length + " answered";
	const places = new Map();
	for (const f of fields) {
		if (!("bank" in f.el.dataset)) continue;
		for (const key of answer(f)) places.set(key, [...places.get(key) ?? [], f.id]);
	}
	for (const li of all("#bank li")) li.classList.toggle("used", places.has(li.dataset.key));
	const twice = [...places].filter(([, ids]) => ids.length > 1 && fields.some(f => f.box));
	$("twice").textContent = twice.map(([key, ids]) => key + " stands in " + ids.join(" and ") + ".").join(" ");
}

for (const f of fields) {
	for (const c of f.controls) {
		c.addEventListener(c.tagName === "TEXTAREA" ? "input" : "change", () => {
			// "none" goes with nothing else
			if (c.type === "checkbox" && c.checked) for (const other of f.controls) if ((other.value === "") !== (c.value === "")) other.checked = false;
			changed(f);
		});
		if (!f.box) continue;
		c.addEventListener("focus", () => { f.box.classList.add("now"); look(f.box); });
		c.addEventListener("blur", () => f.box.classList.remove("now"));
	}
}
$("name").addEventListener("input", () => { unsaved = true; });
