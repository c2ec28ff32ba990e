// The claim at hand: marked in outline and map, named in the address, shown in full
// in the details.
let now = null;
let back = null; // what had the focus before the details

const draw = (name, attributes, parent) => {
	const el = document.createElementNS("http://www.w3.org/2000/svg", name);
	for (const key in attributes) el.setAttribute(key, attributes[key]);
	parent.append(el);
	return el;
};
const mark = draw("rect", { class: "ring", rx: 5, fill: "none" }, svg);
svg.querySelector(".am-toggles").before(mark);

// ring draws the mark around the claim's box.
function ring() {
	const box = now && !now.gone && now.el && now.el.querySelector(".am-box");
	mark.classList.toggle("gone", !box);
	if (!box) return;
	for (const [key, by] of [["x", -4], ["y", -4], ["width", 8], ["height", 8]])
		mark.setAttribute(key, +box.getAttribute(key) + by);
}

// select makes an entry the claim at hand. open shows its details, focus moves the
// focus to its place in the outline, quiet leaves the address and the map alone.
function select(entry, { open = false, focus = false, quiet = false } = {}) {
	reveal(entry);
	if (now) {
		now.li.classList.remove("now");
		now.link.removeAttribute("aria-current");
	}
	now = entry;
	now.li.classList.add("now");
	now.link.setAttribute("aria-current", "true");
	ring();
	if (open || !$("details").hidden) showDetails(open === "focus");
	if (quiet) return;
	try {
		history.replaceState(null, "", "#" + encodeURIComponent(entry.key));
	} catch { /* pages without an address of their own */ }
	scrollOutline(now.li.querySelector(".row"));
	if (focus && outlined()) now.link.focus({ preventScroll: true });
	pan(now);
}

const outlined = () => !document.body.classList.contains("no-outline");

function visible(el) {
	const a = el.getBoundingClientRect(), b = $("outline").getBoundingClientRect();
	return a.top >= b.top && a.bottom <= b.bottom;
}

// scrollOutline scrolls the outline alone: the page stays where it is.
function scrollOutline(el) {
	if (visible(el)) return;
	const pane = $("outline"), a = el.getBoundingClientRect(), b = pane.getBoundingClientRect();
	pane.scrollBy({ top: a.top - b.top - (b.height - Math.min(a.height, b.height)) / 3, behavior: "instant" });
}

// where says in words where the claim at hand stands.
function where(entry) {
	const word = entry.up ? entry.up.li.querySelector(".word") : entry.li.parentElement.parentElement.querySelector(".word");
	return word.textContent + ": " + entry.li.querySelector(".row").textContent.replace(/\s+/g, " ").trim();
}

const make = (name, attributes, ...inside) => {
	const el = Object.assign(document.createElement(name), attributes);
	el.append(...inside);
	return el;
};

const copies = el => [...el.childNodes].map(node => node.cloneNode(true));

// linkTo is a link that reads as the entry does in the outline.
const linkTo = entry => make("a", { dir: "auto", href: entry.link.getAttribute("href") }, ...copies(entry.link));
const linksTo = list => make("ul", { className: "links" }, ...list.map(entry => make("li", {}, linkTo(entry))));
const about = steps => steps.map(step => make("div", { className: "use " + (step.li.classList.contains("reason") ? "reason" : "objection") },
	make("span", { className: "word" }, step.li.querySelector(".word").textContent), linksTo(step.premises)));

// complete writes into a claim's details, the first time they are shown, what
// stands elsewhere in the page.
const completed = new Set();
function complete(section, home) {
	if (completed.has(section)) return;
	completed.add(section);
	for (const link of all(".to", section)) {
		const entry = placeOf(decoded(link.hash));
		if (entry) link.replaceWith(linkTo(entry));
	}
	for (const li of all("[data-source]", section)) li.append(make("p", { className: "source", dir: "auto" }, ...copies($(li.dataset.source))));
	for (const use of all("[data-step]", section)) {
		const step = byStep.get(use.dataset.step), others = step.premises.filter(entry => entry.detail !== section);
		if (others.length > 0) use.append(make("p", { className: "fact" }, "Together with"), linksTo(others));
		if (step.steps.length > 0) use.append(make("p", { className: "fact" }, "About this step"), ...about(step.steps));
	}
	if (home.steps.length > 0) section.append(make("h3", {}, "What hangs on it"), ...about(home.steps));
}

function showDetails(focus) {
	const panel = $("details");
	if (panel.hidden || focus) back = document.activeElement;
	panel.hidden = false;
	complete(now.detail, entries.find(entry => entry.detail === now.detail && !entry.again) || now);
	for (const section of all("section", panel)) section.hidden = section !== now.detail;
	$("sections").scrollTop = 0;
	if (!focus) return;
	const head = now.detail.querySelector("h2");
	head.tabIndex = -1;
	head.focus();
}

function hideDetails() {
	const panel = $("details"), inside = panel.contains(document.activeElement);
	panel.hidden = true;
	if (!inside) return;
	const to = back && back !== document.body && !$("outline").contains(back) && !panel.contains(back) ? back : outlined() ? now.link : view;
	to.focus();
}
$("details-off").onclick = hideDetails;

// placeOf is the entry that a fragment or an element's id names, if any.
const placeOf = id => byPlace.get(id) || (id.startsWith("argument-") ? entries.find(e => e.up && e.up.key === id) : undefined);

// Links to claims, wherever they stand. One that is followed by key takes the focus
// to the details.
document.addEventListener("click", e => {
	const link = e.target.closest('a[href^="#"]');
	const entry = link && placeOf(decoded(link.hash));
	if (!entry) return;
	e.preventDefault();
	const keyed = e.detail === 0 || $("details").contains(link);
	if (link.classList.contains("pick") || $("details").contains(link)) select(entry, { open: keyed ? "focus" : true });
	else select(entry, { focus: true });
});
addEventListener("hashchange", () => {
	const entry = placeOf(decoded(location.hash));
	if (entry && entry !== now) select(entry);
});

// Clicks in the map.
svg.addEventListener("click", e => {
	const to = e.target.closest("[data-href]");
	if (to && to.dataset.href.startsWith("#")) {
		const entry = placeOf(to.dataset.href.slice(1));
		if (entry) select(entry, { open: true });
		return;
	}
	if (to) {
		const link = Object.assign(document.createElement("a"), { href: to.dataset.href, target: "_blank", rel: "noopener noreferrer" });
		link.click();
		return;
	}
	const group = e.target.closest(".am-claim, .am-argument");
	const entry = group && placeOf(group.id);
	if (entry) select(entry, { open: true });
});

// Toggles: one in the map and one in the outline for whatever things hang on.
const byOf = new Map(all(".am-toggle", svg).map(el => [el.dataset.of, el]));
for (const item of items) {
	if (!item.list) continue;
	item.button = item.li.querySelector(".twist");
	item.list.id = "s-" + item.key;
	item.button.setAttribute("aria-controls", item.list.id);
	item.badge = item.button.appendChild(document.createElement("span"));
	item.button.onclick = () => collapse(item, !item.collapsed);
	item.toggle = byOf.get(item.key);
	if (!item.toggle) continue;
	draw("circle", { r: 12, class: "reach" }, item.toggle);
	draw("rect", { class: "pill", rx: 7.5, height: 15, y: -7.5 }, item.toggle);
	draw("text", { y: 3.5, "text-anchor": "middle", "font-size": 10, "font-weight": "bold" }, item.toggle);
	item.toggle.addEventListener("click", e => {
		e.stopPropagation();
		collapse(item, !item.collapsed);
	});
}

// twist shows the state of an item's toggles.
function twist(item) {
	const badge = item.collapsed ? "+" + item.count : "";
	item.list.classList.toggle("shut", item.collapsed);
	item.button.setAttribute("aria-expanded", String(!item.collapsed));
	item.badge.textContent = badge;
	const idle = item.gone || item.steps.every(s => s.stage > stage);
	item.button.hidden = idle;
	if (!item.toggle) return;
	const [, pill, text] = item.toggle.children, wide = Math.max(15, 7 + 6 * badge.length);
	pill.setAttribute("width", wide);
	pill.setAttribute("x", 7.5 - wide);
	text.textContent = badge || "−";
	text.setAttribute("x", 7.5 - wide / 2);
	item.toggle.classList.toggle("shut", item.collapsed);
	item.toggle.classList.toggle("gone", idle);
}
$("close-all").onclick = () => collapseAll(true);
$("open-all").onclick = () => collapseAll(false);
